/* SPDX-License-Identifier: MIT */
/* Styles to what curses paints with: attributes, and colour pairs that are made when they are first used. */
#ifndef TERM_PALETTE_H
#define TERM_PALETTE_H

#include <ncurses.h>

#include "ui/widgets/theme.h"

enum { PALETTE_PAIRS = 160 };

typedef struct Palette {
    Look look;
    ThemeGround ground;
    short inks[PALETTE_PAIRS], grounds[PALETTE_PAIRS]; /* by pair; the first is the terminal's own */
    short count;
} Palette;

/* Asks the terminal what it can do, with the ground as it says; NO_COLOR is heeded. */
void palette_init(Palette *palette, bool is_utf8);

/* True where that is another than before: what was painted is not right any more then. */
bool palette_set_ground(Palette *palette, ThemeGround ground);

attr_t palette_attributes(const Palette *palette, Style style);
short palette_pair(Palette *palette, Style style);

#endif
