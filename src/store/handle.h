/* SPDX-License-Identifier: MIT */
/* What the open records are: the file, its statements, the session that is followed. For the modules of the records
 * alone; everybody else sees store.h. */
#ifndef STORE_HANDLE_H
#define STORE_HANDLE_H

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
    SQL_DONE_PUT, SQL_DONE_READ, SQL_DONE_DROP, SQL_AREA_ADD,
    SQL_EASES_READ, SQL_EASE_PUT, SQL_EASE_DROP,
    SQL_HISTORY, SQL_HISTORY_OF_AREA, SQL_HISTORY_MOVES,
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

#endif
