/* SPDX-License-Identifier: MIT */
/* What a terminal can do, as the machine's entry for it and the environment say, without taking it. */
#ifndef TERM_ABILITIES_H
#define TERM_ABILITIES_H

#include <stdbool.h>
#include <stddef.h>

typedef struct Abilities {
    const char *entry; /* the name under which the machine knows it; NULL: it knows nothing like it */
    bool has_screen;   /* the cursor can be moved */
    bool has_mouse;
    int colours; /* 0, 8, 16 or 256 */
} Abilities;

/* Of the terminal with that name (TERM). `entry` may be `name`, which is borrowed. Not to be called while the screen
 * is taken. */
Abilities abilities_of(const char *name);

/* The names under which an entry is looked for: that of the terminal, then those of its likeliest cousins. NULL past
 * the last. */
const char *abilities_entry_name(const char *name, size_t index);

/* Whether the terminal that is taken has a title that can be set as xterm's. */
bool abilities_has_title(void);

int abilities_usable_colours(int colours); /* 256, 16, 8 or 0 of as many as a terminal has */

bool abilities_has_no_color(void);   /* NO_COLOR is set */
bool abilities_is_console(void);     /* a machine's own screen: black, and its font has half blocks but no quadrants */
bool abilities_is_ground_told(void); /* COLORFGBG says what the background is, or it is a console */
bool abilities_is_light(void);       /* it says that it is light */

#endif
