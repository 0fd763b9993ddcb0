/* SPDX-License-Identifier: MIT */
/* Going over to a plan of the edited file in the middle of a session. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"
#include "base/text.h"
#include "session/replan.h"
#include "support/following.h"

Suite *suite_replan(void);

static Session session;
static Plan *plan;

/* Begins and follows a script. */
static void begin(const char *yaml, const char *script)
{
    plan = plan_of(yaml, NULL);
    session_init(&session, plan);
    free(follow(&session, script));
}

static void go_over(const char *yaml)
{
    Plan *before = plan;
    plan = plan_of(yaml, NULL);
    replan_session(&session, plan);
    plan_free(before);
}

static void tear_down(void)
{
    session_release(&session);
    plan_free(plan);
    plan = NULL;
}

enum { MOVES_MOST = 16 };

/* A move for each letter: `l` and `r` are one move, on the left and on the right, `u` and `v` are shared ones; those up
 * to M work on the same area. */
static size_t moves_of(const char *letters, PlanMove moves[MOVES_MOST])
{
    static const char names[] = "A\0B\0C\0D\0E\0X\0Y\0l\0r\0u\0v";
    static uint8_t areas[] = {AREA_CALVES, AREA_FEET};
    size_t count = 0;
    for (; letters[count]; count++) {
        const char letter = letters[count], *name = memchr(names, letter == 'r' ? 'l' : letter, sizeof names);
        moves[count] = (PlanMove){
            .name = name,
            .use = letter == 'u' || letter == 'v' ? name : NULL,
            .areas = {&areas[letter >= 'X'], 1},
            .sides = letter == 'l'   ? SIDES_LEFT
                     : letter == 'r' ? SIDES_RIGHT
                                     : SIDES_NONE,
        };
    }
    return count;
}

/* Where each move is now: `=2` is there, `~2` is there under another name, `-2` is no more, and that stands in its
 * place. */
static const struct {
    const char *before, *now, *expected;
} matches[] = {
    {"ABC", "ABC", "=0=1=2"},
    {"ABC", "XABC", "=1=2=3"},
    {"ABC", "AC", "=0-1=1"},
    {"ABC", "A", "=0-1-1"},
    {"ABC", "", "-0-0-0"},
    /* Another name for what works on the same, and another move in its place. */
    {"ABC", "AEC", "=0~1=2"},
    {"ABC", "ABE", "=0=1~2"},
    {"ABC", "AXC", "=0-1=2"},
    {"ABC", "DEX", "~0~1-2"},
    {"ABCD", "AED", "=0-1-1=2"},
    {"lB", "rB", "-0=1"},
    {"uB", "vB", "-0=1"},
    {"uB", "AB", "-0=1"},
    /* In every round. */
    {"ABABAB", "AXBAXBAXB", "=0=2=3=5=6=8"},
    {"AXBAXB", "ABAB", "=0-1=1=2-3=3"},
    {"ABAB", "EBEB", "~0=1~2=3"},
    {"ABABC", "ABC", "=0=1-2-2=2"},
    /* The same move twice over stays two. */
    {"ACAB", "XA", "=1-2-2-2"},
    {"lr", "r", "-0=0"},
    /* What was moved is found again. */
    {"ABCD", "DABC", "=1=2=3=0"},
    {"ABCABC", "BACBAC", "=1=0=2=4=3=5"},
};

START_TEST(moves_are_known_by_name_and_occurrence)
{
    PlanMove before[MOVES_MOST], now[MOVES_MOST];
    const size_t count = moves_of(matches[_i].before, before), now_count = moves_of(matches[_i].now, now);
    MatchedMove *found = replan_match(before, count, now, now_count);
    Text text = {0};
    for (size_t i = 0; i < count; i++)
        text_print(&text, "%c%d", found[i].is_renamed ? '~' : found[i].is_there ? '=' : '-', found[i].move);
    check_text(text_detach(&text), matches[_i].expected);
    free(found);
}
END_TEST

static size_t random_moves(uint64_t *seed, PlanMove moves[MOVES_MOST])
{
    char letters[MOVES_MOST] = "";
    const uint32_t count = 1 + next_number(seed, MOVES_MOST - 1);
    for (uint32_t i = 0; i < count; i++)
        letters[i] = "ABCDEXYlruv"[next_number(seed, 11)];
    letters[count] = '\0';
    return moves_of(letters, moves);
}

START_TEST(none_stands_for_two)
{
    uint64_t seed = 5;
    for (int round = 0; round < 2000; round++) {
        PlanMove before[MOVES_MOST], now[MOVES_MOST];
        const size_t count = random_moves(&seed, before), now_count = random_moves(&seed, now);
        bool is_taken[MOVES_MOST] = {0};
        MatchedMove *found = replan_match(before, count, now, now_count);
        for (size_t i = 0; i < count; i++) {
            ck_assert(found[i].move >= 0 && (size_t)found[i].move < now_count + !found[i].is_there);
            ck_assert(!found[i].is_there || !is_taken[found[i].move]);
            if (found[i].is_there)
                is_taken[found[i].move] = true;
        }
        free(found);
    }
}
END_TEST

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
    {"go 17000 hurt", before, 1, 12000, 30000, SESSION_STOPPED},
    {"go 17000 hurt", "moves:\n" N REST B C, 0, 0, 5000, SESSION_PAUSED}, /* where it hurt is no more */
    {"go 72000 hurt", "moves:\n" A REST C, 3, 0, 5000, SESSION_PAUSED},
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
    /* Sides that have turned: the one that was not done is not left out. */
    {"go 72000 pause", "defaults: {first: right}\nmoves:\n" A REST B C, 3, 0, 5000, SESSION_PAUSED},
    {"go 46000 pause", "defaults: {first: right}\nmoves:\n" A REST B C, 3, 0, 5000, SESSION_PAUSED},
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
    /* What was waited in is gone: nothing begins by itself. */
    {"go 1000 wait", before, 0, 1000, 5000, SESSION_WAITING},
    {"go 1000 wait", "defaults: {prepare: 0}\nmoves:\n" A REST B C, 0, 0, 30000, SESSION_PAUSED},
    {"go 46000 wait", "moves:\n" A, 1, 29999, 30000, SESSION_PAUSED},
    {"go 72000 pause", "moves:\n" A REST N C, 3, 0, 5000, SESSION_PAUSED},
    {"go 36000 pause", "moves:\n" N REST B C, 0, 0, 5000, SESSION_PAUSED},
    /* The same move twice over, one more before both. */
    {"go 17000 pause", "moves:\n" C C A REST B C, 5, 12000, 30000, SESSION_PAUSED},
};

START_TEST(goes_on_at_the_same_place)
{
    begin(before, cases[_i].script);
    int64_t worked_ms = session.worked_ms;
    go_over(cases[_i].yaml);
    ck_assert_ptr_eq(session.plan, plan);
    ck_assert_int_eq(session.step, cases[_i].step);
    ck_assert_int_eq(session.into_ms, cases[_i].into_ms);
    ck_assert_int_eq(session.length_ms, cases[_i].length_ms);
    ck_assert_int_eq(session.state, cases[_i].state);
    ck_assert_int_eq(session.worked_ms, worked_ms);
}
END_TEST

START_TEST(waits_in_a_set_up_that_it_is_taken_to)
{
    begin(before, "go 17000");
    session.waits = true;
    go_over("moves:\n" N REST B C);
    ck_assert_int_eq(session.step, 0);
    ck_assert_int_eq(session.state, SESSION_WAITING);
}
END_TEST

START_TEST(keeps_what_was_done)
{
    begin("moves:\n" A B, "go 15000 felt=6 pause");
    go_over("moves:\n" A B C C);
    ck_assert_int_eq(session.done[0][SIDE_NONE].held_ms, 10000);
    ck_assert_int_eq(session.done[0][SIDE_NONE].felt, 6);
    ck_assert_int_eq(session.felt, 6);
    ck_assert_int_eq(session.done[3][SIDE_NONE].held_ms, 0);
    ck_assert_int_eq(session.done[3][SIDE_RIGHT].felt, SESSION_NOT_FELT);
    free(follow(&session, "go 500000"));
    ck_assert_int_eq(session.state, SESSION_FINISHED);
    ck_assert_int_eq(session.done[3][SIDE_NONE].held_ms, 30000);
}
END_TEST

#define INTRO "{name: Intro, hold: 60s}, "
#define ONE "{name: One, hold: 60s}"
#define TWO ", {name: Two, hold: 60s}"
#define THREE ", {name: Three, hold: 60s}"
#define MOVED ", {name: Moved, hold: 60s, prepare: 10s}"
#define PHASES(phases) "moves:\n  - {name: P, areas: calves, sides: both, prepare: 0, phases: [" phases "]}\n" C

#define ROLL "{name: Roll, hold: 60s}, "
#define LET_GO "{name: Let go, hold: 60s}"
#define RESTS(rests) "defaults: {prepare: 0}\nmoves:\n" A rests "  - {name: S, areas: feet, hold: 30s}\n" REST C

static const struct {
    const char *before, *script, *now;
    int32_t step;
    int64_t into_ms;
} parts[] = {
    /* It is gone: the one after it begins; after the last, or where all is one now, what was held counts. */
    {PHASES(ONE TWO THREE), "go 110000 pause", PHASES(ONE THREE), 1, 0},
    {PHASES(ONE TWO THREE), "go 50000 pause", PHASES("{name: Two, hold: 60s}" THREE), 0, 0},
    {PHASES(ONE TWO THREE), "go 110000 pause", PHASES(INTRO ONE THREE), 2, 0},
    {PHASES(ONE TWO THREE), "go 285000 pause", PHASES(ONE THREE), 4, 0},
    {PHASES(ONE TWO THREE), "go 170000 pause", PHASES(ONE TWO), 1, 59999},
    {PHASES(ONE TWO THREE), "go 170000 pause", PHASES(ONE ", {name: Two, hold: 300s}"), 1, 110000},
    {PHASES(ONE TWO THREE), "go 110000 pause", PHASES("{name: One, hold: 150s}"), 0, 110000},
    {PHASES(ONE TWO THREE), "go 170000 pause", PHASES("{name: All, hold: 180s}"), 0, 170000},
    /* It has another name, or another place. */
    {PHASES(ONE TWO THREE), "go 110000 pause", PHASES(ONE ", {name: Zwei, hold: 60s}" THREE), 1, 50000},
    {PHASES(ONE TWO THREE), "go 110000 pause", PHASES(INTRO ONE TWO THREE), 2, 50000},
    {PHASES(ONE TWO THREE), "go 170000 pause", PHASES(ONE THREE TWO), 1, 50000},
    /* One of a name that stands several times is known by how often it stood before. */
    {PHASES(ROLL LET_GO ", " ROLL LET_GO), "go 130000 pause", PHASES(ROLL ROLL LET_GO), 1, 10000},
    {PHASES(ROLL LET_GO ", " ROLL LET_GO), "go 190000 pause", PHASES(INTRO ROLL LET_GO), 2, 59999},
    /* The side is not there: the other begins. */
    {PHASES(ONE TWO THREE), "go 110000 pause", "moves:\n  - {name: P, areas: calves, sides: right, hold: 60s}\n", 0, 0},
    /* Before a phase that has a prepare of its own: in it to the second, or anew from there. */
    {PHASES(ONE MOVED), "go 65000 pause", PHASES(INTRO ONE MOVED), 2, 5000},
    {PHASES(ONE MOVED), "go 65000 pause", PHASES(ONE ", {name: Moved, hold: 60s}"), 1, 0},
    {PHASES(ONE MOVED), "go 90000 pause", PHASES(ONE ", {name: Moved, hold: 60s}"), 1, 20000},
    {PHASES(ONE TWO MOVED), "go 80000 pause", PHASES(ONE MOVED), 1, 0},
    {PHASES(ONE MOVED), "go 65000 pause", "moves:\n  - {name: P, areas: calves, sides: both, hold: 90s}\n", 1, 0},
    /* The last of three rests, that become more and fewer: no move is passed over. */
    {RESTS(REST REST REST), "go 54000 pause", RESTS(REST REST REST), 3, 4000},
    {RESTS(REST REST REST), "go 54000 pause", RESTS(REST REST), 2, 4000},
    {RESTS(REST REST REST), "go 54000 pause", RESTS(REST), 1, 4000},
    {RESTS(REST REST REST), "go 54000 pause", RESTS(""), 1, 0},
    {RESTS(REST REST REST), "go 54000 pause", RESTS(REST REST REST REST), 3, 4000},
};

START_TEST(goes_on_in_the_same_phase_or_rest)
{
    begin(parts[_i].before, parts[_i].script);
    go_over(parts[_i].now);
    ck_assert_int_eq(session.step, parts[_i].step);
    ck_assert_int_eq(session.into_ms, parts[_i].into_ms);
}
END_TEST

typedef struct WantedRow {
    const char *name;
    Area area;
    int64_t held_ms;
    int32_t felt, felt_most;
    bool hurt;
} WantedRow;

static void check_rows(const WantedRow *rows, size_t count)
{
    ck_assert_uint_eq(session_done_count(&session), count);
    for (size_t i = 0; i < count; i++) {
        const DoneMove move = session_done_move(&session, i);
        const Done *done = &session.done[i][SIDE_NONE];
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
    static const WantedRow one[] = {{"D", AREA_HIPS, 0, NOTHING},
                                    {"A", AREA_CALVES, 30000, 6, 6, false},
                                    {"C", AREA_FEET, 10000, 3, 3, true},
                                    {"A", AREA_CALVES, 30000, 2, 2, false}};
    static const WantedRow none[] = {{"B", AREA_CALVES, 0, NOTHING},
                                     {"A", AREA_CALVES, 30000, 6, 6, false},
                                     {"C", AREA_FEET, 10000, 3, 3, true},
                                     {"A", AREA_CALVES, 30000, 2, 2, false}};
    static const WantedRow all[] = {{"A", AREA_CALVES, 30000, 6, 6, false},
                                    {"C", AREA_FEET, 10000, 3, 3, true},
                                    {"A", AREA_CALVES, 30000, 2, 2, false},
                                    {"B", AREA_CALVES, 0, NOTHING}};
    begin("moves:\n" A C A B, "go 15000 felt=6 20000 15000 felt=3 hurt go 3000 25000 felt=2 10000 pause");
    go_over("moves:\n  - {name: D, areas: hips, hold: 9s}\n" A);
    check_rows(one, ARRAY_LEN(one));
    go_over("moves:\n" B);
    check_rows(none, ARRAY_LEN(none));
    ck_assert_int_eq(session_moves_done(&session), 3);
    go_over("moves:\n" A C A B); /* the edit is taken back */
    check_rows(all, ARRAY_LEN(all));
}
END_TEST

/* What was done of a move is not said of the one that stands in its stead. */
START_TEST(keeps_what_was_done_of_a_move_that_was_replaced)
{
    static const WantedRow rows[] = {
        {"N", AREA_NECK, 0, NOTHING}, {"C", AREA_FEET, 10000, NOTHING}, {"A", AREA_CALVES, 30000, NOTHING}};
    begin("moves:\n" A C, "go 50000 pause");
    go_over("moves:\n" N C);
    ck_assert_int_eq(session.into_ms, 10000);
    check_rows(rows, ARRAY_LEN(rows));
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
};

/* 10 s into a move of the fourth round, those of the three before are held whole, each once. */
START_TEST(stays_in_its_round)
{
    begin(rounds[_i].before, "go");
    EventList events = {0};
    advance_session(&session, rounds[_i].at * 30000 + 10000, &events);
    event_release(&events);
    go_over(rounds[_i].now);
    ck_assert_int_eq(session.step, rounds[_i].step);
    ck_assert_int_eq(session.into_ms, 10000);
    for (int32_t i = 0; i < (int32_t)session_done_count(&session); i++)
        ck_assert(session.done[i][SIDE_NONE].held_ms <= 30000);
    ck_assert_int_eq(session.done[session.step][SIDE_NONE].held_ms, 10000);
}
END_TEST

START_TEST(another_hold_was_not_felt)
{
    begin("moves:\n" B, "go 15000 felt=6 pause");
    go_over("moves:\n  - {name: B, areas: calves, hold: 60s, sides: right}\n");
    ck_assert_int_eq(session.felt, SESSION_NOT_FELT);
    ck_assert_int_eq(session.done[0][SIDE_LEFT].felt, 6);
}
END_TEST

static const struct {
    const char *before, *script, *now, *then;
    bool is_hurt;
} felt[] = {
    /* Of the same move and side, whatever else is new. */
    {A C, "go 15000 felt=8 pause", C A C, "go 4000 felt=7", true},
    {B, "go 15000 felt=8 pause", "  - {name: B, areas: calves, sides: both, hold: 60s}\n", "go 4000 felt=7", true},
    /* Of another move or side. */
    {A C, "go 15000 felt=8 pause", C, "go 9000 felt=7", false},
    {A C, "go 15000 felt=8 pause", N C, "go 9000 felt=7", false},
    {B, "go 15000 felt=8 pause", "  - {name: B, areas: calves, sides: right, hold: 60s}\n", "go 9000 felt=7", false},
    {B A, "go 15000 felt=8 pause", N, "go 9000 felt=7", false},
    /* At the very end. */
    {A C, "go 15000 next-move 6000 felt=8 pause", A, "felt=7", false},
};

START_TEST(too_hard_counts_for_one_move_and_side)
{
    char *text = memory_print("moves:\n%s", felt[_i].before), *new_text = memory_print("moves:\n%s", felt[_i].now);
    begin(text, felt[_i].script);
    go_over(new_text);
    char *lines = follow(&session, felt[_i].then);
    ck_assert_msg((strstr(lines, "hurt") != NULL) == felt[_i].is_hurt, "%s", lines);
    ck_assert_ptr_null(strstr(lines, "refused"));
    free(lines);
    free(text);
    free(new_text);
}
END_TEST

Suite *suite_replan(void)
{
    Suite *suite = suite_create("replan");
    TCase *tests = tcase_create("replan");
    tcase_add_checked_fixture(tests, NULL, tear_down);
    tcase_add_loop_test(tests, moves_are_known_by_name_and_occurrence, 0, ARRAY_LEN(matches));
    tcase_add_test(tests, none_stands_for_two);
    tcase_add_loop_test(tests, goes_on_at_the_same_place, 0, ARRAY_LEN(cases));
    tcase_add_loop_test(tests, goes_on_in_the_same_phase_or_rest, 0, ARRAY_LEN(parts));
    tcase_add_test(tests, keeps_what_was_done);
    tcase_add_test(tests, waits_in_a_set_up_that_it_is_taken_to);
    tcase_add_test(tests, keeps_what_was_done_of_moves_that_are_gone);
    tcase_add_test(tests, keeps_what_was_done_of_a_move_that_was_replaced);
    tcase_add_loop_test(tests, stays_in_its_round, 0, ARRAY_LEN(rounds));
    tcase_add_loop_test(tests, too_hard_counts_for_one_move_and_side, 0, ARRAY_LEN(felt));
    tcase_add_test(tests, another_hold_was_not_felt);
    suite_add_tcase(suite, tests);
    return suite;
}
