/* SPDX-License-Identifier: MIT */
/* The terminal as a full screen: takes it, shows frames on it, and gives it back. Only this folder uses ncurses. */
#ifndef TERM_TERM_H
#define TERM_TERM_H

#include <stdbool.h>

#include "ui/widgets/canvas.h"

/* Takes the terminal. False, with nothing changed, if it cannot show a screen: *problem is then the reason to print
 * (static), or NULL if the terminal is simply not made for screens. Install signal handlers before this call: ncurses
 * replaces only default ones. */
bool term_start(const char **problem);
void term_stop(void);

/* Gives the terminal to another program for a while, and takes it back (false if that fails). The next frame is then
 * drawn in full. */
void term_suspend(void);
bool term_resume(void);

Look term_look(void);

/* Changes the theme. True if it is a different one; the next frame is then drawn in full. */
bool term_set_theme(const Theme *theme);

/* Turns the reporting of mouse clicks on or off, from the next frame on. Does nothing without a mouse. */
void term_set_mouse(bool is_wanted);

/* Draws with ASCII only, or with what the locale has. True if that is a change; the next frame is then drawn in
 * full. */
bool term_set_ascii(bool is_wanted);

/* Sets the title of the window, from the next frame on; "" gives it back. Copies the text, which has no control
 * characters. Does nothing where the terminal has no title. */
void term_set_title(const char *title);

void term_size(int *width, int *height);

/* Reads the terminal's size again; true if it has changed. */
bool term_resize(void);

/* Sends the cells that differ from the last frame, and rings the bell if `rings`. After any result but TERM_SHOWN, only
 * term_stop is useful. */
typedef enum TermShown {
    TERM_SHOWN,
    TERM_GONE,     /* the terminal takes no more */
    TERM_NO_FRAME, /* curses drew the frame, but it did not come out of the pipe, twice */
} TermShown;
TermShown term_show(const Canvas *canvas, bool rings);

/* Sends a sequence that has the terminal show a notice, in one write; between two frames. Foreign text in it must have
 * been cleaned. False if the terminal takes no more. */
bool term_notice(const char *sequence);

/* Forgets what is on the screen: the next frame is drawn in full. */
void term_forget(void);

#endif
