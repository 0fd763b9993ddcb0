/* SPDX-License-Identifier: MIT */
#include "base/arena.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/fatal.h"
#include "base/memory.h"

/* Many arenas hold little; those that grow double up to a size beyond which more only wastes. */
enum { FIRST_BLOCK = 1024, LARGEST_BLOCK = 512 * 1024 };

struct ArenaBlock {
    ArenaBlock *before;
    size_t size;
    alignas(max_align_t) char bytes[];
};

static void add_block(Arena *arena, size_t needed)
{
    size_t size = arena->block ? MIN_OF(arena->block->size * 2, (size_t)LARGEST_BLOCK) : FIRST_BLOCK;
    size = MAX_OF(size, needed);
    if (size > SIZE_MAX - sizeof(ArenaBlock))
        fatal("out of memory");
    ArenaBlock *block = memory_resize(NULL, sizeof(ArenaBlock) + size, 1);
    block->before = arena->block;
    block->size = size;
    arena->block = block;
    arena->used = 0;
}

static inline void *take(Arena *arena, size_t size, size_t alignment)
{
    size_t at = (arena->used + alignment - 1) & ~(alignment - 1);
    if (!arena->block || at > arena->block->size || size > arena->block->size - at) {
        add_block(arena, size);
        at = 0;
    }
    arena->used = at + size;
    arena->total += size;
    return arena->block->bytes + at;
}

void *arena_take(Arena *arena, size_t size)
{
    return memset(take(arena, size, alignof(max_align_t)), 0, size);
}

void *arena_take_array(Arena *arena, size_t count, size_t size)
{
    if (count == 0)
        return NULL;
    if (size && count > SIZE_MAX / size)
        fatal("out of memory");
    return arena_take(arena, count * size);
}

char *arena_copy(Arena *arena, const char *text)
{
    return text ? arena_copy_span(arena, text, strlen(text)) : NULL;
}

char *arena_copy_span(Arena *arena, const char *text, size_t length)
{
    char *copy = take(arena, length + 1, 1);
    if (length)
        memcpy(copy, text, length);
    copy[length] = '\0';
    return copy;
}

char *arena_print(Arena *arena, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    BUG_ON(length < 0);
    size_t size = (size_t)length + 1;
    char *text = take(arena, size, 1);
    va_start(arguments, format);
    vsnprintf(text, size, format, arguments);
    va_end(arguments);
    return text;
}

void arena_release(Arena *arena)
{
    while (arena->block) {
        ArenaBlock *before = arena->block->before;
        free(arena->block);
        arena->block = before;
    }
    *arena = (Arena){0};
}
