/* SPDX-License-Identifier: MIT */
#include "ui/screens/record_page.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/duration.h"
#include "base/macros.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "routine/wording.h"
#include "ui/body/body_draw.h"

enum {
    COLUMNS = 2,     /* one for the right side, one for all else */
    BODY_CELLS = 24, /* beside the page: the narrowest that shows front and back, and the widest */
    BODY_CELLS_MOST = 44,
    BODY_ROWS_MOST = 26,
    PAGE_CELLS = 52, /* that the page keeps beside it */
};

/* How the sides of a move are written: in words, short, and short without what was planned. */
typedef enum RowForm { FORM_WORDS, FORM_SHORT, FORM_BARE, FORM_COUNT } RowForm;

static const struct {
    const char *sides[SIDE_COUNT], *skipped, *of, *hurt, *unhurt; /* of: before what was planned; NULL: without it */
    size_t cells, gap;                                            /* of a column at least; between the columns */
} forms[FORM_COUNT] = {
    [FORM_WORDS] = {{"", "left ", "right "}, "skipped", " of ", ", hurt", "", 12, 2},
    [FORM_SHORT] = {{"", "L ", "R "}, "skip", "/", "!", " ", 7, 1},
    [FORM_BARE] = {{"", "L ", "R "}, "skip", NULL, "!", " ", 7, 1},
};

/* What was done of a move, in each form, and as a sum. */
typedef struct MoveRow {
    const char *name;
    Text sides[FORM_COUNT][COLUMNS], sum;
    bool hurt;
} MoveRow;

/* All rows, what they come to, and how wide their columns are, so that no row runs together. */
typedef struct MoveTable {
    MoveRow *rows; /* owned */
    size_t count, cells[FORM_COUNT][COLUMNS];
    int64_t held_ms[SIDE_COUNT];
    int32_t done, planned_s; /* moves of which something was held; planned_s: -1 if it is not known of one */
    bool hurt;
} MoveTable;

static int64_t seconds_of(int64_t ms)
{
    return (ms + 500) / 1000;
}

static bool is_short_of_plan(const MoveRecord *move)
{
    return move->planned_s - seconds_of(move->held_ms) > 1;
}

/* "1:30", "1:30 of 2:00", "skipped"; "-" where it was not reached. */
static void add_held(Text *into, const MoveRecord *move, RowForm form)
{
    char held[DURATION_TEXT_SIZE], planned[DURATION_TEXT_SIZE];
    const int64_t seconds = seconds_of(move->held_ms);
    if (seconds == 0 && !move->hurt) {
        text_add(into, move->skipped ? forms[form].skipped : "-");
        return;
    }
    text_add(into, duration_clock(held, seconds));
    if (forms[form].of && is_short_of_plan(move))
        text_print(into, "%s%s", forms[form].of, duration_clock(planned, move->planned_s));
}

static void add_side(MoveRow *row, const MoveRecord *move)
{
    for (RowForm form = 0; form < FORM_COUNT; form++) {
        Text *into = &row->sides[form][move->side == SIDE_RIGHT ? 1 : 0];
        text_add_repeated(into, ' ', into->length > 0 ? forms[form].gap : 0);
        text_add(into, forms[form].sides[move->side]);
        add_held(into, move, form);
        text_add(into, move->hurt ? forms[form].hurt : forms[form].unhurt);
    }
}

static void widen(MoveTable *table, const MoveRow *row)
{
    for (RowForm form = 0; form < FORM_COUNT; form++) {
        for (int column = 0; column < COLUMNS; column++) {
            size_t *cells = &table->cells[form][column];
            *cells = MAX_OF(MAX_OF(*cells, forms[form].cells), row->sides[form][column].length);
        }
    }
}

/* The row of the moves with the position of the first; returns how many there are. */
static size_t make_row(MoveTable *table, const MoveRecord *moves, size_t count)
{
    MoveRow *row = &table->rows[table->count++];
    int64_t held_ms = 0;
    size_t sides = 0;
    row->name = moves->name;
    for (; sides < count && moves[sides].position == moves->position; sides++) {
        const MoveRecord *move = &moves[sides];
        add_side(row, move);
        held_ms += move->held_ms;
        row->hurt = row->hurt || move->hurt;
        table->held_ms[move->side] += move->held_ms;
        table->planned_s = move->planned_s < 0 || table->planned_s < 0 ? -1 : table->planned_s + move->planned_s;
    }
    char clock[DURATION_TEXT_SIZE];
    text_print(&row->sum, "%s%s", held_ms > 0 ? duration_clock(clock, seconds_of(held_ms)) : "-",
               row->hurt ? "!" : " ");
    table->done += held_ms > 0;
    table->hurt = table->hurt || row->hurt;
    widen(table, row);
    return sides;
}

static MoveTable make_table(const SessionRecord *record)
{
    MoveTable table = {0};
    table.rows = memory_new(MAX_OF(record->count, (size_t)1) * sizeof *table.rows);
    for (size_t i = 0; i < record->count;)
        i += make_row(&table, record->moves + i, record->count - i);
    return table;
}

static void release_table(MoveTable *table)
{
    for (size_t i = 0; i < table->count; i++) {
        for (int side = 0; side < FORM_COUNT * COLUMNS; side++)
            text_release(&table->rows[i].sides[side / COLUMNS][side % COLUMNS]);
        text_release(&table->rows[i].sum);
    }
    free(table->rows);
}

static void join(Text *into, const MoveTable *table, const MoveRow *row, RowForm form)
{
    for (int column = 0; column < COLUMNS; column++) {
        const Text *side = &row->sides[form][column];
        text_add_repeated(into, ' ', column > 0 ? forms[form].gap : 0);
        text_add(into, text_show(side));
        text_add_repeated(into, ' ', table->cells[form][column] - side->length);
    }
}

static void add_moves(Page *page, const MoveTable *table)
{
    for (size_t i = 0; i < table->count; i++) {
        const MoveRow *row = &table->rows[i];
        Text joined[FORM_COUNT] = {{0}};
        const char *right[PAGE_FORMS] = {[FORM_COUNT] = text_show(&row->sum)};
        for (RowForm form = 0; form < FORM_COUNT; form++) {
            join(&joined[form], table, row, form);
            right[form] = text_show(&joined[form]);
        }
        Block *block = page_add_row(page, NULL, row->name, right);
        block->has_gap = i == 0;
        block->style = row->hurt ? style_of(ROLE_BAD) : block->style;
        for (RowForm form = 0; form < FORM_COUNT; form++)
            text_release(&joined[form]);
    }
    if (!table->hurt)
        return;
    page_add(page, NULL, "! it hurt there")->style = style_of(ROLE_WARN);
}

/* "5 of 6 moves, 8 min held of 9 min: left 4:00, right 4:00." */
static void add_sum(Page *page, const MoveTable *table)
{
    char words[DURATION_TEXT_SIZE], left[DURATION_TEXT_SIZE], right[DURATION_TEXT_SIZE];
    const int64_t *held_ms = table->held_ms,
                  seconds = seconds_of(held_ms[SIDE_NONE] + held_ms[SIDE_LEFT] + held_ms[SIDE_RIGHT]);
    Text line = {0};
    text_print(&line, "%d of %zu move%s, %s held", (int)table->done, table->count, table->count == 1 ? "" : "s",
               duration_words(words, seconds));
    if (table->planned_s - seconds > 1)
        text_print(&line, " of %s", duration_words(words, table->planned_s));
    if (held_ms[SIDE_LEFT] > 0 || held_ms[SIDE_RIGHT] > 0)
        text_print(&line, ": left %s, right %s", duration_clock(left, seconds_of(held_ms[SIDE_LEFT])),
                   duration_clock(right, seconds_of(held_ms[SIDE_RIGHT])));
    text_add_char(&line, '.');
    page_add(page, NULL, text_show(&line));
    text_release(&line);
}

/* "8 min of 10 min planned." */
static void add_length(Page *page, const SessionRecord *record)
{
    char worked[DURATION_TEXT_SIZE], planned[DURATION_TEXT_SIZE];
    Text line = {0};
    text_add(&line, duration_words(worked, record->worked_s));
    if (record->planned_s > record->worked_s)
        text_print(&line, " of %s planned", duration_words(planned, record->planned_s));
    text_add_char(&line, '.');
    page_add(page, NULL, text_show(&line));
    text_release(&line);
}

void record_page_measure(Text *into, const Measure *measure)
{
    const bool has_before = measure->before_tenths != MEASURE_NOT_SAID;
    const int32_t last = measure->after_tenths;
    if (measure_is_whole(measure)) {
        measure_add_number(into, measure->before_tenths);
        text_add(into, " \u2192 ");
        measure_add(into, (CheckUnit)measure->unit, last);
    } else if (has_before || last != MEASURE_NOT_SAID) {
        text_add(into, has_before ? "before " : "after ");
        measure_add(into, (CheckUnit)measure->unit, has_before ? measure->before_tenths : last);
    }
}

void record_page_gain(Text *into, CheckUnit unit, double gain_tenths)
{
    const int32_t tenths = (int32_t)lround(fabs(gain_tenths));
    if (tenths == 0) {
        text_add(into, "no change");
        return;
    }
    measure_add(into, unit, tenths);
    text_add(into, gain_tenths > 0 ? " better" : " worse");
}

static void add_measure(Page *page, const SessionRecord *record)
{
    const Measure *measure = &record->measure;
    Text line = {0};
    record_page_measure(&line, measure);
    if (line.length > 0 && measure->unit == UNIT_FEEL)
        text_add(&line, " of 10");
    if (measure_is_whole(measure)) {
        text_add(&line, ": ");
        record_page_gain(&line, (CheckUnit)measure->unit, measure_gain_tenths(measure));
    }
    if (line.length > 0) {
        Block *block = page_add(page, measure->unit == UNIT_FEEL ? "how it felt" : "check", text_show(&line));
        const bool is_better = measure_is_whole(measure) && measure_gain_tenths(measure) > 0;
        block->style = style_bold(is_better ? ROLE_GOOD : ROLE_TEXT);
        block->has_gap = true;
        if (record->check)
            page_add(page, "", record->check)->style = style_of(ROLE_DIM);
    }
    text_release(&line);
}

/* "Calf strip, left, Strip: 6, target 4 to 6". */
static void add_felts(Page *page, const SessionRecord *record)
{
    Text line = {0};
    for (size_t i = 0; i < record->felt_count; i++) {
        const FeltRecord *felt = &record->felts[i];
        text_clear(&line);
        wording_side(&line, felt->move, felt->side);
        if (felt->phase)
            text_print(&line, ", %s", felt->phase);
        text_print(&line, ": %d", (int)felt->felt);
        if (felt->target.is_set)
            text_print(&line, felt->target.low == felt->target.high ? ", target %d" : ", target %d to %d",
                       felt->target.low, felt->target.high);
        const bool is_hard = felt->felt > (felt->target.is_set ? felt->target.high : WORDING_TOO_HARD - 1);
        Block *block = page_add(page, i == 0 ? "pressure" : "", text_show(&line));
        block->has_gap = i == 0;
        block->style = style_of(is_hard ? ROLE_WARN : ROLE_TEXT);
    }
    text_release(&line);
}

/* The same from the moves, of records that do not have each hold. */
static void add_felt_of_moves(Page *page, const SessionRecord *record)
{
    Text line = {0};
    bool is_first = true;
    for (size_t i = 0; i < record->count && record->felt_count == 0; i++) {
        const MoveRecord *move = &record->moves[i];
        if (move->felt_most < 0)
            continue;
        text_clear(&line);
        wording_side(&line, move->name, move->side);
        text_print(&line, ": %d", (int)move->felt);
        if (move->felt_most != move->felt)
            text_print(&line, ", at most %d", (int)move->felt_most);
        page_add(page, is_first ? "pressure" : "", text_show(&line))->has_gap = is_first;
        is_first = false;
    }
    text_release(&line);
}

static void add_skipped(Text *into, const SessionRecord *record)
{
    for (size_t i = 0; i < record->count; i++) {
        if (!record->moves[i].skipped)
            continue;
        text_add(into, into->length > 0 ? "; " : "");
        wording_side(into, record->moves[i].name, record->moves[i].side);
        if (record->moves[i].held_ms >= 500)
            text_add(into, " (the rest of it)");
    }
}

/* What was left out, and why. */
static void add_left_out(Page *page, const SessionRecord *record)
{
    Text skipped = {0};
    add_skipped(&skipped, record);
    const struct {
        const char *label, *why, *what;
    } rows[] = {
        {"skipped", "", skipped.length > 0 ? text_show(&skipped) : NULL},
        {"left out", "you said no: ", record->declined},
        {"left out", "for your health: ", record->ruled_out},
        {"left out", "for lack of time: ", record->dropped},
    };
    bool is_first = true;
    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        if (!rows[i].what)
            continue;
        Text line = {0};
        text_print(&line, "%s%s", rows[i].why, rows[i].what);
        page_add(page, rows[i].label, text_show(&line))->has_gap = is_first;
        text_release(&line);
        is_first = false;
    }
}

void record_page_add(Page *page, const SessionRecord *record)
{
    MoveTable table = make_table(record);
    if (record->state == RECORD_LEFT)
        page_add(page, NULL, "You stopped early. What you did counts.");
    if (table.count > 0)
        add_sum(page, &table);
    else
        add_length(page, record);
    if (record->level != LEVEL_STANDARD) {
        Text line = {0};
        text_print(&line, "Level: %s.", level_words.items[record->level]);
        page_add(page, NULL, text_show(&line));
        text_release(&line);
    }
    add_measure(page, record);
    if (record->note) {
        page_add(page, "note", record->note)->has_gap = true;
    }
    add_moves(page, &table);
    add_felts(page, record);
    add_felt_of_moves(page, record);
    add_left_out(page, record);
    release_table(&table);
}

/* The next of the areas in a list that blanks part, which *at then is behind; -1: not known. */
static int next_area(const char **at)
{
    *at += strspn(*at, " ");
    const size_t length = strcspn(*at, " ");
    const int area = length > 0 ? words_find(&area_words, *at, length) : -1;
    *at += length;
    return area;
}

static bool find_heat(const SessionRecord *record, BodyHeat *heat)
{
    int64_t held_ms[AREA_COUNT][SIDE_COUNT] = {{0}};
    bool has_any = false;
    for (size_t i = 0; i < record->count; i++) {
        const MoveRecord *move = &record->moves[i];
        for (const char *at = move->areas; at && *at;) {
            const int area = next_area(&at);
            if (area < 0)
                continue;
            held_ms[area][move->side] += move->held_ms;
            has_any = has_any || move->held_ms > 0 || move->hurt;
        }
    }
    body_heat_set(heat, &held_ms[0][0], HEAT_SOME);
    return has_any;
}

static void mark_hurt(const SessionRecord *record, BodyHeat *heat)
{
    for (size_t i = 0; i < record->count; i++) {
        const MoveRecord *move = &record->moves[i];
        for (const char *at = move->hurt ? move->areas : NULL; at && *at;) {
            const int area = next_area(&at);
            for (int side = 0; area >= 0 && side < SIDE_COUNT; side++) {
                if (move->side == SIDE_NONE || side == SIDE_NONE || side == (int)move->side)
                    heat->of[area][side] = BODY_HURT;
            }
        }
    }
}

Rect record_page_draw_body(Canvas *canvas, Rect rect, const SessionRecord *record)
{
    BodyHeat heat;
    if (!find_heat(record, &heat))
        return (Rect){rect.x, rect.y, 0, 0};
    mark_hurt(record, &heat);
    return body_heat_draw(&heat, canvas, rect);
}

Rect record_page_room(Rect rect, const SessionRecord *record)
{
    BodyHeat heat;
    const int left = rect.width - PAGE_CELLS;
    if (left >= BODY_CELLS && find_heat(record, &heat))
        rect.width -= MIN_OF(left, BODY_CELLS_MOST);
    rect.width = MIN_OF(rect.width, PAGE_WIDTH);
    return rect;
}

void record_page_draw(const Page *page, Canvas *canvas, Rect rect, const SessionRecord *record, int focus)
{
    const Rect room = record_page_room(rect, record);
    const int left = rect.x + rect.width - room.x - room.width, width = MIN_OF(left, BODY_CELLS_MOST);
    if (left >= BODY_CELLS)
        record_page_draw_body(canvas, (Rect){room.x + room.width, rect.y, width, MIN_OF(rect.height, BODY_ROWS_MOST)},
                              record);
    page_draw(page, canvas, room, focus, false);
}
