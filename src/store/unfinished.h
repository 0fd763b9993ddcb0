/* SPDX-License-Identifier: MIT */
/* Unfinished sessions: those that the person left, or whose knead was killed. Finds them, resumes them, ends them,
 * deletes them. */
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
    int32_t at_s, total_s;     /* position in the plan; length of the plan */
    char *where;               /* "Calf strip, left", or the text of a rest */
    bool has_done;             /* something was held in it, or hurt: then the history has it */
} UnfinishedSession;

/* Finds the newest unfinished session that no running knead has open; false if there is none. Release *left with
 * unfinished_release. */
bool unfinished_find(Store *store, UnfinishedSession *left);
void unfinished_release(UnfinishedSession *left);

/* Resumes a session. Returns the plan that was recorded with it, to plan_free(), and puts `session` at the recorded
 * place with what was done: paused, or stopped if it was left after it hurt. From then on it is recorded again
 * (store/session_writer.h). NULL if another knead has it open or it cannot be read; *problem is then one line, to
 * free(). */
Plan *unfinished_resume(Store *store, int64_t id, Session *session, char **problem);

/* unfinished_settle ends a session: what was done stays in the history, and it cannot be resumed any more.
 * unfinished_discard deletes it completely. False if that failed. */
bool unfinished_settle(Store *store, int64_t id);
bool unfinished_discard(Store *store, int64_t id);

/* For store_open: a session that the database calls running, but that no knead has open, was killed. Marks it as left,
 * and writes the position in its bookmark to the database. */
void unfinished_catch_up(Store *store);

#endif
