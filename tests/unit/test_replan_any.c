/* SPDX-License-Identifier: MIT */
/* What holds whatever the plan was and is, over many made at random. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/text.h"
#include "session/replan.h"
#include "support/following.h"

Suite *suite_replan_any(void);

static int64_t all_held_ms(const Session *session)
{
    int64_t sum_ms = 0;
    for (size_t i = 0; i < session_done_count(session); i++)
        for (Side side = SIDE_NONE; side < SIDE_COUNT; side++)
            sum_ms += session->done[i][side].held_ms;
    return sum_ms;
}

START_TEST(any_plan_can_follow_any_other)
{
    uint64_t seed = 11;
    for (int round = 0; round < 2000; round++) {
        char *yaml = random_routine(&seed), *other = random_routine(&seed);
        Plan *plan = plan_of(yaml, NULL), *edited = plan_of(other, NULL);
        Session session;
        session_init(&session, plan);
        EventList events = {0};
        advance_by_command(&session, COMMAND_GO_ON, 0, &events);
        advance_session(&session, next_number(&seed, (uint32_t)plan->seconds * 1000 + 1000), &events);
        bool was_finished = session.state == SESSION_FINISHED;
        const int64_t held_before_ms = all_held_ms(&session);
        replan_session(&session, edited);
        ck_assert_int_eq(all_held_ms(&session), held_before_ms);
        ck_assert_int_eq(session_step(&session) == NULL, was_finished);
        ck_assert(was_finished || (session.into_ms >= 0 && session.into_ms < session.length_ms));
        advance_session(&session, session_left_ms(&session), &events);
        ck_assert_int_eq(session.state, SESSION_FINISHED);
        event_release(&events);
        session_release(&session);
        plan_free(plan);
        plan_free(edited);
        free(yaml);
        free(other);
    }
}
END_TEST

enum { MOVES_MOST = 8, REPEATED_FROM = 3, REPEATED_TO = 6, TIMES_MOST = 4 };

/* Moves with names of their own, some of them done so many times over; those of which the bit is set are in it, and
 * lengths and the order of sides are those of `edition`. */
static Plan *edition_of(uint32_t bits, uint32_t times, uint32_t edition)
{
    Text yaml = {0};
    bool is_in_repeat = false;
    text_print(&yaml, "defaults: {switch: 3s, rest: 2s, first: %s}\nmoves:\n", edition < 3 ? "left" : "right");
    for (uint32_t i = 0; i < MOVES_MOST; i++) {
        const bool was_in_repeat = is_in_repeat;
        is_in_repeat = times > 1 && i >= REPEATED_FROM && i <= REPEATED_TO && (was_in_repeat || bits & (1U << i));
        if (is_in_repeat && !was_in_repeat)
            text_print(&yaml, "  - repeat: %u\n    between: %us\n    moves:\n", times, 1 + edition % 2);
        if (bits & (1U << i))
            text_print(&yaml, "%s- {name: M%u, areas: calves, prepare: %us, sides: %s, hold: %us}\n",
                       is_in_repeat ? "      " : "  ", i, (i + edition) % 3, i % 2 ? "both" : "none",
                       5 + (i * 7 + edition * 3) % 11);
    }
    Plan *plan = plan_of(text_show(&yaml), NULL);
    text_release(&yaml);
    return plan;
}

/* The move of the same name and round; -1 where none is. */
static int32_t find_move(const Plan *plan, const Plan *other, int32_t wanted)
{
    const char *name = other->moves[wanted].name;
    int32_t round = 0;
    for (int32_t i = 0; i < wanted; i++)
        round += strcmp(other->moves[i].name, name) == 0;
    for (int32_t i = 0; i < (int32_t)plan->move_count; i++) {
        if (strcmp(plan->moves[i].name, name) == 0 && round-- == 0)
            return i;
    }
    return -1;
}

static int64_t planned_ms(const Plan *plan, int32_t move)
{
    int64_t sum_ms = 0;
    for (size_t i = 0; i < plan->step_count; i++)
        sum_ms += plan->steps[i].move == move && plan->steps[i].kind == STEP_HOLD ? plan->steps[i].seconds * 1000 : 0;
    return sum_ms;
}

static int64_t held_ms(const Session *session, int32_t move)
{
    int64_t sum_ms = 0;
    for (Side side = SIDE_NONE; side < SIDE_COUNT; side++)
        sum_ms += session->done[move][side].held_ms;
    return sum_ms;
}

/* No side of it was left out, and each was done as long as it is in one of the plans. */
static void check_current(const Session *session, int32_t move, int64_t old_planned_ms)
{
    const bool has_sides = session->plan->moves[move].sides == SIDES_BOTH;
    const int64_t planned = planned_ms(session->plan, move);
    for (Side side = has_sides ? SIDE_LEFT : SIDE_NONE; side <= (has_sides ? SIDE_RIGHT : SIDE_NONE); side++)
        ck_assert(session->done[move][side].held_ms >= MIN_OF(planned, old_planned_ms) / (has_sides ? 2 : 1));
}

/* At the begin of any step, moves taken out, put in and made longer or shorter, in a repeat too: what was done is not
 * done again, what comes is done whole. */
START_TEST(between_steps_nothing_is_repeated_or_left_out)
{
    uint64_t seed = 23;
    for (int round = 0; round < 2000; round++) {
        const uint32_t times = 1 + next_number(&seed, TIMES_MOST);
        Plan *plan = edition_of(1 + next_number(&seed, (1U << MOVES_MOST) - 1), times, next_number(&seed, 5));
        Plan *edited = edition_of(1 + next_number(&seed, (1U << MOVES_MOST) - 1), times, next_number(&seed, 5));
        const int32_t step = (int32_t)next_number(&seed, (uint32_t)plan->step_count);
        Session session;
        EventList events = {0};
        session_init(&session, plan);
        advance_by_command(&session, COMMAND_GO_ON, 0, &events);
        advance_session(&session, (int64_t)plan->steps[step].at_s * 1000, &events);
        ck_assert_int_eq(session.step, step);
        const int64_t held_before_ms = all_held_ms(&session);
        replan_session(&session, edited);
        ck_assert_int_eq(all_held_ms(&session), held_before_ms);
        advance_session(&session, (int64_t)edited->seconds * 1000, &events);
        ck_assert_int_eq(session.state, SESSION_FINISHED);
        for (int32_t i = 0; i < (int32_t)edited->move_count; i++) {
            const int32_t old = find_move(plan, edited, i);
            const PlanMove *move = old >= 0 ? &plan->moves[old] : NULL;
            const int64_t held = held_ms(&session, i), planned = planned_ms(edited, i);
            if (move && move->first_step + move->step_count <= step)
                ck_assert(held >= planned_ms(plan, old) && held - planned_ms(plan, old) <= 1);
            else if (move && move->first_step >= step)
                ck_assert_int_eq(held, planned);
            else if (move)
                check_current(&session, i, planned_ms(plan, old));
        }
        event_release(&events);
        session_release(&session);
        plan_free(plan);
        plan_free(edited);
    }
}
END_TEST

Suite *suite_replan_any(void)
{
    Suite *suite = suite_create("replan_any");
    TCase *tests = tcase_create("replan_any");
    tcase_set_timeout(tests, 60);
    tcase_add_test(tests, any_plan_can_follow_any_other);
    tcase_add_test(tests, between_steps_nothing_is_repeated_or_left_out);
    suite_add_tcase(suite, tests);
    return suite;
}
