/* SPDX-License-Identifier: MIT */
/* Roles instead of colours: drawing code says what a thing is, and the theme says how that looks with 256, 16, 8 or no
 * colours, on a dark or a light background. The meaning is never in the colour alone: attributes, words and glyphs show
 * it too. */
#ifndef UI_WIDGETS_THEME_H
#define UI_WIDGETS_THEME_H

#include <stdbool.h>
#include <stdint.h>

typedef enum Role {
    ROLE_TEXT,   /* the terminal's own */
    ROLE_DIM,    /* labels, what is not current */
    ROLE_STRONG, /* names */
    ROLE_CLEAR,  /* large digits, keys beside their labels; with fewer than 256 colours like ROLE_STRONG */
    ROLE_ACCENT, /* what is current: the side, the active segment, the lit part of the body */
    ROLE_GOOD,   /* done, in range */
    ROLE_WARN,   /* avoid, ease off */
    ROLE_BAD,    /* errors, hurt */
    ROLE_BREATH,
    ROLE_BODY, /* the figure, and two greys for neighbouring areas of it */
    ROLE_BODY_LIGHT,
    ROLE_BODY_DARK,
    ROLE_GROUND, /* as a background: the terminal's own */
    ROLE_PANEL,  /* as a background: chips, the selected row */
    ROLE_RECENT, /* parts of the figure worked today or yesterday, ... */
    ROLE_WEEK,   /* ... in the last week, ... */
    ROLE_LONGER, /* ... longer ago */
    ROLE_HEAT_0, /* how much was done: nothing, ... */
    ROLE_HEAT_1, /* ... little, ... */
    ROLE_HEAT_2,
    ROLE_HEAT_3,
    ROLE_HEAT_4,      /* ... most. With fewer than 256 colours all are one, and characters tell them apart */
    ROLE_POSTURE,     /* a person in a position: trunk and head, ... */
    ROLE_POSTURE_FAR, /* ... limbs on the far side, hair, ... */
    ROLE_POSTURE_LEG, /* ... limbs on the near side, ... */
    ROLE_POSTURE_ARM,
    ROLE_POSTURE_LIT, /* ... what is worked */
    ROLE_PROP,        /* floor, wall, chair */
    ROLE_COUNT
} Role;

enum { STYLE_BOLD = 1, STYLE_DIM = 2, STYLE_REVERSE = 4, STYLE_UNDERLINE = 8 };

typedef struct Style {
    uint8_t ink, ground, attributes;
} Style; /* Role, Role, STYLE_ bits */

/* What the terminal can do, found by term/ once. */
typedef struct Look {
    int colours; /* 0, 8, 16 or 256 */
    bool is_utf8;
    bool is_light;          /* a light background */
    bool is_ground_unknown; /* nobody says what the background is: dark or light */
    bool is_halves_only;    /* of the block characters, it has no quadrants */
} Look;

/* The background: as the terminal reports it (COLORFGBG), or as the person has set it. */
typedef enum ThemeGround { GROUND_AS_TOLD, GROUND_DARK, GROUND_LIGHT } ThemeGround;

/* How a style is shown: colour numbers (0 to 255; -1 is the terminal's own, and the only one without colours), and
 * attributes, which tell roles apart when there are no colours. With 256 colours, text on a panel never has the
 * terminal's own colour, which may be as dark as the panel. With fewer colours, a coloured background is the text
 * colour reversed. */
int theme_ink(Look look, Style style);
int theme_ground(Look look, Style style);
uint8_t theme_attributes(Look look, Style style);

/* Common styles. */
Style style_of(Role ink);
Style style_bold(Role ink);
Style style_on(Role ink, Role ground);

#endif
