/* SPDX-License-Identifier: MIT */
#include "cli/history_csv.h"

#include <stddef.h>
#include <string.h>

#include "base/day.h"
#include "base/macros.h"
#include "base/utf8.h"
#include "routine/fields.h"

/* Appends the value at `at` to an empty cell; nothing where it was not said. */
typedef void AddCell(Text *cell, const void *at);

typedef struct Column {
    const char *name;
    AddCell *add;
    size_t at;    /* offset in the record of the session or of the move */
    bool of_move; /* else of the session */
} Column;

static bool is_formula(const char *text)
{
    /* The last four are their wide forms, which some spreadsheets take for the same. */
    static const char *const starts[] = {"=", "+", "-", "@", "\t", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};
    size_t i = 0;
    while (i < ARRAY_LEN(starts) && strncmp(text, starts[i], strlen(starts[i])) != 0)
        i++;
    return i < ARRAY_LEN(starts);
}

static void add_text(Text *cell, const void *at)
{
    const char *text = *(const char *const *)at;
    if (!text)
        return;
    text_add(cell, is_formula(text) ? "'" : "");
    utf8_spell_harmful(cell, text);
}

static void add_number(Text *cell, const void *at)
{
    const int32_t number = *(const int32_t *)at;
    if (number >= 0)
        text_print(cell, "%d", number);
}

/* Whole seconds, as in JSON. */
static void add_seconds(Text *cell, const void *at)
{
    text_print(cell, "%lld", (long long)(*(const int64_t *)at / 1000));
}

static void add_truth(Text *cell, const void *at)
{
    text_add(cell, *(const bool *)at ? "true" : "false");
}

static void add_start(Text *cell, const void *at)
{
    const SessionRecord *record = at;
    char text[MOMENT_TEXT_SIZE];
    text_add(cell, day_print_moment(text, record->started_s, record->offset_min));
}

static void add_level(Text *cell, const void *at)
{
    text_add(cell, level_words.items[*(const Level *)at]);
}

static void add_state(Text *cell, const void *at)
{
    static const char *const states[] = {
        [RECORD_FINISHED] = "finished", [RECORD_LEFT] = "left", [RECORD_RUNNING] = "running"};
    text_add(cell, states[*(const RecordState *)at]);
}

static bool is_said(int32_t tenths)
{
    return tenths != MEASURE_NOT_SAID;
}

static void add_unit(Text *cell, const void *at)
{
    text_add(cell, unit_words.items[((const Measure *)at)->unit]);
}

/* Only where there is a number that it is about. */
static void add_better(Text *cell, const void *at)
{
    const Measure *measure = at;
    if (is_said(measure->before_tenths) || is_said(measure->after_tenths))
        text_add(cell, better_words.items[measure->more_is_better]);
}

static void add_tenths(Text *cell, const void *at)
{
    const int32_t tenths = *(const int32_t *)at;
    if (is_said(tenths))
        measure_add_number(cell, tenths);
}

static void add_side(Text *cell, const void *at)
{
    text_add(cell, side_name((int)*(const Side *)at));
}

#define SESSION(member) offsetof(SessionRecord, member), false
#define MOVE(member) offsetof(MoveRecord, member), true
static const Column columns[] = {
    {"session", add_text, SESSION(uid)},
    {"started", add_start, 0, false},
    {"title", add_text, SESSION(title)},
    {"routines", add_text, SESSION(routines)},
    {"state", add_state, SESSION(state)},
    {"level", add_level, SESSION(level)},
    {"planned_s", add_number, SESSION(planned_s)},
    {"worked_s", add_number, SESSION(worked_s)},
    {"check", add_text, SESSION(check)},
    {"unit", add_unit, SESSION(measure)},
    {"better", add_better, SESSION(measure)},
    {"before", add_tenths, SESSION(measure.before_tenths)},
    {"after", add_tenths, SESSION(measure.after_tenths)},
    {"note", add_text, SESSION(note)},
    {"declined", add_text, SESSION(declined)},
    {"ruled_out", add_text, SESSION(ruled_out)},
    {"dropped", add_text, SESSION(dropped)},
    {"move", add_text, MOVE(name)},
    {"use", add_text, MOVE(use)},
    {"areas", add_text, MOVE(areas)},
    {"side", add_side, MOVE(side)},
    {"move_planned_s", add_number, MOVE(planned_s)},
    {"held_s", add_seconds, MOVE(held_ms)},
    {"felt", add_number, MOVE(felt)},
    {"felt_most", add_number, MOVE(felt_most)},
    {"hurt", add_truth, MOVE(hurt)},
    {"skipped", add_truth, MOVE(skipped)},
};

/* In quotes where it has to be. */
static void add_cell(Text *into, size_t column, const char *cell)
{
    text_add(into, column > 0 ? "," : "");
    if (!strpbrk(cell, ",\"\r\n")) {
        text_add(into, cell);
        return;
    }
    text_add_char(into, '"');
    for (; *cell; cell++) {
        if (*cell == '"')
            text_add_char(into, '"');
        text_add_char(into, *cell);
    }
    text_add_char(into, '"');
}

void history_csv_head(Text *into)
{
    for (size_t i = 0; i < ARRAY_LEN(columns); i++)
        add_cell(into, i, columns[i].name);
    text_add(into, "\r\n");
}

/* `move` is NULL where the session has none. */
static void add_row(Text *into, Text *cell, const SessionRecord *record, const MoveRecord *move)
{
    for (size_t i = 0; i < ARRAY_LEN(columns); i++) {
        const char *from = columns[i].of_move ? (const char *)move : (const char *)record;
        text_clear(cell);
        if (from)
            columns[i].add(cell, from + columns[i].at);
        add_cell(into, i, text_show(cell));
    }
    text_add(into, "\r\n");
}

void history_csv_session(Text *into, const SessionRecord *record)
{
    Text cell = {0};
    for (size_t i = 0; i < record->count; i++)
        add_row(into, &cell, record, &record->moves[i]);
    if (record->count == 0)
        add_row(into, &cell, record, NULL);
    text_release(&cell);
}
