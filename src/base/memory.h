/* SPDX-License-Identifier: MIT */
/* Memory that is there or the program is not: no caller has to speak of running out. What these return is given back
 * with free(). */
#ifndef BASE_MEMORY_H
#define BASE_MEMORY_H

#include <stddef.h>

#include "base/macros.h"

void *memory_new(size_t size);                             /* zeroed */
void *memory_resize(void *old, size_t count, size_t size); /* count items of size; an overflow is fatal */
char *memory_copy_text(const char *text);                  /* NULL gives NULL */
char *memory_print(const char *format, ...) PRINTF_LIKE(1, 2);

/* Room for at least `needed` items of `size` in a growing array; doubles. Returns the array, updates *capacity. */
void *memory_grow(void *items, size_t *capacity, size_t needed, size_t size);

#endif
