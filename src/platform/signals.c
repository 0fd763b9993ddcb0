/* SPDX-License-Identifier: MIT */
#include "platform/signals.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stddef.h>
#include <unistd.h>

#include "base/macros.h"

/* First those that do not end it. */
static const int named[] = {
    SIGTSTP,   SIGCONT, SIGWINCH, SIGINT,    SIGTERM, SIGHUP,  SIGQUIT,
    SIGUSR1,   SIGUSR2, SIGALRM,  SIGVTALRM, SIGPROF, SIGXCPU,
#if defined(SIGIO)
    SIGIO,
#endif
#if defined(SIGPWR)
    SIGPWR,
#endif
#if defined(SIGSTKFLT)
    SIGSTKFLT,
#endif
};
enum { LASTING = 3, MOST_TIMED = 64 };

static struct sigaction before[ARRAY_LEN(named) + MOST_TIMED], before_pipe;
static int pipe_ends[2] = {-1, -1};

static void note(int number)
{
    const int kept = errno;
    const unsigned char byte = (unsigned char)number;
    if (write(pipe_ends[1], &byte, 1) < 0)
        errno = kept; /* a full pipe holds more than enough to be woken by */
    errno = kept;
}

/* Of all that are caught the one at an index; 0 behind the last. Those for programs' own use have no names but numbers,
 * which the system tells. */
static int caught(size_t index)
{
    if (index < ARRAY_LEN(named))
        return named[index];
#if defined(SIGRTMIN) && defined(SIGRTMAX)
    const int number = SIGRTMIN + (int)(index - ARRAY_LEN(named));
    return index < ARRAY_LEN(before) && number <= SIGRTMAX ? number : 0;
#else
    return 0;
#endif
}

bool signals_start(void)
{
    if (pipe(pipe_ends) != 0)
        return false;
    for (size_t i = 0; i < ARRAY_LEN(pipe_ends); i++) {
        fcntl(pipe_ends[i], F_SETFL, O_NONBLOCK);
        fcntl(pipe_ends[i], F_SETFD, FD_CLOEXEC);
    }
    struct sigaction action = {.sa_handler = note, .sa_flags = SA_RESTART};
    sigemptyset(&action.sa_mask);
    for (size_t i = 0; caught(i) != 0; i++) {
        sigaction(caught(i), &action, &before[i]);
        if (before[i].sa_handler == SIG_IGN)
            sigaction(caught(i), &before[i], NULL);
    }
    action.sa_handler = SIG_IGN;
    sigaction(SIGPIPE, &action, &before_pipe);
    return true;
}

void signals_stop(void)
{
    for (size_t i = 0; caught(i) != 0; i++)
        sigaction(caught(i), &before[i], NULL);
    sigaction(SIGPIPE, &before_pipe, NULL);
    close(pipe_ends[0]);
    close(pipe_ends[1]);
    pipe_ends[0] = pipe_ends[1] = -1;
}

int signals_descriptor(void)
{
    return pipe_ends[0];
}

int signals_next(void)
{
    unsigned char byte;
    return read(pipe_ends[0], &byte, 1) == 1 ? byte : 0;
}

void signals_stop_here(void)
{
    struct sigaction action = {.sa_handler = SIG_DFL}, ours;
    sigemptyset(&action.sa_mask);
    sigaction(SIGTSTP, &action, &ours);
    raise(SIGTSTP);
    sigaction(SIGTSTP, &ours, NULL);
}

bool signals_is_end(int number)
{
    size_t index = 0;
    while (index < LASTING && named[index] != number)
        index++;
    return index == LASTING && number > 0;
}
