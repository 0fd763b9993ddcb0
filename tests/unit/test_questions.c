/* SPDX-License-Identifier: MIT */
/* The questions before a session: a no leaves out the moves that ask it, and the rest can be started. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "support/author.h"
#include "support/scratch.h"

Suite *suite_questions(void);

#define MOVE(name, more) "  - {name: " name ", areas: feet, prepare: 0, hold: 120s" more "}\n"
#define ASKING(title, moves) "knead: 1\ntitle: " title "\nmoves:\n" moves

static const char asking[] = ASKING("Asking", MOVE("Heel", ", confirm: Skin well?") MOVE("Toe", "") MOVE(
                                                  "Arch", ", confirm: Skin well?") MOVE("Ball", ", confirm: No gout?"));

static void set_up(void)
{
    author_set_up();
    scratch_put("knead/routines/own.yaml", asking);
}

static App *look_at(AppOptions options)
{
    return author_look_at(&options, (const char *const[]){"own"}, 1);
}

/* What is typed on the routine's page, and what is there then. */
static const struct {
    const char *keys, *top;
    size_t moves;
    const char *declined, *notice;
} cases[] = {
    {"!yy", "player", 4, NULL, NULL},
    {"!ny", "routine", 2, "Heel, Arch", NULL},
    {"!n", "routine", 2, "Heel, Arch", "Left out: Heel and Arch."},
    {"!ny!", "player", 2, "Heel, Arch", NULL},
    {"!yn", "routine", 3, "Ball", "Left out: Ball."},
    {"!yn!", "player", 3, "Ball", NULL},
    {"!nn", "routine", 1, "Heel, Arch, Ball", "Left out: Ball."},
    {"!nn!", "player", 1, "Heel, Arch, Ball", NULL},
    /* What was answered is not asked again, and what was not is; not even q answers. */
    {"!yq!n", "routine", 3, "Ball", "Left out: Ball."},
    {"!nq!y", "routine", 2, "Heel, Arch", NULL},
    {"!q", "routine", 4, NULL, NULL},
    {"!q!yy", "player", 4, NULL, NULL},
    /* Other minutes neither bring one back nor ask again. */
    {"!ny-!", "player", 2, "Heel, Arch", NULL},
    {"!y~--!n!", "player", 3, "Ball", NULL},
};

START_TEST(one_no_leaves_out_its_moves)
{
    App *app = look_at((AppOptions){0});
    author_type(app, cases[_i].keys);
    const Model *model = app_model(app);
    ck_assert_str_eq(home_top(app), cases[_i].top);
    ck_assert_uint_eq(model->plan->move_count, cases[_i].moves);
    ck_assert_pstr_eq(model->plan->declined, cases[_i].declined);
    ck_assert_pstr_eq(model->notice, cases[_i].notice);
    app_free(app);
}
END_TEST

START_TEST(nothing_left_says_so)
{
    scratch_put("knead/routines/own.yaml", ASKING("Asking", MOVE("Heel", ", confirm: Skin well?")));
    App *app = look_at((AppOptions){0});
    author_type(app, "!n");
    ck_assert_ptr_null(app_model(app)->plan);
    ck_assert_ptr_nonnull(strstr(app_model(app)->plan_problem, "nothing is left of 'Asking'"));
    author_type(app, "!");
    ck_assert_str_eq(home_top(app), "routine");
    app_free(app);
}
END_TEST

START_TEST(yes_to_all_asks_nothing)
{
    App *app = look_at((AppOptions){.yes = true});
    ck_assert_str_eq(home_top(app), "player");
    ck_assert_uint_eq(app_model(app)->plan->move_count, 4);
    app_free(app);
}
END_TEST

static App *play_without(const char *keys)
{
    App *app = look_at((AppOptions){0});
    author_type(app, keys);
    ck_assert_str_eq(home_top(app), "player");
    app_keep(app);
    app_beat(app, home_at_s(100));
    return app;
}

/* Gone on with, and edited: moves that were left out stay so, and one that nobody was asked about comes to them. */
START_TEST(left_out_stays_left_out)
{
    App *app = play_without("!yn!");
    app = author_resume_at(app, 10);
    ck_assert_str_eq(app_model(app)->plan->declined, "Ball");
    ck_assert_int_eq(session_moves_skipped(app_model(app)->session), 1);
    author_type(app, "e");
    author_edit(app, ASKING("B", MOVE("Heel", ", confirm: Skin well?") MOVE("Toe", "") MOVE("New", "")
                                     MOVE("Ball", ", confirm: No gout?")));
    ck_assert_str_eq(app_model(app)->plan->title, "B");
    ck_assert_str_eq(app_model(app)->plan->declined, "Ball");
    ck_assert_uint_eq(app_model(app)->plan->move_count, 3);
    author_type(app, "e");
    author_edit(app, ASKING("C", MOVE("Heel", ", confirm: Skin well?") MOVE("Toe", ", confirm: Is it so?")
                                     MOVE("Ball", ", confirm: No gout today?")));
    ck_assert_str_eq(app_model(app)->plan->declined, "Toe, Ball");
    ck_assert_uint_eq(app_model(app)->plan->move_count, 1);
    author_expect_notice(app, "left out because you said no: Toe, Ball");
    app_free(app);
}
END_TEST

/* Whoever opens it anew is asked anew. */
START_TEST(opened_again_asks_again)
{
    App *app = author_open();
    author_ask(app, REQUEST_OPEN, author_index(app, "own"));
    author_type(app, "!nn");
    ck_assert_uint_eq(app_model(app)->plan->move_count, 1);
    author_type(app, "q");
    author_ask(app, REQUEST_OPEN, author_index(app, "own"));
    ck_assert_uint_eq(app_model(app)->plan->move_count, 4);
    author_type(app, "!yy");
    ck_assert_str_eq(home_top(app), "player");
    app_free(app);
}
END_TEST

Suite *suite_questions(void)
{
    Suite *suite = suite_create("questions");
    TCase *tcase = tcase_create("questions");
    tcase_add_checked_fixture(tcase, set_up, scratch_remove);
    tcase_add_loop_test(tcase, one_no_leaves_out_its_moves, 0, (int)ARRAY_LEN(cases));
    tcase_add_test(tcase, nothing_left_says_so);
    tcase_add_test(tcase, yes_to_all_asks_nothing);
    tcase_add_test(tcase, left_out_stays_left_out);
    tcase_add_test(tcase, opened_again_asks_again);
    suite_add_tcase(suite, tcase);
    return suite;
}
