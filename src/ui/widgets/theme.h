/* SPDX-License-Identifier: MIT */
/* Roles instead of colours: drawing code says what a thing is, and the theme says how that looks with 256, 16, 8 or no
 * colours, on a dark or a light background. The meaning is never in the colour alone: attributes, words and glyphs show
 * it too. tests/unit/test_theme.c has the figures that the colours keep to. */
#ifndef UI_WIDGETS_THEME_H
#define UI_WIDGETS_THEME_H

#include <stdbool.h>
#include <stdint.h>

/* A row for each: its name, what a theme of one's own calls it, and what it is for, as the JSON Schema says it. Those
 * up to BREATH are written with. */
/* clang-format off */
#define ROLES(row)                                                                                                     \
    row(TEXT, "text", "Text.")                                                                                         \
    row(DIM, "muted", "Labels, and what is not current.")                                                              \
    row(STRONG, "strong", "Names.")                                                                                    \
    row(CLEAR, "digits", "Large digits, and keys beside their labels.")                                                \
    row(ACCENT, "accent", "What is current: the side, the step, the part of the body that is worked.")                 \
    row(GOOD, "success", "What is done, or in range.")                                                                 \
    row(WARN, "warning", "What to avoid, and when to ease off.")                                                       \
    row(BAD, "error", "Errors, and what hurts.")                                                                       \
    row(BREATH, "breath", "The breath.")                                                                               \
    row(BODY, "figure", "The figure of the body.")                                                                     \
    row(BODY_LIGHT, "figure-light", "Areas of the figure beside others.")                                              \
    row(BODY_DARK, "figure-dark", "Areas of the figure beside those.")                                                 \
    row(PANEL, "selection", "The ground of the selected row, and of chips.")                                           \
    row(RECENT, "recent", "What was worked today or yesterday.")                                                       \
    row(WEEK, "week", "What was worked in the last week.")                                                             \
    row(LONGER, "longer", "What was worked longer ago.")                                                               \
    row(HEAT_0, "heat-0", "How much was done: nothing.")                                                               \
    row(HEAT_1, "heat-1", "How much was done: little.")                                                                \
    row(HEAT_2, "heat-2", "How much was done: some.")                                                                  \
    row(HEAT_3, "heat-3", "How much was done: much.")                                                                  \
    row(HEAT_4, "heat-4", "How much was done: most.")                                                                  \
    row(POSTURE, "person", "A person in a position: trunk and head.")                                                  \
    row(POSTURE_FAR, "person-far", "A person in a position: limbs on the far side, and hair.")                         \
    row(POSTURE_LEG, "person-leg", "A person in a position: the near leg.")                                            \
    row(POSTURE_ARM, "person-arm", "A person in a position: the near arm.")                                            \
    row(POSTURE_LIT, "person-lit", "A person in a position: what is worked.")                                          \
    row(PROP, "prop", "Floor, wall, chair.")

#define ROLE_NAME(name, ...) ROLE_##name,
/* GROUND, the terminal's own, stands only as a background. */
typedef enum Role { ROLES(ROLE_NAME) ROLE_GROUND, ROLE_COUNT } Role;
#undef ROLE_NAME
/* clang-format on */

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
    bool is_contrast;       /* these two from a theme, see below */
    int16_t own[ROLE_COUNT];
} Look;

/* The background: as the terminal reports it (COLORFGBG), or as the person has set it. */
typedef enum ThemeGround { GROUND_AS_TOLD, GROUND_DARK, GROUND_LIGHT } ThemeGround;

/* What the person has chosen. Zeroed it is what fits the terminal. */
typedef struct Theme {
    ThemeGround ground;
    bool is_contrast; /* text 7 to 1 or more, and what is drawn 3 to 1. Attributes only where no colour is sure to have
                       * that: where nobody says what the ground is, or with fewer than 256 colours */
    bool is_mono;     /* attributes only */
    int16_t own[ROLE_COUNT]; /* colours of one's own, from theme_own; 0: none. One that the terminal has not, with 16, 8
                              * or no colours, counts for nothing */
} Theme;

static inline int16_t theme_own(int colour)
{
    return (int16_t)(colour + 2);
}

bool theme_is_same(const Theme *one, const Theme *other);

/* The colour of the 256 that is nearest to red, green and blue, of those that are the same on every terminal. */
int theme_nearest(int32_t rgb);

/* What such a colour is (16 to 255): red, green and blue. The first 16 differ from terminal to terminal. */
int32_t theme_rgb(int colour);

/* The look of a terminal, as it says itself what it can do, with that theme. */
Look theme_look(Look terminal, const Theme *theme);

/* How a style is shown: colour numbers (0 to 255; -1 is the terminal's own, and the only one without colours), and
 * attributes, which tell roles apart when there are no colours. With 256 colours, text on a panel never has the
 * terminal's own colour, which may be as dark as the panel. With fewer colours, a coloured background is the text
 * colour reversed. */
int theme_ink(Look look, Style style);
int theme_ground(Look look, Style style);
uint8_t theme_attributes(Look look, Style style);

/* Whether a panel is the text reversed: colours on it would be patches. */
bool theme_reverses_panels(Look look);

/* Common styles. */
Style style_of(Role ink);
Style style_bold(Role ink);
Style style_on(Role ink, Role ground);

#endif
