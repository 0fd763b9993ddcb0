/* SPDX-License-Identifier: MIT */
/* The settings of the terminal (termios). While a session runs, each key is delivered at once. Whenever the program
 * ends, even by a crash, the settings are restored as they were found. */
#ifndef PLATFORM_TTY_H
#define PLATFORM_TTY_H

#include <stdbool.h>
#include <stddef.h>

/* Changes the settings of a terminal: keys at once, no echo; Ctrl-C, Ctrl-Z and Ctrl-\ still send signals. With
 * `is_screen`, output is not processed either, and a job in the background is stopped here until it is in the
 * foreground; without it, false for a job in the background. False also if this is no terminal. The first call installs
 * handlers that restore the terminal after a crash. True if already taken. */
bool tty_take(int descriptor, bool is_screen);

/* Restores the terminal: first writes the bytes of tty_set_farewell, then restores the settings. Does nothing if there
 * is nothing to restore. Safe in a signal handler. */
void tty_give_back(void);

/* Sets the bytes that restore the screen, at most 256; tty_give_back writes them once to standard output. A longer
 * sequence is not kept; length 0 removes it. */
void tty_set_farewell(const char *bytes, size_t length);

/* The columns of the terminal at standard output; 0: it has none, or does not say. COLUMNS in the environment, a number
 * from 1 to 10000, goes before what the terminal says. */
int tty_columns(void);

/* Whether the terminal is that of another machine (ssh): what is spoken, played or shown on this one reaches nobody. */
bool tty_is_remote(void);

#endif
