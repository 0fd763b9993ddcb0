/* SPDX-License-Identifier: MIT */
/* A session as a value: where it stands, what is left, what can be asked of it. */
#include <check.h>
#include <stdlib.h>

#include "base/macros.h"
#include "session/session.h"
#include "support/following.h"

Suite *suite_session(void);

/* 0 prepare, 1 hold A left, 2 switch, 3 hold A right, 4 rest, 5 hold B */
static const char yaml[] = "moves:\n"
                           "  - {name: A, areas: calves, sides: both, hold: 10s-30s,\n"
                           "     cues: [{at: 2s, say: x}, {at: -5s, say: y}]}\n"
                           "  - rest: 10s\n"
                           "  - {name: B, areas: feet, prepare: 0, passes: 5, pace: 4s, breathe: 4-2-6-3}\n";

static Plan *plan;
static Session session;

static void begin_with(const char *text)
{
    plan = plan_of(text, NULL);
    session_init(&session, plan);
}

static void begin(void)
{
    begin_with(yaml);
}

static void end(void)
{
    session_release(&session);
    plan_free(plan);
}

START_TEST(begins_ready)
{
    ck_assert_int_eq(session.state, SESSION_READY);
    ck_assert_int_eq(session.step, 0);
    ck_assert_int_eq(session.length_ms, 5000);
    ck_assert_int_eq(session.felt, SESSION_NOT_FELT);
    ck_assert_int_eq(session_left_ms(&session), 100000);
    ck_assert_int_eq(session.done[1][SIDE_NONE].felt, SESSION_NOT_FELT);
    ck_assert_int_eq(session_moves_done(&session), 0);
}
END_TEST

static const struct {
    const char *script;
    int64_t at_ms, step_left_ms, left_ms;
    int move; /* -1: none */
    int32_t moves_done;
} places[] = {
    {"go", 0, 5000, 100000, 0, 0},
    {"go 5300", 5300, 29700, 94700, 0, 0}, /* passed over rather than done */
    {"go 6500", 6500, 28500, 93500, 0, 1},
    {"go 6500 more", 6500, 38500, 103500, 0, 1},
    {"go 6500 less", 6500, 18500, 83500, 0, 1},
    {"go 71000", 71000, 9000, 29000, -1, 1},
    {"go 81000", 81000, 19000, 19000, 1, 2},
    {"go 100000", 100000, 0, 0, -1, 2},
    {"go 2000 leave", 2000, 3000, 98000, 0, 0},
};

START_TEST(knows_its_place)
{
    free(follow(&session, places[_i].script));
    ck_assert_int_eq(session_at_ms(&session), places[_i].at_ms);
    ck_assert_int_eq(session_step_left_ms(&session), places[_i].step_left_ms);
    ck_assert_int_eq(session_left_ms(&session), places[_i].left_ms);
    const PlanMove *move = session_move(&session);
    ck_assert_ptr_eq(move, places[_i].move >= 0 ? &plan->moves[places[_i].move] : NULL);
    ck_assert_int_eq(session_moves_done(&session), places[_i].moves_done);
}
END_TEST

static const struct {
    const char *script, *say;
    bool may_end;
} moments[] = {
    {"go 4000", NULL, false},          {"go 6999", NULL, false},      {"go 7000", "x", false},
    {"go 14999", "x", false},          {"go 15000", "x", true},       {"go 29999", "x", true},
    {"go 30000", "y", true},           {"go 30000 pause", "y", true}, {"go 30000 leave", "y", false},
    {"go 30000 more 9000", "y", true}, {"go 36000", NULL, false},     {"go 500000", NULL, false},
};

START_TEST(knows_the_moment)
{
    free(follow(&session, moments[_i].script));
    const StepCue *cue = session_cue(&session);
    if (moments[_i].say)
        ck_assert_str_eq(cue->say, moments[_i].say);
    else
        ck_assert_ptr_null(cue);
    ck_assert_int_eq(session_may_end(&session), moments[_i].may_end);
}
END_TEST

/* clang-format off */
static const struct {
    int64_t into_ms;
    BreathPart part;
    int64_t part_into_ms, part_of_ms;
    int32_t pass;
    int64_t pass_into_ms;
} breaths[] = {
    {0, BREATH_IN, 0, 4000, 1, 0},           {3999, BREATH_IN, 3999, 4000, 1, 3999},
    {4000, BREATH_HOLD, 0, 2000, 2, 0},      {6500, BREATH_OUT, 500, 6000, 2, 2500},
    {12000, BREATH_REST, 0, 3000, 4, 0},     {15000, BREATH_IN, 0, 4000, 4, 3000},
    {19999, BREATH_HOLD, 999, 2000, 5, 3999},
};
/* clang-format on */

START_TEST(follows_breath_and_passes)
{
    BreathPart part;
    int32_t pass;
    int64_t into_ms, of_ms;
    ck_assert(!session_breath(&session, &part, &into_ms, &of_ms));
    ck_assert(!session_pass(&session, &pass, &into_ms));
    session_place(&session, 5, breaths[_i].into_ms, 0, 0);
    ck_assert(session_breath(&session, &part, &into_ms, &of_ms));
    ck_assert_int_eq(part, breaths[_i].part);
    ck_assert_int_eq(into_ms, breaths[_i].part_into_ms);
    ck_assert_int_eq(of_ms, breaths[_i].part_of_ms);
    ck_assert(session_pass(&session, &pass, &into_ms));
    ck_assert_int_eq(pass, breaths[_i].pass);
    ck_assert_int_eq(into_ms, breaths[_i].pass_into_ms);
}
END_TEST

static const struct {
    int32_t step;
    int64_t into_ms, length_ms, worked_ms;
    int32_t at_step;
    int64_t at_into_ms, at_length_ms, at_worked_ms;
} checkpoints[] = {
    {1, 4500, 40000, 9500, 1, 4500, 40000, 9500},
    {1, 4500, 0, 9500, 1, 4500, 30000, 9500},
    {-3, -1, -1, -1, 0, 0, 5000, 0},
    {99, 99000000, 99000000, 5, 5, 3599999, 3600000, 5},
    {1, 40000, 30000, 5, 1, 29999, 30000, 5},
};

START_TEST(is_placed_paused)
{
    session.done[0][SIDE_LEFT].held_ms = 4500;
    session_place(&session, checkpoints[_i].step, checkpoints[_i].into_ms, checkpoints[_i].length_ms,
                  checkpoints[_i].worked_ms);
    ck_assert_int_eq(session.state, SESSION_PAUSED);
    ck_assert_int_eq(session.step, checkpoints[_i].at_step);
    ck_assert_int_eq(session.into_ms, checkpoints[_i].at_into_ms);
    ck_assert_int_eq(session.length_ms, checkpoints[_i].at_length_ms);
    ck_assert_int_eq(session.worked_ms, checkpoints[_i].at_worked_ms);
    ck_assert_int_eq(session.done[0][SIDE_LEFT].held_ms, 4500);
}
END_TEST

static const struct {
    int32_t step, felt_most;
    int32_t now_at;
    bool is_hurt;
} strains[] = {
    {3, 7, 3, true},  {3, 10, 3, true}, {3, 6, 3, false}, {3, SESSION_NOT_FELT, 3, false},
    {3, 8, 1, false}, {3, 8, 5, false}, {3, 8, 2, true},
};

/* Felt 7 before it was left, and once more now. */
START_TEST(placed_remembers_that_it_was_too_hard)
{
    const Step *step = &plan->steps[strains[_i].step];
    session.done[step->move][step->side].felt_most = strains[_i].felt_most;
    session_place(&session, strains[_i].now_at, 1000, 0, 0);
    free(follow(&session, strains[_i].now_at == 2 ? "next felt=7" : "felt=7"));
    ck_assert_int_eq(session.done[step->move][step->side].hurt, strains[_i].is_hurt);
}
END_TEST

START_TEST(placed_where_it_hurt_is_stopped)
{
    session_place(&session, 1, 4500, 0, 9500);
    session_stop(&session);
    ck_assert_int_eq(session.state, SESSION_STOPPED);
    ck_assert(session.done[0][SIDE_LEFT].hurt);
    free(follow(&session, "go 3000"));
    ck_assert_int_eq(session.step, 2);
    ck_assert_int_eq(session.state, SESSION_RUNNING);
}
END_TEST

START_TEST(counts_only_what_ran)
{
    free(follow(&session, "go 10000 pause 5000 go 3000 2000 back 4000 next"));
    ck_assert_int_eq(session.done[0][SIDE_LEFT].held_ms, 5000 + 2000 + 4000);
    ck_assert_int_eq(session.worked_ms, 16000);
    free(follow(&session, "5000 1000"));
    ck_assert_int_eq(session.done[0][SIDE_RIGHT].held_ms, 1000);
    ck_assert_int_eq(session.worked_ms, 22000);
}
END_TEST

/* At the person's own pace each set-up waits, also one that is come back to, or gone on with after a pause. */
START_TEST(waits_for_who_says_so)
{
    session.waits = true;
    free(follow(&session, "go 600000"));
    ck_assert_int_eq(session.step, 0);
    ck_assert_int_eq(session.state, SESSION_WAITING);
    free(follow(&session, "ready 2000"));
    ck_assert_int_eq(session.step, 1);
    ck_assert_int_eq(session.into_ms, 2000);
    free(follow(&session, "pause back go 9000"));
    ck_assert_int_eq(session.step, 0);
    ck_assert_int_eq(session.state, SESSION_WAITING);
    free(follow(&session, "ready pause go 1000 back 9000"));
    ck_assert_int_eq(session.step, 0);
    ck_assert_int_eq(session.state, SESSION_WAITING);
    free(follow(&session, "go 600000"));
    ck_assert_int_eq(session.plan->steps[session.step].kind, STEP_SWITCH);
    ck_assert_int_eq(session.state, SESSION_WAITING);
}
END_TEST

/* It is one step like any other: time runs through it, and nothing is held. */
START_TEST(a_phase_has_its_own_prepare)
{
    end();
    begin_with(
        "moves:\n  - {name: A, areas: calves, phases: [{name: In, hold: 20s}, {name: Out, hold: 10s, prepare: 8s}]}\n");
    free(follow(&session, "go 32000"));
    ck_assert_int_eq(session.step, 2);
    ck_assert_int_eq(session.done[0][SIDE_NONE].held_ms, 20000);
    free(follow(&session, "2000"));
    ck_assert_int_eq(session.step, 3);
    free(follow(&session, "1000 back"));
    ck_assert_int_eq(session.step, 2);
}
END_TEST

Suite *suite_session(void)
{
    Suite *suite = suite_create("session");
    TCase *tests = tcase_create("session");
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_test(tests, begins_ready);
    tcase_add_loop_test(tests, knows_its_place, 0, ARRAY_LEN(places));
    tcase_add_loop_test(tests, knows_the_moment, 0, ARRAY_LEN(moments));
    tcase_add_loop_test(tests, follows_breath_and_passes, 0, ARRAY_LEN(breaths));
    tcase_add_loop_test(tests, is_placed_paused, 0, ARRAY_LEN(checkpoints));
    tcase_add_loop_test(tests, placed_remembers_that_it_was_too_hard, 0, ARRAY_LEN(strains));
    tcase_add_test(tests, placed_where_it_hurt_is_stopped);
    tcase_add_test(tests, counts_only_what_ran);
    tcase_add_test(tests, a_phase_has_its_own_prepare);
    tcase_add_test(tests, waits_for_who_says_so);
    suite_add_tcase(suite, tests);
    return suite;
}
