/* SPDX-License-Identifier: MIT */
/* The tools at hand: what is named of a need, on every screen, and what no move knows. */
#include <check.h>
#include <string.h>

#include "base/macros.h"
#include "routine/library.h"
#include "routine/library_tools.h"
#include "routine/spelling.h"
#include "routine/wording.h"
#include "support/golden.h"
#include "support/stage.h"

Suite *suite_tools_at_hand(void);

static const char *balls[] = {"therapy-ball", "tennis-ball"}, *block[] = {"block"},
                  *others[] = {"lacrosse-ball", "tennis-ball"};
static ToolNeed needs[] = {{{balls, 2}}, {{block, 1}}, {{others, 2}}};
static const ToolList all_needs = {needs, ARRAY_LEN(needs)};

static const struct {
    const char *settings;
    bool alternatives;
    const char *words;
} named[] = {
    {"", false, "therapy ball, block, lacrosse ball"},
    {"", true, "therapy ball (or tennis ball), block, lacrosse ball (or tennis ball)"},
    {"tools: none", false, "therapy ball, block, lacrosse ball"},
    {"tools: tennis-ball", false, "tennis ball, block"},
    {"tools: tennis-ball", true, "tennis ball, block"},
    {"tools: [tennis-ball, therapy-ball]", true, "therapy ball, block, tennis ball"},
    {"tools: block", true, "therapy ball (or tennis ball), block, lacrosse ball (or tennis ball)"},
};

START_TEST(the_best_at_hand_is_named)
{
    Stage stage;
    Text words = {0};
    stage_open(&stage, "care", named[_i].settings);
    wording_tools(&words, &all_needs, &stage.settings.tools.names, named[_i].alternatives);
    ck_assert_str_eq(text_show(&words), named[_i].words);
    text_release(&words);
    stage_release(&stage);
}
END_TEST

static const struct {
    int width, height;
    bool has_details; /* rows of a list have a second line */
} sizes[] = {{200, 60, true}, {120, 40, true}, {80, 24, true}, {60, 24, false}, {40, 12, false}};

static void check_names(Stage *stage, int width, int height, bool is_named)
{
    stage_check_shows(stage, width, height, "tennis ball", is_named);
    stage_check_shows(stage, width, height, "therapy ball", false);
}

/* The calves are done with a therapy ball, or a tennis ball. */
START_TEST(every_screen_names_it_at_every_size)
{
    const int width = sizes[_i].width, height = sizes[_i].height;
    Stage stage;
    stage_open(&stage, "care", "tools: tennis-ball");
    stage_push(&stage, &screen_library);
    stage_type(&stage, "_");
    check_names(&stage, width, height, sizes[_i].has_details);
    stage_look_at(&stage, "legs");
    stage_push(&stage, &screen_routine);
    check_names(&stage, width, height, true);
    stage.model.looked_at = 0;
    stage_push(&stage, &screen_about);
    stage_type(&stage, "_");
    check_names(&stage, width, height, true);
    stage_release(&stage);
}
END_TEST

START_TEST(what_no_move_knows_is_told_with_its_place)
{
    Stage stage;
    Arena arena = {0};
    stage_open(&stage, "care", "minutes: 5\ntools: [therapy-ball, tenis-ball, spoon]\n");
    const Words known = library_tools(stage.library, &stage.settings.tools.names, &arena);
    tools_at_hand_warn(&stage.settings.tools, &known, &stage.diags);
    ck_assert_uint_eq(stage.diags.warnings, 2);
    const Diagnostic *first = &stage.diags.items[0], *second = &stage.diags.items[1];
    ck_assert_str_eq(first->message, "no move uses the tool 'tenis-ball'");
    ck_assert_str_eq(first->hint, "did you mean 'tennis-ball'?");
    ck_assert_uint_eq(first->mark.line, 2);
    ck_assert_uint_eq(first->mark.column, 23);
    ck_assert_str_eq(second->message, "no move uses the tool 'spoon'");
    ck_assert_ptr_nonnull(strstr(second->hint, "knead list --moves"));
    arena_release(&arena);
    stage_release(&stage);
}
END_TEST

/* Routines are read only for what no shared move knows. */
START_TEST(the_tools_are_those_of_moves_and_routines)
{
    Arena arena = {0};
    const char *shared[] = {"soft-ball", "tennis-ball"}, *more[] = {"spoon"};
    Library *library = library_new(TESTS_DIR "/routines/care", NULL);
    ck_assert(library_scan(library, NULL));
    const Words words = library_tools(library, &(TextList){shared, 2}, &arena);
    ck_assert_uint_eq(words.count, 3);
    ck_assert_str_eq(words.items[0], "soft-ball");
    ck_assert_str_eq(words.items[1], "tennis-ball");
    ck_assert_str_eq(words.items[2], "therapy-ball");
    ck_assert_int_eq(library_at(library, 0)->state, ENTRY_FOUND);
    library_tools(library, &(TextList){more, 1}, &arena);
    ck_assert_int_eq(library_at(library, 0)->state, ENTRY_LOADED);
    ck_assert_str_eq(spelling_of_word(&words, "Tennis Ball"), "tennis-ball");
    ck_assert_str_eq(words_nearest(&words, "therapi-ball"), "therapy-ball");
    ck_assert_ptr_null(words_nearest(&words, "spoon"));
    library_free(library);
    arena_release(&arena);
}
END_TEST

Suite *suite_tools_at_hand(void)
{
    Suite *suite = suite_create("tools_at_hand");
    TCase *tests = tcase_create("tools_at_hand");
    tcase_add_loop_test(tests, the_best_at_hand_is_named, 0, (int)ARRAY_LEN(named));
    tcase_add_loop_test(tests, every_screen_names_it_at_every_size, 0, (int)ARRAY_LEN(sizes));
    tcase_add_test(tests, what_no_move_knows_is_told_with_its_place);
    tcase_add_test(tests, the_tools_are_those_of_moves_and_routines);
    suite_add_tcase(suite, tests);
    return suite;
}
