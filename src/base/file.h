/* SPDX-License-Identifier: MIT */
/* Files as a whole: read with a limit, written by a temporary file and a rename so that a reader, a crash or a full
 * disk never sees half of one. */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What a file looks like from outside, to tell whether it may have another text than when it was read. Zeroed it is that of
 * no file. */
typedef struct FileStamp {
    int64_t changed_ns; /* of its text, its name or its rights */
    int64_t size;
    uint64_t number, device;
    bool is_young; /* it had only just changed: one more change may have left no trace */
} FileStamp;

/* The stamp of what stands at a path now. To be taken before the file is read. */
FileStamp file_stamp_of(const char *path);

/* Whether the file is surely still what it was. */
bool file_stamp_is_same(const FileStamp *before, const FileStamp *now);

typedef enum FileResult {
    FILE_READ,
    FILE_MISSING,   /* no such file */
    FILE_TOO_LARGE, /* longer than the limit */
    FILE_FAILED,    /* errno says why; a folder, device or pipe is EINVAL */
} FileResult;

/* Reads all of a regular file, at most `limit` bytes. *bytes is the caller's to free() and ends in a zero byte that
 * *length does not count; NULL unless FILE_READ. Never blocks on a pipe or a device. */
FileResult file_read(const char *path, size_t limit, char **bytes, size_t *length);

/* The same, and what the file looked like before it was read; zeroed where there is none. */
FileResult file_read_stamped(const char *path, size_t limit, char **bytes, size_t *length, FileStamp *stamp);

/* The same from an open descriptor that may be a pipe or a terminal (standard input). */
FileResult file_read_descriptor(int descriptor, size_t limit, char **bytes, size_t *length);

/* Replaces or makes a file, whole or not at all, flushed to disk; its mode is kept, and a link to it stays one. False
 * with errno, and nothing has changed then. A hidden file that a write left when it was cut off is gone at the next. */
bool file_write(const char *path, const char *bytes, size_t length);

/* The same; one that was not there is its owner's alone. */
bool file_write_private(const char *path, const char *bytes, size_t length);

/* Makes a file that is not there yet, whole or not at all. False with errno, EEXIST where there is anything of that
 * name. */
bool file_create(const char *path, const char *bytes, size_t length);

#endif
