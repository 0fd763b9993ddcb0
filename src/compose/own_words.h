/* SPDX-License-Identifier: MIT */
/* What a person says in words of their own, taken apart, and what kind of word each is. */
#ifndef COMPOSE_OWN_WORDS_H
#define COMPOSE_OWN_WORDS_H

#include "base/arena.h"
#include "routine/model.h"

/* "Stiff  neck!" is "stiff" and "neck": in lower case, parted by all that is no letter, digit or apostrophe. In the
 * arena. */
TextList own_words_of(Arena *arena, const char *text);

/* `count` words from number `first`, at least one, with a blank between; in the arena. */
const char *own_words_join(Arena *arena, const TextList *words, size_t first, size_t count);

/* Whether it says that something hurts, as "sore" does. */
bool own_words_sore(const char *word);

/* Whether it says neither what nor where, as "my" and "stiff"; those that say that something hurts are among them. */
bool own_words_passed_over(const char *word);

/* Whether a routine is no answer to it, as to "fracture". A known term of several words, such as "swollen ankles", goes
 * before it. */
bool own_words_for_a_doctor(const char *word);

#endif
