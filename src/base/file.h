/* SPDX-License-Identifier: MIT */
/* Files as a whole: read with a limit, written by a temporary file and a rename so that a reader, a crash or a full
 * disk never sees half of one. */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/file_stamp.h"

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
