/* SPDX-License-Identifier: MIT */
/* Sessions that were left, or killed: found, gone on with, ended, thrown away. */
#ifndef STORE_UNFINISHED_H
#define STORE_UNFINISHED_H

#include <stdbool.h>
#include <stdint.h>

#include "session/session.h"

typedef struct Store Store; /* store/store.h */

typedef struct UnfinishedSession {
    int64_t id;
    char *title;
    int64_t started_s, left_s; /* seconds since 1970 */
    int32_t at_s, total_s;     /* into the plan; the plan's length */
    char *where;               /* "Calf strip, left", or what it was doing */
    bool has_done;             /* something was held in it, or hurt: it would be in the history */
} UnfinishedSession;

/* The newest session that was left and that no running knead holds; false where there is none. Fill is released by
 * unfinished_release. */
bool unfinished_find(Store *store, UnfinishedSession *left);
void unfinished_release(UnfinishedSession *left);

/* Goes on with one: the plan that was recorded with it (the caller's) and `session` placed in it, paused, or stopped where
 * it hurt and nobody had gone on, with what was done. From here on store/session_writer.h records it. NULL where it is
 * held by another knead or cannot be read; *problem is one line to free(). */
Plan *unfinished_resume(Store *store, int64_t id, Session *session, char **problem);

/* Keeps it as it is, in the history only; or throws it away, rows and all. False where it could not be done. */
bool unfinished_settle(Store *store, int64_t id);
bool unfinished_discard(Store *store, int64_t id);

/* For the store, when it was opened: those that run by their rows and that nobody follows were killed. What only their
 * bookmarks say goes into their rows. */
void unfinished_catch_up(Store *store);

#endif
