/* SPDX-License-Identifier: MIT */
/* Reading a routine: from the text of its file to the model, with everything that is wrong told at once. */
#ifndef ROUTINE_ROUTINE_H
#define ROUTINE_ROUTINE_H

#include <stdbool.h>
#include <stddef.h>

#include "routine/model.h"

/* Reads a routine from its text. NULL where there is any error; warnings alone still load. Problems go to `diags`, in
 * the order of the file. `moves` may be NULL: there are no shared moves then. The caller frees the routine. */
Routine *routine_parse(const char *text, size_t length, const char *id, const MoveLookup *moves, DiagnosticList *diags);

/* Checks a file of shared moves the same way; true where there is no error. `moves` are those that `instead` may name;
 * NULL leaves that out. */
bool routine_check_moves(const char *text, size_t length, const MoveLookup *moves, DiagnosticList *diags);

/* Reads one shared move alone, as `use: ID` with no other key would; NULL with its problems in `diags`. In the arena.
 */
Move *routine_move(Arena *arena, const char *id, const MoveLookup *moves, DiagnosticList *diags);

void routine_free(Routine *routine);

#endif
