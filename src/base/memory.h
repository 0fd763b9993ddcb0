/* SPDX-License-Identifier: MIT */
/* Allocation that never fails: out of memory ends the program (base/fatal.h), so callers need no check. The caller
 * frees what these return with free(). */
#ifndef BASE_MEMORY_H
#define BASE_MEMORY_H

#include <stddef.h>

#include "base/macros.h"

void *memory_new(size_t size);                             /* zeroed */
void *memory_resize(void *old, size_t count, size_t size); /* realloc() to count * size bytes; overflow is fatal */
char *memory_copy_text(const char *text);                  /* NULL gives NULL */
char *memory_print(const char *format, ...) PRINTF_LIKE(1, 2);

/* Makes room for at least `needed` items of `size` bytes in a growing array. The capacity doubles. Returns the array,
 * which may have moved, and updates *capacity. */
void *memory_grow(void *items, size_t *capacity, size_t needed, size_t size);

#endif
