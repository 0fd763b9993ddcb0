/* SPDX-License-Identifier: MIT */
#include <check.h>
#include <stdlib.h>

#include "base/macros.h"
#include "session/tally.h"
#include "support/following.h"

Suite *suite_tally(void);

/* clang-format off */
static const char yaml[] = "defaults: {prepare: 0, switch: 0}\nmoves:\n"
                           "  - {name: A, areas: [calves, feet], sides: both, hold: 30s}\n"
                           "  - {name: B, areas: neck, hold: 20s}\n"
                           "  - {name: C, areas: feet, sides: left, hold: 20s}\n";

static const struct {
    const char *script;
    size_t count;
    TallyRow rows[4];
    int32_t seconds, left_s, right_s, feet_left_s, neck_s;
    bool hurt;
} cases[] = {
    {"", 0, {{0}}, 0, 0, 0, 0, 0, false},
    {"go 499", 0, {{0}}, 0, 0, 0, 0, 0, false},
    {"go 500", 1, {{0, SIDE_LEFT, 1, -1, -1, false, false}}, 1, 1, 0, 1, 0, false},
    {"go 10000 next-move hurt", 3,
     {{0, SIDE_LEFT, 10, -1, -1, false, true}, {0, SIDE_RIGHT, 0, -1, -1, false, true}, {1, SIDE_NONE, 0, -1, -1, true, false}},
     10, 10, 0, 10, 0, true},
    {"go 30000 hurt", 2, {{0, SIDE_LEFT, 30, -1, -1, false, false}, {0, SIDE_RIGHT, 0, -1, -1, true, false}}, 30, 30, 0, 30, 0, true},
    {"go felt=6 60000 felt=8 felt=2 900000", 4,
     {{0, SIDE_LEFT, 30, 6, 6, false, false}, {0, SIDE_RIGHT, 30, -1, -1, false, false}, {1, SIDE_NONE, 20, 2, 8, false, false},
      {2, SIDE_LEFT, 20, -1, -1, false, false}}, 100, 50, 30, 50, 20, false},
    {"go 40000 back 30000 next-move 5000", 4,
     {{0, SIDE_LEFT, 30, -1, -1, false, false}, {0, SIDE_RIGHT, 40, -1, -1, false, false}, {1, SIDE_NONE, 0, -1, -1, false, true},
      {2, SIDE_LEFT, 5, -1, -1, false, false}},
     75, 35, 40, 35, 0, false},
};
/* clang-format on */

START_TEST(sums_up)
{
    Plan *plan = plan_of(yaml, NULL);
    Session session;
    session_init(&session, plan);
    free(follow(&session, cases[_i].script));
    Tally tally;
    tally_make(&tally, &session);
    ck_assert_uint_eq(tally.count, cases[_i].count);
    for (size_t i = 0; i < tally.count; i++) {
        const TallyRow *row = &tally.rows[i], *wanted = &cases[_i].rows[i];
        ck_assert_int_eq(row->move, wanted->move);
        ck_assert_int_eq(row->side, wanted->side);
        ck_assert_int_eq(row->seconds, wanted->seconds);
        ck_assert_int_eq(row->felt, wanted->felt);
        ck_assert_int_eq(row->felt_most, wanted->felt_most);
        ck_assert_int_eq(row->hurt, wanted->hurt);
        ck_assert_int_eq(row->skipped, wanted->skipped);
    }
    ck_assert_int_eq(tally.seconds, cases[_i].seconds);
    ck_assert_int_eq(tally.side_s[SIDE_LEFT], cases[_i].left_s);
    ck_assert_int_eq(tally.side_s[SIDE_RIGHT], cases[_i].right_s);
    ck_assert_int_eq(tally.area_s[AREA_FEET][SIDE_LEFT], cases[_i].feet_left_s);
    ck_assert_int_eq(tally.area_s[AREA_NECK][SIDE_NONE], cases[_i].neck_s);
    ck_assert_int_eq(tally.hurt, cases[_i].hurt);
    tally_release(&tally);
    ck_assert_ptr_null(tally.rows);
    session_release(&session);
    plan_free(plan);
}
END_TEST

Suite *suite_tally(void)
{
    Suite *suite = suite_create("tally");
    TCase *tests = tcase_create("tally");
    tcase_add_loop_test(tests, sums_up, 0, ARRAY_LEN(cases));
    suite_add_tcase(suite, tests);
    return suite;
}
