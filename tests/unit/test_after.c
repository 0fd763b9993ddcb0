/* SPDX-License-Identifier: MIT */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "support/following.h"
#include "ui/screen.h"

Suite *suite_after(void);

enum { MARGINS = 2, HEIGHT = 20 };

static const char yaml[] = "defaults: {prepare: 0, switch: 0}\nmoves:\n"
                           "  - {name: Calf strip, areas: calves, sides: both, hold: 30m}\n"
                           "  - {name: Breathing, areas: neck, hold: 20s}\n";

/* The longest in a column makes it wider; where there is no room for all of a row, its short form stands there. */
static const struct {
    const char *script;
    int width;
    const char *row;
} rows[] = {
    {"go felt=7 30000 hurt go 3000 30000", 78, "Calf strip                  left 0:30, felt 7, hurt  right 0:30\n"},
    {"go felt=7 1000 hurt go 3000 felt=7 1000 hurt", 78, "  left 0:01, felt 7, hurt  right 0:01, felt 7, hurt\n"},
    {"go felt=7 1000 hurt go 3000 felt=7 1000 hurt", 84, "  left 0:01, felt 7, hurt  right 0:01, felt 7, hurt\n"},
    {"go felt=10 600000 hurt go 3000 felt=10 600000 hurt", 84,
     "  left 10:00, felt 10, hurt  right 10:00, felt 10, hurt\n"},
    {"go felt=10 600000 hurt go 3000 felt=10 600000 hurt", 78, "  L 10:00! R 10:00!\n"},
    {"go 1000 hurt go 3000 1000 hurt", 38, "  L 0:01! R 0:01!\n"},
    {"go 1000 hurt go 3000 1200000 hurt", 38, "  L 0:01! R 20:00!\n"},
    {"go 1000 hurt go 3000 1000 hurt", 18, "Calf strip  0:02!\n"},
    {"go 1000 hurt go 3000 1000 hurt go 3000 20000", 18, "Breathing   0:20\n"},
    /* What was skipped and what hurt look different. */
    {"go 5000 next 1000 next-move 1000", 78, "  left 0:05, cut short    right 0:01, cut short\n"},
    {"go next 1000 hurt", 78, "  left skipped            right 0:01, hurt\n"},
    {"go next 1000 hurt", 38, "  L skip  R 0:01!\n"},
    {"go next next 1000", 18, "Calf strip  skip\n"},
};

START_TEST(sides_do_not_run_together)
{
    Plan *plan = plan_of(yaml, NULL);
    Session session;
    Canvas canvas;
    ScreenStack stack = {0};
    Text shown = {0};
    session_init(&session, plan);
    free(follow(&session, rows[_i].script));
    const Model model = {.session = &session, .can_record = true};
    screens_push(&stack, &screen_after, &model);
    canvas_init(&canvas, rows[_i].width + MARGINS, HEIGHT, (Look){.colours = 16});
    screens_draw(&stack, &model, &canvas);
    canvas_dump(&canvas, false, &shown);
    ck_assert_msg(strstr(text_show(&shown), rows[_i].row), "no '%s' in\n%s", rows[_i].row, text_show(&shown));
    text_release(&shown);
    canvas_release(&canvas);
    screens_release(&stack);
    session_release(&session);
    plan_free(plan);
}
END_TEST

Suite *suite_after(void)
{
    Suite *suite = suite_create("after");
    TCase *tests = tcase_create("after");
    tcase_add_loop_test(tests, sides_do_not_run_together, 0, (int)ARRAY_LEN(rows));
    suite_add_tcase(suite, tests);
    return suite;
}
