/* SPDX-License-Identifier: MIT */
/* What the tests of the records share: where they lie, a small plan made by hand, and a second way into the file
 * that is not ours. */
#ifndef SUPPORT_RECORDS_H
#define SUPPORT_RECORDS_H

#include <sqlite3.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "session/advance.h"
#include "store/store.h"

enum { RECORDS_NOW_S = 1800000000, RECORDS_OFFSET_MIN = 60 };

/* Makes the scratch folder, where the path of records is; the tear-down is scratch_remove. */
extern char records_path[128];
void records_set_up(void);

/* A plan of two routines: a calf on both sides in two phases (5 + 30 + 20, 5 + 30 + 20), a rest of 10, a foot without
 * sides (5 + 60). */
Plan *records_plan(void);

/* A session on it that has gone on for so long, its events thrown away. */
void records_run(Session *session, const Plan *plan, int64_t ms);
void records_advance(Session *session, int64_t ms);

/* The fixture of most tests: such a plan, a session on it that has not begun, and records in the scratch folder, opened or
 * (fixture.store is NULL) not made yet. */
typedef struct Fixture {
    Store *store;
    Plan *plan;
    Session session;
} Fixture;

extern Fixture fixture;
void fixture_set_up(void);
void fixture_set_up_closed(void);
void fixture_tear_down(void);

/* The records of fixture.session begin: its number there. */
int64_t fixture_begin(void);

/* fixture.session is given a command that it must take. */
void fixture_say(SessionCommand command, int32_t value);

/* A whole session kept: begun, gone on for so long, ended. */
void records_add_session(Store *store, const Plan *plan, int64_t ms, int64_t now_s);

/* Records at that place of the scratch folder, which are then those that the rest is about, with one session in them that
 * was left after so long. */
void records_leave(const char *name, int64_t ms);

sqlite3 *records_open_raw(void);
sqlite3 *records_lock(void); /* until it is closed nobody else can write */
void records_do_raw(const char *sql);
int64_t records_ask_raw(const char *sql);
bool records_are_whole(void);                 /* integrity_check */
size_t records_count_files(const char *part); /* in the folder, with that in their name */
char *records_find_file(const char *part);    /* the path of one, no -wal or -shm, to free(); NULL: there is none */
char *records_read_file(const char *path, size_t *length);
void records_write_file(const char *path, const char *bytes, size_t length, size_t at); /* over what is there */

/* The one trouble that there is says `word` and, where one is given, `path`, on one line that ends; it is told once. */
void records_expect_trouble(Store *store, const char *word, const char *path);
size_t records_count_sessions(Store *store);

/* Runs `work` in a child that has no rights of root and waits: what it returned, or 128 + signal. */
int records_in_child(bool without_root, int (*work)(void));

#endif
