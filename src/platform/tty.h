/* SPDX-License-Identifier: MIT */
/* The terminal's own settings: keys come one by one while a session runs, and on every way out, a crash included,
 * everything is as it was found. */
#ifndef PLATFORM_TTY_H
#define PLATFORM_TTY_H

#include <stdbool.h>
#include <stddef.h>

/* Takes the terminal behind a descriptor: keys at once, no echo; Ctrl-C, Ctrl-Z and Ctrl-\ stay signals. With
 * `is_screen` output is left as it is written, and a job in the background stops here until it is in the foreground;
 * without, false where it is one. False too where it is no terminal. The first time it also sees to giving back after a
 * crash. */
bool tty_take(int descriptor, bool is_screen);

/* Gives it back: what brings the screen back is written first, then the settings. Nothing where it was not taken. */
void tty_give_back(void);

/* The bytes that bring the screen back, written to standard output; none once it is brought back already. */
void tty_set_farewell(const char *bytes, size_t length);

#endif
