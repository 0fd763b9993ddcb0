/* SPDX-License-Identifier: MIT */
/* Parses a routine from the text of its file into the model. Reports everything that is wrong in one go. */
#ifndef ROUTINE_ROUTINE_H
#define ROUTINE_ROUTINE_H

#include <stdbool.h>
#include <stddef.h>

#include "routine/model.h"

/* Parses a routine. NULL if there is any error; warnings alone do not prevent loading. Problems go to `diags`, in file
 * order. `moves` NULL: there are no shared moves. The caller frees the routine with routine_free. */
Routine *routine_parse(const char *text, size_t length, const char *id, const DefinitionLookup *moves,
                       DiagnosticList *diags);

/* The same for a routine that was parsed already, such as one inside a programme. `diags` is not sorted. */
Routine *routine_read(const Node *root, const char *id, const DefinitionLookup *moves, DiagnosticList *diags);

/* Whether a file says that it is in a newer format, which is then reported: nothing else in it is looked at. */
bool routine_is_newer(const Node *root, DiagnosticList *diags);

/* Checks a file of shared moves in the same way; true if there is no error. `moves` are the moves that `instead` may
 * name; NULL: `instead` is not checked. */
bool routine_check_moves(const char *text, size_t length, const DefinitionLookup *moves, DiagnosticList *diags);

/* Checks a file of positions in the same way. `positions` are those that it may use. */
bool routine_check_positions(const char *text, size_t length, const DefinitionLookup *positions, DiagnosticList *diags);

/* Reads one shared move, as an item with nothing but `use: ID` would. In the arena; NULL if it has errors, with the
 * problems in `diags`. */
Move *routine_move(Arena *arena, const char *id, const DefinitionLookup *moves, DiagnosticList *diags);

void routine_free(Routine *routine);

#endif
