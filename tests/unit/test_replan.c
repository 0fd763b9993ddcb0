/* SPDX-License-Identifier: MIT */
/* Going over to a plan of the edited file in the middle of a session. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/text.h"
#include "session/session.h"
#include "support/following.h"

Suite *suite_replan(void);

#define A "  - {name: A, areas: calves, hold: 30s}\n"
#define REST "  - rest: 10s\n"
#define B "  - {name: B, areas: calves, sides: both, phases: [{name: In, hold: 20s}, {name: Out, hold: 20s}]}\n"
#define C "  - {name: C, areas: feet, hold: 30s}\n"
#define N "  - {name: N, areas: neck, hold: 30s}\n"

/* 0 prepare, 1 hold A, 2 rest, 3 prepare B, 4 5 left, 6 switch, 7 8 right, 9 prepare, 10 hold C */
static const char before[] = "moves:\n" A REST B C;

static const struct {
    const char *script, *yaml;
    int32_t step;
    int64_t into_ms, length_ms;
    SessionState state;
} cases[] = {
    /* The same file: the same place, in every state. */
    {"", before, 0, 0, 5000, SESSION_READY},
    {"go 17000 pause", before, 1, 12000, 30000, SESSION_PAUSED},
    {"go 17000 pause go 1000", before, 1, 12000, 30000, SESSION_COUNTING},
    {"go 112000", before, 7, 17000, 20000, SESSION_RUNNING},
    {"go 500000", before, 11, 0, 0, SESSION_FINISHED},
    {"go 36000", before, 2, 1000, 10000, SESSION_RUNNING},
    /* A hold that is shorter or longer now; what + had added stays. */
    {"go 17000 pause", "moves:\n  - {name: A, areas: calves, hold: 10s}\n" B, 1, 9999, 10000, SESSION_PAUSED},
    {"go 17000 pause", "moves:\n  - {name: A, areas: calves, hold: 50s}\n" B, 1, 12000, 50000, SESSION_PAUSED},
    {"go 17000 pause more", "moves:\n  - {name: A, areas: calves, hold: 50s}\n" B, 1, 12000, 60000, SESSION_PAUSED},
    /* Another set-up before it: still the same move, side and phase. */
    {"go 112000 pause", "defaults: {prepare: 0, switch: 0}\nmoves:\n" A B C, 3, 17000, 20000, SESSION_PAUSED},
    {"go 112000 pause", "defaults: {first: right}\nmoves:\n" A REST B C, 4, 17000, 20000, SESSION_PAUSED},
    /* A set-up that is no more: the hold that it was for. */
    {"go 92000 pause", "defaults: {switch: 0}\nmoves:\n" A REST B C, 6, 0, 20000, SESSION_PAUSED},
    /* A phase that is no more: its time in the nearest. A second side that is no more: what follows the move. */
    {"go 72000 pause", "moves:\n" A REST "  - {name: B, areas: calves, hold: 60s, sides: both}\n", 4, 22000, 60000,
     SESSION_PAUSED},
    {"go 72000 pause", "moves:\n" A REST "  - {name: B, areas: calves, sides: both, phases: [{name: Out, hold: 9s}]}\n",
     4, 2000, 9000, SESSION_PAUSED},
    {"go 112000 pause", "moves:\n" A REST "  - {name: B, areas: calves, hold: 60s, sides: left}\n" C, 5, 0, 5000,
     SESSION_PAUSED},
    {"go 112000 pause", "moves:\n" A REST "  - {name: B, areas: calves, hold: 60s, sides: left}\n", 4, 59999, 60000,
     SESSION_PAUSED},
    /* Moves that are no more: what follows them, at the latest the end. A rest that is no more: what follows its move. */
    {"go 72000 pause", "moves:\n" A REST C, 3, 0, 5000, SESSION_PAUSED},
    {"go 500 next-move next-move 7000 pause", "moves:\n" A, 1, 29999, 30000, SESSION_PAUSED},
    {"go 36000 pause", "moves:\n" A B, 2, 0, 5000, SESSION_PAUSED},
    {"go 36000 pause", "moves:\n" A, 1, 29999, 30000, SESSION_PAUSED},
    /* Moves that came or went before it, and one that has another name now. */
    {"go 17000 pause", "moves:\n" C A REST B, 3, 12000, 30000, SESSION_PAUSED},
    {"go 112000 pause", "moves:\n" B C, 4, 17000, 20000, SESSION_PAUSED},
    {"go 17000 pause", "moves:\n  - {name: Eh, areas: calves, hold: 30s}\n" REST B C, 1, 12000, 30000, SESSION_PAUSED},
    /* One that was replaced: the other begins, or what follows it. */
    {"go 17000 pause", "moves:\n" N REST B C, 0, 0, 5000, SESSION_PAUSED},
    {"go 72000 pause", "moves:\n" A REST N C, 3, 0, 5000, SESSION_PAUSED},
    {"go 36000 pause", "moves:\n" N REST B C, 2, 1000, 10000, SESSION_PAUSED},
    {"go 36000 pause", "moves:\n" N B C, 2, 0, 5000, SESSION_PAUSED},
    /* The same move twice over, one more before both. */
    {"go 17000 pause", "moves:\n" C C A REST B C, 5, 12000, 30000, SESSION_PAUSED},
};

START_TEST(goes_on_at_the_same_place)
{
    Plan *plan = plan_of(before, NULL);
    Session session;
    session_init(&session, plan);
    free(follow(&session, cases[_i].script));
    int64_t worked_ms = session.worked_ms;
    Plan *edited = plan_of(cases[_i].yaml, NULL);
    session_replan(&session, edited);
    plan_free(plan);
    ck_assert_ptr_eq(session.plan, edited);
    ck_assert_int_eq(session.step, cases[_i].step);
    ck_assert_int_eq(session.into_ms, cases[_i].into_ms);
    ck_assert_int_eq(session.length_ms, cases[_i].length_ms);
    ck_assert_int_eq(session.state, cases[_i].state);
    ck_assert_int_eq(session.worked_ms, worked_ms);
    session_release(&session);
    plan_free(edited);
}
END_TEST

START_TEST(keeps_what_was_done)
{
    Plan *plan = plan_of("moves:\n" A B, NULL), *longer = plan_of("moves:\n" A B C C, NULL);
    Session session;
    session_init(&session, plan);
    free(follow(&session, "go 15000 felt=6 pause"));
    session_replan(&session, longer);
    ck_assert_int_eq(session.done[0][SIDE_NONE].held_ms, 10000);
    ck_assert_int_eq(session.done[0][SIDE_NONE].felt, 6);
    ck_assert_int_eq(session.felt, 6);
    ck_assert_int_eq(session.done[3][SIDE_NONE].held_ms, 0);
    ck_assert_int_eq(session.done[3][SIDE_RIGHT].felt, SESSION_NOT_FELT);
    free(follow(&session, "go 500000"));
    ck_assert_int_eq(session.state, SESSION_FINISHED);
    ck_assert_int_eq(session.done[3][SIDE_NONE].held_ms, 30000);
    session_release(&session);
    plan_free(plan);
    plan_free(longer);
}
END_TEST

typedef struct WantedRow {
    const char *name;
    Area area;
    int64_t held_ms;
    int32_t felt, felt_most;
    bool hurt;
} WantedRow;

static void check_rows(const Session *session, const WantedRow *rows, size_t count)
{
    ck_assert_uint_eq(session_done_count(session), count);
    for (size_t i = 0; i < count; i++) {
        const DoneMove move = session_done_move(session, i);
        const Done *done = &session->done[i][SIDE_NONE];
        ck_assert_str_eq(move.name, rows[i].name);
        ck_assert_uint_eq(move.areas.count, 1);
        ck_assert_uint_eq(move.areas.items[0], rows[i].area);
        ck_assert_int_eq(done->held_ms, rows[i].held_ms);
        ck_assert_int_eq(done->felt, rows[i].felt);
        ck_assert_int_eq(done->felt_most, rows[i].felt_most);
        ck_assert_int_eq(done->hurt, rows[i].hurt);
    }
}

#define NOTHING SESSION_NOT_FELT, SESSION_NOT_FELT, false

/* One of two moves of the same name is taken out, then the other; then all are there again. */
START_TEST(keeps_what_was_done_of_moves_that_are_gone)
{
    Plan *plan = plan_of("moves:\n" A C A B, NULL);
    Plan *edited = plan_of("moves:\n  - {name: D, areas: hips, hold: 9s}\n" A, NULL);
    Plan *other = plan_of("moves:\n" B, NULL), *back = plan_of("moves:\n" A C A B, NULL);
    static const WantedRow one[] = {{"D", AREA_HIPS, 0, NOTHING}, {"A", AREA_CALVES, 30000, 6, 6, false},
                                    {"C", AREA_FEET, 10000, 3, 3, true}, {"A", AREA_CALVES, 30000, 2, 2, false}};
    static const WantedRow none[] = {{"B", AREA_CALVES, 0, NOTHING}, {"C", AREA_FEET, 10000, 3, 3, true},
                                     {"A", AREA_CALVES, 30000, 2, 2, false}, {"A", AREA_CALVES, 30000, 6, 6, false}};
    static const WantedRow all[] = {{"A", AREA_CALVES, 30000, 2, 2, false}, {"C", AREA_FEET, 10000, 3, 3, true},
                                    {"A", AREA_CALVES, 30000, 6, 6, false}, {"B", AREA_CALVES, 0, NOTHING}};
    Session session;
    session_init(&session, plan);
    free(follow(&session, "go 15000 felt=6 20000 15000 felt=3 hurt 25000 felt=2 10000 pause"));
    session_replan(&session, edited);
    plan_free(plan);
    check_rows(&session, one, ARRAY_LEN(one));
    session_replan(&session, other);
    plan_free(edited);
    check_rows(&session, none, ARRAY_LEN(none));
    ck_assert_int_eq(session_moves_done(&session), 3);
    session_replan(&session, back); /* the edit is taken back */
    plan_free(other);
    check_rows(&session, all, ARRAY_LEN(all));
    session_release(&session);
    plan_free(back);
}
END_TEST

static int64_t all_held_ms(const Session *session)
{
    int64_t sum_ms = 0;
    for (size_t i = 0; i < session_done_count(session); i++)
        for (Side side = SIDE_NONE; side < SIDE_COUNT; side++)
            sum_ms += session->done[i][side].held_ms;
    return sum_ms;
}

/* What another move stands for now was not done there. */
START_TEST(keeps_what_was_done_of_a_move_that_was_replaced)
{
    Plan *plan = plan_of("moves:\n" A C, NULL), *edited = plan_of("moves:\n" N C, NULL);
    static const WantedRow rows[] = {{"N", AREA_NECK, 0, NOTHING}, {"C", AREA_FEET, 10000, NOTHING},
                                     {"A", AREA_CALVES, 30000, NOTHING}};
    Session session;
    session_init(&session, plan);
    free(follow(&session, "go 50000 pause"));
    session_replan(&session, edited);
    plan_free(plan);
    ck_assert_int_eq(session.into_ms, 10000);
    check_rows(&session, rows, ARRAY_LEN(rows));
    session_release(&session);
    plan_free(edited);
}
END_TEST

#define ROUNDS(moves) "defaults: {prepare: 0}\nmoves:\n- repeat: 5\n  moves:\n" moves

static const struct {
    const char *before, *now;
    int32_t at, step;
} rounds[] = {
    {ROUNDS(A C), ROUNDS(A N C), 6, 9},
    {ROUNDS(A N C), ROUNDS(A C), 9, 6},
    {ROUNDS(A N C), ROUNDS(N C), 10, 6},
    {ROUNDS(A C A), ROUNDS(A C), 9, 6},
    {ROUNDS(A C A), ROUNDS(C A), 10, 6},
};

/* 10 s into a move of the fourth round, those of the three before are held whole, each once. */
START_TEST(stays_in_its_round)
{
    Plan *plan = plan_of(rounds[_i].before, NULL), *edited = plan_of(rounds[_i].now, NULL);
    Session session;
    EventList events = {0};
    session_init(&session, plan);
    session_apply(&session, COMMAND_GO_ON, 0, &events);
    session_advance(&session, rounds[_i].at * 30000 + 10000, &events);
    session_replan(&session, edited);
    plan_free(plan);
    ck_assert_int_eq(session.step, rounds[_i].step);
    ck_assert_int_eq(session.into_ms, 10000);
    for (int32_t i = 0; i < (int32_t)session_done_count(&session); i++)
        ck_assert(session.done[i][SIDE_NONE].held_ms <= 30000);
    ck_assert_int_eq(session.done[session.step][SIDE_NONE].held_ms, 10000);
    event_release(&events);
    session_release(&session);
    plan_free(edited);
}
END_TEST

START_TEST(another_hold_was_not_felt)
{
    Plan *plan = plan_of("moves:\n" B, NULL);
    Plan *one_side = plan_of("moves:\n  - {name: B, areas: calves, hold: 60s, sides: right}\n", NULL);
    Session session;
    session_init(&session, plan);
    free(follow(&session, "go 15000 felt=6 pause"));
    session_replan(&session, one_side);
    ck_assert_int_eq(session.felt, SESSION_NOT_FELT);
    ck_assert_int_eq(session.done[0][SIDE_LEFT].felt, 6);
    session_release(&session);
    plan_free(plan);
    plan_free(one_side);
}
END_TEST

START_TEST(any_plan_can_follow_any_other)
{
    uint64_t seed = 11;
    for (int round = 0; round < 2000; round++) {
        char *yaml = random_routine(&seed), *other = random_routine(&seed);
        Plan *plan = plan_of(yaml, NULL), *edited = plan_of(other, NULL);
        Session session;
        session_init(&session, plan);
        EventList events = {0};
        session_apply(&session, COMMAND_GO_ON, 0, &events);
        session_advance(&session, next_number(&seed, (uint32_t)plan->seconds * 1000 + 1000), &events);
        bool was_finished = session.state == SESSION_FINISHED;
        const int64_t held_before_ms = all_held_ms(&session);
        session_replan(&session, edited);
        ck_assert_int_eq(all_held_ms(&session), held_before_ms);
        ck_assert_int_eq(session_step(&session) == NULL, was_finished);
        ck_assert(was_finished || (session.into_ms >= 0 && session.into_ms < session.length_ms));
        session_advance(&session, session_left_ms(&session), &events);
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
 * lengths are those of `edition`. */
static Plan *edition_of(uint32_t bits, uint32_t times, uint32_t edition)
{
    Text yaml = {0};
    bool is_in_repeat = false;
    text_add(&yaml, "defaults: {switch: 3s, rest: 2s}\nmoves:\n");
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
        session_apply(&session, COMMAND_GO_ON, 0, &events);
        session_advance(&session, (int64_t)plan->steps[step].at_s * 1000, &events);
        ck_assert_int_eq(session.step, step);
        session_replan(&session, edited);
        session_advance(&session, (int64_t)edited->seconds * 1000, &events);
        ck_assert_int_eq(session.state, SESSION_FINISHED);
        for (int32_t i = 0; i < (int32_t)edited->move_count; i++) {
            const int32_t old = find_move(plan, edited, i);
            const PlanMove *move = old >= 0 ? &plan->moves[old] : NULL;
            const int64_t held = held_ms(&session, i), planned = planned_ms(edited, i);
            if (move && move->first_step + move->step_count <= step)
                ck_assert(held >= planned_ms(plan, old) && held - planned_ms(plan, old) <= 1);
            else if (move && move->first_step >= step)
                ck_assert_int_eq(held, planned);
        }
        event_release(&events);
        session_release(&session);
        plan_free(plan);
        plan_free(edited);
    }
}
END_TEST

Suite *suite_replan(void)
{
    Suite *suite = suite_create("replan");
    TCase *tests = tcase_create("replan");
    tcase_set_timeout(tests, 60);
    tcase_add_loop_test(tests, goes_on_at_the_same_place, 0, ARRAY_LEN(cases));
    tcase_add_test(tests, keeps_what_was_done);
    tcase_add_test(tests, keeps_what_was_done_of_moves_that_are_gone);
    tcase_add_test(tests, keeps_what_was_done_of_a_move_that_was_replaced);
    tcase_add_loop_test(tests, stays_in_its_round, 0, ARRAY_LEN(rounds));
    tcase_add_test(tests, another_hold_was_not_felt);
    tcase_add_test(tests, any_plan_can_follow_any_other);
    tcase_add_test(tests, between_steps_nothing_is_repeated_or_left_out);
    suite_add_tcase(suite, tests);
    return suite;
}
