/* SPDX-License-Identifier: MIT */
/* What is in sight stays where it is until a key leads out of it: a second click falls on what the first one did. */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "support/stage.h"

Suite *suite_scrolling(void);

#define MARK "\xE2\x96\xB8"

enum { ROW_BYTES = 24 }; /* of a row's beginning, to know it by */

static const Screen *const screens[] = {&screen_settings, &screen_routine, &screen_library, &screen_swap};

static const struct {
    int width, height;
    const char *keys; /* before the click, one by one as long as they lead somewhere */
} windows[] = {{80, 24, ">>>>>>>"},      {80, 24, ">>>>>>>>>>>>>>>>>>>>>>>>>>>>>>"},
               {80, 24, "_<<<<<<<<<"},   {120, 40, "_<<<<<<<<<<<<<<<<<<"},
               {40, 12, ">>>>>>>>>>>>"}, {40, 12, "_<<<<<"},
               {24, 8, ">>>>>>>>"},      {20, 4, ">>>>>>"},
               {20, 3, ">>>>>>"},        {20, 1, ">>>"}};

static void set(Stage *stage, const Screen *screen, int width, int height)
{
    stage_open(stage, "../../routines", "");
    if (screen == &screen_routine || screen == &screen_swap)
        stage_look_at(stage, "post-run-full");
    if (screen == &screen_swap)
        stage_offer_swaps(stage);
    stage->model.width = width;
    stage->model.height = height;
    stage_push(stage, screen);
}

/* The beginning of a row of what is shown, without the mark; and the row of the cursor. */
static int look(Stage *stage, int y, char row[ROW_BYTES + 1])
{
    char *text = stage_text(stage, stage->model.width, stage->model.height, stage_colour, false);
    const char *line = text, *cursor = strstr(text, "cursor ");
    int cursor_y = -1;
    for (int i = 0; i < y; i++)
        line = strchr(line, '\n') + 1;
    for (int i = 0; i < ROW_BYTES; i++) {
        const bool is_mark = strncmp(line, MARK, strlen(MARK)) == 0;
        row[i] = is_mark || *line == '\n' ? ' ' : *line;
        line += *line == '\n' ? 0 : is_mark ? strlen(MARK) : 1;
    }
    row[ROW_BYTES] = '\0';
    ck_assert_int_eq(sscanf(cursor, "cursor %*d,%d", &cursor_y), 1);
    free(text);
    return cursor_y;
}

static Request click(Stage *stage, int y)
{
    return screens_key(&stage->stack, &stage->model, KEY_CLICK | y << 12 | 6);
}

START_TEST(second_click_falls_on_the_same)
{
    const Screen *screen = screens[_i % (int)ARRAY_LEN(screens)];
    const int window = _i / (int)ARRAY_LEN(screens), height = windows[window].height;
    int hits = 0;
    Stage stage;
    set(&stage, screen, windows[window].width, height);
    for (int y = 0; y < height; y++) {
        char before[ROW_BYTES + 1], after[ROW_BYTES + 1];
        screens_release(&stage.stack);
        stage_push(&stage, screen);
        stage_type(&stage, windows[window].keys);
        look(&stage, y, before);
        const Request first = click(&stage, y);
        if (first.kind != REQUEST_NONE) {
            const int cursor_y = look(&stage, y, after);
            const Request second = click(&stage, y);
            ck_assert_msg(cursor_y == y || cursor_y == y - 1, "%s: clicked at %d, marked at %d", screen->name, y,
                          cursor_y);
            ck_assert_str_eq(after, before);
            if (first.kind == REQUEST_DRAW)
                ck_assert_int_gt(second.kind, REQUEST_DRAW);
            else
                ck_assert(second.kind == first.kind && second.value == first.value);
            hits++;
        }
    }
    stage_release(&stage);
    ck_assert_msg(hits > 0 || screen == &screen_routine, "%s: nothing was hit", screen->name);
}
END_TEST

/* Whatever the sizes before and after it, the mark is in sight when the window has another. */
START_TEST(mark_is_in_sight_after_a_resize)
{
    const Screen *screen = screens[_i];
    Stage stage;
    char row[ROW_BYTES + 1];
    set(&stage, screen, 80, 24);
    stage_type(&stage, "_");
    for (size_t i = 0; i < ARRAY_LEN(windows); i++) {
        stage.model.width = windows[i].width;
        stage.model.height = windows[i].height;
        const int cursor_y = look(&stage, 0, row);
        ck_assert(cursor_y >= 0 && cursor_y < windows[i].height);
        const int shown = look(&stage, cursor_y, row);
        ck_assert_int_eq(shown, cursor_y);
        ck_assert_msg(strspn(row, " ") < ROW_BYTES, "%s: nothing at %d", screen->name, cursor_y);
        stage_type(&stage, "<");
    }
    stage_release(&stage);
}
END_TEST

/* An arrow moves the mark on the screen until it comes near the edge, where the page scrolls on below it. */
START_TEST(arrows_scroll_near_the_edge)
{
    Stage stage;
    char row[ROW_BYTES + 1];
    set(&stage, &screen_settings, 80, 24);
    int most = 0, last = look(&stage, 0, row);
    for (int i = 0; i < 30; i++) {
        stage_type(&stage, ">");
        const int now = look(&stage, 0, row);
        ck_assert_int_ge(now, last);
        most = MAX_OF(most, now);
        last = now;
    }
    const int bottom = last;
    stage_type(&stage, "<");
    ck_assert_int_eq(look(&stage, 0, row), bottom - 1);
    ck_assert_int_ge(most, 15);
    stage_release(&stage);
}
END_TEST

/* What follows the last place that the mark can take is read too. */
static const struct {
    int width, height;
    const char *keys;
} ends[] = {{24, 8, "_"}, {30, 10, "_"}, {40, 12, "_"}, {24, 8, NULL}, {30, 10, NULL}, {40, 12, NULL}, {80, 24, NULL}};

START_TEST(end_of_a_page_comes_into_sight)
{
    Stage stage;
    set(&stage, &screen_routine, ends[_i].width, ends[_i].height);
    stage.plan->routines[0].check.say = "Bend forward, slowly, and notice how far it is to the floor.";
    stage.plan->routines[0].sources.count = 0;
    for (int i = 0; i < 200 && !ends[_i].keys; i++)
        stage_type(&stage, ">");
    stage_type(&stage, ends[_i].keys ? ends[_i].keys : "");
    stage_check_shows(&stage, ends[_i].width, ends[_i].height, "\xE2\x96\xBE", false);
    stage_release(&stage);
}
END_TEST

Suite *suite_scrolling(void)
{
    Suite *suite = suite_create("scrolling");
    TCase *tests = tcase_create("scrolling");
    tcase_add_loop_test(tests, second_click_falls_on_the_same, 0, (int)(ARRAY_LEN(screens) * ARRAY_LEN(windows)));
    tcase_add_loop_test(tests, mark_is_in_sight_after_a_resize, 0, (int)ARRAY_LEN(screens));
    tcase_add_test(tests, arrows_scroll_near_the_edge);
    tcase_add_loop_test(tests, end_of_a_page_comes_into_sight, 0, (int)ARRAY_LEN(ends));
    suite_add_tcase(suite, tests);
    return suite;
}
