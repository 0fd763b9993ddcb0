/* SPDX-License-Identifier: MIT */
/* Compares routines and copies moves. Both use one table with a row for each member of the structs, so that a member
 * with a row is forgotten by neither. */
#ifndef ROUTINE_STRUCT_MEMBERS_H
#define ROUTINE_STRUCT_MEMBERS_H

#include <stdbool.h>

#include "base/arena.h"
#include "routine/model.h"

/* Whether two routines mean the same, however they are written. Ignores ids, paths, places in the file, and the names
 * of shared moves (`use`, `instead`). */
bool struct_members_same_routine(const Routine *one, const Routine *other);

/* Deep copies: everything is in the arena. */
Move *struct_members_copy_move(Arena *arena, const Move *move);
WordList struct_members_copy_words(Arena *arena, WordList list);
TextList struct_members_copy_texts(Arena *arena, TextList list);
SourceList struct_members_copy_sources(Arena *arena, SourceList list);

#endif
