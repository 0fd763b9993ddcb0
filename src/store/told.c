/* SPDX-License-Identifier: MIT */
#include "store/told.h"

#include "store/sql.h"
#include "store/transaction.h"

typedef struct Told {
    const char *name;
    int64_t now_s;
    bool is_there;
} Told;

static bool find(Store *store, void *argument)
{
    Told *told = argument;
    sqlite3_stmt *rows = sql_ask(store, SQL_TOLD_HAS, SQL_VALUES(sql_text(told->name)));
    told->is_there = rows && sql_next(store, rows);
    if (told->is_there) {
        sql_done(rows);
    }
    return rows && store->failure == SQLITE_OK;
}

bool told_has(Store *store, const char *name)
{
    Told told = {.name = name};
    return transaction_read(store, find, &told) && told.is_there;
}

static bool put(Store *store, void *argument)
{
    const Told *told = argument;
    return sql_run(store, SQL_TOLD_PUT, SQL_VALUES(sql_text(told->name), sql_number(told->now_s)));
}

bool told_note(Store *store, const char *name, int64_t now_s)
{
    return transaction_write(store, CARE_POWER, put, &(Told){.name = name, .now_s = now_s});
}
