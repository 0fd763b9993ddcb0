/* SPDX-License-Identifier: MIT */
#include "ui/widgets/theme.h"

#include <stddef.h>

typedef struct Paint {
    int16_t dark, light; /* -1: the terminal's own */
} Paint;

enum { NONE = -1 };

/* Text and digits keep the terminal's own colour, which is readable whatever its ground is. */
static const Paint paints_256[ROLE_COUNT] = {
    [ROLE_TEXT] = {NONE, NONE},    [ROLE_DIM] = {246, 242},      [ROLE_STRONG] = {NONE, NONE},
    [ROLE_CLEAR] = {NONE, NONE},   [ROLE_ACCENT] = {209, 130},   [ROLE_GOOD] = {108, 28},
    [ROLE_WARN] = {179, 94},       [ROLE_BAD] = {203, 160},      [ROLE_BREATH] = {74, 25},
    [ROLE_BODY] = {244, 246},      [ROLE_BODY_DIM] = {241, 250}, [ROLE_GROUND] = {NONE, NONE},
    [ROLE_PANEL] = {237, 254},     [ROLE_RECENT] = {108, 71},    [ROLE_RECENT_DIM] = {65, 108},
    [ROLE_WEEK] = {143, 143},      [ROLE_WEEK_DIM] = {101, 144}, [ROLE_LONGER] = {137, 180},
    [ROLE_LONGER_DIM] = {95, 187},
};

/* With 16 and 8 colours the greys do too, and none is dimmed: colour 8, and what the Linux console dims, are too
 * dark in well-liked palettes. Of those palettes the rest is what can be read on the ground (4.5 to 1), or as a part of
 * the figure be told from it (3 to 1): with 8 colours on black green, cyan and white, on white red, blue and magenta.
 * */
/* clang-format off */
static const Paint paints_16[ROLE_COUNT] = {
    [ROLE_TEXT] = {NONE, NONE}, [ROLE_DIM] = {NONE, NONE},      [ROLE_STRONG] = {NONE, NONE},
    [ROLE_CLEAR] = {NONE, NONE}, [ROLE_ACCENT] = {11, 1},       [ROLE_GOOD] = {10, 4},        [ROLE_WARN] = {13, 5},
    [ROLE_BAD] = {9, 1},        [ROLE_BREATH] = {14, 4},
    [ROLE_BODY] = {NONE, NONE}, [ROLE_BODY_DIM] = {NONE, NONE}, [ROLE_GROUND] = {NONE, NONE},
    [ROLE_PANEL] = {NONE, NONE},
    [ROLE_RECENT] = {2, 4},     [ROLE_RECENT_DIM] = {2, 4},     [ROLE_WEEK] = {6, 5},         [ROLE_WEEK_DIM] = {6, 5},
    [ROLE_LONGER] = {5, 8},     [ROLE_LONGER_DIM] = {5, 8},
};
/* clang-format on */

/* clang-format off */
static const Paint paints_8[ROLE_COUNT] = {
    [ROLE_TEXT] = {NONE, NONE}, [ROLE_DIM] = {NONE, NONE},      [ROLE_STRONG] = {NONE, NONE},
    [ROLE_CLEAR] = {NONE, NONE}, [ROLE_ACCENT] = {6, 1},        [ROLE_GOOD] = {2, 4},         [ROLE_WARN] = {7, 5},
    [ROLE_BAD] = {7, 1},        [ROLE_BREATH] = {7, 4},
    [ROLE_BODY] = {NONE, NONE}, [ROLE_BODY_DIM] = {NONE, NONE}, [ROLE_GROUND] = {NONE, NONE},
    [ROLE_PANEL] = {NONE, NONE},
    [ROLE_RECENT] = {2, 4},     [ROLE_RECENT_DIM] = {2, 4},     [ROLE_WEEK] = {3, 5},         [ROLE_WEEK_DIM] = {3, 5},
    [ROLE_LONGER] = {5, 5},     [ROLE_LONGER_DIM] = {5, 5},
};
/* clang-format on */

/* clang-format off */
static const uint8_t attributes_mono[ROLE_COUNT] = {
    [ROLE_DIM] = STYLE_DIM,     [ROLE_STRONG] = STYLE_BOLD,  [ROLE_ACCENT] = STYLE_BOLD,
    [ROLE_WARN] = STYLE_UNDERLINE, [ROLE_BAD] = STYLE_BOLD | STYLE_UNDERLINE,
    [ROLE_BODY] = STYLE_DIM,    [ROLE_BODY_DIM] = STYLE_DIM,
};
/* clang-format on */

static const Paint *paints_of(Look look)
{
    return look.colours >= 256 ? paints_256 : look.colours >= 16 ? paints_16 : paints_8;
}

static int paint(Look look, unsigned role)
{
    if (look.colours < 8 || role >= ROLE_COUNT)
        return NONE;
    return look.is_light ? paints_of(look)[role].light : paints_of(look)[role].dark;
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
    return look.colours >= 256 || !look.is_light || theme_ink(look, style) == NONE;
}

/* Without colours; and with 8 on black, where what warns has the colour of text. */
static unsigned attributes_of_role(Look look, Style style)
{
    if (look.colours < 8 && style.ink < ROLE_COUNT)
        return attributes_mono[style.ink];
    const bool warns = style.ink == ROLE_WARN || style.ink == ROLE_BAD;
    return warns && look.colours >= 8 && look.colours < 16 && !look.is_light ? STYLE_BOLD | STYLE_UNDERLINE : 0;
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
