/* SPDX-License-Identifier: MIT */
/* A growing string. A zeroed Text is empty: `bytes` is NULL until something is added, and then always ends in a zero
 * byte that `length` does not count. The owner calls text_release or text_detach. */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/macros.h"

typedef struct Text {
    char *bytes;
    size_t length, capacity;
} Text;

void text_add(Text *text, const char *more);
void text_add_span(Text *text, const char *more, size_t length);
void text_add_char(Text *text, char byte);
void text_add_repeated(Text *text, char byte, size_t times);
void text_print(Text *text, const char *format, ...) PRINTF_LIKE(2, 3);
void text_print_list(Text *text, const char *format, va_list arguments) PRINTF_LIKE(2, 0);
const char *text_show(const Text *text); /* never NULL; borrowed until the next change */
void text_clear(Text *text);             /* empty, storage kept */
char *text_detach(Text *text);           /* returns the string, for the caller to free(); text is empty then */
void text_release(Text *text);

/* Whether two strings are equal; NULL equals only NULL. */
bool text_same(const char *one, const char *other);

#endif
