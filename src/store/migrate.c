/* SPDX-License-Identifier: MIT */
#include "store/migrate.h"

#include <stdbool.h>
#include <stdint.h>
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

const char *const migrate_changes[] = {first_tables, told_table, hurt_and_skipped, live_anew, move_index};
const size_t migrate_change_count = ARRAY_LEN(migrate_changes);

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
MigrateResult migrate_look(sqlite3 *db, size_t count)
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

MigrateResult migrate_up(sqlite3 *db, const char *const *changes, size_t count)
{
    MigrateResult result = migrate_look(db, count);
    while (result == MIGRATE_OLDER) {
        if (!make_next(db, changes, count))
            return MIGRATE_FAILED; /* closing the file rolls back, and what went wrong can still be asked */
        result = migrate_look(db, count);
    }
    return result;
}
