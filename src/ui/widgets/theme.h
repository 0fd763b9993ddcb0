/* SPDX-License-Identifier: MIT */
/* Roles, not colours: what is drawn says what it is, the theme says how that looks with 256, 16, 8 or no colours, on a
 * dark or a light ground. Meaning is never in the colour alone: attributes, words and glyphs carry it too. */
#ifndef UI_WIDGETS_THEME_H
#define UI_WIDGETS_THEME_H

#include <stdbool.h>
#include <stdint.h>

typedef enum Role {
    ROLE_TEXT,   /* the terminal's own */
    ROLE_DIM,    /* labels, what is not now */
    ROLE_STRONG, /* names */
    ROLE_CLEAR,  /* as strong, of what stands out by itself among greys: large digits, keys beside their labels */
    ROLE_ACCENT, /* now: the side, the active segment, the lit part of the body */
    ROLE_GOOD,   /* done, in range */
    ROLE_WARN,   /* avoid, ease off */
    ROLE_BAD,    /* errors, hurt */
    ROLE_BREATH,
    ROLE_BODY,     /* the figure */
    ROLE_BODY_DIM, /* parts of it that are set off from their neighbours */
    ROLE_GROUND,   /* as a background: the terminal's own */
    ROLE_PANEL,    /* as a background: chips, the selected row */
    ROLE_RECENT,   /* parts of the figure worked today or yesterday, ... */
    ROLE_RECENT_DIM,
    ROLE_WEEK, /* ... in the last week, ... */
    ROLE_WEEK_DIM,
    ROLE_LONGER, /* ... longer ago; set off from their neighbours likewise */
    ROLE_LONGER_DIM,
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
    bool is_light; /* a light ground */
} Look;

/* What the ground is: as the terminal says (COLORFGBG), or as a person does. */
typedef enum ThemeGround { GROUND_AS_TOLD, GROUND_DARK, GROUND_LIGHT } ThemeGround;

/* What a style is painted with: the numbers of its colours (0 to 255), or -1 for the terminal's own, always without
 * colours; and attributes, by which roles are told apart without colours. Ink on a panel is never the terminal's own with
 * 256 colours, for the panel may be dark where that is too. With few, a coloured ground is ink that is reversed. */
int theme_ink(Look look, Style style);
int theme_ground(Look look, Style style);
uint8_t theme_attributes(Look look, Style style);

/* Common styles. */
Style style_of(Role ink);
Style style_bold(Role ink);
Style style_on(Role ink, Role ground);

#endif
