/* SPDX-License-Identifier: MIT */
#include "store/sql.h"

#include <errno.h>

#include "base/macros.h"

/* Parameters stand in the order in which they are numbered. */
static const char *const statements[SQL_COUNT] = {
    [SQL_BEGIN] = "BEGIN",
    [SQL_BEGIN_WRITING] = "BEGIN IMMEDIATE",
    [SQL_COMMIT] = "COMMIT",

    [SQL_SESSION_PUT] = "INSERT INTO sessions (id, uid, started_s, offset_min, title, routines, planned_s, worked_s,"
                        " state)"
                        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0, 'running')"
                        " ON CONFLICT (id) DO UPDATE SET title = excluded.title, routines = excluded.routines,"
                        " planned_s = excluded.planned_s, state = 'running' WHERE uid = excluded.uid",
    [SQL_SESSION_HAS] = "SELECT 1 FROM sessions WHERE id = ?1",
    [SQL_SESSION_WORKED] = "UPDATE sessions SET worked_s = ?2 WHERE id = ?1",
    [SQL_SESSION_STATE] = "UPDATE sessions SET state = ?2 WHERE id = ?1",
    [SQL_SESSION_DROP] = "DELETE FROM sessions WHERE id = ?1",
    [SQL_SESSION_READ] = "SELECT uid, started_s, offset_min FROM sessions WHERE id = ?1",

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
                     " skipped)"
                     " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)"
                     " ON CONFLICT (session, position, side) DO UPDATE SET name = excluded.name, use = excluded.use,"
                     " areas = excluded.areas, held_ms = excluded.held_ms, felt = excluded.felt,"
                     " felt_most = excluded.felt_most, hurt = excluded.hurt,"
                     " skipped = excluded.skipped",
    [SQL_DONE_READ] = "SELECT position, side, held_ms, felt, felt_most, hurt, name, use, areas, skipped FROM done"
                      " WHERE session = ?1 ORDER BY position, side",
    [SQL_DONE_MARK] = "UPDATE done SET held_ms = max(held_ms, ?4), hurt = max(hurt, ?5)"
                      " WHERE session = ?1 AND position = ?2 AND side = ?3",
    [SQL_DONE_DROP] = "DELETE FROM done WHERE session = ?1",
    [SQL_AREA_ADD] = "INSERT OR IGNORE INTO done_areas (session, position, side, area) VALUES (?1, ?2, ?3, ?4)",

    [SQL_LOWERED_READ] = "SELECT area, since_s, side, move FROM eases",
    [SQL_LOWERED_PUT] = "INSERT OR REPLACE INTO eases (area, since_s, side, move) VALUES (?1, ?2, ?3, ?4)",
    [SQL_LOWERED_DROP] = "DELETE FROM eases WHERE area = ?1",

    [SQL_HISTORY] = "SELECT id, uid, started_s, offset_min, title, routines, planned_s, worked_s, state FROM sessions"
                    " WHERE started_s >= ?1 AND (?2 IS NULL OR id IN (SELECT session FROM done_areas WHERE area = ?2))"
                    " ORDER BY started_s, id",
    [SQL_HISTORY_MOVES] = "SELECT name, use, areas, side, held_ms, felt, felt_most, hurt, skipped FROM done"
                          " WHERE session = ?1 AND (hurt OR skipped OR held_ms > 0)"
                          " AND (?2 IS NULL OR EXISTS (SELECT 1 FROM done_areas AS a WHERE a.session = done.session"
                          " AND a.position = done.position AND a.side = done.side AND a.area = ?2))"
                          " ORDER BY position, side",

    /* Numbers of sessions grow with time: the index gives the newest first. */
    [SQL_AREA_LAST] = "SELECT (started_s + offset_min * 60) / 86400 FROM done_areas AS a"
                      " JOIN done ON done.session = a.session AND done.position = a.position AND done.side = a.side"
                      " JOIN sessions ON sessions.id = a.session"
                      " WHERE a.area = ?1 AND done.held_ms >= ?2 ORDER BY a.session DESC LIMIT 1",
    [SQL_ROUTINES_LAST] = "SELECT routines, max((started_s + offset_min * 60) / 86400) FROM sessions"
                          " WHERE worked_s >= ?1 GROUP BY routines",
    [SQL_SIDES_HELD] = "SELECT a.area, a.side, sum(done.held_ms) FROM sessions"
                       " CROSS JOIN done_areas AS a ON a.session = sessions.id"
                       " JOIN done ON done.session = a.session AND done.position = a.position AND done.side = a.side"
                       " WHERE started_s >= ?1 AND a.side > 0 GROUP BY a.area, a.side",

    /* The index gives the sessions in their order, so nothing is sorted, and the search ends at the limit. */
    [SQL_TIMES_DONE] = "SELECT count(*) FROM (SELECT DISTINCT session FROM done"
                       " WHERE ifnull(use, name) = ?1 AND use IS ?2 AND held_ms >= ?3 AND session != ?4 LIMIT ?5)",

    [SQL_FIRST_SESSION] = "SELECT min(started_s) FROM sessions",
    [SQL_TOLD_HAS] = "SELECT 1 FROM told WHERE name = ?1",
    [SQL_TOLD_PUT] = "INSERT OR REPLACE INTO told (name, told_s) VALUES (?1, ?2)",
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
