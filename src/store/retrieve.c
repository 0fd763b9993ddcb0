/* SPDX-License-Identifier: MIT */
#include "store/retrieve.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "routine/names.h"
#include "store/plan_json.h"
#include "store/session_writer.h"
#include "store/sql.h"

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

bool retrieve_session(Store *store, void *argument)
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
