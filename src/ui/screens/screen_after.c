/* SPDX-License-Identifier: MIT */
/* What was done in a session: each move with its left and right, and what came of it. */
#include <stdlib.h>

#include "base/duration.h"
#include "base/macros.h"
#include "base/memory.h"
#include "ui/screen.h"

enum { SIDES = 2, SIDE_CELLS = 22, BRIEF_CELLS = 7, GAP = 2, BRIEF_GAP = 1 };

/* What was done of a move, a column for its right side and one for all else, in words or short. */
typedef struct DoneRow {
    const char *name; /* NULL: nothing was done of it */
    Text words[SIDES], brief[SIDES], sum;
} DoneRow;

/* All rows, what they come to, and how wide their columns are, so that no row runs together. */
typedef struct DoneTable {
    DoneRow *rows; /* by session_done_move; owned */
    size_t count, words_cells[SIDES], brief_cells[SIDES];
    int32_t seconds, side_s[SIDE_COUNT];
    bool hurt; /* anywhere */
} DoneTable;

/* "left 1:30, felt 4, hurt", "right skipped", "left 0:05, cut short"; the same without a side. */
static void add_side(Text *into, const Done *done, Side side)
{
    static const char *const names[SIDE_COUNT] = {[SIDE_NONE] = "", [SIDE_LEFT] = "left ", [SIDE_RIGHT] = "right "};
    char clock[DURATION_TEXT_SIZE];
    const int32_t seconds = done_seconds(done);
    const bool is_skipped = done->skipped && seconds == 0;
    text_print(into, "%s%s%s", into->length > 0 ? "  " : "", names[side],
               is_skipped ? "skipped" : duration_clock(clock, seconds));
    if (done->skipped && !is_skipped)
        text_add(into, ", cut short");
    if (done->felt_most != SESSION_NOT_FELT)
        text_print(into, ", felt %d", (int)done->felt_most);
    if (done->hurt)
        text_add(into, ", hurt");
}

/* "L 1:30", with a mark where it hurt; "L skip". */
static void add_brief(Text *into, const Done *done, Side side)
{
    static const char *const names[SIDE_COUNT] = {[SIDE_NONE] = "", [SIDE_LEFT] = "L ", [SIDE_RIGHT] = "R "};
    char clock[DURATION_TEXT_SIZE];
    const int32_t seconds = done_seconds(done);
    text_print(into, "%s%s%s", into->length > 0 ? " " : "", names[side],
               done->skipped && seconds == 0 ? "skip" : duration_clock(clock, seconds));
    text_add(into, done->hurt ? "!" : " ");
}

/* Only what was held, felt, hurt or skipped stands there; less than half a second held is nothing to show. */
static DoneRow make_row(DoneTable *table, const Session *session, size_t move)
{
    DoneRow row = {0};
    char clock[DURATION_TEXT_SIZE];
    int32_t row_s = 0;
    bool hurt = false, is_skipped = true;
    for (Side side = SIDE_NONE; side < SIDE_COUNT; side++) {
        const Done *done = &session->done[move][side];
        const int32_t seconds = done_seconds(done);
        const int column = side == SIDE_RIGHT ? 1 : 0;
        if (seconds == 0 && done->felt == SESSION_NOT_FELT && !done->hurt && !done->skipped)
            continue;
        row.name = session_done_move(session, move).name;
        add_side(&row.words[column], done, side);
        add_brief(&row.brief[column], done, side);
        row_s += seconds;
        table->side_s[side] += seconds;
        hurt = hurt || done->hurt;
        is_skipped = is_skipped && done->skipped && seconds == 0;
    }
    table->seconds += row_s;
    table->hurt = table->hurt || hurt;
    text_print(&row.sum, "%s%s", is_skipped ? "skip" : duration_clock(clock, row_s), hurt ? "!" : " ");
    return row;
}

static DoneTable make_table(const Session *session)
{
    DoneTable table = {.count = session_done_count(session),
                       .words_cells = {SIDE_CELLS, SIDE_CELLS},
                       .brief_cells = {BRIEF_CELLS, BRIEF_CELLS}};
    table.rows = memory_new(MAX_OF(table.count, (size_t)1) * sizeof *table.rows);
    for (size_t i = 0; i < table.count; i++) {
        table.rows[i] = make_row(&table, session, i);
        for (int column = 0; column < SIDES; column++) {
            table.words_cells[column] = MAX_OF(table.words_cells[column], table.rows[i].words[column].length);
            table.brief_cells[column] = MAX_OF(table.brief_cells[column], table.rows[i].brief[column].length);
        }
    }
    return table;
}

static void release_table(DoneTable *table)
{
    for (size_t i = 0; i < table->count; i++) {
        for (int column = 0; column < SIDES; column++) {
            text_release(&table->rows[i].words[column]);
            text_release(&table->rows[i].brief[column]);
        }
        text_release(&table->rows[i].sum);
    }
    free(table->rows);
}

static void join(Text *into, const Text columns[SIDES], const size_t widths[SIDES], size_t gap)
{
    const size_t whole = widths[0] + gap + widths[1];
    text_add(into, text_show(&columns[0]));
    text_add_repeated(into, ' ', widths[0] + gap - into->length);
    text_add(into, text_show(&columns[1]));
    text_add_repeated(into, ' ', whole - into->length);
}

static void add_moves(Page *page, const DoneTable *table)
{
    bool is_first = true;
    for (size_t i = 0; i < table->count; i++) {
        const DoneRow *row = &table->rows[i];
        if (!row->name)
            continue;
        Text words = {0}, brief = {0};
        join(&words, row->words, table->words_cells, GAP);
        join(&brief, row->brief, table->brief_cells, BRIEF_GAP);
        const char *const forms[PAGE_FORMS] = {text_show(&words), text_show(&brief), text_show(&row->sum)};
        page_add_row(page, NULL, row->name, forms)->has_gap = is_first;
        is_first = false;
        text_release(&words);
        text_release(&brief);
    }
}

static void add_sum(Page *page, const Session *session, const DoneTable *table)
{
    char held[DURATION_TEXT_SIZE], left[DURATION_TEXT_SIZE], right[DURATION_TEXT_SIZE];
    const size_t of = session_done_count(session);
    Text line = {0};
    text_print(&line, "%d of %zu move%s, %s held", (int)session_moves_done(session), of, of == 1 ? "" : "s",
               duration_words(held, table->seconds));
    if (table->side_s[SIDE_LEFT] > 0 || table->side_s[SIDE_RIGHT] > 0)
        text_print(&line, ": left %s, right %s", duration_clock(left, table->side_s[SIDE_LEFT]),
                   duration_clock(right, table->side_s[SIDE_RIGHT]));
    text_add_char(&line, '.');
    page_add(page, NULL, text_show(&line));
    text_release(&line);
}

static void add_checks(Page *page, const Plan *plan)
{
    for (size_t i = 0; i < plan->routine_count; i++) {
        if (!plan->routines[i].check.say)
            continue;
        Block *block = page_add(page, NULL, "Try it again, and notice the difference:");
        block->style = style_bold(ROLE_ACCENT);
        block->has_gap = true;
        page_add(page, NULL, plan->routines[i].check.say);
    }
}

static void fill_done(Page *page, const Session *session, bool is_noted, const char *note)
{
    DoneTable table = make_table(session);
    if (session->state == SESSION_LEFT)
        page_add(page, NULL, "You stopped early. What you did counts, and you can continue later.");
    add_sum(page, session, &table);
    add_moves(page, &table);
    const size_t then = page->count;
    if (table.hurt) {
        Block *block = page_add(page, NULL,
                                is_noted ? "Where it hurt (!), the pressure target is lower next time."
                                         : "Where it hurt (!), let it rest.");
        block->style = style_of(ROLE_WARN);
        block->has_gap = true;
    }
    if (session->plan->declined) {
        Text line = {0};
        text_print(&line, "Left out because you said no: %s.", session->plan->declined);
        page_add(page, NULL, text_show(&line))->has_gap = true;
        text_release(&line);
    }
    add_checks(page, session->plan);
    if (note) {
        Block *block = page_add(page, NULL, note);
        block->style = style_of(ROLE_DIM);
        block->has_gap = true;
    }
    if (page->count > then)
        page->blocks[then].is_head = true;
    release_table(&table);
}

static void fill_after(Page *page, ReadingPage *reading)
{
    const Model *model = reading->model;
    const Session *session = model->session;
    char worked[DURATION_TEXT_SIZE];
    reading->role = ROLE_GOOD;
    text_add(&reading->title, session && session->state == SESSION_LEFT ? "Left" : "Done");
    if (!session)
        return;
    text_add(&reading->words, session->plan->title);
    text_add(&reading->right, duration_words(worked, session->worked_ms / 1000));
    fill_done(page, session, model->can_record, model->done_note);
}

static Request after_key(void *state, const Model *model, Action action, int32_t key)
{
    (void)state, (void)model, (void)action;
    return (Request){.kind = key == KEY_ENTER_KEY ? REQUEST_BACK : REQUEST_NONE};
}

const Screen screen_after = {
    .name = "after", .map = MAP_AFTER, .when_left = REQUEST_PUT_AWAY, .fill = fill_after, .key = after_key};
