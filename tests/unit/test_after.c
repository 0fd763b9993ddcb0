/* SPDX-License-Identifier: MIT */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "support/following.h"
#include "ui/screen.h"

Suite *suite_after(void);

enum { MARGINS = 2, HEIGHT = 30 };

static const char yaml[] = "defaults: {prepare: 0, switch: 0}\nmoves:\n"
                           "  - {name: Calf strip, areas: calves, sides: both, hold: 30m}\n"
                           "  - {name: Breathing, areas: neck, hold: 20s}\n";

/* A session that was gone through, and what the page after it says. */
static const struct {
    const char *script;
    int width, after; /* after: the number that was said, in tenths; -1: none */
    const char *shown;
} pages[] = {
    {"go 30000 hurt go 3000 30000", 78, -1, "now         how does it feel? 0 (fine) to 10  "},
    {"go 30000 hurt go 3000 30000", 38, -1, "  Now, 0 (fine) to 10 (worst)?\n"},
    {"go 30000 hurt go 3000 30000", 18, -1, "  now, 0 to 10?\n"},
    {"go 30000 hurt go 3000 30000", 18, 30, "  now 3 of 10\n"},
    {"go 30000 hurt go 3000 30000", 78, 30, "how it felt after 3 of 10"},
    {"go 30000 hurt go 3000 30000", 78, -1, "The pressure target there is lower next time."},
    {"go 1000 leave", 78, -1, "Left"},
    {"go 1000 leave", 78, -1, "You stopped early. What you did counts."},
    {"go 1000 hurt go 3000 1000 hurt", 18, -1, "Calf strip  0:02!\n"},
    {"go 1000 hurt go 3000 1000 hurt go 3000 20000", 18, -1, "Breathing   0:20\n"},
};

START_TEST(says_what_was_done_and_asks)
{
    Plan *plan = plan_of(yaml, NULL);
    Session session;
    Canvas canvas;
    ScreenStack stack = {0};
    Text shown = {0};
    session_init(&session, plan);
    free(follow(&session, pages[_i].script));
    if (pages[_i].after >= 0)
        session.measure.after_tenths = pages[_i].after;
    const Model model = {.session = &session, .can_record = true, .width = pages[_i].width + MARGINS, .height = HEIGHT};
    screens_push(&stack, &screen_after, &model);
    canvas_init(&canvas, pages[_i].width + MARGINS, HEIGHT, (Look){.colours = 16});
    screens_draw(&stack, &model, &canvas);
    canvas_dump(&canvas, false, &shown);
    ck_assert_msg(strstr(text_show(&shown), pages[_i].shown), "no '%s' in\n%s", pages[_i].shown, text_show(&shown));
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
    tcase_add_loop_test(tests, says_what_was_done_and_asks, 0, (int)ARRAY_LEN(pages));
    suite_add_tcase(suite, tests);
    return suite;
}
