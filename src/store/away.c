/* SPDX-License-Identifier: MIT */
#include "store/away.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/memory.h"
#include "store/journal.h"
#include "store/sql.h"
#include "store/transaction.h"

typedef struct AwayRow {
    AwayDays days;
    int32_t revision;
    char uid[UID_SIZE];
} AwayRow;

typedef struct AwayList {
    AwayRow *rows;
    size_t count, capacity;
} AwayList;

static bool read_rows(Store *store, void *argument)
{
    AwayList *list = argument;
    list->count = 0;
    sqlite3_stmt *rows = sql_ask(store, SQL_AWAY_LIST, NULL, 0);
    while (rows && sql_next(store, rows)) {
        list->rows = memory_grow(list->rows, &list->capacity, list->count + 1, sizeof *list->rows);
        AwayRow *row = &list->rows[list->count++];
        *row = (AwayRow){.revision = (int32_t)sql_column_number(rows, 1, 1, INT32_MAX - 1),
                         .days = {(int32_t)sql_column_number(rows, 3, INT32_MIN, INT32_MAX),
                                  (int32_t)sql_column_number(rows, 4, INT32_MIN, INT32_MAX)}};
        snprintf(row->uid, sizeof row->uid, "%s", sql_column_text(rows, 0));
    }
    return rows && store->failure == SQLITE_OK;
}

bool away_read_inside(Store *store, AwayDays **away, size_t *count)
{
    AwayList list = {0};
    const bool is_read = read_rows(store, &list);
    *away = is_read && list.count > 0 ? memory_new(list.count * sizeof **away) : NULL;
    *count = 0;
    for (size_t i = 0; i < list.count && *away; i++) {
        if (list.rows[i].days.first <= list.rows[i].days.last) /* else it was ended before it began */
            (*away)[(*count)++] = list.rows[i].days;
    }
    free(list.rows);
    return is_read;
}

typedef struct AwayReading {
    AwayDays **away;
    size_t *count;
} AwayReading;

static bool read_days(Store *store, void *argument)
{
    const AwayReading *reading = argument;
    free(*reading->away);
    return away_read_inside(store, reading->away, reading->count);
}

bool away_read(Store *store, AwayDays **away, size_t *count)
{
    *away = NULL;
    *count = 0;
    return transaction_read(store, read_days, &(AwayReading){away, count});
}

typedef struct AwayChange {
    int32_t today;
    AwayDays days; /* of a new one */
    bool is_new, was_away;
} AwayChange;

static bool put(Store *store, const AwayRow *row)
{
    return sql_run(store, SQL_AWAY_PUT,
                   SQL_VALUES(sql_text(row->uid), sql_number(row->revision), sql_null(), sql_number(row->days.first),
                              sql_number(row->days.last)));
}

/* Those that run today or are still to come end the day before. */
static bool cut_short(Store *store, AwayChange *change)
{
    AwayList list = {0};
    bool is_done = read_rows(store, &list);
    for (size_t i = 0; i < list.count && is_done; i++) {
        AwayRow *row = &list.rows[i];
        if (row->days.last < change->today || row->days.last < row->days.first)
            continue;
        change->was_away = true;
        row->days.last = change->today - 1;
        row->revision++;
        is_done = put(store, row);
    }
    free(list.rows);
    return is_done;
}

static bool write_change(Store *store, void *argument)
{
    AwayChange *change = argument;
    AwayRow row = {.days = change->days, .revision = 1};
    sql_make_uid(row.uid);
    return cut_short(store, change) && (!change->is_new || put(store, &row));
}

static bool change_away(Store *store, AwayChange *change)
{
    const bool is_done = transaction_write(store, CARE_POWER, write_change, change);
    if (is_done)
        journal_append(store);
    return is_done;
}

bool away_start(Store *store, int32_t first, int32_t last)
{
    AwayChange change = {.today = first, .days = {first, last}, .is_new = true};
    return change_away(store, &change);
}

bool away_end(Store *store, int32_t today, bool *was_away)
{
    AwayChange change = {.today = today};
    const bool is_done = change_away(store, &change);
    *was_away = change.was_away;
    return is_done;
}
