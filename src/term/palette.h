/* SPDX-License-Identifier: MIT */
/* Styles to what curses paints with: attributes, and colour pairs that are made when they are first used. */
#ifndef TERM_PALETTE_H
#define TERM_PALETTE_H

#include <ncurses.h>

#include "ui/theme.h"

enum { PALETTE_PAIRS = 160 };

typedef struct Palette {
    Look look;
    short inks[PALETTE_PAIRS], grounds[PALETTE_PAIRS]; /* by pair; the first is the terminal's own */
    short count;
    bool is_light_hint;     /* what the terminal says of its ground */
} Palette;

/* Asks the terminal what it can do; NO_COLOR and COLORFGBG are heeded. */
void palette_init(Palette *palette, bool is_utf8);

/* For another ground; what was painted before is not right any more. */
void palette_set_light(Palette *palette, bool is_light);

attr_t palette_attributes(const Palette *palette, Style style);
short palette_pair(Palette *palette, Style style);

#endif
