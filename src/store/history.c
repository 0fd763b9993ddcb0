/* SPDX-License-Identifier: MIT */
#include "store/history.h"

#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"
#include "base/text.h"
#include "store/lock.h"
#include "store/sql.h"
#include "store/transaction.h"

/* One reading. The texts of a record lie in its arena, which is emptied for the next one. */
typedef struct HistoryWork {
    const HistoryFilter *filter;
    int64_t id; /* of the one that is read; 0: all that fit */
    const char *uid;
    HistoryVisit *visit;
    void *argument;
    Arena arena;
    MoveRecord *moves;
    FeltRecord *felts;
    size_t move_capacity, felt_capacity;
    bool is_stopped, is_export, is_waiting; /* is_waiting: of an export only what the journal lacks */
} HistoryWork;

static int32_t number_or(sqlite3_stmt *rows, int column, int32_t none)
{
    const bool is_there = sqlite3_column_type(rows, column) != SQLITE_NULL;
    return is_there ? (int32_t)sql_column_number(rows, column, INT32_MIN + 1, INT32_MAX) : none;
}

static const char *copy_or_null(Arena *arena, sqlite3_stmt *rows, int column)
{
    return arena_copy(arena, sql_column_text_or_null(rows, column));
}

static MoveRecord read_move(Arena *arena, sqlite3_stmt *rows)
{
    return (MoveRecord){
        .name = arena_copy(arena, sql_column_text(rows, 0)),
        .use = copy_or_null(arena, rows, 1),
        .areas = arena_copy(arena, sql_column_text(rows, 2)),
        .side = (Side)sql_column_number(rows, 3, SIDE_NONE, SIDE_RIGHT),
        .held_ms = sql_column_number(rows, 4, 0, (int64_t)INT32_MAX * 1000),
        .felt = sql_column_felt(rows, 5),
        .felt_most = sql_column_felt(rows, 6),
        .hurt = sqlite3_column_int(rows, 7) != 0,
        .skipped = sqlite3_column_int(rows, 8) != 0,
        .position = (int32_t)sql_column_number(rows, 9, 0, INT32_MAX),
        .planned_s = number_or(rows, 10, -1),
    };
}

static SqlValue area_of(const HistoryFilter *filter)
{
    return filter->area < 0 ? sql_null() : sql_text(area_name(filter->area));
}

static bool read_moves(Store *store, HistoryWork *work, SessionRecord *record)
{
    sqlite3_stmt *rows = sql_ask(store, SQL_HISTORY_MOVES, SQL_VALUES(sql_number(record->id), area_of(work->filter)));
    while (rows && sql_next(store, rows)) {
        work->moves = memory_grow(work->moves, &work->move_capacity, record->count + 1, sizeof *work->moves);
        work->moves[record->count++] = read_move(&work->arena, rows);
    }
    record->moves = work->moves;
    return rows && store->failure == SQLITE_OK;
}

static FeltRecord read_felt(Arena *arena, sqlite3_stmt *rows)
{
    const bool has_target = sqlite3_column_type(rows, 3) != SQLITE_NULL;
    return (FeltRecord){
        .move = arena_copy(arena, sql_column_text(rows, 0)),
        .phase = copy_or_null(arena, rows, 1),
        .side = (Side)sql_column_number(rows, 2, SIDE_NONE, SIDE_RIGHT),
        .target = {has_target, (int32_t)sql_column_number(rows, 3, 0, 10), (int32_t)sql_column_number(rows, 4, 0, 10)},
        .felt = (int32_t)sql_column_number(rows, 5, 0, 10),
    };
}

static bool read_felts(Store *store, HistoryWork *work, SessionRecord *record)
{
    sqlite3_stmt *rows = sql_ask(store, SQL_FELT_READ, SQL_VALUES(sql_number(record->id)));
    while (rows && sql_next(store, rows)) {
        work->felts = memory_grow(work->felts, &work->felt_capacity, record->felt_count + 1, sizeof *work->felts);
        work->felts[record->felt_count++] = read_felt(&work->arena, rows);
    }
    record->felts = work->felts;
    return rows && store->failure == SQLITE_OK;
}

/* A session that runs by its row and that nobody holds was killed: it was left. */
static RecordState state_of(Store *store, int64_t id, const char *word)
{
    if (strcmp(word, "finished") == 0)
        return RECORD_FINISHED;
    const bool is_held = id == store->running.id || lock_is_taken(&store->locks, id);
    return strcmp(word, "running") == 0 && is_held ? RECORD_RUNNING : RECORD_LEFT;
}

static Measure read_measure(sqlite3_stmt *rows, int column)
{
    const char *unit = sql_column_text(rows, column);
    return (Measure){
        .unit = (uint8_t)MAX_OF(words_find(&unit_words, unit, strlen(unit)), (int)UNIT_FEEL),
        .more_is_better = sqlite3_column_int(rows, column + 1) != 0,
        .before_tenths = number_or(rows, column + 2, MEASURE_NOT_SAID),
        .after_tenths = number_or(rows, column + 3, MEASURE_NOT_SAID),
    };
}

static Level level_of(const char *word)
{
    const int level = words_find(&level_words, word, strlen(word));
    return level < 0 ? LEVEL_STANDARD : (Level)level;
}

static SessionRecord read_session(Store *store, Arena *arena, sqlite3_stmt *rows)
{
    const int64_t id = sqlite3_column_int64(rows, 0);
    return (SessionRecord){
        .id = id,
        .uid = arena_copy(arena, sql_column_text(rows, 1)),
        .started_s = sqlite3_column_int64(rows, 2),
        .offset_min = (int32_t)sql_column_number(rows, 3, -24 * 60, 24 * 60),
        .title = arena_copy(arena, sql_column_text(rows, 4)),
        .routines = arena_copy(arena, sql_column_text(rows, 5)),
        .planned_s = (int32_t)sql_column_number(rows, 6, 0, INT32_MAX),
        .worked_s = (int32_t)sql_column_number(rows, 7, 0, INT32_MAX),
        .state = state_of(store, id, sql_column_text(rows, 8)),
        .revision = (int32_t)sql_column_number(rows, 9, 1, INT32_MAX),
        .machine = arena_copy(arena, sql_column_text(rows, 10)),
        .level = level_of(sql_column_text(rows, 11)),
        .measure = read_measure(rows, 12),
        .check = copy_or_null(arena, rows, 16),
        .note = copy_or_null(arena, rows, 17),
        .declined = copy_or_null(arena, rows, 18),
        .ruled_out = copy_or_null(arena, rows, 19),
        .dropped = copy_or_null(arena, rows, 20),
        .hurt = sqlite3_column_int(rows, 21) != 0,
    };
}

/* False where reading failed, or the visit said to stop. */
static bool visit_one(Store *store, HistoryWork *work, sqlite3_stmt *rows)
{
    SessionRecord record = read_session(store, &work->arena, rows);
    const bool is_brief = work->filter->is_brief;
    if (!is_brief && (!read_moves(store, work, &record) || !read_felts(store, work, &record)))
        return false;
    if (is_brief || record_is_worth_keeping(&record))
        work->is_stopped = !work->visit(&record, work->argument);
    arena_release(&work->arena);
    return !work->is_stopped;
}

static void add_escaped(Text *pattern, const char *search)
{
    for (; *search; search++) {
        if (*search == '%' || *search == '_' || *search == '\\')
            text_add_char(pattern, '\\');
        text_add_char(pattern, *search);
    }
}

static sqlite3_stmt *ask_history(Store *store, const HistoryWork *work, Text *pattern)
{
    const HistoryFilter *filter = work->filter;
    if (work->is_export)
        return sql_ask(store, work->is_waiting ? SQL_HISTORY_WAITING : SQL_HISTORY_EXPORT, NULL, 0);
    if (work->id > 0 || work->uid)
        return sql_ask(store, SQL_HISTORY_ONE, SQL_VALUES(sql_number(work->id), sql_text(work->uid)));
    if (filter->search && *filter->search) {
        text_add_char(pattern, '%');
        add_escaped(pattern, filter->search);
        text_add_char(pattern, '%');
    }
    const SqlValue search = pattern->length > 0 ? sql_text(text_show(pattern)) : sql_null();
    if (filter->newest > 0)
        return sql_ask(store, SQL_HISTORY_NEWEST,
                       SQL_VALUES(sql_number(filter->since_s), area_of(filter), search, sql_number(filter->newest)));
    return sql_ask(store, SQL_HISTORY, SQL_VALUES(sql_number(filter->since_s), area_of(filter), search));
}

static bool read_history(Store *store, void *argument)
{
    HistoryWork *work = argument;
    Text pattern = {0};
    sqlite3_stmt *rows = ask_history(store, work, &pattern);
    bool is_read = rows != NULL;
    while (is_read && sql_next(store, rows))
        is_read = visit_one(store, work, rows);
    if (!is_read && rows)
        sql_done(rows);
    text_release(&pattern);
    return is_read && store->failure == SQLITE_OK;
}

static void release(HistoryWork *work)
{
    arena_release(&work->arena);
    free(work->moves);
    free(work->felts);
}

static bool run(Store *store, HistoryWork *work)
{
    const bool is_read = transaction_read(store, read_history, work);
    release(work);
    return is_read;
}

bool history_export_inside(Store *store, bool is_waiting, HistoryVisit *visit, void *argument)
{
    const HistoryFilter all = {.area = -1};
    HistoryWork work = {
        .filter = &all, .visit = visit, .argument = argument, .is_export = true, .is_waiting = is_waiting};
    const bool is_read = read_history(store, &work);
    release(&work);
    return is_read;
}

bool history_each(Store *store, const HistoryFilter *filter, HistoryVisit *visit, void *argument)
{
    return run(store, &(HistoryWork){.filter = filter, .visit = visit, .argument = argument});
}

typedef struct Collection {
    History *history;
    size_t capacity;
} Collection;

static bool collect(const SessionRecord *record, void *argument)
{
    Collection *collection = argument;
    History *history = collection->history;
    history->sessions = memory_grow(history->sessions, &collection->capacity, history->count + 1, sizeof *record);
    record_copy(&history->sessions[history->count++], record, &history->arena);
    return true;
}

History *history_read(Store *store, const HistoryFilter *filter)
{
    Collection collection = {.history = memory_new(sizeof(History))};
    if (history_each(store, filter, collect, &collection))
        return collection.history;
    history_free(collection.history);
    return NULL;
}

History *history_read_one(Store *store, int64_t id, const char *uid)
{
    Collection collection = {.history = memory_new(sizeof(History))};
    const HistoryFilter filter = {.area = -1};
    HistoryWork work = {.filter = &filter, .id = id, .uid = uid, .visit = collect, .argument = &collection};
    if (run(store, &work))
        return collection.history;
    history_free(collection.history);
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
