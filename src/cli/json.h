/* SPDX-License-Identifier: MIT */
/* Routines, moves, diagnostics and history as JSON, with the keys of doc/command-line.md. Each json_of_ function
 * returns a new value that the caller owns. */
#ifndef CLI_JSON_H
#define CLI_JSON_H

#include <jansson.h>

#include "base/diagnostic.h"
#include "compose/compose.h"
#include "progress/record.h"
#include "routine/library.h"
#include "session/plan.h"

/* A text that may hold any bytes, each that is not UTF-8 as U+FFFD; null where it is NULL or empty. */
json_t *json_of_text(const char *text);

/* A command with its arguments, which may be empty; null where there is none. */
json_t *json_of_command(const TextList *command);

/* `show --json`: the routine with the moves and steps of its plan. */
json_t *json_of_plan(const Routine *routine, const Plan *plan);

/* `compose --json`: the same, with why each move was chosen, why the routine is as it is, what was left out, and its
 * YAML text. */
json_t *json_of_composed(const Routine *routine, const Plan *plan, const ComposeNotes *notes, const char *text);

/* A row of `list --json`; for a broken file, what is known and its first problem. */
json_t *json_of_entry(const LibraryEntry *entry);

/* A row of `list --moves --json`; `move` is NULL where it is broken and `problem` says why. */
json_t *json_of_move(const char *id, const Move *move, bool is_mine, const char *problem);

/* Adds each problem of a file to an array. */
void json_add_diags(json_t *array, const DiagnosticList *diags);

/* An item of `history --json`. */
json_t *json_of_record(const SessionRecord *record);

/* Prints an array item by item, so that it is never whole in memory: each item on a line, then the end. The value is
 * released. False if standard output cannot be written. */
bool json_print_item(json_t *value, bool is_first);
bool json_print_end(bool is_empty);

/* Prints the value and a newline on standard output, and releases it. Returns the exit status. */
int json_print(json_t *value);

#endif
