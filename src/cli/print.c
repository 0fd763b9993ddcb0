/* SPDX-License-Identifier: MIT */
#include "cli/print.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/utf8.h"
#include "cli/locale.h"

bool print_has_colour(FILE *stream)
{
    const char *no_color = getenv("NO_COLOR");
    const char *term = getenv("TERM");
    return isatty(fileno(stream)) && !(no_color && *no_color) && term && *term && strcmp(term, "dumb") != 0;
}

void print_text(FILE *stream, const char *text)
{
    if (locale_is_utf8()) {
        fputs(text, stream);
        return;
    }
    const size_t length = strlen(text);
    for (size_t at = 0, size = 0; at < length; at += size) {
        const int32_t character = utf8_decode(text + at, length - at, &size);
        if (character >= 0 && character < 0x80)
            fputc(character, stream);
        else
            fputs(utf8_ascii(character), stream);
    }
}

void print_line(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    Text line = {0};
    text_print_list(&line, format, arguments);
    va_end(arguments);
    print_text(stdout, text_show(&line));
    fputc('\n', stdout);
    text_release(&line);
}

void print_diags(const DiagList *diags, const char *source, size_t length)
{
    Text text = {0};
    diag_print(diags, source, length, print_has_colour(stderr), &text);
    print_text(stderr, text_show(&text));
    text_release(&text);
}

void print_paragraph(int indent, const char *lead, const char *text)
{
    const int cells = PRINT_WIDTH - indent;
    bool is_first = true;
    do {
        const char *next = NULL;
        const size_t bytes = utf8_wrap(text, cells, &next);
        if (lead && is_first)
            print_line("%-*s%.*s", indent, lead, (int)bytes, text);
        else
            print_line("%*s%.*s", indent, "", (int)bytes, text);
        is_first = false;
        text = next;
    } while (*text);
}

void print_column(Text *line, const char *text, int cells)
{
    text_add(line, text);
    const int used = utf8_cells(text);
    text_add_repeated(line, ' ', used < cells ? (size_t)(cells - used) : 1);
}

void print_join(Text *into, const char *const *items, size_t count, const char *separator)
{
    for (size_t i = 0; i < count; i++)
        text_print(into, "%s%s", i ? separator : "", items[i]);
}
