/* SPDX-License-Identifier: MIT */
#include "store/edit_record.h"

#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "store/history.h"
#include "store/journal.h"
#include "store/lock.h"
#include "store/record_json.h"
#include "store/session_writer.h"
#include "store/sql.h"
#include "store/transaction.h"

/* One change of a session that is there. */
typedef struct RecordEdit {
    int64_t id;
    Sql how; /* SQL_SESSION_NUMBERS or SQL_SESSION_NOTE */
    SqlValue values[2];
} RecordEdit;

static bool count_in_sums(Store *store, int64_t id, bool is_counted)
{
    return sql_run(store, SQL_SESSION_COUNT, SQL_VALUES(sql_number(id), sql_number(is_counted)));
}

/* The sums change with the numbers: the session is taken out of them first, and put in again. */
static bool edit(Store *store, void *argument)
{
    const RecordEdit *work = argument;
    const SqlValue id = sql_number(work->id);
    if (!count_in_sums(store, work->id, false) || sqlite3_changes(store->db) == 0)
        return false;
    const bool is_set = work->how == SQL_SESSION_NOTE
                            ? sql_run(store, work->how, SQL_VALUES(id, work->values[0]))
                            : sql_run(store, work->how, SQL_VALUES(id, work->values[0], work->values[1]));
    return is_set && sql_run(store, SQL_SESSION_REVISE, &id, 1) && count_in_sums(store, work->id, true);
}

/* A session that runs is written by whoever runs it. */
static bool change(Store *store, int64_t id, TransactionWork *work, void *argument)
{
    if (id <= 0 || id == store->running.id || !lock_take(&store->locks, id))
        return false;
    const bool is_done = transaction_write(store, CARE_POWER, work, argument);
    lock_give_back(&store->locks, id);
    if (is_done)
        journal_append(store);
    return is_done;
}

static SqlValue number_or_null(int32_t tenths)
{
    return tenths == MEASURE_NOT_SAID ? sql_null() : sql_number(tenths);
}

bool edit_record_numbers(Store *store, int64_t id, int32_t before_tenths, int32_t after_tenths)
{
    RecordEdit work = {id, SQL_SESSION_NUMBERS, {number_or_null(before_tenths), number_or_null(after_tenths)}};
    return change(store, id, edit, &work);
}

bool edit_record_note(Store *store, int64_t id, const char *note)
{
    char *cut = note && *note ? memory_copy_text(note) : NULL;
    if (cut && strlen(cut) > NOTE_BYTES_MOST)
        cut[utf8_valid(cut, NOTE_BYTES_MOST)] = '\0';
    RecordEdit work = {id, SQL_SESSION_NOTE, {sql_text(cut)}};
    const bool is_done = change(store, id, edit, &work);
    free(cut);
    return is_done;
}

bool edit_record_drop(Store *store, int64_t id)
{
    const SqlValue number = sql_number(id);
    return count_in_sums(store, id, false) && sql_run(store, SQL_DELETED_NOTE, &number, 1) &&
           sql_run(store, SQL_SESSION_DROP, &number, 1);
}

static bool drop(Store *store, void *id)
{
    return edit_record_drop(store, *(const int64_t *)id);
}

bool edit_record_delete(Store *store, int64_t id, char **undo)
{
    *undo = NULL;
    History *history = history_read_one(store, id, NULL);
    if (history && history->count == 1)
        *undo = record_json_write(&history->sessions[0]);
    history_free(history);
    if (*undo && change(store, id, drop, &id)) {
        bookmark_remove(store->path, id);
        return true;
    }
    free(*undo);
    *undo = NULL;
    return false;
}

static bool add_areas(Store *store, int64_t id, const MoveRecord *move)
{
    bool is_added = true;
    for (const char *at = move->areas; *(at += strspn(at, " ")) && is_added; at += strcspn(at, " ")) {
        char *area = memory_print("%.*s", (int)strcspn(at, " "), at);
        is_added = sql_run(
            store, SQL_AREA_ADD,
            SQL_VALUES(sql_number(id), sql_number(move->position), sql_number((int64_t)move->side), sql_text(area)));
        free(area);
    }
    return is_added;
}

static SqlValue felt_or_null(int32_t felt)
{
    return felt < 0 ? sql_null() : sql_number(felt);
}

static bool put_move(Store *store, int64_t id, const MoveRecord *move)
{
    return sql_run(store, SQL_DONE_PUT,
                   SQL_VALUES(sql_number(id), sql_number(move->position), sql_number((int64_t)move->side),
                              sql_text(move->name), sql_text(move->use), sql_text(move->areas),
                              sql_number(move->held_ms), felt_or_null(move->felt), felt_or_null(move->felt_most),
                              sql_number(move->hurt), sql_number(move->skipped), felt_or_null(move->planned_s))) &&
           add_areas(store, id, move);
}

static bool put_felt(Store *store, int64_t id, size_t number, const FeltRecord *felt)
{
    const bool has_target = felt->target.is_set;
    return sql_run(store, SQL_FELT_PUT,
                   SQL_VALUES(sql_number(id), sql_number((int64_t)number), sql_text(felt->move), sql_text(felt->phase),
                              sql_number((int64_t)felt->side), has_target ? sql_number(felt->target.low) : sql_null(),
                              has_target ? sql_number(felt->target.high) : sql_null(), sql_number(felt->felt)));
}

static bool put_session(Store *store, int64_t id, const SessionRecord *record)
{
    const Measure *measure = &record->measure;
    return sql_run(store, SQL_RECORD_PUT,
                   SQL_VALUES(sql_number(id), sql_text(record->uid), sql_number(record->started_s),
                              sql_number(record->offset_min), sql_text(record->title), sql_text(record->routines),
                              sql_number(record->planned_s), sql_number(record->worked_s),
                              sql_text(record->state == RECORD_FINISHED ? "finished" : "left"),
                              sql_number(record->revision), sql_text(record->machine),
                              sql_text(level_words.items[record->level]), sql_text(unit_words.items[measure->unit]),
                              sql_number(measure->more_is_better), number_or_null(measure->before_tenths),
                              number_or_null(measure->after_tenths), sql_text(record->check), sql_text(record->note),
                              sql_text(record->declined), sql_text(record->ruled_out), sql_text(record->dropped)));
}

/* Takes away what stood there of the session. */
static bool clear(Store *store, int64_t id, bool is_finished)
{
    const SqlValue number = sql_number(id);
    return count_in_sums(store, id, false) && sql_run(store, SQL_DONE_DROP, &number, 1) &&
           sql_run(store, SQL_FELT_DROP, &number, 1) &&
           (!is_finished || (sql_run(store, SQL_LIVE_DROP, &number, 1) && sql_run(store, SQL_PLAN_DROP, &number, 1)));
}

bool edit_record_put(Store *store, const SessionRecord *record, int64_t *id)
{
    if (*id == 0)
        *id = session_writer_free_number(store, record->started_s, record->uid);
    bool is_put = *id > 0 && clear(store, *id, record->state == RECORD_FINISHED) && put_session(store, *id, record);
    for (size_t i = 0; i < record->count && is_put; i++)
        is_put = put_move(store, *id, &record->moves[i]);
    for (size_t i = 0; i < record->felt_count && is_put; i++)
        is_put = put_felt(store, *id, i, &record->felts[i]);
    return is_put && sql_run(store, SQL_DELETED_DROP, SQL_VALUES(sql_text(record->uid))) &&
           count_in_sums(store, *id, true);
}

typedef struct UndoWork {
    SessionRecord record;
    int64_t id;
} UndoWork;

/* The deletion has a revision of its own: what comes back is a newer one. */
static bool undo_delete(Store *store, void *argument)
{
    UndoWork *work = argument;
    const SqlValue uid = sql_text(work->record.uid);
    sqlite3_stmt *rows = sql_ask(store, SQL_DELETED_FIND, &uid, 1);
    if (!rows || !sql_next(store, rows))
        return false;
    work->record.revision = (int32_t)sql_column_number(rows, 0, 1, INT32_MAX - 1);
    sql_done(rows);
    if (!edit_record_put(store, &work->record, &work->id))
        return false;
    const SqlValue number = sql_number(work->id);
    return sql_run(store, SQL_SESSION_REVISE, &number, 1);
}

bool edit_record_undo(Store *store, const char *undo, int64_t *id)
{
    UndoWork work = {0};
    Arena arena = {0};
    char *problem = NULL;
    const bool is_read = record_json_read(undo, strlen(undo), &work.record, &arena, &problem);
    const bool is_done = is_read && transaction_write(store, CARE_POWER, undo_delete, &work);
    *id = work.id;
    if (is_done)
        journal_append(store);
    free(problem);
    arena_release(&arena);
    return is_done;
}
