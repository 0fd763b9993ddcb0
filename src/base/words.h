/* SPDX-License-Identifier: MIT */
/* A closed list of words. The value of a word is its index. Also finds the word that a misspelt text is nearest to. */
#ifndef BASE_WORDS_H
#define BASE_WORDS_H

#include <stddef.h>

typedef struct Words {
    const char *const *items;
    size_t count;
} Words;

/* The index of a word, or -1. */
int words_find(const Words *words, const char *text, size_t length);

/* The word that was probably meant, by edit distance: letters inserted, deleted, changed, or swapped with a neighbour;
 * ASCII case does not count. The distance is at most a third of the word's length (at least 1). NULL if no word is that
 * near, or if `text` is longer than 64 bytes. */
const char *words_nearest(const Words *words, const char *text);

#endif
