/* SPDX-License-Identifier: MIT */
#include "store/unfinished.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"
#include "routine/names.h"
#include "store/edit_record.h"
#include "store/journal.h"
#include "store/lock.h"
#include "store/plan_json.h"
#include "store/session_writer.h"
#include "store/sql.h"
#include "store/transaction.h"

/* A session as it is read back. Zeroed but for the first three, which are none yet. */
typedef struct Retrieval {
    int64_t id;
    Running *running;
    Session *session; /* placed, paused or stopped; owned by the caller, as the plan is */
    Plan *plan;       /* NULL where it could not be read */
    bool has_mark;
    Bookmark mark; /* where it was */
    char *problem; /* why the plan could not be read, to free(); NULL: the database says nothing of it */
} Retrieval;

static void forget(Retrieval *retrieval)
{
    free(retrieval->problem);
    session_release(retrieval->session);
    plan_free(retrieval->plan);
    session_writer_release(retrieval->running);
    *retrieval = (Retrieval){.id = retrieval->id, .running = retrieval->running, .session = retrieval->session};
}

static int32_t tenths_of(sqlite3_stmt *rows, int column)
{
    return sqlite3_column_type(rows, column) == SQLITE_NULL
               ? MEASURE_NOT_SAID
               : (int32_t)sql_column_number(rows, column, -MEASURE_NUMBER_MOST, MEASURE_NUMBER_MOST);
}

static bool read_who(Store *store, Running *running, Measure *measure)
{
    sqlite3_stmt *rows = sql_ask(store, SQL_SESSION_READ, SQL_VALUES(sql_number(running->id)));
    if (!rows || !sql_next(store, rows))
        return false;
    snprintf(running->uid, sizeof running->uid, "%s", sql_column_text(rows, 0));
    running->started_s = sqlite3_column_int64(rows, 1);
    running->offset_min = (int32_t)sql_column_number(rows, 2, -24 * 60, 24 * 60);
    measure->before_tenths = tenths_of(rows, 3);
    measure->after_tenths = tenths_of(rows, 4);
    sql_done(rows);
    return true;
}

/* From the bookmark, where the database could not be written since. */
static bool read_position(Store *store, int64_t id, Bookmark *mark)
{
    sqlite3_stmt *rows = sql_ask(store, SQL_LIVE_READ, SQL_VALUES(sql_number(id)));
    if (!rows || !sql_next(store, rows))
        return false;
    *mark = (Bookmark){
        .step = sql_column_number(rows, 0, 0, INT32_MAX),
        .into_ms = sqlite3_column_int64(rows, 1),
        .length_ms = sqlite3_column_int64(rows, 2),
        .worked_ms = sqlite3_column_int64(rows, 3),
        .position = -1,
        .kept_s = sqlite3_column_int64(rows, 4),
        .stopped = sqlite3_column_int64(rows, 5),
    };
    sql_done(rows);
    bookmark_read(store->path, id, mark);
    return true;
}

static bool read_plan(Store *store, Retrieval *retrieval)
{
    sqlite3_stmt *rows = sql_ask(store, SQL_PLAN_READ, SQL_VALUES(sql_number(retrieval->id)));
    if (!rows || !sql_next(store, rows))
        return false;
    retrieval->plan = plan_json_read(sql_column_text(rows, 0), &retrieval->problem);
    sql_done(rows);
    return retrieval->plan;
}

/* Of "calves feet"; what is no area is passed over. */
static void add_area_words(Arena *arena, WordList *areas, const char *text)
{
    areas->items = arena_take_array(arena, AREA_COUNT, sizeof *areas->items);
    while (*text && areas->count < AREA_COUNT) {
        const size_t length = strcspn(text, " ");
        const int area = words_find(&area_words, text, length);
        if (area >= 0)
            areas->items[areas->count++] = (uint8_t)area;
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
static bool read_done(Store *store, int64_t id, Session *session)
{
    sqlite3_stmt *rows = sql_ask(store, SQL_DONE_READ, SQL_VALUES(sql_number(id)));
    while (rows && sql_next(store, rows)) {
        const int64_t position = sqlite3_column_int64(rows, 0);
        const int64_t side = sqlite3_column_int64(rows, 1);
        if (position < 0 || (size_t)position > session_done_count(session) || side < 0 || side >= SIDE_COUNT)
            continue;
        if ((size_t)position == session_done_count(session))
            add_gone(session, rows);
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

static bool read_felts(Store *store, int64_t id, Session *session)
{
    sqlite3_stmt *rows = sql_ask(store, SQL_FELT_READ, SQL_VALUES(sql_number(id)));
    while (rows && sql_next(store, rows)) {
        const SessionFelt felt = {
            .move = sql_column_text(rows, 0),
            .phase = sql_column_text_or_null(rows, 1),
            .side = (Side)sql_column_number(rows, 2, SIDE_NONE, SIDE_RIGHT),
            .target = {sqlite3_column_type(rows, 3) != SQLITE_NULL, (int32_t)sql_column_number(rows, 3, 0, 10),
                       (int32_t)sql_column_number(rows, 4, 0, 10)},
            .felt = (int32_t)sql_column_number(rows, 5, 0, 10),
        };
        session_add_felt(session, &felt);
    }
    return rows && store->failure == SQLITE_OK;
}

static void put_in_place(const Bookmark *mark, Session *session)
{
    if (mark->position >= 0 && (size_t)mark->position < session->plan->move_count && mark->side >= 0 &&
        mark->side < SIDE_COUNT) {
        Done *done = &session->done[mark->position][mark->side];
        done->held_ms = MAX_OF(done->held_ms, mark->held_ms);
    }
    session_place(session, (int32_t)mark->step, mark->into_ms, mark->length_ms, mark->worked_ms);
    if (mark->stopped)
        session_stop(session);
}

/* A TransactionWork over a Retrieval. */
static bool retrieve(Store *store, void *argument)
{
    Retrieval *retrieval = argument;
    Running *running = retrieval->running;
    forget(retrieval);
    running->id = retrieval->id;
    Measure said = MEASURE_NONE;
    retrieval->has_mark = read_who(store, running, &said) && read_position(store, running->id, &retrieval->mark);
    if (!retrieval->has_mark || !read_plan(store, retrieval))
        return false;
    session_init(retrieval->session, retrieval->plan);
    retrieval->session->measure.before_tenths = said.before_tenths;
    retrieval->session->measure.after_tenths = said.after_tenths;
    if (!read_done(store, running->id, retrieval->session) || !read_felts(store, running->id, retrieval->session))
        return false;
    session_writer_note_rows(running, retrieval->session);
    running->generation = store->generation;
    put_in_place(&retrieval->mark, retrieval->session);
    return true;
}

/* The newest sessions that can be gone on with; where there are more, the next start finds them. */
typedef struct SessionIds {
    int64_t items[64];
    size_t count;
    bool only_running; /* by their rows */
} SessionIds;

static bool list_ids(Store *store, void *argument)
{
    SessionIds *ids = argument;
    sqlite3_stmt *rows = sql_ask(store, SQL_LIVE_LIST, SQL_VALUES(sql_number(ids->only_running)));
    ids->count = 0;
    while (rows && ids->count < ARRAY_LEN(ids->items) && sql_next(store, rows))
        ids->items[ids->count++] = sqlite3_column_int64(rows, 0);
    if (rows)
        sql_done(rows);
    return rows != NULL;
}

static void describe(const Retrieval *retrieval, UnfinishedSession *left)
{
    const Session *session = retrieval->session;
    const Plan *plan = retrieval->plan;
    const Step *step = session_step(session);
    const char *name = step->name ? step->name : "Rest";
    *left = (UnfinishedSession){
        .id = retrieval->id,
        .title = memory_copy_text(plan->title),
        .started_s = retrieval->running->started_s,
        .left_s = retrieval->mark.kept_s,
        .at_s = step->at_s + MIN_OF((int32_t)(session->into_ms / 1000), step->seconds),
        .total_s = plan->seconds,
        .where = step->side == SIDE_NONE ? memory_copy_text(name)
                                         : memory_print("%s, %s", name, side_name((int)step->side)),
        .has_done = session_has_done(session),
    };
}

static bool find_left(Store *store, void *argument)
{
    UnfinishedSession *left = argument;
    SessionIds ids = {0};
    Running running = RUNNING_NONE;
    Session session = {0};
    bool is_found = false;
    list_ids(store, &ids);
    for (size_t i = 0; i < ids.count && !is_found; i++) {
        const int64_t id = ids.items[i];
        if (id <= 0 || id == store->running.id || lock_is_taken(&store->locks, id))
            continue;
        Retrieval retrieval = {.id = id, .running = &running, .session = &session};
        is_found = retrieve(store, &retrieval);
        if (is_found)
            describe(&retrieval, left);
        forget(&retrieval);
    }
    return is_found;
}

bool unfinished_find(Store *store, UnfinishedSession *left)
{
    *left = (UnfinishedSession){0};
    return store->mode == STORE_WRITES && transaction_read(store, find_left, left);
}

void unfinished_release(UnfinishedSession *left)
{
    free(left->title);
    free(left->where);
    *left = (UnfinishedSession){0};
}

Plan *unfinished_resume(Store *store, int64_t id, Session *session, char **problem)
{
    Retrieval retrieval = {.id = id, .running = &store->running, .session = session};
    *session = (Session){0};
    *problem = NULL;
    session_writer_let_go(store);
    if (id <= 0 || store->mode != STORE_WRITES) {
        *problem = memory_print("The records cannot be written, so there is no session to continue.");
        return NULL;
    }
    if (!lock_take(&store->locks, id)) {
        *problem = memory_print("That session is open in another window. Continue it there.");
        return NULL;
    }
    if (!transaction_read(store, retrieve, &retrieval)) {
        *problem = memory_print("Cannot read the unfinished session: %s. Start its routine again.",
                                retrieval.problem ? retrieval.problem : "its records are missing");
        forget(&retrieval);
        lock_give_back(&store->locks, id);
        return NULL;
    }
    session_writer_go_on(store, session);
    return retrieval.plan;
}

/* One whose plan cannot be read is in the history alone: its rows are there, but for what its bookmark says of the move
 * of the moment. */
static bool write_rows_of(Store *store, int64_t id, const Bookmark *mark)
{
    return sql_run(store, SQL_SESSION_COUNT, SQL_VALUES(sql_number(id), sql_number(0))) &&
           sql_run(store, SQL_DONE_MARK,
                   SQL_VALUES(sql_number(id), sql_number(mark->position), sql_number(mark->side),
                              sql_number(mark->held_ms), sql_number(mark->stopped))) &&
           sql_run(store, SQL_SESSION_WORKED, SQL_VALUES(sql_number(id), sql_number(mark->worked_ms / 1000))) &&
           sql_run(store, SQL_SESSION_STATE, SQL_VALUES(sql_number(id), sql_text("left"))) &&
           sql_run(store, SQL_SESSION_COUNT, SQL_VALUES(sql_number(id), sql_number(1))) &&
           sql_run(store, SQL_LIVE_DROP, SQL_VALUES(sql_number(id))) &&
           sql_run(store, SQL_PLAN_DROP, SQL_VALUES(sql_number(id)));
}

/* Writes what was done of one that nobody follows, its bookmark included. */
static bool write_left(Store *store, int64_t id, bool is_over)
{
    Running running = RUNNING_NONE;
    Session session = {0};
    Retrieval retrieval = {.id = id, .running = &running, .session = &session};
    bool is_written = false;
    if (retrieve(store, &retrieval))
        is_written = session_writer_write(store, &(SessionWrite){.running = &running,
                                                                 .session = &session,
                                                                 .now_s = retrieval.mark.kept_s,
                                                                 .state = "left",
                                                                 .has_ended = is_over,
                                                                 .is_over = is_over});
    else if (retrieval.has_mark && !retrieval.plan && store->failure == SQLITE_OK)
        is_written = write_rows_of(store, id, &retrieval.mark);
    forget(&retrieval);
    return is_written;
}

static bool settle(Store *store, void *id)
{
    return write_left(store, *(const int64_t *)id, true);
}

static bool catch_up(Store *store, void *id)
{
    return write_left(store, *(const int64_t *)id, false);
}

static bool discard(Store *store, void *id)
{
    return edit_record_drop(store, *(const int64_t *)id);
}

/* What is done to a session that nobody follows, this knead included. */
static bool change_left(Store *store, int64_t id, TransactionCare care, TransactionWork *work)
{
    if (id == store->running.id)
        session_writer_let_go(store);
    if (id <= 0 || !lock_take(&store->locks, id))
        return false;
    const bool is_done = transaction_write(store, care, work, &id);
    if (is_done)
        bookmark_remove(store->path, id);
    lock_give_back(&store->locks, id);
    if (is_done)
        journal_append(store);
    return is_done;
}

bool unfinished_settle(Store *store, int64_t id)
{
    return change_left(store, id, CARE_POWER, settle);
}

bool unfinished_discard(Store *store, int64_t id)
{
    return change_left(store, id, CARE_POWER, discard);
}

void unfinished_catch_up(Store *store)
{
    SessionIds killed = {.only_running = true};
    if (store->mode != STORE_WRITES || !transaction_read(store, list_ids, &killed))
        return;
    for (size_t i = 0; i < killed.count; i++)
        change_left(store, killed.items[i], CARE_KILL, catch_up);
}
