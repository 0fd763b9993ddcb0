/* SPDX-License-Identifier: MIT */
#include "store/connect.h"

#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/path.h"
#include "base/text.h"
#include "store/migrate.h"
#include "store/quarantine.h"
#include "store/wait_limit.h"

enum { OPEN_WAIT_MS = 250, LOOKASIDE_SIZE = 256, LOOKASIDE_COUNT = 64 };

/* Little memory; nothing in the file is believed to be sound or friendly; a sync that on macOS reaches the disk too. */
static const char settings[] = "PRAGMA cache_size = -256; PRAGMA temp_store = MEMORY; PRAGMA foreign_keys = ON;"
                               "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA fullfsync = ON;";
static const char settings_to_write[] = "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;";

static void note(Store *store, ProblemKind kind, const char *detail)
{
    store->obstacle = kind;
    problem_note(&store->problems, kind, store->path, detail);
}

/* Off for good, and why. */
static bool give_up(Store *store, ProblemKind kind, const char *detail)
{
    note(store, kind, detail);
    store->mode = STORE_OFF;
    return false;
}

void connect_close(Store *store)
{
    sql_release(store);
    sqlite3_close_v2(store->db);
    store->db = NULL;
}

/* Counts pages so that a checkpoint can be made where a sync is due anyway; SQLite's own would fall on any tick. */
static int count_pages(void *store, sqlite3 *db, const char *name, int pages)
{
    (void)db;
    (void)name;
    ((Store *)store)->wal_pages = pages;
    return SQLITE_OK;
}

/* Whether closing may tidy up, which writes. Not before the file is known to be ours and sound. */
static void let_close_write(sqlite3 *db, bool may_write)
{
    sqlite3_db_config(db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, !may_write, NULL);
}

static void configure(sqlite3 *db, int patience_ms)
{
    let_close_write(db, false);
    sqlite3_extended_result_codes(db, 1);
    wait_limit_set(db, patience_ms);
    sqlite3_db_config(db, SQLITE_DBCONFIG_LOOKASIDE, NULL, LOOKASIDE_SIZE, LOOKASIDE_COUNT);
    sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
}

/* SQLite does not keep the system's error of everything that it does; then errno still has it. */
static ProblemKind trouble_of_call(const Store *store, int code)
{
    const int known = store->db ? sqlite3_system_errno(store->db) : 0;
    return problem_of_code(code, known ? known : errno);
}

static int open_file(Store *store, const char *name, int flags)
{
    errno = 0;
    const int code = sqlite3_open_v2(name, &store->db, flags | SQLITE_OPEN_NOMUTEX, wait_limit_system());
    if (code == SQLITE_OK)
        configure(store->db, store->was_locked ? 0 : OPEN_WAIT_MS);
    return code;
}

static ProblemKind trouble_of_migration(MigrateResult result, const Store *store)
{
    static const ProblemKind kinds[] = {
        [MIGRATE_CURRENT] = PROBLEM_NONE,
        [MIGRATE_NEWER] = PROBLEM_NEWER,
        [MIGRATE_FOREIGN] = PROBLEM_FOREIGN,
        [MIGRATE_OLDER] = PROBLEM_READ_ONLY,
    };
    return result == MIGRATE_FAILED ? trouble_of_call(store, sqlite3_extended_errcode(store->db)) : kinds[result];
}

static ProblemKind open_to_write(Store *store)
{
    int code = open_file(store, store->path, SQLITE_OPEN_READWRITE);
    if (code != SQLITE_OK) {
        return trouble_of_call(store, code);
    }
    if (sqlite3_db_readonly(store->db, "main") == 1) {
        return PROBLEM_READ_ONLY;
    }
    /* Looked at before anything is set: what belongs to others is not even put into another mode. */
    const MigrateResult look = migrate_look(store->db, migration_count);
    if (look != MIGRATE_CURRENT && look != MIGRATE_OLDER) {
        return trouble_of_migration(look, store);
    }
    code = sqlite3_exec(store->db, settings, NULL, NULL, NULL);
    code = code == SQLITE_OK ? sqlite3_exec(store->db, settings_to_write, NULL, NULL, NULL) : code;
    if (code != SQLITE_OK) {
        return trouble_of_call(store, code);
    }
    sqlite3_wal_hook(store->db, count_pages, store);
    return trouble_of_migration(migrate(store->db, migrations, migration_count), store);
}

/* The path as a URI, for the one thing that only a URI can say. */
static char *immutable_uri(const char *path)
{
    Text uri = {0};
    text_add(&uri, "file:");
    for (; *path; path++) {
        if (isalnum((unsigned char)*path) || strchr("/-_.~", *path)) {
            text_add_char(&uri, *path);
        } else {
            text_print(&uri, "%%%02X", (unsigned)(unsigned char)*path);
        }
    }
    text_add(&uri, "?immutable=1");
    return text_detach(&uri);
}

static ProblemKind open_as_it_stands(Store *store, const char *name, int flags)
{
    const int code = open_file(store, name, SQLITE_OPEN_READONLY | flags);
    if (code != SQLITE_OK) {
        return trouble_of_call(store, code);
    }
    const MigrateResult look = migrate_look(store->db, migration_count);
    sqlite3_exec(store->db, settings, NULL, NULL, NULL);
    return trouble_of_migration(look, store);
}

/* In a folder where SQLite cannot make its two files, the file can still be read as it stands. */
static ProblemKind open_to_read(Store *store)
{
    connect_close(store);
    ProblemKind kind = open_as_it_stands(store, store->path, 0);
    if (kind == PROBLEM_READ_ONLY || kind == PROBLEM_FULL) {
        connect_close(store);
        char *uri = immutable_uri(store->path);
        kind = open_as_it_stands(store, uri, SQLITE_OPEN_URI);
        free(uri);
    }
    return kind;
}

bool connect_open_to_read(Store *store)
{
    if (store->mode != STORE_WRITES || store->obstacle != PROBLEM_FULL) {
        return false;
    }
    const bool is_open = open_to_read(store) == PROBLEM_NONE;
    if (!is_open) {
        connect_close(store);
    }
    return is_open;
}

static bool fall_back_to_reading(Store *store)
{
    const ProblemKind kind = open_to_read(store);
    if (kind == PROBLEM_NONE) {
        note(store, PROBLEM_READ_ONLY, NULL);
        store->obstacle = PROBLEM_NONE;
        store->mode = STORE_READS;
        return true;
    }
    const char *why = strerror(sqlite3_system_errno(store->db) ? sqlite3_system_errno(store->db) : EACCES);
    connect_close(store);
    return give_up(store, kind == PROBLEM_READ_ONLY || kind == PROBLEM_DAMAGED ? PROBLEM_CLOSED : kind, why);
}

static bool is_no_room(int why)
{
    return problem_of_code(SQLITE_IOERR, why) == PROBLEM_FULL;
}

static bool make_folder(Store *store)
{
    char *folder = path_folder(store->path);
    const bool is_made = path_make_folder(folder);
    if (!is_made && is_no_room(errno)) {
        note(store, PROBLEM_FULL, NULL);
    } else if (!is_made) {
        problem_note(&store->problems, PROBLEM_NO_FOLDER, folder, strerror(errno));
        store->obstacle = PROBLEM_NO_FOLDER;
        store->mode = STORE_OFF;
    }
    free(folder);
    return is_made;
}

/* Made here and not by SQLite, so that it is its owner's alone. A file that is there is not opened: closing it would
 * take away the locks that this process has on it. */
static bool make_file(Store *store)
{
    struct stat found;
    if (stat(store->path, &found) == 0) {
        return S_ISREG(found.st_mode) || give_up(store, PROBLEM_NO_FILE, NULL);
    }
    if (!make_folder(store)) {
        return false;
    }
    const int file = open(store->path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file >= 0) {
        close(file);
        return true;
    }
    if (errno == EEXIST && stat(store->path, &found) == 0) {
        return true; /* another knead made it at this moment; a link that leads nowhere is not made */
    }
    const int why = errno;
    if (is_no_room(why)) {
        note(store, PROBLEM_FULL, NULL);
        return false;
    }
    return give_up(store, PROBLEM_CLOSED, strerror(why));
}

static void note_which_file(Store *store)
{
    struct stat found = {0};
    stat(store->path, &found);
    store->device = found.st_dev;
    store->inode = found.st_ino;
}

bool connect_was_moved(const Store *store)
{
    struct stat found;
    return stat(store->path, &found) != 0 || found.st_dev != store->device || found.st_ino != store->inode;
}

static bool put_aside(Store *store)
{
    char *name = quarantine_put(store->path, store->now_s);
    if (!name) {
        return give_up(store, PROBLEM_STUCK, strerror(errno));
    }
    note(store, PROBLEM_DAMAGED, name);
    free(name);
    return true;
}

/* It may have been an error of the moment: opened anew at the next try, but not for ever. */
static bool doubt(Store *store, const char *why)
{
    note(store, PROBLEM_BROKEN, why);
    if (store->was_doubted) {
        store->mode = STORE_OFF;
    }
    store->was_doubted = true;
    return false;
}

static bool judge(Store *store)
{
    char *why = NULL;
    const Verdict verdict = quarantine_of(store->path, &why);
    const bool is_done = verdict == VERDICT_DAMAGED
                             ? put_aside(store)
                             : doubt(store, verdict == VERDICT_SOUND ? "a read failed, though the file is sound" : why);
    free(why);
    return is_done;
}

bool connect_put_aside(Store *store)
{
    let_close_write(store->db, false);
    connect_close(store);
    if (!lock_take(&store->locks, LOCK_QUARANTINE)) {
        return false; /* another knead does it at this moment; the next call opens what it left */
    }
    const bool is_done = connect_was_moved(store) || judge(store);
    lock_give_back(&store->locks, LOCK_QUARANTINE);
    return is_done;
}

/* One try. PROBLEM_NONE, or what stands against it. */
static ProblemKind try_once(Store *store)
{
    note_which_file(store);
    store->wal_pages = 0;
    const ProblemKind kind = open_to_write(store);
    if (kind == PROBLEM_NONE) {
        let_close_write(store->db, true);
        store->generation++;
    }
    return kind;
}

bool connect_open(Store *store)
{
    if (!make_file(store)) {
        return false;
    }
    ProblemKind kind = try_once(store);
    if (kind == PROBLEM_DAMAGED) {
        if (!connect_put_aside(store) || !make_file(store)) {
            return false;
        }
        kind = try_once(store);
    }
    store->was_locked = kind == PROBLEM_LOCKED;
    if (kind == PROBLEM_NONE) {
        store->obstacle = PROBLEM_NONE;
        return true;
    }
    if (kind == PROBLEM_READ_ONLY) {
        return fall_back_to_reading(store);
    }
    char *why = memory_copy_text(store->db ? sqlite3_errmsg(store->db) : "cannot be opened");
    connect_close(store);
    const bool may_pass = kind == PROBLEM_LOCKED || kind == PROBLEM_FULL || kind == PROBLEM_BROKEN;
    if (may_pass) {
        note(store, kind, why);
    } else {
        give_up(store, kind, why);
    }
    free(why);
    return false;
}
