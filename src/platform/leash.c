/* SPDX-License-Identifier: MIT */
#include "platform/leash.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/macros.h"
#include "platform/child.h"
#include "platform/clock.h"

/* So high that no end is a stream. */
enum { LEAST_DESCRIPTOR = 10, CLOSED_MOST = 4096, ASK_AGAIN_MS = 100, FAILED = 1 };

static int64_t now_ms(void)
{
    const int64_t millisecond_ns = 1000000;
    return clock_now().awake_ns / millisecond_ns;
}

void leash_init(Leash *leash)
{
    *leash = (Leash){{-1, -1}};
}

void leash_release(Leash *leash)
{
    for (size_t i = 0; i < ARRAY_LEN(leash->ends); i++) {
        if (leash->ends[i] >= 0)
            close(leash->ends[i]);
    }
    leash_init(leash);
}

static bool open_leash(Leash *leash)
{
    int low[2];
    if (leash->ends[0] >= 0)
        return true;
    if (pipe(low) != 0)
        return false;
    for (size_t i = 0; i < ARRAY_LEN(low); i++) {
        leash->ends[i] = fcntl(low[i], F_DUPFD_CLOEXEC, LEAST_DESCRIPTOR);
        close(low[i]);
    }
    if (leash->ends[0] >= 0 && leash->ends[1] >= 0)
        return true;
    leash_release(leash);
    return false;
}

/* Whatever else is open belongs to the process that it came from: the terminal, the records, other leashes. */
static void close_all_but(int kept)
{
    const long open_most = sysconf(_SC_OPEN_MAX);
    const int most = open_most > 0 && open_most < CLOSED_MOST ? (int)open_most : CLOSED_MOST;
    for (int i = 0; i < most; i++) {
        if (i != kept)
            close(i);
    }
    for (int i = STDIN_FILENO; i <= STDERR_FILENO; i++) /* so that no pipe gets the number of a stream */
        open("/dev/null", O_RDWR);
}

/* What came while they were blocked was for the process group that this one has left, such as the end of the terminal:
 * ignoring it throws it away. */
static void reset_signals(void)
{
    sigset_t none;
    const struct sigaction usual = {.sa_handler = SIG_DFL}, ignored = {.sa_handler = SIG_IGN};
    for (int number = 1; number < NSIG; number++) {
        sigaction(number, &ignored, NULL);
        if (number != SIGPIPE)
            sigaction(number, &usual, NULL);
    }
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
}

/* Waits until the program has ended, the leash is let go (`leash` -1: it was), or the time has come; -1: no limit. */
static ChildState watch(Child *child, int leash, int64_t until_ms)
{
    ChildState state = child_check(child);
    while (state == CHILD_RUNS) {
        struct pollfd ends[] = {{.fd = leash, .events = POLLIN}, {.fd = child->end, .events = POLLIN}};
        const int64_t left_ms = until_ms < 0 ? INT32_MAX : until_ms - now_ms();
        if (left_ms <= 0)
            break;
        /* One that has closed its end is asked again before long. */
        const int64_t most_ms = child->end >= 0 ? MIN_OF(left_ms, (int64_t)INT32_MAX) : ASK_AGAIN_MS;
        poll(ends, ARRAY_LEN(ends), (int)MIN_OF(left_ms, most_ms));
        state = child_check(child);
        if (ends[0].revents)
            break;
    }
    return state;
}

/* The guard's own life. `leash` is the end that it reads. */
_Noreturn static void keep(int leash, char *const *arguments, const char *text, LeashLimits limits)
{
    Child child;
    child_init(&child);
    setsid(); /* what is typed on the terminal, and its end, are not for the guard */
    close_all_but(leash);
    reset_signals();
    if (!(text ? child_start(&child, arguments, text) : child_start_reading(&child, arguments, leash)))
        _exit(FAILED);
    const int64_t until_ms = limits.most_ms > 0 ? now_ms() + limits.most_ms : -1;
    const bool runs = watch(&child, leash, until_ms) == CHILD_RUNS;
    if (runs && (until_ms < 0 || now_ms() < until_ms)) /* the leash was let go */
        watch(&child, -1, now_ms() + limits.grace_ms);
    child_stop(&child);
    _exit(EXIT_SUCCESS);
}

/* The guard is nobody's child, so that nobody has to ask for its end. */
static bool start_guard(int leash, char *const *arguments, const char *text, LeashLimits limits)
{
    int status = 0;
    const pid_t between = fork();
    if (between < 0)
        return false;
    if (between == 0) {
        const pid_t guard = fork();
        if (guard == 0)
            keep(leash, arguments, text, limits);
        _exit(guard > 0 ? EXIT_SUCCESS : FAILED);
    }
    while (waitpid(between, &status, 0) < 0 && errno == EINTR) {
    }
    errno = EAGAIN;
    return WIFEXITED(status) && WEXITSTATUS(status) == EXIT_SUCCESS;
}

bool leash_start(Leash *leash, char *const *arguments, const char *text, LeashLimits limits)
{
    sigset_t all, before;
    if (!child_is_there(arguments[0])) {
        errno = ENOENT;
        return false;
    }
    if (!open_leash(leash))
        return false;
    sigfillset(&all); /* a signal to the guard must not reach what this process does about signals */
    sigprocmask(SIG_SETMASK, &all, &before);
    const bool is_started = start_guard(leash->ends[0], arguments, text, limits);
    const int why = errno;
    sigprocmask(SIG_SETMASK, &before, NULL);
    errno = why;
    return is_started;
}
