/* SPDX-License-Identifier: MIT */
/* What can be wrong with the records, told as one line each: what, where, what to do. Each kind is told once. */
#ifndef STORE_PROBLEM_H
#define STORE_PROBLEM_H

#include <stdbool.h>
#include <stdint.h>

typedef enum TroubleKind {
    TROUBLE_NONE,
    TROUBLE_LOCKED,    /* by another program; tried again */
    TROUBLE_FULL,      /* no room on the disk; tried again */
    TROUBLE_BROKEN,    /* reading or writing fails; tried again */
    TROUBLE_UNKEPT,    /* nor was it tried again in time: a session is not in the records */
    TROUBLE_LOST,      /* the disk did not take what it was given; never tried again */
    TROUBLE_READ_ONLY, /* can be read, not written */
    TROUBLE_CLOSED,    /* cannot even be read */
    TROUBLE_DAMAGED,   /* put aside, new ones begun */
    TROUBLE_STUCK,     /* damaged, and cannot be put aside */
    TROUBLE_NEWER,     /* written by a newer knead */
    TROUBLE_FOREIGN,   /* the file of another program */
    TROUBLE_NO_FILE,   /* a folder or a device stands there */
    TROUBLE_NO_FOLDER, /* the folder cannot be made */
    TROUBLE_NO_HOME,   /* nobody says where */
    TROUBLE_COUNT
} TroubleKind;

/* Zeroed: none. */
typedef struct Troubles {
    char *lines[TROUBLE_COUNT]; /* owned; NULL: never met */
    char *looks[TROUBLE_COUNT]; /* the same for somebody who only looks at the records, and follows no session */
    uint32_t told;              /* a bit for each kind */
} Troubles;

/* Notes a trouble with `path` and, where the kind speaks of one, a reason or a second path. Nothing where that kind was
 * noted before. */
void trouble_note(Troubles *troubles, TroubleKind kind, const char *path, const char *detail);

/* The next line that was not told yet, or NULL. Borrowed. */
const char *trouble_tell(Troubles *troubles);
const char *trouble_tell_looker(Troubles *troubles);
void trouble_release(Troubles *troubles);

/* What an SQLite result code, with the system's own error beside it, means for the records. */
TroubleKind trouble_of_code(int code, int system_error);

#endif
