/* SPDX-License-Identifier: MIT */
#include "support/pty.h"

#include <check.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#if defined(__APPLE__) || defined(__OpenBSD__) || defined(__NetBSD__)
#include <util.h>
#elif defined(__FreeBSD__)
#include <libutil.h>
#else
#include <pty.h>
#endif

#include "base/macros.h"
#include "base/memory.h"
#include "base/text.h"
#include "support/harm.h"
#include "support/leader.h"

enum { DEFAULT_ROWS = 24, DEFAULT_COLUMNS = 80, NOT_ENDED = -1 };

struct Pty {
    Pty *next;
    int master, slave, leader; /* descriptors; -1 once closed. `leader`: a socket to the leader process */
    pid_t leader_pid, pid;
    bool is_stopped;
    int exit_status; /* as a shell tells it, or NOT_ENDED */
    Emulator *emulator;
    Text raw;
    struct termios first_modes, last_modes; /* as they were at the start, and at the end */
};

/* All that are open: a new leader must not keep the older ones' terminals open. */
static Pty *open_ptys;

static int64_t now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static int64_t deadline_after_now(void)
{
    const char *seconds = getenv("PTY_DEADLINE_S");
    int64_t length_ms = seconds != NULL ? (int64_t)atoi(seconds) * 1000 : PTY_DEADLINE_MS;
    return now_ms() + MAX_OF(length_ms, PTY_DEADLINE_MS);
}

static void close_descriptor(int *descriptor)
{
    if (*descriptor >= 0)
        close(*descriptor);
    *descriptor = -1;
}

static void take_output(Pty *pty, const char *bytes, size_t length)
{
    char answer[256];
    text_add_span(&pty->raw, bytes, length);
    pty_send_bytes(pty, answer, emulator_take(pty->emulator, bytes, length, answer, sizeof answer));
}

/* Reads what is there of the screen's output; false where nothing more will come. */
static bool read_output(Pty *pty)
{
    char bytes[4096];
    ssize_t length = read(pty->master, bytes, sizeof bytes);
    if (length < 0 && (errno == EINTR || errno == EAGAIN))
        return true;
    if (length <= 0)
        return false;
    take_output(pty, bytes, (size_t)length);
    return true;
}

/* The rest of what a program that has ended wrote: with every slave closed, reading comes to an end. */
static void drain(Pty *pty)
{
    if (pty->master < 0)
        return;
    tcgetattr(pty->slave, &pty->last_modes);
    close_descriptor(&pty->slave);
    struct pollfd source = {.fd = pty->master, .events = POLLIN};
    while (poll(&source, 1, 1000) > 0 && read_output(pty))
        continue;
}

static void read_report(Pty *pty)
{
    int status;
    if (read(pty->leader, &status, sizeof status) != (ssize_t)sizeof status) {
        close_descriptor(&pty->leader);
        return;
    }
    pty->is_stopped = WIFSTOPPED(status);
    if (pty->is_stopped)
        return;
    pty->exit_status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    drain(pty);
}

/* Lets in what comes within the time; false where nothing came. */
static bool pump(Pty *pty, int64_t timeout_ms)
{
    if (pty->exit_status != NOT_ENDED)
        return false;
    struct pollfd sources[] = {{.fd = pty->master, .events = POLLIN}, {.fd = pty->leader, .events = POLLIN}};
    int ready = poll(sources, ARRAY_LEN(sources), (int)timeout_ms);
    if (ready <= 0)
        return ready < 0 && errno == EINTR;
    if (sources[0].revents != 0)
        read_output(pty);
    if (sources[1].revents != 0)
        read_report(pty);
    return true;
}

static void settle(Pty *pty)
{
    while (pump(pty, 0))
        continue;
}

/* Forks the leader and hears from it which process the program is. */
static void start_leader(Pty *pty, const PtyOptions *options, const char *const *arguments)
{
    int sockets[2];
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, sockets) != 0)
        ck_abort_msg("no socket for the test: %s", strerror(errno));
    const int descriptors[] = {pty->master, pty->slave, sockets[0], sockets[1]};
    for (size_t i = 0; i < ARRAY_LEN(descriptors); i++)
        fcntl(descriptors[i], F_SETFD, FD_CLOEXEC);
    pty->leader_pid = fork();
    if (pty->leader_pid == 0) {
        close(pty->master);
        close(sockets[0]);
        for (Pty *other = open_ptys; other != NULL; other = other->next) {
            close_descriptor(&other->master);
            close_descriptor(&other->slave);
            close_descriptor(&other->leader);
        }
        const char *tested = getenv("KNEAD_PROGRAM");
        LeaderJob job = {.program = tested != NULL ? tested : "build/knead",
                         .arguments = arguments,
                         .term = "xterm-256color",
                         .env = options->env};
        job.program = options->program != NULL ? options->program : job.program;
        job.term = options->term != NULL ? options->term : job.term;
        leader_run(pty->slave, sockets[1], &job);
    }
    close(sockets[1]);
    pty->leader = sockets[0];
    int pid = 0;
    if (pty->leader_pid < 0 || read(pty->leader, &pid, sizeof pid) != (ssize_t)sizeof pid || pid <= 0)
        ck_abort_msg("the program could not be started: %s", strerror(errno));
    pty->pid = pid;
}

Pty *pty_start(const PtyOptions *options, const char *const *arguments)
{
    static const PtyOptions defaults;
    options = options != NULL ? options : &defaults;
    int rows = options->rows > 0 ? options->rows : DEFAULT_ROWS;
    int columns = options->columns > 0 ? options->columns : DEFAULT_COLUMNS;
    Pty *pty = memory_new(sizeof *pty);
    *pty = (Pty){.exit_status = NOT_ENDED, .emulator = emulator_new(rows, columns)};

    struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
    if (openpty(&pty->master, &pty->slave, NULL, NULL, &size) != 0)
        ck_abort_msg("no terminal for the test: %s", strerror(errno));
    tcgetattr(pty->slave, &pty->first_modes);
    start_leader(pty, options, arguments);
    pty->next = open_ptys;
    open_ptys = pty;
    return pty;
}

void pty_end(Pty *pty)
{
    if (pty == NULL)
        return;
    harm_check("the program", text_show(&pty->raw), pty->raw.length, true);
    if (pty->exit_status == NOT_ENDED)
        kill(-pty->pid, SIGKILL);
    close_descriptor(&pty->leader);
    close_descriptor(&pty->slave);
    close_descriptor(&pty->master);
    while (waitpid(pty->leader_pid, NULL, 0) < 0 && errno == EINTR)
        continue;
    for (Pty **link = &open_ptys; *link != NULL; link = &(*link)->next) {
        if (*link == pty) {
            *link = pty->next;
            break;
        }
    }
    emulator_free(pty->emulator);
    text_release(&pty->raw);
    free(pty);
}

void pty_send_bytes(Pty *pty, const char *bytes, size_t length)
{
    while (length > 0 && pty->master >= 0) {
        ssize_t sent = write(pty->master, bytes, length);
        if (sent < 0 && errno != EINTR)
            return; /* the program has gone: what the test waits for next will say so */
        if (sent > 0) {
            bytes += sent;
            length -= (size_t)sent;
        }
    }
}

void pty_send(Pty *pty, const char *keys)
{
    pty_send_bytes(pty, keys, strlen(keys));
}

static void wait_until(Pty *pty, const char *what, PtyAnswer *answer, void *context, const char *file, int line)
{
    const int64_t deadline = deadline_after_now();
    settle(pty);
    for (;;) {
        const bool had_ended = pty->exit_status != NOT_ENDED; /* an answer may be what takes in the end */
        if (answer(pty, context))
            return;
        const int64_t left_ms = deadline - now_ms();
        if (had_ended)
            ck_abort_msg("%s:%d: the program ended (%d) before: %s\n%s", file, line, pty->exit_status, what,
                         pty_screen(pty));
        if (left_ms <= 0)
            ck_abort_msg("%s:%d: waited in vain: %s\n%s", file, line, what, pty_screen(pty));
        if (pty->exit_status == NOT_ENDED)
            pump(pty, left_ms);
    }
}

static bool shows(Pty *pty, void *text)
{
    return pty_find(pty, text, NULL, NULL);
}

static bool shows_not(Pty *pty, void *text)
{
    return !pty_find(pty, text, NULL, NULL);
}

static bool has_stopped(Pty *pty, void *context)
{
    (void)context;
    return pty->is_stopped;
}

static bool has_ended(Pty *pty, void *context)
{
    (void)context;
    return pty->exit_status != NOT_ENDED;
}

static void wait_for_text(Pty *pty, const char *text, const char *verb, PtyAnswer *answer, const char *file, int line)
{
    char *what = memory_print("'%s' %s", text, verb);
    char *copy = memory_copy_text(text);
    wait_until(pty, what, answer, copy, file, line);
    free(copy);
    free(what);
}

void pty_wait_for_at(Pty *pty, const char *text, const char *file, int line)
{
    wait_for_text(pty, text, "on the screen", shows, file, line);
}

void pty_skip_health(Pty *pty)
{
    pty_wait_for(pty, "questions about your health");
    pty_send(pty, "n");
}

void pty_skip_number(Pty *pty)
{
    pty_wait_for(pty, "How does it feel now, from 0, fine, to 10, worst? Enter skips.");
    pty_send(pty, PTY_ENTER);
}

void pty_wait_gone_at(Pty *pty, const char *text, const char *file, int line)
{
    wait_for_text(pty, text, "gone from the screen", shows_not, file, line);
}

void pty_wait_until_at(Pty *pty, const char *what, PtyAnswer *answer, void *context, const char *file, int line)
{
    wait_until(pty, what, answer, context, file, line);
}

void pty_wait_stopped_at(Pty *pty, const char *file, int line)
{
    wait_until(pty, "the program stops", has_stopped, NULL, file, line);
}

int pty_wait_exit_at(Pty *pty, const char *file, int line)
{
    wait_until(pty, "the program ends", has_ended, NULL, file, line);
    return pty->exit_status;
}

bool pty_has_ended(Pty *pty)
{
    settle(pty);
    return pty->exit_status != NOT_ENDED;
}

bool pty_takes_keys(Pty *pty)
{
    struct termios now;
    return pty->exit_status == NOT_ENDED && tcgetattr(pty->slave, &now) == 0 && !(now.c_lflag & ICANON);
}

void pty_signal(Pty *pty, int number)
{
    if (pty->exit_status == NOT_ENDED)
        kill(pty->pid, number);
}

void pty_continue(Pty *pty)
{
    pty->is_stopped = false;
    if (pty->exit_status == NOT_ENDED)
        kill(-pty->pid, SIGCONT);
}

static bool is_in_foreground(Pty *pty, void *context)
{
    return (tcgetpgrp(pty->master) == pty->pid) == *(const bool *)context;
}

void pty_set_foreground(Pty *pty, bool is_foreground)
{
    kill(pty->leader_pid, is_foreground ? SIGUSR2 : SIGUSR1);
    while (!is_in_foreground(pty, &is_foreground))
        pump(pty, 1);
}

pid_t pty_pid(const Pty *pty)
{
    return pty->pid;
}

void pty_hang_up(Pty *pty)
{
    settle(pty);
    close_descriptor(&pty->slave);
    close_descriptor(&pty->master);
}

void pty_resize(Pty *pty, int rows, int columns)
{
    settle(pty); /* what is still on its way was written for the old size */
    emulator_resize(pty->emulator, rows, columns);
    struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
    ioctl(pty->master, TIOCSWINSZ, &size);
}

const char *pty_screen(Pty *pty)
{
    settle(pty);
    return emulator_text(pty->emulator);
}

const char *pty_row(Pty *pty, int row)
{
    settle(pty);
    return emulator_row(pty->emulator, row);
}

bool pty_find(Pty *pty, const char *text, int *row, int *column)
{
    settle(pty);
    return emulator_find(pty->emulator, text, row, column);
}

PtyCell pty_cell(Pty *pty, int row, int column)
{
    settle(pty);
    return emulator_cell(pty->emulator, row, column);
}

void pty_cursor(Pty *pty, int *row, int *column, bool *is_shown)
{
    settle(pty);
    emulator_cursor(pty->emulator, row, column, is_shown);
}

bool pty_has_title(Pty *pty, const char *title)
{
    static const char start[] = "\x1b]2;";
    const char *last = "", *at = text_show(&pty->raw);
    while ((at = strstr(at, start)) != NULL)
        last = at += strlen(start);
    char *shown = memory_print("%.*s", (int)strcspn(last, "\x1b"), last);
    const bool is_there = *title ? strstr(shown, title) != NULL : *shown == '\0';
    free(shown);
    return is_there;
}

int pty_bells(Pty *pty)
{
    settle(pty);
    return emulator_bells(pty->emulator);
}

const char *pty_raw(Pty *pty, size_t *length)
{
    settle(pty);
    *length = pty->raw.length;
    return text_show(&pty->raw);
}

void pty_check_given_back_at(Pty *pty, const char *file, int line)
{
    settle(pty);
    const tcflag_t cooked = ICANON | ECHO | ISIG;
    struct termios now = pty->last_modes;
    if (pty->exit_status == NOT_ENDED)
        tcgetattr(pty->slave, &now);
    const char *left_over = emulator_left_over(pty->emulator);
    if (left_over == NULL && (now.c_lflag & cooked) != (pty->first_modes.c_lflag & cooked))
        left_over = "keys are still read one by one, or not echoed";
    if (left_over == NULL && (now.c_oflag & OPOST) != (pty->first_modes.c_oflag & OPOST))
        left_over = "a new line no longer goes to the left";
    if (left_over == NULL && !pty_has_title(pty, ""))
        left_over = "the title of the window is still set";
    if (left_over != NULL)
        ck_abort_msg("%s:%d: the terminal was not given back: %s\n%s", file, line, left_over, pty_screen(pty));
}
