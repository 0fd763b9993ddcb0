/* SPDX-License-Identifier: MIT */
#include "store/quarantine.h"

#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/macros.h"
#include "base/memory.h"
#include "store/wait_limit.h"

enum { NAMES_TRIED = 100 };

/* The name is taken by making it, so that the rename can only replace an empty file of our own. */
static bool reserve(const char *path)
{
    const int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0) {
        return false;
    }
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

char *quarantine_put(const char *path, int64_t now_s)
{
    static const char *const companions[] = {"-wal", "-shm"};
    char stamp[32] = "";
    const time_t now = (time_t)now_s;
    struct tm local;
    if (!localtime_r(&now, &local) || strftime(stamp, sizeof(stamp), "%Y%m%d-%H%M%S", &local) == 0) {
        snprintf(stamp, sizeof(stamp), "00000000-000000");
    }
    for (int turn = 1; turn <= NAMES_TRIED; turn++) {
        char *name = turn == 1 ? memory_print("%s.damaged-%s", path, stamp)
                               : memory_print("%s.damaged-%s-%d", path, stamp, turn);
        if (move_one(path, name, "")) {
            for (size_t i = 0; i < ARRAY_LEN(companions); i++) {
                move_one(path, name, companions[i]);
            }
            return name;
        }
        free(name);
        if (errno != EEXIST) {
            return NULL;
        }
    }
    return NULL;
}

enum { CHUNK = 1 << 16, CHECK_WAIT_MS = 250 };

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

static bool is_damage(int code)
{
    const int kind = code & 0xff;
    return kind == SQLITE_CORRUPT || kind == SQLITE_NOTADB || kind == SQLITE_FORMAT;
}

static Verdict check(sqlite3 *db)
{
    sqlite3_stmt *statement = NULL;
    errno = 0; /* a read that fails is told as damage too, but leaves its reason here */
    int code = sqlite3_prepare_v2(db, "PRAGMA integrity_check(1)", -1, &statement, NULL);
    code = code == SQLITE_OK ? sqlite3_step(statement) : code;
    const bool has_failed = errno == EIO || errno == ENXIO;
    Verdict verdict = is_damage(code) && !has_failed ? VERDICT_DAMAGED : VERDICT_UNKNOWN;
    if (code == SQLITE_ROW) {
        const char *answer = (const char *)sqlite3_column_text(statement, 0);
        verdict = answer && strcmp(answer, "ok") == 0 ? VERDICT_SOUND : has_failed ? VERDICT_UNKNOWN : VERDICT_DAMAGED;
    }
    sqlite3_finalize(statement);
    return verdict;
}

Verdict quarantine_of(const char *path, char **why)
{
    char *log = memory_print("%s-wal", path);
    const bool is_read = can_be_read(path) && can_be_read(log);
    *why = is_read ? NULL : memory_copy_text(strerror(errno));
    free(log);
    if (!is_read)
        return VERDICT_UNKNOWN;
    sqlite3 *db = NULL;
    Verdict verdict = VERDICT_UNKNOWN;
    if (sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, wait_limit_system()) == SQLITE_OK) {
        sqlite3_db_config(db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
        wait_limit_set(db, CHECK_WAIT_MS);
        verdict = check(db);
    }
    if (verdict == VERDICT_UNKNOWN)
        *why = memory_copy_text(db ? sqlite3_errmsg(db) : "out of memory");
    sqlite3_close_v2(db);
    return verdict;
}
