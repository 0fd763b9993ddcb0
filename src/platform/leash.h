/* SPDX-License-Identifier: MIT */
/* Programs that must not outlive this one: hooks, notices, what keeps the screen on. A program that is started on a
 * leash ends when the leash is released, and also when this process is gone for any reason, even SIGKILL. Each has a
 * small process of its own beside it, the guard, which waits for the end of a pipe and kills the program with all that
 * it started. So nothing here has to be waited for, and nothing wakes this process. Programs are started with an
 * argument list, never through a shell, and without the terminal; their output goes to /dev/null. */
#ifndef PLATFORM_LEASH_H
#define PLATFORM_LEASH_H

#include <stdbool.h>
#include <stdint.h>

typedef struct Leash {
    int ends[2]; /* of a pipe that nothing is written to: guards wait for its end; -1: not open */
} Leash;

/* How long a program may run. */
typedef struct LeashLimits {
    int32_t most_ms;  /* then it is killed; 0: as long as the leash holds */
    int32_t grace_ms; /* what is left to it once the leash is released */
} LeashLimits;

void leash_init(Leash *leash);

/* Starts a program (looked up in PATH) on the leash, which is opened where it is not. `text` becomes its standard
 * input; NULL: an input that ends when the leash does, and has nothing until then. False with errno if the program is
 * not there or no process can be had; whether it works is not told. */
bool leash_start(Leash *leash, char *const *arguments, const char *text, LeashLimits limits);

/* Lets go: what runs on it ends within its grace. It can be used again. */
void leash_release(Leash *leash);

#endif
