/* SPDX-License-Identifier: MIT */
#include "store/store.h"

#include <stdlib.h>

#include "base/memory.h"
#include "store/connect.h"
#include "store/journal.h"
#include "store/lock.h"
#include "store/problem.h"
#include "store/session_writer.h"
#include "store/sql.h"
#include "store/transaction.h"
#include "store/unfinished.h"

Store *store_open_null(void)
{
    Store *store = memory_new(sizeof(*store));
    store->locks.file = -1;
    store->running = RUNNING_NONE;
    return store;
}

Store *store_open(const char *path, int64_t now_s)
{
    Store *store = store_open_null();
    store->now_s = now_s;
    if (!path) {
        problem_note(&store->problems, PROBLEM_NO_HOME, NULL, NULL);
        store->obstacle = PROBLEM_NO_HOME;
        return store;
    }
    store->path = memory_copy_text(path);
    store->mode = STORE_WRITES;
    lock_init(&store->locks, path);
    if (connect_open(store))
        unfinished_catch_up(store);
    return store;
}

void store_close(Store *store)
{
    if (!store)
        return;
    journal_append(store);
    connect_close(store);
    lock_release(&store->locks);
    session_writer_release(&store->running);
    problem_release(&store->problems);
    free(store->waiting);
    free(store->path);
    free(store->journal);
    free(store);
}

bool store_can_write(const Store *store)
{
    return store->mode == STORE_WRITES;
}

bool store_can_read(const Store *store)
{
    return store->mode != STORE_OFF;
}

const char *store_problem(Store *store)
{
    return problem_tell(&store->problems);
}

const char *store_problem_for_reader(Store *store)
{
    return problem_tell_looker(&store->problems);
}

const char *store_unread(const Store *store)
{
    return store->problems.looks[store->obstacle];
}

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
    if (told->is_there)
        sql_done(rows);
    return rows && store->failure == SQLITE_OK;
}

bool store_was_told(Store *store, const char *name)
{
    Told told = {.name = name};
    return transaction_read(store, find, &told) && told.is_there;
}

static bool put(Store *store, void *argument)
{
    const Told *told = argument;
    return sql_run(store, SQL_TOLD_PUT, SQL_VALUES(sql_text(told->name), sql_number(told->now_s)));
}

bool store_note_told(Store *store, const char *name, int64_t now_s)
{
    return transaction_write(store, CARE_POWER, put, &(Told){.name = name, .now_s = now_s});
}
