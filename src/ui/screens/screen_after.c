/* SPDX-License-Identifier: MIT */
/* What was done in a session: each move with its left and right, and what came of it. */
#include <stdlib.h>

#include "base/duration.h"
#include "base/macros.h"
#include "base/memory.h"
#include "ui/screen.h"

enum { SIDES = 2, SIDE_CELLS = 22, BRIEF_CELLS = 7, GAP = 2, BRIEF_GAP = 1 };

/* What was done of a move on one side. */
typedef struct TallyRow {
    int32_t move; /* as session_done_move counts */
    Side side;
    int32_t seconds;   /* held, to the nearest second */
    int32_t felt_most; /* or SESSION_NOT_FELT */
    bool hurt, skipped;
} TallyRow;

typedef struct Tally {
    TallyRow *rows; /* by move, then side; only what was done, felt, hurt or skipped; owned */
    size_t count;
    int32_t seconds; /* the sum of the rows */
    int32_t side_s[SIDE_COUNT];
    bool hurt; /* anywhere */
} Tally;

static void add_tally_row(Tally *tally, TallyRow row)
{
    tally->rows[tally->count++] = row;
    tally->seconds += row.seconds;
    tally->side_s[row.side] += row.seconds;
    tally->hurt = tally->hurt || row.hurt;
}

static Tally tally_of(const Session *session)
{
    const size_t count = session_done_count(session);
    Tally tally = {.rows = memory_resize(NULL, MAX_OF(count, (size_t)1) * SIDE_COUNT, sizeof(*tally.rows))};
    for (size_t i = 0; i < count; i++) {
        for (Side side = SIDE_NONE; side < SIDE_COUNT; side++) {
            const Done *done = &session->done[i][side];
            const int32_t seconds = done_seconds(done);
            if (seconds > 0 || done->felt != SESSION_NOT_FELT || done->hurt || done->skipped)
                add_tally_row(&tally,
                              (TallyRow){(int32_t)i, side, seconds, done->felt_most, done->hurt, done->skipped});
        }
    }
    return tally;
}

/* What was done of a move, a column for its right side and one for all else, in words or short. */
typedef struct DoneRow {
    const char *name;
    Text words[SIDES], brief[SIDES], sum;
} DoneRow;

typedef struct Widths {
    size_t words[SIDES], brief[SIDES];
} Widths;

/* "left 1:30, felt 4, hurt", "right skipped", "left 0:05, cut short"; the same without a side. */
static void add_side(Text *into, const TallyRow *row)
{
    static const char *const names[SIDE_COUNT] = {[SIDE_NONE] = "", [SIDE_LEFT] = "left ", [SIDE_RIGHT] = "right "};
    char clock[DURATION_TEXT_SIZE];
    const bool is_skipped = row->skipped && row->seconds == 0;
    text_print(into, "%s%s%s", into->length > 0 ? "  " : "", names[row->side],
               is_skipped ? "skipped" : duration_clock(clock, row->seconds));
    if (row->skipped && !is_skipped)
        text_add(into, ", cut short");
    if (row->felt_most != SESSION_NOT_FELT)
        text_print(into, ", felt %d", (int)row->felt_most);
    if (row->hurt)
        text_add(into, ", hurt");
}

/* "L 1:30", with a mark where it hurt; "L skip". */
static void add_brief(Text *into, const TallyRow *row)
{
    static const char *const names[SIDE_COUNT] = {[SIDE_NONE] = "", [SIDE_LEFT] = "L ", [SIDE_RIGHT] = "R "};
    char clock[DURATION_TEXT_SIZE];
    text_print(into, "%s%s%s", into->length > 0 ? " " : "", names[row->side],
               row->skipped && row->seconds == 0 ? "skip" : duration_clock(clock, row->seconds));
    text_add(into, row->hurt ? "!" : " ");
}

/* The rows of one move, of which there are at most a left, a right and one without a side. */
static DoneRow make_move(const Session *session, const TallyRow *rows, size_t count)
{
    DoneRow move = {.name = session_done_move(session, (size_t)rows[0].move).name};
    char clock[DURATION_TEXT_SIZE];
    int32_t seconds = 0;
    bool hurt = false, is_skipped = true;
    for (size_t i = 0; i < count; i++) {
        const int column = rows[i].side == SIDE_RIGHT ? 1 : 0;
        add_side(&move.words[column], &rows[i]);
        add_brief(&move.brief[column], &rows[i]);
        seconds += rows[i].seconds;
        hurt = hurt || rows[i].hurt;
        is_skipped = is_skipped && rows[i].skipped && rows[i].seconds == 0;
    }
    text_print(&move.sum, "%s%s", is_skipped ? "skip" : duration_clock(clock, seconds), hurt ? "!" : " ");
    return move;
}

static void release_move(DoneRow *move)
{
    for (int column = 0; column < SIDES; column++) {
        text_release(&move->words[column]);
        text_release(&move->brief[column]);
    }
    text_release(&move->sum);
}

static void widen(Widths *widths, const DoneRow *move)
{
    for (int column = 0; column < SIDES; column++) {
        widths->words[column] = MAX_OF(widths->words[column], move->words[column].length);
        widths->brief[column] = MAX_OF(widths->brief[column], move->brief[column].length);
    }
}

static void join(Text *into, const Text columns[SIDES], const size_t widths[SIDES], size_t gap)
{
    const size_t whole = widths[0] + gap + widths[1];
    text_add(into, text_show(&columns[0]));
    text_add_repeated(into, ' ', widths[0] + gap - into->length);
    text_add(into, text_show(&columns[1]));
    text_add_repeated(into, ' ', whole - into->length);
}

static void add_row(Page *page, const DoneRow *move, const Widths *widths, bool is_first)
{
    Text words = {0}, brief = {0};
    join(&words, move->words, widths->words, GAP);
    join(&brief, move->brief, widths->brief, BRIEF_GAP);
    const char *const forms[PAGE_FORMS] = {text_show(&words), text_show(&brief), text_show(&move->sum)};
    page_add_row(page, NULL, move->name, forms)->has_gap = is_first;
    text_release(&words);
    text_release(&brief);
}

/* The columns are as wide as the widest in them, so that no row runs together. */
static void add_moves(Page *page, const Session *session, const Tally *tally)
{
    Widths widths = {{SIDE_CELLS, SIDE_CELLS}, {BRIEF_CELLS, BRIEF_CELLS}};
    DoneRow *moves = memory_new(MAX_OF(tally->count, (size_t)1) * sizeof(*moves));
    size_t count = 0;
    for (size_t i = 0, next = 0; i < tally->count; i = next) {
        while (next < tally->count && tally->rows[next].move == tally->rows[i].move)
            next++;
        moves[count] = make_move(session, &tally->rows[i], next - i);
        widen(&widths, &moves[count++]);
    }
    for (size_t i = 0; i < count; i++) {
        add_row(page, &moves[i], &widths, i == 0);
        release_move(&moves[i]);
    }
    free(moves);
}

static void add_sum(Page *page, const Session *session, const Tally *tally)
{
    char held[DURATION_TEXT_SIZE], left[DURATION_TEXT_SIZE], right[DURATION_TEXT_SIZE];
    const size_t of = session_done_count(session);
    Text line = {0};
    text_print(&line, "%d of %zu move%s, %s held", (int)session_moves_done(session), of, of == 1 ? "" : "s",
               duration_words(held, tally->seconds));
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

static void fill_done(Page *page, const Session *session, bool is_noted, const char *note)
{
    const Tally tally = tally_of(session);
    if (session->state == SESSION_LEFT)
        page_add(page, NULL, "You left in the middle. What you did counts, and you can go on later.");
    add_sum(page, session, &tally);
    add_moves(page, session, &tally);
    if (tally.hurt) {
        Block *block = page_add(page, NULL,
                                is_noted ? "Where it hurt (!), the pressure aimed at is lower next time."
                                         : "Where it hurt (!), let it rest.");
        block->style = style_of(ROLE_WARN);
        block->has_gap = true;
    }
    if (session->plan->declined) {
        Text line = {0};
        text_print(&line, "Left out without your yes: %s.", session->plan->declined);
        page_add(page, NULL, text_show(&line))->has_gap = true;
        text_release(&line);
    }
    add_checks(page, session->plan);
    if (note) {
        Block *block = page_add(page, NULL, note);
        block->style = style_of(ROLE_DIM);
        block->has_gap = true;
    }
    free(tally.rows);
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
