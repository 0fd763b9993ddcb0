/* SPDX-License-Identifier: MIT */
#include <check.h>
#include <math.h>

#include "base/macros.h"
#include "ui/widgets/contrast.h"
#include "ui/widgets/heat.h"
#include "ui/widgets/theme.h"

Suite *suite_theme(void);

/* The first 16, of the terminals that most people have; those of GNOME are VTE's since 2020. */
/* clang-format off */
static const struct {
    const char *name;
    int32_t rgb[16];
} palettes[] = {
    {"xterm", {0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5,
               0x7f7f7f, 0xff0000, 0x00ff00, 0xffff00, 0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff}},
    {"Linux console", {0x000000, 0xaa0000, 0x00aa00, 0xaa5500, 0x0000aa, 0xaa00aa, 0x00aaaa, 0xaaaaaa,
                       0x555555, 0xff5555, 0x55ff55, 0xffff55, 0x5555ff, 0xff55ff, 0x55ffff, 0xffffff}},
    {"GNOME", {0x171421, 0xc01c28, 0x26a269, 0xa2734c, 0x12488b, 0xa347ba, 0x2aa1b3, 0xd0cfcc,
               0x5e5c64, 0xf66151, 0x33da7a, 0xe9ad0c, 0x2a7bde, 0xc061cb, 0x33c7de, 0xffffff}},
    {"VTE", {0x000000, 0xc00000, 0x00c000, 0xc0c000, 0x0000c0, 0xc000c0, 0x00c0c0, 0xc0c0c0,
             0x3f3f3f, 0xff3f3f, 0x3fff3f, 0xffff3f, 0x3f3fff, 0xff3fff, 0x3fffff, 0xffffff}},
};
/* clang-format on */

static const Role written[] = {ROLE_TEXT, ROLE_DIM,  ROLE_STRONG, ROLE_CLEAR, ROLE_ACCENT,
                               ROLE_GOOD, ROLE_WARN, ROLE_BAD,    ROLE_BREATH};
static const Role coloured[] = {ROLE_ACCENT, ROLE_GOOD, ROLE_WARN, ROLE_BAD, ROLE_BREATH};
static const Role drawn[] = {ROLE_ACCENT, ROLE_RECENT,     ROLE_WEEK,     ROLE_LONGER,
                             ROLE_BODY,   ROLE_BODY_LIGHT, ROLE_BODY_DARK};

/* A look, on a ground that it is for. */
typedef struct Shown {
    Look look;
    bool is_white;
} Shown;

static const Shown few[] = {
    {{.colours = 8}, false},
    {{.colours = 8, .is_light = true}, true},
    {{.colours = 8, .is_ground_unknown = true}, false},
    {{.colours = 8, .is_ground_unknown = true}, true},
    {{.colours = 16}, false},
    {{.colours = 16, .is_light = true}, true},
    {{.colours = 16, .is_ground_unknown = true}, false},
    {{.colours = 16, .is_ground_unknown = true}, true},
};

static int32_t ground_of(const Shown *shown, const int32_t *rgb)
{
    return shown->is_white ? 0xffffff : rgb[0];
}

/* How a style comes out at the least, whether the terminal shows bold as brighter colours or not. */
static double least_contrast(const Shown *shown, const int32_t *rgb, Style style)
{
    const uint8_t attributes = theme_attributes(shown->look, style);
    const int ink = theme_ink(shown->look, style), ground = theme_ground(shown->look, style);
    const int32_t own_ink = shown->is_white ? rgb[0] : rgb[7];
    const int32_t under = ground < 0 ? ground_of(shown, rgb) : rgb[ground];
    double least = contrast_ratio(ink < 0 ? own_ink : rgb[ink], under);
    if (attributes & STYLE_BOLD && ink >= 0 && ink < 8)
        least = fmin(least, contrast_ratio(rgb[ink + 8], under));
    /* What is dimmed is colour 8 on the Linux console. */
    return attributes & STYLE_DIM ? fmin(least, contrast_ratio(rgb[8], under)) : least;
}

static void check_contrast(Style style, double wanted, double wanted_if_unknown)
{
    for (size_t i = 0; i < ARRAY_LEN(few); i++) {
        for (size_t k = 0; k < ARRAY_LEN(palettes); k++) {
            const double found = least_contrast(&few[i], palettes[k].rgb, style);
            ck_assert_msg(found >= (few[i].look.is_ground_unknown ? wanted_if_unknown : wanted),
                          "%s, %d colours, %s: role %d on %d has %.2f to 1", palettes[k].name, few[i].look.colours,
                          few[i].is_white ? "white" : "black", style.ink, style.ground, found);
        }
    }
}

START_TEST(few_colours_can_be_read)
{
    for (unsigned bold = 0; bold < 2; bold++)
        check_contrast((Style){(uint8_t)written[_i], ROLE_GROUND, (uint8_t)(bold * STYLE_BOLD)}, 4.5, 3.0);
}
END_TEST

START_TEST(few_colours_can_be_written_on)
{
    for (unsigned bold = 0; bold < 2; bold++)
        check_contrast((Style){ROLE_GROUND, (uint8_t)coloured[_i], (uint8_t)(bold * STYLE_BOLD)}, 4.5, 3.0);
}
END_TEST

START_TEST(few_colours_can_be_written_on_a_panel)
{
    for (unsigned bold = 0; bold < 2; bold++)
        check_contrast((Style){(uint8_t)written[_i], ROLE_PANEL, (uint8_t)(bold * STYLE_BOLD)}, 4.5, 3.0);
}
END_TEST

/* CIE 1976 L*a*b*, in which colours that look as different are as far apart. */
static double lab_part(double part)
{
    return part > 0.008856 ? cbrt(part) : 7.787 * part + 16.0 / 116;
}

/* Of colours as shares of light. */
static double distance_of_light(const double one[3], const double other[3])
{
    double square = 0, lab[2][3];
    for (int i = 0; i < 2; i++) {
        const double *light = i == 0 ? one : other;
        const double x = lab_part((0.4124 * light[0] + 0.3576 * light[1] + 0.1805 * light[2]) / 0.9505),
                     y = lab_part(0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2]),
                     z = lab_part((0.0193 * light[0] + 0.1192 * light[1] + 0.9505 * light[2]) / 1.089);
        lab[i][0] = 116 * y;
        lab[i][1] = 500 * (x - y);
        lab[i][2] = 200 * (y - z);
    }
    for (int i = 0; i < 3; i++)
        square += (lab[0][i] - lab[1][i]) * (lab[0][i] - lab[1][i]);
    return sqrt(square);
}

static double distance(int32_t one, int32_t other)
{
    const int32_t rgb[] = {one, other};
    double light[2][3];
    for (int i = 0; i < 2; i++) {
        for (int k = 0; k < 3; k++)
            light[i][k] = contrast_channel(rgb[i] >> (16 - 8 * k) & 255);
    }
    return distance_of_light(light[0], light[1]);
}

/* The cursor, the steps of recency and the greys: 20 is about as far as two greys that nobody takes for the same. */
static void check_drawn(const Shown *shown, const int32_t *palette)
{
    int32_t colours[ARRAY_LEN(drawn)];
    for (size_t i = 0; i < ARRAY_LEN(drawn); i++) {
        const int ink = theme_ink(shown->look, style_of(drawn[i]));
        colours[i] = ink < 0 ? palette[shown->is_white ? 0 : 7] : ink < 16 ? palette[ink] : theme_rgb(ink);
        ck_assert_double_ge(distance(colours[i], ground_of(shown, palette)), 20);
        for (size_t k = 0; k < MIN_OF(i, 4); k++)
            ck_assert_msg(distance(colours[i], colours[k]) >= 30, "%d colours, %s: roles %d and %d are alike",
                          shown->look.colours, shown->is_white ? "white" : "black", drawn[i], drawn[k]);
    }
}

START_TEST(the_figure_is_seen_and_its_steps_told_apart)
{
    static const Shown many[] = {{{.colours = 256}, false},
                                 {{.colours = 256, .is_light = true}, true},
                                 {{.colours = 256, .is_ground_unknown = true}, false},
                                 {{.colours = 256, .is_ground_unknown = true}, true}};
    for (size_t k = 0; k < ARRAY_LEN(palettes); k++) {
        for (size_t i = 0; i < ARRAY_LEN(few); i++)
            check_drawn(&few[i], palettes[k].rgb);
        for (size_t i = 0; i < ARRAY_LEN(many); i++)
            check_drawn(&many[i], palettes[k].rgb);
    }
}
END_TEST

/* The more was done, the further a step is from the ground, and each can be told from the one before. */
START_TEST(steps_of_heat_rise)
{
    static const Role heats[] = {ROLE_HEAT_0, ROLE_HEAT_1, ROLE_HEAT_2, ROLE_HEAT_3, ROLE_HEAT_4};
    const Look look = {.colours = 256, .is_utf8 = true, .is_light = _i};
    int32_t before = theme_rgb(_i ? 231 : 234);
    const int32_t ground = before;
    for (size_t i = 0; i < ARRAY_LEN(heats); i++) {
        const int32_t colour = theme_rgb(theme_ink(look, style_of(heats[i])));
        ck_assert_double_ge(distance(colour, before), 15);
        if (i > 1)
            ck_assert_double_gt(contrast_ratio(colour, ground), contrast_ratio(before, ground) * 1.2);
        before = colour;
    }
}
END_TEST

static const Role hues[] = {ROLE_DIM, ROLE_ACCENT, ROLE_GOOD, ROLE_WARN, ROLE_BAD, ROLE_BREATH};

START_TEST(can_be_read)
{
    for (int light = 0; light < 2; light++) {
        Look look = {.colours = 256, .is_utf8 = true, .is_light = light};
        const int32_t ground = theme_rgb(light ? 231 : 234);
        const int32_t colour = theme_rgb(theme_ink(look, style_of(hues[_i])));
        ck_assert_double_ge(contrast_ratio(colour, ground), 4.5);
        ck_assert_double_ge(contrast_ratio(theme_rgb(theme_ground(look, style_on(ROLE_GROUND, hues[_i]))),
                                           theme_rgb(theme_ink(look, style_on(ROLE_GROUND, hues[_i])))),
                            4.5);
        ck_assert_double_ge(contrast_ratio(colour, theme_rgb(theme_ground(look, style_on(ROLE_TEXT, ROLE_PANEL)))),
                            3.0);
    }
}
END_TEST

/* Where nobody says whether the ground is dark or light, less is asked for, but on both. */
START_TEST(can_be_read_on_an_unknown_ground)
{
    const Look look = {.colours = 256, .is_ground_unknown = true};
    const int32_t colour = theme_rgb(theme_ink(look, style_of(hues[_i])));
    ck_assert_double_ge(contrast_ratio(colour, theme_rgb(theme_ground(look, style_on(ROLE_TEXT, ROLE_PANEL)))), 2.5);
}
END_TEST

START_TEST(keeps_what_it_promises)
{
    const ContrastPromise *promise = &contrast_promises[_i];
    const Look look = theme_look(promise->terminal, &promise->theme);
    for (unsigned role = 0; role < ROLE_COUNT; role++) {
        const int ink = theme_ink(look, style_of((Role)role));
        const double wanted = contrast_wanted(promise, (Role)role);
        if (ink < 0)
            continue;
        const double found = contrast_ratio(theme_rgb(ink), promise->ground);
        ck_assert_msg(found >= wanted, "%s on #%06x: role %u has %.2f to 1, not %.1f", promise->name,
                      (unsigned)promise->ground, role, found, wanted);
    }
}
END_TEST

/* Known pairs: https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio gives the ends, and #767676 is the usual example of the
 * lightest grey that is 4.5 to 1 on white. */
START_TEST(contrast_is_what_wcag_says)
{
    ck_assert_double_eq_tol(contrast_ratio(0x000000, 0xffffff), 21, 1e-9);
    ck_assert_double_eq_tol(contrast_ratio(0xffffff, 0xffffff), 1, 1e-9);
    ck_assert_double_eq_tol(contrast_ratio(0x767676, 0xffffff), 4.54, 0.005);
    ck_assert_double_eq_tol(contrast_ratio(0xff0000, 0xffffff), 4.0, 0.005);
}
END_TEST

/* Of three kinds of colour-blindness, at full strength: how the light of a screen's colours is seen (G. M. Machado,
 * M. M. Oliveira, L. A. F. Fernandes: A Physiologically-based Model for Simulation of Color Vision Deficiency, 2009). */
static const struct {
    const char *name;
    double matrix[3][3];
} eyes[] = {
    {"protanopia", {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}},
    {"deuteranopia",
     {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}},
    {"tritanopia", {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}},
};

static double distance_seen(int32_t one, int32_t other, size_t eye)
{
    const int32_t rgb[] = {one, other};
    double seen[2][3];
    for (int i = 0; i < 2; i++) {
        const double light[] = {contrast_channel(rgb[i] >> 16 & 255), contrast_channel(rgb[i] >> 8 & 255),
                                contrast_channel(rgb[i] & 255)};
        for (int k = 0; k < 3; k++) {
            const double *row = eyes[eye].matrix[k];
            seen[i][k] = fmin(1, fmax(0, row[0] * light[0] + row[1] * light[1] + row[2] * light[2]));
        }
    }
    return distance_of_light(seen[0], seen[1]);
}

/* Roles that must be told apart, by how far apart they are in L*a*b* (CIE 1976; about 2 is the least that is noticed)
 * where attributes do not. Those of text come with words, those of the figure with a legend only; of heat each step is
 * beside the next. */
static const struct {
    Role roles[4];
    int count;
    bool is_scale;
    double least;
} families[] = {
    {{ROLE_ACCENT, ROLE_GOOD, ROLE_WARN, ROLE_BAD}, 4, false, 8},
    {{ROLE_RECENT, ROLE_WEEK, ROLE_LONGER}, 3, false, 12},
    {{ROLE_HEAT_1, ROLE_HEAT_2, ROLE_HEAT_3, ROLE_HEAT_4}, 4, true, 12},
};

static void check_told_apart(size_t row, size_t family, Role one, Role other)
{
    const Look look = theme_look(contrast_promises[row].terminal, &contrast_promises[row].theme);
    const int32_t a = theme_rgb(theme_ink(look, style_of(one))), b = theme_rgb(theme_ink(look, style_of(other)));
    if (theme_attributes(look, style_of(one)) != theme_attributes(look, style_of(other)))
        return;
    for (size_t eye = 0; eye < ARRAY_LEN(eyes); eye++)
        ck_assert_msg(distance_seen(a, b, eye) >= families[family].least, "%s, %s: roles %d and %d are %.1f apart",
                      contrast_promises[row].name, eyes[eye].name, one, other, distance_seen(a, b, eye));
}

START_TEST(can_be_told_apart_by_the_colour_blind)
{
    for (size_t k = 0; k < ARRAY_LEN(families); k++) {
        const Role *roles = families[k].roles;
        /* On an unknown ground the steps of heat have characters of their own. */
        if (families[k].is_scale && contrast_promises[_i].terminal.is_ground_unknown)
            continue;
        for (int one = 0; one < families[k].count; one++) {
            for (int other = one + 1; other < (families[k].is_scale ? MIN_OF(one + 2, 4) : families[k].count); other++)
                check_told_apart((size_t)_i, k, roles[one], roles[other]);
        }
    }
}
END_TEST

/* Without colours, with few, and on an unknown ground. */
START_TEST(steps_of_heat_have_characters)
{
    for (int i = 0; i < HEAT_COUNT; i++) {
        for (int k = 0; k < i; k++) {
            ck_assert_int_ne(heat_rows[i].shade, heat_rows[k].shade);
            ck_assert_int_ne(heat_rows[i].letter, heat_rows[k].letter);
        }
    }
}
END_TEST

/* No colour is sure to have a contrast of 7 to 1. */
START_TEST(contrast_has_no_colours_where_none_is_sure)
{
    const Look terminals[] = {{.colours = 256, .is_ground_unknown = true}, {.colours = 16}, {.colours = 8}};
    for (size_t i = 0; i < ARRAY_LEN(terminals); i++) {
        const Look look = theme_look(terminals[i], &(Theme){.is_contrast = true});
        ck_assert_int_eq(theme_ink(look, style_of(ROLE_BAD)), -1);
        ck_assert_uint_eq(theme_attributes(look, style_of(ROLE_BAD)), STYLE_BOLD | STYLE_UNDERLINE);
        ck_assert_uint_eq(theme_attributes(look, style_of(ROLE_DIM)), 0);
    }
    const Look look = theme_look((Look){.colours = 256}, &(Theme){.is_contrast = true});
    ck_assert_uint_eq(theme_attributes(look, style_of(ROLE_WARN)), STYLE_UNDERLINE);
    ck_assert(theme_reverses_panels(look));
    ck_assert_uint_eq(theme_attributes(look, style_on(ROLE_TEXT, ROLE_PANEL)), STYLE_REVERSE);
}
END_TEST

START_TEST(mono_has_attributes_only)
{
    const Look look = theme_look((Look){.colours = 256, .is_utf8 = true, .is_light = true}, &(Theme){.is_mono = true});
    ck_assert_int_eq(look.colours, 0);
    ck_assert(look.is_utf8);
    ck_assert_uint_eq(theme_attributes(look, style_of(ROLE_DIM)), STYLE_DIM);
}
END_TEST

/* What a theme of one's own says counts where the terminal has that colour; else the usual one is used. */
START_TEST(own_colours_fall_back)
{
    Theme theme = {.ground = GROUND_LIGHT};
    theme.own[ROLE_ACCENT] = theme_own(173);
    theme.own[ROLE_GOOD] = theme_own(12);
    theme.own[ROLE_WARN] = theme_own(3);
    theme.own[ROLE_BAD] = theme_own(-1);
    const struct {
        int colours, accent, good, warn, bad;
    } wanted[] = {{256, 173, 12, 3, -1}, {16, 1, 12, 3, -1}, {8, 1, 4, 3, -1}, {0, -1, -1, -1, -1}};
    for (size_t i = 0; i < ARRAY_LEN(wanted); i++) {
        const Look look = theme_look((Look){.colours = wanted[i].colours}, &theme);
        ck_assert_int_eq(theme_ink(look, style_of(ROLE_ACCENT)), wanted[i].accent);
        ck_assert_int_eq(theme_ink(look, style_of(ROLE_GOOD)), wanted[i].good);
        ck_assert_int_eq(theme_ink(look, style_of(ROLE_WARN)), wanted[i].warn);
        ck_assert_int_eq(theme_ink(look, style_of(ROLE_BAD)), wanted[i].bad);
    }
    const Look look = theme_look((Look){.colours = 256}, &theme);
    ck_assert_int_eq(theme_ink(look, style_of(ROLE_BREATH)), 25);
    ck_assert_uint_eq(theme_attributes(look, style_on(ROLE_GROUND, ROLE_BAD)), STYLE_REVERSE);
    ck_assert_int_eq(theme_ground(look, style_on(ROLE_GROUND, ROLE_BAD)), -1);
}
END_TEST

START_TEST(finds_the_nearest_colour)
{
    const struct {
        int32_t rgb;
        int colour;
    } cases[] = {{0xd7875f, 173}, {0xd8865e, 173}, {0x000000, 16}, {0xffffff, 231}, {0x585858, 240},
                 {0x5a5856, 240}, {0x0000ff, 21},  {0x00ff01, 46}, {0xeeeeee, 255}};
    for (size_t i = 0; i < ARRAY_LEN(cases); i++)
        ck_assert_int_eq(theme_nearest(cases[i].rgb), cases[i].colour);
}
END_TEST

START_TEST(text_is_the_terminals_own)
{
    const int depths[] = {0, 8, 16, 256};
    for (size_t i = 0; i < ARRAY_LEN(depths); i++) {
        Look look = {.colours = depths[i], .is_utf8 = true, .is_light = i % 2};
        ck_assert_int_eq(theme_ink(look, style_of(ROLE_TEXT)), -1);
        ck_assert_int_eq(theme_ink(look, style_of(ROLE_STRONG)), -1);
        ck_assert_int_eq(theme_ground(look, style_of(ROLE_TEXT)), -1);
    }
}
END_TEST

START_TEST(keeps_to_the_colours_there_are)
{
    const int depths[] = {0, 8, 16, 256};
    for (size_t i = 0; i < ARRAY_LEN(depths); i++) {
        for (int light = 0; light < 2; light++) {
            const Look look = {.colours = depths[i], .is_utf8 = true, .is_light = light};
            for (int ink = 0; ink < ROLE_COUNT; ink++) {
                for (int ground = 0; ground < ROLE_COUNT; ground++) {
                    const Style style = style_on((Role)ink, (Role)ground);
                    ck_assert_int_ge(theme_ink(look, style), -1);
                    ck_assert_int_ge(theme_ground(look, style), -1);
                    ck_assert_int_lt(theme_ink(look, style), depths[i] ? depths[i] : 0);
                    ck_assert_int_lt(theme_ground(look, style), depths[i] ? depths[i] : 0);
                }
            }
        }
    }
}
END_TEST

START_TEST(mono_tells_roles_apart)
{
    const Look mono = {.is_utf8 = true}, colours = {.colours = 256}, eight = {.colours = 8};
    ck_assert_uint_eq(theme_attributes(mono, style_of(ROLE_DIM)), STYLE_DIM);
    ck_assert_uint_eq(theme_attributes(mono, style_of(ROLE_ACCENT)), STYLE_BOLD);
    ck_assert_uint_eq(theme_attributes(mono, style_of(ROLE_WARN)), STYLE_UNDERLINE);
    ck_assert_uint_eq(theme_attributes(mono, style_on(ROLE_DIM, ROLE_ACCENT)), STYLE_REVERSE);
    ck_assert_uint_eq(theme_attributes(mono, style_on(ROLE_TEXT, ROLE_PANEL)), STYLE_REVERSE);
    ck_assert_uint_eq(theme_attributes(eight, style_on(ROLE_TEXT, ROLE_PANEL)), STYLE_REVERSE);
    ck_assert_uint_eq(theme_attributes(eight, style_on(ROLE_GROUND, ROLE_ACCENT)), STYLE_REVERSE);
    ck_assert_uint_eq(theme_attributes(eight, style_of(ROLE_DIM)), 0);
    ck_assert_uint_eq(theme_attributes(eight, style_of(ROLE_WARN)), STYLE_BOLD | STYLE_UNDERLINE);
    ck_assert_uint_eq(theme_attributes(colours, style_of(ROLE_WARN)), 0);
    ck_assert_uint_eq(theme_attributes(colours, style_of(ROLE_DIM)), 0);
    ck_assert_uint_eq(theme_attributes(colours, style_of(ROLE_STRONG)), STYLE_BOLD);
    ck_assert_uint_eq(theme_attributes(colours, style_of(ROLE_CLEAR)), 0);
    ck_assert_uint_eq(theme_attributes(eight, style_of(ROLE_CLEAR)), STYLE_BOLD);
    ck_assert_uint_eq(theme_attributes(mono, style_of(ROLE_CLEAR)), STYLE_BOLD);
    ck_assert_uint_eq(theme_attributes(colours, style_on(ROLE_TEXT, ROLE_PANEL)), 0);
}
END_TEST

/* A light terminal that does not say so gets dark panels: its own dark ink would not be read on them. */
START_TEST(a_panel_is_written_on_in_its_own_colour)
{
    const Look dark = {.colours = 256}, light = {.colours = 256, .is_light = true}, sixteen = {.colours = 16};
    const Style row = style_on(ROLE_TEXT, ROLE_PANEL);
    ck_assert_int_eq(theme_ink(dark, row), 253);
    ck_assert_int_eq(theme_ink(light, row), 235);
    ck_assert_int_eq(theme_ink(sixteen, row), -1);
    ck_assert_int_eq(theme_ink(dark, style_of(ROLE_TEXT)), -1);
    ck_assert_int_eq(theme_ink(dark, style_on(ROLE_ACCENT, ROLE_PANEL)), theme_ink(dark, style_of(ROLE_ACCENT)));
}
END_TEST

Suite *suite_theme(void)
{
    Suite *suite = suite_create("theme");
    TCase *cases = tcase_create("theme");
    tcase_add_loop_test(cases, can_be_read, 0, (int)ARRAY_LEN(hues));
    tcase_add_loop_test(cases, can_be_read_on_an_unknown_ground, 0, (int)ARRAY_LEN(hues));
    tcase_add_loop_test(cases, few_colours_can_be_read, 0, (int)ARRAY_LEN(written));
    tcase_add_loop_test(cases, few_colours_can_be_written_on, 0, (int)ARRAY_LEN(coloured));
    tcase_add_loop_test(cases, few_colours_can_be_written_on_a_panel, 0, (int)ARRAY_LEN(written));
    tcase_add_loop_test(cases, steps_of_heat_rise, 0, 2);
    tcase_add_test(cases, the_figure_is_seen_and_its_steps_told_apart);
    tcase_add_test(cases, text_is_the_terminals_own);
    tcase_add_test(cases, a_panel_is_written_on_in_its_own_colour);
    tcase_add_test(cases, keeps_to_the_colours_there_are);
    tcase_add_test(cases, mono_tells_roles_apart);
    tcase_add_test(cases, contrast_is_what_wcag_says);
    tcase_add_loop_test(cases, keeps_what_it_promises, 0, (int)CONTRAST_PROMISES);
    tcase_add_loop_test(cases, can_be_told_apart_by_the_colour_blind, 0, (int)CONTRAST_PROMISES);
    tcase_add_test(cases, steps_of_heat_have_characters);
    tcase_add_test(cases, contrast_has_no_colours_where_none_is_sure);
    tcase_add_test(cases, mono_has_attributes_only);
    tcase_add_test(cases, own_colours_fall_back);
    tcase_add_test(cases, finds_the_nearest_colour);
    suite_add_tcase(suite, cases);
    return suite;
}
