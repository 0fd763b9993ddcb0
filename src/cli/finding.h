/* SPDX-License-Identifier: MIT */
/* What `knead doctor` found, a row each: printed for people, or as JSON with the keys of doc/command-line.md. It is
 * found by cli/find_terminal.h, cli/find_audio.h, cli/find_remote.h and cli/cmd_doctor.c. */
#ifndef CLI_FINDING_H
#define CLI_FINDING_H

#include <jansson.h>
#include <stddef.h>

#include "base/text.h"

typedef enum FindingState {
    FINDING_OK,
    FINDING_MISSING, /* it would be of use, and is not needed */
    FINDING_PROBLEM, /* something is broken */
    FINDING_STATE_COUNT
} FindingState;

typedef struct Finding {
    const char *name; /* of the row, and its key in JSON */
    const char *part; /* "config" of "folders", whose value in JSON is a list; NULL: it has its name alone */
    FindingState state;
    Text found;      /* in one line */
    Text notes;      /* more of it, for people alone; each begins a new line */
    Text advice;     /* what to do about it, one line; empty: nothing */
    json_t *details; /* an object: the other keys in JSON; owned */
} Finding;

/* Zeroed it is empty. */
typedef struct FindingList {
    Finding *items;
    size_t count, capacity;
} FindingList;

/* Adds a row that is in order. Rows with the same name stand one after the other. Borrowed until the next one is
 * added. */
Finding *finding_add(FindingList *list, const char *name, const char *part);
void finding_list_release(FindingList *list);

/* Moves the rows of another list behind those of this one. */
void finding_list_move(FindingList *list, FindingList *from);

/* Adds a key to what JSON says of the row; takes ownership of the value. */
void finding_set(Finding *finding, const char *key, json_t *value);

/* Ends the line of the notes that is being written. */
void finding_end_note(Finding *finding);

/* Prints the rows: name, what was found, and below it the notes and the advice. */
void finding_list_print(const FindingList *list);

/* The rows as an object, which the caller owns. */
json_t *finding_list_json(const FindingList *list);

/* How many rows are a problem; their names are added to `names`, each once. */
size_t finding_list_problems(const FindingList *list, Text *names);

#endif
