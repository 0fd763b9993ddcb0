/* SPDX-License-Identifier: MIT */
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/macros.h"
#include "base/memory.h"
#include "base/path.h"

enum { FIRST_ROOM = 4096, MOST_TRIES = 100, LONGEST_STEM = 200 };

enum { SINK_SIZE = 1 << 16 };
enum { SHARED = 0666, PRIVATE = 0600 }; /* of new files, before the umask */

static const int64_t second_ns = 1000000000;
static const int64_t young_ns = 20000000; /* a system's clock for files may stand still for half of that */

static int64_t in_ns(struct timespec time)
{
    return (int64_t)time.tv_sec * second_ns + time.tv_nsec;
}

static bool is_young(int64_t changed_ns)
{
    struct timespec now;
    if (clock_gettime(CLOCK_REALTIME, &now) != 0)
        return true;
    const int64_t age_ns = in_ns(now) - changed_ns;
    return age_ns < young_ns && age_ns > -young_ns;
}

static FileStamp make_stamp(const struct stat *status)
{
#if defined(__APPLE__)
    const int64_t changed_ns = in_ns(status->st_ctimespec);
#else
    const int64_t changed_ns = in_ns(status->st_ctim);
#endif
    return (FileStamp){changed_ns, (int64_t)status->st_size, (uint64_t)status->st_ino, (uint64_t)status->st_dev,
                       is_young(changed_ns)};
}

FileStamp file_stamp_of(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 ? make_stamp(&status) : (FileStamp){0};
}

static FileStamp stamp_of_descriptor(int descriptor)
{
    struct stat status;
    return fstat(descriptor, &status) == 0 ? make_stamp(&status) : (FileStamp){0};
}

bool file_stamp_is_same(const FileStamp *before, const FileStamp *now)
{
    return !before->is_young && before->changed_ns == now->changed_ns && before->size == now->size &&
           before->number == now->number && before->device == now->device;
}

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

/* The whole of a regular file; a pipe or a device is not so much as read from. */
static FileResult read_regular(int descriptor, size_t limit, char **bytes, size_t *length)
{
    struct stat status;
    if (fstat(descriptor, &status) != 0)
        return FILE_FAILED;
    if (!S_ISREG(status.st_mode)) {
        errno = EINVAL;
        return FILE_FAILED;
    }
    if (status.st_size > 0 && (uintmax_t)status.st_size > limit)
        return FILE_TOO_LARGE;
    return read_all(descriptor, (size_t)status.st_size + 1, limit, bytes, length);
}

static FileResult read_path(const char *path, size_t limit, char **bytes, size_t *length, FileStamp *stamp)
{
    *bytes = NULL;
    *length = 0;
    int descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (descriptor < 0)
        return errno == ENOENT || errno == ENOTDIR ? FILE_MISSING : FILE_FAILED;
    if (stamp)
        *stamp = stamp_of_descriptor(descriptor);
    FileResult result = read_regular(descriptor, limit, bytes, length);
    int why = errno;
    close(descriptor);
    errno = why;
    return result;
}

FileResult file_read(const char *path, size_t limit, char **bytes, size_t *length)
{
    return read_path(path, limit, bytes, length, NULL);
}

FileResult file_read_stamped(const char *path, size_t limit, char **bytes, size_t *length, FileStamp *stamp)
{
    *stamp = (FileStamp){0};
    return read_path(path, limit, bytes, length, stamp);
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

static bool is_still_at(int descriptor, const char *path)
{
    struct stat ours, there;
    return fstat(descriptor, &ours) == 0 && stat(path, &there) == 0 && ours.st_ino == there.st_ino &&
           ours.st_dev == there.st_dev;
}

/* Whether a file that was opened at a path is there still, under no other name: one that was killed between giving a
 * new file its name and taking this one away has left both, and writing here would write there. */
static bool is_alone_at(int descriptor, const char *path)
{
    struct stat ours;
    if (!is_still_at(descriptor, path) || fstat(descriptor, &ours) != 0)
        return false;
    if (ours.st_nlink > 1)
        unlink(path);
    return ours.st_nlink == 1;
}

/* A file beside the one at `path`, empty and locked; *name is the caller's. It always has the same name, so that
 * what a write left there that was cut off is gone at the next, and a hidden one, so that nothing takes it for a
 * routine. A lock goes with the process that holds it. Another program that writes there is waited for, up to a second:
 * it may be stopped. */
static int open_beside(const char *path, mode_t mode, char **name)
{
    char *folder = path_folder(path);
    *name = memory_print("%s/.%.*s.new", folder, LONGEST_STEM, path_base(path));
    free(folder);
    for (int tries = 0; tries < MOST_TRIES; tries++) {
        static const struct timespec pause = {.tv_nsec = 10000000};
        struct flock whole = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
        int descriptor = open(*name, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, mode);
        if (descriptor < 0)
            return -1;
        const bool is_taken = fcntl(descriptor, F_SETLK, &whole) != 0 && (errno == EACCES || errno == EAGAIN);
        if (is_taken) /* any other failure: not every file system has locks */
            nanosleep(&pause, NULL);
        else if (is_alone_at(descriptor, *name) && ftruncate(descriptor, 0) == 0)
            return descriptor;
        close(descriptor);
    }
    errno = EBUSY;
    return -1;
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

/* Gives a new file its name unless there is one of that name. Not every file system has links: there nobody must come
 * between. */
static bool take_name(const char *beside, const char *path)
{
    struct stat status;
    if (link(beside, path) == 0) {
        unlink(beside);
        return true;
    }
    if (errno == EEXIST || lstat(path, &status) == 0) {
        errno = EEXIST;
        return false;
    }
    return rename(beside, path) == 0;
}

typedef bool Namer(const char *beside, const char *path);

static bool replace_name(const char *beside, const char *path)
{
    return rename(beside, path) == 0;
}

struct FileSink {
    int descriptor;
    size_t length; /* of what waits in `bytes` */
    char bytes[SINK_SIZE];
};

static bool flush_sink(FileSink *sink)
{
    const bool is_written = write_all(sink->descriptor, sink->bytes, sink->length);
    sink->length = 0;
    return is_written;
}

bool file_sink_add(FileSink *sink, const char *bytes, size_t length)
{
    if (length > SINK_SIZE - sink->length && !flush_sink(sink))
        return false;
    if (length > SINK_SIZE)
        return write_all(sink->descriptor, bytes, length);
    memcpy(sink->bytes + sink->length, bytes, length);
    sink->length += length;
    return true;
}

static bool fill_file(int descriptor, FileFill *fill, void *argument)
{
    FileSink *sink = memory_new(sizeof *sink);
    sink->descriptor = descriptor;
    const bool is_filled = fill(sink, argument) && flush_sink(sink);
    const int why = errno;
    free(sink);
    errno = why;
    return is_filled;
}

typedef struct WholeText {
    const char *bytes;
    size_t length;
} WholeText;

static bool fill_whole(FileSink *sink, void *argument)
{
    const WholeText *whole = argument;
    return file_sink_add(sink, whole->bytes, whole->length);
}

/* `mode` is a new file's; one that is there keeps its own. */
static bool write_beside(const char *path, FileFill *fill, void *argument, mode_t mode, Namer *name)
{
    char *beside;
    int descriptor = open_beside(path, mode, &beside);
    bool is_done = false;
    int why = errno;
    if (descriptor >= 0) {
        struct stat old;
        const bool keeps_mode = stat(path, &old) != 0 || fchmod(descriptor, old.st_mode & 07777) == 0;
        is_done = keeps_mode && fill_file(descriptor, fill, argument) && fsync(descriptor) == 0 && name(beside, path);
        why = errno;
        if (is_done)
            flush_folder(path);
        else
            unlink(beside);
        close(descriptor);
    }
    free(beside);
    errno = why;
    return is_done;
}

/* A new file may be put there, or in place of a plain file that may be written. */
static bool may_replace(const char *path)
{
    struct stat status;
    if (stat(path, &status) != 0)
        return errno == ENOENT;
    if (!S_ISREG(status.st_mode)) {
        errno = S_ISDIR(status.st_mode) ? EISDIR : EINVAL;
        return false;
    }
    return access(path, W_OK) == 0;
}

static bool write_or_replace(const char *path, FileFill *fill, void *argument, mode_t mode)
{
    /* What a link points at is replaced, not the link; one that points at nothing stays as it is. */
    struct stat status;
    char *real = realpath(path, NULL);
    int why = errno;
    if (!real && lstat(path, &status) == 0 && S_ISLNK(status.st_mode)) {
        errno = why;
        return false;
    }
    const char *place = real ? real : path;
    bool is_done = may_replace(place) && write_beside(place, fill, argument, mode, replace_name);
    why = errno;
    free(real);
    errno = why;
    return is_done;
}

bool file_write(const char *path, const char *bytes, size_t length)
{
    return write_or_replace(path, fill_whole, &(WholeText){bytes, length}, SHARED);
}

bool file_write_private(const char *path, const char *bytes, size_t length)
{
    return write_or_replace(path, fill_whole, &(WholeText){bytes, length}, PRIVATE);
}

bool file_write_filled(const char *path, FileFill *fill, void *argument)
{
    return write_or_replace(path, fill, argument, PRIVATE);
}

bool file_create(const char *path, const char *bytes, size_t length)
{
    return write_beside(path, fill_whole, &(WholeText){bytes, length}, SHARED, take_name);
}
