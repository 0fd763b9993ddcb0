/* SPDX-License-Identifier: MIT */
#include "term/frame_output.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/uio.h>
#include <unistd.h>

#include "base/macros.h"

/* OTHER_BYTES is for what is written besides cells: taking the screen, clearing it, the cursor. */
enum { OTHER_BYTES = 2048, PAGE_BYTES = 4096, PAGES = 5, TRIES = 3 };

/* How many bytes the pipe takes, up to so many pages: it is filled, and emptied again. 0: it cannot be used. A
 * system that is short of memory for pipes makes small ones. */
static size_t measure(int read_end, int write_end)
{
    static char page[PAGE_BYTES];
    struct iovec pages[PAGES];
    for (size_t i = 0; i < ARRAY_LEN(pages); i++)
        pages[i] = (struct iovec){page, sizeof page};
    const ssize_t taken = writev(write_end, pages, PAGES);
    return taken > 0 && readv(read_end, pages, PAGES) == taken ? (size_t)taken : 0;
}

static bool set_flags(int descriptor)
{
    return fcntl(descriptor, F_SETFD, FD_CLOEXEC) == 0 && fcntl(descriptor, F_SETFL, O_NONBLOCK) == 0;
}

static FILE *open_pipe(int ends[2], size_t *taken)
{
    if (!set_flags(ends[0]) || !set_flags(ends[1]))
        return NULL;
    *taken = measure(ends[0], ends[1]);
    return *taken > 0 ? fdopen(ends[1], "w") : NULL;
}

bool frame_output_open(FrameOutput *frame)
{
    int ends[2];
    size_t taken;
    *frame = (FrameOutput){0};
    if (pipe(ends) != 0)
        return false;
    frame->read_end = ends[0];
    frame->file = open_pipe(ends, &taken);
    if (!frame->file) {
        const int problem = errno;
        close(ends[0]);
        close(ends[1]);
        errno = problem;
        return false;
    }
    /* Half of it: two writes may share a page, or leave most of one empty. */
    frame->room = taken / 2 > OTHER_BYTES ? taken / 2 - OTHER_BYTES : 0;
    return true;
}

void frame_output_close(FrameOutput *frame)
{
    if (frame->file) {
        fclose(frame->file);
        close(frame->read_end);
    }
    text_release(&frame->bytes);
    *frame = (FrameOutput){0};
}

/* All that is in the pipe now, of which a moment's refusal takes nothing away. */
static void gather(FrameOutput *frame)
{
    char bytes[2 * PAGE_BYTES];
    for (int tries = 0; tries < TRIES; tries++) {
        ssize_t got;
        while ((got = read(frame->read_end, bytes, sizeof bytes)) > 0) {
            text_add_span(&frame->bytes, bytes, (size_t)got);
            if ((size_t)got < sizeof bytes)
                return;
        }
        if (errno == EAGAIN)
            return;
    }
}

bool frame_output_take(FrameOutput *frame)
{
    const size_t before = frame->bytes.length;
    gather(frame);
    return frame->bytes.length > before;
}

void frame_output_add(FrameOutput *frame, const char *bytes)
{
    text_add(&frame->bytes, bytes);
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

bool frame_output_send(FrameOutput *frame, int descriptor)
{
    const bool is_sent = send(descriptor, frame->bytes.bytes, frame->bytes.length);
    text_clear(&frame->bytes);
    return is_sent;
}

void frame_output_drop(FrameOutput *frame)
{
    gather(frame);
    text_clear(&frame->bytes);
}
