/* SPDX-License-Identifier: MIT */
/* Runs the program under test (KNEAD_PROGRAM) without a terminal and keeps what it printed; a test fails where that
 * could do harm on one (support/harm.h). */
#ifndef SUPPORT_RUN_H
#define SUPPORT_RUN_H

typedef struct Run {
    int status;      /* the exit status, or 128 + n where a signal ended it */
    char *out, *err; /* what it printed; owned */
} Run;

/* `line` is split at blanks; text between ' ' is one word. `input` is its standard input, NULL for none. */
Run run_knead(const char *line, const char *input);

/* Without input, and with an output that cannot be looked at afterwards: .out is NULL. */
Run run_knead_onto(int descriptor, const char *line);
void run_release(Run *run);

#endif
