/* SPDX-License-Identifier: MIT */
/* The process between a pty test and its program: it owns the terminal and does what a shell does for its one job. The
 * program stands in a group of its own in the foreground, so that Ctrl-Z stops it; a hang-up is passed on to it; SIGUSR1
 * puts it into the background, SIGUSR2 out of it; and each stop and the end of it are told through a socket. */
#ifndef SUPPORT_LEADER_H
#define SUPPORT_LEADER_H

#include <stdnoreturn.h>

typedef struct LeaderJob {
    const char *program;          /* a path, or a name to be found on PATH */
    const char *const *arguments; /* those after the program's name, NULL at the end; may be NULL */
    const char *term;             /* TERM */
    const char *const *env;       /* as PtyOptions.env */
} LeaderJob;

/* Takes the terminal and runs the job in it. Writes ints to the socket: the program's process id first, then each wait
 * status. Ends when the socket's other end is closed. */
noreturn void leader_run(int slave, int socket, const LeaderJob *job);

#endif
