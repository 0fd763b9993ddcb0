/* SPDX-License-Identifier: MIT */
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/macros.h"
#include "base/memory.h"
#include "base/path.h"

enum { FIRST_ROOM = 4096, MOST_TRIES = 100 };

/* read() that waits for a descriptor that does not, and takes no signal for an error. */
static ssize_t read_some(int descriptor, char *bytes, size_t room)
{
    for (;;) {
        ssize_t got = read(descriptor, bytes, room);
        if (got >= 0 || (errno != EINTR && errno != EAGAIN && errno != EWOULDBLOCK))
            return got;
        if (errno != EINTR) {
            struct pollfd readable = {.fd = descriptor, .events = POLLIN};
            poll(&readable, 1, -1);
        }
    }
}

/* `room` is what is expected, one byte more for the end to show. */
static FileResult read_all(int descriptor, size_t room, size_t limit, char **bytes, size_t *length)
{
    char *all = NULL;
    size_t capacity = 0, used = 0;
    ssize_t got;
    do {
        all = memory_grow(all, &capacity, used + room + 1, 1);
        /* Never more than one byte above the limit: that is how a longer file shows. */
        got = read_some(descriptor, all + used, MIN_OF(capacity - used - 1, limit - used + 1));
        used += (size_t)MAX_OF(got, 0);
        room = FIRST_ROOM;
    } while (got > 0 && used <= limit);

    if (got < 0 || used > limit) {
        int why = errno;
        free(all);
        errno = why;
        return got < 0 ? FILE_FAILED : FILE_TOO_LARGE;
    }
    all[used] = '\0';
    *bytes = all;
    *length = used;
    return FILE_READ;
}

FileResult file_read(const char *path, size_t limit, char **bytes, size_t *length)
{
    *bytes = NULL;
    *length = 0;
    int descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (descriptor < 0)
        return errno == ENOENT || errno == ENOTDIR ? FILE_MISSING : FILE_FAILED;

    struct stat status;
    FileResult result = FILE_FAILED;
    if (fstat(descriptor, &status) == 0) {
        if (!S_ISREG(status.st_mode))
            errno = EINVAL;
        else if (status.st_size > 0 && (uintmax_t)status.st_size > limit)
            result = FILE_TOO_LARGE;
        else
            result = read_all(descriptor, (size_t)status.st_size + 1, limit, bytes, length);
    }
    int why = errno;
    close(descriptor);
    errno = why;
    return result;
}

FileResult file_read_descriptor(int descriptor, size_t limit, char **bytes, size_t *length)
{
    *bytes = NULL;
    *length = 0;
    return read_all(descriptor, FIRST_ROOM, limit, bytes, length);
}

static bool write_all(int descriptor, const char *bytes, size_t length)
{
    while (length > 0) {
        ssize_t written = write(descriptor, bytes, length);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        bytes += written;
        length -= (size_t)written;
    }
    return true;
}

/* A new file beside the one at `path`; *name is the caller's. */
static int open_beside(const char *path, char **name)
{
    char *folder = path_folder(path);
    int descriptor = -1;
    *name = NULL;
    for (int attempt = 0; attempt < MOST_TRIES && descriptor < 0; attempt++) {
        free(*name);
        *name = memory_print("%s/.%s.%ld-%d", folder, path_base(path), (long)getpid(), attempt);
        descriptor = open(*name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (descriptor < 0 && errno != EEXIST)
            break;
    }
    int why = errno;
    free(folder);
    errno = why;
    return descriptor;
}

/* So that the new name is on the disk too. Not every file system can: then there is nothing to be done. */
static void flush_folder(const char *path)
{
    char *folder = path_folder(path);
    int descriptor = open(folder, O_RDONLY | O_CLOEXEC);
    if (descriptor >= 0) {
        fsync(descriptor);
        close(descriptor);
    }
    free(folder);
}

static bool replace(const char *path, const char *bytes, size_t length)
{
    char *beside;
    int descriptor = open_beside(path, &beside);
    bool is_done = false;
    if (descriptor >= 0) {
        struct stat old;
        bool keeps_mode = stat(path, &old) != 0 || fchmod(descriptor, old.st_mode & 07777) == 0;
        is_done = keeps_mode && write_all(descriptor, bytes, length) && fsync(descriptor) == 0;
        int why = errno;
        if (close(descriptor) != 0)
            is_done = false;
        else
            errno = why;
        is_done = is_done && rename(beside, path) == 0;
        why = errno;
        if (is_done)
            flush_folder(path);
        else
            unlink(beside);
        errno = why;
    }
    int why = errno;
    free(beside);
    errno = why;
    return is_done;
}

bool file_write(const char *path, const char *bytes, size_t length)
{
    /* What a link points at is replaced, not the link. */
    char *real = realpath(path, NULL);
    bool is_done = replace(real ? real : path, bytes, length);
    int why = errno;
    free(real);
    errno = why;
    return is_done;
}
