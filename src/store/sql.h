/* SPDX-License-Identifier: MIT */
/* What a Store is within: the open file, its tables and its statements, each written once in one table and prepared once.
 * For the modules of the store alone; everybody else sees store.h. */
#ifndef STORE_SQL_H
#define STORE_SQL_H

#include <sqlite3.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include "session/session.h"
#include "store/lock.h"
#include "store/problem.h"

enum { UID_SIZE = 33 };

/* A session that is recorded. */
typedef struct Running {
    int64_t id; /* 0: none */
    char uid[UID_SIZE];
    int64_t started_s;
    int32_t offset_min;
    uint32_t generation;      /* of the file that has its rows and its plan; 0: none has */
    Done (*rows)[SIDE_COUNT]; /* what the database says was done; owned */
    size_t row_count;
    int bookmark_file; /* -1: none */
    bool has_waited;   /* its end was tried with patience, in vain */
} Running;

#define RUNNING_NONE ((Running){.bookmark_file = -1})

/* clang-format off */
typedef enum Sql {
    SQL_BEGIN, SQL_BEGIN_WRITING, SQL_COMMIT,
    SQL_SESSION_PUT, SQL_SESSION_HAS, SQL_SESSION_WORKED, SQL_SESSION_STATE, SQL_SESSION_DROP, SQL_SESSION_READ,
    SQL_PLAN_PUT, SQL_PLAN_READ, SQL_PLAN_DROP,
    SQL_LIVE_PUT, SQL_LIVE_KEEP, SQL_LIVE_READ, SQL_LIVE_LIST, SQL_LIVE_DROP,
    SQL_DONE_PUT, SQL_DONE_READ, SQL_DONE_MARK, SQL_DONE_DROP, SQL_AREA_ADD,
    SQL_EASES_READ, SQL_EASE_PUT, SQL_EASE_DROP,
    SQL_HISTORY, SQL_HISTORY_MOVES,
    SQL_AREA_LAST, SQL_ROUTINES_LAST, SQL_SIDES_HELD, SQL_TOLD_HAS, SQL_TOLD_PUT,
    SQL_COUNT
} Sql;
/* clang-format on */

typedef enum StoreMode { STORE_OFF, STORE_READS, STORE_WRITES } StoreMode;

typedef struct Store Store;

struct Store {
    StoreMode mode;
    char *path;
    sqlite3 *db; /* NULL: off, or to be opened when it is needed next */
    sqlite3_stmt *statements[SQL_COUNT];
    uint32_t generation; /* counts openings: what was written to another file was not written to this one */
    dev_t device;        /* of the file that is open, to see that it was not moved away */
    ino_t inode;
    int failure; /* SQLite's code of what failed in this piece of work */
    int system_error;
    ProblemKind obstacle; /* what the last opening or reading failed by */
    bool was_locked;      /* the last time: then nobody waits for it again */
    bool was_doubted;     /* it seemed to be damaged and was not: the second time nothing more is done with it */
    int wal_pages;
    int64_t now_s;
    Problems problems;
    SessionLocks locks;
    Running running;
    struct LoweredTarget *waiting; /* by area: eases that could not be kept yet; NULL: none ever */
};

typedef struct SqlValue {
    bool is_text;
    int64_t number;
    const char *text; /* NULL is SQL's NULL */
} SqlValue;

SqlValue sql_number(int64_t number);
SqlValue sql_text(const char *text); /* borrowed until the statement is run */
SqlValue sql_null(void);

#define SQL_VALUES(...) (const SqlValue[]){__VA_ARGS__}, sizeof((const SqlValue[]){__VA_ARGS__}) / sizeof(SqlValue)

/* Runs a statement that gives no rows. False, with what failed noted in the store. */
bool sql_run(Store *store, Sql which, const SqlValue *values, size_t count);

/* Starts a statement that gives rows; NULL with what failed noted. Then one row after another; at the end, or when it
 * fails, false. sql_done ends it early. */
sqlite3_stmt *sql_ask(Store *store, Sql which, const SqlValue *values, size_t count);
bool sql_next(Store *store, sqlite3_stmt *rows);
void sql_done(sqlite3_stmt *rows);

/* A column; text is never NULL but where `or_null` says so, and borrowed until the next row. */
int64_t sql_column_number(sqlite3_stmt *rows, int column, int64_t low, int64_t high); /* brought into the range */
const char *sql_column_text(sqlite3_stmt *rows, int column);
const char *sql_column_text_or_null(sqlite3_stmt *rows, int column);
int32_t sql_column_felt(sqlite3_stmt *rows, int column); /* SESSION_NOT_FELT where it is NULL */

/* Text that is no part of the table: settings. */
bool sql_execute(Store *store, const char *text);

/* Notes the code of the last call as what failed. */
bool sql_fail(Store *store, int code); /* always false */
void sql_release(Store *store);        /* the prepared statements */

typedef enum MigrateResult {
    MIGRATE_CURRENT,
    MIGRATE_FAILED,  /* sqlite3_errcode says why; the file is as it was after the last whole change */
    MIGRATE_NEWER,   /* made by a newer knead; untouched */
    MIGRATE_FOREIGN, /* tables of another program; untouched */
    MIGRATE_OLDER,   /* sql_migrate_look only */
} MigrateResult;

/* The tables as an ordered list of changes; the number of those that were made stands in the file. */
extern const char *const sql_migrations[];
extern const size_t sql_migration_count;

/* Makes the changes that are missing, each in a transaction of its own. */
MigrateResult sql_migrate(sqlite3 *db, const char *const *changes, size_t count);

/* Only says how things stand. */
MigrateResult sql_migrate_look(sqlite3 *db, size_t count);

#endif
