/* SPDX-License-Identifier: MIT */
#include "store/sql.h"

#include <errno.h>
#include <stdio.h>

#include "base/macros.h"

/* The columns of a record, in the order in which store/history reads them; and what fits to a filter. A session that
 * runs is not counted yet. */
#define HISTORY_COLUMNS                                                                                                \
    "id, uid, started_s, offset_min, title, routines, planned_s, worked_s, state, revision, machine, level, unit,"     \
    " more_is_better, before_tenths, after_tenths, check_text, note, declined, ruled_out, dropped,"                    \
    " EXISTS (SELECT 1 FROM done WHERE session = id AND hurt)"
#define HISTORY_FITS                                                                                                   \
    "started_s >= ?1 AND (counted OR state = 'running')"                                                               \
    " AND (?2 IS NULL OR EXISTS (SELECT 1 FROM done_areas WHERE area = ?2 AND session = id))"                          \
    " AND (?3 IS NULL OR date(started_s + offset_min * 60, 'unixepoch') LIKE ?3 ESCAPE '\\'"                           \
    " OR title LIKE ?3 ESCAPE '\\' OR routines LIKE ?3 ESCAPE '\\' OR note LIKE ?3 ESCAPE '\\'"                        \
    " OR EXISTS (SELECT 1 FROM done WHERE session = id AND name LIKE ?3 ESCAPE '\\'))"

/* Parameters stand in the order in which they are numbered. */
static const char *const statements[SQL_COUNT] = {
    [SQL_BEGIN] = "BEGIN",
    [SQL_BEGIN_WRITING] = "BEGIN IMMEDIATE",
    [SQL_COMMIT] = "COMMIT",

    [SQL_SESSION_PUT] = "INSERT INTO sessions (id, uid, started_s, offset_min, title, routines, planned_s, worked_s,"
                        " state, machine, level, unit, more_is_better, before_tenths, check_text, declined, ruled_out,"
                        " dropped)"
                        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0, 'running', (SELECT id FROM machine), ?8, ?9, ?10, ?11,"
                        " ?12, ?13, ?14, ?15)"
                        " ON CONFLICT (id) DO UPDATE SET title = excluded.title, routines = excluded.routines,"
                        " planned_s = excluded.planned_s, state = 'running', level = excluded.level,"
                        " unit = excluded.unit, more_is_better = excluded.more_is_better,"
                        " before_tenths = excluded.before_tenths, check_text = excluded.check_text,"
                        " declined = excluded.declined, ruled_out = excluded.ruled_out, dropped = excluded.dropped"
                        " WHERE uid = excluded.uid",
    [SQL_SESSION_HAS] = "SELECT 1 FROM sessions WHERE id = ?1",
    [SQL_SESSION_WORKED] = "UPDATE sessions SET worked_s = ?2 WHERE id = ?1",
    [SQL_SESSION_STATE] = "UPDATE sessions SET state = ?2 WHERE id = ?1",
    [SQL_SESSION_DROP] = "DELETE FROM sessions WHERE id = ?1",
    [SQL_SESSION_READ] = "SELECT uid, started_s, offset_min, before_tenths, after_tenths FROM sessions WHERE id = ?1",
    [SQL_SESSION_COUNT] = "UPDATE sessions SET counted = ?2 AND EXISTS (SELECT 1 FROM done"
                          " WHERE session = id AND (held_ms > 0 OR hurt)) WHERE id = ?1",
    [SQL_SESSION_REVISE] = "UPDATE sessions SET revision = revision + 1, machine = (SELECT id FROM machine)"
                           " WHERE id = ?1",
    [SQL_SESSION_NUMBERS] = "UPDATE sessions SET before_tenths = ?2, after_tenths = ?3 WHERE id = ?1",
    [SQL_SESSION_NOTE] = "UPDATE sessions SET note = ?2 WHERE id = ?1",
    [SQL_SESSION_FIND] = "SELECT id, revision, machine, state FROM sessions WHERE uid = ?1",
    [SQL_RECORD_PUT] =
        "INSERT INTO sessions (id, uid, started_s, offset_min, title, routines, planned_s, worked_s,"
        " state, revision, machine, level, unit, more_is_better, before_tenths, after_tenths, check_text,"
        " note, declined, ruled_out, dropped)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19,"
        " ?20, ?21)"
        " ON CONFLICT (id) DO UPDATE SET started_s = excluded.started_s, offset_min = excluded.offset_min,"
        " title = excluded.title, routines = excluded.routines, planned_s = excluded.planned_s,"
        " worked_s = excluded.worked_s, state = excluded.state, revision = excluded.revision,"
        " machine = excluded.machine, level = excluded.level, unit = excluded.unit,"
        " more_is_better = excluded.more_is_better, before_tenths = excluded.before_tenths,"
        " after_tenths = excluded.after_tenths, check_text = excluded.check_text, note = excluded.note,"
        " declined = excluded.declined, ruled_out = excluded.ruled_out, dropped = excluded.dropped",

    [SQL_DELETED_FIND] = "SELECT revision, machine FROM deleted WHERE uid = ?1",
    [SQL_DELETED_PUT] = "INSERT OR REPLACE INTO deleted (uid, revision, machine) VALUES (?1, ?2, ?3)",
    [SQL_DELETED_NOTE] = "INSERT OR REPLACE INTO deleted (uid, revision, machine)"
                         " SELECT uid, revision + 1, (SELECT id FROM machine) FROM sessions WHERE id = ?1",
    [SQL_DELETED_DROP] = "DELETE FROM deleted WHERE uid = ?1",
    [SQL_DELETED_LIST] = "SELECT uid, revision, machine FROM deleted ORDER BY uid",
    [SQL_DELETED_WAITING] = "SELECT uid, revision, machine FROM deleted"
                            " WHERE uid IN (SELECT uid FROM journal_queue) ORDER BY uid",

    [SQL_PLAN_PUT] = "INSERT INTO plans (session, plan) VALUES (?1, ?2)"
                     " ON CONFLICT (session) DO UPDATE SET plan = excluded.plan",
    [SQL_PLAN_READ] = "SELECT plan FROM plans WHERE session = ?1",
    [SQL_PLAN_DROP] = "DELETE FROM plans WHERE session = ?1",

    [SQL_LIVE_PUT] = "INSERT OR REPLACE INTO live (session, step, into_ms, length_ms, worked_ms, kept_s, stopped)"
                     " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    [SQL_LIVE_KEEP] = "UPDATE live SET step = ?2, into_ms = ?3, length_ms = ?4, worked_ms = ?5, kept_s = ?6,"
                      " stopped = ?7 WHERE session = ?1",
    [SQL_LIVE_READ] = "SELECT step, into_ms, length_ms, worked_ms, kept_s, stopped FROM live WHERE session = ?1",
    [SQL_LIVE_LIST] = "SELECT session FROM live CROSS JOIN sessions ON id = session WHERE state = 'running' OR NOT ?1"
                      " ORDER BY kept_s DESC, session DESC",
    [SQL_LIVE_DROP] = "DELETE FROM live WHERE session = ?1",

    [SQL_DONE_PUT] = "INSERT INTO done (session, position, side, name, use, areas, held_ms, felt, felt_most, hurt,"
                     " skipped, planned_s)"
                     " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)"
                     " ON CONFLICT (session, position, side) DO UPDATE SET name = excluded.name, use = excluded.use,"
                     " areas = excluded.areas, held_ms = excluded.held_ms, felt = excluded.felt,"
                     " felt_most = excluded.felt_most, hurt = excluded.hurt,"
                     " skipped = excluded.skipped, planned_s = excluded.planned_s",
    [SQL_DONE_READ] = "SELECT position, side, held_ms, felt, felt_most, hurt, name, use, areas, skipped FROM done"
                      " WHERE session = ?1 ORDER BY position, side",
    [SQL_DONE_MARK] = "UPDATE done SET held_ms = max(held_ms, ?4), hurt = max(hurt, ?5)"
                      " WHERE session = ?1 AND position = ?2 AND side = ?3",
    [SQL_DONE_DROP] = "DELETE FROM done WHERE session = ?1",
    [SQL_AREA_ADD] = "INSERT OR IGNORE INTO done_areas (session, position, side, area) VALUES (?1, ?2, ?3, ?4)",

    [SQL_FELT_PUT] = "INSERT OR REPLACE INTO felt (session, number, move, phase, side, low, high, felt)"
                     " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    [SQL_FELT_READ] = "SELECT move, phase, side, low, high, felt FROM felt WHERE session = ?1 ORDER BY number",
    [SQL_FELT_DROP] = "DELETE FROM felt WHERE session = ?1",

    [SQL_LOWERED_READ] = "SELECT area, since_s, side, move FROM eases",
    [SQL_LOWERED_PUT] = "INSERT OR REPLACE INTO eases (area, since_s, side, move) VALUES (?1, ?2, ?3, ?4)",
    [SQL_LOWERED_DROP] = "DELETE FROM eases WHERE area = ?1",

    [SQL_HISTORY] = "SELECT " HISTORY_COLUMNS " FROM sessions WHERE " HISTORY_FITS " ORDER BY started_s, id",
    [SQL_HISTORY_NEWEST] = "SELECT " HISTORY_COLUMNS " FROM (SELECT * FROM sessions WHERE " HISTORY_FITS
                           " ORDER BY started_s DESC, id DESC LIMIT ?4) ORDER BY started_s, id",
    [SQL_HISTORY_ONE] = "SELECT " HISTORY_COLUMNS " FROM sessions WHERE id = ?1 OR uid = ?2",
    [SQL_HISTORY_EXPORT] = "SELECT " HISTORY_COLUMNS " FROM sessions WHERE counted ORDER BY started_s, uid",
    [SQL_HISTORY_WAITING] = "SELECT " HISTORY_COLUMNS " FROM sessions WHERE counted"
                            " AND uid IN (SELECT uid FROM journal_queue) ORDER BY started_s, uid",
    [SQL_HISTORY_MOVES] = "SELECT name, use, areas, side, held_ms, felt, felt_most, hurt, skipped, position,"
                          " planned_s FROM done"
                          " WHERE session = ?1 AND (hurt OR skipped OR held_ms > 0)"
                          " AND (?2 IS NULL OR EXISTS (SELECT 1 FROM done_areas AS a WHERE a.session = done.session"
                          " AND a.position = done.position AND a.side = done.side AND a.area = ?2))"
                          " ORDER BY position, side",

    /* Numbers of sessions grow with time: the index gives the newest first. */
    [SQL_AREA_LAST] = "SELECT (started_s + offset_min * 60) / 86400 FROM done_areas AS a"
                      " JOIN done ON done.session = a.session AND done.position = a.position AND done.side = a.side"
                      " JOIN sessions ON sessions.id = a.session"
                      " WHERE a.area = ?1 AND done.held_ms >= ?2 ORDER BY a.session DESC LIMIT 1",
    [SQL_ROUTINES_LAST] = "SELECT routines, max(day) FROM routine_sums WHERE worked_s >= ?1 GROUP BY routines",
    [SQL_SIDES_HELD] = "SELECT area, side, sum(held_ms) FROM area_sums WHERE day > ?1 AND side > 0"
                       " GROUP BY area, side",

    /* The index gives the sessions in their order, so nothing is sorted, and the search ends at the limit. */
    [SQL_TIMES_DONE] = "SELECT count(*) FROM (SELECT DISTINCT session FROM done"
                       " WHERE ifnull(use, name) = ?1 AND use IS ?2 AND held_ms >= ?3 AND session != ?4 LIMIT ?5)",

    [SQL_FIRST_SESSION] = "SELECT min(started_s) FROM sessions",
    [SQL_TOLD_HAS] = "SELECT 1 FROM told WHERE name = ?1",
    [SQL_TOLD_PUT] = "INSERT OR REPLACE INTO told (name, told_s) VALUES (?1, ?2)",

    [SQL_DAY_SUMS] = "SELECT day, sessions, worked_s FROM day_sums WHERE day BETWEEN ?1 AND ?2",
    [SQL_DAYS_NEWEST] = "SELECT day, sessions FROM day_sums WHERE day <= ?1 ORDER BY day DESC",
    [SQL_WEEK_SUMS] = "SELECT (day - ?1) / 7, area, side, sum(held_ms) FROM area_sums WHERE day BETWEEN ?1 AND ?2"
                      " GROUP BY 1, area, side",
    [SQL_AREA_SUMS] = "SELECT area, side, sum(held_ms) FROM area_sums WHERE day BETWEEN ?1 AND ?2 GROUP BY area, side",
    [SQL_ROUTINE_SUMS] = "SELECT routines, unit, more_is_better, title, sum(sessions), sum(worked_s), sum(measured),"
                         " sum(before_tenths), sum(after_tenths), max(day) FROM routine_sums"
                         " WHERE day BETWEEN ?1 AND ?2 GROUP BY routines, unit, more_is_better",
    /* The index has the routines in their order: the next one is found without reading those between. */
    [SQL_SERIES_NEXT] = "SELECT routines FROM sessions WHERE coalesce(before_tenths, after_tenths) IS NOT NULL"
                        " AND routines > ?1 ORDER BY routines LIMIT 1",
    [SQL_SERIES] = "SELECT (started_s + offset_min * 60) / 86400, coalesce(before_tenths, after_tenths), unit,"
                   " more_is_better, title, check_text FROM sessions"
                   " WHERE coalesce(before_tenths, after_tenths) IS NOT NULL AND routines = ?1 AND counted"
                   " ORDER BY started_s DESC LIMIT ?2",
    /* Of one area only what was held for it counts, for a session is more than that. */
    [SQL_DAY_SUMS_OF_AREA] = "SELECT day, max(sessions), sum(held_ms) / 1000 FROM area_sums"
                             " WHERE day BETWEEN ?1 AND ?2 AND area = ?3 GROUP BY day",
    [SQL_ROUTINE_SUMS_OF_AREA] =
        "SELECT routines, unit, more_is_better, title, count(*), sum(worked_s),"
        " sum(before_tenths IS NOT NULL AND after_tenths IS NOT NULL),"
        " sum(iif(after_tenths IS NULL, 0, ifnull(before_tenths, 0))),"
        " sum(iif(before_tenths IS NULL, 0, ifnull(after_tenths, 0))), max((started_s + offset_min * 60) / 86400)"
        " FROM sessions WHERE started_s >= (?1 - 1) * 86400"
        " AND (started_s + offset_min * 60) / 86400 BETWEEN ?1 AND ?2 AND counted"
        " AND EXISTS (SELECT 1 FROM done_areas WHERE area = ?3 AND session = id)"
        " GROUP BY routines, unit, more_is_better",

    [SQL_AWAY_PUT] = "INSERT OR REPLACE INTO away (uid, revision, machine, first_day, last_day)"
                     " VALUES (?1, ?2, ifnull(?3, (SELECT id FROM machine)), ?4, ?5)",
    [SQL_AWAY_LIST] = "SELECT uid, revision, machine, first_day, last_day FROM away ORDER BY first_day DESC, uid",
    [SQL_AWAY_WAITING] = "SELECT uid, revision, machine, first_day, last_day FROM away"
                         " WHERE uid IN (SELECT uid FROM journal_queue) ORDER BY first_day DESC, uid",
    [SQL_AWAY_FIND] = "SELECT revision, machine FROM away WHERE uid = ?1",

    [SQL_COURSE_ADD] = "INSERT INTO course_events (uid, machine, at, day, kind, programme, week, weekday, content)"
                       " VALUES (?1, (SELECT id FROM machine),"
                       " max(?2, (SELECT ifnull(max(at) + 1, 0) FROM course_events)), ?3, ?4, ?5, ?6, ?7, ?8)",
    [SQL_COURSE_TAKE] = "INSERT INTO course_events (uid, machine, at, day, kind, programme, week, weekday, content)"
                        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    [SQL_COURSE_LIST] = "SELECT uid, machine, at, day, kind, programme, week, weekday, content FROM course_events"
                        " ORDER BY at, uid",
    [SQL_COURSE_WAITING] = "SELECT uid, machine, at, day, kind, programme, week, weekday, content FROM course_events"
                           " WHERE uid IN (SELECT uid FROM journal_queue) ORDER BY at, uid",
    [SQL_COURSE_FIND] = "SELECT 1, machine FROM course_events WHERE uid = ?1",

    [SQL_JOURNAL_STATE] = "SELECT path, size, (SELECT count(*) FROM journal_queue) FROM journal",
    [SQL_JOURNAL_NOTE] = "UPDATE journal SET path = ?1, size = ?2",
    [SQL_JOURNAL_QUEUE_ALL] = "INSERT OR IGNORE INTO journal_queue (uid) SELECT uid FROM sessions WHERE counted"
                              " UNION SELECT uid FROM deleted UNION SELECT uid FROM away"
                              " UNION SELECT uid FROM course_events",
    [SQL_JOURNAL_CLEAR] = "DELETE FROM journal_queue",
    [SQL_JOURNAL_HOLD] = "UPDATE journal SET is_taking_in = ?1",
    [SQL_JOURNAL_COUNT] = "SELECT (SELECT count(*) FROM sessions WHERE counted) + (SELECT count(*) FROM deleted)"
                          " + (SELECT count(*) FROM away) + (SELECT count(*) FROM course_events)",
    [SQL_JOURNALS_FIND] =
        "SELECT size, changed_ns, inode, offset, lines, mark, damaged, is_cut, read_s FROM other_journals"
        " WHERE path = ?1",
    [SQL_JOURNALS_PUT] = "INSERT OR REPLACE INTO other_journals (path, size, changed_ns, inode, offset, lines, mark,"
                         " damaged, is_cut, read_s) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
};

SqlValue sql_number(int64_t number)
{
    return (SqlValue){.number = number};
}

SqlValue sql_text(const char *text)
{
    return (SqlValue){.is_text = true, .text = text};
}

SqlValue sql_null(void)
{
    return sql_text(NULL);
}

void sql_make_uid(char uid[UID_SIZE])
{
    unsigned char random[(UID_SIZE - 1) / 2];
    sqlite3_randomness(sizeof random, random);
    for (size_t i = 0; i < sizeof random; i++)
        snprintf(uid + 2 * i, 3, "%02x", random[i]);
}

bool sql_fail(Store *store, int code)
{
    if (store->failure == SQLITE_OK && code != SQLITE_OK) {
        store->failure = code;
        /* SQLite forgets the system's error where a commit failed; then errno still has it. */
        const int known = store->db ? sqlite3_system_errno(store->db) : 0;
        store->system_error = known ? known : errno;
    }
    return false;
}

bool sql_execute(Store *store, const char *text)
{
    errno = 0;
    const int code = sqlite3_exec(store->db, text, NULL, NULL, NULL);
    return code == SQLITE_OK || sql_fail(store, code);
}

void sql_release(Store *store)
{
    for (size_t i = 0; i < SQL_COUNT; i++) {
        sqlite3_finalize(store->statements[i]);
        store->statements[i] = NULL;
    }
}

static int bind_one(sqlite3_stmt *statement, int place, const SqlValue *value)
{
    if (!value->is_text)
        return sqlite3_bind_int64(statement, place, value->number);
    return sqlite3_bind_text(statement, place, value->text, -1, SQLITE_STATIC);
}

sqlite3_stmt *sql_ask(Store *store, Sql which, const SqlValue *values, size_t count)
{
    sqlite3_stmt **kept = &store->statements[which];
    int code = SQLITE_OK;
    if (!*kept)
        code = sqlite3_prepare_v3(store->db, statements[which], -1, SQLITE_PREPARE_PERSISTENT, kept, NULL);
    for (size_t i = 0; i < count && code == SQLITE_OK; i++)
        code = bind_one(*kept, (int)i + 1, &values[i]);
    if (code != SQLITE_OK) {
        sql_fail(store, code);
        return NULL;
    }
    return *kept;
}

bool sql_next(Store *store, sqlite3_stmt *rows)
{
    errno = 0;
    const int code = sqlite3_step(rows);
    if (code == SQLITE_ROW)
        return true;
    if (code != SQLITE_DONE)
        sql_fail(store, code);
    sqlite3_reset(rows);
    return false;
}

void sql_done(sqlite3_stmt *rows)
{
    sqlite3_reset(rows);
}

bool sql_run(Store *store, Sql which, const SqlValue *values, size_t count)
{
    sqlite3_stmt *statement = sql_ask(store, which, values, count);
    if (!statement)
        return false;
    errno = 0;
    const int code = sqlite3_step(statement);
    if (code != SQLITE_DONE && code != SQLITE_ROW)
        sql_fail(store, code);
    sqlite3_reset(statement);
    return code == SQLITE_DONE || code == SQLITE_ROW;
}

int64_t sql_column_number(sqlite3_stmt *rows, int column, int64_t low, int64_t high)
{
    const int64_t number = sqlite3_column_int64(rows, column);
    return MIN_OF(MAX_OF(number, low), high);
}

const char *sql_column_text_or_null(sqlite3_stmt *rows, int column)
{
    /* unsigned char and char hold the same bytes */
    return (const char *)sqlite3_column_text(rows, column);
}

const char *sql_column_text(sqlite3_stmt *rows, int column)
{
    const char *text = sql_column_text_or_null(rows, column);
    return text ? text : "";
}

int32_t sql_column_felt(sqlite3_stmt *rows, int column)
{
    const bool is_said = sqlite3_column_type(rows, column) != SQLITE_NULL;
    return is_said ? (int32_t)sql_column_number(rows, column, 0, 10) : SESSION_NOT_FELT;
}
