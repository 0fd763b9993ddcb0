/* SPDX-License-Identifier: MIT */
#include "store/session_writer.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/macros.h"
#include "base/memory.h"
#include "base/text.h"
#include "routine/names.h"
#include "store/journal.h"
#include "store/lock.h"
#include "store/lowered_target.h"
#include "store/plan_json.h"
#include "store/problem.h"
#include "store/sql.h"
#include "store/transaction.h"

/* A session's number is the second in which it began with this many to choose from: it rises with time, and is known
 * even while the database is locked. */
enum { NUMBERS_A_SECOND = 1024 };

/* A bookmark as it lies in its file. Only the machine that wrote it reads it: its own byte order. */
typedef struct BookmarkRecord {
    uint64_t kind;
    Bookmark bookmark;
    uint64_t sum;
} BookmarkRecord;

static const uint64_t BOOKMARK_KIND = 0x31656361646e6b02u; /* with the layout's number */

static uint64_t sum_of(const Bookmark *mark)
{
    const int64_t numbers[] = {mark->step, mark->into_ms, mark->length_ms, mark->worked_ms, mark->position,
                               mark->side, mark->held_ms, mark->kept_s,    mark->stopped};
    uint64_t sum = BOOKMARK_KIND;
    for (size_t i = 0; i < ARRAY_LEN(numbers); i++)
        sum = (sum ^ (uint64_t)numbers[i]) * 0x9E3779B97F4A7C15u;
    return sum;
}

static char *bookmark_path(const char *records, int64_t session)
{
    return memory_print("%s.%lld.mark", records, (long long)session);
}

/* What a kill left there stays until it is cleared. Without the file, every second goes to the database. */
static void bookmark_open(Store *store)
{
    char *path = bookmark_path(store->path, store->running.id);
    store->running.bookmark_file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    free(path);
}

static bool bookmark_write(const Running *running, const Bookmark *mark)
{
    const BookmarkRecord record = {BOOKMARK_KIND, *mark, sum_of(mark)};
    return running->bookmark_file >= 0 &&
           pwrite(running->bookmark_file, &record, sizeof record, 0) == (ssize_t)sizeof record;
}

/* After a write to the database: it is old. */
static void bookmark_clear(const Running *running)
{
    const BookmarkRecord none = {0};
    if (running->bookmark_file >= 0 && pwrite(running->bookmark_file, &none, sizeof none, 0) < 0)
        return; /* an old bookmark never wins over a newer row */
}

bool bookmark_read(const char *records, int64_t session, Bookmark *mark)
{
    char *path = bookmark_path(records, session);
    const int file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    free(path);
    if (file < 0)
        return false;
    BookmarkRecord record;
    const bool is_whole = read(file, &record, sizeof record) == (ssize_t)sizeof record &&
                          record.kind == BOOKMARK_KIND && record.sum == sum_of(&record.bookmark);
    close(file);
    if (!is_whole || record.bookmark.worked_ms < mark->worked_ms)
        return false;
    *mark = record.bookmark;
    return true;
}

void bookmark_remove(const char *records, int64_t session)
{
    char *path = bookmark_path(records, session);
    unlink(path);
    free(path);
}

void session_writer_release(Running *running)
{
    if (running->bookmark_file >= 0)
        close(running->bookmark_file);
    free(running->rows);
    *running = RUNNING_NONE;
}

void session_writer_let_go(Store *store)
{
    if (store->running.id > 0)
        lock_give_back(&store->locks, store->running.id);
    session_writer_release(&store->running);
}

void session_writer_note_rows(Running *running, const Session *session)
{
    running->row_count = session_done_count(session);
    running->rows = memory_resize(running->rows, running->row_count, sizeof *running->rows);
    memcpy(running->rows, session->done, running->row_count * sizeof *running->rows);
    running->felt_count = session->felt_count;
    running->felt_last = session->felt_count > 0 ? session->felts[session->felt_count - 1].felt : SESSION_NOT_FELT;
}

/* What the database says of a move on a side. */
static Done row_of(const Running *running, size_t move, int side)
{
    static const Done nothing = {.felt = SESSION_NOT_FELT, .felt_most = SESSION_NOT_FELT};
    return move < running->row_count ? running->rows[move][side] : nothing;
}

/* The move and side of the moment; false on a rest and at the end. */
static bool position_of(const Session *session, size_t *move, int *side)
{
    const Step *step = session_step(session);
    if (!step || step->move < 0)
        return false;
    *move = (size_t)step->move;
    *side = (int)step->side;
    return true;
}

typedef enum Lack { LACK_NOTHING, LACK_NOTES, LACK_HELD } Lack;

static Lack lack_of_row(const Done *row, const Done *done, bool is_now)
{
    if (!is_now && done->held_ms > row->held_ms)
        return LACK_HELD;
    const bool has_row = done_has_any(row) || !done_has_any(done);
    const bool is_noted = done->felt == row->felt && done->felt_most == row->felt_most && done->hurt == row->hurt &&
                          done->skipped == row->skipped;
    return has_row && is_noted ? LACK_NOTHING : LACK_NOTES;
}

/* Whether all that was said of single holds is in the database. */
static bool has_felts(const Running *running, const Session *session)
{
    return session->felt_count == running->felt_count &&
           (session->felt_count == 0 || session->felts[session->felt_count - 1].felt == running->felt_last);
}

/* The most that the database lacks of what was done, beside what a bookmark says: it has room for what was held of the
 * move of the moment. */
static Lack lack_of(const Running *running, const Session *session)
{
    Lack lack = has_felts(running, session) ? LACK_NOTHING : LACK_NOTES;
    size_t move_now = 0;
    int side_now = 0;
    const bool has_position = position_of(session, &move_now, &side_now);
    for (size_t move = 0; move < session_done_count(session); move++) {
        for (int side = 0; side < SIDE_COUNT; side++) {
            const Done row = row_of(running, move, side);
            const bool is_now = has_position && move == move_now && side == side_now;
            lack = MAX_OF(lack, lack_of_row(&row, &session->done[move][side], is_now));
        }
    }
    return lack;
}

static Bookmark bookmark_now(const Session *session, int64_t now_s)
{
    size_t move = 0;
    int side = SIDE_NONE;
    const bool has_position = position_of(session, &move, &side);
    return (Bookmark){
        .step = session->step,
        .into_ms = session->into_ms,
        .length_ms = session->length_ms,
        .worked_ms = session->worked_ms,
        .position = has_position ? (int64_t)move : -1,
        .side = side,
        .held_ms = has_position ? session->done[move][side].held_ms : 0,
        .kept_s = now_s,
        .stopped = session_is_stopped(session),
    };
}

static SqlValue number_or_null(int32_t number, int32_t none)
{
    return number == none ? sql_null() : sql_number(number);
}

static SqlValue felt_or_null(int32_t felt)
{
    return number_or_null(felt, SESSION_NOT_FELT);
}

/* Unknown for a move that is no longer in the plan. */
static SqlValue planned_of(const Session *session, size_t position, int side)
{
    const Plan *plan = session->plan;
    return position < plan->move_count ? sql_number(plan_hold_seconds(plan, (int32_t)position, (Side)side))
                                       : sql_null();
}

static bool add_areas(Store *store, int64_t id, int64_t position, int side, const WordList *areas)
{
    bool is_added = true;
    for (size_t i = 0; i < areas->count && is_added; i++) {
        is_added = sql_run(
            store, SQL_AREA_ADD,
            SQL_VALUES(sql_number(id), sql_number(position), sql_number(side), sql_text(area_name(areas->items[i]))));
    }
    return is_added;
}

static bool put_done(Store *store, const SessionWrite *work, size_t position, int side)
{
    const int64_t id = work->running->id;
    const DoneMove move = session_done_move(work->session, position);
    const Done *done = &work->session->done[position][side];
    Text areas = {0};
    for (size_t i = 0; i < move.areas.count; i++) {
        text_add(&areas, i > 0 ? " " : "");
        text_add(&areas, area_name(move.areas.items[i]));
    }
    const bool is_put = sql_run(store, SQL_DONE_PUT,
                                SQL_VALUES(sql_number(id), sql_number((int64_t)position), sql_number(side),
                                           sql_text(move.name), sql_text(move.use), sql_text(text_show(&areas)),
                                           sql_number(done->held_ms), felt_or_null(done->felt),
                                           felt_or_null(done->felt_most), sql_number(done->hurt),
                                           sql_number(done->skipped), planned_of(work->session, position, side)));
    text_release(&areas);
    return is_put && add_areas(store, id, (int64_t)position, side, &move.areas);
}

static bool put_all_done(Store *store, const SessionWrite *work)
{
    const Session *session = work->session;
    for (size_t move = 0; move < session_done_count(session); move++) {
        for (int side = 0; side < SIDE_COUNT; side++) {
            const Done row = row_of(work->running, move, side), *done = &session->done[move][side];
            const bool is_behind = done->held_ms != row.held_ms || lack_of_row(&row, done, true) != LACK_NOTHING;
            if (is_behind && !put_done(store, work, move, side))
                return false;
        }
    }
    return true;
}

/* The last one may have changed since it was written. */
static bool put_felts(Store *store, const SessionWrite *work)
{
    const Session *session = work->session;
    const size_t known = work->running->felt_count;
    bool is_put = true;
    for (size_t i = known > 0 ? known - 1 : 0; i < session->felt_count && is_put; i++) {
        const SessionFelt *felt = &session->felts[i];
        const bool has_target = felt->target.is_set;
        is_put = sql_run(store, SQL_FELT_PUT,
                         SQL_VALUES(sql_number(work->running->id), sql_number((int64_t)i), sql_text(felt->move),
                                    sql_text(felt->phase), sql_number((int64_t)felt->side),
                                    has_target ? sql_number(felt->target.low) : sql_null(),
                                    has_target ? sql_number(felt->target.high) : sql_null(), sql_number(felt->felt)));
    }
    return is_put;
}

static bool put_position(Store *store, const SessionWrite *work, Sql how)
{
    const Bookmark mark = bookmark_now(work->session, work->now_s);
    return sql_run(store, how,
                   SQL_VALUES(sql_number(work->running->id), sql_number(mark.step), sql_number(mark.into_ms),
                              sql_number(mark.length_ms), sql_number(mark.worked_ms), sql_number(mark.kept_s),
                              sql_number(mark.stopped)));
}

static bool put_plan(Store *store, int64_t id, const Plan *plan)
{
    char *text = plan_json_write(plan);
    const bool is_put = sql_run(store, SQL_PLAN_PUT, SQL_VALUES(sql_number(id), sql_text(text)));
    free(text);
    return is_put;
}

static bool put_session(Store *store, const Running *running, const Session *session)
{
    const Plan *plan = session->plan;
    const Measure *measure = &session->measure;
    const char *check;
    plan_measure(plan, &check);
    Text ids = {0};
    for (size_t i = 0; i < plan->routine_count; i++) {
        text_add(&ids, i > 0 ? " " : "");
        text_add(&ids, plan->routines[i].id ? plan->routines[i].id : "");
    }
    const bool is_put = sql_run(
        store, SQL_SESSION_PUT,
        SQL_VALUES(sql_number(running->id), sql_text(running->uid), sql_number(running->started_s),
                   sql_number(running->offset_min), sql_text(plan->title), sql_text(text_show(&ids)),
                   sql_number(plan->seconds), sql_text(level_words.items[session->level]),
                   sql_text(unit_words.items[measure->unit]), sql_number(measure->more_is_better),
                   number_or_null(measure->before_tenths, MEASURE_NOT_SAID), sql_text(check), sql_text(plan->declined),
                   sql_text(plan->ruled_out), sql_text(plan->dropped)));
    text_release(&ids);
    return is_put && sqlite3_changes(store->db) > 0; /* 0: another session has that number */
}

/* The rows that a session has from its start, or anew with its plan: each row of what was done has the place of its
 * move. */
static bool put_whole(Store *store, const SessionWrite *work)
{
    Running *running = work->running;
    running->row_count = 0;
    running->felt_count = 0;
    return put_session(store, running, work->session) &&
           sql_run(store, SQL_DONE_DROP, SQL_VALUES(sql_number(running->id))) &&
           sql_run(store, SQL_FELT_DROP, SQL_VALUES(sql_number(running->id))) &&
           put_plan(store, running->id, work->session->plan) && put_position(store, work, SQL_LIVE_PUT);
}

/* Takes what was needed to go on; what was done stays, or the session goes where nothing was. */
static bool close_rows(Store *store, const SessionWrite *work)
{
    const SqlValue id = sql_number(work->running->id);
    if (!session_has_done(work->session))
        return sql_run(store, SQL_SESSION_DROP, &id, 1);
    return !work->is_over || (sql_run(store, SQL_LIVE_DROP, &id, 1) && sql_run(store, SQL_PLAN_DROP, &id, 1));
}

/* A session that ended or was left counts in the sums; one that runs again does not, and becomes another revision: it
 * may have been exported since. */
static bool put_state(Store *store, const SessionWrite *work)
{
    const SqlValue id = sql_number(work->running->id);
    const Measure *said = &work->session->measure;
    const bool is_running = work->state && strcmp(work->state, "running") == 0;
    if (!work->state)
        return true;
    return sql_run(store, SQL_SESSION_STATE, SQL_VALUES(id, sql_text(work->state))) &&
           sql_run(store, SQL_SESSION_NUMBERS,
                   SQL_VALUES(id, number_or_null(said->before_tenths, MEASURE_NOT_SAID),
                              number_or_null(said->after_tenths, MEASURE_NOT_SAID))) &&
           (!is_running || sql_run(store, SQL_SESSION_REVISE, &id, 1)) &&
           sql_run(store, SQL_SESSION_COUNT, SQL_VALUES(id, sql_number(!is_running)));
}

bool session_writer_write(Store *store, void *session_write)
{
    const SessionWrite *work = session_write;
    const SqlValue id = sql_number(work->running->id), worked_s = sql_number(work->session->worked_ms / 1000);
    if (work->state && !sql_run(store, SQL_SESSION_COUNT, SQL_VALUES(id, sql_number(false))))
        return false; /* put_state counts it anew, with what is written here */
    bool is_there = work->running->generation == store->generation;
    if (is_there) {
        if (!put_position(store, work, SQL_LIVE_KEEP))
            return false;
        is_there = sqlite3_changes(store->db) > 0; /* else someone took the rows away: write them anew */
    }
    return (is_there || put_whole(store, work)) && put_all_done(store, work) && put_felts(store, work) &&
           sql_run(store, SQL_SESSION_WORKED, SQL_VALUES(id, worked_s)) && put_state(store, work) &&
           (!work->has_ended || close_rows(store, work)) && lowered_target_write_waiting(store, NULL);
}

/* Where a write to the database failed: the position goes into the bookmark, unless it would not fit to the plan
 * that is there, or hide what was held before it: then the bookmark from which that can be told stays. */
static void keep_beside(const SessionWrite *work, uint32_t generation)
{
    const Running *running = work->running;
    const bool has_rows = running->generation > 0 && running->generation == generation;
    if (has_rows && session_step(work->session) && lack_of(running, work->session) < LACK_HELD) {
        const Bookmark mark = bookmark_now(work->session, work->now_s);
        bookmark_write(running, &mark);
    }
}

static bool write_all(Store *store, const SessionWrite *work, TransactionCare care)
{
    SessionWrite copy = *work;
    store->now_s = MAX_OF(store->now_s, work->now_s);
    if (!transaction_write(store, care, session_writer_write, &copy)) {
        keep_beside(work, store->generation);
        return false;
    }
    work->running->generation = store->generation;
    session_writer_note_rows(work->running, work->session);
    lowered_target_forget_waiting(store);
    bookmark_clear(work->running);
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
    if (find->is_there)
        sql_done(rows);
    return rows && store->failure == SQLITE_OK;
}

/* A number that nobody has or holds, held now; 0: there is none. */
static int64_t take_number(Store *store, int64_t now_s, unsigned random)
{
    const int64_t first = MAX_OF(now_s, 1) * NUMBERS_A_SECOND;
    for (unsigned turn = 0; turn < NUMBERS_A_SECOND; turn++) {
        FindRow find = {.id = first + (random + turn) % NUMBERS_A_SECOND};
        if (!lock_take(&store->locks, find.id))
            continue;
        transaction_read(store, find_row, &find);
        if (!find.is_there)
            return find.id;
        lock_give_back(&store->locks, find.id);
    }
    return 0;
}

int64_t session_writer_free_number(Store *store, int64_t started_s, const char *uid)
{
    const int64_t first = MAX_OF(started_s, 1) * NUMBERS_A_SECOND;
    unsigned start = 0;
    for (; *uid; uid++)
        start = start * 31 + (unsigned char)*uid;
    for (unsigned turn = 0; turn < NUMBERS_A_SECOND; turn++) {
        FindRow find = {.id = first + (start + turn) % NUMBERS_A_SECOND};
        if (find_row(store, &find) && !find.is_there && !lock_is_taken(&store->locks, find.id))
            return find.id;
    }
    return 0;
}

int64_t session_writer_begin(Store *store, const Session *session, int64_t now_s, int32_t offset_min)
{
    if (store->mode != STORE_WRITES)
        return 0;
    session_writer_let_go(store);
    uint16_t random;
    sqlite3_randomness(sizeof random, &random);
    Running *running = &store->running;
    sql_make_uid(running->uid);
    running->started_s = now_s;
    running->offset_min = offset_min;
    running->id = take_number(store, now_s, random);
    if (running->id == 0 || store->mode != STORE_WRITES) {
        session_writer_let_go(store);
        return 0;
    }
    bookmark_open(store);
    write_all(store, &(SessionWrite){.running = running, .session = session, .now_s = now_s}, CARE_POWER);
    return store->mode == STORE_WRITES ? running->id : 0;
}

void session_writer_go_on(Store *store, const Session *session)
{
    bookmark_open(store);
    write_all(
        store,
        &(SessionWrite){.running = &store->running, .session = session, .now_s = store->now_s, .state = "running"},
        CARE_POWER);
}

static bool is_running(const Store *store, int64_t id)
{
    return id > 0 && id == store->running.id;
}

/* Whether the position was all that was to be written, and the bookmark has it now. */
static bool keep_position(Store *store, const Session *session, int64_t now_s)
{
    const Running *running = &store->running;
    const Bookmark mark = bookmark_now(session, now_s);
    return store->db && !lowered_target_is_waiting(store) && running->generation == store->generation &&
           lack_of(running, session) == LACK_NOTHING && bookmark_write(running, &mark);
}

bool session_writer_keep(Store *store, int64_t id, const Session *session, int64_t now_s, bool synced)
{
    if (!is_running(store, id))
        return false;
    const SessionWrite work = {.running = &store->running, .session = session, .now_s = now_s};
    return (!synced && keep_position(store, session, now_s)) ||
           write_all(store, &work, synced ? CARE_POWER : CARE_KILL);
}

/* Written with everything else, as soon as it can be: no rows are there that a bookmark would fit to. */
bool session_writer_replan(Store *store, int64_t id, const Session *session)
{
    if (!is_running(store, id))
        return false;
    store->running.generation = 0;
    return session_writer_keep(store, id, session, store->now_s, true);
}

static bool end(Store *store, int64_t id, const SessionWrite *work)
{
    Running *running = &store->running;
    if (!is_running(store, id))
        return false;
    if (!write_all(store, work, running->has_waited ? CARE_POWER : CARE_LAST)) {
        running->has_waited = true;
        return false;
    }
    bookmark_remove(store->path, id);
    session_writer_let_go(store);
    journal_append(store);
    return true;
}

bool session_writer_end(Store *store, int64_t id, const Session *session, int64_t now_s)
{
    const bool is_finished = session->state == SESSION_FINISHED;
    return end(store, id,
               &(SessionWrite){.running = &store->running,
                               .session = session,
                               .now_s = now_s,
                               .state = is_finished ? "finished" : "left",
                               .has_ended = true,
                               .is_over = is_finished});
}

bool session_writer_cut_off(Store *store, int64_t id, const Session *session, int64_t now_s)
{
    return end(store, id,
               &(SessionWrite){.running = &store->running, .session = session, .now_s = now_s, .state = "left"});
}

void session_writer_be_patient(Store *store)
{
    store->running.has_waited = false;
}

void session_writer_give_up(Store *store, int64_t id)
{
    if (is_running(store, id)) {
        problem_note(&store->problems, PROBLEM_UNKEPT, store->path, NULL);
        session_writer_let_go(store);
    }
}
