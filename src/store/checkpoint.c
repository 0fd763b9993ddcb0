/* SPDX-License-Identifier: MIT */
#include "store/checkpoint.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"
#include "routine/names.h"
#include "session/session.h"
#include "store/handle.h"
#include "store/lowered_target.h"
#include "store/plan_json.h"
#include "store/session_writer.h"
#include "store/sql.h"
#include "store/transaction.h"

/* A session that was left, read back from the records: its plan, its place and what was done of it. */

/* Zeroed but for `session`, which is zeroed too. */
typedef struct Retrieval {
    Session *session; /* placed, paused or stopped */
    Plan *plan;       /* the caller's; NULL where it could not be read */
    char *problem;    /* why, to free(); NULL: the records say nothing of it */
} Retrieval;

static bool read_who(Store *store, Running *running)
{
    sqlite3_stmt *rows = sql_ask(store, SQL_SESSION_READ, SQL_VALUES(sql_number(running->id)));
    if (!rows || !sql_next(store, rows)) {
        return false;
    }
    snprintf(running->uid, sizeof(running->uid), "%s", sql_column_text(rows, 0));
    running->started_s = sqlite3_column_int64(rows, 1);
    running->offset_min = (int32_t)sql_column_number(rows, 2, -24 * 60, 24 * 60);
    sql_done(rows);
    return true;
}

static bool read_place(Store *store, int64_t id, Bookmark *place)
{
    sqlite3_stmt *rows = sql_ask(store, SQL_LIVE_READ, SQL_VALUES(sql_number(id)));
    if (!rows || !sql_next(store, rows)) {
        return false;
    }
    *place = (Bookmark){
        .step = sql_column_number(rows, 0, 0, INT32_MAX),
        .into_ms = sqlite3_column_int64(rows, 1),
        .length_ms = sqlite3_column_int64(rows, 2),
        .worked_ms = sqlite3_column_int64(rows, 3),
        .position = sqlite3_column_int64(rows, 4),
        .side = sqlite3_column_int64(rows, 5),
        .held_ms = sqlite3_column_int64(rows, 6),
        .stopped = sqlite3_column_int64(rows, 7),
    };
    sql_done(rows);
    return true;
}

static bool read_plan(Store *store, Retrieval *retrieval)
{
    sqlite3_stmt *rows = sql_ask(store, SQL_PLAN_READ, SQL_VALUES(sql_number(store->running.id)));
    if (!rows || !sql_next(store, rows)) {
        return false;
    }
    retrieval->plan = plan_json_read(sql_column_text(rows, 0), &retrieval->problem);
    sql_done(rows);
    return retrieval->plan;
}

/* Of "calves feet"; what is no area is passed over. */
static void add_area_words(Arena *arena, WordList *areas, const char *text)
{
    areas->items = arena_take_array(arena, AREA_COUNT, sizeof(*areas->items));
    while (*text && areas->count < AREA_COUNT) {
        const size_t length = strcspn(text, " ");
        const int area = words_find(&area_words, text, length);
        if (area >= 0) {
            areas->items[areas->count++] = (uint8_t)area;
        }
        text += length + strspn(text + length, " ");
    }
}

/* A row beyond the plan's moves is one of a move that was taken out of it. */
static void add_gone(Session *session, sqlite3_stmt *row)
{
    Done nothing[1][SIDE_COUNT];
    Arena arena = {0};
    DoneMove move = {.name = sql_column_text(row, 6), .use = sql_column_text_or_null(row, 7)};
    add_area_words(&arena, &move.areas, sql_column_text(row, 8));
    session_clear_rows(nothing, 1);
    session_add_gone(session, &move, nothing[0]);
    arena_release(&arena);
}

/* Rows come by position, those of moves that are gone after the plan's without a gap. */
static bool read_done(Store *store, Session *session)
{
    sqlite3_stmt *rows = sql_ask(store, SQL_DONE_READ, SQL_VALUES(sql_number(store->running.id)));
    while (rows && sql_next(store, rows)) {
        const int64_t position = sqlite3_column_int64(rows, 0);
        const int64_t side = sqlite3_column_int64(rows, 1);
        if (position < 0 || (size_t)position > session_done_count(session) || side < 0 || side >= SIDE_COUNT) {
            continue;
        }
        if ((size_t)position == session_done_count(session)) {
            add_gone(session, rows);
        }
        session->done[position][side] = (Done){
            .held_ms = sql_column_number(rows, 2, 0, INT64_MAX),
            .felt = sql_column_felt(rows, 3),
            .felt_most = sql_column_felt(rows, 4),
            .hurt = sqlite3_column_int(rows, 5) != 0,
            .skipped = sqlite3_column_int(rows, 9) != 0,
        };
    }
    return rows && store->failure == SQLITE_OK;
}

static void put_in_place(const Bookmark *place, Session *session)
{
    if (place->position >= 0 && (size_t)place->position < session->plan->move_count && place->side >= 0 &&
        place->side < SIDE_COUNT) {
        Done *done = &session->done[place->position][place->side];
        done->held_ms = MAX_OF(done->held_ms, place->held_ms);
    }
    session_place(session, (int32_t)place->step, place->into_ms, place->length_ms, place->worked_ms);
    if (place->stopped) {
        session_stop(session);
    }
}

/* A TransactionWork over a Retrieval: reads the session that store->running has the number of, and fills in the rest of who it
 * is there. */
static bool retrieve_session(Store *store, void *argument)
{
    Retrieval *retrieval = argument;
    Running *running = &store->running;
    Bookmark place;
    free(retrieval->problem);
    plan_free(retrieval->plan);
    session_release(retrieval->session);
    *retrieval = (Retrieval){.session = retrieval->session};
    if (!read_who(store, running) || !read_place(store, running->id, &place) || !read_plan(store, retrieval)) {
        return false;
    }
    bookmark_read_later(store->path, running->id, &place); /* of a kill, where the records could not be written since */
    session_init(retrieval->session, retrieval->plan);
    if (!read_done(store, retrieval->session)) {
        plan_free(retrieval->plan);
        retrieval->plan = NULL;
        return false;
    }
    session_writer_note_read(running, retrieval->session);
    put_in_place(&place, retrieval->session);
    running->generation = store->generation;
    return true;
}

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

static bool keep(Store *store, const SessionWrite *work, TransactionCare care)
{
    SessionWrite copy = *work;
    store->now_s = MAX_OF(store->now_s, work->now_s);
    if (!transaction_write(store, care, session_writer_write, &copy)) {
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
        transaction_read(store, find_row, &find);
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

static bool end(Store *store, int64_t id, const Session *session, int64_t now_s, TransactionWork *write)
{
    if (!is_running(store, id)) {
        return false;
    }
    const bool is_finished = session->state == SESSION_FINISHED;
    SessionWrite work = {
        .session = session, .now_s = now_s, .is_whole = true, .state = is_finished ? "finished" : "left"};
    store->now_s = MAX_OF(store->now_s, now_s);
    if (!transaction_write(store, store->running.has_waited ? CARE_POWER : CARE_LAST, write, &work)) {
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
    if (!transaction_read(store, retrieve_session, &retrieval)) {
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
static bool change_left(Store *store, int64_t id, TransactionWork *work)
{
    if (is_running(store, id)) {
        let_go(store);
    }
    if (id <= 0 || !lock_take(&store->claims, id)) {
        return false;
    }
    const bool is_done = transaction_write(store, CARE_POWER, work, &id);
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
