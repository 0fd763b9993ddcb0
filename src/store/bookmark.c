/* SPDX-License-Identifier: MIT */
#include "store/bookmark.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/memory.h"

/* As it lies in the file. Only the machine that wrote it reads it: its own byte order. */
typedef struct Record {
    uint64_t kind;
    Bookmark bookmark;
    uint64_t sum;
} Record;

static const uint64_t KIND = 0x31656361646e6b02u; /* with the layout's number */

static uint64_t sum_of(const Bookmark *mark)
{
    const int64_t numbers[] = {mark->step, mark->into_ms, mark->length_ms, mark->worked_ms, mark->position,
                               mark->side, mark->held_ms, mark->kept_s,    mark->stopped};
    uint64_t sum = KIND;
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        sum = (sum ^ (uint64_t)numbers[i]) * 0x9E3779B97F4A7C15u;
    return sum;
}

static char *path_of(const char *records, int64_t session)
{
    return memory_print("%s.%lld.mark", records, (long long)session);
}

void bookmark_file_init(BookmarkFile *marks)
{
    *marks = (BookmarkFile){.file = -1};
}

void bookmark_file_open(BookmarkFile *marks, const char *records, int64_t session)
{
    bookmark_file_close(marks);
    marks->path = path_of(records, session);
    marks->file = open(marks->path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
}

void bookmark_file_close(BookmarkFile *marks)
{
    if (marks->file >= 0)
        close(marks->file);
    free(marks->path);
    bookmark_file_init(marks);
}

void bookmark_file_drop(BookmarkFile *marks)
{
    if (marks->path)
        unlink(marks->path);
    bookmark_file_close(marks);
}

bool bookmark_write(const BookmarkFile *marks, const Bookmark *mark)
{
    const Record record = {KIND, *mark, sum_of(mark)};
    return marks->file >= 0 && pwrite(marks->file, &record, sizeof record, 0) == (ssize_t)sizeof record;
}

void bookmark_clear(const BookmarkFile *marks)
{
    const Record none = {0};
    if (marks->file >= 0 && pwrite(marks->file, &none, sizeof none, 0) < 0)
        return; /* an old bookmark never wins over a newer row */
}

bool bookmark_read(const char *records, int64_t session, Bookmark *mark)
{
    char *path = path_of(records, session);
    const int file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    free(path);
    if (file < 0)
        return false;
    Record record;
    const bool is_whole = read(file, &record, sizeof record) == (ssize_t)sizeof record && record.kind == KIND &&
                          record.sum == sum_of(&record.bookmark);
    close(file);
    if (is_whole)
        *mark = record.bookmark;
    return is_whole;
}

bool bookmark_read_later(const char *records, int64_t session, Bookmark *place)
{
    Bookmark mark;
    const bool is_later = bookmark_read(records, session, &mark) && mark.worked_ms >= place->worked_ms;
    if (is_later)
        *place = mark;
    return is_later;
}

void bookmark_remove(const char *records, int64_t session)
{
    char *path = path_of(records, session);
    unlink(path);
    free(path);
}
