/* SPDX-License-Identifier: MIT */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "support/stage.h"

Suite *suite_library_screen(void);

/* The library holds the routines belly, broken, legs and the moves belly-soft, calf-by-hand, calf-strip. */
static const char *const ill = "health: [belly, varicose-veins]";

static void set(Stage *stage, const Screen *screen, const char *settings)
{
    stage_open(stage, "care", settings);
    if (screen != &screen_library)
        stage_look_at(stage, "legs");
    if (screen == &screen_swap)
        stage_offer_swaps(stage);
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
    {"library-80x24", &screen_library, "", 80, 24, &stage_colour, true},
    {"library-120x40", &screen_library, ">>", 120, 40, &stage_colour, false},
    {"library-200x60", &screen_library, ">>", 200, 60, &stage_colour, false},
    {"library-moves-80x24-mono", &screen_library, "^>", 80, 24, &stage_mono, true},
    {"library-moves-120x40", &screen_library, "^>>", 120, 40, &stage_colour, false},
    {"library-moves-200x60", &screen_library, "^>>", 200, 60, &stage_colour, false},
    {"library-filtered-80x24", &screen_library, "^/calf", 80, 24, &stage_colour, false},
    {"library-40x12", &screen_library, ">>", 40, 12, &stage_colour, false},
    {"library-moves-40x12-ascii", &screen_library, "^", 40, 12, &stage_ascii, true},
    {"library-20x1", &screen_library, "", 20, 1, &stage_colour, false},
    {"swap-80x24", &screen_swap, ">", 80, 24, &stage_colour, true},
    {"swap-120x40-ascii", &screen_swap, "", 120, 40, &stage_ascii, false},
    {"swap-40x12", &screen_swap, ">>", 40, 12, &stage_colour, false},
    {"routine-ruled-out-80x24", &screen_routine, ">", 80, 24, &stage_colour, true},
};

START_TEST(looks_as_it_did)
{
    Stage stage;
    set(&stage, goldens[_i].screen, ill);
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
    int32_t value;
} answers[] = {
    {&screen_library, "!", REQUEST_OPEN, 0},
    {&screen_library, ">>!", REQUEST_OPEN, 2},
    {&screen_library, "^!", REQUEST_OPEN_MOVE, 0},
    {&screen_library, "^>>>>!", REQUEST_OPEN_MOVE, 2},
    /* Each list keeps its own mark. */
    {&screen_library, ">^>>^!", REQUEST_EDIT_ENTRY, 1},
    {&screen_library, ">^>>^^!", REQUEST_OPEN_MOVE, 2},
    {&screen_library, "/calv!", REQUEST_OPEN, 2},
    {&screen_library, "/strip^!", REQUEST_OPEN_MOVE, 2},
    {&screen_library, "^/CHAIR!", REQUEST_OPEN_MOVE, 1},
    {&screen_library, "^/calf>!", REQUEST_OPEN_MOVE, 2},
    {&screen_library, "/nothing has this!", REQUEST_DRAW, 0},
    {&screen_library, "/q", REQUEST_DRAW, 0},
    {&screen_library, "/legs~~", REQUEST_BACK, 0},
    {&screen_library, "/legs~!", REQUEST_OPEN, 0},
    {&screen_library, "n", REQUEST_NEW, 0},
    {&screen_library, ">>e", REQUEST_EDIT_ENTRY, 2},
    {&screen_library, "^>e", REQUEST_EDIT_SHARED, 1},
    {&screen_library, "/nothing has this!e", REQUEST_NONE, 0},
    {&screen_routine, "n", REQUEST_NEW, 1},
    {&screen_routine, "e", REQUEST_EDIT_MOVE, 0},
    {&screen_routine, ">e", REQUEST_EDIT_MOVE, 1},
    {&screen_library, "q", REQUEST_BACK, 0},
    {&screen_library, "?", REQUEST_SHOW, 0},
    {&screen_library, "x", REQUEST_REMOVE, 0},
    {&screen_library, ">>x", REQUEST_REMOVE, 2},
    {&screen_library, "^>x", REQUEST_REMOVE_SHARED, 1},
    {&screen_library, "u", REQUEST_UNDO, 0},
    {&screen_library, "/xu", REQUEST_DRAW, 0},
    {&screen_library, "z", REQUEST_NONE, 0},
    {&screen_swap, "!", REQUEST_SWAP, 0},
    {&screen_swap, ">>>>!", REQUEST_SWAP, 2},
    {&screen_swap, "~", REQUEST_BACK, 0},
    {&screen_swap, "?", REQUEST_SHOW, 0},
    {&screen_swap, "/", REQUEST_NONE, 0},
    /* At 80 x 24 the mark is on the first move from the start, and arrows lead from move to move. */
    {&screen_routine, "i", REQUEST_ABOUT, 0},
    {&screen_routine, ">i", REQUEST_ABOUT, 1},
    {&screen_routine, ">>>>>i", REQUEST_ABOUT, 2},
    {&screen_routine, ">><i", REQUEST_ABOUT, 1},
    {&screen_routine, ">s", REQUEST_SWAPS, 1},
    {&screen_routine, "!", REQUEST_START, 0},
};

START_TEST(answers_keys)
{
    Stage stage;
    set(&stage, answers[_i].screen, "");
    Request request = stage_type(&stage, answers[_i].keys);
    ck_assert_msg(request.kind == answers[_i].kind && request.value == answers[_i].value, "%s '%s': %d %d",
                  answers[_i].screen->name, answers[_i].keys, (int)request.kind, (int)request.value);
    ck_assert_int_eq(screens_key(&stage.stack, &stage.model, KEY_INTERRUPT).kind, REQUEST_QUIT);
    stage_release(&stage);
}
END_TEST

/* Where the rows lie at 80 x 24: two lines each from line 2; the moves of the routine from line 8. */
static const struct {
    const Screen *screen;
    int x, y;
    RequestKind kind;
    int32_t value;
} clicks[] = {
    {&screen_library, 5, 2, REQUEST_OPEN, 0},   {&screen_library, 5, 3, REQUEST_OPEN, 0},
    {&screen_library, 5, 6, REQUEST_DRAW, 0},   {&screen_library, 5, 12, REQUEST_NONE, 0},
    {&screen_library, 5, 0, REQUEST_NONE, 0},   {&screen_library, 0, 2, REQUEST_NONE, 0},
    {&screen_swap, 5, 2, REQUEST_SWAP, 0},      {&screen_swap, 5, 5, REQUEST_DRAW, 0},
    {&screen_swap, 5, 20, REQUEST_NONE, 0},     {&screen_routine, 20, 9, REQUEST_DRAW, 0},
    {&screen_routine, 20, 8, REQUEST_ABOUT, 0}, {&screen_routine, 20, 2, REQUEST_NONE, 0},
};

START_TEST(answers_clicks)
{
    Stage stage;
    set(&stage, clicks[_i].screen, "");
    const int32_t key = KEY_CLICK | clicks[_i].y << 12 | clicks[_i].x;
    Request request = screens_key(&stage.stack, &stage.model, key);
    ck_assert_msg(request.kind == clicks[_i].kind && request.value == clicks[_i].value, "%s %d,%d: %d %d",
                  clicks[_i].screen->name, clicks[_i].x, clicks[_i].y, (int)request.kind, (int)request.value);
    /* What was chosen by the first click is taken by the second. */
    if (request.kind == REQUEST_DRAW)
        ck_assert_int_gt(screens_key(&stage.stack, &stage.model, key).value, 0);
    stage_release(&stage);
}
END_TEST

START_TEST(marks_what_is_ruled_out)
{
    Stage stage;
    set(&stage, &screen_library, ill);
    stage_check_shows(&stage, 80, 24, "not with belly", true);
    stage_check_shows(&stage, 80, 24, "1 of 3 moves left out: varicose veins", true);
    stage_check_shows(&stage, 80, 24, "unknown area 'claves'", true);
    stage_type(&stage, "^>>");
    stage_check_shows(&stage, 40, 12, "not with varicose veins", true);
    stage_release(&stage);
    set(&stage, &screen_library, "health: heart");
    stage_type(&stage, "^");
    stage_check_shows(&stage, 80, 24, "not with heart", false);
    stage_release(&stage);
    set(&stage, &screen_routine, ill);
    stage_check_shows(&stage, 80, 24, "for your health: Calf strip", true);
    stage_release(&stage);
}
END_TEST

START_TEST(does_without_moves)
{
    Stage stage;
    set(&stage, &screen_library, "");
    stage.model.moves = NULL;
    ck_assert_int_eq(stage_type(&stage, "^!").kind, REQUEST_NONE);
    stage_check_shows(&stage, 80, 24, "No shared moves", true);
    stage_release(&stage);
    set(&stage, &screen_swap, "");
    stage.model.swap_count = 0;
    ck_assert_int_eq(stage_type(&stage, "!").kind, REQUEST_NONE);
    stage_check_shows(&stage, 80, 24, "Nothing to swap it for", true);
    stage_release(&stage);
}
END_TEST

/* In a small window the arrows still lead past everything that is written there. */
START_TEST(arrows_reach_all_of_a_routine)
{
    static const char *const words[] = {"Not today if one leg", "therapy ball", "more than one place",
                                        "Calf strip",           "Breathe",      "Read more of it",
                                        "Bend your knees"};
    Stage stage;
    stage_open(&stage, "care", "");
    stage_look_at(&stage, "legs");
    stage.plan->routines[0].summary = "Calm strokes for legs that have walked far, or stood for long, or both of it, "
                                      "which they do on most days of the week. Read more of it.";
    stage.plan->routines[0].check.say = "Bend your knees.";
    stage.model.width = 40;
    stage.model.height = 12;
    stage_push(&stage, &screen_routine);
    bool seen[ARRAY_LEN(words)] = {false};
    for (int i = 0; i < 30; i++) {
        char *text = stage_text(&stage, 40, 12, stage_colour, false);
        for (size_t k = 0; k < ARRAY_LEN(words); k++)
            seen[k] = seen[k] || strstr(text, words[k]);
        free(text);
        stage_type(&stage, ">");
    }
    for (size_t k = 0; k < ARRAY_LEN(words); k++)
        ck_assert_msg(seen[k], "'%s' was never in sight", words[k]);
    stage_release(&stage);
}
END_TEST

START_TEST(tells_about_the_move_that_is_marked)
{
    Stage stage;
    set(&stage, &screen_routine, "");
    stage.model.looked_at = 1;
    stage_push(&stage, &screen_about);
    stage_check_shows(&stage, 80, 24, "Let go: ", true);
    stage_check_shows(&stage, 80, 24, "Roll slowly down the calf", false);
    stage_release(&stage);
}
END_TEST

START_TEST(edits_the_words_of_the_filter)
{
    Stage stage;
    set(&stage, &screen_library, "");
    stage_type(&stage, "/le");
    screens_key(&stage.stack, &stage.model, 0xFC);
    stage_check_shows(&stage, 80, 24, "le\xC3\xBC", true);
    screens_key(&stage.stack, &stage.model, KEY_BACKSPACE_KEY);
    stage_check_shows(&stage, 80, 24, "le\xC3\xBC", false);
    ck_assert_int_eq(stage_type(&stage, "gs!").kind, REQUEST_OPEN);
    for (int i = 0; i < 300; i++) /* more than there is room for, and more than there is to take away */
        screens_key(&stage.stack, &stage.model, i < 100 ? 'x' : KEY_BACKSPACE_KEY);
    ck_assert_int_eq(stage_type(&stage, "!").kind, REQUEST_OPEN);
    stage_release(&stage);
}
END_TEST

static const Screen *const sized[] = {&screen_library, &screen_swap, &screen_routine};

START_TEST(fits_any_window)
{
    Stage stage;
    set(&stage, sized[_i], ill);
    stage_check_sizes(&stage);
    stage_type(&stage, "^");
    stage_check_sizes(&stage);
    stage_release(&stage);
}
END_TEST

Suite *suite_library_screen(void)
{
    Suite *suite = suite_create("library_screen");
    TCase *tests = tcase_create("library_screen");
    tcase_add_loop_test(tests, looks_as_it_did, 0, ARRAY_LEN(goldens));
    tcase_add_loop_test(tests, answers_keys, 0, ARRAY_LEN(answers));
    tcase_add_loop_test(tests, answers_clicks, 0, ARRAY_LEN(clicks));
    tcase_add_test(tests, marks_what_is_ruled_out);
    tcase_add_test(tests, edits_the_words_of_the_filter);
    tcase_add_test(tests, does_without_moves);
    tcase_add_test(tests, arrows_reach_all_of_a_routine);
    tcase_add_test(tests, tells_about_the_move_that_is_marked);
    tcase_add_loop_test(tests, fits_any_window, 0, ARRAY_LEN(sized));
    suite_add_tcase(suite, tests);
    return suite;
}
