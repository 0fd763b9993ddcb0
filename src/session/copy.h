/* SPDX-License-Identifier: MIT */
/* Deep copies of a routine's parts into another arena, for a plan that outlives the files it came from. What is used
 * many times over (a move in a repeat) is copied once. */
#ifndef SESSION_COPY_H
#define SESSION_COPY_H

#include <stddef.h>

#include "base/arena.h"
#include "routine/model.h"

typedef struct CopyPair {
    const void *original, *copy;
} CopyPair;

/* What was copied so far. Zeroed but for its arena it is empty; release frees only the list of pairs. */
typedef struct Copies {
    Arena *arena;
    CopyPair *pairs;
    size_t count, capacity;
} Copies;

void copies_release(Copies *copies);

const Move *copy_move(Copies *copies, const Move *move);
const char *copy_words(Copies *copies, const char *text); /* NULL gives NULL */

TextList copy_text_list(Arena *arena, TextList list);
WordList copy_word_list(Arena *arena, WordList list);
SourceList copy_source_list(Arena *arena, SourceList list);

#endif
