/* SPDX-License-Identifier: MIT */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "session/plan.h"
#include "support/following.h"

Suite *suite_fit(void);

#define START "defaults: {prepare: 0, switch: 0}\nmoves:\n"
#define MOVE(name, hold, rest) "  - {name: " name ", areas: calves, hold: " hold rest "}\n"

/* clang-format off */
static const struct {
    const char *yaml;
    PlanOptions options;
    const char *lines, *dropped;
} fits[] = {
    /* Short enough already: as it is. */
    {START MOVE("A", "60s", ", priority: 3"), {.minutes = 1}, "0+60 hold A\n", NULL},
    /* One factor for all. */
    {START MOVE("A", "60s", "") MOVE("B", "2m", ""), {.minutes = 2}, "0+40 hold A\n40+80 hold B\n", NULL},
    /* Seconds that rounding lost are given back. */
    {START "  - repeat: 7\n    moves:\n    " MOVE("A", "25s", ""), {.minutes = 2},
     "0+18 hold A\n18+17 hold A\n35+17 hold A\n52+17 hold A\n69+17 hold A\n86+17 hold A\n103+17 hold A\n", NULL},
    /* None under its least; what is not said is half, and at least 10 s. */
    {START MOVE("A", "100s", ", least: 80s") MOVE("B", "80s", ""), {.minutes = 2}, "0+80 hold A\n80+40 hold B\n", NULL},
    {START MOVE("A", "12s", "") MOVE("B", "96s", ", least: 1s"), {.minutes = 1}, "0+10 hold A\n10+50 hold B\n", NULL},
    {START MOVE("A", "8s", "") MOVE("B", "100s", ""), {.minutes = 1}, "0+8 hold A\n8+52 hold B\n", NULL},
    /* Priority 3 goes first, from the last; then 2; never 1. */
    {START MOVE("A", "60s", ", priority: 1") MOVE("B", "60s", ", priority: 3") MOVE("C", "60s", ", priority: 3"),
     {.minutes = 1}, "0+30 hold A\n30+30 hold B\n", "C"},
    {START MOVE("A", "60s", ", priority: 3") MOVE("B", "60s", "") MOVE("C", "60s", ", priority: 1, least: 60s"),
     {.minutes = 1}, "0+60 hold C\n", "A, B"},
    {START "  - repeat: 3\n    moves:\n    " MOVE("A", "60s", ", priority: 3")
     MOVE("B", "60s", ", priority: 1, least: 60s"), {.minutes = 1}, "0+60 hold B\n", "A"},
    /* One move stays, whatever its priority. */
    {START MOVE("A", "60s", ", least: 60s") MOVE("B", "60s", ", priority: 3") MOVE("C", "60s", ""), {.minutes = 1},
     "0+60 hold A\n", "B, C"},
    {START MOVE("A", "60s", ", priority: 3, least: 60s") MOVE("B", "60s", ", priority: 3"), {.minutes = 1},
     "0+60 hold A\n", "B"},
    /* Left and right stay equal; what was different stays different. */
    {"moves:\n" MOVE("A", "70s", ", sides: both"), {.minutes = 2},
     "0+5 prepare A left\n5+55 hold A left\n60+5 switch A right\n65+55 hold A right\n", NULL},
    {"defaults: {prepare: 1s, switch: 0}\nmoves:\n" MOVE("A", "70s", ", sides: both"), {.minutes = 2},
     "0+1 prepare A left\n1+59 hold A left\n60+59 hold A right\n", NULL},
    {START MOVE("A", "{left: 120s, right: 60s}", ", sides: both"), {.minutes = 2},
     "0+80 hold A left\n80+40 hold A right\n", NULL},
    /* Whole passes, whole breaths. */
    {START "  - {name: P, areas: calves, passes: 15, pace: 4s, least: 10s}\n" MOVE("A", "60s", ", least: 10s"),
     {.minutes = 1}, "0+28 hold P 7x4\n28+32 hold A\n", NULL},
    {START "  - {name: P, areas: calves, breaths: 6, breathe: 4-6, least: 25s}\n" MOVE("A", "90s", ", least: 10s"),
     {.minutes = 1}, "0+30 hold P b4-0-6-0\n30+30 hold A\n", NULL},
    /* Each phase is a hold of its own. */
    {START "  - {name: P, areas: calves, phases: [{name: In, hold: 80s}, {name: Out, hold: 40s}]}\n", {.minutes = 1},
     "0+40 hold P In 1/2\n40+20 hold P Out 2/2\n", NULL},
    /* A range keeps its shape. */
    {START MOVE("A", "60s-100s", "") MOVE("B", "80s", ""), {.minutes = 2}, "0+67 hold A from 40\n67+53 hold B\n", NULL},
    {START MOVE("A", "1s-2s", ", least: 1s") MOVE("B", "60s", ", least: 59s"), {.minutes = 1},
     "0+1 hold A\n1+59 hold B\n", NULL},
    /* Cues are worked out anew; those that no longer fall inside are left out. */
    {START MOVE("A", "120s", ", cues: [a, b]"), {.minutes = 1}, "0+60 hold A @0 a @30 b\n", NULL},
    {START MOVE("A", "100s", ", least: 40s, cues: [{at: 10s, say: w}, {at: 35s, say: x}, {at: 70s, say: y},"
           " {at: -20s, say: z}]")
     MOVE("B", "20s", ", least: 20s"), {.minutes = 1}, "0+40 hold A @10 w @20 z @35 x\n40+20 hold B\n", NULL},
    /* Rests that a dropped move leaves first, last or doubled go with it. */
    {START MOVE("A", "60s", ", priority: 3") "  - rest: 9s\n"
     MOVE("B", "60s", ", priority: 1, least: 60s"), {.minutes = 1}, "0+60 hold B\n", "A"},
    {START MOVE("B", "60s", ", priority: 1, least: 60s") "  - rest: 9s\n"
     MOVE("A", "60s", ", priority: 3"), {.minutes = 1}, "0+60 hold B\n", "A"},
    {START MOVE("A", "30s", ", priority: 1, least: 25s") "  - rest: 10s\n" MOVE("B", "60s", ", priority: 3")
     "  - rest: 10s\n" MOVE("C", "30s", ", priority: 1, least: 25s"), {.minutes = 1},
     "0+25 hold A\n25+10 rest\n35+25 hold C\n", "B"},
    /* Only what is done counts. */
    {START MOVE("A", "60s", ", priority: 1, least: 60s") MOVE("B", "120s", ", sides: both"),
     {.minutes = 1, .from_move = 2, .side = SIDE_RIGHT}, "0+60 hold B right\n", NULL},
};
/* clang-format on */

START_TEST(fits_to_minutes)
{
    Plan *plan = plan_of(fits[_i].yaml, &fits[_i].options);
    check_text(plan_lines(plan), fits[_i].lines);
    if (fits[_i].dropped)
        ck_assert_str_eq(plan->dropped, fits[_i].dropped);
    else
        ck_assert_ptr_null(plan->dropped);
    plan_free(plan);
}
END_TEST

/* The same hold in a plan that was not fitted. */
static const Step *as_written(const Plan *plan, const Step *hold)
{
    for (size_t i = 0; i < plan->step_count; i++) {
        const Step *step = &plan->steps[i];
        if (step->kind == STEP_HOLD && strcmp(step->name, hold->name) == 0 && step->side == hold->side &&
            step->phase == hold->phase)
            return step;
    }
    ck_abort_msg("%s is not in the routine", hold->name);
}

static void check_other_side(const Plan *plan, const Step *hold)
{
    for (size_t i = 0; i < plan->step_count; i++) {
        const Step *step = &plan->steps[i];
        if (step->kind == STEP_HOLD && step->move == hold->move && step->phase == hold->phase)
            ck_assert_int_eq(step->seconds, hold->seconds);
    }
}

static void check_fitted(const Plan *plan, const Plan *full, int32_t minutes)
{
    bool is_loose = false; /* some hold of plain seconds could have been longer */
    ck_assert_int_le(plan->seconds, minutes * 60);
    for (size_t i = 0; i < plan->step_count; i++) {
        const Step *step = &plan->steps[i];
        if (step->kind != STEP_HOLD)
            continue;
        const Step *written = as_written(full, step);
        ck_assert_int_ge(step->seconds, 1);
        ck_assert_int_le(step->seconds, written->seconds);
        ck_assert_int_lt(step->may_end_s, step->seconds);
        ck_assert_int_eq(step->passes * step->pace_s, step->passes > 0 ? step->seconds : 0);
        is_loose = is_loose || (step->cue_count > 0 && step->seconds < written->seconds);
        check_other_side(plan, step);
    }
    if (is_loose)
        ck_assert_int_ge(plan->seconds, minutes * 60 - 15);
    ck_assert_int_ne(plan->steps[0].kind, STEP_REST);
    ck_assert_int_ne(plan->steps[plan->step_count - 1].kind, STEP_REST);
    for (size_t i = 1; i < plan->step_count; i++)
        ck_assert(plan->steps[i].kind != STEP_REST || plan->steps[i - 1].kind != STEP_REST || !plan->dropped);
}

/* The least that a problem names really works, and a minute less does not. */
static void check_least(const char *yaml, const char *problem)
{
    const char *words = strstr(problem, "at least ");
    ck_assert_ptr_nonnull(words);
    int32_t least = (int32_t)strtol(words + strlen("at least "), NULL, 10);
    Plan *plan = plan_of(yaml, &(PlanOptions){.minutes = least});
    ck_assert_int_le(plan->seconds, least * 60);
    plan_free(plan);
    if (least > 1) {
        char *less = plan_problem(yaml, &(PlanOptions){.minutes = least - 1});
        ck_assert_ptr_nonnull(less);
        free(less);
    }
}

START_TEST(any_routine_fits_or_says_why)
{
    uint64_t seed = 20;
    int fitted = 0, refused = 0;
    for (int round = 0; round < 2000; round++) {
        char *yaml = random_routine(&seed);
        int32_t minutes = 1 + (int32_t)next_number(&seed, 12);
        PlanOptions options = {.minutes = minutes};
        char *problem = plan_problem(yaml, &options);
        if (problem) {
            refused++;
            check_least(yaml, problem);
        } else {
            Plan *full = plan_of(yaml, NULL), *plan = plan_of(yaml, &options);
            fitted += plan->seconds < full->seconds;
            check_fitted(plan, full, minutes);
            if (full->seconds <= minutes * 60)
                ck_assert_int_eq(plan->seconds, full->seconds);
            plan_free(full);
            plan_free(plan);
        }
        free(problem);
        free(yaml);
    }
    ck_assert_int_gt(fitted, 200);
    ck_assert_int_gt(refused, 100);
}
END_TEST

Suite *suite_fit(void)
{
    Suite *suite = suite_create("fit");
    TCase *tests = tcase_create("fit");
    tcase_set_timeout(tests, 60);
    tcase_add_loop_test(tests, fits_to_minutes, 0, ARRAY_LEN(fits));
    tcase_add_test(tests, any_routine_fits_or_says_why);
    suite_add_tcase(suite, tests);
    return suite;
}
