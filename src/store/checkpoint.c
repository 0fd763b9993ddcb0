/* SPDX-License-Identifier: MIT */
#include "store/checkpoint.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/macros.h"
#include "base/memory.h"
#include "store/retrieve.h"
#include "store/session_writer.h"
#include "store/sql.h"

/* A session's number is the second in which it began with this many to choose from: it rises with time, and is known
 * even while the records are locked. */
enum { NUMBERS_A_SECOND = 1024 };

static void let_go(Store *store)
{
    if (store->running.id > 0) {
        lock_give_back(&store->claims, store->running.id);
    }
    bookmark_file_close(&store->bookmark);
    session_writer_release(&store->running);
}

static bool keep(Store *store, const SessionWrite *work, StoreCare care)
{
    SessionWrite copy = *work;
    store->now_s = MAX_OF(store->now_s, work->now_s);
    if (!store_write(store, care, session_writer_write, &copy)) {
        session_writer_keep_bookmark(store, work);
        return false;
    }
    session_writer_note(store, work);
    lowered_target_forget_waiting(store);
    bookmark_clear(&store->bookmark);
    return true;
}

typedef struct FindRow {
    int64_t id;
    bool is_there;
} FindRow;

static bool find_row(Store *store, void *argument)
{
    FindRow *find = argument;
    sqlite3_stmt *rows = sql_ask(store, SQL_SESSION_HAS, SQL_VALUES(sql_number(find->id)));
    find->is_there = rows && sql_next(store, rows);
    if (find->is_there) {
        sql_done(rows);
    }
    return rows && store->failure == SQLITE_OK;
}

/* A number that nobody has or holds, held now. */
static int64_t take_number(Store *store, int64_t now_s, unsigned random)
{
    const int64_t first = MAX_OF(now_s, 1) * NUMBERS_A_SECOND;
    for (unsigned turn = 0; turn < NUMBERS_A_SECOND; turn++) {
        FindRow find = {.id = first + (random + turn) % NUMBERS_A_SECOND};
        if (!lock_take(&store->claims, find.id)) {
            continue;
        }
        store_read(store, find_row, &find);
        if (!find.is_there) {
            return find.id;
        }
        lock_give_back(&store->claims, find.id);
    }
    return 0;
}

int64_t checkpoint_begin(Store *store, const Session *session, int64_t now_s, int32_t offset_min)
{
    if (!store_can_write(store)) {
        return 0;
    }
    let_go(store);
    unsigned char random[16];
    sqlite3_randomness(sizeof(random), random);
    Running *running = &store->running;
    for (size_t i = 0; i < sizeof(random); i++) {
        snprintf(running->uid + 2 * i, 3, "%02x", random[i]);
    }
    running->started_s = now_s;
    running->offset_min = offset_min;
    session_writer_forget_rows(running, session_done_count(session));
    running->id = take_number(store, now_s, random[0] + 256U * random[1]);
    if (running->id == 0 || !store_can_write(store)) {
        let_go(store);
        return 0;
    }
    bookmark_file_open(&store->bookmark, store->path, running->id);
    keep(store, &(SessionWrite){.session = session, .now_s = now_s, .is_whole = true}, CARE_POWER);
    return store_can_write(store) ? running->id : 0;
}

static bool is_running(const Store *store, int64_t id)
{
    return id > 0 && id == store->running.id;
}

bool checkpoint_keep(Store *store, int64_t id, const Session *session, int64_t now_s, bool synced)
{
    const SessionWrite work = {.session = session, .now_s = now_s, .is_whole = synced};
    if (is_running(store, id) && !synced && session_writer_keep_place(store, session, now_s)) {
        return true;
    }
    return is_running(store, id) && keep(store, &work, synced ? CARE_POWER : CARE_KILL);
}

bool checkpoint_replan(Store *store, int64_t id, const Session *session)
{
    if (!is_running(store, id)) {
        return false;
    }
    const SessionWrite work = {.session = session, .now_s = store->now_s, .is_whole = true, .has_new_plan = true};
    if (keep(store, &work, CARE_POWER)) {
        return true;
    }
    store->running.generation = 0; /* the new plan is written with everything else, as soon as it can be */
    return false;
}

/* Takes what was needed to go on; what was done stays, or the session goes where nothing was. */
static bool close_rows(Store *store, int64_t id, bool can_go_on)
{
    const SqlValue value = sql_number(id);
    sqlite3_stmt *rows = sql_ask(store, SQL_SESSION_HAS_DONE, &value, 1);
    const bool has_done = rows && sql_next(store, rows);
    if (!rows || store->failure != SQLITE_OK) {
        return false;
    }
    if (!has_done) {
        return sql_run(store, SQL_SESSION_DROP, &value, 1);
    }
    sql_done(rows);
    return can_go_on || (sql_run(store, SQL_LIVE_DROP, &value, 1) && sql_run(store, SQL_PLAN_DROP, &value, 1));
}

static bool write_end(Store *store, void *running_work)
{
    const SessionWrite *work = running_work;
    return session_writer_write(store, running_work) &&
           close_rows(store, store->running.id, work->session->state != SESSION_FINISHED);
}

static bool end(Store *store, int64_t id, const Session *session, int64_t now_s, StoreWork *write)
{
    if (!is_running(store, id)) {
        return false;
    }
    const bool is_finished = session->state == SESSION_FINISHED;
    SessionWrite work = {
        .session = session, .now_s = now_s, .is_whole = true, .state = is_finished ? "finished" : "left"};
    store->now_s = MAX_OF(store->now_s, now_s);
    if (!store_write(store, store->running.has_waited ? CARE_POWER : CARE_LAST, write, &work)) {
        session_writer_keep_bookmark(store, &work);
        store->running.has_waited = true;
        return false;
    }
    lowered_target_forget_waiting(store);
    bookmark_file_drop(&store->bookmark);
    let_go(store);
    return true;
}

bool checkpoint_end(Store *store, int64_t id, const Session *session, int64_t now_s)
{
    return end(store, id, session, now_s, write_end);
}

bool checkpoint_cut_off(Store *store, int64_t id, const Session *session, int64_t now_s)
{
    return end(store, id, session, now_s, session_writer_write);
}

void checkpoint_be_patient(Store *store)
{
    store->running.has_waited = false;
}

void checkpoint_give_up(Store *store, int64_t id)
{
    if (is_running(store, id)) {
        problem_note(&store->troubles, PROBLEM_UNKEPT, store->path, NULL);
        let_go(store);
    }
}

Plan *checkpoint_resume(Store *store, int64_t id, Session *session, char **problem)
{
    Retrieval retrieval = {.session = session};
    *session = (Session){0};
    *problem = NULL;
    let_go(store);
    if (id <= 0 || !store_can_write(store)) {
        *problem = memory_print("The records cannot be written, so there is no session to go on with.");
        return NULL;
    }
    if (!lock_take(&store->claims, id)) {
        *problem = memory_print("That session is being followed in another window. Go on with it there.");
        return NULL;
    }
    store->running.id = id;
    if (!store_read(store, retrieve_session, &retrieval)) {
        *problem = memory_print("The session that was left cannot be read: %s. Start its routine anew.",
                                retrieval.problem ? retrieval.problem : "its records are not there");
        free(retrieval.problem);
        session_release(session);
        let_go(store);
        return NULL;
    }
    bookmark_file_open(&store->bookmark, store->path, id);
    keep(store, &(SessionWrite){.session = session, .now_s = store->now_s, .is_whole = true, .state = "running"},
         CARE_POWER);
    return retrieval.plan;
}

/* A place that a kill left where the records were locked may be on a move that has no row yet: it gets one. A plan that
 * cannot be read has none to give. */
static bool write_lacking(Store *store, int64_t id)
{
    Session session = {0};
    Retrieval retrieval = {.session = &session};
    const Running followed = store->running;
    store->running = (Running){.id = id};
    const bool is_read = retrieve_session(store, &retrieval);
    const bool is_kept = is_read
                             ? session_writer_write(
                                   store, &(SessionWrite){.session = &session, .now_s = store->now_s, .is_whole = true})
                             : store->failure == SQLITE_OK;
    session_writer_release(&store->running);
    store->running = followed;
    free(retrieval.problem);
    session_release(&session);
    plan_free(retrieval.plan);
    return is_kept;
}

static bool settle(Store *store, void *id)
{
    const int64_t session = *(const int64_t *)id;
    return session_writer_settle(store, session) && write_lacking(store, session) && close_rows(store, session, false);
}

static bool discard(Store *store, void *id)
{
    return sql_run(store, SQL_SESSION_DROP, SQL_VALUES(sql_number(*(const int64_t *)id)));
}

/* What is done to a session that nobody follows, this knead included. */
static bool change_left(Store *store, int64_t id, StoreWork *work)
{
    if (is_running(store, id)) {
        let_go(store);
    }
    if (id <= 0 || !lock_take(&store->claims, id)) {
        return false;
    }
    const bool is_done = store_write(store, CARE_POWER, work, &id);
    if (is_done) {
        bookmark_remove(store->path, id);
    }
    lock_give_back(&store->claims, id);
    return is_done;
}

bool checkpoint_settle(Store *store, int64_t id)
{
    return change_left(store, id, settle);
}

bool checkpoint_discard(Store *store, int64_t id)
{
    return change_left(store, id, discard);
}
