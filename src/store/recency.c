/* SPDX-License-Identifier: MIT */
#include "store/recency.h"

#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "base/macros.h"
#include "base/memory.h"
#include "store/away.h"
#include "store/sql.h"
#include "store/transaction.h"

enum { MINUTE_S = 60, DAY_S = 24 * 60 * 60, LEAST_MS = RECENCY_LEAST_S * 1000 };

/* A clock that was set back must not make something that was done lie ahead. */
static int32_t days_since(RecencyNow now, int64_t local_day)
{
    const int64_t today = (now.unix_s + (int64_t)now.offset_min * MINUTE_S) / DAY_S;
    return (int32_t)MIN_OF(MAX_OF(today - local_day, (int64_t)0), (int64_t)INT32_MAX);
}

typedef struct AreaWork {
    RecencyNow now;
    int32_t *days;
} AreaWork;

static bool read_areas(Store *store, void *argument)
{
    AreaWork *work = argument;
    for (int area = 0; area < AREA_COUNT; area++) {
        sqlite3_stmt *rows = sql_ask(store, SQL_AREA_LAST, SQL_VALUES(sql_text(area_name(area)), sql_number(LEAST_MS)));
        if (!rows)
            return false;
        work->days[area] = RECENCY_NOT_YET;
        if (sql_next(store, rows)) {
            work->days[area] = days_since(work->now, sql_column_number(rows, 0, 0, INT64_MAX));
            sql_done(rows);
        }
    }
    return store->failure == SQLITE_OK;
}

bool recency_areas_inside(Store *store, RecencyNow now, int32_t days[AREA_COUNT])
{
    return read_areas(store, &(AreaWork){now, days});
}

bool recency_areas(Store *store, RecencyNow now, int32_t days[AREA_COUNT])
{
    return transaction_read(store, read_areas, &(AreaWork){now, days});
}

typedef struct RoutineWork {
    RecencyNow now;
    RecencyList *list;
    size_t capacity;
} RoutineWork;

/* Several routines done as one session stand with a space between. */
static void add_routines(RoutineWork *work, const char *ids, int32_t days)
{
    RecencyList *list = work->list;
    while (*(ids += strspn(ids, " "))) {
        const size_t length = strcspn(ids, " ");
        list->items = memory_grow(list->items, &work->capacity, list->count + 1, sizeof *list->items);
        list->items[list->count++] = (RecencyOfRoutine){arena_copy_span(&list->arena, ids, length), days};
        ids += length;
    }
}

static bool read_routines(Store *store, void *argument)
{
    RoutineWork *work = argument;
    sqlite3_stmt *rows = sql_ask(store, SQL_ROUTINES_LAST, SQL_VALUES(sql_number(RECENCY_LEAST_S)));
    work->list->count = 0;
    while (rows && sql_next(store, rows))
        add_routines(work, sql_column_text(rows, 0), days_since(work->now, sql_column_number(rows, 1, 0, INT64_MAX)));
    return rows && store->failure == SQLITE_OK;
}

bool recency_routines(Store *store, RecencyNow now, RecencyList *list)
{
    RoutineWork work = {.now = now, .list = list};
    if (!transaction_read(store, read_routines, &work)) {
        recency_release(list);
        return false;
    }
    return true;
}

void recency_release(RecencyList *list)
{
    arena_release(&list->arena);
    free(list->items);
    *list = (RecencyList){0};
}

int32_t recency_find(const RecencyList *list, const char *id)
{
    int32_t days = RECENCY_NOT_YET;
    for (size_t i = 0; i < list->count; i++) {
        const RecencyOfRoutine *item = &list->items[i];
        if ((days == RECENCY_NOT_YET || item->days < days) && strcmp(item->id, id) == 0)
            days = item->days;
    }
    return days;
}

typedef struct SideWork {
    RecencyNow now;
    int64_t (*held_ms)[SIDE_COUNT];
} SideWork;

static bool read_sides(Store *store, void *argument)
{
    SideWork *work = argument;
    memset(work->held_ms, 0, AREA_COUNT * sizeof *work->held_ms);
    const int32_t since = day_of(work->now.unix_s, work->now.offset_min) - RECENCY_SIDE_DAYS;
    sqlite3_stmt *rows = sql_ask(store, SQL_SIDES_HELD, SQL_VALUES(sql_number(since)));
    while (rows && sql_next(store, rows)) {
        const char *word = sql_column_text(rows, 0);
        const int area = words_find(&area_words, word, strlen(word));
        if (area >= 0) {
            work->held_ms[area][sql_column_number(rows, 1, 0, SIDE_COUNT - 1)] = sql_column_number(rows, 2, 0,
                                                                                                   INT64_MAX);
        }
    }
    return rows && store->failure == SQLITE_OK;
}

bool recency_sides(Store *store, RecencyNow now, int64_t held_ms[AREA_COUNT][SIDE_COUNT])
{
    return transaction_read(store, read_sides, &(SideWork){now, held_ms});
}

enum { LEAST_TIMES_MS = RECENCY_TIMES_LEAST_S * 1000 };

typedef struct TimesWork {
    const Plan *plan;
    int32_t most, *times;
} TimesWork;

static bool read_times_of_move(Store *store, const PlanMove *move, int32_t most, int32_t *times)
{
    sqlite3_stmt *rows = sql_ask(store, SQL_TIMES_DONE,
                                 SQL_VALUES(sql_text(move->use ? move->use : move->name), sql_text(move->use),
                                            sql_number(LEAST_TIMES_MS), sql_number(store->running.id),
                                            sql_number(most)));
    if (!rows || !sql_next(store, rows))
        return false;
    *times = (int32_t)sql_column_number(rows, 0, 0, most);
    sql_done(rows);
    return true;
}

static bool read_times(Store *store, void *argument)
{
    const TimesWork *work = argument;
    for (size_t i = 0; i < work->plan->move_count; i++) {
        if (!read_times_of_move(store, &work->plan->moves[i], work->most, &work->times[i]))
            return false;
    }
    return true;
}

bool recency_times_done(Store *store, const Plan *plan, int32_t most, int32_t *times)
{
    const bool is_read = transaction_read(store, read_times, &(TimesWork){plan, most, times});
    if (!is_read)
        memset(times, 0, plan->move_count * sizeof *times);
    return is_read;
}

bool recency_streak_inside(Store *store, RecencyNow now, int32_t least, Streak *streak)
{
    SessionDay *days = NULL;
    AwayDays *away = NULL;
    size_t count = 0, capacity = 0, away_count = 0;
    const int32_t today = day_of(now.unix_s, now.offset_min);
    sqlite3_stmt *rows = sql_ask(store, SQL_DAYS_NEWEST, SQL_VALUES(sql_number(today)));
    while (rows && sql_next(store, rows)) {
        days = memory_grow(days, &capacity, count + 1, sizeof *days);
        days[count++] = (SessionDay){(int32_t)sql_column_number(rows, 0, INT32_MIN, INT32_MAX),
                                     (int32_t)sql_column_number(rows, 1, 0, INT32_MAX)};
    }
    const bool is_read = rows && store->failure == SQLITE_OK && away_read_inside(store, &away, &away_count);
    *streak = overview_streak(days, count, away, away_count, today, least);
    free(days);
    free(away);
    return is_read;
}

typedef struct StreakWork {
    RecencyNow now;
    int32_t least;
    Streak *streak;
} StreakWork;

static bool read_streak(Store *store, void *argument)
{
    const StreakWork *work = argument;
    return recency_streak_inside(store, work->now, work->least, work->streak);
}

bool recency_streak(Store *store, RecencyNow now, int32_t least, Streak *streak)
{
    *streak = (Streak){.least = least};
    return transaction_read(store, read_streak, &(StreakWork){now, least, streak});
}

enum { WEEK_S = 7 * 24 * 60 * 60 };

typedef struct FirstWork {
    int64_t now_s;
    int32_t week;
} FirstWork;

/* The least of nothing is null, which is read as the present moment. */
static bool read_first(Store *store, void *argument)
{
    FirstWork *work = argument;
    sqlite3_stmt *rows = sql_ask(store, SQL_FIRST_SESSION, NULL, 0);
    if (!rows || !sql_next(store, rows))
        return false;
    const bool is_none = sqlite3_column_type(rows, 0) == SQLITE_NULL;
    const int64_t first_s = is_none ? work->now_s : sql_column_number(rows, 0, 0, INT64_MAX);
    work->week = 1 + (int32_t)MIN_OF(MAX_OF(work->now_s - first_s, 0) / WEEK_S, INT32_MAX - 1);
    sql_done(rows);
    return true;
}

int32_t recency_week(Store *store, int64_t now_s)
{
    FirstWork work = {.now_s = now_s};
    return transaction_read(store, read_first, &work) ? work.week : 0;
}
