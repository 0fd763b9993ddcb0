/* SPDX-License-Identifier: MIT */
#include "app/signals.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stddef.h>
#include <unistd.h>

#include "base/macros.h"

static const int caught[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH};

static struct sigaction before[ARRAY_LEN(caught)], before_pipe;
static int pipe_ends[2] = {-1, -1};

static void note(int number)
{
    const int kept = errno;
    const unsigned char byte = (unsigned char)number;
    if (write(pipe_ends[1], &byte, 1) < 0)
        errno = kept; /* a full pipe holds more than enough to be woken by */
    errno = kept;
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
    for (size_t i = 0; i < ARRAY_LEN(caught); i++) {
        sigaction(caught[i], &action, &before[i]);
        if (before[i].sa_handler == SIG_IGN)
            sigaction(caught[i], &before[i], NULL);
    }
    action.sa_handler = SIG_IGN;
    sigaction(SIGPIPE, &action, &before_pipe);
    return true;
}

void signals_stop(void)
{
    for (size_t i = 0; i < ARRAY_LEN(caught); i++)
        sigaction(caught[i], &before[i], NULL);
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
    return number == SIGINT || number == SIGTERM || number == SIGHUP || number == SIGQUIT;
}
