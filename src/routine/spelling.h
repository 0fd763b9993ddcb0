/* SPDX-License-Identifier: MIT */
/* What a value was probably meant to be: common ways of writing it that the format does not have, turned into the one
 * that it has. For hints alone; nothing is read this way. */
#ifndef ROUTINE_SPELLING_H
#define ROUTINE_SPELLING_H

#include "base/arena.h"
#include "yaml/schema.h"

/* "4 - 6", "4–6", "4..6", "4 to 6", "4,6" as "4-6": the numbers with plain hyphens. NULL where nothing changes. */
const char *spelling_of_range(Arena *arena, const char *text);

/* "90 sec", "1,5 min", "30 s - 1 minute" as "90s", "1m30s", "30s-1m". NULL where it is nothing like it. */
const char *spelling_of_duration(Arena *arena, const char *text);

/* "Therapy Ball, Block" as "[therapy-ball, block]", "ball or roller" as "ball | roller". NULL where nothing is left. */
const char *spelling_of_tools(Arena *arena, const char *text);

/* "Calf Milker", "moves/calf-milker.yaml" as "calf-milker", or NULL. */
const char *spelling_of_id(Arena *arena, const char *text);

/* "calf" as "calves", "each side" as "both": one of `words` for an everyday one, or NULL. */
const char *spelling_of_word(const Words *words, const char *text);

/* All of these, for a walk. */
extern const Guesses spelling_guesses;

#endif
