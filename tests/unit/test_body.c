/* SPDX-License-Identifier: MIT */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"
#include "ui/body/body_draw.h"

Suite *suite_body(void);

enum { HEIGHT = 60 };

static BodyDot *raster(BodyView view, int height)
{
    int width = body_width(height);
    BodyDot *dots = memory_resize(NULL, (size_t)(width * height), sizeof(*dots));
    body_raster(view, width, height, dots);
    return dots;
}

START_TEST(is_the_same_on_both_sides)
{
    BodyDot *dots = raster((BodyView)_i, HEIGHT);
    int width = body_width(HEIGHT);
    for (int y = 0; y < HEIGHT; y++) {
        for (int x = 0; x < width; x++) {
            const BodyDot *dot = &dots[y * width + x], *other = &dots[y * width + width - 1 - x];
            ck_assert_int_eq(dot->area, other->area);
            if (dot->area != BODY_NO_AREA)
                ck_assert_int_eq(dot->side, x < width / 2 ? SIDE_LEFT : x > width / 2 ? SIDE_RIGHT : SIDE_NONE);
        }
    }
    free(dots);
}
END_TEST

START_TEST(shows_every_area)
{
    for (int area = 0; area < AREA_COUNT; area++) {
        BodyView view = body_view_of((BodyAreas)1 << area);
        BodyDot *dots = raster(view, HEIGHT);
        int seen = 0;
        for (int i = 0; i < HEIGHT * body_width(HEIGHT); i++)
            seen += dots[i].area == area;
        ck_assert_msg(seen >= 4, "%s shows %d dots", area_name(area), seen);
        free(dots);
    }
}
END_TEST

START_TEST(is_one_piece)
{
    for (int height = 20; height <= 120; height += 4) {
        BodyDot *dots = raster((BodyView)_i, height);
        int width = body_width(height);
        for (int y = 1; y < height - 2; y++) {
            int inside = 0;
            for (int x = 0; x < width; x++)
                inside += dots[y * width + x].area != BODY_NO_AREA;
            ck_assert_msg(inside > 0, "height %d: row %d is empty", height, y);
        }
        free(dots);
    }
}
END_TEST

static const struct {
    Area area;
    BodyView view;
} views[] = {
    {AREA_CALVES, BODY_BACK}, {AREA_HAMSTRINGS, BODY_BACK}, {AREA_GLUTES, BODY_BACK}, {AREA_UPPER_BACK, BODY_BACK},
    {AREA_QUADS, BODY_FRONT}, {AREA_CHEST, BODY_FRONT},     {AREA_SHINS, BODY_FRONT}, {AREA_JAW, BODY_FRONT},
};

START_TEST(turns_to_what_is_worked)
{
    ck_assert_int_eq(body_view_of((BodyAreas)1 << views[_i].area), views[_i].view);
}
END_TEST

static int count_lit(const Canvas *canvas, int from, int until)
{
    int lit = 0;
    for (int y = 0; y < canvas->height; y++) {
        for (int x = from; x < until; x++) {
            const Cell *cell = &canvas->cells[y * canvas->width + x];
            lit += cell->glyph == '#';
        }
    }
    return lit;
}

START_TEST(lights_the_side)
{
    Canvas canvas;
    int width = body_width(HEIGHT), middle = width / 2;
    canvas_init(&canvas, width, HEIGHT / 2, (Look){0});
    Rect all = {0, 0, width, HEIGHT / 2};
    BodyAreas calves = (BodyAreas)1 << AREA_CALVES;
    body_draw(&canvas, all, BODY_BACK, calves, SIDE_LEFT);
    ck_assert_int_gt(count_lit(&canvas, 0, middle), 0);
    ck_assert_int_eq(count_lit(&canvas, middle, width), 0);
    body_draw(&canvas, all, BODY_BACK, calves, SIDE_RIGHT);
    ck_assert_int_eq(count_lit(&canvas, 0, middle), 0);
    ck_assert_int_gt(count_lit(&canvas, middle, width), 0);
    body_draw(&canvas, all, BODY_BACK, calves, SIDE_NONE);
    ck_assert_int_eq(count_lit(&canvas, 0, middle), count_lit(&canvas, middle, width));
    canvas_release(&canvas);
}
END_TEST

START_TEST(fits_its_place)
{
    Canvas canvas;
    canvas_init(&canvas, 40, 30, (Look){.colours = 256, .is_utf8 = true});
    for (int width = 0; width <= 40; width += 5) {
        Rect took = body_draw(&canvas, (Rect){0, 0, width, 30}, BODY_FRONT, 0, SIDE_NONE);
        ck_assert_int_le(took.width, width);
        ck_assert_int_le(took.height, 30);
    }
    canvas_release(&canvas);
}
END_TEST

/* How many cells of a figure have a glyph in a range. */
static int count_glyphs(const Canvas *canvas, int32_t first, int32_t last)
{
    int count = 0;
    for (int i = 0; i < canvas->width * canvas->height; i++)
        count += canvas->cells[i].glyph >= first && canvas->cells[i].glyph <= last;
    return count;
}

static const struct {
    Look look;
    int rows;
    bool has_quadrants, has_shades;
} drawings[] = {
    {{.colours = 256, .is_utf8 = true}, .rows = 19, .has_quadrants = true},
    {{.colours = 256, .is_utf8 = true, .is_halves_only = true}, .rows = 19},
    {{.colours = 8, .is_utf8 = true}, .rows = 19, .has_quadrants = true},
    {{.colours = 8, .is_utf8 = true}, .rows = 40, .has_quadrants = true, .has_shades = true},
    {{.colours = 8, .is_utf8 = true, .is_halves_only = true}, .rows = 40, .has_shades = true},
    {{.is_utf8 = true}, .rows = 19, .has_shades = true},
    {{.colours = 256}, .rows = 19},
};

START_TEST(keeps_to_the_blocks_there_are)
{
    Canvas canvas;
    const int rows = drawings[_i].rows, width = body_width(BODY_DOTS_DOWN * rows);
    canvas_init(&canvas, width, rows, drawings[_i].look);
    body_draw(&canvas, (Rect){0, 0, width, rows}, BODY_FRONT, 0, SIDE_NONE);
    ck_assert_int_eq(count_glyphs(&canvas, 0x2596, 0x259F) > 0, drawings[_i].has_quadrants);
    ck_assert_int_eq(count_glyphs(&canvas, 0x2591, 0x2593) > 0, drawings[_i].has_shades);
    canvas_release(&canvas);
}
END_TEST

static int count_ink(const Canvas *canvas, Role role)
{
    int count = 0;
    for (int i = 0; i < canvas->width * canvas->height; i++)
        count += canvas->cells[i].glyph != ' ' && canvas->cells[i].style.ink == role;
    return count;
}

/* Each step has one colour; what was never worked has greys. */
START_TEST(colours_areas_by_their_step)
{
    static const Role roles[] = {ROLE_LONGER, ROLE_WEEK, ROLE_RECENT};
    uint8_t steps[AREA_COUNT] = {
        [AREA_QUADS] = LAST_WORKED_LONGER, [AREA_CHEST] = LAST_WORKED_WEEK, [AREA_SHINS] = LAST_WORKED_RECENT};
    Canvas canvas;
    canvas_init(&canvas, 40, 30, (Look){.colours = 256, .is_utf8 = true});
    body_draw_steps(&canvas, (Rect){0, 0, 40, 30}, BODY_FRONT, 0, steps);
    for (size_t i = 0; i < ARRAY_LEN(roles); i++)
        ck_assert_int_gt(count_ink(&canvas, roles[i]), 0);
    ck_assert_int_gt(count_ink(&canvas, ROLE_BODY), 0);
    ck_assert_int_gt(count_ink(&canvas, ROLE_BODY_LIGHT), 0);
    ck_assert_int_gt(count_ink(&canvas, ROLE_BODY_DARK), 0);
    canvas_release(&canvas);
}
END_TEST

/* A share of the most; what was held without a side counts for both; a little is never nothing. */
START_TEST(heat_is_a_share_of_the_most)
{
    int64_t held_ms[AREA_COUNT][SIDE_COUNT] = {
        [AREA_CALVES] = {0, 100000, 50000}, [AREA_FEET] = {25000, 0, 50000}, [AREA_NECK] = {1, 0, 0}};
    static const struct {
        Area area;
        Side side;
        Heat step;
    } expected[] = {
        {AREA_CALVES, SIDE_LEFT, HEAT_MOST}, {AREA_CALVES, SIDE_RIGHT, HEAT_SOME}, {AREA_CALVES, SIDE_NONE, HEAT_MOST},
        {AREA_FEET, SIDE_LEFT, HEAT_LITTLE}, {AREA_FEET, SIDE_RIGHT, HEAT_MUCH},   {AREA_FEET, SIDE_NONE, HEAT_MUCH},
        {AREA_NECK, SIDE_LEFT, HEAT_LITTLE}, {AREA_CHEST, SIDE_NONE, HEAT_NONE},
    };
    BodyHeat heat;
    for (Heat least = HEAT_LITTLE; least <= HEAT_SOME; least++) {
        body_heat_set(&heat, &held_ms[0][0], least);
        for (size_t i = 0; i < ARRAY_LEN(expected); i++) {
            const Heat step = expected[i].step == HEAT_NONE ? HEAT_NONE : MAX_OF(expected[i].step, least);
            ck_assert_msg(heat.of[expected[i].area][expected[i].side] == step, "row %zu", i);
        }
    }
    memset(held_ms, 0, sizeof held_ms);
    body_heat_set(&heat, &held_ms[0][0], HEAT_SOME);
    ck_assert_int_eq(heat.of[AREA_CALVES][SIDE_LEFT], HEAT_NONE);
}
END_TEST

/* Without colours and in ASCII other characters tell the steps apart; both figures are drawn where there is room. */
START_TEST(heat_is_told_apart_without_colours)
{
    static const Look looks[] = {
        {.colours = 256, .is_utf8 = true}, {.colours = 16, .is_utf8 = true}, {.is_utf8 = true}, {0}};
    const int64_t held_ms[AREA_COUNT][SIDE_COUNT] = {
        [AREA_QUADS] = {0, 100, 50}, [AREA_CHEST] = {20, 0, 0}, [AREA_SHINS] = {0, 70, 70}};
    BodyHeat heat;
    body_heat_set(&heat, &held_ms[0][0], HEAT_LITTLE);
    for (size_t i = 0; i < ARRAY_LEN(looks); i++) {
        Canvas canvas;
        canvas_init(&canvas, 40, 16, looks[i]);
        const Rect figures = body_heat_draw(&heat, &canvas, (Rect){0, 0, 40, 16});
        ck_assert_int_gt(figures.width, body_width(2 * figures.height));
        for (Heat step = HEAT_NONE; step < HEAT_COUNT; step++) {
            const int glyph = looks[i].is_utf8 ? heat_rows[step].shade : heat_rows[step].letter;
            ck_assert_msg(looks[i].colours >= 256 ? count_ink(&canvas, heat_rows[step].role) > 0
                                                  : count_glyphs(&canvas, glyph, glyph) > 0,
                          "%zu: step %d", i, (int)step);
        }
        canvas_release(&canvas);
    }
}
END_TEST

/* Of a large figure; a small one has no room for gaps. */
START_TEST(parts_areas_of_the_same_colour)
{
    for (int rows = 12; rows <= 40; rows += 28) {
        uint8_t steps[2][AREA_COUNT] = {0};
        int holes[2];
        for (int same = 0; same < 2; same++) {
            steps[same][AREA_QUADS] = LAST_WORKED_WEEK;
            steps[same][AREA_KNEES] = same ? LAST_WORKED_WEEK : LAST_WORKED_LONGER;
            Canvas canvas;
            canvas_init(&canvas, 40, rows, (Look){.colours = 256, .is_utf8 = true});
            body_draw_steps(&canvas, (Rect){0, 0, 40, rows}, BODY_FRONT, 0, steps[same]);
            holes[same] = 0;
            for (int i = 0; i < canvas.width * canvas.height; i++)
                holes[same] += canvas.cells[i].glyph != 0x2588 && canvas.cells[i].style.ground == ROLE_GROUND;
            canvas_release(&canvas);
        }
        ck_assert_int_eq(holes[1] > holes[0], rows == 40);
    }
}
END_TEST

Suite *suite_body(void)
{
    Suite *suite = suite_create("body");
    TCase *cases = tcase_create("body");
    tcase_add_loop_test(cases, is_the_same_on_both_sides, 0, BODY_VIEW_COUNT);
    tcase_add_loop_test(cases, is_one_piece, 0, BODY_VIEW_COUNT);
    tcase_add_test(cases, shows_every_area);
    tcase_add_loop_test(cases, turns_to_what_is_worked, 0, (int)ARRAY_LEN(views));
    tcase_add_test(cases, lights_the_side);
    tcase_add_test(cases, fits_its_place);
    tcase_add_loop_test(cases, keeps_to_the_blocks_there_are, 0, (int)ARRAY_LEN(drawings));
    tcase_add_test(cases, colours_areas_by_their_step);
    tcase_add_test(cases, parts_areas_of_the_same_colour);
    tcase_add_test(cases, heat_is_a_share_of_the_most);
    tcase_add_test(cases, heat_is_told_apart_without_colours);
    suite_add_tcase(suite, cases);
    return suite;
}
