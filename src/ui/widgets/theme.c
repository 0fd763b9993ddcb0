/* SPDX-License-Identifier: MIT */
#include "ui/widgets/theme.h"

#include <stddef.h>

/* A colour number on a dark ground, on a light one, and where nobody says which it is. */
typedef struct Paint {
    int16_t dark, light, unknown;
} Paint;

typedef struct RoleRow {
    Paint of_256, of_16, of_8;
    uint8_t mono; /* attributes without colours */
} RoleRow;

enum { NONE = -1 };

#define OWN                                                                                                            \
    {                                                                                                                  \
        NONE, NONE, NONE                                                                                               \
    } /* the terminal's own colour, which is readable whatever its ground is */

/* With 16 and 8 colours the greys are the terminal's own too, and none is dimmed: colour 8, and what the Linux console
 * dims, are too dark in well-liked palettes. Of those palettes the text roles have what can be read on the ground (4.5
 * to 1): with 8 colours on black green, cyan and white, on white red, blue and magenta. On both only magenta can be
 * read. Parts of the figure need to be seen and told from each other. With 256 colours what is
 * written on an unknown ground can be read on both, and the rest is as on a dark one. */
/* clang-format off */
static const RoleRow rows[ROLE_COUNT] = {
    [ROLE_TEXT] =       {OWN,             OWN,         OWN,       0},
    [ROLE_DIM] =        {{246, 242, 245}, OWN,         OWN,       STYLE_DIM},
    [ROLE_STRONG] =     {OWN,             OWN,         OWN,       STYLE_BOLD},
    [ROLE_CLEAR] =      {OWN,             OWN,         OWN,       0},
    [ROLE_ACCENT] =     {{209, 130, 202}, {11, 1, 5},  {6, 1, 5}, STYLE_BOLD},
    [ROLE_GOOD] =       {{108, 28, 71},  {10, 4, -1}, {2, 4, -1}, 0},
    [ROLE_WARN] =       {{179, 94, 136},  {13, 5, -1}, {7, 5, -1}, STYLE_UNDERLINE},
    [ROLE_BAD] =        {{203, 160, 203}, {9, 1, -1},  {7, 1, -1}, STYLE_BOLD | STYLE_UNDERLINE},
    [ROLE_BREATH] =     {{74, 25, 33},    {14, 4, -1}, {7, 4, -1}, 0},
    [ROLE_BODY] =       {{243, 248, 243}, OWN,         OWN,       STYLE_DIM},
    [ROLE_BODY_LIGHT] = {{247, 251, 247}, OWN,         OWN,       STYLE_DIM},
    [ROLE_BODY_DARK] =  {{240, 245, 240}, OWN,         OWN,       STYLE_DIM},
    [ROLE_GROUND] =     {OWN,             OWN,         OWN,       0},
    [ROLE_PANEL] =      {{237, 254, 237}, OWN,         OWN,       0},
    [ROLE_RECENT] =     {{78, 29, 78},    {2, 2, 2},   {2, 2, 2}, 0},
    [ROLE_WEEK] =       {{68, 32, 68},    {12, 4, 6},  {3, 4, 6}, 0},
    [ROLE_LONGER] =     {{133, 133, 133}, {5, 5, 4},   {5, 5, 4}, 0},
    [ROLE_HEAT_0] =     {{238, 252, 242}, OWN,         OWN,       STYLE_DIM},
    [ROLE_HEAT_1] =     {{95, 223, 95},   {11, 1, 5},  {6, 1, 5}, 0},
    [ROLE_HEAT_2] =     {{167, 215, 131}, {11, 1, 5},  {6, 1, 5}, 0},
    [ROLE_HEAT_3] =     {{209, 173, 167}, {11, 1, 5},  {6, 1, 5}, 0},
    [ROLE_HEAT_4] =     {{222, 130, 202}, {11, 1, 5},  {6, 1, 5}, 0},
    [ROLE_POSTURE] =     {{242, 247, 242}, OWN,         OWN,       STYLE_DIM},
    [ROLE_POSTURE_FAR] = {{238, 252, 239}, OWN,         OWN,       STYLE_DIM},
    [ROLE_POSTURE_LEG] = {{248, 243, 248}, OWN,         OWN,       0},
    [ROLE_POSTURE_ARM] = {{253, 239, 253}, OWN,         OWN,       0},
    [ROLE_POSTURE_LIT] = {{223, 216, 223}, {6, 6, 6},   {3, 6, 3}, STYLE_BOLD},
    [ROLE_PROP] =        {{60, 146, 60},   OWN,         OWN,       STYLE_DIM},
};
/* clang-format on */

static const Paint *paint_of(Look look, unsigned role)
{
    return look.colours >= 256 ? &rows[role].of_256 : look.colours >= 16 ? &rows[role].of_16 : &rows[role].of_8;
}

static int paint(Look look, unsigned role)
{
    if (look.colours < 8 || role >= ROLE_COUNT)
        return NONE;
    const Paint *found = paint_of(look, role);
    return look.is_light ? found->light : look.is_ground_unknown ? found->unknown : found->dark;
}

/* Few colours are written on by turning them round: the letters are then the terminal's own ground, which each of
 * them can be told from, and bold makes no grey of them, as it does of black. */
static bool is_turned(Look look, Style style)
{
    return look.colours >= 8 && look.colours < 256 && style.ink == ROLE_GROUND && style.ground != ROLE_GROUND;
}

int theme_ground(Look look, Style style)
{
    return is_turned(look, style) ? NONE : paint(look, style.ground);
}

int theme_ink(Look look, Style style)
{
    if (is_turned(look, style))
        return paint(look, style.ground);
    /* On a coloured ground: black on the light tones of a dark theme, white on the deep ones of a light theme. */
    if (look.colours >= 256 && style.ink == ROLE_GROUND)
        return look.is_light ? 231 : 16;
    const int colour = paint(look, style.ink);
    const bool is_on_panel = style.ground == ROLE_PANEL && look.colours >= 256;
    return colour == NONE && is_on_panel ? (look.is_light ? 235 : 253) : colour;
}

/* Many terminals show bold as a brighter colour: too bright for a light ground. */
static bool may_be_bold(Look look, Style style)
{
    return look.colours >= 256 || !(look.is_light || look.is_ground_unknown) || theme_ink(look, style) == NONE;
}

/* Without colours; and where what warns has the colour of text: with 8 on black, and with few on an unknown ground. */
static unsigned attributes_of_role(Look look, Style style)
{
    if (look.colours < 8 && style.ink < ROLE_COUNT)
        return rows[style.ink].mono;
    const bool warns = style.ink == ROLE_WARN || style.ink == ROLE_BAD;
    const bool has_text_colour = look.is_ground_unknown ? look.colours < 256 : look.colours < 16;
    return warns && look.colours >= 8 && has_text_colour && !look.is_light ? STYLE_BOLD | STYLE_UNDERLINE : 0;
}

uint8_t theme_attributes(Look look, Style style)
{
    unsigned attributes = style.attributes;
    if (style.ink == ROLE_STRONG || (style.ink == ROLE_CLEAR && look.colours < 256))
        attributes |= STYLE_BOLD;
    attributes |= attributes_of_role(look, style);
    if (is_turned(look, style) || (look.colours < 8 && style.ground != ROLE_GROUND) ||
        (look.colours < 256 && style.ground == ROLE_PANEL))
        attributes |= STYLE_REVERSE;
    if (!may_be_bold(look, style))
        attributes &= ~(unsigned)STYLE_BOLD;
    /* Dim letters on a reversed ground cannot be read on many terminals. */
    if (attributes & STYLE_REVERSE)
        attributes &= ~(unsigned)STYLE_DIM;
    return (uint8_t)attributes;
}

Style style_of(Role ink)
{
    return (Style){(uint8_t)ink, ROLE_GROUND, 0};
}

Style style_bold(Role ink)
{
    return (Style){(uint8_t)ink, ROLE_GROUND, STYLE_BOLD};
}

Style style_on(Role ink, Role ground)
{
    return (Style){(uint8_t)ink, (uint8_t)ground, 0};
}
