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
#include "store/aside.h"
#include "store/migrate.h"

enum { OPEN_WAIT_MS = 250, LOOKASIDE_SIZE = 256, LOOKASIDE_COUNT = 64 };

/* Little memory; nothing in the file is believed to be sound or friendly; a sync that on macOS reaches the disk too. */
static const char settings[] = "PRAGMA cache_size = -256; PRAGMA temp_store = MEMORY; PRAGMA foreign_keys = ON;"
                               "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA fullfsync = ON;";
static const char settings_to_write[] = "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;";

static void note(Store *store, TroubleKind kind, const char *detail)
{
    trouble_note(&store->troubles, kind, store->path, detail);
}

/* Off for good, and why. */
static bool give_up(Store *store, TroubleKind kind, const char *detail)
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

static void configure(sqlite3 *db)
{
    let_close_write(db, false);
    sqlite3_extended_result_codes(db, 1);
    sqlite3_busy_timeout(db, OPEN_WAIT_MS);
    sqlite3_db_config(db, SQLITE_DBCONFIG_LOOKASIDE, NULL, LOOKASIDE_SIZE, LOOKASIDE_COUNT);
    sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
}

static TroubleKind trouble_of_call(const Store *store, int code)
{
    return trouble_of_code(code, store->db ? sqlite3_system_errno(store->db) : 0);
}

static TroubleKind trouble_of_migration(MigrateResult result, const Store *store)
{
    static const TroubleKind kinds[] = {
        [MIGRATE_CURRENT] = TROUBLE_NONE,    [MIGRATE_NEWER] = TROUBLE_NEWER,
        [MIGRATE_FOREIGN] = TROUBLE_FOREIGN, [MIGRATE_OLDER] = TROUBLE_READ_ONLY,
    };
    return result == MIGRATE_FAILED ? trouble_of_call(store, sqlite3_extended_errcode(store->db)) : kinds[result];
}

static TroubleKind open_to_write(Store *store)
{
    int code = sqlite3_open_v2(store->path, &store->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);
    if (code != SQLITE_OK) {
        return trouble_of_call(store, code);
    }
    configure(store->db);
    if (sqlite3_db_readonly(store->db, "main") == 1) {
        return TROUBLE_READ_ONLY;
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

static TroubleKind open_to_read(Store *store, const char *name, int flags)
{
    const int code = sqlite3_open_v2(name, &store->db, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX | flags, NULL);
    if (code != SQLITE_OK) {
        return trouble_of_call(store, code);
    }
    configure(store->db);
    const MigrateResult look = migrate_look(store->db, migration_count);
    sqlite3_exec(store->db, settings, NULL, NULL, NULL);
    return trouble_of_migration(look, store);
}

/* In a folder where SQLite cannot make its two files, the file can still be read as it stands. */
static bool fall_back_to_reading(Store *store)
{
    connect_close(store);
    TroubleKind kind = open_to_read(store, store->path, 0);
    if (kind == TROUBLE_READ_ONLY) {
        connect_close(store);
        char *uri = immutable_uri(store->path);
        kind = open_to_read(store, uri, SQLITE_OPEN_URI);
        free(uri);
    }
    if (kind == TROUBLE_NONE) {
        note(store, TROUBLE_READ_ONLY, NULL);
        store->mode = STORE_READS;
        return true;
    }
    const char *why = strerror(sqlite3_system_errno(store->db) ? sqlite3_system_errno(store->db) : EACCES);
    connect_close(store);
    return give_up(store, kind == TROUBLE_READ_ONLY || kind == TROUBLE_DAMAGED ? TROUBLE_CLOSED : kind, why);
}

static bool make_folder(Store *store)
{
    char *folder = path_folder(store->path);
    const bool is_made = path_make_folder(folder);
    if (!is_made) {
        trouble_note(&store->troubles, TROUBLE_NO_FOLDER, folder, strerror(errno));
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
        return S_ISREG(found.st_mode) || give_up(store, TROUBLE_NO_FILE, NULL);
    }
    if (!make_folder(store)) {
        return false;
    }
    const int file = open(store->path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file >= 0) {
        close(file);
        return true;
    }
    const int why = errno;
    if (why == EEXIST) {
        return true;
    }
    if (why == ENOSPC || why == EDQUOT) {
        note(store, TROUBLE_FULL, NULL);
        return false;
    }
    return give_up(store, TROUBLE_CLOSED, strerror(why));
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

bool connect_put_aside(Store *store)
{
    let_close_write(store->db, false);
    connect_close(store);
    if (!claim_take(&store->claims, CLAIM_ASIDE)) {
        return false; /* another knead does it at this moment; the next call opens what it left */
    }
    bool is_done = true;
    if (!connect_was_moved(store)) {
        char *name = aside_put(store->path, store->now_s);
        is_done = name != NULL;
        if (is_done) {
            note(store, TROUBLE_DAMAGED, name);
        } else {
            give_up(store, TROUBLE_STUCK, strerror(errno));
        }
        free(name);
    }
    claim_give_back(&store->claims, CLAIM_ASIDE);
    return is_done;
}

/* One try. TROUBLE_NONE, or what stands against it. */
static TroubleKind try_once(Store *store)
{
    note_which_file(store);
    store->wal_pages = 0;
    const TroubleKind kind = open_to_write(store);
    if (kind == TROUBLE_NONE) {
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
    TroubleKind kind = try_once(store);
    if (kind == TROUBLE_DAMAGED) {
        if (!connect_put_aside(store) || !make_file(store)) {
            return false;
        }
        kind = try_once(store);
    }
    if (kind == TROUBLE_NONE) {
        return true;
    }
    if (kind == TROUBLE_READ_ONLY) {
        return fall_back_to_reading(store);
    }
    char *why = memory_copy_text(store->db ? sqlite3_errmsg(store->db) : "cannot be opened");
    connect_close(store);
    const bool may_pass = kind == TROUBLE_LOCKED || kind == TROUBLE_FULL || kind == TROUBLE_BROKEN;
    if (may_pass) {
        note(store, kind, why);
    } else {
        give_up(store, kind, why);
    }
    free(why);
    return false;
}
