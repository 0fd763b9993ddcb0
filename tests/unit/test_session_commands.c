/* SPDX-License-Identifier: MIT */
/* What each command does in each state: every cell of the matrix, and then each command closely. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "session/advance.h"
#include "support/following.h"

Suite *suite_session_commands(void);

#define MOVES "defaults: {prepare: 0, switch: 2s}\nmoves:\n"
#define MOVE(name, rest) "  - {name: " name ", areas: calves, " rest "}\n"

/* 0 hold A, 1 rest, 2 hold B left, 3 hold B left (out), 4 switch, 5 hold B right, 6 hold B right, 7 hold C */
static const char walk[] = MOVES MOVE("A", "hold: 20s-60s") "  - rest: 8s\n" MOVE(
    "B", "sides: both, pressure: 3-5, lighter: Lean back., phases: [{name: In, hold: 15s}, {name: Out, hold: 15s}]")
    MOVE("C", "hold: 15s");

/* Ways into each state, always in the first hold and past its first time. */
static const char *const ways[SESSION_STATE_COUNT] = {
    [SESSION_READY] = "",
    [SESSION_RUNNING] = "go 25000",
    [SESSION_WAITING] = "go 99000 wait",
    [SESSION_PAUSED] = "go 25000 pause",
    [SESSION_COUNTING] = "go 25000 pause go 1500",
    [SESSION_STOPPED] = "go 25000 hurt",
    [SESSION_FINISHED] = "go 500000",
    [SESSION_LEFT] = "go 25000 leave",
};

enum { NO = -1 }; /* refused */

/* The state after each command, or refused. */
static const int matrix[SESSION_STATE_COUNT][COMMAND_COUNT] = {
    /* pause, go on, toggle, next, back, next move, move before, more, less, felt, hurt, leave, wait, ready, ready soon */
    [SESSION_READY] = {NO, SESSION_RUNNING, SESSION_RUNNING, NO, NO, NO, NO, NO, NO, NO, NO, SESSION_LEFT, NO, NO, NO},
    [SESSION_RUNNING] = {SESSION_PAUSED, NO, SESSION_PAUSED, SESSION_RUNNING, SESSION_RUNNING, SESSION_RUNNING,
                         SESSION_RUNNING, SESSION_RUNNING, SESSION_RUNNING, SESSION_RUNNING, SESSION_STOPPED,
                         SESSION_LEFT, NO, SESSION_RUNNING, SESSION_RUNNING},
    /* In the middle of a change of sides; the others are in a hold. */
    [SESSION_WAITING] = {NO, SESSION_RUNNING, SESSION_RUNNING, SESSION_RUNNING, SESSION_RUNNING, SESSION_RUNNING,
                         SESSION_RUNNING, NO, NO, NO, SESSION_STOPPED, SESSION_LEFT, NO, SESSION_RUNNING,
                         SESSION_RUNNING},
    [SESSION_PAUSED] = {NO, SESSION_COUNTING, SESSION_COUNTING, SESSION_PAUSED, SESSION_PAUSED, SESSION_PAUSED,
                        SESSION_PAUSED, SESSION_PAUSED, SESSION_PAUSED, SESSION_PAUSED, SESSION_STOPPED, SESSION_LEFT,
                        NO, SESSION_PAUSED, SESSION_PAUSED},
    [SESSION_COUNTING] = {SESSION_PAUSED, NO, SESSION_PAUSED, SESSION_COUNTING, SESSION_COUNTING, SESSION_COUNTING,
                          SESSION_COUNTING, SESSION_COUNTING, SESSION_COUNTING, SESSION_COUNTING, SESSION_STOPPED,
                          SESSION_LEFT, NO, SESSION_COUNTING, SESSION_COUNTING},
    [SESSION_STOPPED] = {NO, SESSION_COUNTING, SESSION_COUNTING, SESSION_PAUSED, SESSION_PAUSED, SESSION_PAUSED,
                         SESSION_PAUSED, NO, NO, NO, NO, SESSION_LEFT, NO, SESSION_COUNTING, SESSION_COUNTING},
    [SESSION_FINISHED] = {NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO},
    [SESSION_LEFT] = {NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO},
};

static void check_cell(const Plan *plan, SessionState state, SessionCommand command)
{
    Session session, before;
    session_init(&session, plan);
    free(follow(&session, ways[state]));
    ck_assert_int_eq(session.state, state);
    /* All of the session is compared, and what lies between the members of this one has no value. */
    memset(&session.measure, 0, sizeof(session.measure));
    before = session;
    EventList events = {0};
    bool is_done = advance_by_command(&session, command, 4, &events);
    ck_assert_msg(is_done == (matrix[state][command] != NO), "state %d, command %d", (int)state, (int)command);
    ck_assert_int_eq(is_done, events.count > 0);
    if (is_done)
        ck_assert_msg((int)session.state == matrix[state][command], "state %d, command %d", (int)state, (int)command);
    else
        ck_assert_mem_eq(&session, &before, sizeof(session));
    event_release(&events);
    session_release(&session);
}

START_TEST(every_cell)
{
    Plan *plan = plan_of(walk, NULL);
    for (SessionState state = 0; state < SESSION_STATE_COUNT; state++) {
        for (SessionCommand command = 0; command < COMMAND_COUNT; command++)
            check_cell(plan, state, command);
    }
    Session session;
    session_init(&session, plan);
    EventList events = {0};
    ck_assert(!advance_by_command(&session, COMMAND_COUNT, 0, &events));
    session_release(&session);
    plan_free(plan);
}
END_TEST

/* What a script tells after its "|", and the place that it ends at. */
static const struct {
    const char *before, *script, *lines;
    int32_t step;
    int64_t into_ms, length_ms;
} commands[] = {
    /* Next, and past the last step. */
    {"go 1000", "next", "1000 ended 0 1\n60000 began 1\n", 1, 0, 8000},
    {"go 1000 pause", "next next", "1000 ended 0 1\n60000 began 1\n60000 ended 1 1\n68000 began 2\n", 2, 0, 15000},
    {"go 1000 pause go", "next 3000", "1000 ended 0 1\n60000 began 1\n60000 count 1 2\n60000 count 1 1\n60000 on 1\n",
     1, 0, 8000},
    {"go 131000", "next", "131000 ended 7 1\n145000 finished 7\n", 8, 0, 0},
    {"go 131000 pause", "next", "131000 ended 7 1\n145000 finished 7\n", 8, 0, 0},
    /* Back: to this step's start, in its first 3 s to the one before. */
    {"go 63000", "back", "63000 ended 1 4\n60000 began 1\n", 1, 0, 8000},
    {"go 62999", "back", "62999 ended 1 4\n0 began 0\n", 0, 0, 60000},
    {"go 1000", "back", "1000 ended 0 4\n0 began 0\n", 0, 0, 60000},
    {"go more 65000", "back", "65000 ended 0 4\n0 began 0\n", 0, 0, 60000},
    /* Whole moves; a rest belongs to none. */
    {"go 1000", "next-move", "1000 ended 0 1\n68000 began 2\n", 2, 0, 15000},
    {"go 61000", "next-move", "61000 ended 1 1\n68000 began 2\n", 2, 0, 15000},
    {"go 69000", "next-move", "69000 ended 2 1\n130000 began 7\n", 7, 0, 15000},
    {"go 131000", "next-move", "131000 ended 7 1\n145000 finished 7\n", 8, 0, 0},
    {"go 131000", "move-before", "131000 ended 7 4\n68000 began 2\n", 2, 0, 15000},
    {"go 90000", "move-before", "90000 ended 3 4\n0 began 0\n", 0, 0, 60000},
    {"go 61000", "move-before", "61000 ended 1 4\n0 began 0\n", 0, 0, 60000},
    {"go 10000", "move-before", "10000 ended 0 4\n0 began 0\n", 0, 0, 60000},
    /* Longer and shorter; at least a second is left, whole seconds. */
    {"go 1000", "more", "1000 length 0 10\n", 0, 1000, 70000},
    {"go 1000 pause", "less", "1000 length 0 -10\n", 0, 1000, 50000},
    {"go 61500", "less less", "61500 length 1 -5\nrefused less\n", 1, 1500, 3000},
    {"go 67000", "less", "refused less\n", 1, 7000, 8000},
    {"go 66000", "less", "66000 length 1 -1\n", 1, 6000, 7000},
    /* Felt: only in a hold, only 0 to 10. */
    {"go 69000", "felt=4", "69000 felt 2 4\n", 2, 1000, 15000},
    {"go 69000 pause", "felt=0", "69000 felt 2\n", 2, 1000, 15000},
    {"go 69000", "felt=11 felt=-1", "refused felt=11\nrefused felt=-1\n", 2, 1000, 15000},
    {"go 61000", "felt=4", "refused felt=4\n", 1, 1000, 8000},
    {"go 98500", "felt=4", "refused felt=4\n", 4, 500, 2000},
    /* Above the target: ease off. Without a target, 7 is above. */
    {"go 69000", "felt=5 felt=6", "69000 felt 2 5\n69000 felt 2 6\n69000 ease 2 6 Lean back.\n", 2, 1000, 15000},
    {"go 1000", "felt=6 felt=7", "1000 felt 0 6\n1000 felt 0 7\n1000 ease 0 7\n", 0, 1000, 60000},
    /* 7 and more twice in a move on a side is as if it hurt, also over its phases; the other side still comes. */
    {"go 69000 felt=8", "20000 felt=7",
     "80000 last 2 3\n81000 last 2 2\n82000 last 2 1\n83000 ended 2\n83000 began 3\n89000 felt 3 7\n"
     "89000 hurt 3\n",
     3, 6000, 15000},
    {"go 69000 felt=8 hurt go 5000", "felt=8", "100000 felt 5 8\n100000 ease 5 8 Lean back.\n", 5, 0, 15000},
    /* It hurts: the clock stands at once; in a hold, while setting up, while counting in, not on a rest. */
    {"go 69000", "hurt 60000", "69000 hurt 2\n", 2, 1000, 15000},
    {"go 98500", "hurt 60000", "98500 hurt 4\n", 4, 500, 2000},
    {"go 69000 pause go 1000", "hurt 60000", "69000 hurt 2\n", 2, 1000, 15000},
    {"go 61000", "hurt", "refused hurt\n", 1, 1000, 8000},
    /* What comes after this side is counted in; where nothing comes, that was all. */
    {"go 69000 hurt", "go 4000",
     "69000 ended 2 3\n98000 began 4\n98000 count 4 3\n98000 count 4 2\n98000 count 4 1\n98000 on 4\n", 4, 1000, 2000},
    {"go 98500 hurt", "ready 1000", "98500 ended 4 3\n130000 began 7\n130000 count 7 3\n130000 count 7 2\n", 7, 0,
     15000},
    {"go 131000 pause hurt", "toggle", "131000 ended 7 3\n145000 finished 7\n", 8, 0, 0},
    /* Elsewhere is a pause: past this side, past the move, at the step's start, at the move before. */
    {"go 69000 hurt", "next 9000", "69000 ended 2 3\n98000 began 4\n98000 paused 4\n", 4, 0, 2000},
    {"go 69000 hurt", "next-move 9000", "69000 ended 2 1\n130000 began 7\n130000 paused 7\n", 7, 0, 15000},
    /* While sides are changed: ready at once, or the clock waits; a hold does not wait. */
    {"go 99000", "ready", "99000 ended 4 1\n100000 began 5\n", 5, 0, 15000},
    {"go 99000", "wait 60000 ready", "99000 waiting 4\n99000 ended 4 1\n100000 began 5\n", 5, 0, 15000},
    {"go 99000", "wait 60000 go 500", "99000 waiting 4\n99000 on 4\n", 4, 1500, 2000},
    {"go 99000", "wait next", "99000 waiting 4\n99000 ended 4 1\n100000 began 5\n", 5, 0, 15000},
    {"go 99000 pause", "ready", "99000 ended 4 1\n100000 began 5\n", 5, 0, 15000},
    {"go 75000", "wait ready", "refused wait\nrefused ready\n", 2, 7000, 15000},
    {"go 75000 hurt", "back 9000", "75000 ended 2 4\n68000 began 2\n68000 paused 2\n", 2, 0, 15000},
    {"go 69000 hurt", "move-before 9000", "69000 ended 2 4\n0 began 0\n0 paused 0\n", 0, 0, 60000},
    {"go 131000 hurt", "next", "131000 ended 7 3\n145000 finished 7\n", 8, 0, 0},
    /* A side that was gone back to may be too hard again. */
    {"go 75000 hurt back go 3000", "felt=9 felt=9",
     "68000 felt 2 9\n68000 ease 2 9 Lean back.\n68000 felt 2 9\n68000 hurt 2\n", 2, 0, 15000},
    /* Eased: only a range, only past its first time. */
    {"go 19999", "ready", "refused ready\n", 0, 19999, 60000},
    {"go 20000", "ready", "20000 ended 0 2\n60000 began 1\n", 1, 0, 8000},
    {"go 80000", "ready", "refused ready\n", 2, 12000, 15000},
    /* Pausing while counting in is being paused again. */
    {"go 1000 pause go 2000", "toggle 9000", "1000 paused 0\n", 0, 1000, 60000},
    {"go 1000", "leave", "1000 left 0\n", 0, 1000, 60000},
};

START_TEST(each_command)
{
    Plan *plan = plan_of(walk, NULL);
    Session session;
    session_init(&session, plan);
    free(follow(&session, commands[_i].before));
    check_text(follow(&session, commands[_i].script), commands[_i].lines);
    ck_assert_int_eq(session.step, commands[_i].step);
    ck_assert_int_eq(session.into_ms, commands[_i].into_ms);
    ck_assert_int_eq(session.length_ms, commands[_i].length_ms);
    session_release(&session);
    plan_free(plan);
}
END_TEST

START_TEST(notes_what_was_felt)
{
    Plan *plan = plan_of(walk, NULL);
    Session session;
    session_init(&session, plan);
    free(follow(&session, "go 69000 felt=7 1000 felt=3"));
    const Done *left = &session.done[1][SIDE_LEFT], *right = &session.done[1][SIDE_RIGHT];
    ck_assert_int_eq(left->felt, 3);
    ck_assert_int_eq(left->felt_most, 7);
    ck_assert_int_eq(session.felt, 3);
    ck_assert(!left->hurt);
    free(follow(&session, "next"));
    ck_assert_int_eq(session.felt, SESSION_NOT_FELT);
    free(follow(&session, "felt=9"));
    ck_assert(left->hurt);
    ck_assert(!right->hurt);
    ck_assert_int_eq(right->felt, SESSION_NOT_FELT);
    ck_assert_int_eq(right->felt_most, SESSION_NOT_FELT);
    session_release(&session);
    plan_free(plan);
}
END_TEST

/* By the marks of A, B left, B right and C: s skipped, h hurt. */
static const struct {
    const char *script, *marks;
} skips[] = {
    {"go 60000 8000 30000", "----"},
    {"go 1000 next", "s---"},
    {"go 20000 next", "----"},      /* it had eased */
    {"go more 65000 next", "----"}, /* as long as planned */
    {"go 59000 less ready", "----"},
    {"go 69000 next", "-s--"},
    {"go 69000 next next", "-s--"},
    {"go 98500 next", "----"}, /* straight to the hold */
    {"go 69000 next-move", "-ss-"},
    {"go 98500 next-move", "--s-"},
    {"go next-move next-move next-move", "ssss"},
    {"go 1000 back", "----"},
    {"go 1000 next back", "----"}, /* come back to */
    {"go 69000 next-move move-before", "--s-"},
    {"go 69000 next back", "----"},
    {"go 69000 next 4000 back", "-s--"}, /* not to what was skipped */
    {"go 69000 hurt go", "-h--"},
    {"go 69000 hurt next-move", "-hs-"},
    {"go 75000 hurt back go 3000 1000 next-move", "-hs-"},
    {"go 69000 leave", "----"},
};

START_TEST(notes_what_was_skipped)
{
    Plan *plan = plan_of(walk, NULL);
    Session session;
    session_init(&session, plan);
    free(follow(&session, skips[_i].script));
    const Done *rows[] = {&session.done[0][SIDE_NONE], &session.done[1][SIDE_LEFT], &session.done[1][SIDE_RIGHT],
                          &session.done[2][SIDE_NONE]};
    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        ck_assert_msg(rows[i]->skipped == (skips[_i].marks[i] == 's'), "%s: %zu", skips[_i].script, i);
        ck_assert_msg(rows[i]->hurt == (skips[_i].marks[i] == 'h'), "%s: %zu", skips[_i].script, i);
    }
    session_release(&session);
    plan_free(plan);
}
END_TEST

START_TEST(stopped_counts_what_comes_after)
{
    Plan *plan = plan_of(walk, NULL);
    Session session;
    session_init(&session, plan);
    free(follow(&session, "go 69000 hurt"));
    ck_assert_int_eq(session_left_ms(&session), 145000 - 98000);
    ck_assert_int_eq(advance_next_ms(&session, 40), -1);
    ck_assert_int_eq(session_after_side(&session), 4);
    free(follow(&session, "next next-move hurt"));
    ck_assert_int_eq(session_left_ms(&session), 0);
    session_release(&session);
    plan_free(plan);
}
END_TEST

/* Until it is within the target, on this side, in whichever of its holds; and all of a side in which it hurt. */
/* clang-format off */
static const struct {
    const char *script;
    bool is_strained;
} strains[] = {
    {"go 69000", false}, {"go 69000 felt=5", false}, {"go 69000 felt=6", true}, {"go 69000 felt=6 felt=5", false},
    {"go 69000 felt=6 next", true}, {"go 69000 felt=6 20000 felt=3", false}, {"go 69000 felt=6 29500", false},
    {"go 69000 hurt", true}, {"go 69000 hurt go", false}, {"go 75000 hurt back", true},
    {"go 1000 felt=6", false}, {"go 1000 felt=7", true}, {"go 61000", false}, {"go 500000", false},
};
/* clang-format on */

START_TEST(knows_when_not_to_go_deeper)
{
    Plan *plan = plan_of(walk, NULL);
    Session session;
    session_init(&session, plan);
    free(follow(&session, strains[_i].script));
    ck_assert_int_eq(session_is_strained(&session), strains[_i].is_strained);
    session_release(&session);
    plan_free(plan);
}
END_TEST

START_TEST(a_step_has_a_longest)
{
    Plan *plan = plan_of(MOVES MOVE("A", "passes: 200, pace: 60s") MOVE("B", "hold: 59m55s"), NULL);
    Session session;
    session_init(&session, plan);
    check_text(follow(&session, "go more next more more"),
               "0 began 0\nrefused more\n0 ended 0 1\n12000000 began 1\n12000000 length 1 5\nrefused more\n");
    session_release(&session);
    plan_free(plan);
}
END_TEST

START_TEST(before_a_rest_is_its_move)
{
    Plan *plan = plan_of(MOVES MOVE("A", "hold: 4s") MOVE("B", "hold: 4s") "  - rest: 4s\n" MOVE("C", "hold: 4s"),
                         NULL);
    Session session;
    session_init(&session, plan);
    free(follow(&session, "go 11000"));
    check_text(follow(&session, "move-before"), "11000 ended 2 4\n4000 began 1\n");
    session_release(&session);
    plan_free(plan);
}
END_TEST

Suite *suite_session_commands(void)
{
    Suite *suite = suite_create("session_commands");
    TCase *tests = tcase_create("session_commands");
    tcase_add_test(tests, every_cell);
    tcase_add_loop_test(tests, each_command, 0, ARRAY_LEN(commands));
    tcase_add_test(tests, notes_what_was_felt);
    tcase_add_loop_test(tests, notes_what_was_skipped, 0, ARRAY_LEN(skips));
    tcase_add_test(tests, stopped_counts_what_comes_after);
    tcase_add_loop_test(tests, knows_when_not_to_go_deeper, 0, ARRAY_LEN(strains));
    tcase_add_test(tests, a_step_has_a_longest);
    tcase_add_test(tests, before_a_rest_is_its_move);
    suite_add_tcase(suite, tests);
    return suite;
}
