/* SPDX-License-Identifier: MIT */
#include "ui/theme.h"

#include <stddef.h>

typedef struct Paint {
    int16_t dark, light; /* -1: the terminal's own */
} Paint;

enum { NONE = -1 };

/* Text and digits keep the terminal's own colour, which is readable whatever its ground is. With 16 and 8 colours the
 * greys do too, told apart by the dim attribute: colour 8 is invisible in some well-liked palettes. */
static const Paint paints_256[ROLE_COUNT] = {
    [ROLE_TEXT] = {NONE, NONE},  [ROLE_DIM] = {246, 242},  [ROLE_STRONG] = {NONE, NONE}, [ROLE_CLEAR] = {NONE, NONE},
    [ROLE_ACCENT] = {209, 130},  [ROLE_GOOD] = {108, 28},  [ROLE_WARN] = {179, 94},      [ROLE_BAD] = {203, 160},
    [ROLE_BREATH] = {74, 25},
    [ROLE_BODY] = {244, 246},    [ROLE_BODY_DIM] = {241, 250}, [ROLE_GROUND] = {NONE, NONE}, [ROLE_PANEL] = {237, 254},
    [ROLE_RECENT] = {108, 71},   [ROLE_RECENT_DIM] = {65, 108}, [ROLE_WEEK] = {143, 143}, [ROLE_WEEK_DIM] = {101, 144},
    [ROLE_LONGER] = {137, 180},  [ROLE_LONGER_DIM] = {95, 187},
};

static const Paint paints_16[ROLE_COUNT] = {
    [ROLE_TEXT] = {NONE, NONE}, [ROLE_DIM] = {NONE, NONE},      [ROLE_STRONG] = {NONE, NONE},
    [ROLE_CLEAR] = {NONE, NONE}, [ROLE_ACCENT] = {11, 1},       [ROLE_GOOD] = {10, 2},        [ROLE_WARN] = {13, 5},
    [ROLE_BAD] = {9, 1},        [ROLE_BREATH] = {14, 4},
    [ROLE_BODY] = {NONE, NONE}, [ROLE_BODY_DIM] = {NONE, NONE}, [ROLE_GROUND] = {NONE, NONE},
    [ROLE_PANEL] = {NONE, NONE},
    [ROLE_RECENT] = {2, 2},     [ROLE_RECENT_DIM] = {2, 2},     [ROLE_WEEK] = {6, 6},         [ROLE_WEEK_DIM] = {6, 6},
    [ROLE_LONGER] = {5, 5},     [ROLE_LONGER_DIM] = {5, 5},
};

static const Paint paints_8[ROLE_COUNT] = {
    [ROLE_TEXT] = {NONE, NONE}, [ROLE_DIM] = {NONE, NONE},      [ROLE_STRONG] = {NONE, NONE},
    [ROLE_CLEAR] = {NONE, NONE}, [ROLE_ACCENT] = {3, 1},        [ROLE_GOOD] = {2, 2},         [ROLE_WARN] = {5, 5},
    [ROLE_BAD] = {1, 1},        [ROLE_BREATH] = {6, 4},
    [ROLE_BODY] = {NONE, NONE}, [ROLE_BODY_DIM] = {NONE, NONE}, [ROLE_GROUND] = {NONE, NONE},
    [ROLE_PANEL] = {NONE, NONE},
    [ROLE_RECENT] = {2, 2},     [ROLE_RECENT_DIM] = {2, 2},     [ROLE_WEEK] = {6, 6},         [ROLE_WEEK_DIM] = {6, 6},
    [ROLE_LONGER] = {5, 5},     [ROLE_LONGER_DIM] = {5, 5},
};

static const uint8_t attributes_mono[ROLE_COUNT] = {
    [ROLE_DIM] = STYLE_DIM,     [ROLE_STRONG] = STYLE_BOLD,  [ROLE_ACCENT] = STYLE_BOLD,
    [ROLE_WARN] = STYLE_UNDERLINE, [ROLE_BAD] = STYLE_BOLD | STYLE_UNDERLINE,
    [ROLE_BODY] = STYLE_DIM,    [ROLE_BODY_DIM] = STYLE_DIM,
};

/* Writing on a coloured ground: black on the light tones of a dark theme, white on the deep ones of a light theme. */
static int contrast_ink(Look look)
{
    if (!look.is_light)
        return look.colours >= 256 ? 16 : 0;
    return look.colours >= 256 ? 231 : look.colours >= 16 ? 15 : 7;
}

int theme_colour(Look look, Role role, bool as_ground)
{
    if (look.colours < 8 || (unsigned)role >= ROLE_COUNT)
        return NONE;
    if (role == ROLE_GROUND)
        return as_ground ? NONE : contrast_ink(look);
    const Paint *paints = look.colours >= 256 ? paints_256 : look.colours >= 16 ? paints_16 : paints_8;
    return look.is_light ? paints[role].light : paints[role].dark;
}

int theme_ink(Look look, Style style)
{
    const int colour = theme_colour(look, (Role)style.ink, false);
    const bool is_on_panel = style.ground == ROLE_PANEL && look.colours >= 256;
    return colour == NONE && is_on_panel ? (look.is_light ? 235 : 253) : colour;
}

static bool is_grey(uint8_t role)
{
    return role == ROLE_DIM || role == ROLE_BODY || role == ROLE_BODY_DIM || role == ROLE_RECENT_DIM ||
           role == ROLE_WEEK_DIM || role == ROLE_LONGER_DIM;
}

uint8_t theme_attributes(Look look, Style style)
{
    unsigned attributes = style.attributes;
    if (style.ink == ROLE_STRONG || (style.ink == ROLE_CLEAR && look.colours < 256))
        attributes |= STYLE_BOLD;
    if (look.colours < 8) {
        attributes |= style.ink < ROLE_COUNT ? attributes_mono[style.ink] : 0U;
        if (style.ground != ROLE_GROUND)
            attributes |= STYLE_REVERSE;
    } else if (look.colours < 256) {
        if (is_grey(style.ink))
            attributes |= STYLE_DIM;
        if (style.ground == ROLE_PANEL)
            attributes |= STYLE_REVERSE;
    }
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
