/* SPDX-License-Identifier: MIT */
#include <check.h>
#include <string.h>

#include "base/macros.h"
#include "ui/screen.h"
#include "ui/screens/suggestion.h"

Suite *suite_suggestion(void);

/* Days of calves, feet, neck; every other area was worked today. */
static const struct {
    const char *name;
    uint8_t calves, feet, neck; /* shares */
    int32_t days[3];
    int area;
    int32_t wait;
} waits[] = {
    {"worked today", 100, 0, 0, {0, 9, 9}, -1, 0},
    {"yesterday is not due", 100, 0, 0, {1, 9, 9}, -1, 0},
    {"the day before is", 100, 0, 0, {2, 9, 9}, AREA_CALVES, 20},
    {"never counts as two weeks", 100, 0, 0, {MODEL_NEVER, 0, 0}, AREA_CALVES, 140},
    {"very long ago weighs no more", 100, 0, 0, {400, 0, 0}, AREA_CALVES, 600},
    {"what is not known weighs nothing", 100, 0, 0, {MODEL_NOT_KNOWN, 0, 0}, -1, 0},
    {"by its share of the time", 75, 25, 0, {4, 12, 0}, AREA_CALVES, 60},
    {"the longest wait is the reason", 50, 50, 0, {4, 12, 0}, AREA_FEET, 80},
    {"a small part brings little", 100, 0, 10, {0, 0, 11}, AREA_NECK, 10},
    {"no moves at all", 0, 0, 0, {9, 9, 9}, -1, 0},
};

static Suggestion due_of_row(int row)
{
    int32_t days[AREA_COUNT] = {0};
    RoutineSummary summary = {0};
    static const Area areas[3] = {AREA_CALVES, AREA_FEET, AREA_NECK};
    const uint8_t shares[3] = {waits[row].calves, waits[row].feet, waits[row].neck};
    for (int i = 0; i < 3; i++) {
        days[areas[i]] = waits[row].days[i];
        summary.shares[areas[i]] = shares[i];
    }
    return suggestion_of(&summary, days);
}

START_TEST(weighs_what_was_not_worked)
{
    Suggestion due = due_of_row(_i);
    ck_assert_msg(due.area == waits[_i].area && due.wait == waits[_i].wait, "%s: area %d, wait %d", waits[_i].name,
                  due.area, (int)due.wait);
}
END_TEST

START_TEST(nothing_known_is_nothing_due)
{
    RoutineSummary summary = {.shares = {[AREA_CALVES] = 100}};
    Suggestion due = suggestion_of(&summary, NULL);
    ck_assert_int_eq(due.area, -1);
    ck_assert_int_eq(due.wait, 0);
}
END_TEST

static const struct {
    int32_t days;
    const char *words;
} agos[] = {
    {MODEL_NEVER, "never yet"}, {MODEL_NOT_KNOWN, ""},  {0, "today"},        {1, "yesterday"},
    {2, "2 days ago"},          {20, "20 days ago"},    {21, "3 weeks ago"}, {60, "8 weeks ago"},
    {61, "2 months ago"},       {400, "13 months ago"},
};

START_TEST(says_how_long_ago)
{
    Text words = {0};
    suggestion_ago(&words, agos[_i].days);
    ck_assert_str_eq(text_show(&words), agos[_i].words);
    text_release(&words);
}
END_TEST

START_TEST(says_why)
{
    Text words = {0};
    suggestion_reason(&words, &(Suggestion){.area = AREA_LOWER_BACK, .days = 9});
    ck_assert_str_eq(text_show(&words), "lower back: 9 days ago");
    text_clear(&words);
    suggestion_reason(&words, &(Suggestion){.area = -1});
    ck_assert_str_eq(text_show(&words), "");
    text_release(&words);
}
END_TEST

Suite *suite_suggestion(void)
{
    Suite *suite = suite_create("suggestion");
    TCase *tests = tcase_create("suggestion");
    tcase_add_loop_test(tests, weighs_what_was_not_worked, 0, ARRAY_LEN(waits));
    tcase_add_test(tests, nothing_known_is_nothing_due);
    tcase_add_loop_test(tests, says_how_long_ago, 0, ARRAY_LEN(agos));
    tcase_add_test(tests, says_why);
    suite_add_tcase(suite, tests);
    return suite;
}
