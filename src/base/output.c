/* SPDX-License-Identifier: MIT */
#include "base/output.h"

#include <string.h>

#include "base/locale.h"
#include "base/utf8.h"

void output_prepare(Text *into, const char *text)
{
    utf8_show(into, text, strlen(text), !locale_is_utf8());
}

static void write_span(FILE *stream, const char *text, size_t length)
{
    if (utf8_plain(text, length) == length) {
        fwrite(text, 1, length, stream);
        return;
    }
    Text prepared = {0};
    utf8_show(&prepared, text, length, !locale_is_utf8());
    fwrite(text_show(&prepared), 1, prepared.length, stream);
    text_release(&prepared);
}

void output_text(FILE *stream, const char *text)
{
    write_span(stream, text, strlen(text));
}

/* The bytes of the sequence at an Escape, 0 where it is none of bold and colour. */
static size_t style_size(const char *text)
{
    if (text[1] != '[')
        return 0;
    const size_t size = 2 + strspn(text + 2, "0123456789;");
    return text[size] == 'm' ? size + 1 : 0;
}

void output_styled(FILE *stream, const char *text)
{
    while (*text) {
        const size_t style = *text == '\033' ? style_size(text) : 0;
        const size_t size = style > 0 ? style : strcspn(text + 1, "\033") + 1;
        if (style > 0)
            fwrite(text, 1, size, stream);
        else
            write_span(stream, text, size);
        text += size;
    }
}

void output_problem_list(const char *format, va_list arguments)
{
    Text message = {0}, line = {0};
    text_print_list(&message, format, arguments);
    text_add(&line, "knead: ");
    utf8_clean_line(&line, text_show(&message), message.length);
    text_add_char(&line, '\n');
    output_text(stderr, text_show(&line));
    text_release(&message);
    text_release(&line);
}

void output_problem(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    output_problem_list(format, arguments);
    va_end(arguments);
}

bool output_data(const char *text, size_t length)
{
    Text data = {0};
    for (size_t at = 0, size; at < length; at += size) {
        size = utf8_plain(text + at, length - at);
        const int32_t character = size > 0 ? ' ' : utf8_decode(text + at, length - at, &size);
        const bool is_line_end = character == '\r' && at + 1 < length && text[at + 1] == '\n';
        if (utf8_is_harmful(character) && !is_line_end)
            text_print(&data, "\\u%04X", (unsigned)character);
        else
            text_add_span(&data, text + at, size);
    }
    const bool is_written = fwrite(text_show(&data), 1, data.length, stdout) == data.length;
    text_release(&data);
    return is_written;
}

void output_bell(void)
{
    fputc('\a', stdout);
}

void output_sequence(const char *bytes)
{
    fwrite(bytes, 1, strlen(bytes), stdout);
    fflush(stdout);
}

void output_erase(int cells)
{
    for (int i = 0; i < cells; i++)
        fwrite("\b \b", 1, 3, stdout);
    fflush(stdout);
}
