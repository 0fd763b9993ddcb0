/* SPDX-License-Identifier: MIT */
#include "plain/console.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"
#include "base/output.h"
#include "base/utf8.h"
#include "plain/line.h"
#include "platform/tty.h"

enum { USUAL_WIDTH = 80, NARROW = 60, RUNOVER = 2, LEAST_WIDTH = 10 };

/* A reader that has gone (`| head`) is no trouble, nor what is left to say at a signal; a terminal that takes no
 * more has hung up; a full disk is trouble. */
void console_flush(Console *console)
{
    if (console->is_gone)
        return;
    output_text(stdout, text_show(&console->out));
    text_clear(&console->out);
    if (fflush(stdout) == 0 && !ferror(stdout))
        return;
    console->is_over = console->is_gone = true;
    if (errno == EPIPE || console->status > CONSOLE_SIGNAL)
        return;
    if (!console->on_terminal)
        output_problem("cannot write output: %s", strerror(errno));
    console->status = console->on_terminal ? CONSOLE_SIGNAL + SIGHUP : CONSOLE_FAILED;
}

/* Lines break at words. What goes on from the line before is indented, so that a hand on a braille line knows where
 * the next one begins: below the text beside the time, or by 2 where there is little room. */
static void add_wrapped(Console *console, const char *line)
{
    const int columns = tty_columns(), width = columns > 0 ? MAX_OF(columns, LEAST_WIDTH) : USUAL_WIDTH;
    const int indent = console->time_width > 0 && width >= NARROW ? console->time_width + 1 : RUNOVER;
    for (const char *at = line, *next; *at; at = next) {
        const int before = at == line ? 0 : indent;
        const size_t length = utf8_wrap(at, width - before, &next);
        text_print(&console->out, "%*s", before, "");
        text_add_span(&console->out, at, length);
        text_add_char(&console->out, '\n');
    }
}

void console_add(Console *console, int64_t at_ms, const char *text)
{
    if (*text == '\0')
        return;
    Text line = {0};
    if (console->time_width > 0)
        line_begin(&line, at_ms, console->time_width);
    const size_t start = line.length;
    text_add(&line, text);
    line_end(&line, start);
    if (console->on_terminal)
        add_wrapped(console, text_show(&line));
    else
        text_add(&console->out, text_show(&line));
    text_release(&line);
}

int64_t console_now_ms(Console *console)
{
    const Session *session = app_model(console->app)->session;
    return session ? session_at_ms(session) : 0;
}

void console_say(Console *console, const char *text)
{
    char *copy = memory_copy_text(text); /* it may be of the model, which is filled again to know the time */
    console_add(console, console_now_ms(console), copy);
    free(copy);
    console_flush(console);
}

void console_say_text(Console *console, Text *line)
{
    console_say(console, text_show(line));
    text_clear(line);
}
