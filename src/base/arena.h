/* SPDX-License-Identifier: MIT */
/* A bump allocator for many small things that are freed together, such as everything that was read from one file. A
 * zeroed Arena is empty. No single allocation can be freed. Out of memory ends the program (base/fatal.h). */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

#include "base/macros.h"

typedef struct ArenaBlock ArenaBlock;

typedef struct Arena {
    ArenaBlock *block;  /* the newest block; each block points to the one before it */
    size_t used, total; /* bytes used in the newest block; bytes handed out in all */
} Arena;

void *arena_take(Arena *arena, size_t size);                          /* zeroed, aligned for anything */
void *arena_take_array(Arena *arena, size_t count, size_t size);      /* an overflow is fatal; count 0 gives NULL */
char *arena_copy(Arena *arena, const char *text);                     /* NULL gives NULL */
char *arena_copy_span(Arena *arena, const char *text, size_t length); /* adds the final zero byte */
char *arena_print(Arena *arena, const char *format, ...) PRINTF_LIKE(2, 3);

/* Frees every block and leaves an empty arena. */
void arena_release(Arena *arena);

#endif
