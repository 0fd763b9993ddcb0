/* SPDX-License-Identifier: MIT */
/* Time passing: what is told, in which order and exactly when. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "session/advance.h"
#include "support/following.h"

Suite *suite_advance(void);

#define MOVES "defaults: {prepare: 0, switch: 0}\nmoves:\n"
#define MOVE(rest) "  - {name: A, areas: calves, " rest "}\n"

static const struct {
    const char *yaml, *script, *lines;
} courses[] = {
    /* From the first step to the end in one go; a set-up of 5 s is counted out, a hold of 4 s is not. */
    {"moves:\n" MOVE("hold: 4s, sides: both, prepare: 5s"), "go 1000000",
     "0 began 0\n2000 last 0 3\n3000 last 0 2\n4000 last 0 1\n5000 ended 0\n"
     "5000 began 1\n9000 ended 1\n9000 began 2\n11000 last 2 3\n12000 last 2 2\n13000 last 2 1\n14000 ended 2\n"
     "14000 began 3\n18000 ended 3\n18000 finished 3\n"},
    /* Nothing passes before it has begun. */
    {MOVES MOVE("hold: 4s"), "5000 go 3999", "0 began 0\n"},
    /* Cues: one at 0 comes right after the start of the step. */
    {MOVES MOVE("hold: 4s, cues: [{at: 0, say: in}, {at: 3s, say: out}]"), "go 2999 1",
     "0 began 0\n0 cue 0 in\n3000 cue 0 out\n"},
    /* The middle of holds of 20 s or more, on a whole second. */
    {MOVES MOVE("hold: 19s") MOVE("hold: 21s"), "go 16000 3000 11000",
     "0 began 0\n16000 last 0 3\n17000 last 0 2\n18000 last 0 1\n19000 ended 0\n19000 began 1\n29000 half 1\n"},
    /* A range says when it may be ended. */
    {MOVES MOVE("hold: 2s-4s"), "go 1999 1 2000", "0 began 0\n2000 may-end 0\n4000 ended 0\n4000 finished 0\n"},
    /* Passes, the last one just before the end; all that comes together has its order. */
    {MOVES MOVE("passes: 2, pace: 2s"), "go 4000",
     "0 began 0\n2000 pass 0 1\n4000 pass 0 2\n4000 ended 0\n4000 finished 0\n"},
    {MOVES MOVE("passes: 5, pace: 4s, cues: [{at: 8s, say: on}, {at: 17s, say: out}]"), "go 10000 9000",
     "0 began 0\n4000 pass 0 1\n8000 pass 0 2\n8000 cue 0 on\n10000 half 0\n12000 pass 0 3\n16000 pass 0 4\n"
     "17000 cue 0 out\n17000 last 0 3\n18000 last 0 2\n19000 last 0 1\n"},
    /* Counting in after a pause costs none of the session's time. */
    {MOVES MOVE("hold: 4s"), "go 1000 pause 90000 go 999 1 1000 1000 2999 1",
     "0 began 0\n1000 paused 0\n1000 count 0 3\n1000 count 0 2\n1000 count 0 1\n1000 on 0\n"
     "4000 ended 0\n4000 finished 0\n"},
    {MOVES MOVE("hold: 4s"), "go 1000 pause go 6000",
     "0 began 0\n1000 paused 0\n1000 count 0 3\n1000 count 0 2\n1000 count 0 1\n1000 on 0\n"
     "4000 ended 0\n4000 finished 0\n"},
    /* A longer step: its last seconds and its middle follow, its cues stay, passes go on being counted. The
     * session's time is the plan's. */
    {MOVES MOVE("passes: 2, pace: 3s, cues: [{at: half, say: mid}]"), "go more 16000",
     "0 began 0\n0 length 0 10\n3000 pass 0 1\n3000 cue 0 mid\n6000 pass 0 2\n9000 pass 0 3\n12000 pass 0 4\n"
     "13000 last 0 3\n14000 last 0 2\n15000 pass 0 5\n15000 last 0 1\n16000 ended 0\n6000 finished 0\n"},
    /* Ready from afar: three more seconds of the set-up are counted, whether it ran, stood or waited. */
    {"moves:\n" MOVE("hold: 4s, prepare: 20s"), "go 1000 soon 2999 1 1000",
     "0 began 0\n1000 last 0 3\n2000 last 0 2\n3000 last 0 1\n4000 ended 0\n20000 began 1\n"},
    {"moves:\n" MOVE("hold: 4s, prepare: 20s"), "go 1500 pause soon 1500",
     "0 began 0\n1500 paused 0\n1500 on 0\n1500 last 0 3\n2500 last 0 2\n"},
    {"moves:\n" MOVE("hold: 4s, prepare: 20s"), "go 500 wait soon 3000",
     "0 began 0\n500 waiting 0\n500 on 0\n500 last 0 3\n1500 last 0 2\n2500 last 0 1\n3500 ended 0\n20000 began 1\n"},
    {"moves:\n" MOVE("hold: 4s, prepare: 20s"), "go 18000 soon 2000",
     "0 began 0\n17000 last 0 3\n18000 last 0 2\nrefused soon\n19000 last 0 1\n20000 ended 0\n20000 began 1\n"},
    {MOVES MOVE("hold: 2s-4s"), "go 1999 soon 1 soon",
     "0 began 0\nrefused soon\n2000 may-end 0\n2000 ended 0 2\n4000 finished 0\n"},
    /* A shorter one: what would come past its end does not. */
    {MOVES MOVE("hold: 14s, cues: [{at: 3s, say: a}, {at: 4s, say: b}]"), "go less 4000",
     "0 began 0\n0 length 0 -10\n3000 cue 0 a\n4000 ended 0\n14000 finished 0\n"},
};

START_TEST(tells_what_happens)
{
    Plan *plan = plan_of(courses[_i].yaml, NULL);
    Session session;
    session_init(&session, plan);
    check_text(follow(&session, courses[_i].script), courses[_i].lines);
    session_release(&session);
    plan_free(plan);
}
END_TEST

/* One assertion for many facts: each costs Check a write. */
static void check_done(const Session *session)
{
    int64_t held_ms = 0;
    bool is_right = true;
    for (size_t i = 0; i < session->plan->move_count; i++) {
        for (Side side = SIDE_NONE; side < SIDE_COUNT; side++) {
            const Done *done = &session->done[i][side];
            is_right = is_right && done->held_ms >= 0 && done->felt_most >= done->felt;
            held_ms += done->held_ms;
        }
    }
    ck_assert(is_right && held_ms <= session->worked_ms);
}

static void check_session(const Session *session)
{
    ck_assert_int_ge(session->into_ms, 0);
    ck_assert_int_ge(session_left_ms(session), 0);
    ck_assert_int_ge(session->count_in_ms, 0);
    ck_assert_int_eq(session->state == SESSION_COUNTING, session->count_in_ms > 0);
    ck_assert_int_eq(session->state == SESSION_FINISHED, session_step(session) == NULL);
    int64_t next_ms = advance_next_ms(session, 40);
    if (session->state == SESSION_RUNNING || session->state == SESSION_COUNTING)
        ck_assert(next_ms >= 1 && next_ms <= 1000);
    else
        ck_assert_int_eq(next_ms, -1);
    if (!session_step(session))
        return;
    ck_assert_int_lt(session->into_ms, session->length_ms);
    ck_assert_int_le(session->length_ms, SESSION_LENGTH_MAX_S * 1000);
}

static bool is_same_done(const Session *one, const Session *other)
{
    for (size_t i = 0; i < one->plan->move_count; i++) {
        for (Side side = SIDE_NONE; side < SIDE_COUNT; side++) {
            const Done *a = &one->done[i][side], *b = &other->done[i][side];
            if (a->held_ms != b->held_ms || a->felt != b->felt || a->felt_most != b->felt_most || a->hurt != b->hurt ||
                a->skipped != b->skipped)
                return false;
        }
    }
    return true;
}

static bool is_same_felt(const Session *one, const Session *other)
{
    bool is_same = one->felt_count == other->felt_count;
    for (size_t i = 0; is_same && i < one->felt_count; i++) {
        const SessionFelt *a = &one->felts[i], *b = &other->felts[i];
        is_same = strcmp(a->move, b->move) == 0 && a->side == b->side && a->felt == b->felt;
    }
    return is_same;
}

static void check_same(const Session *one, const Session *other)
{
    Session same = *one;
    same.done = other->done;
    same.felts = other->felts;
    same.texts = other->texts;
    memcpy(&same.measure, &other->measure, sizeof same.measure); /* with the bytes between its members */
    ck_assert_mem_eq(&same, other, sizeof(same));
    ck_assert(is_same_done(one, other));
    ck_assert(is_same_felt(one, other));
}

/* One session gets its time at once, the other in pieces. */
static void pass_time(Session *whole, Session *parts, uint64_t *seed, EventList *events, EventList *part_events)
{
    bool was_running = whole->state == SESSION_RUNNING;
    int64_t before_ms = whole->worked_ms, elapsed_ms = next_number(seed, next_number(seed, 3) == 0 ? 90000 : 4000);
    advance_session(whole, elapsed_ms, events);
    if (was_running && whole->state == SESSION_RUNNING)
        ck_assert_int_eq(whole->worked_ms, before_ms + elapsed_ms);
    for (int64_t left_ms = elapsed_ms; left_ms > 0;) {
        int64_t part_ms = 1 + next_number(seed, (uint32_t)left_ms);
        advance_session(parts, part_ms, part_events);
        left_ms -= part_ms;
    }
}

static void check_turn(Session *whole, Session *parts, uint64_t *seed)
{
    EventList events = {0}, part_events = {0};
    if (next_number(seed, 2) == 0) {
        pass_time(whole, parts, seed, &events, &part_events);
    } else {
        SessionCommand command = (SessionCommand)next_number(seed, COMMAND_COUNT);
        if (command == COMMAND_LEAVE && next_number(seed, 20) > 0)
            command = COMMAND_GO_ON;
        int32_t value = (int32_t)next_number(seed, 11);
        bool is_done = advance_by_command(whole, command, value, &events);
        ck_assert_int_eq(advance_by_command(parts, command, value, &part_events), is_done);
        ck_assert_int_eq(events.count > 0, is_done);
    }
    char *lines = event_lines(&events);
    check_text(event_lines(&part_events), lines);
    free(lines);
    event_release(&events);
    event_release(&part_events);
    check_same(whole, parts);
    check_session(whole);
    check_done(whole);
}

static void check_ends(Session *session)
{
    EventList events = {0};
    bool is_alive = session->state != SESSION_LEFT && session->state != SESSION_FINISHED;
    advance_by_command(session, COMMAND_GO_ON, 0, &events);
    advance_session(session, SESSION_COUNT_IN_MS + session_left_ms(session), &events);
    if (is_alive)
        ck_assert_int_eq(session->state, SESSION_FINISHED);
    event_release(&events);
}

START_TEST(holds_whatever_comes)
{
    uint64_t seed = 7;
    int turns = 0;
    while (turns < 100000) {
        char *yaml = random_routine(&seed);
        Plan *plan = plan_of(yaml, NULL);
        Session whole, parts;
        session_init(&whole, plan);
        session_init(&parts, plan);
        for (int i = 0; i < 100; i++, turns++)
            check_turn(&whole, &parts, &seed);
        check_ends(&whole);
        session_release(&whole);
        session_release(&parts);
        plan_free(plan);
        free(yaml);
    }
}
END_TEST

START_TEST(left_alone_it_takes_as_long_as_planned)
{
    uint64_t seed = 3;
    for (int round = 0; round < 300; round++) {
        char *yaml = random_routine(&seed);
        Plan *plan = plan_of(yaml, NULL);
        Session session;
        session_init(&session, plan);
        EventList events = {0};
        advance_by_command(&session, COMMAND_GO_ON, 0, &events);
        while (session.state == SESSION_RUNNING) {
            event_clear(&events);
            advance_session(&session, advance_next_ms(&session, 0), &events);
        }
        ck_assert_int_eq(session.worked_ms, (int64_t)plan->seconds * 1000);
        ck_assert_int_eq(session_moves_done(&session), (int64_t)plan->move_count);
        event_release(&events);
        session_release(&session);
        plan_free(plan);
        free(yaml);
    }
}
END_TEST

static const struct {
    const char *yaml, *script;
    int32_t pacer_ms;
    int64_t next_ms;
} waits[] = {
    {MOVES MOVE("hold: 30s"), "100", 40, -1},
    {MOVES MOVE("hold: 30s"), "go", 40, 1000},
    {MOVES MOVE("hold: 30s"), "go 400", 40, 600},
    {MOVES MOVE("hold: 30s"), "go 400 pause", 40, -1},
    {MOVES MOVE("hold: 30s"), "go 400 pause go", 40, 1000},
    {MOVES MOVE("hold: 30s"), "go 400 pause go 1250", 40, 750},
    {MOVES MOVE("hold: 30s"), "go 30000", 40, -1},
    {MOVES MOVE("hold: 30s"), "go leave", 40, -1},
    {MOVES MOVE("hold: 30s, breathe: 4-6"), "go 410", 0, 590},
    {MOVES MOVE("hold: 30s, breathe: 4-6"), "go 410", 40, 30},
    {MOVES MOVE("hold: 30s, breathe: 4-6"), "go 400", 40, 40},
    {MOVES MOVE("hold: 30s, breathe: 4-6"), "go 3990", 300, 10},
    {MOVES MOVE("passes: 5, pace: 4s"), "go 410", 40, 30},
    {"moves:\n" MOVE("hold: 30s, breathe: 4-6"), "go 410", 40, 590},
};

START_TEST(knows_when_the_screen_changes)
{
    Plan *plan = plan_of(waits[_i].yaml, NULL);
    Session session;
    session_init(&session, plan);
    free(follow(&session, waits[_i].script));
    ck_assert_int_eq(advance_next_ms(&session, waits[_i].pacer_ms), waits[_i].next_ms);
    session_release(&session);
    plan_free(plan);
}
END_TEST

Suite *suite_advance(void)
{
    Suite *suite = suite_create("advance");
    TCase *tests = tcase_create("course");
    tcase_set_timeout(tests, 120);
    tcase_add_loop_test(tests, tells_what_happens, 0, ARRAY_LEN(courses));
    tcase_add_loop_test(tests, knows_when_the_screen_changes, 0, ARRAY_LEN(waits));
    tcase_add_test(tests, left_alone_it_takes_as_long_as_planned);
    tcase_add_test(tests, holds_whatever_comes);
    suite_add_tcase(suite, tests);
    return suite;
}
