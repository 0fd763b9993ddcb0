/* SPDX-License-Identifier: MIT */
#include "routine/programme.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"
#include "routine/library.h"
#include "support/scratch.h"

Suite *suite_programme(void);

static const char *const id_items[] = {"calves", "feet", "hips"};
static const Words ids = {id_items, ARRAY_LEN(id_items)};

#define HEAD "knead: 1\ntitle: A plan\n"
#define WEEK "weeks:\n- days: [calves, rest, feet, rest, hips, rest, rest]\n"

/* The whole of it, read. */
START_TEST(reads_all_keys)
{
    static const char text[] = HEAD "for: people with legs\n"
                                    "summary: Legs.\n"
                                    "check: {say: Reach down., unit: cm, better: less}\n"
                                    "cautions: Slowly.\n"
                                    "sources: {title: A book}\n"
                                    "weeks:\n"
                                    "- title: One\n"
                                    "  level: gentle\n"
                                    "  days: [calves, rest, {compose: [hips, stiff neck], minutes: 12, place: [chair,\n"
                                    "         wall], tools: [], goal: mobility}, rest, {compose: feet}, own, rest]\n"
                                    "- days: [calves, rest, rest, rest, rest, rest, rest]\n"
                                    "routines:\n"
                                    "  own: {knead: 1, title: Own, moves: [{name: Sit, areas: hips, hold: 30s}]}\n";
    DiagnosticList diags = {0};
    Programme *programme = programme_parse(text, strlen(text), "plan", &(ProgrammeLookup){NULL, &ids}, &diags);
    ck_assert_msg(programme != NULL, "%s", diagnostic_first(&diags));
    ck_assert_uint_eq(diags.count, 0);
    ck_assert_str_eq(programme->whom, "people with legs");
    ck_assert_int_eq(programme->check.unit, UNIT_CM);
    ck_assert_uint_eq(programme->count, 2);
    ck_assert_int_eq(programme->weeks[0].level, LEVEL_GENTLE);
    ck_assert_int_eq(programme->weeks[1].level, LEVEL_STANDARD);
    const ProgrammeDay *days = programme->weeks[0].days;
    ck_assert_str_eq(days[0].content, "calves");
    ck_assert_int_eq(days[1].kind, PROGRAMME_REST);
    ck_assert_str_eq(days[2].content, "Hips and stiff neck, 12 min, chair or wall, without tools, for mobility");
    ck_assert_str_eq(days[4].content, "Feet");
    ck_assert_int_eq(days[4].wish.goal, GOAL_NONE);
    ck_assert(!days[4].wish.tools_are_said);
    ck_assert_str_eq(programme_routine_text(programme, "own"),
                     "knead: 1\ntitle: Own\nmoves:\n  - name: Sit\n    areas: hips\n    hold: 30s\n");
    ck_assert_ptr_null(programme_routine_text(programme, "calves"));
    programme_free(programme);
    diagnostic_release(&diags);
}
END_TEST

static const struct {
    const char *text;
    unsigned line;
    const char *problem, *hint;
} problems[] = {
    {HEAD, 1, "missing key 'weeks' in a programme", "write `weeks: ...`"},
    {"knead: 1\n" WEEK, 1, "missing key 'title' in a programme", ""},
    {"knead: 2\n" HEAD, 1, "this file is written in format 2", ""},
    {HEAD "moves: []\n" WEEK, 3, "unknown key 'moves' in a programme", ""},
    {HEAD "weeks: []\n", 3, "a programme has 1 to 26 weeks, found 0", ""},
    {HEAD "weeks: [7]\n", 3, "a week must be a map, found '7'", ""},
    {HEAD "weeks: {days: [calves, rest]}\n", 3, "a week has 7 days, found 2", "write `rest`"},
    {HEAD "weeks: {days: calves}\n", 3, "days must be a list of seven days, found 'calves'", "on a line of its own"},
    {HEAD "weeks: {level: hard, days: [calves, rest, rest, rest, rest, rest, rest]}\n", 3, "unknown level 'hard'", ""},
    {HEAD "weeks:\n- days: [calves, feet, hips, calves, feet, hips, calves]\n", 4, "a week needs a day of rest",
     "write `rest`"},
    {HEAD "weeks:\n- days: [rest, rest, rest, rest, rest, rest, rest]\n", 4, "a week needs a day that is not rest", ""},
    {HEAD "weeks:\n- days:\n  - calves\n  - rest\n  - clavs\n  - rest\n  - rest\n  - rest\n  - rest\n", 7,
     "there is no routine 'clavs'", "did you mean 'calves'?"},
    {HEAD "weeks:\n- days: [something-else, rest, rest, rest, rest, rest, rest]\n", 4,
     "there is no routine 'something-else'", "knead list"},
    {HEAD "weeks:\n- days: [Calves, rest, rest, rest, rest, rest, rest]\n", 4, "a day must be an id", "write calves"},
    {HEAD "weeks:\n- days: [[calves, feet], rest, rest, rest, rest, rest, rest]\n", 4,
     "a day must be a routine, a wish or rest, found a list", "one routine a day"},
    {HEAD "weeks:\n- days: [{minutes: 3}, rest, rest, rest, rest, rest, rest]\n", 4, "missing key 'compose' in a wish",
     ""},
    {HEAD "weeks:\n- days: [{compose: feet, minutes: 2}, rest, rest, rest, rest, rest, rest]\n", 4,
     "minutes must be a whole number from 3 to 60, found '2'", ""},
    {HEAD "weeks:\n- days: [{compose: feet, place: flor}, rest, rest, rest, rest, rest, rest]\n", 4,
     "unknown place 'flor'", "floor"},
    {HEAD WEEK "routines: 7\n", 5, "routines must be a map", ""},
    {HEAD WEEK "routines: {calves: 7}\n", 5, "a routine must be a map, found '7'", ""},
    {HEAD WEEK "routines:\n  calves:\n    knead: 1\n    title: Own\n    moves: [{name: Sit, areas: hips}]\n", 9, "",
     ""},
    {HEAD HEAD WEEK, 3, "", ""},
    {"", 1, "", ""},
};

START_TEST(says_what_is_wrong_and_where)
{
    DiagnosticList diags = {0};
    const char *text = problems[_i].text;
    ck_assert_ptr_null(programme_parse(text, strlen(text), "plan", &(ProgrammeLookup){NULL, &ids}, &diags));
    ck_assert_uint_ge(diags.errors, 1);
    const Diagnostic *first = &diags.items[0];
    ck_assert_uint_eq(first->mark.line, problems[_i].line);
    ck_assert_msg(strstr(first->message, problems[_i].problem) != NULL, "%s", first->message);
    ck_assert_msg(!*problems[_i].hint || (first->hint && strstr(first->hint, problems[_i].hint)), "%s: %s",
                  first->message, first->hint ? first->hint : "no hint");
    diagnostic_release(&diags);
}
END_TEST

START_TEST(a_routine_that_no_day_has_is_told)
{
    static const char text[] = HEAD WEEK
        "routines:\n"
        "  own: {knead: 1, title: Own, moves: [{name: Sit, areas: hips, hold: 30s}]}\n";
    DiagnosticList diags = {0};
    Programme *programme = programme_parse(text, strlen(text), "plan", &(ProgrammeLookup){NULL, &ids}, &diags);
    ck_assert_ptr_nonnull(programme);
    ck_assert_uint_eq(diags.warnings, 1);
    ck_assert_str_eq(diags.items[0].message, "no day has the routine 'own'");
    programme_free(programme);
    diagnostic_release(&diags);
}
END_TEST

START_TEST(is_known_by_its_weeks)
{
    static const struct {
        const char *text;
        bool is_meant;
    } texts[] = {{HEAD WEEK, true},           {"weeks:", true}, {"", false},          {"weeks", false},
                 {HEAD " weeks: x\n", false}, {HEAD, false},    {"# weeks:\n", false}};
    for (size_t i = 0; i < ARRAY_LEN(texts); i++)
        ck_assert_int_eq(programme_is_meant(texts[i].text, strlen(texts[i].text)), texts[i].is_meant);
}
END_TEST

static void put_routine(const char *path, const char *title)
{
    char *text = memory_print("knead: 1\ntitle: %s\nmoves: [{name: Sit, areas: hips, hold: 30s}]\n", title);
    scratch_put(path, text);
    free(text);
}

static LibraryEntry *only_programme(Library *library)
{
    ck_assert_uint_eq(library_programme_count(library), 1);
    return library_programme_at(library, 0);
}

/* In a library: found in its folder, read again after a change of its own, of the routines, and of the folder. */
START_TEST(a_library_has_programmes)
{
    char *problem = NULL;
    scratch_make();
    put_routine("r/calves.yaml", "Calves");
    put_routine("r/feet.yaml", "Feet");
    scratch_put("r/programmes/plan.yaml", HEAD WEEK);
    char *folder = scratch_path("r");
    Library *library = library_new(folder, NULL);
    ck_assert(library_scan(library, &problem));
    ck_assert_uint_eq(library_count(library), 2);
    ck_assert_ptr_null(only_programme(library)->programme); /* hips is missing */
    ck_assert_str_eq(diagnostic_first(&only_programme(library)->diags), "there is no routine 'hips'");
    put_routine("r/hips.yaml", "Hips");
    ck_assert(library_refresh(library, NULL));
    ck_assert_ptr_nonnull(only_programme(library)->programme);
    ck_assert(!library_refresh(library, NULL));
    scratch_put("r/programmes/plan.yaml", "knead: 1\ntitle: Another plan\n" WEEK);
    ck_assert(library_refresh(library, NULL));
    ck_assert_str_eq(library_programme(library, "plan")->title, "Another plan");
    ck_assert_ptr_null(library_programme(library, "calves"));
    ck_assert_ptr_null(library_find(library, "plan", &problem));
    ck_assert_str_eq(problem, "'plan' is a programme; to follow it: knead programme start plan");
    free(problem);
    scratch_put("r/programmes/plan.yml", HEAD WEEK);
    ck_assert(library_refresh(library, NULL));
    ck_assert_uint_eq(library_programme_count(library), 2);
    ck_assert_int_eq(library_programme_at(library, 1)->state, ENTRY_BROKEN);
    library_free(library);
    free(folder);
    scratch_remove();
}
END_TEST

Suite *suite_programme(void)
{
    Suite *suite = suite_create("programme");
    TCase *tcase = tcase_create("programme");
    tcase_add_test(tcase, reads_all_keys);
    tcase_add_loop_test(tcase, says_what_is_wrong_and_where, 0, ARRAY_LEN(problems));
    tcase_add_test(tcase, a_routine_that_no_day_has_is_told);
    tcase_add_test(tcase, is_known_by_its_weeks);
    tcase_add_test(tcase, a_library_has_programmes);
    suite_add_tcase(suite, tcase);
    return suite;
}
