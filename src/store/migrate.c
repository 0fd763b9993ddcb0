/* SPDX-License-Identifier: MIT */
#include "store/migrate.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/macros.h"
#include "base/memory.h"

enum {
    KNEAD_ID = 0x6b6e6561,
    NAMES_TRIED = 100
}; /* "knea", at its place in the file for programs that tell files apart */

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

/* A record is what a session was: numbers before and after, a note, what was felt in each hold, what was left out. It
 * has revisions, so that the records of several machines can be merged. */
static const char record_columns[] =
    "CREATE TABLE machine (id TEXT NOT NULL) STRICT;"
    "INSERT INTO machine (id) VALUES (lower(hex(randomblob(8))));"
    "ALTER TABLE sessions ADD COLUMN revision INTEGER NOT NULL DEFAULT 1;"
    "ALTER TABLE sessions ADD COLUMN machine TEXT NOT NULL DEFAULT '';"
    "ALTER TABLE sessions ADD COLUMN level TEXT NOT NULL DEFAULT 'standard';"
    "ALTER TABLE sessions ADD COLUMN unit TEXT NOT NULL DEFAULT '';"
    "ALTER TABLE sessions ADD COLUMN more_is_better INTEGER NOT NULL DEFAULT 0;"
    "ALTER TABLE sessions ADD COLUMN before_tenths INTEGER;"
    "ALTER TABLE sessions ADD COLUMN after_tenths INTEGER;"
    "ALTER TABLE sessions ADD COLUMN check_text TEXT;"
    "ALTER TABLE sessions ADD COLUMN note TEXT;"
    "ALTER TABLE sessions ADD COLUMN declined TEXT;"
    "ALTER TABLE sessions ADD COLUMN ruled_out TEXT;"
    "ALTER TABLE sessions ADD COLUMN dropped TEXT;"
    "ALTER TABLE sessions ADD COLUMN counted INTEGER NOT NULL DEFAULT 0;"
    "UPDATE sessions SET machine = (SELECT id FROM machine);"
    "ALTER TABLE done ADD COLUMN planned_s INTEGER;"
    "CREATE TABLE felt ("
    " session INTEGER NOT NULL REFERENCES sessions ON DELETE CASCADE, number INTEGER NOT NULL, move TEXT NOT NULL,"
    " phase TEXT, side INTEGER NOT NULL CHECK (side BETWEEN 0 AND 2), low INTEGER, high INTEGER,"
    " felt INTEGER NOT NULL, PRIMARY KEY (session, number)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE deleted ("
    " uid TEXT PRIMARY KEY, revision INTEGER NOT NULL, machine TEXT NOT NULL) STRICT, WITHOUT ROWID;"
    "CREATE TABLE away ("
    " uid TEXT PRIMARY KEY, revision INTEGER NOT NULL, machine TEXT NOT NULL, first_day INTEGER NOT NULL,"
    " last_day INTEGER NOT NULL) STRICT, WITHOUT ROWID;"
    "CREATE INDEX sessions_measured ON sessions (routines, started_s)"
    " WHERE coalesce(before_tenths, after_tenths) IS NOT NULL;";

/* Sums by local day, for statistics that do not read all sessions. A session is in them while `counted` is 1: whoever
 * changes what was done in it sets `counted` to 0 before and to 1 after, and the trigger does the rest. */
#define DAY_OF_NEW "(NEW.started_s + NEW.offset_min * 60) / 86400"
#define SIGN_OF_NEW "(2 * NEW.counted - 1)"
#define IS_MEASURED "(NEW.before_tenths IS NOT NULL AND NEW.after_tenths IS NOT NULL)"
static const char sums[] =
    "CREATE TABLE day_sums (day INTEGER PRIMARY KEY, sessions INTEGER NOT NULL, worked_s INTEGER NOT NULL) STRICT;"
    "CREATE TABLE area_sums ("
    " day INTEGER NOT NULL, area TEXT NOT NULL, side INTEGER NOT NULL, sessions INTEGER NOT NULL,"
    " held_ms INTEGER NOT NULL, PRIMARY KEY (day, area, side)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE routine_sums ("
    " day INTEGER NOT NULL, routines TEXT NOT NULL, unit TEXT NOT NULL, more_is_better INTEGER NOT NULL,"
    " title TEXT NOT NULL, sessions INTEGER NOT NULL, worked_s INTEGER NOT NULL, measured INTEGER NOT NULL,"
    " before_tenths INTEGER NOT NULL, after_tenths INTEGER NOT NULL,"
    " PRIMARY KEY (day, routines, unit, more_is_better)) STRICT, WITHOUT ROWID;"
    "CREATE INDEX routine_sums_by_routine ON routine_sums (routines, day, worked_s);"
    "CREATE TRIGGER sums_follow AFTER UPDATE OF counted ON sessions WHEN NEW.counted != OLD.counted BEGIN"
    " INSERT INTO day_sums (day, sessions, worked_s)"
    "  VALUES (" DAY_OF_NEW ", " SIGN_OF_NEW ", " SIGN_OF_NEW " * NEW.worked_s)"
    "  ON CONFLICT (day) DO UPDATE SET sessions = sessions + excluded.sessions,"
    "  worked_s = worked_s + excluded.worked_s;"
    " INSERT INTO area_sums (day, area, side, sessions, held_ms)"
    "  SELECT " DAY_OF_NEW ", a.area, a.side, " SIGN_OF_NEW ", " SIGN_OF_NEW " * sum(done.held_ms) FROM done_areas AS a"
    "  JOIN done ON done.session = a.session AND done.position = a.position AND done.side = a.side"
    "  WHERE a.session = NEW.id GROUP BY a.area, a.side"
    "  ON CONFLICT (day, area, side) DO UPDATE SET sessions = sessions + excluded.sessions,"
    "  held_ms = held_ms + excluded.held_ms;"
    " INSERT INTO routine_sums (day, routines, unit, more_is_better, title, sessions, worked_s, measured, "
    "before_tenths,"
    "  after_tenths)"
    "  VALUES (" DAY_OF_NEW ", NEW.routines, NEW.unit, NEW.more_is_better, NEW.title, " SIGN_OF_NEW ","
    "  " SIGN_OF_NEW " * NEW.worked_s, " SIGN_OF_NEW " * " IS_MEASURED ","
    "  " SIGN_OF_NEW " * iif(" IS_MEASURED ", NEW.before_tenths, 0),"
    "  " SIGN_OF_NEW " * iif(" IS_MEASURED ", NEW.after_tenths, 0))"
    "  ON CONFLICT (day, routines, unit, more_is_better) DO UPDATE SET title = excluded.title,"
    "  sessions = sessions + excluded.sessions, worked_s = worked_s + excluded.worked_s,"
    "  measured = measured + excluded.measured, before_tenths = before_tenths + excluded.before_tenths,"
    "  after_tenths = after_tenths + excluded.after_tenths;"
    " DELETE FROM day_sums WHERE day = " DAY_OF_NEW " AND sessions = 0;"
    " DELETE FROM area_sums WHERE day = " DAY_OF_NEW " AND sessions = 0;"
    " DELETE FROM routine_sums WHERE day = " DAY_OF_NEW " AND sessions = 0;"
    " END;"
    "UPDATE sessions SET counted = 1 WHERE state != 'running'"
    " AND EXISTS (SELECT 1 FROM done WHERE session = id AND (held_ms > 0 OR hurt));";

/* What was done of programmes. Rows are only ever added, so the records of several machines merge by their uids. `at`
 * is milliseconds since 1970, always later than in all rows that were there: it puts events in the order in which they
 * happened. */
static const char course_events[] =
    "CREATE TABLE course_events ("
    " uid TEXT PRIMARY KEY, machine TEXT NOT NULL, at INTEGER NOT NULL, day INTEGER NOT NULL, kind TEXT NOT NULL,"
    " programme TEXT NOT NULL, week INTEGER NOT NULL, weekday INTEGER NOT NULL, content TEXT NOT NULL)"
    " STRICT, WITHOUT ROWID;";

/* Journals (store/journal.h). `journal` has one row: the file that was written last, empty as long as there was none,
 * and its size then. `journal_queue` has the uid of what changed since; the triggers fill it, unless the change comes
 * from the journal of another machine (is_taking_in). `other_journals` says how far those were read. */
#define IS_QUEUED "(SELECT path != '' AND is_taking_in = 0 FROM journal)"
#define QUEUE_NEW " BEGIN INSERT OR IGNORE INTO journal_queue (uid) VALUES (NEW.uid); END;"
static const char journals[] =
    "CREATE TABLE journal (path TEXT NOT NULL, size INTEGER NOT NULL, is_taking_in INTEGER NOT NULL) STRICT;"
    "INSERT INTO journal (path, size, is_taking_in) VALUES ('', 0, 0);"
    "CREATE TABLE journal_queue (uid TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;"
    "CREATE TABLE other_journals ("
    " path TEXT PRIMARY KEY, size INTEGER NOT NULL, changed_ns INTEGER NOT NULL, inode INTEGER NOT NULL,"
    " offset INTEGER NOT NULL, lines INTEGER NOT NULL, mark INTEGER NOT NULL, damaged INTEGER NOT NULL,"
    " is_cut INTEGER NOT NULL, read_s INTEGER NOT NULL) STRICT, WITHOUT ROWID;"
    "CREATE TRIGGER session_queued AFTER UPDATE OF counted ON sessions"
    " WHEN NEW.counted AND NOT OLD.counted AND " IS_QUEUED QUEUE_NEW
    "CREATE TRIGGER deleted_queued AFTER INSERT ON deleted WHEN " IS_QUEUED QUEUE_NEW
    "CREATE TRIGGER away_queued AFTER INSERT ON away WHEN " IS_QUEUED QUEUE_NEW
    "CREATE TRIGGER course_event_queued AFTER INSERT ON course_events WHEN " IS_QUEUED QUEUE_NEW;

const char *const migrate_changes[] = {first_tables,   told_table, hurt_and_skipped, live_anew, move_index,
                                       record_columns, sums,       course_events,    journals};
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

/* A name for the backup, taken by making an empty file that is its owner's alone. NULL with errno. To free(). */
static char *take_backup_name(const char *path, int64_t version)
{
    for (int turn = 1; turn <= NAMES_TRIED; turn++) {
        char *name = turn == 1 ? memory_print("%s.version-%lld", path, (long long)version)
                               : memory_print("%s.version-%lld-%d", path, (long long)version, turn);
        const int file = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
        if (file >= 0) {
            close(file);
            return name;
        }
        free(name);
        if (errno != EEXIST)
            return NULL;
    }
    return NULL;
}

static bool copy_into(sqlite3 *db, const char *name)
{
    sqlite3_stmt *statement = NULL;
    bool is_copied = sqlite3_prepare_v2(db, "VACUUM INTO ?1", -1, &statement, NULL) == SQLITE_OK &&
                     sqlite3_bind_text(statement, 1, name, -1, SQLITE_STATIC) == SQLITE_OK &&
                     sqlite3_step(statement) == SQLITE_DONE;
    sqlite3_finalize(statement);
    const int file = is_copied ? open(name, O_RDWR | O_CLOEXEC) : -1;
    is_copied = file >= 0 && fsync(file) == 0;
    if (file >= 0)
        close(file);
    return is_copied;
}

/* Copies a database with an older version to a file beside it. One that was just made has nothing to copy. */
static bool make_backup(sqlite3 *db)
{
    const char *path = sqlite3_db_filename(db, "main");
    const int64_t version = ask_number(db, "PRAGMA user_version");
    if (version <= 0 || !path || !*path)
        return true;
    char *name = take_backup_name(path, version);
    const bool is_made = name && copy_into(db, name);
    if (name && !is_made)
        unlink(name);
    free(name);
    return is_made;
}

/* The version is asked again inside the transaction: another knead may have made the changes meanwhile. */
static bool make_changes(sqlite3 *db, const char *const *changes, size_t count)
{
    if (sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL) != SQLITE_OK)
        return false;
    const int64_t version = ask_number(db, "PRAGMA user_version");
    bool is_made = version >= 0;
    for (int64_t i = version; is_made && i < (int64_t)count; i++)
        is_made = sqlite3_exec(db, changes[i], NULL, NULL, NULL) == SQLITE_OK;
    if (is_made && version < (int64_t)count) {
        char marks[96];
        snprintf(marks, sizeof(marks), "PRAGMA user_version = %zu; PRAGMA application_id = %d", count, KNEAD_ID);
        is_made = sqlite3_exec(db, marks, NULL, NULL, NULL) == SQLITE_OK;
    }
    return is_made && sqlite3_exec(db, "COMMIT", NULL, NULL, NULL) == SQLITE_OK;
}

MigrateResult migrate_up(sqlite3 *db, const char *const *changes, size_t count)
{
    const MigrateResult result = migrate_look(db, count);
    if (result != MIGRATE_OLDER)
        return result;
    if (!make_backup(db))
        return MIGRATE_NO_BACKUP;
    /* Where it fails, closing the file rolls back, and what went wrong can still be asked. */
    return make_changes(db, changes, count) ? migrate_look(db, count) : MIGRATE_FAILED;
}
