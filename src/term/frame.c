/* SPDX-License-Identifier: MIT */
#include "term/frame.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#if defined(__linux__)
#include <linux/memfd.h>
#include <sys/syscall.h>
#endif

#include "base/memory.h"

enum { MAP_SIZE = 1 << 16 }; /* most frames are far smaller; only what is touched takes memory */

static FILE *open_file(void)
{
#if defined(__linux__) && defined(SYS_memfd_create)
    const int memory = (int)syscall(SYS_memfd_create, "knead-frame", MFD_CLOEXEC);
    FILE *file = memory >= 0 ? fdopen(memory, "r+") : NULL;
    if (file)
        return file;
    if (memory >= 0)
        close(memory);
#endif
    return tmpfile();
}

bool frame_open(Frame *frame)
{
    *frame = (Frame){.file = open_file()};
    if (!frame->file)
        return false;
    void *map = mmap(NULL, MAP_SIZE, PROT_READ, MAP_SHARED, fileno(frame->file), 0);
    frame->map = map == MAP_FAILED ? NULL : map; /* it may be larger than the file: nothing is read before it is written */
    return true;
}

void frame_close(Frame *frame)
{
    if (frame->map)
        munmap(frame->map, MAP_SIZE);
    if (frame->file)
        fclose(frame->file);
    *frame = (Frame){0};
}

/* In one write, but for a terminal that takes only part of it. */
static bool send(int descriptor, const char *bytes, size_t length)
{
    while (length > 0) {
        const ssize_t sent = write(descriptor, bytes, length);
        if (sent < 0 && errno == EAGAIN) {
            poll(&(struct pollfd){.fd = descriptor, .events = POLLOUT}, 1, -1);
        } else if (sent < 0 && errno != EINTR) {
            return false;
        } else if (sent > 0) {
            bytes += sent;
            length -= (size_t)sent;
        }
    }
    return true;
}

static bool send_by_reading(int file, off_t start, int descriptor, size_t length)
{
    char *bytes = memory_new(length);
    const bool is_sent = pread(file, bytes, length, start) == (ssize_t)length && send(descriptor, bytes, length);
    free(bytes);
    return is_sent;
}

/* Frames follow each other in the file; only when the map is used up does it begin anew. */
bool frame_send(Frame *frame, int descriptor)
{
    const int file = fileno(frame->file);
    const off_t start = frame->start, end = lseek(file, 0, SEEK_CUR);
    if (end <= start)
        return end == start;
    const size_t length = (size_t)(end - start);
    const bool is_sent = frame->map && end <= MAP_SIZE ? send(descriptor, frame->map + start, length)
                                                       : send_by_reading(file, start, descriptor, length);
    frame->start = end;
    if (end > MAP_SIZE / 2)
        frame->start = lseek(file, 0, SEEK_SET);
    return is_sent;
}

void frame_drop(Frame *frame)
{
    lseek(fileno(frame->file), frame->start, SEEK_SET);
}
