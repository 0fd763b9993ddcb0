/* SPDX-License-Identifier: MIT */
/* A closed list of words, its index being the value, and the nearest word to a misspelt one. */
#ifndef BASE_WORDS_H
#define BASE_WORDS_H

#include <stddef.h>

typedef struct Words {
    const char *const *items;
    size_t count;
} Words;

/* The index of a word, or -1. */
int words_find(const Words *words, const char *text, size_t length);

/* The word that was probably meant: the smallest distance in letters put in, left out, changed or swapped, at most a
 * third of the word's length (and at least 1); NULL where none is near. Text longer than 64 bytes has none. */
const char *words_nearest(const Words *words, const char *text);

#endif
