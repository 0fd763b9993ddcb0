/* SPDX-License-Identifier: MIT */
#include "store/session_writer.h"

#include <stdlib.h>

#include "base/macros.h"
#include "base/memory.h"
#include "base/text.h"
#include "routine/names.h"
#include "store/lowered_target.h"
#include "store/plan_json.h"
#include "store/sql.h"
#include "store/transaction.h"

void session_writer_release(Running *running)
{
    free(running->kept);
    *running = (Running){0};
}

void session_writer_forget_rows(Running *running, size_t move_count)
{
    running->kept = memory_resize(running->kept, move_count, sizeof(*running->kept));
    for (size_t move = 0; move < move_count; move++) {
        for (int side = 0; side < SIDE_COUNT; side++) {
            running->kept[move][side] = (Done){.held_ms = RUNNING_NO_ROW};
        }
    }
    running->kept_count = move_count;
}

void session_writer_note_read(Running *running, const Session *session)
{
    session_writer_forget_rows(running, session_done_count(session));
    for (size_t move = 0; move < running->kept_count; move++) {
        for (int side = 0; side < SIDE_COUNT; side++) {
            if (done_has_any(&session->done[move][side])) {
                running->kept[move][side] = session->done[move][side];
            }
        }
    }
}

static SqlValue felt_or_null(int32_t felt)
{
    return felt == SESSION_NOT_FELT ? sql_null() : sql_number(felt);
}

static bool add_areas(Store *store, int64_t position, int side, const WordList *areas)
{
    const int64_t id = store->running.id;
    bool is_added = true;
    for (size_t i = 0; i < areas->count && is_added; i++) {
        is_added = sql_run(
            store, SQL_AREA_ADD,
            SQL_VALUES(sql_number(id), sql_number(position), sql_number(side), sql_text(area_name(areas->items[i]))));
    }
    return is_added;
}

static bool put_done(Store *store, const Session *session, size_t position, int side, bool is_new)
{
    const DoneMove move = session_done_move(session, position);
    const Done *done = &session->done[position][side];
    Text areas = {0};
    for (size_t i = 0; i < move.areas.count; i++) {
        text_add(&areas, i > 0 ? " " : "");
        text_add(&areas, area_name(move.areas.items[i]));
    }
    const bool is_put = sql_run(
        store, SQL_DONE_PUT,
        SQL_VALUES(sql_number(store->running.id), sql_number((int64_t)position), sql_number(side), sql_text(move.name),
                   sql_text(move.use), sql_text(text_show(&areas)), sql_number(done->held_ms), felt_or_null(done->felt),
                   felt_or_null(done->felt_most), sql_number(done->hurt), sql_number(done->skipped)));
    text_release(&areas);
    return is_put && (!is_new || add_areas(store, (int64_t)position, side, &move.areas));
}

/* The move and side of the moment; false on a rest and at the end. */
static bool place_of(const Session *session, size_t *position, int *side)
{
    const Step *step = session_step(session);
    if (!step || step->move < 0) {
        return false;
    }
    *position = (size_t)step->move;
    *side = (int)step->side;
    return true;
}

/* Whether a row has to be written: one that is there and differs only in what `live` says better can wait. */
static bool is_due(const Done *done, const Done *kept, bool waits)
{
    if (kept->held_ms == RUNNING_NO_ROW) {
        return done_has_any(done);
    }
    const bool is_noted_anew = done->felt != kept->felt || done->felt_most != kept->felt_most ||
                               done->hurt != kept->hurt || done->skipped != kept->skipped;
    return is_noted_anew || (done->held_ms != kept->held_ms && !waits);
}

/* The row of the moment waits for the next whole write: `live` has what is held of it. */
static bool waits(const SessionWrite *work, size_t move, int side)
{
    size_t at_move = 0;
    int at_side = 0;
    return !work->is_whole && place_of(work->session, &at_move, &at_side) && move == at_move && side == at_side;
}

static bool put_all_done(Store *store, const SessionWrite *work)
{
    const Running *running = &store->running;
    const Session *session = work->session;
    for (size_t move = 0; move < running->kept_count; move++) {
        for (int side = 0; side < SIDE_COUNT; side++) {
            const Done *kept = &running->kept[move][side];
            const bool is_new = kept->held_ms == RUNNING_NO_ROW;
            if (is_due(&session->done[move][side], kept, waits(work, move, side)) &&
                !put_done(store, session, move, side, is_new)) {
                return false;
            }
        }
    }
    return true;
}

void session_writer_note(Store *store, const SessionWrite *work)
{
    Running *running = &store->running;
    running->generation = store->generation;
    for (size_t move = 0; move < running->kept_count; move++) {
        for (int side = 0; side < SIDE_COUNT; side++) {
            const Done *done = &work->session->done[move][side];
            if (is_due(done, &running->kept[move][side], waits(work, move, side))) {
                running->kept[move][side] = *done;
            }
        }
    }
}

static Bookmark bookmark_now(const Session *session, int64_t now_s)
{
    size_t move = 0;
    int side = SIDE_NONE;
    const bool has_place = place_of(session, &move, &side);
    return (Bookmark){
        .step = session->step,
        .into_ms = session->into_ms,
        .length_ms = session->length_ms,
        .worked_ms = session->worked_ms,
        .position = has_place ? (int64_t)move : -1,
        .side = side,
        .held_ms = has_place ? session->done[move][side].held_ms : 0,
        .kept_s = now_s,
        .stopped = session_is_stopped(session),
    };
}

static bool put_place(Store *store, Sql how, int64_t session, const Bookmark *place)
{
    return sql_run(store, how,
                   SQL_VALUES(sql_number(session), sql_number(place->step), sql_number(place->into_ms),
                              sql_number(place->length_ms), sql_number(place->worked_ms), sql_number(place->position),
                              sql_number(place->side), sql_number(place->held_ms), sql_number(place->kept_s),
                              sql_number(place->stopped)));
}

static bool put_live(Store *store, const SessionWrite *work, Sql how)
{
    const Bookmark place = bookmark_now(work->session, work->now_s);
    return put_place(store, how, store->running.id, &place);
}

bool session_writer_keep_place(Store *store, const Session *session, int64_t now_s)
{
    const Running *running = &store->running;
    const SessionWrite work = {.session = session, .now_s = now_s};
    if (!store->db || lowered_target_is_waiting(store) || running->generation != store->generation) {
        return false;
    }
    for (size_t move = 0; move < running->kept_count; move++) {
        for (int side = 0; side < SIDE_COUNT; side++) {
            if (is_due(&session->done[move][side], &running->kept[move][side], waits(&work, move, side))) {
                return false;
            }
        }
    }
    const Bookmark place = bookmark_now(session, now_s);
    return bookmark_write(&store->bookmark, &place);
}

/* Whether the rows lack something held of another move than that of the moment, which a bookmark has no room for. */
static bool is_held_elsewhere(const Running *running, const Session *session)
{
    const SessionWrite work = {.session = session};
    bool is_elsewhere = false;
    for (size_t move = 0; move < running->kept_count && !is_elsewhere; move++) {
        for (int side = 0; side < SIDE_COUNT; side++) {
            const int64_t lacking_ms = session->done[move][side].held_ms - MAX_OF(running->kept[move][side].held_ms, 0);
            is_elsewhere = is_elsewhere || (lacking_ms > 0 && !waits(&work, move, side));
        }
    }
    return is_elsewhere;
}

void session_writer_keep_bookmark(Store *store, const SessionWrite *work)
{
    const Running *running = &store->running;
    const bool has_rows = running->generation > 0 && running->generation == store->generation;
    const bool fits = has_rows && !work->has_new_plan && session_step(work->session);
    if (fits && !is_held_elsewhere(running, work->session)) {
        const Bookmark place = bookmark_now(work->session, work->now_s);
        bookmark_write(&store->bookmark, &place);
    }
}

bool session_writer_settle(Store *store, int64_t session)
{
    const SqlValue id = sql_number(session);
    Bookmark place;
    return (!bookmark_read(store->path, session, &place) || put_place(store, SQL_LIVE_CATCH_UP, session, &place)) &&
           sql_run(store, SQL_LIVE_SETTLE, &id, 1) && sql_run(store, SQL_SESSION_SETTLE, &id, 1);
}

static bool settle(Store *store, void *session)
{
    return session_writer_settle(store, *(const int64_t *)session);
}

/* Sessions whose rows may be behind; where there are more, the next start finds them. */
typedef struct LeftBehind {
    int64_t sessions[64];
    size_t count;
} LeftBehind;

static bool find_behind(Store *store, void *left_behind)
{
    LeftBehind *behind = left_behind;
    sqlite3_stmt *rows = sql_ask(store, SQL_LIVE_RUNNING, NULL, 0);
    behind->count = 0;
    while (rows && behind->count < ARRAY_LEN(behind->sessions) && sql_next(store, rows)) {
        behind->sessions[behind->count++] = sqlite3_column_int64(rows, 0);
    }
    if (rows) {
        sql_done(rows);
    }
    return rows != NULL;
}

void session_writer_catch_up(Store *store)
{
    LeftBehind behind = {0};
    if (store->mode != STORE_WRITES || !transaction_read(store, find_behind, &behind)) {
        return;
    }
    for (size_t i = 0; i < behind.count; i++) {
        int64_t session = behind.sessions[i];
        if (!lock_take(&store->claims, session)) {
            continue;
        }
        if (transaction_write(store, CARE_KILL, settle, &session)) {
            bookmark_remove(store->path, session);
        }
        lock_give_back(&store->claims, session);
    }
}

static bool put_plan(Store *store, const Plan *plan)
{
    char *text = plan_json_write(plan);
    const bool is_put = sql_run(store, SQL_PLAN_PUT, SQL_VALUES(sql_number(store->running.id), sql_text(text)));
    free(text);
    return is_put;
}

static char *routine_ids(const Plan *plan)
{
    Text ids = {0};
    for (size_t i = 0; i < plan->routine_count; i++) {
        text_add(&ids, i > 0 ? " " : "");
        text_add(&ids, plan->routines[i].id ? plan->routines[i].id : "");
    }
    text_add(&ids, "");
    return text_detach(&ids);
}

static bool put_session(Store *store, const Session *session)
{
    const Running *running = &store->running;
    const Plan *plan = session->plan;
    char *ids = routine_ids(plan);
    const bool is_put = sql_run(store, SQL_SESSION_ADD,
                                SQL_VALUES(sql_number(running->id), sql_text(running->uid),
                                           sql_number(running->started_s), sql_number(running->offset_min),
                                           sql_text(plan->title), sql_text(ids), sql_number(plan->seconds),
                                           sql_number(session->worked_ms / 1000)));
    free(ids);
    return is_put && sqlite3_changes(store->db) > 0; /* 0: another session has that number */
}

static bool put_planned(Store *store, const Plan *plan)
{
    char *ids = routine_ids(plan);
    const bool is_put = sql_run(
        store, SQL_SESSION_PLANNED,
        SQL_VALUES(sql_number(store->running.id), sql_text(plan->title), sql_text(ids), sql_number(plan->seconds)));
    free(ids);
    return is_put;
}

/* What was done is written anew, each row at the place that its move has now. */
static bool drop_done(Store *store, const Session *session)
{
    session_writer_forget_rows(&store->running, session_done_count(session));
    return sql_run(store, SQL_DONE_DROP, SQL_VALUES(sql_number(store->running.id)));
}

/* The rows that a session has from its start; false where it failed. */
static bool put_whole(Store *store, const SessionWrite *work)
{
    const Session *session = work->session;
    return put_session(store, session) && drop_done(store, session) && put_plan(store, session->plan) &&
           put_live(store, work, SQL_LIVE_PUT);
}

bool session_writer_write(Store *store, void *running_work)
{
    const SessionWrite *work = running_work;
    const Session *session = work->session;
    const Running *running = &store->running;
    bool is_there = running->generation == store->generation;
    if (is_there) {
        if (!put_live(store, work, SQL_LIVE_KEEP)) {
            return false;
        }
        is_there = sqlite3_changes(store->db) > 0; /* else someone took the rows away: write them anew */
    }
    if (!is_there && !put_whole(store, work)) {
        return false;
    }
    if (is_there && work->has_new_plan &&
        !(drop_done(store, session) && put_plan(store, session->plan) && put_planned(store, session->plan))) {
        return false;
    }
    const SqlValue id = sql_number(running->id);
    return put_all_done(store, work) &&
           (!work->is_whole ||
            sql_run(store, SQL_SESSION_WORKED, SQL_VALUES(id, sql_number(session->worked_ms / 1000)))) &&
           (!work->state || sql_run(store, SQL_SESSION_STATE, SQL_VALUES(id, sql_text(work->state)))) &&
           lowered_target_write_waiting(store, NULL);
}
