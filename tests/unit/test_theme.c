/* SPDX-License-Identifier: MIT */
#include <check.h>
#include <math.h>

#include "base/macros.h"
#include "ui/theme.h"

Suite *suite_theme(void);

/* The share of light of a channel, and of a colour of the 256 above the first 16 (WCAG 2, "relative luminance"). */
static double channel_light(int value)
{
    double share = value / 255.0;
    return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4);
}

static double luminance(int colour)
{
    static const int levels[] = {0, 95, 135, 175, 215, 255};
    if (colour >= 232)
        return channel_light(8 + (colour - 232) * 10);
    int cube = colour - 16;
    return 0.2126 * channel_light(levels[cube / 36]) + 0.7152 * channel_light(levels[cube / 6 % 6]) +
           0.0722 * channel_light(levels[cube % 6]);
}

static double contrast(double one, double other)
{
    return (fmax(one, other) + 0.05) / (fmin(one, other) + 0.05);
}

static const Role written[] = {ROLE_DIM, ROLE_ACCENT, ROLE_GOOD, ROLE_WARN, ROLE_BAD, ROLE_BREATH};

START_TEST(can_be_read)
{
    const double dark_ground = luminance(234), light_ground = luminance(231);
    for (int light = 0; light < 2; light++) {
        Look look = {256, true, light};
        int colour = theme_colour(look, written[_i], false), ink = theme_colour(look, ROLE_GROUND, false);
        double ground = light ? light_ground : dark_ground;
        ck_assert_double_ge(contrast(luminance(colour), ground), 4.5);
        ck_assert_double_ge(contrast(luminance(colour), luminance(ink)), 4.5);
        double panel = luminance(theme_colour(look, ROLE_PANEL, true));
        ck_assert_double_ge(contrast(luminance(colour), panel), 3.0);
    }
}
END_TEST

START_TEST(text_is_the_terminals_own)
{
    const int depths[] = {0, 8, 16, 256};
    for (size_t i = 0; i < ARRAY_LEN(depths); i++) {
        Look look = {depths[i], true, i % 2};
        ck_assert_int_eq(theme_colour(look, ROLE_TEXT, false), -1);
        ck_assert_int_eq(theme_colour(look, ROLE_STRONG, false), -1);
        ck_assert_int_eq(theme_colour(look, ROLE_GROUND, true), -1);
    }
}
END_TEST

START_TEST(keeps_to_the_colours_there_are)
{
    const int depths[] = {0, 8, 16, 256};
    for (size_t i = 0; i < ARRAY_LEN(depths); i++) {
        for (int role = 0; role < ROLE_COUNT; role++) {
            for (int bits = 0; bits < 4; bits++) {
                Look look = {depths[i], true, bits & 1};
                int colour = theme_colour(look, (Role)role, bits & 2);
                ck_assert_int_ge(colour, -1);
                ck_assert_int_lt(colour, depths[i] ? depths[i] : 0);
            }
        }
    }
}
END_TEST

START_TEST(mono_tells_roles_apart)
{
    const Look mono = {0, true, false}, colours = {256, true, false}, few = {8, true, false};
    ck_assert_uint_eq(theme_attributes(mono, style_of(ROLE_DIM)), STYLE_DIM);
    ck_assert_uint_eq(theme_attributes(mono, style_of(ROLE_ACCENT)), STYLE_BOLD);
    ck_assert_uint_eq(theme_attributes(mono, style_of(ROLE_WARN)), STYLE_UNDERLINE);
    ck_assert_uint_eq(theme_attributes(mono, style_on(ROLE_DIM, ROLE_ACCENT)), STYLE_REVERSE);
    ck_assert_uint_eq(theme_attributes(mono, style_on(ROLE_TEXT, ROLE_PANEL)), STYLE_REVERSE);
    ck_assert_uint_eq(theme_attributes(few, style_on(ROLE_TEXT, ROLE_PANEL)), STYLE_REVERSE);
    ck_assert_uint_eq(theme_attributes(few, style_of(ROLE_DIM)), STYLE_DIM);
    ck_assert_uint_eq(theme_attributes(colours, style_of(ROLE_DIM)), 0);
    ck_assert_uint_eq(theme_attributes(colours, style_of(ROLE_STRONG)), STYLE_BOLD);
    ck_assert_uint_eq(theme_attributes(colours, style_of(ROLE_CLEAR)), 0);
    ck_assert_uint_eq(theme_attributes(few, style_of(ROLE_CLEAR)), STYLE_BOLD);
    ck_assert_uint_eq(theme_attributes(mono, style_of(ROLE_CLEAR)), STYLE_BOLD);
    ck_assert_uint_eq(theme_attributes(colours, style_on(ROLE_TEXT, ROLE_PANEL)), 0);
}
END_TEST

/* A light terminal that does not say so gets dark panels: its own dark ink would not be read on them. */
START_TEST(a_panel_is_written_on_in_its_own_colour)
{
    const Look dark = {.colours = 256}, light = {.colours = 256, .is_light = true}, few = {.colours = 16};
    const Style row = style_on(ROLE_TEXT, ROLE_PANEL);
    ck_assert_int_eq(theme_ink(dark, row), 253);
    ck_assert_int_eq(theme_ink(light, row), 235);
    ck_assert_int_eq(theme_ink(few, row), -1);
    ck_assert_int_eq(theme_ink(dark, style_of(ROLE_TEXT)), -1);
    ck_assert_int_eq(theme_ink(dark, style_on(ROLE_ACCENT, ROLE_PANEL)), theme_colour(dark, ROLE_ACCENT, false));
}
END_TEST

Suite *suite_theme(void)
{
    Suite *suite = suite_create("theme");
    TCase *cases = tcase_create("theme");
    tcase_add_loop_test(cases, can_be_read, 0, (int)ARRAY_LEN(written));
    tcase_add_test(cases, text_is_the_terminals_own);
    tcase_add_test(cases, a_panel_is_written_on_in_its_own_colour);
    tcase_add_test(cases, keeps_to_the_colours_there_are);
    tcase_add_test(cases, mono_tells_roles_apart);
    suite_add_tcase(suite, cases);
    return suite;
}
