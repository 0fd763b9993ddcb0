/* SPDX-License-Identifier: MIT */
/* Whether the moves of a session are familiar, however it was begun. */
#include <check.h>
#include <stdio.h>

#include "app/app.h"
#include "app/records.h"
#include "audio/narration.h"
#include "base/macros.h"
#include "support/author.h"
#include "support/records.h"
#include "support/scratch.h"

Suite *suite_familiar(void);

static void set_up(void)
{
    author_set_up();
    snprintf(records_path, sizeof records_path, "%s/knead/knead.db", scratch_folder);
}

static bool is_familiar(App *app, size_t move)
{
    const int32_t *times_done = records_times_done(app);
    return times_done && move < app_model(app)->plan->move_count && times_done[move] >= NARRATION_FAMILIAR_FROM;
}

/* Whole sessions of a routine, in the past. */
static void do_before(const char *id, int times)
{
    App *app = author_look_at(&(AppOptions){0}, (const char *const[]){id}, 1);
    Store *store = store_open(records_path, RECORDS_NOW_S);
    for (int i = 0; i < times; i++)
        records_add_session(store, app_model(app)->plan, 200000, RECORDS_NOW_S);
    store_close(store);
    app_free(app);
}

static App *start(void)
{
    return author_play(&(AppOptions){0}, (const char *const[]){"own"}, 1);
}

static App *rehearse(void)
{
    return author_play(&(AppOptions){.speed = 2}, (const char *const[]){"own"}, 1);
}

/* The first screen is shown before the records are opened. */
static App *start_at_once(void)
{
    char *problem = NULL;
    App *app = app_new(library_new(NULL, NULL), &(AppOptions){.yes = true});
    ck_assert(app_start_play(app, (const char *const[]){"own"}, 1, &problem));
    ck_assert(app_is_playing(app));
    ck_assert(!is_familiar(app, 0));
    app_open_records(app);
    return app;
}

static App *go_on(void)
{
    return author_resume_at(start(), 20);
}

/* The session before is written by then. */
static App *start_again(void)
{
    App *app = start();
    app_beat(app, home_at_s(400));
    ck_assert(app_is_finished(app));
    app_keep(app);
    app_free(app);
    return start();
}

static const struct {
    App *(*begin)(void);
    int before; /* sessions */
    bool is_familiar;
} beginnings[] = {
    {start, 0, false},
    {start, NARRATION_FAMILIAR_FROM - 1, false},
    {start, NARRATION_FAMILIAR_FROM, true},
    {start_at_once, NARRATION_FAMILIAR_FROM - 1, false},
    {start_at_once, NARRATION_FAMILIAR_FROM, true},
    {start_again, NARRATION_FAMILIAR_FROM - 1, true},
    {go_on, NARRATION_FAMILIAR_FROM - 1, false}, /* it is no session before itself */
    {go_on, NARRATION_FAMILIAR_FROM, true},
    {rehearse, NARRATION_FAMILIAR_FROM, false},
};

START_TEST(a_move_is_familiar_after_some_sessions)
{
    do_before("own", beginnings[_i].before);
    App *app = beginnings[_i].begin();
    ck_assert(app_is_playing(app));
    ck_assert_int_eq(is_familiar(app, 0), beginnings[_i].is_familiar);
    app_free(app);
}
END_TEST

START_TEST(no_move_is_familiar_without_a_session)
{
    do_before("own", NARRATION_FAMILIAR_FROM);
    App *app = author_look_at(&(AppOptions){0}, (const char *const[]){"own"}, 1);
    ck_assert(!is_familiar(app, 0));
    app_free(app);
}
END_TEST

START_TEST(no_move_is_familiar_without_records)
{
    scratch_make_folder("knead/knead.db");
    App *app = start();
    ck_assert(!is_familiar(app, 0));
    app_free(app);
}
END_TEST

#define PALM "  - name: Palm\n    areas: hands\n    hold: 40s\n"
#define FIST "  - name: Fist\n    areas: hands\n    hold: 40s\n"
#define ARM "  - name: Arm\n    areas: forearms\n    hold: 40s\n"

/* Palm is edited in a session of its own; Palm, Arm and Foot were done before. */
static const struct {
    const char *moves;
    bool is_familiar[2];
} edited[] = {
    {PALM, {true}},
    {PALM ARM, {true, true}},
    {ARM PALM, {true, true}},
    {PALM FIST, {true, false}},
    {FIST PALM, {false, true}},
    {FIST, {false}}, /* one that was renamed is new */
};

START_TEST(an_edited_plan_is_counted_anew)
{
    do_before("own", NARRATION_FAMILIAR_FROM);
    do_before("shipped", NARRATION_FAMILIAR_FROM);
    App *app = start();
    app_beat(app, home_at_s(110));
    author_type(app, " e");
    char text[512];
    snprintf(text, sizeof text, AUTHOR_HEAD "%s", edited[_i].moves);
    author_edit(app, text);
    author_expect_notice(app, "you are still at the same move");
    for (size_t i = 0; i < ARRAY_LEN(edited[_i].is_familiar); i++)
        ck_assert_int_eq(is_familiar(app, i), edited[_i].is_familiar[i]);
    app_free(app);
}
END_TEST

Suite *suite_familiar(void)
{
    Suite *suite = suite_create("familiar");
    TCase *tests = tcase_create("familiar");
    tcase_add_checked_fixture(tests, set_up, scratch_remove);
    tcase_add_loop_test(tests, a_move_is_familiar_after_some_sessions, 0, ARRAY_LEN(beginnings));
    tcase_add_test(tests, no_move_is_familiar_without_a_session);
    tcase_add_test(tests, no_move_is_familiar_without_records);
    tcase_add_loop_test(tests, an_edited_plan_is_counted_anew, 0, ARRAY_LEN(edited));
    suite_add_tcase(suite, tests);
    return suite;
}
