/* SPDX-License-Identifier: MIT */
/* Translates styles into curses attributes and colour pairs. A pair is made when it is first used. */
#ifndef TERM_PALETTE_H
#define TERM_PALETTE_H

#include <ncurses.h>

#include "ui/widgets/theme.h"

enum { PALETTE_PAIRS = 160 };

typedef struct Palette {
    Look look;
    ThemeGround ground;
    short inks[PALETTE_PAIRS], grounds[PALETTE_PAIRS]; /* colours by pair number; pair 0 has the terminal's own */
    short count;
} Palette;

/* Finds out how many colours the terminal has and which background it reports. NO_COLOR turns colours off. */
void palette_init(Palette *palette, bool is_utf8);

/* Changes the background. True if it is a different one: everything has to be drawn again then. */
bool palette_set_ground(Palette *palette, ThemeGround ground);

attr_t palette_attributes(const Palette *palette, Style style);
short palette_pair(Palette *palette, Style style);

#endif
