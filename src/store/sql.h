/* SPDX-License-Identifier: MIT */
/* The inside of a Store: the open database, its tables and its SQL statements. All statements stand in one table and
 * are prepared once. For the modules in store/ only; all others include store.h. */
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

/* The session that is being recorded. */
typedef struct Running {
    int64_t id; /* 0: none */
    char uid[UID_SIZE];
    int64_t started_s;
    int32_t offset_min;
    uint32_t generation;          /* Store.generation when its rows and plan were written; 0: not written */
    Done (*rows)[SIDE_COUNT];     /* what was done, as the database has it; owned */
    size_t row_count, felt_count; /* of `rows`; of what was felt in holds, as the database has it */
    int32_t felt_last;            /* the last of these */
    int bookmark_file;            /* -1: none */
    bool has_waited;              /* the end was tried with the long wait, without success */
} Running;

#define RUNNING_NONE ((Running){.bookmark_file = -1})

/* clang-format off */
typedef enum Sql {
    SQL_BEGIN, SQL_BEGIN_WRITING, SQL_COMMIT,
    SQL_SESSION_PUT, SQL_SESSION_HAS, SQL_SESSION_WORKED, SQL_SESSION_STATE, SQL_SESSION_DROP, SQL_SESSION_READ,
    SQL_SESSION_COUNT, SQL_SESSION_REVISE, SQL_SESSION_NUMBERS, SQL_SESSION_NOTE, SQL_SESSION_FIND, SQL_RECORD_PUT,
    SQL_DELETED_FIND, SQL_DELETED_PUT, SQL_DELETED_NOTE, SQL_DELETED_DROP, SQL_DELETED_LIST,
    SQL_DELETED_WAITING,
    SQL_PLAN_PUT, SQL_PLAN_READ, SQL_PLAN_DROP,
    SQL_LIVE_PUT, SQL_LIVE_KEEP, SQL_LIVE_READ, SQL_LIVE_LIST, SQL_LIVE_DROP,
    SQL_DONE_PUT, SQL_DONE_READ, SQL_DONE_MARK, SQL_DONE_DROP, SQL_AREA_ADD,
    SQL_FELT_PUT, SQL_FELT_READ, SQL_FELT_DROP,
    SQL_LOWERED_READ, SQL_LOWERED_PUT, SQL_LOWERED_DROP,
    SQL_HISTORY, SQL_HISTORY_NEWEST, SQL_HISTORY_ONE, SQL_HISTORY_EXPORT, SQL_HISTORY_WAITING,
    SQL_HISTORY_MOVES,
    SQL_AREA_LAST, SQL_ROUTINES_LAST, SQL_SIDES_HELD, SQL_TIMES_DONE, SQL_FIRST_SESSION, SQL_TOLD_HAS, SQL_TOLD_PUT,
    SQL_DAY_SUMS, SQL_DAYS_NEWEST, SQL_AREA_SUMS, SQL_WEEK_SUMS, SQL_ROUTINE_SUMS, SQL_SERIES_NEXT, SQL_SERIES,
    SQL_DAY_SUMS_OF_AREA, SQL_ROUTINE_SUMS_OF_AREA,
    SQL_AWAY_PUT, SQL_AWAY_LIST, SQL_AWAY_WAITING, SQL_AWAY_FIND,
    SQL_COURSE_ADD, SQL_COURSE_TAKE, SQL_COURSE_LIST, SQL_COURSE_WAITING, SQL_COURSE_FIND,
    SQL_JOURNAL_STATE, SQL_JOURNAL_NOTE, SQL_JOURNAL_QUEUE_ALL, SQL_JOURNAL_CLEAR, SQL_JOURNAL_HOLD, SQL_JOURNAL_COUNT,
    SQL_JOURNALS_FIND, SQL_JOURNALS_PUT,
    SQL_COUNT
} Sql;
/* clang-format on */

typedef enum StoreMode { STORE_OFF, STORE_READS, STORE_WRITES } StoreMode;

typedef struct Store Store;

struct Store {
    StoreMode mode;
    char *path;
    char *journal; /* the file that every change is also appended to (store/journal.h); NULL: none */
    sqlite3 *db;   /* NULL: off, or opened at the next use */
    sqlite3_stmt *statements[SQL_COUNT];
    uint32_t generation; /* counts openings: a new file does not have what was written to the one before */
    dev_t device;        /* of the open file, to notice when it is moved away */
    ino_t inode;
    int failure; /* SQLite's code of the first failure in this transaction */
    int system_error;
    ProblemKind obstacle; /* why the last opening or reading failed; PROBLEM_NONE: it worked */
    bool was_locked;      /* the last time: do not wait for the lock again */
    bool was_doubted;     /* it seemed damaged, but was not; the second time the store is turned off */
    int wal_pages;
    int64_t now_s;
    Problems problems;
    SessionLocks locks;
    Running running;
    struct LoweredTarget *waiting; /* by Area: lowered targets that are not written yet; NULL: never any */
};

typedef struct SqlValue {
    bool is_text;
    int64_t number;
    const char *text; /* NULL is SQL's NULL */
} SqlValue;

/* Makes an id that no other record has, on whatever machine: 32 hexadecimal digits. */
void sql_make_uid(char uid[UID_SIZE]);

SqlValue sql_number(int64_t number);
SqlValue sql_text(const char *text); /* borrowed until the statement is run */
SqlValue sql_null(void);

#define SQL_VALUES(...) (const SqlValue[]){__VA_ARGS__}, sizeof((const SqlValue[]){__VA_ARGS__}) / sizeof(SqlValue)

/* Runs a statement that returns no rows. False if it fails; store->failure then has the code. */
bool sql_run(Store *store, Sql which, const SqlValue *values, size_t count);

/* Starts a statement that returns rows; NULL if it fails (store->failure). sql_next goes to the first and to each next
 * row; false after the last one or if it fails, and the statement is then finished. sql_done finishes it earlier. */
sqlite3_stmt *sql_ask(Store *store, Sql which, const SqlValue *values, size_t count);
bool sql_next(Store *store, sqlite3_stmt *rows);
void sql_done(sqlite3_stmt *rows);

/* The value of a column in the current row. Text is borrowed until the next row; NULL is returned as "", except by the
 * _or_null function. */
int64_t sql_column_number(sqlite3_stmt *rows, int column, int64_t low, int64_t high); /* clamped to low..high */
const char *sql_column_text(sqlite3_stmt *rows, int column);
const char *sql_column_text_or_null(sqlite3_stmt *rows, int column);
int32_t sql_column_felt(sqlite3_stmt *rows, int column); /* SESSION_NOT_FELT where it is NULL */

/* Runs SQL that is not in the table of statements, such as a PRAGMA. */
bool sql_execute(Store *store, const char *text);

/* Keeps the code, and the errno of now, as the failure of this transaction, unless one is kept already. */
bool sql_fail(Store *store, int code); /* always false */
void sql_release(Store *store);        /* the prepared statements */

#endif
