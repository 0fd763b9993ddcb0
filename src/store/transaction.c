/* SPDX-License-Identifier: MIT */
#include "store/transaction.h"

#include "store/connect.h"
#include "store/problem.h"
#include "store/sql.h"

enum {
    TICK_WAIT_MS = 100,
    LAST_WAIT_MS = 1000,
    WAL_PAGES = 2000, /* about half an hour of ticks */
};

/* Tells what failed, and does what follows from it. True where the work should be done once more. */
static bool settle_failure(Store *store)
{
    const ProblemKind kind = problem_of_code(store->failure, store->system_error);
    store->was_locked = kind == PROBLEM_LOCKED;
    if (kind == PROBLEM_DAMAGED && store->mode == STORE_WRITES)
        return connect_put_aside(store);
    store->obstacle = kind == PROBLEM_DAMAGED ? PROBLEM_BROKEN : kind;
    problem_note(&store->problems, store->obstacle, store->path, sqlite3_errstr(store->failure));
    if (kind == PROBLEM_LOST || kind == PROBLEM_DAMAGED)
        store->mode = STORE_OFF;
    if (kind != PROBLEM_NONE && kind != PROBLEM_LOCKED && kind != PROBLEM_FULL)
        connect_close(store); /* opened anew the next time */
    return false;
}

static bool run_inside(Store *store, Sql begin, TransactionWork *work, void *argument)
{
    const bool is_done = sql_run(store, begin, NULL, 0) && work(store, argument) && store->failure == SQLITE_OK &&
                         sql_run(store, SQL_COMMIT, NULL, 0);
    if (!is_done && !sqlite3_get_autocommit(store->db))
        sql_execute(store, "ROLLBACK");
    return is_done;
}

/* Before a write that syncs anyway: the log is emptied, and the file is still the one at the path. */
static bool tend(Store *store)
{
    if (connect_was_moved(store)) {
        connect_close(store);
        return connect_open(store);
    }
    if (store->wal_pages >= WAL_PAGES) {
        sqlite3_wal_checkpoint_v2(store->db, NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
        store->wal_pages = 0;
    }
    return true;
}

static bool write_once(Store *store, TransactionCare care, TransactionWork *work, void *argument)
{
    const int patience_ms = care == CARE_LAST ? LAST_WAIT_MS : store->was_locked ? 0 : TICK_WAIT_MS;
    store->failure = SQLITE_OK;
    connect_wait_at_most(store->db, patience_ms);
    if (care == CARE_KILL)
        return run_inside(store, SQL_BEGIN_WRITING, work, argument);
    const bool is_done = sql_execute(store, "PRAGMA synchronous = FULL") &&
                         run_inside(store, SQL_BEGIN_WRITING, work, argument);
    return sql_execute(store, "PRAGMA synchronous = NORMAL") && is_done;
}

bool transaction_write(Store *store, TransactionCare care, TransactionWork *work, void *argument)
{
    for (int turn = 0; turn < 2 && store->mode == STORE_WRITES; turn++) {
        const bool is_open = store->db ? care == CARE_KILL || tend(store) : connect_open(store);
        if (!is_open || store->mode != STORE_WRITES)
            return false;
        if (write_once(store, care, work, argument)) {
            store->was_locked = false;
            return true;
        }
        if (store->failure == SQLITE_OK || !settle_failure(store))
            return false;
    }
    return false;
}

bool transaction_read(Store *store, TransactionWork *work, void *argument)
{
    bool is_read = false, is_again = true;
    for (int turn = 0; turn < 2 && is_again && store->mode != STORE_OFF; turn++) {
        const bool is_stopgap = !store->db && !connect_open(store);
        if (is_stopgap && !connect_open_to_read(store))
            return false;
        store->failure = SQLITE_OK;
        connect_wait_at_most(store->db, store->was_locked ? 0 : TICK_WAIT_MS);
        is_read = run_inside(store, SQL_BEGIN, work, argument);
        is_again = !is_read && store->failure != SQLITE_OK && settle_failure(store);
        if (is_stopgap)
            connect_close(store);
    }
    if (is_read)
        store->obstacle = PROBLEM_NONE;
    return is_read;
}
