/* SPDX-License-Identifier: MIT */
/* It hurts, or was felt as too hard twice: the clock stands, and what is noted of it counts the next time. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "app/app.h"
#include "support/home.h"
#include "support/scratch.h"
#include "ui/widgets/action.h"

Suite *suite_hurt(void);

static const char calf[] =
    "knead: 1\ntitle: Calf\nmoves:\n"
    "  - {name: Strip, areas: calves, sides: both, pressure: 4-6, lighter: Less weight., hold: 60s}\n"
    "  - {name: Foot, areas: feet, hold: 30s}\n";

static void set_up(void)
{
    home_set_up();
    scratch_put("routines/calf.yaml", calf);
}

static App *look_at(AppOptions options)
{
    App *app = home_make_app_with(options);
    const char *const names[] = {"calf"};
    char *problem = NULL;
    ck_assert_msg(app_start_play(app, names, 1, &problem), "%s", problem);
    return app;
}

/* Five seconds into the first hold. */
static App *play(void)
{
    App *app = look_at((AppOptions){.yes = true, .is_mute = true});
    app_open_records(app);
    app_keep(app);
    app_beat(app, home_at_s(0));
    app_beat(app, home_at_s(10));
    return app;
}

static void give(App *app, SessionCommand command)
{
    app_perform(app, (Request){.kind = REQUEST_COMMAND, .command = command});
}

/* Nothing runs and nothing is due until the person goes on; then it is counted in. */
START_TEST(hurt_stops_the_clock)
{
    App *app = play();
    if (_i == 0) {
        give(app, COMMAND_HURT);
    } else {
        app_key(app, '8');
        ck_assert_str_eq(app_model(app)->answer_title, "Ease off");
        app_key(app, '7');
    }
    ck_assert_int_eq(app_model(app)->session->state, SESSION_STOPPED);
    ck_assert_ptr_null(app_model(app)->answer);
    app_keep(app);
    ck_assert_int_eq(app_due_ns(app), -1);
    app_beat(app, home_at_s(600));
    ck_assert_int_eq(session_at_ms(app_model(app)->session), 10000);
    app_key(app, ' ');
    ck_assert_int_eq(app_model(app)->session->state, SESSION_COUNTING);
    app_beat(app, home_at_s(604));
    ck_assert_int_eq(session_step(app_model(app)->session)->side, SIDE_RIGHT);
    ck_assert_int_eq(app_model(app)->session->into_ms, 1000);
    app_free(app);
}
END_TEST

START_TEST(stopped_is_gone_on_with_as_it_stood)
{
    App *first = play();
    give(first, COMMAND_HURT);
    app_free(first);

    App *app = home_make_app_with((AppOptions){.yes = _i == 1});
    char *problem = NULL;
    if (_i == 1) {
        ck_assert(app_start_resume(app, &problem));
    } else {
        app_start_home(app);
        app_open_records(app);
        app_perform(app, (Request){.kind = REQUEST_GO_ON});
    }
    ck_assert_str_eq(home_top(app), screen_player.name);
    ck_assert_int_eq(app_model(app)->session->state, SESSION_STOPPED);
    ck_assert(app_model(app)->session->done[0][SIDE_LEFT].hurt);
    app_free(app);
}
END_TEST

START_TEST(deeper_waits_until_it_has_eased)
{
    App *app = play();
    app_key(app, 'd');
    ck_assert_str_eq(app_model(app)->answer_title, "Deeper");
    app_key(app, '7');
    app_key(app, 'd');
    ck_assert_str_eq(app_model(app)->answer_title, "Ease off first");
    ck_assert_str_eq(app_model(app)->answer, "Less weight.");
    app_key(app, 'l');
    ck_assert_str_eq(app_model(app)->answer_title, "Lighter");
    app_key(app, '5');
    app_key(app, 'd');
    ck_assert_str_eq(app_model(app)->answer_title, "Deeper");
    give(app, COMMAND_HURT);
    app_key(app, 'd');
    ck_assert_str_eq(app_model(app)->answer_title, "Ease off first");
    app_free(app);
}
END_TEST

START_TEST(hurt_is_remembered_until_cleared)
{
    App *first = play();
    give(first, COMMAND_HURT);
    app_free(first);

    App *app = look_at((AppOptions){0});
    ck_assert_ptr_null(app_model(app)->plan->moves[0].lowered);
    ck_assert(app_open_records(app).draw);
    const PlanMove *moves = app_model(app)->plan->moves;
    ck_assert_ptr_nonnull(strstr(moves[0].lowered, "2 lower since "));
    ck_assert_ptr_nonnull(strstr(moves[0].lowered, ": it hurt in Strip, left"));
    ck_assert_ptr_null(moves[1].lowered);
    ck_assert_int_eq(app_model(app)->plan->steps[1].pressure.high, 4);
    app_perform(app, (Request){.kind = REQUEST_CLEAR_LOWERED});
    ck_assert_ptr_null(app_model(app)->plan->moves[0].lowered);
    ck_assert_int_eq(app_model(app)->plan->steps[1].pressure.high, 6);
    app_free(app);
}
END_TEST

START_TEST(hurt_is_remembered_at_once)
{
    App *app = home_make_app_with((AppOptions){0});
    app_start_home(app);
    app_open_records(app);
    app_key(app, KEY_ENTER_KEY); /* the advice */
    while (app_due_ns(app) == 0)
        app_beat(app, home_at_s(0));
    app_key(app, KEY_ENTER_KEY);
    ck_assert_ptr_null(app_model(app)->plan->moves[0].lowered);
    app_key(app, KEY_ENTER_KEY);
    app_beat(app, home_at_s(0));
    app_beat(app, home_at_s(10));
    give(app, COMMAND_HURT);
    give(app, COMMAND_LEAVE);
    app_keep(app);
    while (strcmp(home_top(app), screen_home.name) != 0)
        app_key(app, 'q');
    app_key(app, KEY_ENTER_KEY);
    ck_assert_str_eq(home_top(app), screen_routine.name);
    ck_assert_ptr_nonnull(app_model(app)->plan->moves[0].lowered);
    app_perform(app, (Request){.kind = REQUEST_CLEAR_LOWERED});
    ck_assert_ptr_null(app_model(app)->plan->moves[0].lowered);
    app_free(app);
}
END_TEST

Suite *suite_hurt(void)
{
    Suite *suite = suite_create("hurt");
    TCase *tcase = tcase_create("hurt");
    tcase_add_checked_fixture(tcase, set_up, scratch_remove);
    tcase_add_loop_test(tcase, hurt_stops_the_clock, 0, 2);
    tcase_add_loop_test(tcase, stopped_is_gone_on_with_as_it_stood, 0, 2);
    tcase_add_test(tcase, deeper_waits_until_it_has_eased);
    tcase_add_test(tcase, hurt_is_remembered_until_cleared);
    tcase_add_test(tcase, hurt_is_remembered_at_once);
    suite_add_tcase(suite, tcase);
    return suite;
}
