/* SPDX-License-Identifier: MIT */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "support/following.h"
#include "ui/screens/gauge.h"

Suite *suite_move_bar(void);

#define MOVE(name, more) "  - {name: " name ", areas: calves, " more "}\n"

static const char yaml[] = "defaults: {prepare: 0, switch: 0}\nmoves:\n" MOVE("A", "sides: both, hold: 40s")
    MOVE("B", "hold: 40s, confirm: Well?") MOVE("C", "hold: 40s") MOVE("D", "hold: 40s");

/* Done =, now #, now to come -, to come ., skipped x, hurt !; B was left out before the start where `is_declined`. */
static const struct {
    const char *script;
    int width;
    bool is_declined;
    const char *row;
} rows[] = {
    {"go 1000", 27, false, "#-------- ..... ..... .....\n"},
    {"go 20000", 27, false, "##------- ..... ..... .....\n"},
    {"go 60000", 27, false, "######--- ..... ..... .....\n"},
    {"go 80000 40000", 27, false, "========= ===== #---- .....\n"},
    {"go 20000 next", 27, false, "##xx#---- ..... ..... .....\n"},
    {"go 20000 next-move 1000", 27, false, "==xxxxxxx #---- ..... .....\n"},
    {"go next-move next-move 1000", 27, false, "xxxxxxxxx xxxxx #---- .....\n"},
    {"go next-move next-move move-before 1000", 27, false, "xxxxxxxxx #---- ..... .....\n"},
    {"go 20000 hurt", 27, false, "##!!----- ..... ..... .....\n"},
    {"go 39900 hurt", 27, false, "###!----- ..... ..... .....\n"},
    {"go 20000 hurt go 3000 41000", 27, false, "==!!===== #---- ..... .....\n"},
    {"go 1000 hurt next-move next next", 27, false, "!!!!xxxxx xxxxx xxxxx #----\n"},
    {"go 1000", 27, true, "#-------- xxxxx ..... .....\n"},
    {"go 81000", 27, true, "========= xxxxx #---- .....\n"},
    {"go 500000", 27, true, "========= xxxxx ===== =====\n"},
    /* A column for each move: the side that hurt is told of. And fewer columns than moves. */
    {"go 20000 hurt go 3000 41000", 4, false, "!#..\n"},
    {"go 41000 hurt next", 4, false, "!#..\n"},
    {"go next-move 41000", 3, false, "x=.\n"},
};

START_TEST(tells_what_became_of_each)
{
    const char *questions[] = {"Well?"};
    Plan *plan = plan_of(yaml, &(PlanOptions){.declined = {questions, rows[_i].is_declined}});
    Session session;
    Canvas canvas;
    Text shown = {0};
    session_init(&session, plan);
    free(follow(&session, rows[_i].script));
    canvas_init(&canvas, rows[_i].width, 1, (Look){0});
    gauge_moves(&canvas, (Rect){0, 0, rows[_i].width, 1}, &session);
    canvas_dump(&canvas, false, &shown);
    ck_assert_msg(strstr(text_show(&shown), rows[_i].row) == text_show(&shown), "%s: %s", rows[_i].script,
                  text_show(&shown));
    text_release(&shown);
    canvas_release(&canvas);
    session_release(&session);
    plan_free(plan);
}
END_TEST

Suite *suite_move_bar(void)
{
    Suite *suite = suite_create("move_bar");
    TCase *tests = tcase_create("move_bar");
    tcase_add_loop_test(tests, tells_what_became_of_each, 0, (int)ARRAY_LEN(rows));
    suite_add_tcase(suite, tests);
    return suite;
}
