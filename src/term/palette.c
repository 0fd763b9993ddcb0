/* SPDX-License-Identifier: MIT */
#include "term/palette.h"

#include <stdlib.h>
#include <string.h>
#include <term.h>

#include "base/macros.h"

/* "15;0" or "0;default;15": the last number is the ground; white and the lighter grey are light ones. */
static const char *told_ground(void)
{
    const char *colours = getenv("COLORFGBG");
    const char *ground = colours ? strrchr(colours, ';') : NULL;
    return ground && ground[1] >= '0' && ground[1] <= '9' ? ground + 1 : NULL;
}

static bool is_light_ground(void)
{
    const char *ground = told_ground();
    return ground && (strcmp(ground, "7") == 0 || strcmp(ground, "15") == 0);
}

static int usable_colours(void)
{
    const char *unwanted = getenv("NO_COLOR");
    if ((unwanted && *unwanted) || !has_colors() || start_color() != OK || use_default_colors() != OK)
        return 0;
    static const int known[] = {256, 16, 8};
    for (size_t i = 0; i < ARRAY_LEN(known); i++) {
        if (COLORS >= known[i])
            return known[i];
    }
    return 0;
}

/* Few colours leave no room for a ground that is neither told nor guessed right: it is black then, and the terminal's own
 * colours are white on that. Not where erasing would bring the terminal's own ground back. */
static void choose_own_colours(const Palette *palette, bool is_told)
{
    const int colours = palette->look.colours;
    if (colours >= 8 && colours < 256)
        is_told || !back_color_erase ? assume_default_colors(-1, -1) : assume_default_colors(COLOR_WHITE, COLOR_BLACK);
}

void palette_init(Palette *palette, bool is_utf8)
{
    *palette = (Palette){.look = {.colours = usable_colours(), .is_utf8 = is_utf8}, .inks = {-1}, .grounds = {-1}};
    palette_set_ground(palette, GROUND_AS_TOLD);
}

bool palette_set_ground(Palette *palette, ThemeGround ground)
{
    if (palette->count > 0 && ground == palette->ground)
        return false;
    palette->ground = ground;
    palette->look.is_light = ground == GROUND_AS_TOLD ? is_light_ground() : ground == GROUND_LIGHT;
    choose_own_colours(palette, ground != GROUND_AS_TOLD || told_ground());
    palette->count = 1;
    return true;
}

attr_t palette_attributes(const Palette *palette, Style style)
{
    static const struct {
        uint8_t style;
        attr_t curses;
    } rows[] = {{STYLE_BOLD, A_BOLD}, {STYLE_DIM, A_DIM}, {STYLE_REVERSE, A_REVERSE}, {STYLE_UNDERLINE, A_UNDERLINE}};
    const uint8_t wanted = theme_attributes(palette->look, style);
    attr_t attributes = A_NORMAL;
    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        if (wanted & rows[i].style)
            attributes |= rows[i].curses;
    }
    return attributes;
}

short palette_pair(Palette *palette, Style style)
{
    if (palette->look.colours == 0)
        return 0;
    const short ink = (short)theme_ink(palette->look, style);
    const short ground = (short)theme_ground(palette->look, style);
    for (short pair = 0; pair < palette->count; pair++) {
        if (palette->inks[pair] == ink && palette->grounds[pair] == ground)
            return pair;
    }
    const short pair = palette->count;
    if (pair >= MIN_OF(PALETTE_PAIRS, COLOR_PAIRS) || init_pair(pair, ink, ground) != OK)
        return 0;
    palette->inks[pair] = ink;
    palette->grounds[pair] = ground;
    palette->count++;
    return pair;
}
