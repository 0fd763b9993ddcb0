/* SPDX-License-Identifier: MIT */
#include "store/history.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "store/lock.h"
#include "store/sql.h"
#include "store/transaction.h"

typedef struct HistoryWork {
    const HistoryFilter *filter;
    History *history;
    size_t capacity;
} HistoryWork;

static HistoryMove read_move(Arena *arena, sqlite3_stmt *rows)
{
    return (HistoryMove){
        .name = arena_copy(arena, sql_column_text(rows, 0)),
        .use = arena_copy(arena, sql_column_text_or_null(rows, 1)),
        .areas = arena_copy(arena, sql_column_text(rows, 2)),
        .side = (Side)sql_column_number(rows, 3, SIDE_NONE, SIDE_RIGHT),
        .seconds = (int32_t)(sql_column_number(rows, 4, 0, (int64_t)INT32_MAX * 1000) / 1000),
        .felt = sql_column_felt(rows, 5),
        .felt_most = sql_column_felt(rows, 6),
        .hurt = sqlite3_column_int(rows, 7) != 0,
        .skipped = sqlite3_column_int(rows, 8) != 0,
    };
}

static SqlValue area_of(const HistoryFilter *filter)
{
    return filter->area < 0 ? sql_null() : sql_text(area_name(filter->area));
}

/* `has_done`: anything held, or hurt. */
static bool read_moves(Store *store, HistoryWork *work, HistorySession *session, bool *has_done)
{
    History *history = work->history;
    sqlite3_stmt *rows = sql_ask(store, SQL_HISTORY_MOVES, SQL_VALUES(sql_number(session->id), area_of(work->filter)));
    HistoryMove *moves = NULL;
    size_t capacity = 0;
    while (rows && sql_next(store, rows)) {
        *has_done = *has_done || sqlite3_column_int64(rows, 4) > 0 || sqlite3_column_int(rows, 7) != 0;
        moves = memory_grow(moves, &capacity, session->count + 1, sizeof(*moves));
        moves[session->count++] = read_move(&history->arena, rows);
    }
    session->moves = arena_take_array(&history->arena, session->count, sizeof(*moves));
    if (session->count > 0)
        memcpy(session->moves, moves, session->count * sizeof(*moves));
    free(moves);
    return rows && store->failure == SQLITE_OK;
}

/* A session that runs by its row and that nobody holds was killed: it was left. */
static HistoryState state_of(Store *store, int64_t id, const char *word)
{
    if (strcmp(word, "finished") == 0)
        return HISTORY_FINISHED;
    const bool is_held = id == store->running.id || lock_is_taken(&store->locks, id);
    return strcmp(word, "running") == 0 && is_held ? HISTORY_RUNNING : HISTORY_LEFT;
}

static HistorySession read_session(Store *store, Arena *arena, sqlite3_stmt *rows)
{
    const int64_t id = sqlite3_column_int64(rows, 0);
    return (HistorySession){
        .id = id,
        .uid = arena_copy(arena, sql_column_text(rows, 1)),
        .started_s = sqlite3_column_int64(rows, 2),
        .offset_min = (int32_t)sql_column_number(rows, 3, -24 * 60, 24 * 60),
        .title = arena_copy(arena, sql_column_text(rows, 4)),
        .routines = arena_copy(arena, sql_column_text(rows, 5)),
        .planned_s = (int32_t)sql_column_number(rows, 6, 0, INT32_MAX),
        .worked_s = (int32_t)sql_column_number(rows, 7, 0, INT32_MAX),
        .state = state_of(store, id, sql_column_text(rows, 8)),
    };
}

static bool read_history(Store *store, void *argument)
{
    HistoryWork *work = argument;
    const HistoryFilter *filter = work->filter;
    History *history = work->history;
    history->count = 0;
    sqlite3_stmt *rows = sql_ask(store, SQL_HISTORY, SQL_VALUES(sql_number(filter->since_s), area_of(filter)));
    while (rows && sql_next(store, rows)) {
        HistorySession session = read_session(store, &history->arena, rows);
        bool has_done = false;
        if (!read_moves(store, work, &session, &has_done)) {
            sql_done(rows);
            return false;
        }
        if (has_done) {
            history->sessions = memory_grow(history->sessions, &work->capacity, history->count + 1, sizeof(session));
            history->sessions[history->count++] = session;
        }
    }
    return rows && store->failure == SQLITE_OK;
}

History *history_read(Store *store, const HistoryFilter *filter)
{
    HistoryWork work = {.filter = filter, .history = memory_new(sizeof(History))};
    if (transaction_read(store, read_history, &work))
        return work.history;
    history_free(work.history);
    return NULL;
}

void history_free(History *history)
{
    if (!history)
        return;
    arena_release(&history->arena);
    free(history->sessions);
    free(history);
}
