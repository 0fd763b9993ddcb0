/* SPDX-License-Identifier: MIT */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "routine/filter.h"
#include "support/golden.h"
#include "support/stage.h"
#include "ui/screens/first_steps.h"
#include "ui/screens/safety.h"

Suite *suite_safety(void);

static void set(Stage *stage, const Screen *screen)
{
    stage_open(stage, "care", "");
    stage_push(stage, screen);
}

static const struct {
    const char *name;
    const Screen *screen;
    const char *keys;
    int width, height;
    const Look *look;
    bool has_styles;
} goldens[] = {
    {"advice-80x24", &screen_safety_notice, "", 80, 24, &stage_colour, true},
    {"advice-120x40", &screen_safety_notice, "", 120, 40, &stage_colour, false},
    {"advice-40x12-ascii", &screen_safety_notice, ">>", 40, 12, &stage_ascii, false},
    {"first-steps-80x24", &screen_first_steps, "", 80, 24, &stage_colour, true},
    {"first-steps-40x12", &screen_first_steps, ">", 40, 12, &stage_colour, false},
    {"safety-80x24", &screen_safety, "", 80, 24, &stage_colour, true},
    {"safety-120x40", &screen_safety, "", 120, 40, &stage_colour, false},
    {"safety-200x60", &screen_safety, "", 200, 60, &stage_colour, false},
    {"safety-40x12-mono", &screen_safety, "_", 40, 12, &stage_mono, true},
    {"safety-20x1", &screen_safety, "", 20, 1, &stage_colour, false},
};

START_TEST(looks_as_it_did)
{
    Stage stage;
    set(&stage, goldens[_i].screen);
    stage_type(&stage, goldens[_i].keys);
    stage_check_golden(&stage, goldens[_i].name, goldens[_i].width, goldens[_i].height, *goldens[_i].look,
                       goldens[_i].has_styles);
    stage_release(&stage);
}
END_TEST

static const struct {
    const Screen *screen;
    const char *keys;
    RequestKind kind;
} answers[] = {
    {&screen_safety_notice, "!", REQUEST_BACK}, {&screen_safety_notice, "q", REQUEST_BACK},
    {&screen_safety_notice, "r", REQUEST_SHOW}, {&screen_safety_notice, "f", REQUEST_SHOW},
    {&screen_safety_notice, ">", REQUEST_DRAW}, {&screen_safety_notice, "x", REQUEST_NONE},
    {&screen_safety_notice, "?", REQUEST_SHOW}, {&screen_safety, ">", REQUEST_DRAW},
    {&screen_safety, "!", REQUEST_NONE},        {&screen_safety, "q", REQUEST_BACK},
    {&screen_safety, "~", REQUEST_BACK},        {&screen_safety, "?", REQUEST_SHOW},
};

START_TEST(answers_keys)
{
    Stage stage;
    set(&stage, answers[_i].screen);
    ck_assert_int_eq(stage_type(&stage, answers[_i].keys).kind, answers[_i].kind);
    ck_assert_int_eq(screens_key(&stage.stack, &stage.model, KEY_INTERRUPT).kind, REQUEST_QUIT);
    stage_release(&stage);
}
END_TEST

START_TEST(advice_is_read_without_scrolling)
{
    Stage stage;
    set(&stage, &screen_safety_notice);
    stage_check_shows(&stage, 80, 24, "knead guides you through self-massage", true);
    stage_check_shows(&stage, 80, 24, "never both feet on balls", true);
    stage_check_shows(&stage, 80, 24, "r red flags", true);
    stage_check_shows(&stage, 80, 24, "f first steps", true);
    stage_release(&stage);
}
END_TEST

START_TEST(prints_all_of_it)
{
    Text printed = {0};
    safety_print(&printed, 72);
    golden_check("safety.txt", text_show(&printed));
    for (const char *line = text_show(&printed); *line; line += strcspn(line, "\n") + 1)
        ck_assert_uint_le(strcspn(line, "\n"), 72);
    text_clear(&printed);
    safety_print(&printed, 1000);
    for (size_t i = 0; i < SAFETY_PARTS; i++) {
        for (size_t k = 0; k < safety_parts[i].count; k++)
            ck_assert_ptr_nonnull(strstr(text_show(&printed), safety_parts[i].lines[k]));
    }
    text_release(&printed);
}
END_TEST

/* What is named to begin with is there, light, and found by the word for it. */
START_TEST(first_steps_lead_somewhere)
{
    static const char *const ids[] = {"first-five", "lower-back-easy", "chair-legs", "easy-stretches"};
    Library *library = library_new("routines", NULL);
    char *problem = NULL;
    Text all = {0};
    for (size_t i = 0; i < FIRST_STEPS; i++)
        text_add(&all, first_steps[i]);
    ck_assert(library_scan(library, &problem));
    for (size_t i = 0; i < ARRAY_LEN(ids); i++) {
        LibraryEntry *entry = library_listed(library, ids[i]);
        ck_assert_msg(entry && strstr(text_show(&all), ids[i]), "%s", ids[i]);
        library_load(library, entry);
        ck_assert_msg(filter_keyword_in(&entry->routine->keywords, "beginner"), "%s", ids[i]);
        ck_assert_int_le(entry->routine->seconds, 10 * 60);
        ck_assert_ptr_nonnull(strstr(text_show(&all), entry->routine->title));
    }
    text_release(&all);
    library_free(library);
}
END_TEST

static const Screen *const sized[] = {&screen_safety_notice, &screen_safety, &screen_first_steps};

START_TEST(fits_any_window)
{
    Stage stage;
    set(&stage, sized[_i]);
    stage_check_sizes(&stage);
    stage_release(&stage);
}
END_TEST

Suite *suite_safety(void)
{
    Suite *suite = suite_create("safety");
    TCase *tests = tcase_create("safety");
    tcase_add_loop_test(tests, looks_as_it_did, 0, ARRAY_LEN(goldens));
    tcase_add_loop_test(tests, answers_keys, 0, ARRAY_LEN(answers));
    tcase_add_test(tests, advice_is_read_without_scrolling);
    tcase_add_test(tests, prints_all_of_it);
    tcase_add_test(tests, first_steps_lead_somewhere);
    tcase_add_loop_test(tests, fits_any_window, 0, ARRAY_LEN(sized));
    suite_add_tcase(suite, tests);
    return suite;
}
