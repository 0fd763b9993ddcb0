/* SPDX-License-Identifier: MIT */
#include "cli/print.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/locale.h"
#include "base/macros.h"
#include "base/output.h"
#include "base/utf8.h"

bool print_has_colour(FILE *stream)
{
    const char *no_color = getenv("NO_COLOR");
    const char *term = getenv("TERM");
    return isatty(fileno(stream)) && !(no_color && *no_color) && term && *term && strcmp(term, "dumb") != 0;
}

int print_terminal_width(void)
{
    struct winsize size = {0};
    return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

void print_line(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    Text line = {0};
    text_print_list(&line, format, arguments);
    va_end(arguments);
    text_add_char(&line, '\n');
    output_text(stdout, text_show(&line));
    text_release(&line);
}

int print_failure(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    output_problem_list(format, arguments);
    va_end(arguments);
    return EXIT_FAILED;
}

int print_failure_free(char *problem)
{
    print_failure("%s", problem ? problem : "it did not work");
    free(problem);
    return EXIT_FAILED;
}

void print_note(const char *line)
{
    fflush(stdout);
    output_text(stderr, line);
    output_text(stderr, "\n");
}

void print_diags(const DiagnosticList *diags, const char *source, size_t length)
{
    Text text = {0};
    diagnostic_print(diags, source, length, print_has_colour(stderr), &text);
    output_styled(stderr, text_show(&text));
    text_release(&text);
}

void print_paragraph(int indent, const char *lead, const char *text)
{
    const int cells = PRINT_WIDTH - indent;
    Text prepared = {0};
    output_prepare(&prepared, text);
    const char *at = text_show(&prepared);
    bool is_first = true;
    do {
        const char *next = NULL;
        const size_t bytes = utf8_wrap(at, cells, &next);
        if (lead && is_first)
            print_line("%-*s%.*s", indent, lead, (int)bytes, at);
        else
            print_line("%*s%.*s", indent, "", (int)bytes, at);
        is_first = false;
        at = next;
    } while (*at);
    text_release(&prepared);
}

void print_column(Text *line, const char *text, int cells)
{
    const size_t start = line->length;
    output_prepare(line, text);
    const int used = utf8_cells(text_show(line) + start);
    text_add_repeated(line, ' ', used < cells ? (size_t)(cells - used) : 1);
}

int print_cells(const char *text)
{
    Text prepared = {0};
    output_prepare(&prepared, text);
    const int cells = utf8_cells(text_show(&prepared));
    text_release(&prepared);
    return cells;
}

void print_join(Text *into, const char *const *items, size_t count, const char *separator)
{
    for (size_t i = 0; i < count; i++)
        text_print(into, "%s%s", i ? separator : "", items[i]);
}

void print_file(const char *text)
{
    if (locale_is_utf8() || !isatty(STDOUT_FILENO))
        output_data(text, strlen(text));
    else
        output_text(stdout, text);
}
