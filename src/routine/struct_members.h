/* SPDX-License-Identifier: MIT */
/* The members of a routine's structs, a row each in one table: comparing and copying both walk it, so that a member of
 * a move or a phase that has its row there is forgotten by neither. */
#ifndef ROUTINE_STRUCT_MEMBERS_H
#define ROUTINE_STRUCT_MEMBERS_H

#include <stdbool.h>

#include "base/arena.h"
#include "routine/model.h"

/* Whether they mean the same, however they are written: everything but ids, paths, places in the file, and what names
 * shared moves (`use`, `instead`). */
bool struct_members_same_routine(const Routine *one, const Routine *other);

/* Copies all that they point to as well: the arena then owns all of it. */
Move *struct_members_copy_move(Arena *arena, const Move *move);
WordList struct_members_copy_words(Arena *arena, WordList list);
TextList struct_members_copy_texts(Arena *arena, TextList list);
SourceList struct_members_copy_sources(Arena *arena, SourceList list);

#endif
