/* SPDX-License-Identifier: MIT */
/* The record that is made of a session in memory. */
#include "progress/record.h"

#include <check.h>
#include <stdlib.h>

#include "base/macros.h"
#include "session/replan.h"
#include "support/following.h"

Suite *suite_record(void);

static const char walk[] =
    "defaults: {prepare: 0, switch: 2s}\nmoves:\n"
    "  - {name: A, areas: [calves, feet], hold: 20s}\n"
    "  - rest: 8s\n"
    "  - {name: B, areas: neck, sides: both, pressure: 3-5, phases: [{hold: 15s, name: In}, {hold: 10s, name: Out}]}\n"
    "  - {name: C, areas: hips, sides: right, hold: 15s}\n";
static const char without_a[] = "defaults: {prepare: 0, switch: 2s}\nmoves:\n"
                                "  - {name: C, areas: hips, sides: right, hold: 15s}\n";

/* "0 A calves feet 20/20" a line; the numbers are seconds held and planned. */
static char *list_moves(const SessionRecord *record)
{
    static const char *const marks[] = {[SIDE_NONE] = "", [SIDE_LEFT] = " left", [SIDE_RIGHT] = " right"};
    Text lines = {0};
    for (size_t i = 0; i < record->count; i++) {
        const MoveRecord *move = &record->moves[i];
        text_print(&lines, "%d %s %s%s %d/%d", (int)move->position, move->name, move->areas, marks[move->side],
                   (int)(move->held_ms / 1000), (int)move->planned_s);
        if (move->felt >= 0)
            text_print(&lines, " felt %d, most %d", (int)move->felt, (int)move->felt_most);
        text_print(&lines, "%s%s\n", move->hurt ? " hurt" : "", move->skipped ? " skipped" : "");
    }
    return text_detach(&lines);
}

static const struct {
    const char *script, *moves;
    RecordState state;
    int worked_s;
} cases[] = {
    {"go 500000", "0 A calves feet 20/20\n1 B neck left 25/25\n1 B neck right 25/25\n2 C hips right 15/15\n",
     RECORD_FINISHED, 95},
    {"go 5000 felt=6 felt=4 leave", /* what was never reached has its row too */
     "0 A calves feet 5/20 felt 4, most 6\n1 B neck left 0/25\n1 B neck right 0/25\n2 C hips right 0/15\n", RECORD_LEFT,
     5},
    {"go 30000 next hurt next",
     "0 A calves feet 20/20\n1 B neck left 2/25 hurt skipped\n1 B neck right 0/25\n2 C hips right 0/15\n",
     RECORD_RUNNING, 30},
};

START_TEST(each_move_on_each_side)
{
    Plan *plan = plan_of(walk, NULL);
    Session session;
    SessionRecord record;
    Arena arena = {0};
    session_init(&session, plan);
    free(follow(&session, cases[_i].script));
    record_of_session(&record, &arena, &session);
    char *moves = list_moves(&record);
    ck_assert_str_eq(moves, cases[_i].moves);
    ck_assert_int_eq(record.state, cases[_i].state);
    ck_assert_int_eq(record.worked_s, cases[_i].worked_s);
    ck_assert_int_eq(record.planned_s, plan->seconds);
    ck_assert_str_eq(record.title, plan->title);
    free(moves);
    arena_release(&arena);
    session_release(&session);
    plan_free(plan);
}
END_TEST

/* Of a move that is gone only what was done stands there, and nobody knows how long it was planned. */
START_TEST(moves_that_are_gone)
{
    Plan *plan = plan_of(walk, NULL), *other = plan_of(without_a, &(PlanOptions){.level = LEVEL_FIRM});
    Session session;
    SessionRecord record;
    Arena arena = {0};
    session_init(&session, plan);
    free(follow(&session, "go 5000 felt=3"));
    session.measure.before_tenths = 60;
    replan_session(&session, other);
    plan_free(plan);
    record_of_session(&record, &arena, &session);
    char *moves = list_moves(&record);
    ck_assert_str_eq(moves, "0 C hips right 0/15\n1 A calves feet 5/-1 felt 3, most 3\n");
    ck_assert_uint_eq(record.felt_count, 1);
    ck_assert_str_eq(record.felts[0].move, "A");
    ck_assert_int_eq(record.felts[0].felt, 3);
    ck_assert(!record.felts[0].target.is_set);
    ck_assert_int_eq(record.measure.before_tenths, 60);
    ck_assert_int_eq(record.level, LEVEL_STANDARD); /* as it was begun */
    free(moves);
    arena_release(&arena);
    session_release(&session);
    plan_free(other);
}
END_TEST

Suite *suite_record(void)
{
    Suite *suite = suite_create("record");
    TCase *tests = tcase_create("record");
    tcase_add_loop_test(tests, each_move_on_each_side, 0, ARRAY_LEN(cases));
    tcase_add_test(tests, moves_that_are_gone);
    suite_add_tcase(suite, tests);
    return suite;
}
