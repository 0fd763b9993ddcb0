/* SPDX-License-Identifier: MIT */
/* Words that a person types to find something; each key changes what is found. */
#ifndef UI_SCREENS_FINDER_H
#define UI_SCREENS_FINDER_H

#include <stdbool.h>
#include <stdint.h>

#include "routine/model.h"

enum { FINDER_BYTES = 64 };

/* Zeroed it is empty and nobody types. */
typedef struct Finder {
    bool is_typing;
    char words[FINDER_BYTES];
} Finder;

/* The words, parted; they live here. */
typedef struct FinderWords {
    char bytes[FINDER_BYTES];
    const char *items[FINDER_BYTES];
    TextList list;
} FinderWords;

/* A key while words are typed; false where it is none of the finder's (Enter, arrows). Escape ends it, and so does
 * Backspace with nothing before it. */
bool finder_key(Finder *finder, int32_t key);

void finder_clear(Finder *finder);
void finder_part(const Finder *finder, FinderWords *words);

#endif
