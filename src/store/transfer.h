/* SPDX-License-Identifier: MIT */
/* All of one's records as JSON Lines: one line for each session, each deleted session, each pause, and each event of a
 * programme that is followed. Every line has a uid, a revision and the machine that made the revision. Importing takes
 * a line over if its revision is higher than the one that is there, or equal and from a machine with a greater id. So
 * importing twice, in any order, or between several machines in both directions, leads to the same records
 * everywhere. */
#ifndef STORE_TRANSFER_H
#define STORE_TRANSFER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

typedef struct Store Store; /* store/store.h */

/* Takes one line, with its newline. False: it cannot be written, and the export stops. */
typedef bool TransferLine(const char *line, size_t length, void *argument);

/* Gives every record as a line, the oldest first; a running session is left out. False if the records cannot be read
 * (store_problem says why), or if a line was not taken. *count is how many were. */
bool transfer_export(Store *store, TransferLine *take, void *argument, int64_t *count);

typedef struct ImportCount {
    int64_t added, changed, deleted; /* sessions, pauses and events of programmes */
    int64_t same;                    /* that were there already, or in a newer revision */
    int64_t refused;                 /* lines that are damaged */
    int64_t running;                 /* sessions that run here now: left as they are */
} ImportCount;

/* Called for each line that is damaged: its number, from 1, and what is wrong with it. */
typedef void ImportProblem(int64_t line, const char *what, void *argument);

/* Reads a file of such lines into the records, in one transaction. A damaged line costs that line and nothing else.
 * False if the records cannot be written (store_problem says why) or the file cannot be read (errno); then nothing was
 * changed. */
bool transfer_import(Store *store, FILE *file, ImportProblem *problem, void *argument, ImportCount *count);

/* The rest is for the modules in store/ only, inside a transaction: reads the lines of a journal, from where the file
 * stands. */
typedef struct TransferReading {
    FILE *file;
    ImportProblem *problem;
    void *argument;
    ImportCount *count;    /* is added to */
    int64_t offset, lines; /* before: where the file stands; after: behind the last whole line that was taken */
    int64_t refused_most;  /* after so many damaged lines it stops; 0: never */
    bool stops_at_running; /* at a session that runs here now; else its line is passed over */
    bool has_running;      /* after: it stopped there */
    bool is_cut;           /* after: the last line is damaged, and has no end: the file may still be written */
    int read_error;        /* after: errno of a failed read; 0: none */
} TransferReading;

bool transfer_read(Store *store, TransferReading *reading);

#endif
