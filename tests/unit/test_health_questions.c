/* SPDX-License-Identifier: MIT */
/* The seven questions about health: what they look like, what a key answers, and which health words come of it. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"
#include "settings/person_health.h"
#include "support/home.h"
#include "support/scratch.h"
#include "support/stage.h"
#include "ui/screens/health_questions.h"

Suite *suite_health_questions(void);

static const struct {
    const char *name, *settings, *keys;
    int width, height;
    const Look *look;
    bool has_styles;
} goldens[] = {
    {"questions-80x24", "", "", 80, 24, &stage_colour, true},
    {"questions-yes-80x24-mono", "", "ny", 80, 24, &stage_mono, true},
    {"questions-words-80x24", "health: clot", "rrrrry<", 80, 24, &stage_colour, true},
    {"questions-end-40x12-ascii", "", "nnnnnnn", 40, 12, &stage_ascii, false},
    {"questions-20x4", "", "nnnnny", 20, 4, &stage_colour, false},
};

START_TEST(looks_as_it_did)
{
    Stage stage;
    stage_open(&stage, "care", goldens[_i].settings);
    stage_push(&stage, &screen_questions);
    stage_type(&stage, goldens[_i].keys);
    stage_check_golden(&stage, goldens[_i].name, goldens[_i].width, goldens[_i].height, *goldens[_i].look,
                       goldens[_i].has_styles);
    stage_release(&stage);
}
END_TEST

static const struct {
    const char *settings, *keys;
    RequestKind kind;
    int32_t value;
} answers[] = {
    {"", "y", REQUEST_DRAW, 0},                       /* no word of its own */
    {"", "ny", REQUEST_HEALTH, HEALTH_RECENT_INJURY}, /* its only word */
    {"health: recent-injury", "ny", REQUEST_DRAW, 0}, /* which was said before */
    {"", "nnnnny", REQUEST_DRAW, 0},                  /* of several words none is chosen for the person */
    {"", "nnnnny<!", REQUEST_HEALTH, HEALTH_FRAGILE_BONES},
    {"", "rrrrry<<<<!", REQUEST_HEALTH, HEALTH_PREGNANCY},
    {"health: [clot]", "nnnnny<<!", REQUEST_HEALTH, HEALTH_CLOT}, /* taken back */
    {"", "nnnnny!", REQUEST_DRAW, 0},
    {"", "nnnnnny", REQUEST_HEALTH, HEALTH_HEART},
    {"", "nnnnnnn!", REQUEST_BACK, 0},
    {"", "q", REQUEST_BACK, 0},
    {"", "nny~", REQUEST_BACK, 0},
    {"", ">>!", REQUEST_DRAW, 0},
    {"", "x", REQUEST_NONE, 0},
    {"", "?", REQUEST_SHOW, 0},
};

START_TEST(answers_keys)
{
    Stage stage;
    stage_open(&stage, "care", answers[_i].settings);
    stage_push(&stage, &screen_questions);
    const Request request = stage_type(&stage, answers[_i].keys);
    ck_assert_msg(request.kind == answers[_i].kind && request.value == answers[_i].value, "%s: %d %d", answers[_i].keys,
                  (int)request.kind, (int)request.value);
    stage_release(&stage);
}
END_TEST

/* Each way through has seven questions, one key each. */
START_TEST(nothing_has_to_be_said)
{
    static const char *const keys[] = {"nnnnnnn", "rrrrrrr", "nrnrnrn"};
    for (size_t i = 0; i < ARRAY_LEN(keys); i++) {
        Stage stage;
        stage_open(&stage, "care", "");
        stage_push(&stage, &screen_questions);
        stage_type(&stage, keys[i]);
        char *text = stage_text(&stage, 80, 24, stage_colour, false);
        ck_assert_msg(strstr(text, "Your answers are not") != NULL, "%s", text);
        free(text);
        stage_release(&stage);
    }
}
END_TEST

static const struct {
    const char *keys, *health;
} stored[] = {
    {"nnnnnnn", "[]"},
    {"ry\rrrrrr", "[recent-injury]"},
    {"rry\rrrrr", "[recent-injury]"},
    {"rrry\rrrr", "[reduced-feeling]"},
    {"ny\rny\rrrr", "[recent-injury, reduced-feeling]"},
    {"rrrrrr", "[]"},
};

/* At the first start, from the advice on; in the file as well. */
START_TEST(yes_sets_health_words)
{
    App *app = home_make_app();
    ck_assert(app_start_home(app));
    app_set_window(app, 80, 24, false);
    app_open_records(app);
    ck_assert_str_eq(home_top(app), screen_safety_notice.name);
    app_key(app, 'h');
    ck_assert_str_eq(home_top(app), screen_questions.name);
    for (const char *key = stored[_i].keys; *key; key++)
        app_key(app, *key == '\r' ? KEY_ENTER_KEY : *key);
    char *health = person_health_written(&app_model(app)->settings->health);
    ck_assert_str_eq(health, stored[_i].health);
    char *wanted = memory_print("health: %s\n", health), *file = scratch_text(HOME_SETTINGS);
    ck_assert_msg((strstr(file, wanted) != NULL) == (strcmp(health, "[]") != 0), "%s", file);
    free(file);
    free(wanted);
    free(health);
    app_key(app, 'q');
    ck_assert_str_eq(home_top(app), screen_safety_notice.name);
    app_free(app);
}
END_TEST

Suite *suite_health_questions(void)
{
    Suite *suite = suite_create("health_questions");
    TCase *screen = tcase_create("screen"), *start = tcase_create("start");
    tcase_add_loop_test(screen, looks_as_it_did, 0, (int)ARRAY_LEN(goldens));
    tcase_add_loop_test(screen, answers_keys, 0, (int)ARRAY_LEN(answers));
    tcase_add_test(screen, nothing_has_to_be_said);
    tcase_add_checked_fixture(start, home_set_up, scratch_remove);
    tcase_add_loop_test(start, yes_sets_health_words, 0, (int)ARRAY_LEN(stored));
    suite_add_tcase(suite, screen);
    suite_add_tcase(suite, start);
    return suite;
}
