/* SPDX-License-Identifier: MIT */
/* A session whose routine is edited while it is paused. */
#include <check.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "support/author.h"
#include "support/scratch.h"

Suite *suite_revision(void);

/* Paused, 20 s into it. */
static App *pause_in(const char *id)
{
    App *app = author_open();
    author_ask(app, REQUEST_OPEN, author_index(app, id));
    author_ask(app, REQUEST_START, 0);
    app_beat(app, home_at_s(100));
    app_beat(app, home_at_s(120));
    author_type(app, " ");
    ck_assert_int_eq(app_model(app)->session->state, SESSION_PAUSED);
    ck_assert_int_eq(session_at_ms(app_model(app)->session), 20000);
    return app;
}

static void expect_place(App *app, int32_t seconds)
{
    ck_assert_str_eq(home_top(app), "player");
    ck_assert_int_eq(app_model(app)->session->state, SESSION_PAUSED);
    ck_assert_int_eq(session_at_ms(app_model(app)->session), 20000);
    ck_assert_int_eq(app_model(app)->plan->seconds, seconds);
}

START_TEST(a_session_goes_on_with_the_new_text)
{
    App *app = pause_in("own");
    ck_assert(author_type(app, "e").edit);
    author_expect_editor(app, "own.yaml", "+4");
    author_edit(app, author_longer);
    expect_place(app, 65);
    author_expect_notice(app, "it goes on at the same move");
    author_type(app, "e");
    author_edit(app, NULL);
    expect_place(app, 65);
    author_expect_notice(app, "Nothing was changed.");
    app_free(app);
}
END_TEST

START_TEST(a_session_goes_on_with_a_copy)
{
    App *app = pause_in("shipped");
    ck_assert(author_type(app, "e").edit);
    char *path = author_edited(app, "knead: 1\ntitle: Mine\nmoves:\n  - name: Arm\n    areas: forearms\n    hold: 40s\n", true);
    expect_place(app, 45);
    author_expect_notice(app, "shipped came with knead: copied to ");
    ck_assert_str_eq(app_model(app)->plan->routines[0].path, path);
    free(path);
    app_free(app);
}
END_TEST

START_TEST(a_session_is_not_touched_by_what_is_wrong)
{
    App *app = pause_in("own");
    author_type(app, "e");
    author_edit(app, author_wrong);
    ck_assert_str_eq(home_top(app), "mend");
    ck_assert(app_model(app)->mend.is_followed);
    author_type(app, "k");
    expect_place(app, 35);
    author_expect_notice(app, "The session goes on with the old text");
    ck_assert(author_type(app, "e").edit);
    author_expect_editor(app, "own.yaml", "+5");
    author_edit(app, AUTHOR_HEAD "  - name: Palm\n    areas: hands\n    hold: long\n");
    ck_assert_str_eq(home_top(app), "mend");
    ck_assert(author_type(app, "e").edit);
    author_expect_editor(app, "own.yaml", "+6");
    author_edit(app, author_longer);
    expect_place(app, 65);
    author_type(app, "e");
    author_edit(app, author_wrong);
    author_type(app, "t");
    expect_place(app, 65);
    author_type(app, " ");
    app_beat(app, home_at_s(121));
    app_beat(app, home_at_s(128));
    ck_assert_int_gt(session_at_ms(app_model(app)->session), 20000);
    app_free(app);
}
END_TEST

/* However the session ends or goes on, a copy that was thrown away is no part of it. */
START_TEST(a_session_forgets_a_copy_that_was_thrown_away)
{
    App *app = pause_in("shipped");
    author_type(app, "e");
    char *path = author_edited(app, author_wrong, true);
    author_type(app, "t");
    expect_place(app, 70);
    ck_assert_int_ne(access(path, F_OK), 0);
    author_type(app, "e");
    author_edit(app, NULL);
    expect_place(app, 70);
    free(path);
    app_free(app);
}
END_TEST

Suite *suite_revision(void)
{
    Suite *suite = suite_create("revision");
    TCase *tests = tcase_create("revision");
    tcase_add_checked_fixture(tests, author_set_up, scratch_remove);
    tcase_add_test(tests, a_session_goes_on_with_the_new_text);
    tcase_add_test(tests, a_session_goes_on_with_a_copy);
    tcase_add_test(tests, a_session_is_not_touched_by_what_is_wrong);
    tcase_add_test(tests, a_session_forgets_a_copy_that_was_thrown_away);
    suite_add_tcase(suite, tests);
    return suite;
}
