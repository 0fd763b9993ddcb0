/* SPDX-License-Identifier: MIT */
#include "store/other_journals.h"

#include <errno.h>
#include <fcntl.h>
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/macros.h"
#include "base/memory.h"
#include "base/path.h"
#include "base/text.h"
#include "base/utf8.h"
#include "store/sql.h"
#include "store/transaction.h"
#include "store/transfer.h"

enum {
    FILES_MOST = 500,
    FILE_BYTES_MOST = 256 << 20,
    DAMAGED_MOST = 1000, /* in one reading: then it is no journal */
    TOLD_MOST = 5,       /* damaged lines of one file */
    MARK_BYTES = 4096,
};

static const char not_plain[] = "it is not a plain file";

char *other_journals_words(const char *file, int64_t line, const char *what)
{
    Text words = {0};
    text_add(&words, line > 0 ? "" : "A journal cannot be read in full: ");
    utf8_clean_line(&words, file, strlen(file));
    if (line > 0)
        text_print(&words, ":%lld: this line of a journal is damaged and was passed over", (long long)line);
    text_add(&words, line > 0 ? ": " : " (");
    utf8_clean_line(&words, what, strlen(what));
    text_add(&words, line > 0 ? "." : ").");
    return text_detach(&words);
}

/* Files that fit. */

typedef struct PathList {
    char **items;
    size_t count, capacity;
} PathList;

static void add_path(PathList *paths, const char *path)
{
    for (size_t i = 0; i < paths->count; i++) {
        if (strcmp(paths->items[i], path) == 0)
            return;
    }
    if (paths->count == FILES_MOST)
        return;
    paths->items = memory_grow(paths->items, &paths->capacity, paths->count + 1, sizeof *paths->items);
    paths->items[paths->count++] = memory_copy_text(path);
}

static void release_paths(PathList *paths)
{
    for (size_t i = 0; i < paths->count; i++)
        free(paths->items[i]);
    free(paths->items);
}

/* Folders that fit are passed over. A path that exists as it is written needs no pattern. */
static void add_matches(PathList *paths, const char *pattern)
{
    struct stat found;
    glob_t matches = {0};
    if (stat(pattern, &found) == 0) {
        if (!S_ISDIR(found.st_mode))
            add_path(paths, pattern);
        return;
    }
    if (glob(pattern, GLOB_MARK, NULL, &matches) == 0) {
        for (size_t i = 0; i < matches.gl_pathc; i++) {
            const char *path = matches.gl_pathv[i];
            if (path[strlen(path) - 1] != '/')
                add_path(paths, path);
        }
    }
    globfree(&matches);
}

/* All but `own`. *unknown is the first pattern with a variable that has no value, or NULL. */
static PathList find_paths(JournalPatterns patterns, const char *own, const char **unknown)
{
    PathList all = {0}, paths = {0};
    *unknown = NULL;
    for (size_t i = 0; i < patterns.count; i++) {
        char *pattern = path_expand(patterns.items[i]);
        if (pattern)
            add_matches(&all, pattern);
        else if (!*unknown)
            *unknown = patterns.items[i];
        free(pattern);
    }
    for (size_t i = 0; i < all.count; i++) {
        if (!own || (strcmp(all.items[i], own) != 0 && !path_is_same(all.items[i], own)))
            add_path(&paths, all.items[i]);
    }
    release_paths(&all);
    return paths;
}

bool other_journals_are_there(JournalPatterns patterns)
{
    const char *unknown;
    PathList paths = find_paths(patterns, NULL, &unknown);
    const bool is_there = paths.count > 0;
    release_paths(&paths);
    return is_there;
}

/* One file. */

/* How far a file was read, and what it was then. */
typedef struct Progress {
    int64_t size, changed_ns, inode;
    int64_t offset, lines; /* what was read */
    int64_t mark;          /* a sum of the bytes at the start and before the offset */
    int64_t damaged;       /* lines */
    int64_t is_cut;        /* 1: so is what stands behind the last line's end */
    int64_t read_s;
} Progress;

typedef struct DamagedLine {
    int64_t line;
    char *what;
} DamagedLine;

typedef struct FileWork {
    const char *path;
    int64_t now_s;
    FILE *file;
    Progress now; /* size, time and inode of the open file */
    DamagedLine told[TOLD_MOST];
    int64_t damaged; /* in this reading */
    int read_error;
} FileWork;

static bool find_progress(Store *store, const char *path, Progress *progress)
{
    sqlite3_stmt *rows = sql_ask(store, SQL_JOURNALS_FIND, SQL_VALUES(sql_text(path)));
    *progress = (Progress){0};
    if (rows && sql_next(store, rows)) {
        int64_t *const numbers[] = {&progress->size,    &progress->changed_ns, &progress->inode,
                                    &progress->offset,  &progress->lines,      &progress->mark,
                                    &progress->damaged, &progress->is_cut,     &progress->read_s};
        for (size_t i = 0; i < ARRAY_LEN(numbers); i++)
            *numbers[i] = sqlite3_column_int64(rows, (int)i);
        sql_done(rows);
    }
    return rows && store->failure == SQLITE_OK;
}

static bool put_progress(Store *store, const char *path, const Progress *progress)
{
    return sql_run(store, SQL_JOURNALS_PUT,
                   SQL_VALUES(sql_text(path), sql_number(progress->size), sql_number(progress->changed_ns),
                              sql_number(progress->inode), sql_number(progress->offset), sql_number(progress->lines),
                              sql_number(progress->mark), sql_number(progress->damaged), sql_number(progress->is_cut),
                              sql_number(progress->read_s)));
}

static bool is_unchanged(const Progress *before, const Progress *now)
{
    return before->size == now->size && before->changed_ns == now->changed_ns && before->inode == now->inode;
}

static uint64_t add_to_sum(uint64_t sum, int file, int64_t from, int64_t to)
{
    unsigned char bytes[MARK_BYTES];
    const ssize_t count = pread(file, bytes, (size_t)(to - from), (off_t)from);
    for (ssize_t i = 0; i < count; i++)
        sum = (sum ^ bytes[i]) * UINT64_C(0x100000001B3);
    return sum;
}

/* By which a file that was replaced by another one is told from one that has grown. */
static int64_t mark_of(int file, int64_t offset)
{
    uint64_t sum = UINT64_C(0xCBF29CE484222325);
    sum = add_to_sum(sum, file, 0, MIN_OF(offset, MARK_BYTES));
    sum = add_to_sum(sum, file, MAX_OF(offset - MARK_BYTES, 0), offset);
    return (int64_t)(sum >> 1);
}

static void forget_told(FileWork *work)
{
    for (size_t i = 0; i < ARRAY_LEN(work->told); i++) {
        free(work->told[i].what);
        work->told[i] = (DamagedLine){0};
    }
    work->damaged = 0;
}

static void note_damaged(int64_t line, const char *what, void *argument)
{
    FileWork *work = argument;
    if (work->damaged < TOLD_MOST)
        work->told[work->damaged] = (DamagedLine){line, memory_copy_text(what)};
    work->damaged++;
}

static bool hold_queue(Store *store, bool is_held)
{
    return sql_run(store, SQL_JOURNAL_HOLD, SQL_VALUES(sql_number(is_held)));
}

/* Reads from where it was read to, or from the start if it is another file now. What comes from other machines does not
 * go into the journal of this one. */
static bool take_file(Store *store, void *argument)
{
    FileWork *work = argument;
    Progress progress;
    ImportCount count = {0};
    forget_told(work);
    if (!find_progress(store, work->path, &progress))
        return false;
    const bool is_grown = progress.offset <= work->now.size &&
                          progress.mark == mark_of(fileno(work->file), progress.offset);
    TransferReading reading = {.file = work->file,
                               .problem = note_damaged,
                               .argument = work,
                               .count = &count,
                               .offset = is_grown ? progress.offset : 0,
                               .lines = is_grown ? progress.lines : 0,
                               .refused_most = DAMAGED_MOST,
                               .stops_at_running = true};
    const bool is_read = fseeko(work->file, (off_t)reading.offset, SEEK_SET) == 0 && hold_queue(store, true) &&
                         transfer_read(store, &reading) && hold_queue(store, false);
    work->read_error = reading.read_error;
    if (!is_read)
        return false;
    work->now.offset = reading.offset;
    work->now.lines = reading.lines;
    work->now.mark = mark_of(fileno(work->file), reading.offset);
    work->now.damaged = (is_grown ? progress.damaged : 0) + count.refused - reading.is_cut;
    work->now.is_cut = reading.is_cut;
    work->now.read_s = work->now_s;
    if (reading.has_running)
        work->now.size = -1; /* it is read on at the next start, changed or not */
    return put_progress(store, work->path, &work->now);
}

/* The open file, or NULL and *why. Pipes and devices are not opened: they could wait, or never end. */
static FILE *open_other(const char *path, struct stat *found, const char **why)
{
    *why = not_plain;
    if (stat(path, found) == 0 && !S_ISREG(found->st_mode))
        return NULL;
    const int file = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (file < 0) {
        *why = strerror(errno);
        return NULL;
    }
    const bool is_plain = fstat(file, found) == 0 && S_ISREG(found->st_mode);
    const bool is_small = is_plain && found->st_size <= FILE_BYTES_MOST;
    *why = is_plain ? "it has more than 256 MB" : not_plain;
    FILE *stream = is_small ? fdopen(file, "r") : NULL;
    if (!stream)
        close(file);
    return stream;
}

static Progress progress_of(const struct stat *found)
{
#if defined(__APPLE__)
    const struct timespec changed = found->st_mtimespec;
#else
    const struct timespec changed = found->st_mtim;
#endif
    return (Progress){.size = (int64_t)found->st_size,
                      .changed_ns = (int64_t)changed.tv_sec * 1000000000 + changed.tv_nsec,
                      .inode = (int64_t)found->st_ino};
}

typedef struct Question {
    const char *path;
    Progress progress;
} Question;

static bool ask_progress(Store *store, void *argument)
{
    Question *question = argument;
    return find_progress(store, question->path, &question->progress);
}

static void tell_damaged(const FileWork *work, OtherJournalsProblem *problem, void *argument)
{
    for (int64_t i = 0; i < work->damaged && i < TOLD_MOST; i++)
        problem(work->path, work->told[i].line, work->told[i].what, argument);
    if (work->damaged > TOLD_MOST) {
        char *more = memory_print("%lld more lines are damaged%s", (long long)(work->damaged - TOLD_MOST),
                                  work->damaged >= DAMAGED_MOST ? "; the rest is not read" : "");
        problem(work->path, 0, more, argument);
        free(more);
    }
}

static bool take_one(Store *store, const char *path, int64_t now_s, OtherJournalsProblem *problem, void *argument)
{
    struct stat found;
    const char *why;
    FILE *file = open_other(path, &found, &why);
    if (!file) {
        if (!path_is_missing(path)) /* else it was taken away at this moment */
            problem(path, 0, why, argument);
        return true;
    }
    FileWork work = {.path = path, .now_s = now_s, .file = file, .now = progress_of(&found)};
    Question question = {.path = path};
    bool is_taken = transaction_read(store, ask_progress, &question);
    if (is_taken && !is_unchanged(&question.progress, &work.now)) {
        is_taken = transaction_write(store, CARE_KILL, take_file, &work);
        if (is_taken)
            tell_damaged(&work, problem, argument);
        else if (work.read_error != 0)
            problem(path, 0, strerror(work.read_error), argument);
    }
    forget_told(&work);
    fclose(file);
    return is_taken || work.read_error != 0;
}

bool other_journals_take_in(Store *store, JournalPatterns patterns, int64_t now_s, OtherJournalsProblem *problem,
                            void *argument)
{
    const char *unknown;
    PathList paths = find_paths(patterns, store->journal, &unknown);
    bool is_taken = store->mode == STORE_WRITES;
    if (unknown)
        problem(unknown, 0, "a variable in this path has no value", argument);
    for (size_t i = 0; i < paths.count && is_taken; i++)
        is_taken = take_one(store, paths.items[i], now_s, problem, argument);
    release_paths(&paths);
    return is_taken;
}

/* What knead doctor shows. */

static OtherJournal describe(Store *store, const char *path)
{
    Question question = {.path = path};
    struct stat found;
    OtherJournal journal = {.path = memory_copy_text(path)};
    FILE *file = open_other(path, &found, &journal.obstacle);
    if (file) {
        fclose(file);
        journal.obstacle = NULL;
    }
    if (store && transaction_read(store, ask_progress, &question)) {
        journal.read_s = question.progress.read_s;
        journal.lines = question.progress.lines;
        journal.damaged = question.progress.damaged + question.progress.is_cut;
    }
    return journal;
}

OtherJournalList other_journals_list(Store *store, JournalPatterns patterns, const char *own)
{
    OtherJournalList list = {0};
    const char *unknown;
    PathList paths = find_paths(patterns, own, &unknown);
    for (size_t i = 0; i < paths.count; i++) {
        list.items = memory_grow(list.items, &list.capacity, list.count + 1, sizeof *list.items);
        list.items[list.count++] = describe(store, paths.items[i]);
    }
    release_paths(&paths);
    return list;
}

void other_journals_release(OtherJournalList *list)
{
    for (size_t i = 0; i < list->count; i++)
        free(list->items[i].path);
    free(list->items);
    *list = (OtherJournalList){0};
}
