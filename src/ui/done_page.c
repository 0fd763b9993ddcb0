/* SPDX-License-Identifier: MIT */
#include "ui/done_page.h"

#include "base/duration.h"
#include "session/tally.h"

enum { SIDE_CELLS = 24, BRIEF_CELLS = 8 };

/* "left 1:30, felt 4, hurt", or short "L 1:30", with a mark where it hurt; the same without a side. */
static void add_side(Text *into, const TallyRow *row, bool is_brief)
{
    static const char *const names[SIDE_COUNT][2] = {
        [SIDE_NONE] = {"", ""}, [SIDE_LEFT] = {"left ", "L "}, [SIDE_RIGHT] = {"right ", "R "}};
    char clock[DURATION_TEXT_SIZE];
    text_print(into, "%s%s", names[row->side][is_brief ? 1 : 0], duration_clock(clock, row->seconds));
    if (is_brief) {
        text_add(into, row->hurt ? "!" : " ");
        return;
    }
    if (row->felt_most != SESSION_NOT_FELT)
        text_print(into, ", felt %d", (int)row->felt_most);
    if (row->hurt)
        text_add(into, ", hurt");
}

static void fill_up(Text *text, size_t cells)
{
    text_add_repeated(text, ' ', text->length < cells ? cells - text->length : 0);
}

/* The rows of one move, of which there are at most a left, a right and one without a side. */
static void add_move(Page *page, const char *name, const TallyRow *rows, size_t count, bool is_first)
{
    Text right = {0}, brief = {0};
    for (size_t i = 0; i < count; i++) {
        if (rows[i].side == SIDE_RIGHT) {
            fill_up(&right, SIDE_CELLS);
            fill_up(&brief, BRIEF_CELLS);
        }
        add_side(&right, &rows[i], false);
        add_side(&brief, &rows[i], true);
    }
    fill_up(&right, (size_t)2 * SIDE_CELLS - 2);
    fill_up(&brief, (size_t)2 * BRIEF_CELLS - 1);
    const char *const forms[PAGE_FORMS] = {text_show(&right), text_show(&brief)};
    page_add_row(page, NULL, name, forms)->has_gap = is_first;
    text_release(&right);
    text_release(&brief);
}

static void add_moves(Page *page, const Session *session, const Tally *tally)
{
    for (size_t i = 0, next = 0; i < tally->count; i = next) {
        while (next < tally->count && tally->rows[next].move == tally->rows[i].move)
            next++;
        add_move(page, session_done_move(session, (size_t)tally->rows[i].move).name, &tally->rows[i], next - i, i == 0);
    }
}

static void add_sum(Page *page, const Session *session, const Tally *tally)
{
    char held[DURATION_TEXT_SIZE], left[DURATION_TEXT_SIZE], right[DURATION_TEXT_SIZE];
    const size_t of = session_done_count(session);
    Text line = {0};
    text_print(&line, "%d of %zu move%s, %s held", (int)session_moves_done(session), of, of == 1 ? "" : "s", duration_words(held, tally->seconds));
    if (tally->side_s[SIDE_LEFT] > 0 || tally->side_s[SIDE_RIGHT] > 0)
        text_print(&line, ": left %s, right %s", duration_clock(left, tally->side_s[SIDE_LEFT]),
                   duration_clock(right, tally->side_s[SIDE_RIGHT]));
    text_add_char(&line, '.');
    page_add(page, NULL, text_show(&line));
    text_release(&line);
}

static void add_checks(Page *page, const Plan *plan)
{
    for (size_t i = 0; i < plan->routine_count; i++) {
        if (!plan->routines[i].check)
            continue;
        Block *block = page_add(page, NULL, "Try it again, and notice the difference:");
        block->style = style_bold(ROLE_ACCENT);
        block->has_gap = true;
        page_add(page, NULL, plan->routines[i].check);
    }
}

void done_page_add(Page *page, const Session *session, const char *note)
{
    Tally tally;
    tally_make(&tally, session);
    if (session->state == SESSION_LEFT)
        page_add(page, NULL, "You left in the middle. What you did counts, and you can go on later.");
    add_sum(page, session, &tally);
    add_moves(page, session, &tally);
    if (tally.hurt) {
        Block *block = page_add(page, NULL, "Where it hurt, the pressure aimed at is lower next time.");
        block->style = style_of(ROLE_WARN);
        block->has_gap = true;
    }
    add_checks(page, session->plan);
    if (note) {
        Block *block = page_add(page, NULL, note);
        block->style = style_of(ROLE_DIM);
        block->has_gap = true;
    }
    tally_release(&tally);
}
