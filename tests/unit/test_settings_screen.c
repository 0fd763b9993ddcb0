/* SPDX-License-Identifier: MIT */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "settings/health.h"
#include "support/stage.h"
#include "ui/screens/settings_list.h"

Suite *suite_settings_screen(void);

static const char *const written = "places: [wall]\ntools: [tennis-ball]\nminutes: 12\nhealth: [clot, heart]\n"
                                   "first: behind\n";

static void set(Stage *stage, const char *settings)
{
    stage_open(stage, "care", settings);
    stage_push(stage, &screen_settings);
}

static const struct {
    const char *name, *settings, *keys;
    int width, height;
    const Look *look;
    bool has_styles;
} goldens[] = {
    {"settings-80x24", "", "", 80, 24, &stage_colour, true},
    {"settings-health-80x24-mono", "health: clot", "_<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<", 80, 24,
     &stage_mono, true},
    {"settings-120x40", "health: clot", "_<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<", 120, 40,
     &stage_colour, false},
    {"settings-200x60", "places: desk", ">>>>", 200, 60, &stage_colour, false},
    {"settings-find-120x40", "", "/side", 120, 40, &stage_colour, false},
    {"settings-find-20x4", "", "/loud", 20, 4, &stage_colour, false},
    {"settings-40x12-ascii", "minutes: 12", ">>>>>>>>>>>", 40, 12, &stage_ascii, true},
    {"settings-voice-80x24", "voice: [espeak-ng, -v, de, --stdin]\nrate: 130\n",
     "_<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<", 80, 24, &stage_colour, true},
    {"settings-voice-40x12-ascii", "voice: on\nwords: short\n", "_<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<", 40, 12,
     &stage_ascii, false},
    {"settings-voice-20x4", "voice: on\nsound: off\n", "_<<<<<<<<<<<<<<<<<<<<<<<<<<<", 20, 4, &stage_colour, false},
    {"settings-broken-80x24", "minutes: soon", "", 80, 24, &stage_colour, false},
    {"settings-20x1", "", ">", 20, 1, &stage_colour, false},
};

START_TEST(looks_as_it_did)
{
    Stage stage;
    set(&stage, goldens[_i].settings);
    stage_type(&stage, goldens[_i].keys);
    stage_check_golden(&stage, goldens[_i].name, goldens[_i].width, goldens[_i].height, *goldens[_i].look,
                       goldens[_i].has_styles);
    stage_release(&stage);
}
END_TEST

/* Places, no tools and five tools, ten choices of minutes, health, level, first side, pace, sessions a week, voice, what it
 * says, its speed, sounds, their loudness, colours, the figure, the mouse, letters, the title, notices, the screen, the file. */
static const struct {
    int down;
    const char *keys;
    RequestKind kind;
    int32_t value;
} answers[] = {
    {0, "!", REQUEST_PLACE, PLACE_DESK},
    {5, " ", REQUEST_PLACE, PLACE_BED},
    {6, " ", REQUEST_PLACE, PLACE_OUTDOORS},
    {7, "!", REQUEST_TOOL, MODEL_NO_TOOL},
    {8, "!", REQUEST_TOOL, 0},
    {12, "!", REQUEST_TOOL, 4},
    {13, "!", REQUEST_HAVE_MINUTES, 0},
    {15, "!", REQUEST_HAVE_MINUTES, 5},
    {22, "!", REQUEST_HAVE_MINUTES, 60},
    {23, "!", REQUEST_HEALTH, HEALTH_CLOT},
    {37, " ", REQUEST_HEALTH, HEALTH_HEART},
    {38, "!", REQUEST_LEVEL_CHOICE, LEVEL_CHOICE_AUTO},
    {41, "!", REQUEST_LEVEL_CHOICE, LEVEL_CHOICE_FIRM},
    {3, "h", REQUEST_SHOW, 0},
    {42, "!", REQUEST_FIRST, FIRST_AS_WRITTEN},
    {45, "!", REQUEST_FIRST, FIRST_BEHIND},
    {46, "!", REQUEST_PACE, PACE_AUTO},
    {47, "!", REQUEST_PACE, PACE_MINE},
    {48, "!", REQUEST_PER_WEEK, 1},
    {54, "!", REQUEST_PER_WEEK, 7},
    {55, "!", REQUEST_VOICE, VOICE_ON},
    {56, "!", REQUEST_VOICE, VOICE_OFF},
    {57, "!", REQUEST_SPOKEN, SPOKEN_FULL},
    {59, "!", REQUEST_SPOKEN, SPOKEN_NAMES},
    {60, "!", REQUEST_RATE, 70},
    {65, "!", REQUEST_RATE, 170},
    {66, "!", REQUEST_SOUND_CHOICE, SOUND_AUTO},
    {68, "!", REQUEST_SOUND_CHOICE, SOUND_OFF},
    {69, "!", REQUEST_VOLUME, 20},
    {73, "!", REQUEST_VOLUME, 100},
    {74, "!", REQUEST_THEME, THEME_AUTO},
    {78, "!", REQUEST_THEME, THEME_MONO},
    {79, "!", REQUEST_MOTION, MOTION_ON},
    {80, "!", REQUEST_MOTION, MOTION_OFF},
    {81, "!", REQUEST_MOUSE, MOUSE_ON},
    {84, "!", REQUEST_ASCII, ASCII_ON},
    {87, "!", REQUEST_TITLE, TITLE_ON},
    {88, "!", REQUEST_NOTICES, NOTICES_OFF},
    {93, "!", REQUEST_NOTICES, NOTICES_OSC_777},
    {94, "!", REQUEST_AWAKE, AWAKE_ON},
    {95, "!", REQUEST_AWAKE, AWAKE_OFF},
    {96, "!", REQUEST_EDIT_SETTINGS, 0},
    {99, "!", REQUEST_EDIT_SETTINGS, 0},
    {3, "e", REQUEST_EDIT_SETTINGS, 0},
    {3, "r", REQUEST_SHOW, 0},
    {3, "q", REQUEST_BACK, 0},
    {3, "i", REQUEST_NONE, 0},
    {7, "i", REQUEST_NONE, 0}, /* no tools */
    {8, "i", REQUEST_ABOUT_TOOL, 0},
    {12, "i", REQUEST_ABOUT_TOOL, 4},
    {3, "?", REQUEST_SHOW, 0},
    {0, "<", REQUEST_DRAW, 0},
    {0, "/", REQUEST_DRAW, 0},
    {0, "/dark!", REQUEST_THEME, THEME_DARK}, /* typed letters find by the name of a choice or of its group */
    {0, "/FIRST side!", REQUEST_FIRST, FIRST_AS_WRITTEN},
    {0, "/side>!", REQUEST_FIRST, FIRST_LEFT},
    {0, "/volume!", REQUEST_DRAW, 0}, /* nothing: typing ends */
    {0, "/volume!!", REQUEST_NONE, 0},
    {0, "/dark~!", REQUEST_PLACE, PLACE_DESK},  /* no words: all is in sight again */
    {0, "/dark!~!", REQUEST_THEME, THEME_DARK}, /* and what was changed is still marked */
    {0, "/dark!~q", REQUEST_BACK, 0},
    {0, "}!", REQUEST_TOOL, MODEL_NO_TOOL}, /* the next group */
    {0, "}}!", REQUEST_HAVE_MINUTES, 0},
    {0, "}>>{!", REQUEST_TOOL, MODEL_NO_TOOL}, /* back to its start, then to the one before */
    {0, "}{!", REQUEST_PLACE, PLACE_DESK},
    {0, "{!", REQUEST_PLACE, PLACE_DESK},
    {0, "x", REQUEST_NONE, 0},
};

START_TEST(answers_keys)
{
    Stage stage;
    set(&stage, "");
    for (int i = 0; i < answers[_i].down; i++)
        stage_type(&stage, ">");
    Request request = stage_type(&stage, answers[_i].keys);
    ck_assert_msg(request.kind == answers[_i].kind && request.value == answers[_i].value, "%d '%s': %d %d",
                  answers[_i].down, answers[_i].keys, (int)request.kind, (int)request.value);
    ck_assert_int_eq(screens_key(&stage.stack, &stage.model, KEY_INTERRUPT).kind, REQUEST_QUIT);
    stage_release(&stage);
}
END_TEST

/* A click changes what lies there: a gap between two groups is nothing. */
START_TEST(answers_clicks)
{
    Stage stage;
    set(&stage, "");
    Request request = screens_key(&stage.stack, &stage.model, KEY_CLICK | 4 << 12 | 20);
    ck_assert_int_eq(request.kind, REQUEST_PLACE);
    ck_assert_int_eq(request.value, PLACE_WALL);
    ck_assert_int_eq(screens_key(&stage.stack, &stage.model, KEY_CLICK | 9 << 12 | 20).kind, REQUEST_NONE);
    ck_assert_int_eq(screens_key(&stage.stack, &stage.model, KEY_CLICK | 10 << 12 | 20).kind, REQUEST_TOOL);
    ck_assert_int_eq(screens_key(&stage.stack, &stage.model, KEY_CLICK | 23 << 12 | 20).kind, REQUEST_NONE);
    stage_release(&stage);
}
END_TEST

/* In a wide window groups stand beside each other: what is marked beside the third place, and
 * what a click changes. */
static const struct {
    const char *keys;
    int x, y; /* of a click; 0: Enter */
    RequestKind kind;
    int32_t value;
} columns[] = {
    {">>}", 0, 0, REQUEST_LEVEL_CHOICE, LEVEL_CHOICE_STANDARD},
    {">>}{", 0, 0, REQUEST_PLACE, PLACE_WALL},
    {">>}}", 0, 0, REQUEST_VOLUME, 60},
    {">>}}}", 0, 0, REQUEST_VOLUME, 60}, /* there is no fourth column */
    {"", 5, 3, REQUEST_PLACE, PLACE_DESK},
    {"", 52, 4, REQUEST_LEVEL_CHOICE, LEVEL_CHOICE_GENTLE},
    {"", 52, 2, REQUEST_NONE, 0},  /* a heading */
    {"", 150, 3, REQUEST_NONE, 0}, /* the text beside the list */
    {"/clot", 5, 3, REQUEST_HEALTH, HEALTH_CLOT},
};

START_TEST(groups_stand_side_by_side)
{
    Stage stage;
    set(&stage, "");
    stage.model.width = 200;
    stage.model.height = 60;
    Request request = stage_type(&stage, columns[_i].keys);
    if (columns[_i].x)
        request = screens_key(&stage.stack, &stage.model, KEY_CLICK | columns[_i].y << 12 | columns[_i].x);
    else
        request = stage_type(&stage, "!");
    ck_assert_msg(request.kind == columns[_i].kind && request.value == columns[_i].value, "%d: %d %d", _i,
                  (int)request.kind, (int)request.value);
    stage_release(&stage);
}
END_TEST

#define MOST_MARKED 21
static const struct {
    const char *settings, *marked[MOST_MARKED];
} settings_marked[] = {
    {"", /* and nothing at all of the voice, which is not said */
     {"(x) any", "(x) gentle", "(x) as written", "(x) as the routine says", "(x) 2 or more", "(x) in full", "(x) 100%",
      "(x) sounds, or the bell", "(x) 60%", "(x) as the terminal says", "(x) moves", "(x) clicks choose",
      "(x) as the locale says", "(x) leave it alone", "(x) off", "(x) stays on"}},
    {"places: [wall]\ntools: [tennis-ball]\nminutes: 12\nhealth: [clot, heart]\nfirst: behind\npace: mine\nper_week: "
     "4\n"
     "voice: off\nwords: names\nrate: 170\nsound: bell\nvolume: 20\ntheme: light\nmotion: off\n"
     "mouse: off\nascii: off\ntitle: on\n"
     "notices: osc-9\nawake: off\n",
     {"[x] wall",
      "[x] tennis ball",
      "(x) 12 min",
      "[x] clot",
      "[x] heart",
      "(x) gentle",
      "(x) the side that is behind",
      "(x) mine: wait",
      "(x) 4 or more",
      "(x) off",
      "(x) names only",
      "(x) 170%",
      "(x) the bell",
      "(x) 20%",
      "(x) light",
      "(x) stands still",
      "(x) selects text",
      "(x) all letters",
      "(x) shows the session",
      "(x) OSC 9",
      "(x) as at other times"}},
    {"voice: on\nwords: short\nrate: 130\nsound: off\nvolume: 1\n",
     {"(x) any", "(x) gentle", "(x) as written", "(x) as the routine says", "(x) 2 or more", "(x) on", "(x) in short",
      "(x) 130%", "(x) off", "(x) 1%", "(x) as the terminal says"}},
    {"voice: [espeak-ng, \"\", \"a\\tb\\nc\"]\n",
     {"(x) any", "(x) gentle", "(x) as written", "(x) as the routine says", "(x) 2 or more",
      "(x) espeak-ng \"\" a b\\nc", "(x) in full"}},
    {"voice: [say, aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, bbbbb]\n",
     {"(x) any", "(x) gentle", "(x) as written", "(x) as the routine says", "(x) 2 or more",
      "(x) say aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa..."}},
};

/* Exactly what the file says is marked; of the lines that are told of here, all. */
START_TEST(marks_what_is_set)
{
    const char *const *marked = settings_marked[_i].marked;
    Stage stage;
    size_t count = 0;
    set(&stage, settings_marked[_i].settings);
    char *text = stage_text(&stage, 84, 160, stage_mono, false), *rest = NULL;
    for (char *line = strtok_r(text, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest)) {
        if (!strstr(line, "[x] ") && !strstr(line, "(x) "))
            continue;
        if (count == MOST_MARKED || !marked[count])
            break;
        ck_assert_msg(strstr(line, marked[count]) != NULL, "'%s' in the place of '%s'", line, marked[count]);
        count++;
    }
    ck_assert(count == MOST_MARKED || !marked[count]);
    free(text);
    stage_release(&stage);
}
END_TEST

/* Where a key is named, it is the one that is bound now; each such name is one of an action. */
START_TEST(texts_name_the_keys)
{
    static const char *const all[] = {"mine: wait for x", "until you press x.", "Press c or E to edit it."};
    Text words = {0};
    Stage stage;
    set(&stage, "keys: {ready: x, change: c, edit-settings: E}\n");
    stage.model.keys = &stage.settings.keys;
    for (int i = 0; i < settings_list_count(&stage.model); i++) {
        const SettingsRow row = settings_list_at(&stage.model, i);
        settings_list_add_name(&words, &stage.model, &row, true);
        settings_list_add_help(&words, &stage.model, &row);
        ck_assert_msg(!strpbrk(text_show(&words), "{}"), "%s", text_show(&words));
        ck_assert_msg(!strstr(text_show(&words), "Enter"), "%s", text_show(&words));
    }
    for (size_t i = 0; i < ARRAY_LEN(all); i++)
        ck_assert_msg(strstr(text_show(&words), all[i]) != NULL, "%s", all[i]);
    text_release(&words);
    stage_release(&stage);
}
END_TEST

START_TEST(no_tools_is_a_choice)
{
    Stage stage;
    set(&stage, "tools: none\n");
    stage_type(&stage, ">>>>>>>");
    stage_check_shows(&stage, 80, 24, "[x] no tools", true);
    stage_check_shows(&stage, 80, 24, "You have no tools.", true);
    stage_type(&stage, ">");
    stage_check_shows(&stage, 80, 24, "any tools.", true);
    stage_release(&stage);
}
END_TEST

/* The choice that is set stays where it is, and answers for itself. */
START_TEST(own_command_is_a_choice)
{
    Stage stage;
    set(&stage, "voice: [espeak-ng, --stdin]\n");
    for (int i = 0; i < 57; i++)
        stage_type(&stage, ">");
    const Request request = stage_type(&stage, "!");
    ck_assert_int_eq(request.kind, REQUEST_VOICE);
    ck_assert_int_eq(request.value, VOICE_COMMAND);
    stage_check_shows(&stage, 80, 24, "(x) espeak-ng --stdin", true);
    stage_check_shows(&stage, 80, 24, "Your own command speaks.", true);
    stage_release(&stage);
}
END_TEST

/* More tools become known while the library is still being read. */
START_TEST(mark_stays_as_rows_come_and_go)
{
    Stage stage;
    set(&stage, "");
    stage.model.tools.count -= 2;
    stage_type(&stage, "_<");
    stage.model.tools.count += 2;
    const Request request = stage_type(&stage, "!");
    ck_assert_int_eq(request.kind, REQUEST_AWAKE);
    ck_assert_int_eq(request.value, AWAKE_OFF);
    stage_release(&stage);
}
END_TEST

/* Every health word has its line, which fits beside it. */
START_TEST(says_what_each_health_word_means)
{
    Stage stage;
    set(&stage, "");
    for (int i = 0; i < 23; i++)
        stage_type(&stage, ">");
    for (int health = 0; health < HEALTH_COUNT; health++) {
        const char *meaning = health_meaning((Health)health);
        stage_check_shows(&stage, 80, 24, meaning, true);
        stage_type(&stage, ">");
    }
    stage_check_shows(&stage, 80, 24, "/home/ada/.config/knead/config.yaml", true);
    stage_release(&stage);
}
END_TEST

START_TEST(names_the_moves_that_a_word_leaves_out)
{
    Stage stage;
    set(&stage, "");
    for (int i = 0; i < 23; i++)
        stage_type(&stage, ">");
    stage_check_shows(&stage, 120, 40, "1 of 3 moves: Calf strip", true);
    stage_release(&stage);
}
END_TEST

START_TEST(helps_with_the_keys_of_the_screen_below)
{
    Stage stage;
    set(&stage, "");
    stage_push(&stage, &screen_help);
    stage_check_shows(&stage, 80, 24, "change the selected setting", true);
    stage_check_shows(&stage, 80, 24, "show only what matches", false);
    stage_release(&stage);
}
END_TEST

START_TEST(fits_any_window)
{
    Stage stage;
    set(&stage, written);
    stage_check_sizes(&stage);
    stage_type(&stage, "/no such thing!");
    stage_check_sizes(&stage);
    stage_type(&stage, "~");
    stage.model.settings_path = NULL;
    stage_type(&stage, "_");
    stage_check_sizes(&stage);
    stage_release(&stage);
}
END_TEST

Suite *suite_settings_screen(void)
{
    Suite *suite = suite_create("settings_screen");
    TCase *tests = tcase_create("settings_screen");
    tcase_add_loop_test(tests, looks_as_it_did, 0, ARRAY_LEN(goldens));
    tcase_add_loop_test(tests, answers_keys, 0, ARRAY_LEN(answers));
    tcase_add_test(tests, answers_clicks);
    tcase_add_loop_test(tests, groups_stand_side_by_side, 0, ARRAY_LEN(columns));
    tcase_add_loop_test(tests, marks_what_is_set, 0, ARRAY_LEN(settings_marked));
    tcase_add_test(tests, own_command_is_a_choice);
    tcase_add_test(tests, texts_name_the_keys);
    tcase_add_test(tests, no_tools_is_a_choice);
    tcase_add_test(tests, mark_stays_as_rows_come_and_go);
    tcase_add_test(tests, says_what_each_health_word_means);
    tcase_add_test(tests, names_the_moves_that_a_word_leaves_out);
    tcase_add_test(tests, helps_with_the_keys_of_the_screen_below);
    tcase_add_test(tests, fits_any_window);
    suite_add_tcase(suite, tests);
    return suite;
}
