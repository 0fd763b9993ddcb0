/* SPDX-License-Identifier: MIT */
/* The terminal as a screen, and the only file that knows ncurses: taken, shown frames on, and given back. */
#ifndef TERM_TERM_H
#define TERM_TERM_H

#include <stdbool.h>

#include "ui/widgets/canvas.h"

/* Takes the terminal. False, with nothing done, where it can show no screen; `*problem` is then what is in the way, for
 * people (not to be freed), or NULL where the terminal is not made for screens. Signals must be taken before: ncurses
 * leaves alone what is not the default. */
bool term_start(const char **problem);
void term_stop(void);

/* Away for a while, for another program, and back; the next frame is drawn whole. */
void term_suspend(void);
bool term_resume(void);

Look term_look(void);

/* True where that is another than before. */
bool term_set_ground(ThemeGround ground);

/* Whether the mouse's clicks are reported, where it has one; from the next frame on. */
void term_set_mouse(bool is_wanted);
void term_size(int *width, int *height);

/* Takes up the size that the terminal has now; true where it is another. */
bool term_resize(void);

/* Shows what is different from the last frame, and rings. After anything but TERM_SHOWN only term_stop is of use. */
typedef enum TermShown {
    TERM_SHOWN,
    TERM_GONE,     /* the terminal takes no more */
    TERM_NO_FRAME, /* what was drawn got lost on the way to it, twice */
} TermShown;
TermShown term_show(const Canvas *canvas, bool rings);

/* Nothing is known any more of what is on the screen: the next frame is drawn whole. */
void term_forget(void);

#endif
