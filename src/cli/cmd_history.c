/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/day.h"
#include "base/duration.h"
#include "base/macros.h"
#include "base/output.h"
#include "cli/commands.h"
#include "cli/history_csv.h"
#include "cli/history_ics.h"
#include "cli/json.h"
#include "cli/print.h"
#include "platform/clock.h"
#include "progress/record_words.h"
#include "store/history.h"

enum { DAY_CELLS = 18 };

typedef enum HistoryForm { FORM_TEXT, FORM_JSON, FORM_CSV, FORM_ICS } HistoryForm;

/* The totals at the end, and what is printed. */
typedef struct HistoryPrint {
    HistoryForm form;
    bool is_of_area;
    int64_t count, worked_s, held_s, by_side[SIDE_COUNT];
    bool is_unwritable;
} HistoryPrint;

static int64_t held_seconds(const MoveRecord *move)
{
    return move->held_ms / 1000;
}

static void print_session(const SessionRecord *record)
{
    static const char *const states[] = {
        [RECORD_FINISHED] = "", [RECORD_LEFT] = ", stopped early", [RECORD_RUNNING] = ", running now"};
    char moment[MOMENT_TEXT_SIZE], time[DURATION_TEXT_SIZE];
    Text line = {0};
    day_print_moment(moment, record->started_s, record->offset_min);
    text_print(&line, "%.10s %.5s  %s, %s", moment, moment + 11, record->title, duration_words(time, record->worked_s));
    if (record->measure.before_tenths != MEASURE_NOT_SAID || record->measure.after_tenths != MEASURE_NOT_SAID) {
        text_add(&line, ", ");
        record_words_measure(&line, &record->measure);
    }
    if (record->level != LEVEL_STANDARD)
        text_print(&line, ", %s", level_words.items[record->level]);
    text_add(&line, states[record->state]);
    print_line("%s", text_show(&line));
    text_release(&line);
}

static void print_move(const MoveRecord *move, int width)
{
    Text line = {0};
    text_add(&line, "    ");
    print_column(&line, move->name, width + 2);
    print_column(&line, side_name((int)move->side), 7);
    record_words_done(&line, move);
    print_line("%s", text_show(&line));
    text_release(&line);
}

/* Behind the moves: what was left out, and the note. */
static void print_rest(const SessionRecord *record)
{
    Text lines = {0};
    record_words_left_out(&lines, record);
    for (const char *at = text_show(&lines); *at; at += strcspn(at, "\n") + 1)
        print_line("    %.*s", (int)strcspn(at, "\n"), at);
    if (record->note)
        print_paragraph(4, NULL, record->note);
    text_release(&lines);
}

static void print_record(const SessionRecord *record)
{
    int width = 0;
    for (size_t i = 0; i < record->count; i++)
        width = MAX_OF(width, print_cells(record->moves[i].name));
    print_session(record);
    for (size_t i = 0; i < record->count; i++)
        print_move(&record->moves[i], width);
    print_rest(record);
}

static bool print_data(Text *data)
{
    const bool is_written = data->length == 0 || output_data(data->bytes, data->length);
    text_release(data);
    return is_written;
}

static bool print_begin(HistoryForm form)
{
    Text data = {0};
    if (form == FORM_CSV)
        history_csv_head(&data);
    else if (form == FORM_ICS)
        history_ics_begin(&data);
    return print_data(&data);
}

static bool print_one(const SessionRecord *record, const HistoryPrint *print)
{
    Text data = {0};
    if (print->form == FORM_JSON)
        return json_print_item(json_of_record(record), print->count == 0);
    if (print->form == FORM_CSV)
        history_csv_session(&data, record);
    else if (print->form == FORM_ICS)
        history_ics_session(&data, record);
    else
        print_record(record);
    return print_data(&data);
}

static bool visit(const SessionRecord *record, void *argument)
{
    HistoryPrint *print = argument;
    print->is_unwritable = !print_one(record, print);
    print->count++;
    print->worked_s += record->worked_s;
    for (size_t i = 0; i < record->count; i++) {
        print->held_s += held_seconds(&record->moves[i]);
        print->by_side[record->moves[i].side] += held_seconds(&record->moves[i]);
    }
    return !print->is_unwritable;
}

/* Of one part of the body only what was held for it counts, for a session is more than that. */
static void print_totals(const HistoryPrint *print)
{
    char time[DURATION_TEXT_SIZE];
    Text line = {0};
    print_column(&line, "total", DAY_CELLS);
    text_print(&line, "%lld session%s, %s", (long long)print->count, print->count == 1 ? "" : "s",
               duration_words(time, print->is_of_area ? print->held_s : print->worked_s));
    for (Side side = SIDE_LEFT; side < SIDE_COUNT && print->by_side[SIDE_LEFT] + print->by_side[SIDE_RIGHT] > 0; side++)
        text_print(&line, "%s%s %s", side == SIDE_LEFT ? "; " : ", ", side_name((int)side),
                   duration_words(time, print->by_side[side]));
    print_line("%s", text_show(&line));
    text_release(&line);
}

static bool print_end(const HistoryPrint *print, bool is_filtered)
{
    Text data = {0};
    if (print->form == FORM_JSON)
        return json_print_end(print->count == 0);
    if (print->form == FORM_ICS)
        history_ics_end(&data);
    else if (print->form == FORM_TEXT && print->count == 0)
        print_note(is_filtered ? "No matching sessions. Try fewer filters." : "No sessions yet.");
    else if (print->form == FORM_TEXT)
        print_totals(print);
    return print_data(&data);
}

/* Of several the last one in this order. */
static HistoryForm form_of(const Options *options)
{
    static const OptionId ids[] = {[FORM_JSON] = OPTION_JSON, [FORM_CSV] = OPTION_CSV, [FORM_ICS] = OPTION_ICS};
    HistoryForm form = FORM_TEXT;
    for (HistoryForm each = FORM_JSON; each <= FORM_ICS; each++)
        form = options_has(options, ids[each]) ? each : form;
    return form;
}

/* From when on, by --days or --since; unchanged where neither is given. */
static bool read_since(const Options *options, int64_t now_s, int64_t *since_s)
{
    int32_t day;
    if (options_has(options, OPTION_DAYS))
        *since_s = now_s - (int64_t)options->numbers[OPTION_DAYS] * DAY_SECONDS;
    if (!options_has(options, OPTION_SINCE))
        return true;
    if (options_has(options, OPTION_DAYS)) {
        print_failure("--days and --since cannot be used together");
        return false;
    }
    if (!day_read(options->texts[OPTION_SINCE], &day)) {
        print_failure("--since needs a date such as 2026-05-01, found '%s'", options->texts[OPTION_SINCE]);
        return false;
    }
    const int64_t midnight_s = (int64_t)day * DAY_SECONDS;
    *since_s = MAX_OF(midnight_s - (int64_t)clock_utc_offset_min(midnight_s) * 60, (int64_t)1);
    return true;
}

static int run_history(const Context *context)
{
    const Options *options = context->options;
    const int64_t now_s = clock_unix_s();
    HistoryFilter filter = {.area = options_has(options, OPTION_AREA) ? options->numbers[OPTION_AREA] : -1};
    if (!read_since(options, now_s, &filter.since_s))
        return EXIT_USAGE;
    Store *store = context_records(now_s);
    HistoryPrint print = {.form = form_of(options), .is_of_area = filter.area >= 0};
    const bool is_filtered = filter.area >= 0 || filter.since_s > 0;
    print.is_unwritable = !print_begin(print.form);
    const bool is_read = !print.is_unwritable && (!store || history_each(store, &filter, visit, &print));
    const char *trouble = is_read || print.is_unwritable ? NULL : store_problem_for_reader(store);
    if (trouble) /* else it was told already */
        print_failure("%s", trouble);
    int status = is_read ? EXIT_FINE : EXIT_FAILED;
    if (print.is_unwritable || (is_read && !print_end(&print, is_filtered)))
        status = print_failure("cannot write to standard output");
    store_close(store);
    return status;
}

const Command command_history = {
    .name = "history",
    .arguments = "",
    .summary = "past sessions: what was done, on which side, how long, how it felt",
    .details = "The newest is last, followed by the totals: sessions, time, left and right. --csv is for spreadsheets, "
               "--ics for calendars.",
    .example = "knead history --days 7\nknead history --since 2026-05-01\nknead history --ics > sessions.ics",
    .options = OPTION_BIT(OPTION_DAYS) | OPTION_BIT(OPTION_SINCE) | OPTION_BIT(OPTION_AREA) | OPTION_BIT(OPTION_CSV) |
               OPTION_BIT(OPTION_ICS) | OPTION_BIT(OPTION_JSON),
    .run = run_history,
};
