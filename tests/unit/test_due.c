/* SPDX-License-Identifier: MIT */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "progress/balance.h"
#include "progress/due.h"
#include "progress/streak.h"

Suite *suite_due(void);

enum { NEVER = DUE_NEVER, UNKNOWN = DUE_NOT_KNOWN, CANDIDATES = 6, KINDS = 4, MINUTE_MS = 60000 };

/* The areas that the cases speak of. */
static const Area areas[KINDS] = {AREA_CALVES, AREA_FEET, AREA_NECK, AREA_HANDS};

typedef struct Fact {
    int32_t days[KINDS];                       /* of those areas; every other one was worked today */
    int32_t left_min[KINDS], right_min[KINDS]; /* held */
    bool is_away;
} Fact;

typedef struct Offered {
    uint8_t shares[KINDS];
    int32_t minutes, days;
    bool is_favourite;
} Offered;

/* A candidate without any share ends them. `expected`: their places, each with its reason. */
static const struct {
    const char *name;
    Fact fact;
    Offered routines[CANDIDATES];
    const char *expected;
} cases[] = {
    {"worked today", {{0, 9, 9, 9}, {0}, {0}, false}, {{{100}, 8, 0, false}}, ""},
    {"yesterday is not due", {{1, 9, 9, 9}, {0}, {0}, false}, {{{100}, 8, 0, false}}, ""},
    {"the day before is", {{2, 9, 9, 9}, {0}, {0}, false}, {{{100}, 8, 0, false}}, "0 calves: 2 days ago\n"},
    {"what is not known is not due", {{UNKNOWN, 0, 0, 0}, {0}, {0}, false}, {{{100}, 8, 0, false}}, ""},
    {"the longest wait first",
     {{4, 30, 9, 0}, {0}, {0}, false},
     {{{100}, 8, 0, false}, {{0, 100}, 8, 0, false}, {{0, 0, 100}, 8, 0, false}},
     "1 feet: 4 weeks ago\n2 neck: 9 days ago\n0 calves: 4 days ago\n"},
    {"on average over its time",
     {{20, 2, 10, 0}, {0}, {0}, false},
     {{{40, 60}, 8, 0, false}, {{0, 0, 100}, 8, 0, false}},
     "1 neck: 10 days ago\n0 calves: 20 days ago\n"},
    {"what was never worked counts as a week",
     {{20, NEVER, 13, 14}, {0}, {0}, false},
     {{{50, 50}, 8, 0, false}, {{0, 0, 100}, 8, 0, false}, {{0, 0, 0, 100}, 8, 0, false}},
     "2 hands: 14 days ago\n0 calves: 20 days ago\n1 neck: 13 days ago\n"},
    {"half of it must have rested",
     {{20, 0, NEVER, 1}, {0}, {0}, false},
     {{{49, 51}, 8, 0, false}, {{49, 0, 51}, 8, 0, false}, {{49, 0, 0, 51}, 8, 0, false}},
     ""},
    {"half is enough", {{20, 0, 0, 0}, {0}, {0}, false}, {{{50, 50}, 8, 0, false}}, "0 calves: 20 days ago\n"},
    {"a small part alone is not due", {{11, 0, 0, 0}, {0}, {0}, false}, {{{10, 90}, 8, 0, false}}, ""},
    {"each area once",
     {{9, 9, 0, 0}, {0}, {0}, false},
     {{{100}, 8, 5, false}, {{100}, 8, 20, false}, {{90, 10}, 8, 3, false}},
     "1 calves: 9 days ago\n"},
    {"a favourite first where all else is equal",
     {{9, 0, 0, 0}, {0}, {0}, false},
     {{{100}, 8, 5, false}, {{100}, 8, 2, true}},
     "1 calves: 9 days ago\n"},
    {"what was never done before what was",
     {{9, 0, 0, 0}, {0}, {0}, false},
     {{{100}, 8, 5, false}, {{100}, 8, NEVER, false}},
     "1 calves: 9 days ago\n"},
    {"a side that is behind is as a week",
     {{3, 5, 0, 0}, {10, 0}, {4, 0}, false},
     {{{0, 100}, 8, 0, false}, {{100}, 8, 0, false}},
     "1 calves: right is 6 min behind\n0 feet: 5 days ago\n"},
    {"after a week the days say more",
     {{8, 0, 0, 0}, {4, 0}, {10, 0}, false},
     {{{100}, 8, 0, false}},
     "0 calves: 8 days ago\n"},
    {"a side that is behind rests too", {{1, 0, 0, 0}, {10, 0}, {4, 0}, false}, {{{100}, 8, 0, false}}, ""},
    {"new ones where few are due, favourites and the shortest first",
     {{9, NEVER, NEVER, NEVER}, {0}, {0}, false},
     {{{0, 100}, 12, NEVER, false},
      {{0, 0, 100}, 5, NEVER, false},
      {{100}, 8, 9, false},
      {{0, 0, 0, 100}, 20, NEVER, true}},
     "2 calves: 9 days ago\n3 not done yet: a first try of 20 min\n1 not done yet: a first try of 5 min\n"},
    {"one new one for each area",
     {{0, NEVER, 0, 0}, {0}, {0}, false},
     {{{0, 100}, 12, NEVER, false}, {{0, 100}, 5, NEVER, false}},
     "1 not done yet: a first try of 5 min\n"},
    {"none where three are due",
     {{9, 9, 9, NEVER}, {0}, {0}, false},
     {{{0, 0, 0, 100}, 5, NEVER, false}, {{100}, 8, 0, false}, {{0, 100}, 8, 0, false}, {{0, 0, 100}, 8, 0, false}},
     "1 calves: 9 days ago\n2 feet: 9 days ago\n3 neck: 9 days ago\n"},
    {"what is partly new is not new", {{0, NEVER, 0, 0}, {0}, {0}, false}, {{{10, 90}, 8, NEVER, false}}, ""},
    {"nothing while away", {{9, NEVER, 9, 9}, {0}, {0}, true}, {{{100}, 8, 0, false}, {{0, 100}, 8, 0, false}}, ""},
};

/* Routines that nobody wrote, and days, from a simple series of numbers. */
typedef struct Random {
    uint32_t state;
} Random;

static int32_t next_number(Random *random, int32_t below)
{
    random->state = random->state * 1664525U + 1013904223U;
    return (int32_t)((random->state >> 8) % (uint32_t)below);
}

static DueList list_of(const DueFacts *facts, const DueCandidate *candidates, size_t count)
{
    DueSearch search;
    due_begin(&search, facts);
    for (size_t i = 0; i < count; i++)
        due_offer(&search, &candidates[i]);
    return due_end(&search);
}

static DueList list_of_case(int row)
{
    const Fact *fact = &cases[row].fact;
    int32_t days[AREA_COUNT] = {0};
    int64_t held_ms[AREA_COUNT][SIDE_COUNT] = {{0}};
    uint8_t shares[CANDIDATES][AREA_COUNT] = {{0}};
    DueCandidate candidates[CANDIDATES];
    size_t count = 0;
    for (int i = 0; i < KINDS; i++) {
        days[areas[i]] = fact->days[i];
        held_ms[areas[i]][SIDE_LEFT] = (int64_t)fact->left_min[i] * MINUTE_MS;
        held_ms[areas[i]][SIDE_RIGHT] = (int64_t)fact->right_min[i] * MINUTE_MS;
    }
    for (; count < CANDIDATES && cases[row].routines[count].minutes > 0; count++) {
        const Offered *routine = &cases[row].routines[count];
        for (int i = 0; i < KINDS; i++)
            shares[count][areas[i]] = routine->shares[i];
        candidates[count] = (DueCandidate){count, shares[count], routine->minutes * 60, routine->days,
                                           routine->is_favourite};
    }
    const DueFacts facts = {days, (const int64_t(*)[SIDE_COUNT])held_ms, fact->is_away};
    return list_of(&facts, candidates, count);
}

START_TEST(lists_what_is_due_and_why)
{
    const DueList list = list_of_case(_i);
    Text found = {0};
    for (size_t i = 0; i < list.count; i++) {
        text_print(&found, "%zu ", list.items[i].index);
        due_reason(&found, &list.items[i], false);
        text_add(&found, "\n");
    }
    ck_assert_msg(strcmp(text_show(&found), cases[_i].expected) == 0, "%s:\n%s", cases[_i].name, text_show(&found));
    text_release(&found);
}
END_TEST

START_TEST(nothing_known_is_nothing_due)
{
    static const uint8_t shares[AREA_COUNT] = {[AREA_CALVES] = 100};
    const DueCandidate candidate = {.shares = shares, .seconds = 60, .days = NEVER};
    ck_assert_uint_eq(list_of(&(DueFacts){NULL, NULL, false}, &candidate, 1).count, 0);
}
END_TEST

enum { MANY = 60 };

static void make_any(Random *random, int32_t *days, int64_t (*held_ms)[SIDE_COUNT], uint8_t (*shares)[AREA_COUNT],
                     DueCandidate *candidates)
{
    for (int area = 0; area < AREA_COUNT; area++) {
        days[area] = next_number(random, 30) - 1;
        held_ms[area][SIDE_LEFT] = (int64_t)next_number(random, 20) * MINUTE_MS;
        held_ms[area][SIDE_RIGHT] = (int64_t)next_number(random, 20) * MINUTE_MS;
    }
    memset(shares, 0, MANY * sizeof *shares);
    for (size_t i = 0; i < MANY; i++) {
        for (int k = next_number(random, 3); k >= 0; k--)
            shares[i][next_number(random, AREA_COUNT)] = (uint8_t)(1 + next_number(random, 100));
        candidates[i] = (DueCandidate){i, shares[i], 60 + next_number(random, 900), next_number(random, 40) - 1,
                                       next_number(random, 8) == 0};
    }
}

/* Whatever is offered: at most five, each for another area that it works and that has rested, and the same list however
 * the routines come. */
START_TEST(holds_for_any_routines)
{
    Random random = {(uint32_t)_i + 1};
    int32_t days[AREA_COUNT];
    int64_t held_ms[AREA_COUNT][SIDE_COUNT] = {{0}};
    uint8_t shares[MANY][AREA_COUNT];
    DueCandidate candidates[MANY], turned[MANY];
    make_any(&random, days, held_ms, shares, candidates);
    const DueFacts facts = {days, (const int64_t(*)[SIDE_COUNT])held_ms, false};
    const DueList list = list_of(&facts, candidates, MANY);
    for (size_t i = 0; i < MANY; i++)
        turned[MANY - 1 - i] = candidates[i];
    const DueList other = list_of(&facts, turned, MANY);
    bool is_seen[AREA_COUNT] = {false};
    ck_assert_uint_le(list.count, DUE_MOST);
    ck_assert_uint_eq(list.count, other.count);
    for (size_t i = 0; i < list.count; i++) {
        const Due *due = &list.items[i];
        ck_assert(!is_seen[due->area] && shares[due->index][due->area] > 0);
        is_seen[due->area] = true;
        ck_assert(due->why == DUE_NEW ? days[due->area] == NEVER : days[due->area] >= 2);
        ck_assert_uint_eq(due->index, other.items[i].index);
    }
}
END_TEST

static const struct {
    int32_t days;
    const char *words;
} agos[] = {
    {NEVER, "never yet"}, {UNKNOWN, ""},       {0, "today"},        {1, "yesterday"},     {2, "2 days ago"},
    {20, "20 days ago"},  {21, "3 weeks ago"}, {60, "8 weeks ago"}, {61, "2 months ago"}, {400, "13 months ago"},
};

START_TEST(says_how_long_ago)
{
    Text words = {0};
    due_ago(&words, agos[_i].days);
    ck_assert_str_eq(text_show(&words), agos[_i].words);
    text_release(&words);
}
END_TEST

static const struct {
    Due due;
    const char *words, *brief;
} reasons[] = {
    {{0, AREA_LOWER_BACK, DUE_RESTED, SIDE_NONE, 9}, "lower back: 9 days ago", "lower back: 9 days ago"},
    {{0, AREA_CALVES, DUE_SIDE, SIDE_LEFT, 361}, "calves: left is 6 min behind", "calves: left 6 min behind"},
    {{0, AREA_CALVES, DUE_SIDE, SIDE_RIGHT, 20}, "calves: right is 1 min behind", "calves: right 1 min behind"},
    {{0, AREA_CALVES, DUE_NEW, SIDE_NONE, 421}, "not done yet: a first try of 8 min", "a first try of 8 min"},
};

START_TEST(says_why)
{
    Text words = {0};
    due_reason(&words, &reasons[_i].due, false);
    ck_assert_str_eq(text_show(&words), reasons[_i].words);
    text_clear(&words);
    due_reason(&words, &reasons[_i].due, true);
    ck_assert_str_eq(text_show(&words), reasons[_i].brief);
    text_release(&words);
}
END_TEST

static const struct {
    Streak streak;
    const char *words, *brief;
} streaks[] = {
    {{0, 0, 2, false, 0}, "", ""},
    {{0, 1, 2, false, 0}, "1 of 2 this week", "1 of 2 this week"},
    {{1, 2, 2, false, 0}, "2 this week", "2 this week"},
    {{1, 0, 2, false, 0}, "1 week in a row", "1 week in a row"},
    {{3, 0, 2, false, 0}, "3 weeks in a row", "3 weeks in a row"},
    {{3, 1, 2, false, 0}, "3 weeks in a row, 1 of 2 this week", "3 weeks in a row"},
    {{3, 5, 2, false, 0}, "3 weeks in a row, 5 this week", "3 weeks in a row"},
    {{3, 1, 2, true, 20521}, "away until 9 Mar", "away until 9 Mar"},
};

START_TEST(says_weeks_in_a_row)
{
    Text words = {0};
    streak_add(&words, &streaks[_i].streak, false);
    ck_assert_str_eq(text_show(&words), streaks[_i].words);
    text_clear(&words);
    streak_add(&words, &streaks[_i].streak, true);
    ck_assert_str_eq(text_show(&words), streaks[_i].brief);
    text_release(&words);
}
END_TEST

static const struct {
    const char *id;
    int32_t weekday;
    bool suits;
} weekdays[] = {
    {"daily-five-monday", 0, true},
    {"daily-five-monday", 1, false},
    {"daily-five-sunday", 6, true},
    {"daily-five-sunday", 0, false},
    {"sunday", 0, true},
    {"desk-neck", 3, true},
    {"daily-wednesday", 2, true},
    {"blue-monday-morning", 4, true},
    {"", 0, true},
};

START_TEST(a_routine_of_a_weekday_is_for_that_day)
{
    ck_assert(due_suits_day(weekdays[_i].id, weekdays[_i].weekday) == weekdays[_i].suits);
}
END_TEST

Suite *suite_due(void)
{
    Suite *suite = suite_create("due");
    TCase *tests = tcase_create("due");
    tcase_add_loop_test(tests, lists_what_is_due_and_why, 0, ARRAY_LEN(cases));
    tcase_add_test(tests, nothing_known_is_nothing_due);
    tcase_add_loop_test(tests, holds_for_any_routines, 0, 200);
    tcase_add_loop_test(tests, says_how_long_ago, 0, ARRAY_LEN(agos));
    tcase_add_loop_test(tests, says_why, 0, ARRAY_LEN(reasons));
    tcase_add_loop_test(tests, says_weeks_in_a_row, 0, ARRAY_LEN(streaks));
    tcase_add_loop_test(tests, a_routine_of_a_weekday_is_for_that_day, 0, (int)ARRAY_LEN(weekdays));
    suite_add_tcase(suite, tests);
    return suite;
}
