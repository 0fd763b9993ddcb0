/* SPDX-License-Identifier: MIT */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"
#include "support/run.h"
#include "support/scratch.h"

Suite *suite_plain(void);

static Run play(const char *options)
{
    char *line = memory_print("play %s/short.yaml %s", scratch_folder, options);
    const Run run = run_knead(line, NULL);
    free(line);
    return run;
}

static const char positions[] =
    "knead: 1\npositions:\n"
    "  tall: {title: Standing tall, pelvis: [0, 52], spine: 90, head: 90,\n"
    "    arms: {worked: [270, 270], other: [270, 270]}, legs: {worked: [270, 270, 0], other: [270, 270, 0]}}\n"
    "  low: {use: tall, title: Bent low, spine: 40}\n";

static const struct {
    const char *routine, *lines;
} cases[] = {
    {"knead: 1\ntitle: One\nmoves:\n  - {name: Foot, areas: feet, hold: 30s, setup: Stand easy.}\n",
     "0:00  One, 40 s, 1 move\n"
     "0:00  Get ready: Foot. Stand easy.\n"
     "0:10  Hold 30 s: Foot.\n"
     "0:25  Halfway.\n"
     "0:40  Done: 1 move, 40 s.\n"},
    {"knead: 1\ntitle: Two\ncautions: Not today if it is swollen.\nmoves:\n"
     "  - name: Calf\n    areas: calves\n    sides: both\n    prepare: 0\n    pressure: 4-6\n    hold: 10s\n"
     "    cues: [Breathe out., \"Toes in,\\n then out.\"]\n"
     "  - rest: 3s\n    say: Shake it out.\n"
     "  - name: Foot\n    areas: feet\n    prepare: 0\n    breathe: 4-2-6-2\n    phases:\n"
     "      - {name: Press, passes: 2, pace: 4s, pressure: 5}\n"
     "      - {name: Ease, hold: 5s-15s}\n",
     "0:00  Two, 51 s, 2 moves\n"
     "0:00  Not today if it is swollen.\n"
     "0:00  Hold 10 s: Calf, left. Pressure 4 to 6.\n"
     "0:00  Breathe out.\n"
     "0:05  Toes in,  then out.\n"
     "0:10  Switch to the right side.\n"
     "0:15  Hold 10 s: Calf, right. Pressure 4 to 6.\n"
     "0:15  Breathe out.\n"
     "0:20  Toes in,  then out.\n"
     "0:25  Rest 3 s: Shake it out.\n"
     "0:28  Hold 8 s: Foot: Press, 1 of 2. Pressure 5. 2 reps of 4 s. Breathe in 4 s, hold 2 s, out 6 s, rest 2 s.\n"
     "0:32  Rep 2 of 2.\n"
     "0:36  Hold 15 s: Foot: Ease, 2 of 2. Breathe in 4 s, hold 2 s, out 6 s, rest 2 s. You can end it after 5 s if it "
     "has eased.\n"
     "0:41  If it has eased, you can move on.\n"
     "0:51  Done: 2 moves, 51 s.\n"},
    {"knead: 1\ntitle: Three\nmoves:\n"
     "  - name: Calf\n    areas: calves\n    sides: both\n    setup: Ball below.\n    position: tall\n"
     "    phases: [{name: Still, hold: 4s}, {name: Low, hold: 4s, position: low}]\n"
     "  - {name: Foot, areas: feet, prepare: 0, hold: 4s, position: [low, tall]}\n"
     "  - {name: Neck, areas: neck, prepare: 0, hold: 4s, position: nowhere}\n",
     "0:00  Three, 39 s, 3 moves\n"
     "0:00  Get ready: Calf, left side. Standing tall. Ball below.\n"
     "0:10  Hold 4 s: Calf, left: Still, 1 of 2.\n"
     "0:14  Hold 4 s: Calf, left: Low, 2 of 2. Bent low.\n"
     "0:18  Switch to the right side. Standing tall.\n"
     "0:23  Hold 4 s: Calf, right: Still, 1 of 2.\n"
     "0:27  Hold 4 s: Calf, right: Low, 2 of 2. Bent low.\n"
     "0:31  Hold 4 s: Foot. Bent low.\n"
     "0:35  Hold 4 s: Neck.\n"
     "0:39  Done: 3 moves, 39 s.\n"},
};

START_TEST(lines)
{
    scratch_put("positions/two.yaml", positions);
    scratch_put("short.yaml", cases[_i].routine);
    Run run = play("--plain --speed 200");
    ck_assert_str_eq(run.out, cases[_i].lines);
    ck_assert_str_eq(run.err, "");
    ck_assert_int_eq(run.status, 0);
    run_release(&run);
}
END_TEST

/* One line, whatever the question is, in what the locale can show. */
START_TEST(a_question_is_one_line)
{
    scratch_put("short.yaml", "knead: 1\ntitle: Ask\nmoves:\n  - {name: Foot, areas: feet, hold: 2s, confirm: "
                              "\"Line one?\\nLine two \u00e9?\"}\n");
    setenv("LC_ALL", "C", 1);
    Run run = play("--plain --speed 200");
    ck_assert_str_eq(run.err, "knead: this session asks: Line one? Line two e? You cannot answer here; --yes answers "
                              "yes to every question\n");
    ck_assert_int_eq(run.status, 1);
    run_release(&run);
}
END_TEST

START_TEST(questions_need_somebody_or_yes)
{
    scratch_put("short.yaml",
                "knead: 1\ntitle: Ask\nmoves:\n  - {name: Foot, areas: feet, hold: 2s, confirm: Is it well?}\n");
    Run refused = play("--plain --speed 200");
    ck_assert_int_eq(refused.status, 1);
    ck_assert_ptr_nonnull(strstr(refused.err, "knead: this session asks: Is it well?"));
    ck_assert_ptr_nonnull(strstr(refused.err, "--yes"));
    ck_assert_ptr_null(strstr(refused.out, "Hold"));
    run_release(&refused);
    Run run = play("--plain --speed 200 --yes");
    ck_assert_int_eq(run.status, 0);
    ck_assert_ptr_nonnull(strstr(run.out, "Done: 1 move"));
    run_release(&run);
}
END_TEST

START_TEST(no_escape_and_no_bell_into_a_pipe)
{
    scratch_put("short.yaml", cases[1].routine);
    Run run = play("--speed 200");
    ck_assert_ptr_nonnull(strstr(run.out, "Done"));
    for (const char *byte = run.out; *byte; byte++)
        ck_assert(*byte >= ' ' || *byte == '\n');
    run_release(&run);
}
END_TEST

Suite *suite_plain(void)
{
    Suite *suite = suite_create("plain");
    TCase *tcase = tcase_create("plain");
    tcase_add_checked_fixture(tcase, scratch_make, scratch_remove);
    tcase_add_loop_test(tcase, lines, 0, ARRAY_LEN(cases));
    tcase_add_test(tcase, a_question_is_one_line);
    tcase_add_test(tcase, questions_need_somebody_or_yes);
    tcase_add_test(tcase, no_escape_and_no_bell_into_a_pipe);
    suite_add_tcase(suite, tcase);
    return suite;
}
