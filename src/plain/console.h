/* SPDX-License-Identifier: MIT */
/* What line mode is in the middle of: its app, the terminal, and the lines that are not yet written. */
#ifndef PLAIN_CONSOLE_H
#define PLAIN_CONSOLE_H

#include <stdbool.h>
#include <stdint.h>

#include "app/app.h"
#include "base/text.h"
#include "platform/clock.h"
#include "platform/input.h"
#include "platform/wait.h"

enum { CONSOLE_FAILED = 1, CONSOLE_SIGNAL = 128 }; /* exit statuses; the number of a signal is added to the latter */

typedef struct Console {
    App *app;
    Input keys;
    WaitTimer waiter;
    Moment last;       /* the last time that the clock was looked at */
    Moment paused;     /* when the pause began */
    Text out;          /* lines that are not yet written */
    uint64_t told;     /* the number of the notice that was told last */
    int time_width;    /* of the time in the session before each line; 0: lines have none */
    bool has_terminal; /* that keys may come from, when this is its foreground */
    bool has_keys, on_terminal;
    bool has_heard_keys;   /* of a session, in menus */
    bool is_following;     /* in menus: a session runs, and has words of its own for what is told */
    bool has_menus;        /* notices are told without a session too */
    bool is_over, is_gone; /* is_over: line mode ends; is_gone: who reads the lines */
    bool is_asked;         /* how it feels was asked before the start */
    const char *question;  /* of a menu, said again when the process was stopped; NULL: none; borrowed */
    int status;            /* the exit status */
} Console;

/* Writes the lines that were added. Sets is_over where they cannot be written. */
void console_flush(Console *console);

/* Adds a line, with the time `at_ms` into the session where lines have one; nothing where the text is empty. On a
 * terminal it is wrapped at words to its width (tty_columns), or to 80; what goes on is indented. */
void console_add(Console *console, int64_t at_ms, const char *text);

int64_t console_now_ms(Console *console); /* into the session */

/* Adds a line at the time that it is in the session, and writes it. */
void console_say(Console *console, const char *text);
void console_say_text(Console *console, Text *line); /* which is empty then */

#endif
