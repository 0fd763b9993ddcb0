/* SPDX-License-Identifier: MIT */
/* Programs that run beside this one, such as a voice or a player of sounds: started with an argument list, never
 * through a shell, in a process group of their own, and without the terminal: their output goes to /dev/null. Nothing
 * here waits for them. */
#ifndef PLATFORM_CHILD_H
#define PLATFORM_CHILD_H

#include <stdbool.h>
#include <sys/types.h>

enum { CHILD_STOPPED_MOST = 8 };

typedef struct Child {
    pid_t pid;  /* 0: none runs */
    int status; /* of the one that ended last: its exit status, or 128 + n after signal n */
    int end;    /* a pipe that ends when the program and all it started have ended; -1: none, or they have closed it */
    pid_t stopped[CHILD_STOPPED_MOST]; /* killed, and not yet reaped */
} Child;

typedef enum ChildState { CHILD_NONE, CHILD_RUNS, CHILD_ENDED, CHILD_FAILED } ChildState;

void child_init(Child *child);

/* Stops the one that runs, and starts a program (looked up in PATH) with `text` as its standard input (NULL: none).
 * False with errno if it cannot be started. Of the text, what a pipe does not hold is left out (Linux: 64 KiB). */
bool child_start(Child *child, char *const *arguments, const char *text);

/* The same with an open descriptor as its standard input, which stays the caller's. */
bool child_start_reading(Child *child, char *const *arguments, int input);

/* What the program that was started last does. CHILD_ENDED (exit status 0) and CHILD_FAILED are returned once. One that
 * runs without `end` is to be asked again before long: nothing tells when it has ended. */
ChildState child_check(Child *child);

/* Kills the program and all that it started, at once. */
void child_stop(Child *child);

/* Puts a program (looked up in PATH) in the place of this process, which it ends after so many seconds. Returns only
 * where it cannot be started, with errno. */
void child_become(char *const *arguments, unsigned most_s);

/* Whether a program can be started: a path, or a name that is looked up in PATH. */
bool child_is_there(const char *program);

#endif
