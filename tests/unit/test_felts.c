/* SPDX-License-Identifier: MIT */
/* What was said of each hold, beside its target. */
#include <check.h>
#include <stdlib.h>

#include "base/macros.h"
#include "session/replan.h"
#include "support/following.h"

Suite *suite_felts(void);

/* 0 hold A, 1 hold B left, 2 hold B left (out), 3 switch, 4 hold B right, 5 hold B right (out) */
static const char walk[] = "defaults: {prepare: 0, switch: 2s}\nmoves:\n"
                           "  - {name: A, areas: calves, hold: 20s}\n"
                           "  - {name: B, areas: calves, sides: both, pressure: 3-5, phases: [{name: In, hold: 15s}, "
                           "{name: Out, hold: 15s}]}\n";

static void add_felts(Text *into, const Session *session)
{
    for (size_t i = 0; i < session->felt_count; i++) {
        const SessionFelt *felt = &session->felts[i];
        text_print(into, "%s%s", i > 0 ? "; " : "", felt->move);
        if (felt->phase)
            text_print(into, " %s", felt->phase);
        text_print(into, "%s%s", felt->side == SIDE_NONE ? "" : " ", side_name((int)felt->side));
        if (felt->target.is_set)
            text_print(into, " %d-%d", (int)felt->target.low, (int)felt->target.high);
        text_print(into, ": %d", (int)felt->felt);
    }
}

static const struct {
    const char *script, *felts;
} cases[] = {
    {"go 1000", ""},
    {"go 1000 felt=2", "A: 2"},
    {"go 1000 felt=2 1000 felt=4", "A: 4"},
    {"go 1000 felt=2 pause go 4000 felt=4", "A: 4"},
    {"go 21000 felt=3 15000 felt=5", "B In left 3-5: 3; B Out left 3-5: 5"},
    {"go 1000 felt=1 20000 felt=3 32000 felt=4", "A: 1; B In left 3-5: 3; B In right 3-5: 4"},
    {"go 1000 felt=2 1000 back felt=3", "A: 2; A: 3"}, /* the hold begins again */
    {"go 21000 felt=9 felt=11", "B In left 3-5: 9"},
    {"go 21000 felt=9 felt=8", "B In left 3-5: 8"}, /* and it is stopped */
};

START_TEST(one_number_for_each_hold)
{
    Plan *plan = plan_of(walk, NULL);
    Session session;
    Text felts = {0};
    session_init(&session, plan);
    free(follow(&session, cases[_i].script));
    add_felts(&felts, &session);
    ck_assert_str_eq(text_show(&felts), cases[_i].felts);
    text_release(&felts);
    session_release(&session);
    plan_free(plan);
}
END_TEST

/* The texts are the session's own, and the same hold is known again in a new plan. */
START_TEST(another_plan_changes_none)
{
    Plan *plan = plan_of(walk, NULL), *other = plan_of(walk, NULL);
    Session session;
    Text felts = {0};
    session_init(&session, plan);
    free(follow(&session, "go 1000 felt=2 20000 felt=3"));
    replan_session(&session, other);
    plan_free(plan);
    free(follow(&session, "felt=5"));
    add_felts(&felts, &session);
    ck_assert_str_eq(text_show(&felts), "A: 2; B In left 3-5: 5");
    text_release(&felts);
    session_release(&session);
    plan_free(other);
}
END_TEST

START_TEST(starts_with_nothing_said)
{
    Plan *plan = plan_of(walk, &(PlanOptions){.level = LEVEL_GENTLE});
    Session session;
    session_init(&session, plan);
    ck_assert_int_eq(session.measure.before_tenths, MEASURE_NOT_SAID);
    ck_assert_int_eq(session.measure.after_tenths, MEASURE_NOT_SAID);
    ck_assert_int_eq(session.measure.unit, UNIT_FEEL);
    ck_assert_int_eq(session.level, LEVEL_GENTLE);
    ck_assert_int_eq((PlanOptions){0}.level, LEVEL_STANDARD);
    session_release(&session);
    plan_free(plan);
}
END_TEST

Suite *suite_felts(void)
{
    Suite *suite = suite_create("felts");
    TCase *tests = tcase_create("felts");
    tcase_add_loop_test(tests, one_number_for_each_hold, 0, ARRAY_LEN(cases));
    tcase_add_test(tests, another_plan_changes_none);
    tcase_add_test(tests, starts_with_nothing_said);
    suite_add_tcase(suite, tests);
    return suite;
}
