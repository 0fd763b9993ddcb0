/* SPDX-License-Identifier: MIT */
#include "store/sql.h"

#include <errno.h>
#include <stdio.h>

#include "base/macros.h"

enum { KNEAD_ID = 0x6b6e6561 }; /* "knea", at its place in the file for programs that tell files apart */

/* `done` says what was done; sides are 0 none, 1 left, 2 right. `live` is the position of one that can be gone on with.
 * `plans` holds the long text apart from it. `done_areas` is for questions by area. */
static const char first_tables[] =
    "CREATE TABLE sessions ("
    " id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, started_s INTEGER NOT NULL, offset_min INTEGER NOT NULL,"
    " title TEXT NOT NULL, routines TEXT NOT NULL, planned_s INTEGER NOT NULL, worked_s INTEGER NOT NULL,"
    " state TEXT NOT NULL CHECK (state IN ('running', 'left', 'finished'))) STRICT;"
    "CREATE INDEX sessions_by_time ON sessions (started_s);"
    "CREATE TABLE done ("
    " session INTEGER NOT NULL REFERENCES sessions ON DELETE CASCADE, position INTEGER NOT NULL,"
    " side INTEGER NOT NULL CHECK (side BETWEEN 0 AND 2), name TEXT NOT NULL, use TEXT, areas TEXT NOT NULL,"
    " held_ms INTEGER NOT NULL, felt INTEGER, felt_most INTEGER, hurt INTEGER NOT NULL,"
    " PRIMARY KEY (session, position, side)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE done_areas ("
    " session INTEGER NOT NULL, position INTEGER NOT NULL, side INTEGER NOT NULL, area TEXT NOT NULL,"
    " PRIMARY KEY (session, position, side, area),"
    " FOREIGN KEY (session, position, side) REFERENCES done ON DELETE CASCADE) STRICT, WITHOUT ROWID;"
    "CREATE INDEX done_by_area ON done_areas (area, session);"
    "CREATE TABLE live ("
    " session INTEGER PRIMARY KEY REFERENCES sessions ON DELETE CASCADE, step INTEGER NOT NULL,"
    " into_ms INTEGER NOT NULL, length_ms INTEGER NOT NULL, worked_ms INTEGER NOT NULL, position INTEGER NOT NULL,"
    " side INTEGER NOT NULL, held_ms INTEGER NOT NULL, kept_s INTEGER NOT NULL) STRICT;"
    "CREATE TABLE plans ("
    " session INTEGER PRIMARY KEY REFERENCES sessions ON DELETE CASCADE, plan TEXT NOT NULL) STRICT;"
    "CREATE TABLE eases ("
    " area TEXT PRIMARY KEY, since_s INTEGER NOT NULL, side INTEGER NOT NULL, move TEXT NOT NULL)"
    " STRICT, WITHOUT ROWID;";

static const char told_table[] =
    "CREATE TABLE told (name TEXT PRIMARY KEY, told_s INTEGER NOT NULL) STRICT, WITHOUT ROWID;";

/* `skipped`: passed over before its time. `stopped`: the clock stands at the place, as it hurt there. */
static const char hurt_and_skipped[] = "ALTER TABLE done ADD COLUMN skipped INTEGER NOT NULL DEFAULT 0;"
                                       "ALTER TABLE live ADD COLUMN stopped INTEGER NOT NULL DEFAULT 0;";

/* Plans in the format before cannot be read: what was left by then stays in the history alone. What is held of the
 * move of the moment stands in `done` from here on. */
static const char live_anew[] =
    "UPDATE done SET held_ms = max(done.held_ms, live.held_ms), hurt = max(done.hurt, live.stopped) FROM live"
    " WHERE done.session = live.session AND done.position = live.position AND done.side = live.side;"
    "UPDATE sessions SET state = 'left', worked_s = max(sessions.worked_s, live.worked_ms / 1000) FROM live"
    " WHERE id = live.session AND state != 'finished';"
    "DELETE FROM plans; DROP TABLE live;"
    "CREATE TABLE live ("
    " session INTEGER PRIMARY KEY REFERENCES sessions ON DELETE CASCADE, step INTEGER NOT NULL,"
    " into_ms INTEGER NOT NULL, length_ms INTEGER NOT NULL, worked_ms INTEGER NOT NULL, kept_s INTEGER NOT NULL,"
    " stopped INTEGER NOT NULL) STRICT;";

/* For how often a move was done: by the id of the shared move, else by its name. */
static const char move_index[] = "CREATE INDEX done_by_move ON done (ifnull(use, name), session);";

const char *const sql_migrations[] = {first_tables, told_table, hurt_and_skipped, live_anew, move_index};
const size_t sql_migration_count = ARRAY_LEN(sql_migrations);

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

/* The one number that a query gives, or -1. */
static int64_t ask_number(sqlite3 *db, const char *query)
{
    sqlite3_stmt *statement = NULL;
    int64_t number = -1;
    if (sqlite3_prepare_v2(db, query, -1, &statement, NULL) == SQLITE_OK && sqlite3_step(statement) == SQLITE_ROW)
        number = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    return number;
}

static MigrateResult look(sqlite3 *db, size_t count)
{
    const int64_t version = ask_number(db, "PRAGMA user_version");
    if (version > (int64_t)count)
        return MIGRATE_NEWER;
    if (version < 0)
        return sqlite3_errcode(db) == SQLITE_OK ? MIGRATE_FOREIGN : MIGRATE_FAILED;
    if (version > 0) {
        const bool is_ours = ask_number(db, "PRAGMA application_id") == KNEAD_ID;
        return !is_ours ? MIGRATE_FOREIGN : version == (int64_t)count ? MIGRATE_CURRENT : MIGRATE_OLDER;
    }
    const int64_t tables = ask_number(db, "SELECT count(*) FROM sqlite_schema");
    return tables < 0 ? MIGRATE_FAILED : tables > 0 ? MIGRATE_FOREIGN : MIGRATE_OLDER;
}

/* In one transaction: another knead may make its first tables between two questions. */
MigrateResult sql_migrate_look(sqlite3 *db, size_t count)
{
    if (sqlite3_exec(db, "BEGIN", NULL, NULL, NULL) != SQLITE_OK)
        return MIGRATE_FAILED;
    const MigrateResult result = look(db, count);
    if (result != MIGRATE_FAILED) { /* else what went wrong can still be asked; closing ends it */
        sqlite3_exec(db, "COMMIT", NULL, NULL, NULL);
    }
    return result;
}

/* One change. The version is asked again inside the transaction: another knead may have made it meanwhile. */
static bool make_next(sqlite3 *db, const char *const *changes, size_t count)
{
    if (sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL) != SQLITE_OK)
        return false;
    const int64_t version = ask_number(db, "PRAGMA user_version");
    bool is_made = version >= (int64_t)count;
    if (!is_made && version >= 0) {
        char marks[96];
        snprintf(marks, sizeof(marks), "PRAGMA user_version = %lld; PRAGMA application_id = %d", (long long)version + 1,
                 KNEAD_ID);
        is_made = sqlite3_exec(db, changes[version], NULL, NULL, NULL) == SQLITE_OK &&
                  sqlite3_exec(db, marks, NULL, NULL, NULL) == SQLITE_OK;
    }
    return is_made && sqlite3_exec(db, "COMMIT", NULL, NULL, NULL) == SQLITE_OK;
}

MigrateResult sql_migrate(sqlite3 *db, const char *const *changes, size_t count)
{
    MigrateResult result = sql_migrate_look(db, count);
    while (result == MIGRATE_OLDER) {
        if (!make_next(db, changes, count))
            return MIGRATE_FAILED; /* closing the file rolls back, and what went wrong can still be asked */
        result = sql_migrate_look(db, count);
    }
    return result;
}
