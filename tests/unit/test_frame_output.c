/* SPDX-License-Identifier: MIT */
#include <check.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include "base/macros.h"
#include "base/memory.h"
#include "term/frame_output.h"
#include "term/term.h"

Suite *suite_frame_output(void);

enum { MOST_BYTES = 1 << 17 };

/* A terminal that keeps writes apart, so that each can be looked at. */
typedef struct Writes {
    int near, far;
    char bytes[MOST_BYTES];
} Writes;

static Writes *open_writes(void)
{
    Writes *writes = memory_new(sizeof *writes);
    int ends[2];
    ck_assert_int_eq(socketpair(AF_UNIX, SOCK_DGRAM, 0, ends), 0);
    writes->near = ends[0];
    writes->far = ends[1];
    return writes;
}

/* The length of the next write; -1 where there is none. */
static ssize_t next_write(Writes *writes)
{
    return recv(writes->far, writes->bytes, sizeof writes->bytes, MSG_DONTWAIT);
}

static void close_writes(Writes *writes)
{
    close(writes->near);
    close(writes->far);
    free(writes);
}

/* As ncurses does: what its buffer holds, piece by piece, and the pipe takes each at once. */
static void draw(FrameOutput *frame, size_t length, size_t piece)
{
    char *bytes = memory_new(piece);
    memset(bytes, 'x', piece);
    for (size_t done = 0; done < length; done += piece) {
        const size_t next = MIN_OF(piece, length - done);
        ck_assert_int_eq(write(fileno(frame->file), bytes, next), (ssize_t)next);
    }
    free(bytes);
}

/* Pieces of which two do not fit into a page waste most of the pipe: there is room even so. */
START_TEST(comes_whole_in_one_write)
{
    static const size_t pieces[] = {1, 100, 2049, 4096, 4097};
    FrameOutput frame;
    ck_assert(frame_output_open(&frame));
    ck_assert_uint_gt(frame.room, 4000);
    Writes *writes = open_writes();
    draw(&frame, frame.room, pieces[_i]);
    ck_assert(frame_output_take(&frame));
    draw(&frame, frame.room, pieces[_i]);
    ck_assert(frame_output_take(&frame));
    frame_output_add(&frame, "end");
    ck_assert(frame_output_send(&frame, writes->near));
    const ssize_t length = next_write(writes);
    ck_assert_int_eq(length, (ssize_t)(2 * frame.room + 3));
    ck_assert_mem_eq(writes->bytes + length - 4, "xend", 4);
    ck_assert_int_eq(next_write(writes), -1);
    close_writes(writes);
    frame_output_close(&frame);
}
END_TEST

START_TEST(begins_anew_each_time)
{
    FrameOutput frame;
    ck_assert(frame_output_open(&frame));
    Writes *writes = open_writes();
    ck_assert(!frame_output_take(&frame)); /* nothing was drawn */
    ck_assert(frame_output_send(&frame, writes->near));
    ck_assert_int_eq(next_write(writes), -1);
    draw(&frame, 5, 5);
    frame_output_drop(&frame);
    draw(&frame, 2, 1);
    ck_assert(frame_output_take(&frame));
    ck_assert(frame_output_send(&frame, writes->near));
    ck_assert_int_eq(next_write(writes), 2);
    draw(&frame, 1, 1);
    ck_assert(frame_output_take(&frame));
    ck_assert(frame_output_send(&frame, writes->near));
    ck_assert_int_eq(next_write(writes), 1);
    close_writes(writes);
    frame_output_close(&frame);
}
END_TEST

START_TEST(sees_a_write_that_fails)
{
    int ends[2];
    FrameOutput frame;
    signal(SIGPIPE, SIG_IGN);
    ck_assert_int_eq(pipe(ends), 0);
    close(ends[0]);
    ck_assert(frame_output_open(&frame));
    draw(&frame, 10, 10);
    ck_assert(frame_output_take(&frame));
    ck_assert(!frame_output_send(&frame, ends[1]));
    frame_output_close(&frame);
    close(ends[1]);
}
END_TEST

/* Sets a limit of this process to nothing and returns what it was. */
static struct rlimit take_away(int resource)
{
    struct rlimit before;
    ck_assert_int_eq(getrlimit(resource, &before), 0);
    ck_assert_int_eq(setrlimit(resource, &(struct rlimit){0, before.rlim_max}), 0);
    return before;
}

START_TEST(needs_a_descriptor_but_no_file)
{
    FrameOutput frame;
    signal(SIGXFSZ, SIG_IGN);
    struct rlimit before = take_away(RLIMIT_FSIZE);
    const bool is_open = frame_output_open(&frame);
    const bool is_written = is_open && write(fileno(frame.file), "x", 1) == 1 && frame_output_take(&frame);
    setrlimit(RLIMIT_FSIZE, &before);
    ck_assert(is_written);
    frame_output_close(&frame);

    before = take_away(RLIMIT_NOFILE);
    const bool is_open_again = frame_output_open(&frame);
    const int problem = errno;
    setrlimit(RLIMIT_NOFILE, &before);
    ck_assert(!is_open_again);
    ck_assert_int_eq(problem, EMFILE);
}
END_TEST

/* Nothing that is drawn arrives any more: the way out is not drawn, but sent by hand. Runs on a terminal of its own. */
static int lose_frames(void)
{
    const char *problem;
    const int next = dup(STDIN_FILENO); /* the pipe's ends will be this and the one after */
    close(next);
    if (!term_start(&problem))
        return 1;
    Canvas canvas;
    canvas_init(&canvas, 80, 24, term_look());
    const TermShown first = term_show(&canvas, false);
    const int full = open("/dev/full", O_WRONLY);
    dup2(full, next + 1);
    canvas_text(&canvas, 0, 0, 80, style_of(ROLE_TEXT), "lost");
    const TermShown second = term_show(&canvas, false);
    term_stop();
    canvas_release(&canvas);
    return first == TERM_SHOWN && second == TERM_NO_FRAME ? 0 : 2;
}

static void run_on_terminal(const char *name)
{
    setsid();
    const int terminal = open(name, O_RDWR);
    for (int stream = 0; stream < 3; stream++)
        dup2(terminal, stream);
    close(terminal);
    setenv("TERM", "xterm", 1);
    _exit(lose_frames());
}

static bool holds(const char *bytes, size_t length, const char *wanted)
{
    const size_t wanted_length = strlen(wanted);
    for (size_t i = 0; i + wanted_length <= length; i++)
        if (memcmp(bytes + i, wanted, wanted_length) == 0)
            return true;
    return false;
}

START_TEST(comes_back_when_every_frame_is_lost)
{
    if (access("/dev/full", W_OK) != 0)
        return; /* not every system has it */
    const int terminal = posix_openpt(O_RDWR | O_NOCTTY);
    ck_assert(terminal >= 0 && grantpt(terminal) == 0 && unlockpt(terminal) == 0);
    const int keeper = open(ptsname(terminal), O_RDWR | O_NOCTTY); /* else what was written goes with the child */
    struct termios before, after;
    ck_assert_int_eq(tcgetattr(keeper, &before), 0);
    const pid_t child = fork();
    if (child == 0)
        run_on_terminal(ptsname(terminal));
    int status;
    ck_assert_int_eq(waitpid(child, &status, 0), child);
    ck_assert_int_eq(status, 0);
    ck_assert_int_eq(tcgetattr(keeper, &after), 0);
    ck_assert_uint_eq(after.c_lflag, before.c_lflag);
    ck_assert_uint_eq(after.c_oflag, before.c_oflag);
    char bytes[4096];
    const ssize_t length = read(terminal, bytes, sizeof bytes);
    ck_assert_int_gt(length, 0);
    ck_assert(holds(bytes, (size_t)length, "\033[?1049h"));
    ck_assert(holds(bytes, (size_t)length, "\033[?1049l"));
    ck_assert(!holds(bytes, (size_t)length, "lost"));
    close(keeper);
    close(terminal);
}
END_TEST

Suite *suite_frame_output(void)
{
    Suite *suite = suite_create("frame_output");
    TCase *cases = tcase_create("frame");
    tcase_add_loop_test(cases, comes_whole_in_one_write, 0, 5);
    tcase_add_test(cases, begins_anew_each_time);
    tcase_add_test(cases, sees_a_write_that_fails);
    tcase_add_test(cases, comes_back_when_every_frame_is_lost);
    tcase_add_test(cases, needs_a_descriptor_but_no_file);
    suite_add_tcase(suite, cases);
    return suite;
}
