/* SPDX-License-Identifier: MIT */
#include "store/lowered_target.h"

#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "store/sql.h"
#include "store/transaction.h"

static void copy_name(LoweredTarget *lowered, const char *move)
{
    size_t length = strlen(move);
    if (length >= sizeof(lowered->move))
        length = utf8_valid(move, sizeof(lowered->move) - 1);
    memcpy(lowered->move, move, length);
    lowered->move[length] = '\0';
}

LoweredTarget lowered_target_of(Side side, const char *move, int64_t now_s)
{
    LoweredTarget lowered = {.is_set = true, .since_s = now_s, .side = side};
    copy_name(&lowered, move);
    return lowered;
}

static bool read_all(Store *store, void *all)
{
    sqlite3_stmt *rows = sql_ask(store, SQL_LOWERED_READ, NULL, 0);
    while (rows && sql_next(store, rows)) {
        const char *area = sql_column_text(rows, 0);
        const int index = words_find(&area_words, area, strlen(area));
        if (index >= 0) {
            LoweredTarget *lowered = &((LoweredTarget *)all)[index];
            lowered->is_set = true;
            lowered->since_s = sql_column_number(rows, 1, 0, INT64_MAX);
            lowered->side = (Side)sql_column_number(rows, 2, SIDE_NONE, SIDE_RIGHT);
            copy_name(lowered, sql_column_text(rows, 3));
        }
    }
    return rows && store->failure == SQLITE_OK;
}

bool lowered_target_read(Store *store, LoweredTarget lowered[AREA_COUNT])
{
    memset(lowered, 0, AREA_COUNT * sizeof(*lowered));
    if (!transaction_read(store, read_all, lowered)) {
        memset(lowered, 0, AREA_COUNT * sizeof(*lowered));
        return false;
    }
    for (size_t area = 0; store->waiting && area < AREA_COUNT; area++) {
        if (store->waiting[area].is_set)
            lowered[area] = store->waiting[area];
    }
    return true;
}

bool lowered_target_is_waiting(const Store *store)
{
    for (size_t area = 0; store->waiting && area < AREA_COUNT; area++) {
        if (store->waiting[area].is_set)
            return true;
    }
    return false;
}

bool lowered_target_write_waiting(Store *store, void *nothing)
{
    (void)nothing;
    for (int area = 0; store->waiting && area < AREA_COUNT; area++) {
        const LoweredTarget *lowered = &store->waiting[area];
        if (lowered->is_set && !sql_run(store, SQL_LOWERED_PUT,
                                        SQL_VALUES(sql_text(area_name(area)), sql_number(lowered->since_s),
                                                   sql_number((int64_t)lowered->side), sql_text(lowered->move)))) {
            return false;
        }
    }
    return true;
}

void lowered_target_forget_waiting(Store *store)
{
    if (store->waiting)
        memset(store->waiting, 0, AREA_COUNT * sizeof(*store->waiting));
}

bool lowered_target_note(Store *store, Area area, Side side, const char *move, int64_t now_s)
{
    if (store->mode != STORE_WRITES)
        return false;
    if (!store->waiting)
        store->waiting = memory_new(AREA_COUNT * sizeof(*store->waiting));
    store->waiting[area] = lowered_target_of(side, move, now_s);
    if (!transaction_write(store, CARE_POWER, lowered_target_write_waiting, NULL))
        return false;
    lowered_target_forget_waiting(store);
    return true;
}

static bool drop(Store *store, void *area)
{
    return sql_run(store, SQL_LOWERED_DROP, SQL_VALUES(sql_text(area)));
}

bool lowered_target_clear(Store *store, Area area)
{
    char word[32];
    snprintf(word, sizeof(word), "%s", area_name((int)area));
    if (store->waiting)
        store->waiting[area].is_set = false;
    return transaction_write(store, CARE_POWER, drop, word);
}
