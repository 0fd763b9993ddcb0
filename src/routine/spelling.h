/* SPDX-License-Identifier: MIT */
/* Guesses what an invalid value was meant to be: turns common ways of writing a value into the one that the format
 * allows. Used for hints only, never to read a file. */
#ifndef ROUTINE_SPELLING_H
#define ROUTINE_SPELLING_H

#include "base/arena.h"
#include "yaml/schema.h"

/* "4 - 6", "4–6", "4..6", "4 to 6", "4,6" as "4-6": the numbers with plain hyphens. NULL where nothing changes. */
const char *spelling_of_range(Arena *arena, const char *text);

/* "90 sec", "1,5 min", "30 s - 1 minute" as "90s", "1m30s", "30s-1m". NULL if the text is nothing like that. */
const char *spelling_of_duration(Arena *arena, const char *text);

/* "Therapy Ball, Block" as "[therapy-ball, block]", "ball or roller" as "ball | roller". NULL where nothing is left. */
const char *spelling_of_tools(Arena *arena, const char *text);

/* "Calf Milker", "moves/calf-milker.yaml" as "calf-milker", or NULL. */
const char *spelling_of_id(Arena *arena, const char *text);

/* "calf" as "calves", "each side" as "both": the one of `words` that is meant by an everyday word, or NULL. */
const char *spelling_of_word(const Words *words, const char *text);

/* All these functions, for Walk.guesses. */
extern const Guesses spelling_guesses;

#endif
