/* SPDX-License-Identifier: MIT */
#include <check.h>
#include <string.h>

#include "base/macros.h"
#include "base/text.h"
#include "routine/routine.h"
#include "routine/summary.h"

Suite *suite_summary(void);

static const char text[] = "knead: 1\n"
                           "title: Legs, After a Run\n"
                           "goal: recovery\n"
                           "moves:\n"
                           "  - {name: Calf Strip, areas: calves, where: floor, tools: therapy-ball | tennis-ball,\n"
                           "     prepare: 0s, hold: 60s}\n"
                           "  - {repeat: 2, moves: [{name: Side rub, areas: [it-band, calves], where: floor,\n"
                           "     prepare: 0s, hold: 15s}]}\n"
                           "  - {name: Toes, areas: feet, where: floor, prepare: 0s, hold: 10s}\n";

static Routine *read_routine(void)
{
    DiagnosticList diags = {0};
    diagnostic_init(&diags, "gist");
    Routine *routine = routine_parse(text, strlen(text), "my-legs", NULL, &diags);
    ck_assert_msg(routine != NULL, "%s", diagnostic_first(&diags));
    diagnostic_release(&diags);
    return routine;
}

START_TEST(sums_up_the_time_of_each_area)
{
    Routine *routine = read_routine();
    RoutineSummary summary = {0};
    summary_make(&summary, routine);
    ck_assert_uint_eq(summary.shares[AREA_CALVES], 90);
    ck_assert_uint_eq(summary.shares[AREA_IT_BAND], 30);
    ck_assert_uint_eq(summary.shares[AREA_FEET], 10);
    ck_assert_uint_eq(summary.shares[AREA_NECK], 0);
    summary_release(&summary);
    routine_free(routine);
}
END_TEST

static const struct {
    const char *words[2];
    bool is_found;
} finds[] = {
    {{"calf"}, true},          {{"after"}, true},       {{"it-band"}, true},       {{"it band"}, true},
    {{"therapy b"}, true},     {{"tennis-ball"}, true}, {{"floor"}, true},         {{"recovery"}, true},
    {{"my-legs"}, true},       {{"side"}, true},        {{"sole", "strip"}, true}, {{"roller"}, false},
    {{"calf", "neck"}, false},
};

START_TEST(is_found_by_any_of_its_words)
{
    Routine *routine = read_routine();
    RoutineSummary summary = {0};
    summary_make(&summary, routine);
    const char *words[2] = {finds[_i].words[0], finds[_i].words[1]};
    TextList list = {words, words[1] ? 2 : 1};
    ck_assert_msg(summary_has(&summary, &list) == finds[_i].is_found, "%s", words[0]);
    summary_release(&summary);
    routine_free(routine);
}
END_TEST

/* clang-format off */
static const struct {
    const char *name;
    int area;
} names[] = {
    {"calf", AREA_CALVES},         {"CALVES", AREA_CALVES},     {"upper b", AREA_UPPER_BACK}, {"back", AREA_UPPER_BACK},
    {"lower back ", AREA_LOWER_BACK}, {"foot", AREA_FEET},      {"sho", AREA_SHOULDERS},
    {"shoulder bl", AREA_UPPER_BACK}, {"scap", AREA_ROTATOR_CUFF},
    {"hip", AREA_HIPS},            {"hams", AREA_HAMSTRINGS},   {"outer s", AREA_OUTER_SHINS}, {"heels", AREA_FEET},
    {"c", -1},                     {"", -1},                    {"roller", -1},
};
/* clang-format on */

START_TEST(knows_what_people_call_an_area)
{
    ck_assert_msg(area_called(names[_i].name) == names[_i].area, "%s: %d", names[_i].name, area_called(names[_i].name));
}
END_TEST

START_TEST(finds_each_area_by_its_own_name)
{
    Text name = {0};
    for (const char *at = area_name(_i); *at; at++)
        text_add_char(&name, *at == '-' ? ' ' : *at);
    ck_assert_int_eq(area_called(text_show(&name)), _i);
    text_release(&name);
}
END_TEST

Suite *suite_summary(void)
{
    Suite *suite = suite_create("summary");
    TCase *tests = tcase_create("gist");
    tcase_add_test(tests, sums_up_the_time_of_each_area);
    tcase_add_loop_test(tests, is_found_by_any_of_its_words, 0, ARRAY_LEN(finds));
    tcase_add_loop_test(tests, knows_what_people_call_an_area, 0, ARRAY_LEN(names));
    tcase_add_loop_test(tests, finds_each_area_by_its_own_name, 0, AREA_COUNT);
    suite_add_tcase(suite, tests);
    return suite;
}
