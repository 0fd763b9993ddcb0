/* SPDX-License-Identifier: MIT */
#include <time.h>

#include "base/duration.h"
#include "base/memory.h"
#include "cli/commands.h"
#include "cli/json.h"
#include "cli/print.h"
#include "platform/clock.h"
#include "store/history.h"

enum { DAY_S = 24 * 60 * 60, DAY_CELLS = 18 };

static void print_session(const HistorySession *session)
{
    static const char *const states[] = {
        [HISTORY_FINISHED] = "", [HISTORY_LEFT] = ", stopped early", [HISTORY_RUNNING] = ", running now"};
    const time_t local = (time_t)(session->started_s + (int64_t)session->offset_min * 60);
    struct tm parts;
    char day[32] = "", time[DURATION_TEXT_SIZE];
    if (gmtime_r(&local, &parts))
        strftime(day, sizeof day, "%Y-%m-%d %H:%M", &parts);
    print_line("%s  %s, %s%s", day, session->title, duration_words(time, session->worked_s), states[session->state]);
}

static void print_move(const HistoryMove *move, int width)
{
    char time[DURATION_TEXT_SIZE];
    Text line = {0};
    text_add(&line, "    ");
    print_column(&line, move->name, width + 2);
    print_column(&line, side_name((int)move->side), 7);
    if (!move->skipped || move->seconds > 0)
        text_add(&line, duration_words(time, move->seconds));
    if (move->skipped)
        text_add(&line, move->seconds > 0 ? ", cut short" : "skipped");
    if (move->felt >= 0)
        text_print(&line, ", felt %d", move->felt);
    if (move->felt_most > move->felt)
        text_print(&line, " (%d at most)", move->felt_most);
    if (move->hurt)
        text_add(&line, ", it hurt");
    print_line("%s", text_show(&line));
    text_release(&line);
}

/* Of one part of the body only what was held for it counts, for a session is more than that. */
static void print_totals(const History *history, bool is_of_area)
{
    int64_t worked_s = 0, held_s = 0, by_side[SIDE_COUNT] = {0};
    char time[DURATION_TEXT_SIZE];
    Text line = {0};
    for (size_t i = 0; i < history->count; i++) {
        const HistorySession *session = &history->sessions[i];
        worked_s += session->worked_s;
        for (size_t k = 0; k < session->count; k++) {
            held_s += session->moves[k].seconds;
            by_side[session->moves[k].side] += session->moves[k].seconds;
        }
    }
    print_column(&line, "total", DAY_CELLS);
    text_print(&line, "%zu session%s, %s", history->count, history->count == 1 ? "" : "s",
               duration_words(time, is_of_area ? held_s : worked_s));
    for (Side side = SIDE_LEFT; side < SIDE_COUNT && by_side[SIDE_LEFT] + by_side[SIDE_RIGHT] > 0; side++)
        text_print(&line, "%s%s %s", side == SIDE_LEFT ? "; " : ", ", side_name((int)side),
                   duration_words(time, by_side[side]));
    print_line("%s", text_show(&line));
    text_release(&line);
}

static void print_history(const History *history, bool is_filtered, bool is_of_area)
{
    for (size_t i = 0; i < history->count; i++) {
        const HistorySession *session = &history->sessions[i];
        int width = 0;
        for (size_t k = 0; k < session->count; k++)
            width = MAX_OF(width, print_cells(session->moves[k].name));
        print_session(session);
        for (size_t k = 0; k < session->count; k++)
            print_move(&session->moves[k], width);
    }
    if (history->count == 0)
        print_note(is_filtered ? "No matching sessions. Try fewer filters." : "No sessions yet.");
    else
        print_totals(history, is_of_area);
}

static int run_history(const Context *context)
{
    const Options *options = context->options;
    const int64_t now_s = clock_unix_s();
    Store *store = context_records(now_s);
    HistoryFilter filter = {.area = options_has(options, OPTION_AREA) ? options->numbers[OPTION_AREA] : -1};
    if (options_has(options, OPTION_DAYS))
        filter.since_s = now_s - (int64_t)options->numbers[OPTION_DAYS] * DAY_S;
    History *history = store ? history_read(store, &filter) : memory_new(sizeof(*history));
    const char *trouble = history ? NULL : store_problem_for_reader(store);
    if (trouble) /* else it was told already */
        print_failure("%s", trouble);
    int status = history ? EXIT_FINE : EXIT_FAILED;
    if (history && options_has(options, OPTION_JSON))
        status = json_print(json_of_history(history));
    else if (history)
        print_history(history, options_has(options, OPTION_AREA) || options_has(options, OPTION_DAYS),
                      options_has(options, OPTION_AREA));
    history_free(history);
    store_close(store);
    return status;
}

const Command command_history = {
    .name = "history",
    .arguments = "",
    .summary = "past sessions: what was done, on which side, how long, how it felt",
    .details = "The newest is last, followed by the totals: sessions, time, left and right.",
    .example = "knead history --days 7\nknead history --area calves --json",
    .options = OPTION_BIT(OPTION_DAYS) | OPTION_BIT(OPTION_AREA) | OPTION_BIT(OPTION_JSON),
    .run = run_history,
};
