/* SPDX-License-Identifier: MIT */
#include "base/text.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/fatal.h"
#include "base/memory.h"

/* Room for `more` bytes and the final zero byte; returns where they go. */
static char *make_room(Text *text, size_t more)
{
    if (more >= SIZE_MAX - text->length)
        fatal("out of memory");
    text->bytes = memory_grow(text->bytes, &text->capacity, text->length + more + 1, 1);
    return text->bytes + text->length;
}

void text_add(Text *text, const char *more)
{
    text_add_span(text, more, strlen(more));
}

void text_add_span(Text *text, const char *more, size_t length)
{
    char *end = make_room(text, length);
    if (length)
        memcpy(end, more, length);
    end[length] = '\0';
    text->length += length;
}

void text_add_char(Text *text, char byte)
{
    text_add_span(text, &byte, 1);
}

void text_add_repeated(Text *text, char byte, size_t times)
{
    char *end = make_room(text, times);
    memset(end, byte, times);
    end[times] = '\0';
    text->length += times;
}

void text_print_list(Text *text, const char *format, va_list arguments)
{
    va_list again;
    va_copy(again, arguments);
    const int length = vsnprintf(NULL, 0, format, again);
    va_end(again);
    BUG_ON(length < 0);
    char *end = make_room(text, (size_t)length);
    vsnprintf(end, (size_t)length + 1, format, arguments);
    text->length += (size_t)length;
}

void text_print(Text *text, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    text_print_list(text, format, arguments);
    va_end(arguments);
}

const char *text_show(const Text *text)
{
    return text->bytes ? text->bytes : "";
}

void text_clear(Text *text)
{
    text->length = 0;
    if (text->bytes)
        text->bytes[0] = '\0';
}

char *text_detach(Text *text)
{
    char *bytes = text->bytes ? text->bytes : memory_copy_text("");
    *text = (Text){0};
    return bytes;
}

void text_release(Text *text)
{
    free(text->bytes);
    *text = (Text){0};
}

bool text_same(const char *one, const char *other)
{
    return one && other ? strcmp(one, other) == 0 : one == other;
}
