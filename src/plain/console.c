/* SPDX-License-Identifier: MIT */
#include "plain/console.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/output.h"
#include "plain/line.h"

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

void console_add(Console *console, int64_t at_ms, const char *text)
{
    if (*text == '\0')
        return;
    if (console->time_width > 0)
        line_begin(&console->out, at_ms, console->time_width);
    const size_t start = console->out.length;
    text_add(&console->out, text);
    line_end(&console->out, start);
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
