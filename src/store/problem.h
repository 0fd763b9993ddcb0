/* SPDX-License-Identifier: MIT */
/* What can be wrong with the records, told as one line each: what, where, what to do. Each kind is told once. */
#ifndef STORE_PROBLEM_H
#define STORE_PROBLEM_H

#include <stdbool.h>
#include <stdint.h>

typedef enum ProblemKind {
    PROBLEM_NONE,
    PROBLEM_LOCKED,    /* by another program; tried again */
    PROBLEM_FULL,      /* no room on the disk; tried again */
    PROBLEM_BROKEN,    /* reading or writing fails; tried again */
    PROBLEM_UNKEPT,    /* nor was it tried again in time: a session is not in the records */
    PROBLEM_LOST,      /* the disk did not take what it was given; never tried again */
    PROBLEM_READ_ONLY, /* can be read, not written */
    PROBLEM_CLOSED,    /* cannot even be read */
    PROBLEM_DAMAGED,   /* put aside, new ones begun */
    PROBLEM_STUCK,     /* damaged, and cannot be put aside */
    PROBLEM_NEWER,     /* written by a newer knead */
    PROBLEM_FOREIGN,   /* the file of another program */
    PROBLEM_NO_FILE,   /* a folder or a device stands there */
    PROBLEM_NO_FOLDER, /* the folder cannot be made */
    PROBLEM_NO_HOME,   /* nobody says where */
    PROBLEM_COUNT
} ProblemKind;

/* Zeroed: none. */
typedef struct Problems {
    char *lines[PROBLEM_COUNT]; /* owned; NULL: never met */
    char *looks[PROBLEM_COUNT]; /* the same for somebody who only looks at the records, and follows no session */
    uint32_t told;              /* a bit for each kind */
} Problems;

/* Notes a trouble with `path` and, where the kind speaks of one, a reason or a second path. Nothing where that kind was
 * noted before. */
void problem_note(Problems *problems, ProblemKind kind, const char *path, const char *detail);

/* The next line that was not told yet, or NULL. Borrowed. */
const char *problem_tell(Problems *problems);
const char *problem_tell_looker(Problems *problems);
void problem_release(Problems *problems);

/* What an SQLite result code, with the system's own error beside it, means for the records. */
ProblemKind problem_of_code(int code, int system_error);

#endif
