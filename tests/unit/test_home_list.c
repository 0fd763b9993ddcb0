/* SPDX-License-Identifier: MIT */
/* The list of areas that home has in a window without room for the figures. */
#include <check.h>
#include <stdlib.h>

#include "base/macros.h"
#include "support/stage.h"
#include "ui/screens/home.h"

Suite *suite_home_list(void);

static void open_small(Stage *stage)
{
    stage_open(stage, "home", "");
    stage->model.width = 40;
    stage->model.height = 12;
    stage_push(stage, &screen_home);
}

static const HomeState *home_of(const Stage *stage)
{
    return stage->stack.states[0];
}

static Request click(Stage *stage, int x, int y)
{
    return screens_key(&stage->stack, &stage->model, KEY_CLICK | y << 12 | x);
}

/* What is clicked stays where it was, wherever the keys have been before: a second click means the same area. */
START_TEST(a_click_does_not_move_it)
{
    static const char *const ways[] = {"", ">>>", ">>>>>>>>>>>>", "<<<<<", "_"};
    Stage stage;
    open_small(&stage);
    stage_type(&stage, ways[_i]);
    const Rect areas = home_layout_cut(home_of(&stage), &stage.model, 40, 12).areas;
    for (int y = areas.y; y < areas.y + areas.height; y++) {
        ck_assert_int_eq(click(&stage, areas.x + 3, y).kind, REQUEST_DRAW);
        const Area chosen = home_of(&stage)->spot.area;
        click(&stage, areas.x + 3, y);
        ck_assert_int_eq(home_of(&stage)->spot.area, chosen);
    }
    stage_release(&stage);
}
END_TEST

/* A step moves it by a row at most. */
START_TEST(it_follows_the_arrows)
{
    Stage stage;
    open_small(&stage);
    stage_type(&stage, "<");
    for (int i = 0; i < 2 * AREA_COUNT; i++) {
        const int top = home_of(&stage)->area_top;
        stage_type(&stage, i < AREA_COUNT ? "<" : ">");
        ck_assert_int_le(abs(home_of(&stage)->area_top - top), 1);
    }
    ck_assert_int_eq(home_of(&stage)->spot.area, AREA_COUNT - 1);
    stage_release(&stage);
}
END_TEST

Suite *suite_home_list(void)
{
    Suite *suite = suite_create("home_list");
    TCase *tests = tcase_create("home_list");
    tcase_add_loop_test(tests, a_click_does_not_move_it, 0, 5);
    tcase_add_test(tests, it_follows_the_arrows);
    suite_add_tcase(suite, tests);
    return suite;
}
