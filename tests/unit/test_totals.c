/* SPDX-License-Identifier: MIT */
#include <check.h>

#include "base/macros.h"
#include "session/totals.h"
#include "support/following.h"

Suite *suite_totals(void);

static const char yaml[] =
    "defaults: {prepare: 10s, switch: 5s, rest: 3s}\nmoves:\n"
    "  - {name: A, areas: [calves, feet], where: [floor, desk], tools: [ball | cork, block], technique: plow,\n"
    "     sides: both, hold: {left: 40s, right: 20s}}\n"
    "  - {name: B, areas: neck, prepare: 0, hold: 20s, priority: 3}\n"
    "  - rest: 7s\n"
    "  - {name: C, areas: feet, where: desk, tools: [block, ball | cork], sides: left, hold: 30s}\n";

static const char fitting[] = "defaults: {prepare: 0, switch: 0}\nmoves:\n"
                              "  - {name: A, areas: calves, sides: both, hold: 60s, least: 30s}\n"
                              "  - {name: B, areas: neck, hold: 60s, least: 20s, priority: 3}\n"
                              "  - {name: C, areas: feet, hold: 60s, least: 60s}\n";

START_TEST(adds_up)
{
    Arena arena = {0};
    Totals totals;
    Plan *plan = plan_of(yaml, NULL);
    totals_make(&totals, &arena, plan, NULL);
    ck_assert_int_eq(totals.holds_s, 110);
    ck_assert_int_eq(totals.set_ups_s, 10 + 5 + 10);
    ck_assert_int_eq(totals.rests_s, 3 + 7);
    ck_assert_int_eq(totals.holds_s + totals.set_ups_s + totals.rests_s, plan->seconds);
    ck_assert_int_eq(totals.side_s[SIDE_LEFT], 70);
    ck_assert_int_eq(totals.side_s[SIDE_RIGHT], 20);
    ck_assert_int_eq(totals.side_s[SIDE_NONE], 20);
    ck_assert_int_eq(totals.area_s[AREA_FEET][SIDE_LEFT], 70);
    ck_assert_int_eq(totals.area_s[AREA_CALVES][SIDE_RIGHT], 20);
    ck_assert_int_eq(totals.area_s[AREA_NECK][SIDE_NONE], 20);
    ck_assert_int_eq(totals.place_s[PLACE_FLOOR], 60 + 20);
    ck_assert_int_eq(totals.place_s[PLACE_DESK], 110);
    ck_assert_int_eq(totals.place_s[PLACE_BED], 20);
    ck_assert_int_eq(totals.technique_s[TECHNIQUE_PLOW], 60);
    ck_assert_int_eq(totals.technique_s[TECHNIQUE_NONE], 50);
    ck_assert_uint_eq(totals.tool_count, 2);
    ck_assert_str_eq(totals.tools[0].any_of->items[1], "cork");
    ck_assert_int_eq(totals.tools[0].seconds, 90);
    ck_assert_int_eq(totals.tools[1].seconds, 90);
    ck_assert_int_eq(totals.without_tool_s, 20);
    ck_assert_uint_eq(totals.shortened_count, 0);
    plan_free(plan);
    arena_release(&arena);
}
END_TEST

/* A move that was left out is not one that was shortened. */
START_TEST(finds_what_was_shortened)
{
    Arena arena = {0};
    Totals totals;
    Plan *full = plan_of(fitting, NULL), *plan = plan_of(fitting, &(PlanOptions){.minutes = 2});
    totals_make(&totals, &arena, plan, full);
    ck_assert_str_eq(plan->dropped, "B");
    ck_assert_uint_eq(totals.shortened_count, 1);
    ck_assert_str_eq(totals.shortened[0].name, "A");
    ck_assert_int_eq(totals.shortened[0].from_s, 120);
    ck_assert_int_eq(totals.shortened[0].to_s, 60);
    plan_free(plan);
    plan_free(full);
    arena_release(&arena);
}
END_TEST

Suite *suite_totals(void)
{
    Suite *suite = suite_create("totals");
    TCase *tcase = tcase_create("totals");
    tcase_add_test(tcase, adds_up);
    tcase_add_test(tcase, finds_what_was_shortened);
    suite_add_tcase(suite, tcase);
    return suite;
}
