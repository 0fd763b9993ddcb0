/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "base/duration.h"
#include "base/macros.h"
#include "base/output.h"
#include "cli/commands.h"
#include "cli/json.h"
#include "cli/print.h"
#include "platform/clock.h"
#include "progress/overview.h"
#include "routine/wording.h"
#include "store/sums.h"

enum { AREA_CELLS = 16, TIME_CELLS = 14, WEEK_CELLS = 14, TITLE_CELLS = 34, NUMBERS_CELLS = 18 };

static const char *words_of_ms(char text[DURATION_TEXT_SIZE], int64_t ms)
{
    return duration_minutes(text, ms / 1000);
}

static void add_sum(Text *into, const char *name, DaySum sum)
{
    char time[DURATION_TEXT_SIZE];
    text_print(into, "%s%s %d session%s, %s", into->length > 0 ? "; " : "", name, (int)sum.sessions,
               sum.sessions == 1 ? "" : "s", duration_minutes(time, sum.worked_s));
}

/* Only if the period has all of it. */
static void add_days(Text *into, const Overview *overview, const char *name, int32_t first, int32_t last)
{
    if (first >= overview->first_day)
        add_sum(into, name, overview_sum(overview, first, last));
}

static void print_periods(const Overview *overview)
{
    const int32_t today = overview->today, monday = day_monday(today);
    const int weeks = (int)overview->week_count;
    Text line = {0}, name = {0};
    add_days(&line, overview, "this week", monday, today);
    add_days(&line, overview, "last week", monday - DAY_WEEK, monday - 1);
    add_days(&line, overview, "this month", today - day_civil(today).day + 1, today);
    print_paragraph(0, NULL, text_show(&line));
    text_clear(&line);
    text_print(&name, "in %d week%s:", weeks, weeks == 1 ? "" : "s");
    add_sum(&line, text_show(&name), overview->total);
    print_line("%s", text_show(&line));
    text_release(&name);
    text_release(&line);
}

static void print_streak(const Streak *streak)
{
    char day[DAY_TEXT_SIZE];
    if (streak->is_away)
        print_line("away until %s; this counts against nothing", day_print(day, streak->away_until));
    if (streak->weeks > 0)
        print_line("%d week%s in a row with at least %d session%s", (int)streak->weeks, streak->weeks == 1 ? "" : "s",
                   (int)streak->least, streak->least == 1 ? "" : "s");
}

static void add_behind(Text *line, const int64_t held_ms[SIDE_COUNT])
{
    char time[DURATION_TEXT_SIZE];
    const Side behind = overview_side_behind(held_ms);
    const int64_t apart_ms = held_ms[SIDE_LEFT] - held_ms[SIDE_RIGHT];
    if (behind != SIDE_NONE)
        text_print(line, "%s is behind by %s", side_name((int)behind),
                   words_of_ms(time, apart_ms < 0 ? -apart_ms : apart_ms));
}

static void print_areas(const Overview *overview)
{
    const AreaOrder order = overview_order_areas(overview);
    const int weeks = (int)overview->week_count;
    Text line = {0};
    print_line("\nby area in %d week%s", weeks, weeks == 1 ? "" : "s");
    print_column(&line, "area", AREA_CELLS);
    print_column(&line, "in all", TIME_CELLS);
    print_column(&line, "left", TIME_CELLS);
    print_line("%sright", text_show(&line));
    for (int i = 0; i < order.count; i++) {
        char time[DURATION_TEXT_SIZE];
        const int64_t *held_ms = overview->held_ms[order.areas[i]];
        const bool has_sides = held_ms[SIDE_LEFT] + held_ms[SIDE_RIGHT] > 0;
        text_clear(&line);
        print_column(&line, area_name(order.areas[i]), AREA_CELLS);
        print_column(&line, words_of_ms(time, overview_held_ms(held_ms)), TIME_CELLS);
        print_column(&line, has_sides ? words_of_ms(time, held_ms[SIDE_LEFT]) : "", TIME_CELLS);
        print_column(&line, has_sides ? words_of_ms(time, held_ms[SIDE_RIGHT]) : "", TIME_CELLS);
        add_behind(&line, held_ms);
        while (line.length > 0 && line.bytes[line.length - 1] == ' ')
            line.bytes[--line.length] = '\0';
        print_line("%s", text_show(&line));
    }
    text_release(&line);
}

static void print_last(const Overview *overview)
{
    Text line = {0};
    for (int area = 0; area < AREA_COUNT; area++) {
        const int32_t days = overview->area_days[area];
        if (days < 0 || (overview->area >= 0 && overview->area != area))
            continue;
        text_print(&line, "%s%s ", line.length > 0 ? ", " : "", area_name(area));
        if (days == 0)
            text_add(&line, "today");
        else
            text_print(&line, "%d day%s ago", (int)days, days == 1 ? "" : "s");
    }
    print_line("%s", "");
    print_line("last done");
    print_paragraph(2, NULL, text_show(&line));
    text_release(&line);
}

static void print_weeks(const Overview *overview)
{
    bool has_begun = false;
    print_line("%s", "");
    print_line("week of");
    for (size_t i = 0; i < overview->week_count; i++) {
        const int32_t monday = overview->first_day + (int32_t)i * DAY_WEEK;
        const DaySum sum = overview_sum(overview, monday, monday + DAY_WEEK - 1);
        char day[DAY_TEXT_SIZE], time[DURATION_TEXT_SIZE];
        has_begun = has_begun || sum.sessions > 0;
        if (has_begun) /* the weeks before the first session say nothing */
            print_line("%s    %2d session%s  %s", day_print(day, monday), (int)sum.sessions,
                       sum.sessions == 1 ? ", " : "s,", duration_minutes(time, sum.worked_s));
    }
}

static void add_mean(Text *into, int64_t sum_tenths, int32_t count)
{
    const int64_t half = sum_tenths < 0 ? -count / 2 : count / 2;
    measure_add_number(into, (int32_t)((sum_tenths + half) / count));
}

static void print_helped(const Overview *overview)
{
    bool is_first = true;
    for (size_t i = 0; i < overview->routine_count && overview->routines[i].measured > 0; i++) {
        const RoutineSum *sum = &overview->routines[i];
        Text line = {0}, numbers = {0};
        if (is_first)
            print_line("\nbefore -> after, on average of %d week%s", (int)overview->week_count,
                       overview->week_count == 1 ? "" : "s");
        is_first = false;
        print_column(&line, sum->title, TITLE_CELLS);
        add_mean(&numbers, sum->before_tenths, sum->measured);
        text_add(&numbers, " -> ");
        add_mean(&numbers, sum->after_tenths, sum->measured);
        if (sum->unit != UNIT_FEEL)
            text_print(&numbers, " %s", unit_words.items[sum->unit]);
        print_column(&line, text_show(&numbers), NUMBERS_CELLS);
        print_line("%s%d time%s", text_show(&line), (int)sum->measured, sum->measured == 1 ? "" : "s");
        text_release(&line);
        text_release(&numbers);
    }
}

static int print_stats(const Overview *overview)
{
    if (overview->total.sessions == 0) {
        print_note(overview->area >= 0 ? "No sessions for this body part in these weeks."
                                       : "No sessions in these weeks.");
        return EXIT_FINE;
    }
    print_periods(overview);
    print_streak(&overview->streak);
    print_areas(overview);
    print_last(overview);
    print_weeks(overview);
    print_helped(overview);
    return EXIT_FINE;
}

static int print_csv(const Overview *overview)
{
    bool is_written = output_data("week,area,side,seconds\r\n", 24);
    for (size_t week = 0; week < overview->week_count; week++) {
        for (int cell = 0; cell < AREA_COUNT * SIDE_COUNT && is_written; cell++) {
            const int area = cell / SIDE_COUNT, side = cell % SIDE_COUNT;
            const int64_t held_ms = overview->weeks[week].held_ms[area][side];
            char day[DAY_TEXT_SIZE], line[128];
            if (held_ms == 0)
                continue;
            const int length = snprintf(line, sizeof line, "%s,%s,%s,%lld\r\n",
                                        day_print(day, overview->first_day + (int32_t)week * DAY_WEEK), area_name(area),
                                        side_name(side), (long long)(held_ms / 1000));
            is_written = output_data(line, (size_t)length);
        }
    }
    return is_written ? EXIT_FINE : print_failure("cannot write to standard output");
}

static json_t *json_of_areas(const Overview *overview)
{
    const AreaOrder order = overview_order_areas(overview);
    json_t *array = json_array();
    for (int i = 0; i < order.count; i++) {
        const int area = order.areas[i];
        const int64_t *held_ms = overview->held_ms[area];
        json_array_append_new(array, json_pack("{s:s, s:I, s:I, s:I, s:o}", "area", area_name(area), "seconds",
                                               (json_int_t)(overview_held_ms(held_ms) / 1000), "left",
                                               (json_int_t)(held_ms[SIDE_LEFT] / 1000), "right",
                                               (json_int_t)(held_ms[SIDE_RIGHT] / 1000), "behind",
                                               json_of_text(side_name((int)overview_side_behind(held_ms)))));
    }
    return array;
}

static json_t *json_of_weeks(const Overview *overview)
{
    json_t *array = json_array();
    for (size_t i = 0; i < overview->week_count; i++) {
        const int32_t monday = overview->first_day + (int32_t)i * DAY_WEEK;
        const DaySum sum = overview_sum(overview, monday, monday + DAY_WEEK - 1);
        char day[DAY_TEXT_SIZE];
        json_array_append_new(array, json_pack("{s:s, s:i, s:I}", "week", day_print(day, monday), "sessions",
                                               (int)sum.sessions, "worked", (json_int_t)sum.worked_s));
    }
    return array;
}

static json_t *json_of_last(const Overview *overview)
{
    json_t *array = json_array();
    for (int area = 0; area < AREA_COUNT; area++) {
        if (overview->area_days[area] >= 0 && (overview->area < 0 || overview->area == area))
            json_array_append_new(
                array, json_pack("{s:s, s:i}", "area", area_name(area), "days", (int)overview->area_days[area]));
    }
    return array;
}

static json_t *mean(int64_t sum_tenths, int32_t count)
{
    return count > 0 ? json_real((double)sum_tenths / count / 10) : json_null();
}

static json_t *json_of_routines(const Overview *overview)
{
    json_t *array = json_array();
    for (size_t i = 0; i < overview->routine_count; i++) {
        const RoutineSum *sum = &overview->routines[i];
        json_array_append_new(
            array,
            json_pack("{s:o, s:o, s:i, s:I, s:i, s:o, s:o, s:o, s:s}", "routines", json_of_text(sum->routines), "title",
                      json_of_text(sum->title), "sessions", (int)sum->sessions, "worked", (json_int_t)sum->worked_s,
                      "measured", (int)sum->measured, "before", mean(sum->before_tenths, sum->measured), "after",
                      mean(sum->after_tenths, sum->measured), "unit", json_of_text(unit_words.items[sum->unit]),
                      "better", sum->more_is_better ? "more" : "less"));
    }
    return array;
}

static json_t *json_of_stats(const Overview *overview)
{
    const Streak *streak = &overview->streak;
    char from[DAY_TEXT_SIZE], until[DAY_TEXT_SIZE], away[DAY_TEXT_SIZE];
    return json_pack("{s:s, s:s, s:i, s:I, s:{s:i, s:i, s:i, s:o}, s:o, s:o, s:o, s:o}", "from",
                     day_print(from, overview->first_day), "until", day_print(until, overview->today), "sessions",
                     (int)overview->total.sessions, "worked", (json_int_t)overview->total.worked_s, "weeks_in_a_row",
                     "weeks", (int)streak->weeks, "this_week", (int)streak->this_week, "least", (int)streak->least,
                     "away_until", streak->is_away ? json_string(day_print(away, streak->away_until)) : json_null(),
                     "areas", json_of_areas(overview), "weeks", json_of_weeks(overview), "days_since",
                     json_of_last(overview), "routines", json_of_routines(overview));
}

static int print_overview(const Options *options, const Overview *overview)
{
    if (options_has(options, OPTION_JSON))
        return json_print(json_of_stats(overview));
    return options_has(options, OPTION_CSV) ? print_csv(overview) : print_stats(overview);
}

static int run_stats(const Context *context)
{
    const Options *options = context->options;
    const int64_t now_s = clock_unix_s();
    Store *store = context_records(now_s);
    Settings settings = {0};
    context_settings(&settings, NULL);
    const SumsRequest request = {
        .now = {now_s, clock_utc_offset_min(now_s)},
        .weeks = options_has(options, OPTION_WEEKS) ? options->numbers[OPTION_WEEKS] : OVERVIEW_WEEKS,
        .area = options_has(options, OPTION_AREA) ? options->numbers[OPTION_AREA] : -1,
        .least_per_week = settings_per_week(&settings),
    };
    Overview overview = {.area = request.area};
    int status = EXIT_FAILED;
    if (!store)
        print_note("No sessions yet.");
    else if (!sums_read(store, &request, &overview))
        context_records_unread(store);
    else
        status = print_overview(options, &overview);
    overview_release(&overview);
    settings_release(&settings);
    store_close(store);
    return store ? status : EXIT_FINE;
}

const Command command_stats = {
    .name = "stats",
    .arguments = "",
    .summary = "what it adds up to: minutes by area and side, by week, and what helped",
    .details = "Of the last 26 weeks, unless --weeks says otherwise. With --csv: the seconds of each week by area and "
               "side.",
    .example = "knead stats\nknead stats --weeks 4 --area calves",
    .options = OPTION_BIT(OPTION_WEEKS) | OPTION_BIT(OPTION_AREA) | OPTION_BIT(OPTION_CSV) | OPTION_BIT(OPTION_JSON),
    .run = run_stats,
};
