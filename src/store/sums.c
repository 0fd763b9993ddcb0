/* SPDX-License-Identifier: MIT */
#include "store/sums.h"

#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "base/macros.h"
#include "base/memory.h"
#include "store/away.h"
#include "store/sql.h"
#include "store/transaction.h"

enum { ROUTINES_MOST = 1000 };

typedef struct SumsWork {
    const SumsRequest *request;
    Overview *overview;
} SumsWork;

/* The parameters of the queries over a period. The last one is used by those of one area only. */
static sqlite3_stmt *ask_period(Store *store, const Overview *overview, Sql all, Sql of_area)
{
    const SqlValue first = sql_number(overview->first_day), last = sql_number(overview->today);
    return overview->area < 0 ? sql_ask(store, all, SQL_VALUES(first, last))
                              : sql_ask(store, of_area, SQL_VALUES(first, last, sql_text(area_name(overview->area))));
}

static bool read_days(Store *store, Overview *overview)
{
    const size_t count = (size_t)(overview->today - overview->first_day) + 1;
    overview->days = arena_take_array(&overview->arena, count, sizeof *overview->days);
    sqlite3_stmt *rows = ask_period(store, overview, SQL_DAY_SUMS, SQL_DAY_SUMS_OF_AREA);
    while (rows && sql_next(store, rows)) {
        const int64_t day = sql_column_number(rows, 0, overview->first_day, overview->today);
        overview->days[day - overview->first_day] = (DaySum){
            .sessions = (int32_t)sql_column_number(rows, 1, 0, INT32_MAX),
            .worked_s = sql_column_number(rows, 2, 0, INT64_MAX),
        };
    }
    overview->total = overview_sum(overview, overview->first_day, overview->today);
    return rows && store->failure == SQLITE_OK;
}

/* The area that a word names, if the overview has it; else -1. */
static int area_called_in(const Overview *overview, const char *word)
{
    const int area = words_find(&area_words, word, strlen(word));
    return overview->area < 0 || overview->area == area ? area : -1;
}

static bool read_body(Store *store, Overview *overview)
{
    const SqlValue first = sql_number(overview->today - OVERVIEW_BODY_DAYS + 1), last = sql_number(overview->today);
    sqlite3_stmt *rows = sql_ask(store, SQL_AREA_SUMS, SQL_VALUES(first, last));
    while (rows && sql_next(store, rows)) {
        const int area = area_called_in(overview, sql_column_text(rows, 0));
        if (area >= 0)
            overview->body_held_ms[area][sql_column_number(rows, 1, 0, SIDE_COUNT - 1)] = sql_column_number(rows, 2, 0,
                                                                                                            INT64_MAX);
    }
    return rows && store->failure == SQLITE_OK;
}

static bool read_weeks(Store *store, Overview *overview)
{
    overview->week_count = (size_t)(overview->today - overview->first_day) / DAY_WEEK + 1;
    overview->weeks = arena_take_array(&overview->arena, overview->week_count, sizeof *overview->weeks);
    const SqlValue first = sql_number(overview->first_day), last = sql_number(overview->today);
    sqlite3_stmt *rows = sql_ask(store, SQL_WEEK_SUMS, SQL_VALUES(first, last));
    while (rows && sql_next(store, rows)) {
        const int64_t week = sql_column_number(rows, 0, 0, (int64_t)overview->week_count - 1);
        const int area = area_called_in(overview, sql_column_text(rows, 1));
        const int64_t side = sql_column_number(rows, 2, 0, SIDE_COUNT - 1),
                      held_ms = sql_column_number(rows, 3, 0, INT64_MAX);
        if (area >= 0) {
            overview->weeks[week].held_ms[area][side] = held_ms;
            overview->held_ms[area][side] += held_ms;
        }
    }
    return rows && store->failure == SQLITE_OK;
}

static uint8_t unit_of(const char *word)
{
    return (uint8_t)MAX_OF(words_find(&unit_words, word, strlen(word)), (int)UNIT_FEEL);
}

static RoutineSum read_routine(Arena *arena, sqlite3_stmt *rows)
{
    return (RoutineSum){
        .routines = arena_copy(arena, sql_column_text(rows, 0)),
        .unit = unit_of(sql_column_text(rows, 1)),
        .more_is_better = sqlite3_column_int(rows, 2) != 0,
        .title = arena_copy(arena, sql_column_text(rows, 3)),
        .sessions = (int32_t)sql_column_number(rows, 4, 0, INT32_MAX),
        .worked_s = sql_column_number(rows, 5, 0, INT64_MAX),
        .measured = (int32_t)sql_column_number(rows, 6, 0, INT32_MAX),
        .before_tenths = sqlite3_column_int64(rows, 7),
        .after_tenths = sqlite3_column_int64(rows, 8),
        .last_day = (int32_t)sql_column_number(rows, 9, INT32_MIN, INT32_MAX),
    };
}

static bool read_routines(Store *store, Overview *overview)
{
    RoutineSum *sums = NULL;
    size_t capacity = 0, count = 0;
    sqlite3_stmt *rows = ask_period(store, overview, SQL_ROUTINE_SUMS, SQL_ROUTINE_SUMS_OF_AREA);
    while (rows && sql_next(store, rows)) {
        sums = memory_grow(sums, &capacity, count + 1, sizeof *sums);
        sums[count++] = read_routine(&overview->arena, rows);
    }
    overview_sort_routines(sums, count);
    overview->routines = arena_take_array(&overview->arena, count, sizeof *sums);
    overview->routine_count = count;
    if (count > 0)
        memcpy(overview->routines, sums, count * sizeof *sums);
    free(sums);
    return rows && store->failure == SQLITE_OK;
}

/* The newest numbers in the unit of the newest, put the oldest first. */
static bool read_series(Store *store, Overview *overview, const char *routines, CheckSeries *series)
{
    sqlite3_stmt *rows = sql_ask(store, SQL_SERIES, SQL_VALUES(sql_text(routines), sql_number(OVERVIEW_SERIES_MOST)));
    int32_t at = OVERVIEW_SERIES_MOST;
    while (rows && sql_next(store, rows)) {
        const uint8_t unit = unit_of(sql_column_text(rows, 2));
        const bool is_first = at == OVERVIEW_SERIES_MOST;
        if (is_first) {
            series->routines = arena_copy(&overview->arena, routines);
            series->unit = unit;
            series->more_is_better = sqlite3_column_int(rows, 3) != 0;
            series->title = arena_copy(&overview->arena, sql_column_text(rows, 4));
            series->check = arena_copy(&overview->arena, sql_column_text_or_null(rows, 5));
        }
        if (unit != series->unit)
            continue;
        at--;
        series->days[at] = (int32_t)sql_column_number(rows, 0, INT32_MIN, INT32_MAX);
        series->tenths[at] = (int32_t)sql_column_number(rows, 1, -MEASURE_NUMBER_MOST, MEASURE_NUMBER_MOST);
    }
    series->count = OVERVIEW_SERIES_MOST - at;
    memmove(series->days, series->days + at, (size_t)series->count * sizeof *series->days);
    memmove(series->tenths, series->tenths + at, (size_t)series->count * sizeof *series->tenths);
    return rows && store->failure == SQLITE_OK;
}

static bool is_in_period(const Overview *overview, const char *routines)
{
    for (size_t i = 0; i < overview->routine_count; i++) {
        if (strcmp(overview->routines[i].routines, routines) == 0)
            return true;
    }
    return false;
}

static bool next_measured(Store *store, Text *routines)
{
    sqlite3_stmt *rows = sql_ask(store, SQL_SERIES_NEXT, SQL_VALUES(sql_text(text_show(routines))));
    if (!rows || !sql_next(store, rows))
        return false;
    text_clear(routines);
    text_add(routines, sql_column_text(rows, 0));
    sql_done(rows);
    return true;
}

static bool read_all_series(Store *store, Overview *overview)
{
    CheckSeries *all = NULL;
    size_t capacity = 0;
    Text routines = {0};
    bool is_read = true;
    for (int i = 0; i < ROUTINES_MOST && is_read && next_measured(store, &routines); i++) {
        CheckSeries series = {0};
        if (!is_in_period(overview, text_show(&routines)))
            continue;
        is_read = read_series(store, overview, text_show(&routines), &series);
        if (series.count == 0)
            continue;
        all = memory_grow(all, &capacity, overview->series_count + 1, sizeof *all);
        all[overview->series_count++] = series;
    }
    overview->series = arena_take_array(&overview->arena, overview->series_count, sizeof *all);
    if (overview->series_count > 0)
        memcpy(overview->series, all, overview->series_count * sizeof *all);
    free(all);
    text_release(&routines);
    return is_read && store->failure == SQLITE_OK;
}

static bool read_overview(Store *store, void *argument)
{
    SumsWork *work = argument;
    const SumsRequest *request = work->request;
    Overview *overview = work->overview;
    overview_release(overview);
    overview->area = request->area;
    overview->today = day_of(request->now.unix_s, request->now.offset_min);
    overview->first_day = day_monday(overview->today) - (MAX_OF(request->weeks, 1) - 1) * DAY_WEEK;
    return read_days(store, overview) && read_weeks(store, overview) && read_body(store, overview) &&
           read_routines(store, overview) && read_all_series(store, overview) &&
           recency_areas_inside(store, request->now, overview->area_days) &&
           recency_streak_inside(store, request->now, request->least_per_week, &overview->streak);
}

bool sums_read(Store *store, const SumsRequest *request, Overview *overview)
{
    if (transaction_read(store, read_overview, &(SumsWork){request, overview}))
        return true;
    overview_release(overview);
    return false;
}
