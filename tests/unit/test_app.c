/* SPDX-License-Identifier: MIT */
#include <check.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/app.h"
#include "base/macros.h"
#include "platform/editor.h"
#include "support/home.h"
#include "support/scratch.h"
#include "ui/widgets/action.h"

Suite *suite_app(void);

static const int64_t second_ns = 1000000000;

static const char calf[] = "knead: 1\n"
                           "title: Calf\n"
                           "moves:\n"
                           "  - name: Strip\n"
                           "    areas: calves\n"
                           "    sides: both\n"
                           "    pressure: 4-6\n"
                           "    lighter: Less weight.\n"
                           "    hold: 60s\n"
                           "  - name: Foot\n"
                           "    areas: feet\n"
                           "    hold: 30s\n";

static void set_up(void)
{
    scratch_make_usual_home();
    scratch_put("calf.yaml", calf);
}

static Moment at_s(double seconds)
{
    const int64_t ns = (int64_t)(seconds * 1e9);
    return (Moment){.awake_ns = 1000 * second_ns + ns, .real_ns = 2000 * second_ns + ns};
}

static App *make_app(AppOptions options)
{
    Library *library = library_new(scratch_folder, NULL);
    char *problem = NULL;
    ck_assert(library_scan(library, &problem));
    options.routines_dir = scratch_folder;
    return app_new(library, &options);
}

/* A session that runs, its records open and its time begun at 0. By its path, so that it is the person's own. */
static App *play(AppOptions options)
{
    App *app = make_app(options);
    char *path = scratch_path("calf.yaml"), *problem = NULL;
    ck_assert_msg(app_start_play(app, (const char *const[]){path}, 1, &problem), "%s", problem);
    free(path);
    app_open_records(app);
    if (!app_is_playing(app))
        app_perform(app, (Request){.kind = REQUEST_START});
    app_keep(app);
    ck_assert_int_eq(app_due_ns(app), app_model(app)->session->state == SESSION_WAITING ? -1 : 0);
    app_beat(app, at_s(0));
    return app;
}

static Effects give(App *app, SessionCommand command)
{
    return app_perform(app, (Request){.kind = REQUEST_COMMAND, .command = command});
}

/* Each set-up waits until the person is ready; no clock wakes anybody up for it. */
START_TEST(waits_at_ones_own_pace)
{
    scratch_put(HOME_SETTINGS, "pace: mine\n");
    App *app = play((AppOptions){0});
    ck_assert_int_eq(app_model(app)->session->state, SESSION_WAITING);
    ck_assert_int_eq(app_due_ns(app), -1);
    app_beat(app, at_s(60));
    ck_assert_int_eq(app_model(app)->session->step, 0);
    give(app, COMMAND_READY);
    ck_assert_int_eq(app_model(app)->session->step, 1);
    app_beat(app, at_s(120));
    ck_assert_int_eq(app_model(app)->session->step, 2);
    ck_assert_int_eq(app_model(app)->session->state, SESSION_WAITING);
    app_free(app);
}
END_TEST

/* From the start, and when the keys go away meanwhile. */
START_TEST(waits_for_nobody)
{
    scratch_put(HOME_SETTINGS, "pace: mine\n");
    App *app = play((AppOptions){.is_unattended = true});
    ck_assert_int_eq(app_model(app)->session->state, SESSION_RUNNING);
    app_set_attended(app, true);
    app_beat(app, at_s(70));
    ck_assert_int_eq(app_model(app)->session->state, SESSION_WAITING);
    app_set_attended(app, false);
    give(app, COMMAND_GO_ON);
    ck_assert_int_eq(app_model(app)->session->state, SESSION_RUNNING);
    ck_assert_int_eq(app_model(app)->session->step, 2);
    app_free(app);
}
END_TEST

/* Who goes on in another way than by a count-in has gone on too. */
START_TEST(an_old_reason_is_not_that_of_a_new_pause)
{
    App *app = play((AppOptions){0});
    app_beat(app, (Moment){.awake_ns = at_s(1).awake_ns, .real_ns = at_s(721).real_ns});
    ck_assert_ptr_nonnull(app_model(app)->paused_note);
    give(app, COMMAND_READY);
    give(app, COMMAND_PAUSE);
    ck_assert_int_eq(app_model(app)->session->state, SESSION_PAUSED);
    ck_assert_ptr_null(app_model(app)->paused_note);
    app_free(app);
}
END_TEST

START_TEST(from_home_to_the_end_and_back)
{
    App *app = make_app((AppOptions){0});
    ck_assert(app_start_home(app));
    ck_assert_str_eq(home_top(app), screen_home.name);
    ck_assert(!app_open_records(app).quit);
    ck_assert_str_eq(home_top(app), screen_safety_notice.name);
    app_key(app, KEY_ENTER_KEY);
    ck_assert_str_eq(home_top(app), screen_home.name);
    while (app_due_ns(app) == 0)
        app_beat(app, at_s(0));
    ck_assert_int_eq(app_due_ns(app), -1);
    app_key(app, KEY_ENTER_KEY);
    ck_assert_str_eq(home_top(app), screen_routine.name);
    app_key(app, KEY_ENTER_KEY);
    ck_assert_str_eq(home_top(app), screen_player.name);
    ck_assert(app_is_playing(app));
    app_beat(app, at_s(0));
    app_beat(app, at_s(1000));
    ck_assert(app_is_finished(app));
    ck_assert_str_eq(home_top(app), screen_after.name);
    ck_assert_ptr_nonnull(strstr(app_last_words(app), "done, 2 moves in 2 min 45 s"));
    ck_assert(!app_key(app, 'q').quit);
    ck_assert_str_eq(home_top(app), screen_home.name);
    ck_assert_ptr_null(app_model(app)->session);
    ck_assert(app_key(app, 'q').quit);
    app_free(app);
}
END_TEST

START_TEST(time_is_due_when_something_changes)
{
    App *app = play((AppOptions){.yes = true});
    ck_assert_int_eq(app_due_ns(app), at_s(1).awake_ns);
    app_beat(app, at_s(0.25));
    ck_assert_int_eq(app_due_ns(app), at_s(1).awake_ns);
    give(app, COMMAND_PAUSE);
    ck_assert_int_eq(app_due_ns(app), -1);
    ck_assert_ptr_null(app_model(app)->paused_note);
    app_free(app);
}
END_TEST

START_TEST(bell_rings_at_changes_and_in_the_last_seconds)
{
    static const struct {
        double at;
        bool bell;
    } beats[] = {{1.5, false}, {4, true},   {5, true},   {30, false}, {65, true},
                 {70, true},   {130, true}, {135, true}, {165, true}};
    App *app = play((AppOptions){.yes = true, .is_mute = _i == 1});
    for (size_t i = 0; i < ARRAY_LEN(beats); i++)
        ck_assert_int_eq(app_beat(app, at_s(beats[i].at)).bell, beats[i].bell && _i == 0);
    app_free(app);
}
END_TEST

START_TEST(sleep_is_a_pause)
{
    App *app = play((AppOptions){.yes = true});
    app_beat(app, at_s(7));
    Moment woken = at_s(7.5);
    woken.real_ns += 12 * 60 * second_ns;
    ck_assert(app_beat(app, woken).draw);
    const Model *model = app_model(app);
    ck_assert_int_eq(model->session->state, SESSION_PAUSED);
    ck_assert_int_eq(session_at_ms(model->session), 7500);
    ck_assert_str_eq(model->paused_note, "the computer was asleep for 12 min");
    app_free(app);
}
END_TEST

START_TEST(stop_is_a_pause_at_the_moment_it_began)
{
    App *app = play((AppOptions){.yes = true});
    app_was_stopped(app, at_s(9), at_s(189), "by Ctrl-Z");
    ck_assert_int_eq(session_at_ms(app_model(app)->session), 9000);
    ck_assert_str_eq(app_model(app)->paused_note, "by Ctrl-Z, for 3 min");
    app_was_stopped(app, at_s(190), at_s(900), "from outside");
    ck_assert_str_eq(app_model(app)->paused_note, "by Ctrl-Z, for 3 min");
    app_beat(app, at_s(900));
    give(app, COMMAND_GO_ON);
    app_beat(app, at_s(902.9));
    ck_assert_int_eq(session_at_ms(app_model(app)->session), 9000);
    app_beat(app, at_s(904));
    ck_assert_int_eq(session_at_ms(app_model(app)->session), 10000);
    app_free(app);
}
END_TEST

START_TEST(goes_on_after_a_kill)
{
    const pid_t pid = fork();
    if (pid == 0) {
        App *app = play((AppOptions){.yes = true});
        for (int second = 1; second <= 42; second++) {
            app_beat(app, at_s(second));
            app_keep(app);
        }
        _exit(app_is_playing(app) ? 0 : 1);
    }
    int status;
    ck_assert_int_eq(waitpid(pid, &status, 0), pid);
    ck_assert_int_eq(status, 0);
    App *app = make_app((AppOptions){0});
    char *problem = NULL;
    ck_assert_msg(app_start_resume(app, &problem), "%s", problem);
    const Session *session = app_model(app)->session;
    ck_assert_int_eq(session->state, SESSION_PAUSED);
    ck_assert_int_ge(session_at_ms(session), 41000);
    ck_assert_int_le(session_at_ms(session), 42000);
    ck_assert_int_eq(session_step(session)->side, SIDE_LEFT);
    ck_assert_ptr_nonnull(strstr(app_model(app)->paused_note, "stopped today at"));
    app_free(app);
}
END_TEST

START_TEST(offers_what_was_left)
{
    App *first = play((AppOptions){.yes = true});
    app_beat(first, at_s(20));
    ck_assert(app_key(first, 'q').quit);
    app_keep(first);
    app_free(first);

    App *app = make_app((AppOptions){0});
    app_start_home(app);
    ck_assert(app_open_records(app).draw);
    ck_assert_str_eq(home_top(app), screen_resume.name);
    ck_assert_str_eq(app_model(app)->left.title, "Calf");
    ck_assert_int_eq(app_model(app)->left.at_s, 20);
    app_perform(app, (Request){.kind = REQUEST_GO_ON});
    ck_assert_str_eq(home_top(app), screen_player.name);
    ck_assert_int_eq(app_model(app)->session->state, SESSION_COUNTING);
    ck_assert_int_eq(session_at_ms(app_model(app)->session), 20000);
    app_free(app);
}
END_TEST

START_TEST(rehearsal_leaves_no_trace)
{
    App *app = play((AppOptions){.yes = true, .speed = 60});
    app_beat(app, at_s(1));
    ck_assert_int_eq(session_at_ms(app_model(app)->session), 60000);
    app_keep(app);
    app_leave(app);
    app_free(app);
    scratch_expect("knead/knead.db", NULL);
}
END_TEST

/* Whoever lies on the floor presses no key to see the cue again. */
START_TEST(notice_of_a_sound_goes_by_itself)
{
    App *app = play((AppOptions){.yes = true});
    app_beat(app, at_s(7));
    app_key(app, 'm');
    ck_assert_str_eq(app_model(app)->notice, "Sounds are off.");
    app_beat(app, at_s(16));
    ck_assert_ptr_nonnull(app_model(app)->notice);
    app_beat(app, at_s(18));
    ck_assert_ptr_null(app_model(app)->notice);
    app_free(app);
}
END_TEST

START_TEST(answer_stays_for_a_while)
{
    App *app = play((AppOptions){.yes = true});
    app_beat(app, at_s(6));
    app_perform(app, (Request){.kind = REQUEST_ANSWER, .value = ACTION_LIGHTER});
    ck_assert_str_eq(app_model(app)->answer, "Less weight.");
    app_beat(app, at_s(15));
    ck_assert_str_eq(app_model(app)->answer_title, "Lighter");
    app_beat(app, at_s(17));
    ck_assert_ptr_null(app_model(app)->answer);
    app_key(app, '9');
    ck_assert_str_eq(app_model(app)->answer_title, "Ease off");
    app_beat(app, at_s(66));
    ck_assert_ptr_null(app_model(app)->answer);
    app_free(app);
}
END_TEST

START_TEST(minutes_refit_the_plan)
{
    App *app = make_app((AppOptions){0});
    const char *const names[] = {"calf"};
    char *problem = NULL;
    ck_assert(app_start_play(app, names, 1, &problem));
    app_perform(app, (Request){.kind = REQUEST_MINUTES, .value = 2});
    ck_assert_int_le(app_model(app)->plan->seconds, 120);
    ck_assert_int_eq(app_model(app)->minutes, 2);
    app_perform(app, (Request){.kind = REQUEST_MINUTES, .value = 0});
    ck_assert_int_eq(app_model(app)->plan->seconds, 165);
    app_free(app);
}
END_TEST

START_TEST(edited_file_is_taken_up_or_told_of)
{
    static const char wrong[] = "knead: 1\ntitle: Calf\nmoves:\n  - name: Strip\n    areas: claves\n    hold: 60s\n";
    static const char longer[] = "knead: 1\ntitle: Calf\nmoves:\n  - name: Strip\n    areas: calves\n    sides: both\n"
                                 "    hold: 90s\n";
    App *app = play((AppOptions){.yes = true});
    app_beat(app, at_s(20));
    ck_assert(!app_perform(app, (Request){.kind = REQUEST_EDIT}).edit);
    give(app, COMMAND_PAUSE);
    ck_assert(app_perform(app, (Request){.kind = REQUEST_EDIT}).edit);
    char **command = app_edit_command(app);
    ck_assert_str_eq(command[0], "vi");
    ck_assert_str_eq(command[1], "+4");
    editor_free_command(command);

    scratch_put("calf.yaml", wrong);
    app_edited(app, true);
    ck_assert_ptr_nonnull(strstr(app_model(app)->notice, "calf.yaml:5:12: "));
    ck_assert_int_eq(app_model(app)->plan->seconds, 165);

    ck_assert(app_perform(app, (Request){.kind = REQUEST_EDIT}).edit);
    scratch_put("calf.yaml", longer);
    app_edited(app, true);
    ck_assert_int_eq(app_model(app)->plan->seconds, 190);
    ck_assert_int_eq(session_at_ms(app_model(app)->session), 20000);
    app_free(app);
}
END_TEST

START_TEST(unknown_routine_is_a_problem)
{
    App *app = make_app((AppOptions){0});
    const char *const names[] = {"claf"};
    char *problem = NULL;
    ck_assert(!app_start_play(app, names, 1, &problem));
    ck_assert_ptr_nonnull(strstr(problem, "claf"));
    free(problem);
    problem = NULL;
    ck_assert(!app_start_resume(app, &problem));
    ck_assert_ptr_nonnull(problem);
    free(problem);
    app_free(app);
}
END_TEST

Suite *suite_app(void)
{
    Suite *suite = suite_create("app");
    TCase *tcase = tcase_create("app");
    tcase_add_checked_fixture(tcase, set_up, scratch_remove);
    tcase_add_test(tcase, from_home_to_the_end_and_back);
    tcase_add_test(tcase, waits_at_ones_own_pace);
    tcase_add_test(tcase, waits_for_nobody);
    tcase_add_test(tcase, an_old_reason_is_not_that_of_a_new_pause);
    tcase_add_test(tcase, time_is_due_when_something_changes);
    tcase_add_loop_test(tcase, bell_rings_at_changes_and_in_the_last_seconds, 0, 2);
    tcase_add_test(tcase, sleep_is_a_pause);
    tcase_add_test(tcase, stop_is_a_pause_at_the_moment_it_began);
    tcase_add_test(tcase, goes_on_after_a_kill);
    tcase_add_test(tcase, offers_what_was_left);
    tcase_add_test(tcase, rehearsal_leaves_no_trace);
    tcase_add_test(tcase, notice_of_a_sound_goes_by_itself);
    tcase_add_test(tcase, answer_stays_for_a_while);
    tcase_add_test(tcase, minutes_refit_the_plan);
    tcase_add_test(tcase, edited_file_is_taken_up_or_told_of);
    tcase_add_test(tcase, unknown_routine_is_a_problem);
    suite_add_tcase(suite, tcase);
    return suite;
}
