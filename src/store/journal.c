/* SPDX-License-Identifier: MIT */
#include "store/journal.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/path.h"
#include "base/text.h"
#include "store/json_lines.h"
#include "store/problem.h"
#include "store/sql.h"
#include "store/transaction.h"

enum { WRITTEN_AT_ONCE = 64 * 1024 };

static const char not_plain[] = "it is not a plain file";
static const char is_link[] = "it is a link; give the path of the file itself";

/* What the database says of the journal. */
typedef struct JournalState {
    int64_t size;    /* of the file, when it was last written */
    int64_t waiting; /* changes that are not in it */
    bool is_same;    /* the file that was written last is the one of now */
} JournalState;

static bool read_state(Store *store, const char *path, JournalState *state)
{
    sqlite3_stmt *rows = sql_ask(store, SQL_JOURNAL_STATE, NULL, 0);
    if (!rows || !sql_next(store, rows))
        return false;
    state->is_same = strcmp(sql_column_text(rows, 0), path) == 0;
    state->size = sqlite3_column_int64(rows, 1);
    state->waiting = sqlite3_column_int64(rows, 2);
    sql_done(rows);
    return true;
}

/* Whether the file has to be written in full. */
static bool is_new(const JournalState *state, int64_t size)
{
    return !state->is_same || size < state->size;
}

typedef struct Appending {
    const char *path;
    int file;
    int64_t size; /* of the file before */
    Text lines;   /* to be written */
    int why;      /* errno of a failed write; 0: none */
} Appending;

static bool flush(Appending *appending)
{
    const char *at = appending->lines.bytes;
    for (size_t left = appending->lines.length; left > 0 && appending->why == 0;) {
        const ssize_t written = write(appending->file, at, left);
        if (written > 0) {
            at += written;
            left -= (size_t)written;
        } else if (written < 0 && errno != EINTR) {
            appending->why = errno;
        }
    }
    text_clear(&appending->lines);
    return appending->why == 0;
}

static bool take_line(const char *line, size_t length, void *argument)
{
    Appending *appending = argument;
    text_add_span(&appending->lines, line, length);
    return appending->lines.length < WRITTEN_AT_ONCE || flush(appending);
}

/* A line that was cut off, by a power cut or by hand, must not swallow the next one. */
static void end_last_line(Appending *appending)
{
    char last = '\n';
    if (appending->size > 0 && pread(appending->file, &last, 1, (off_t)appending->size - 1) == 1 && last != '\n')
        text_add_char(&appending->lines, '\n');
}

static bool sync_file(Appending *appending)
{
    const bool is_synced = fsync(appending->file) == 0 || errno == EINVAL || errno == ENOTSUP;
    if (!is_synced)
        appending->why = errno;
    return is_synced;
}

/* Inside one transaction, so that no other knead writes at the same time. If the commit fails, the lines are written
 * once more the next time, which readers do not mind. */
static bool append_waiting(Store *store, void *argument)
{
    Appending *appending = argument;
    JournalState state;
    struct stat found;
    int64_t count = 0;
    if (fstat(appending->file, &found) != 0) {
        appending->why = errno;
        return false;
    }
    appending->size = (int64_t)found.st_size;
    text_clear(&appending->lines);
    if (!read_state(store, appending->path, &state) ||
        (is_new(&state, appending->size) && !sql_run(store, SQL_JOURNAL_QUEUE_ALL, NULL, 0)))
        return false;
    end_last_line(appending);
    const bool is_written = json_lines_give(store, JSON_LINES_WAITING, take_line, appending, &count) &&
                            flush(appending) && sync_file(appending) && fstat(appending->file, &found) == 0;
    if (!is_written && ftruncate(appending->file, (off_t)appending->size) != 0)
        return false; /* half a line stays there, and is ended before the next one */
    return is_written && sql_run(store, SQL_JOURNAL_CLEAR, NULL, 0) &&
           sql_run(store, SQL_JOURNAL_NOTE, SQL_VALUES(sql_text(appending->path), sql_number((int64_t)found.st_size)));
}

/* A device or a pipe is not even opened. The descriptor, or -1 and *why. */
static int open_journal(const char *path, const char **why)
{
    struct stat found;
    *why = not_plain;
    if (lstat(path, &found) == 0 && !S_ISREG(found.st_mode)) {
        *why = S_ISLNK(found.st_mode) ? is_link : not_plain;
        return -1;
    }
    const int file = open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY, 0600);
    if (file < 0)
        *why = strerror(errno);
    if (file < 0 || (fstat(file, &found) == 0 && S_ISREG(found.st_mode)))
        return file;
    close(file);
    return -1;
}

typedef struct JournalLack {
    const char *path;
    bool is_lacking;
} JournalLack;

static bool find_lack(Store *store, void *argument)
{
    JournalLack *lack = argument;
    JournalState state;
    struct stat found;
    if (!read_state(store, lack->path, &state))
        return false;
    lack->is_lacking = state.waiting > 0 || stat(lack->path, &found) != 0 || is_new(&state, (int64_t)found.st_size);
    return true;
}

void journal_append(Store *store)
{
    JournalLack lack = {.path = store->journal};
    const char *why;
    if (!store->journal || store->mode != STORE_WRITES || !transaction_read(store, find_lack, &lack) ||
        !lack.is_lacking)
        return;
    Appending appending = {.path = store->journal, .file = open_journal(store->journal, &why)};
    if (appending.file < 0) {
        problem_note(&store->problems, PROBLEM_JOURNAL, store->journal, why);
        return;
    }
    transaction_write(store, CARE_KILL, append_waiting, &appending);
    if (appending.why != 0)
        problem_note(&store->problems, PROBLEM_JOURNAL, store->journal, strerror(appending.why));
    close(appending.file);
    text_release(&appending.lines);
}

void journal_use(Store *store, const char *path)
{
    free(store->journal);
    store->journal = path ? path_expand(path) : NULL;
    if (path && !store->journal)
        problem_note(&store->problems, PROBLEM_JOURNAL, path, "a variable in its path has no value");
    journal_append(store);
}

typedef struct Waiting {
    const char *path;
    int64_t count;
} Waiting;

static bool count_waiting(Store *store, void *argument)
{
    Waiting *waiting = argument;
    JournalState state;
    struct stat found;
    if (!read_state(store, waiting->path, &state))
        return false;
    waiting->count = state.waiting;
    if (stat(waiting->path, &found) == 0 && !is_new(&state, (int64_t)found.st_size))
        return true;
    sqlite3_stmt *rows = sql_ask(store, SQL_JOURNAL_COUNT, NULL, 0);
    if (!rows || !sql_next(store, rows))
        return false;
    waiting->count = sqlite3_column_int64(rows, 0);
    sql_done(rows);
    return true;
}

int64_t journal_waiting(Store *store, const char *path)
{
    Waiting waiting = {.path = path};
    return transaction_read(store, count_waiting, &waiting) ? waiting.count : -1;
}

const char *journal_obstacle(const char *path)
{
    struct stat found;
    if (lstat(path, &found) == 0) {
        if (!S_ISREG(found.st_mode))
            return S_ISLNK(found.st_mode) ? is_link : not_plain;
        return access(path, R_OK | W_OK) == 0 ? NULL : strerror(errno);
    }
    if (errno != ENOENT)
        return strerror(errno);
    char *folder = path_folder(path);
    const char *why = access(folder, W_OK | X_OK) == 0 ? NULL : strerror(errno);
    free(folder);
    return why;
}
