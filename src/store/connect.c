/* SPDX-License-Identifier: MIT */
#include "store/connect.h"

#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/macros.h"
#include "base/memory.h"
#include "base/path.h"
#include "base/text.h"
#include "store/lock.h"
#include "store/migrate.h"
#include "store/problem.h"

enum {
    OPEN_WAIT_MS = 250,
    CHECK_WAIT_MS = 250,
    LOOKASIDE_SIZE = 256,
    LOOKASIDE_COUNT = 64,
    NAMES_TRIED = 100,
    CHUNK = 1 << 16,
};

/* SQLite's way to the system, but for its sleep. */
static struct {
    sqlite3_vfs ours, *theirs; /* theirs is NULL until ours is made */
    int left_us;
} patience;

/* A sleep that is not to be had is told as had: what it was for is tried again, and given up after so many times. */
static int sleep_while_patient(sqlite3_vfs *system, int us)
{
    (void)system;
    const int slept_us = MIN_OF(us, patience.left_us);
    patience.left_us -= slept_us;
    if (slept_us > 0)
        patience.theirs->xSleep(patience.theirs, slept_us);
    return us;
}

/* The name to open files under, so that their sleeps are counted; NULL, SQLite's own, where there is no way to. */
static const char *counted_system(void)
{
    if (patience.theirs)
        return patience.ours.zName;
    sqlite3_vfs *theirs = sqlite3_vfs_find(NULL);
    if (!theirs)
        return NULL;
    patience.ours = *theirs;
    patience.ours.pNext = NULL;
    patience.ours.zName = "knead";
    patience.ours.xSleep = sleep_while_patient;
    if (sqlite3_vfs_register(&patience.ours, 0) != SQLITE_OK)
        return NULL;
    patience.theirs = theirs;
    return patience.ours.zName;
}

void connect_wait_at_most(sqlite3 *db, int ms)
{
    patience.left_us = ms * 1000;
    sqlite3_busy_timeout(db, ms);
}

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
    connect_wait_at_most(db, patience_ms);
    sqlite3_db_config(db, SQLITE_DBCONFIG_LOOKASIDE, NULL, LOOKASIDE_SIZE, LOOKASIDE_COUNT);
    sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
}

/* SQLite does not keep the system's error of everything that it does; then errno still has it. */
static ProblemKind problem_of_call(const Store *store, int code)
{
    const int known = store->db ? sqlite3_system_errno(store->db) : 0;
    return problem_of_code(code, known ? known : errno);
}

static int open_file(Store *store, const char *name, int flags)
{
    errno = 0;
    const int code = sqlite3_open_v2(name, &store->db, flags | SQLITE_OPEN_NOMUTEX, counted_system());
    if (code == SQLITE_OK)
        configure(store->db, store->was_locked ? 0 : OPEN_WAIT_MS);
    return code;
}

static ProblemKind problem_of_migration(MigrateResult result, const Store *store)
{
    static const ProblemKind kinds[] = {
        [MIGRATE_CURRENT] = PROBLEM_NONE,        [MIGRATE_NEWER] = PROBLEM_NEWER,
        [MIGRATE_FOREIGN] = PROBLEM_FOREIGN,     [MIGRATE_OLDER] = PROBLEM_READ_ONLY,
        [MIGRATE_NO_BACKUP] = PROBLEM_NO_BACKUP,
    };
    return result == MIGRATE_FAILED ? problem_of_call(store, sqlite3_extended_errcode(store->db)) : kinds[result];
}

static ProblemKind open_to_write(Store *store)
{
    int code = open_file(store, store->path, SQLITE_OPEN_READWRITE);
    if (code != SQLITE_OK)
        return problem_of_call(store, code);
    if (sqlite3_db_readonly(store->db, "main") == 1)
        return PROBLEM_READ_ONLY;
    /* Looked at before anything is set: what belongs to others is not even put into another mode. */
    const MigrateResult look = migrate_look(store->db, migrate_change_count);
    if (look != MIGRATE_CURRENT && look != MIGRATE_OLDER)
        return problem_of_migration(look, store);
    code = sqlite3_exec(store->db, settings, NULL, NULL, NULL);
    code = code == SQLITE_OK ? sqlite3_exec(store->db, settings_to_write, NULL, NULL, NULL) : code;
    if (code != SQLITE_OK)
        return problem_of_call(store, code);
    sqlite3_wal_hook(store->db, count_pages, store);
    return problem_of_migration(migrate_up(store->db, migrate_changes, migrate_change_count), store);
}

/* The path as a URI, for the one thing that only a URI can say. */
static char *immutable_uri(const char *path)
{
    Text uri = {0};
    text_add(&uri, "file:");
    for (; *path; path++) {
        if (isalnum((unsigned char)*path) || strchr("/-_.~", *path))
            text_add_char(&uri, *path);
        else
            text_print(&uri, "%%%02X", (unsigned)(unsigned char)*path);
    }
    text_add(&uri, "?immutable=1");
    return text_detach(&uri);
}

static ProblemKind open_as_it_stands(Store *store, const char *name, int flags)
{
    const int code = open_file(store, name, SQLITE_OPEN_READONLY | flags);
    if (code != SQLITE_OK)
        return problem_of_call(store, code);
    const MigrateResult look = migrate_look(store->db, migrate_change_count);
    sqlite3_exec(store->db, settings, NULL, NULL, NULL);
    return problem_of_migration(look, store);
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
    if (store->mode != STORE_WRITES || store->obstacle != PROBLEM_FULL)
        return false;
    const bool is_open = open_to_read(store) == PROBLEM_NONE;
    if (!is_open)
        connect_close(store);
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
    if (stat(store->path, &found) == 0)
        return S_ISREG(found.st_mode) || give_up(store, PROBLEM_NO_FILE, NULL);
    if (!make_folder(store))
        return false;
    const int file = open(store->path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file >= 0) {
        close(file);
        return true;
    }
    if (errno == EEXIST && stat(store->path, &found) == 0)
        return true; /* another knead made it at this moment; a link that leads nowhere is not made */
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

/* The name is taken by making it, so that the rename can only replace an empty file of our own. */
static bool reserve(const char *path)
{
    const int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0)
        return false;
    close(file);
    return true;
}

static bool move_one(const char *path, const char *to, const char *suffix)
{
    char *from_name = memory_print("%s%s", path, suffix);
    char *to_name = memory_print("%s%s", to, suffix);
    bool is_moved = access(from_name, F_OK) != 0;
    if (!is_moved && reserve(to_name)) {
        is_moved = rename(from_name, to_name) == 0;
        if (!is_moved) {
            const int why = errno;
            unlink(to_name);
            errno = why;
        }
    }
    free(from_name);
    free(to_name);
    return is_moved;
}

/* Puts a damaged file away under a name that says when, with the two files that SQLite keeps beside it. Never
 * replaces a file that is there. The new name, to free(); NULL with errno where it cannot be renamed. */
static char *rename_damaged(const char *path, int64_t now_s)
{
    static const char *const companions[] = {"-wal", "-shm"};
    char stamp[32] = "";
    const time_t now = (time_t)now_s;
    struct tm local;
    if (!localtime_r(&now, &local) || strftime(stamp, sizeof(stamp), "%Y%m%d-%H%M%S", &local) == 0)
        snprintf(stamp, sizeof(stamp), "00000000-000000");
    for (int turn = 1; turn <= NAMES_TRIED; turn++) {
        char *name = turn == 1 ? memory_print("%s.damaged-%s", path, stamp)
                               : memory_print("%s.damaged-%s-%d", path, stamp, turn);
        if (move_one(path, name, "")) {
            for (size_t i = 0; i < ARRAY_LEN(companions); i++)
                move_one(path, name, companions[i]);
            return name;
        }
        free(name);
        if (errno != EEXIST)
            return NULL;
    }
    return NULL;
}

/* True where there is no such file too. False with errno. */
static bool can_be_read(const char *path)
{
    const int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file < 0)
        return errno == ENOENT;
    char *chunk = memory_new(CHUNK);
    ssize_t got;
    do
        got = read(file, chunk, CHUNK);
    while (got > 0 || (got < 0 && errno == EINTR));
    const int why = errno;
    free(chunk);
    close(file);
    errno = why;
    return got == 0;
}

static Verdict check(sqlite3 *db)
{
    sqlite3_stmt *statement = NULL;
    errno = 0; /* a read that fails is told as damage too, but leaves its reason here */
    int code = sqlite3_prepare_v2(db, "PRAGMA integrity_check(1)", -1, &statement, NULL);
    code = code == SQLITE_OK ? sqlite3_step(statement) : code;
    const bool has_failed = errno == EIO || errno == ENXIO;
    Verdict verdict = problem_of_code(code, 0) == PROBLEM_DAMAGED && !has_failed ? VERDICT_DAMAGED : VERDICT_UNKNOWN;
    if (code == SQLITE_ROW) {
        const char *answer = (const char *)sqlite3_column_text(statement, 0);
        verdict = answer && strcmp(answer, "ok") == 0 ? VERDICT_SOUND : has_failed ? VERDICT_UNKNOWN : VERDICT_DAMAGED;
    }
    sqlite3_finalize(statement);
    return verdict;
}

Verdict connect_judge(const char *path, char **why)
{
    char *log = memory_print("%s-wal", path);
    const bool is_read = can_be_read(path) && can_be_read(log);
    *why = is_read ? NULL : memory_copy_text(strerror(errno));
    free(log);
    if (!is_read)
        return VERDICT_UNKNOWN;
    sqlite3 *db = NULL;
    Verdict verdict = VERDICT_UNKNOWN;
    if (sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, counted_system()) == SQLITE_OK) {
        let_close_write(db, false);
        connect_wait_at_most(db, CHECK_WAIT_MS);
        verdict = check(db);
    }
    if (verdict == VERDICT_UNKNOWN)
        *why = memory_copy_text(db ? sqlite3_errmsg(db) : "out of memory");
    sqlite3_close_v2(db);
    return verdict;
}

static bool put_aside(Store *store)
{
    char *name = rename_damaged(store->path, store->now_s);
    if (!name)
        return give_up(store, PROBLEM_STUCK, strerror(errno));
    note(store, PROBLEM_DAMAGED, name);
    free(name);
    return true;
}

/* It may have been an error of the moment: opened anew at the next try, but not for ever. */
static bool doubt(Store *store, const char *why)
{
    note(store, PROBLEM_BROKEN, why);
    if (store->was_doubted)
        store->mode = STORE_OFF;
    store->was_doubted = true;
    return false;
}

static bool judge(Store *store)
{
    char *why = NULL;
    const Verdict verdict = connect_judge(store->path, &why);
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
    if (!lock_take(&store->locks, LOCK_QUARANTINE))
        return false; /* another knead does it at this moment; the next call opens what it left */
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
    if (!make_file(store))
        return false;
    ProblemKind kind = try_once(store);
    if (kind == PROBLEM_DAMAGED) {
        if (!connect_put_aside(store) || !make_file(store))
            return false;
        kind = try_once(store);
    }
    store->was_locked = kind == PROBLEM_LOCKED;
    if (kind == PROBLEM_NONE) {
        store->obstacle = PROBLEM_NONE;
        return true;
    }
    if (kind == PROBLEM_READ_ONLY)
        return fall_back_to_reading(store);
    char *why = memory_copy_text(store->db ? sqlite3_errmsg(store->db) : "cannot be opened");
    connect_close(store);
    const bool may_pass = kind == PROBLEM_LOCKED || kind == PROBLEM_FULL || kind == PROBLEM_BROKEN;
    if (may_pass)
        note(store, kind, why);
    else
        give_up(store, kind, why);
    free(why);
    return false;
}
