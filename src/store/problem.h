/* SPDX-License-Identifier: MIT */
/* Problems with the records. Each is one line for the person: what is wrong, with which file, and what to do. Each kind
 * is reported once. */
#ifndef STORE_PROBLEM_H
#define STORE_PROBLEM_H

#include <stdbool.h>
#include <stdint.h>

typedef enum ProblemKind {
    PROBLEM_NONE,
    PROBLEM_LOCKED,    /* by another program; retried */
    PROBLEM_FULL,      /* no room on the disk; retried */
    PROBLEM_BROKEN,    /* reading or writing fails; retried */
    PROBLEM_UNKEPT,    /* the retries ended without success: a session is not in the records */
    PROBLEM_LOST,      /* a sync to the disk failed; never retried */
    PROBLEM_READ_ONLY, /* can be read, not written */
    PROBLEM_CLOSED,    /* cannot even be read */
    PROBLEM_DAMAGED,   /* the file was damaged: it was renamed, and a new one was begun */
    PROBLEM_STUCK,     /* damaged, and cannot be renamed */
    PROBLEM_NEWER,     /* written by a newer knead */
    PROBLEM_NO_BACKUP, /* written by an older knead, and cannot be copied before it is brought up to date */
    PROBLEM_FOREIGN,   /* the file of another program */
    PROBLEM_NO_FILE,   /* the path is a folder or a device */
    PROBLEM_NO_FOLDER, /* the folder cannot be made */
    PROBLEM_NO_HOME,   /* neither HOME nor XDG_DATA_HOME is set */
    PROBLEM_JOURNAL,   /* the records are written, but not the journal; retried at the next start or change */
    PROBLEM_COUNT
} ProblemKind;

/* All zero: no problems. */
typedef struct Problems {
    char *lines[PROBLEM_COUNT]; /* owned; NULL: did not occur */
    char *looks[PROBLEM_COUNT]; /* the same, worded for commands that only read the records */
    uint32_t told;              /* a bit for each kind that was reported */
} Problems;

/* Notes a problem with the file at `path`. `detail` is a reason or a second path, for the kinds whose text needs one.
 * Does nothing if that kind was noted before. */
void problem_note(Problems *problems, ProblemKind kind, const char *path, const char *detail);

/* Returns the next line that was not reported yet and marks it as reported; NULL if there is none. Borrowed.
 * problem_tell_looker returns the wording for commands that only read the records. */
const char *problem_tell(Problems *problems);
const char *problem_tell_looker(Problems *problems);
void problem_release(Problems *problems);

/* The kind of problem that an SQLite result code means. `system_error` is the errno that came with it, 0 if unknown. */
ProblemKind problem_of_code(int code, int system_error);

#endif
