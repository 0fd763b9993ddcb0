/* SPDX-License-Identifier: MIT */
/* Pressure that is limited for a person, and moves that an injury leaves out. */
#include "session/caps.h"

#include <check.h>
#include <stdlib.h>

#include "base/macros.h"
#include "base/memory.h"
#include "session/plan.h"
#include "support/following.h"

Suite *suite_caps(void);

#define MOVE(name, rest) "  - {name: " name ", areas: calves, prepare: 0, " rest "}\n"
#define PRESS(length) MOVE("A", "technique: sustained-pressure, pressure: 3-6, " length)

enum { FIRST_WEEK = HEALTH_COUNT };

/* clang-format off */
static const struct { int words[3]; const char *moves, *lines, *limits; } limited[] = {
    {{-1}, PRESS("hold: 60s"), "0+60 hold A sustained-pressure p3-6\n", NULL},
    {{HEALTH_CLOT, -1}, PRESS("hold: 60s"), "0+60 hold A sustained-pressure p3-6\n", NULL},
    {{HEALTH_BLOOD_THINNERS, -1}, PRESS("hold: 60s"), "0+20 hold A sustained-pressure p3-3\n",
     "blood thinners: at most 3 of 10, at most 20 s on one spot"},
    {{HEALTH_REDUCED_FEELING, -1}, PRESS("hold: 60s"), "0+60 hold A sustained-pressure p2-2\n", "reduced feeling: at most 2 of 10"},
    {{HEALTH_HYPERMOBILE, -1}, PRESS("hold: 60s"), "0+60 hold A sustained-pressure p3-3\n", "hypermobile: at most 3 of 10"},
    {{FIRST_WEEK, -1}, PRESS("hold: 45s"), "0+23 hold A sustained-pressure p3-4\n", "first week: at most 4 of 10, half as long"},
    /* the strictest of several, all of them said */
    {{FIRST_WEEK, HEALTH_BLOOD_THINNERS, -1}, PRESS("hold: 90s"), "0+20 hold A sustained-pressure p3-3\n",
     "blood thinners: at most 3 of 10, at most 20 s on one spot; first week: at most 4 of 10, half as long"},
    /* whole passes and breaths, and at least one */
    {{FIRST_WEEK, -1}, MOVE("A", "technique: stripping, pressure: 4-6, passes: 7, pace: 4s"),
     "0+12 hold A 3x4 stripping p4-4\n", "first week: at most 4 of 10, half as long"},
    {{HEALTH_BLOOD_THINNERS, -1}, MOVE("A", "technique: stack, pressure: 2-4, breaths: 1, breathe: 20-20"),
     "0+40 hold A stack p2-3 b20-0-20-0\n", "blood thinners: at most 3 of 10, at most 20 s on one spot"},
    /* a tool that travels is on no spot for long */
    {{HEALTH_BLOOD_THINNERS, -1}, MOVE("A", "technique: stripping, pressure: 2-3, passes: 15, pace: 4s"),
     "0+60 hold A 15x4 stripping p2-3\n", NULL},
    /* a range keeps its shape */
    {{HEALTH_BLOOD_THINNERS, -1}, PRESS("hold: 30s-90s"), "0+20 hold A from 6 sustained-pressure p3-3\n",
     "blood thinners: at most 3 of 10, at most 20 s on one spot"},
    /* stretches, movements and breathing stay as they are */
    {{FIRST_WEEK, HEALTH_BLOOD_THINNERS, -1},
     MOVE("A", "technique: stretch, pressure: 3-6, hold: 60s") MOVE("B", "technique: movement, hold: 60s"),
     "0+60 hold A stretch p3-6\n60+60 hold B movement\n", NULL},
};
/* clang-format on */

static PlanOptions options_for(const int *words, uint8_t room[3])
{
    PlanOptions options = {.has_caps = true, .health = {.words = {room, 0}}};
    for (size_t i = 0; words[i] >= 0; i++) {
        if (words[i] == FIRST_WEEK)
            options.is_first_week = true;
        else
            room[options.health.words.count++] = (uint8_t)words[i];
    }
    return options;
}

START_TEST(what_presses_is_limited)
{
    uint8_t room[3];
    const PlanOptions options = options_for(limited[_i].words, room);
    char *yaml = memory_print("moves:\n%s", limited[_i].moves);
    Plan *plan = plan_of(yaml, &options);
    check_text(plan_lines(plan), limited[_i].lines);
    ck_assert_pstr_eq(plan->limits, limited[_i].limits);
    ck_assert_int_eq(plan->moves[0].is_limited, limited[_i].limits != NULL);
    plan_free(plan);
    free(yaml);
}
END_TEST

/* What is shown and checked is what is written. */
START_TEST(nothing_is_limited_unless_it_is_asked_for)
{
    uint8_t room[3];
    PlanOptions options = options_for((const int[]){FIRST_WEEK, HEALTH_BLOOD_THINNERS, -1}, room);
    options.has_caps = false;
    Plan *plan = plan_of("moves:\n" PRESS("hold: 60s"), &options);
    check_text(plan_lines(plan), "0+60 hold A sustained-pressure p3-6\n");
    ck_assert_ptr_null(plan->limits);
    plan_free(plan);
}
END_TEST

START_TEST(it_is_said_before_the_start)
{
    uint8_t room[3];
    const PlanOptions options = options_for((const int[]){HEALTH_HYPERMOBILE, HEALTH_DISC, -1}, room);
    Arena arena = {0};
    Plan *plan = plan_of("cautions: Own.\nmoves:\n" PRESS("hold: 60s"), &options);
    const TextList cautions = plan_cautions(plan, &arena);
    ck_assert_uint_eq(cautions.count, 3);
    ck_assert_str_eq(cautions.items[0],
                     "Ask your doctor or therapist first whether this is right for you. Your settings list: "
                     "hypermobile, disc.");
    ck_assert_str_eq(cautions.items[1], "Pressure is limited for you (hypermobile: at most 3 of 10).");
    ck_assert_str_eq(cautions.items[2], "Own.");
    plan_free(plan);
    arena_release(&arena);
}
END_TEST

/* Before all else, with what it is to be stopped for. */
START_TEST(in_pregnancy_it_says_when_to_stop)
{
    uint8_t room[3];
    const PlanOptions options = options_for((const int[]){HEALTH_PREGNANCY, -1}, room);
    Arena arena = {0};
    Plan *plan = plan_of("cautions: Own.\nmoves:\n" PRESS("hold: 60s"), &options);
    const TextList cautions = plan_cautions(plan, &arena);
    ck_assert_uint_eq(cautions.count, 2);
    ck_assert_ptr_nonnull(strstr(cautions.items[0], "list: pregnancy. Stop, and call your midwife or doctor, for bl"));
    plan_free(plan);
    arena_release(&arena);
}
END_TEST

/* clang-format off */
static const struct { uint8_t injuries[2]; size_t count; const char *names; } injured[] = {
    {{0}, 0, "C"},
    {{AREA_CALVES}, 1, "BC"},
    {{AREA_FEET}, 1, "AC"},
    {{AREA_JAW, AREA_SHINS}, 2, "ABC"},
    {{AREA_JAW, AREA_ACHILLES}, 2, "BC"},
};
/* clang-format on */

START_TEST(an_injury_leaves_out_its_parts)
{
    uint8_t word = HEALTH_RECENT_INJURY, injuries[2] = {injured[_i].injuries[0], injured[_i].injuries[1]};
    const PlanOptions options = {.health = {{&word, 1}, {injuries, injured[_i].count}}};
    Plan *plan = plan_of("moves:\n  - {name: A, areas: [calves, achilles], not_with: recent-injury, hold: 30s}\n"
                         "  - {name: B, areas: feet, not_with: [clot, recent-injury], hold: 30s}\n"
                         "  - {name: C, areas: calves, not_with: clot, hold: 30s}\n",
                         &options);
    Text names = {0};
    for (size_t i = 0; i < plan->move_count; i++)
        text_add(&names, plan->moves[i].name);
    ck_assert_str_eq(text_show(&names), injured[_i].names);
    text_release(&names);
    plan_free(plan);
}
END_TEST

Suite *suite_caps(void)
{
    Suite *suite = suite_create("caps");
    TCase *tcase = tcase_create("caps");
    tcase_add_loop_test(tcase, what_presses_is_limited, 0, (int)ARRAY_LEN(limited));
    tcase_add_test(tcase, nothing_is_limited_unless_it_is_asked_for);
    tcase_add_test(tcase, it_is_said_before_the_start);
    tcase_add_test(tcase, in_pregnancy_it_says_when_to_stop);
    tcase_add_loop_test(tcase, an_injury_leaves_out_its_parts, 0, (int)ARRAY_LEN(injured));
    suite_add_tcase(suite, tcase);
    return suite;
}
