/* SPDX-License-Identifier: MIT */
/* Reads and writes whole files. Reading has a size limit. Writing goes to a temporary file that is then renamed, so
 * that a reader, a crash or a full disk never leaves half a file. */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What a file looks like from outside, to tell whether it may have another text than when it was read. Zeroed it is
 * that of no file. */
typedef struct FileStamp {
    int64_t changed_ns; /* last change of content, name or mode (st_ctime), in ns since 1970 */
    int64_t size;
    uint64_t number, device;
    bool is_young; /* changed less than 20 ms ago: another change might leave the same stamp */
} FileStamp;

/* The stamp of what stands at a path now. To be taken before the file is read. */
FileStamp file_stamp_of(const char *path);

/* Whether the file has certainly not changed. False if `before` was young, as a change may then be invisible. */
bool file_stamp_is_same(const FileStamp *before, const FileStamp *now);

typedef enum FileResult {
    FILE_READ,
    FILE_MISSING,   /* no such file */
    FILE_TOO_LARGE, /* longer than the limit */
    FILE_FAILED,    /* errno says why; a folder, device or pipe is EINVAL */
} FileResult;

/* Reads all of a regular file, at most `limit` bytes. The caller frees *bytes, which ends in a zero byte that *length
 * does not count. *bytes is NULL unless the result is FILE_READ. Never blocks on a pipe or a device. */
FileResult file_read(const char *path, size_t limit, char **bytes, size_t *length);

/* The same, and sets *stamp as it was before reading; zeroed if the file cannot be opened. */
FileResult file_read_stamped(const char *path, size_t limit, char **bytes, size_t *length, FileStamp *stamp);

/* The same from an open descriptor, read to its end. It may be a pipe or a terminal (standard input); waits for
 * data. */
FileResult file_read_descriptor(int descriptor, size_t limit, char **bytes, size_t *length);

/* Replaces or creates a file, whole or not at all, and flushes it to disk. An existing file keeps its mode. If `path`
 * is a symbolic link, the file it points to is replaced and the link stays. False with errno; then nothing has changed.
 * The temporary file is hidden and beside the target; one left by an interrupted write is removed by the next write. */
bool file_write(const char *path, const char *bytes, size_t length);

/* The same, but a new file is readable and writable by its owner only (0600). */
bool file_write_private(const char *path, const char *bytes, size_t length);

/* The same for a text that is never whole in memory: `fill` adds it piece by piece with file_sink_add. Both return
 * false with errno. If `fill` returns false, nothing has changed. */
typedef struct FileSink FileSink;
typedef bool FileFill(FileSink *sink, void *argument);
bool file_write_filled(const char *path, FileFill *fill, void *argument);
bool file_sink_add(FileSink *sink, const char *bytes, size_t length);

/* Creates a new file, whole or not at all. False with errno; EEXIST if anything of that name exists. */
bool file_create(const char *path, const char *bytes, size_t length);

#endif
