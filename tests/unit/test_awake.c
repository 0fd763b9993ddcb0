/* SPDX-License-Identifier: MIT */
/* What keeps the screen on, and where. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/text.h"
#include "remote/awake.h"
#include "support/fakes.h"
#include "support/following.h"

Suite *suite_awake(void);

enum { PROGRAMS_MOST = 3 };
#define ALL                                                                                                            \
    {                                                                                                                  \
        "caffeinate", "gnome-session-inhibit", "systemd-inhibit"                                                       \
    }

static const struct {
    AwakePlace place;
    const char *programs[PROGRAMS_MOST], *used, *doubt; /* NULL: none */
} rows[] = {
    {{.has_screen = true, .desktop = "KDE"}, ALL, "systemd-inhibit", NULL},
    {{.has_screen = true, .desktop = "KDE"}, {"gnome-session-inhibit"}, NULL, NULL},
    {{.has_screen = true, .desktop = "GNOME"}, ALL, "gnome-session-inhibit", NULL},
    {{.has_screen = true, .desktop = "ubuntu:GNOME"}, ALL, "gnome-session-inhibit", NULL},
    {{.has_screen = true, .desktop = "ubuntu:GNOME"}, {"systemd-inhibit"}, "systemd-inhibit", NULL},
    {{.has_screen = true, .desktop = "GNOME2"}, ALL, "systemd-inhibit", NULL},
    {{.has_screen = true, .desktop = "COSMIC"}, ALL, "systemd-inhibit", "COSMIC, which is known not to respect it"},
    {{.has_screen = true, .desktop = "sway"}, ALL, "systemd-inhibit", "sway, where swayidle does not respect it"},
    {{.has_screen = true, .desktop = "i3"},
     ALL,
     "systemd-inhibit",
     "i3, where xautolock and xss-lock do not respect it"},
    {{.has_screen = true}, ALL, "systemd-inhibit", "a screen without a desktop, where nothing may respect it"},
    {{.has_screen = true, .desktop = "Hyprland"}, {NULL}, NULL, NULL},
    {{.desktop = "KDE"}, ALL, NULL, NULL}, /* a console */
    {{.has_screen = true, .is_remote = true, .desktop = "KDE"}, ALL, NULL, NULL},
    {{.is_macos = true, .has_screen = true}, ALL, "caffeinate", NULL},
    {{.is_macos = true, .has_screen = true}, {"systemd-inhibit"}, NULL, NULL},
    {{.is_macos = true, .has_screen = true, .is_remote = true}, ALL, NULL, NULL},
};

static void expect_text(const char *text, const char *expected)
{
    ck_assert_msg((text != NULL) == (expected != NULL), "%s", text ? text : "none");
    if (text)
        ck_assert_str_eq(text, expected);
}

START_TEST(first_that_can_is_used)
{
    fakes_set_up();
    for (size_t i = 0; i < PROGRAMS_MOST && rows[_i].programs[i]; i++)
        fakes_put(rows[_i].programs[i], NULL);
    expect_text(awake_program(&rows[_i].place), rows[_i].used);
    expect_text(awake_doubt(&rows[_i].place), rows[_i].doubt);
    fakes_tear_down();
}
END_TEST

/* How each is asked, and that it ends with the leash. */
static const struct {
    AwakePlace place;
    const char *program, *log;
} asked[] = {
    {{.has_screen = true},
     "systemd-inhibit",
     "systemd-inhibit\n--what=idle\n--who=knead\n--why=a session is running\n--mode=block\ncat\n"},
    {{.has_screen = true, .desktop = "GNOME"},
     "gnome-session-inhibit",
     "gnome-session-inhibit\n--inhibit\nidle\n--app-id\nknead\n--reason\na session is running\ncat\n"},
    {{.is_macos = true, .has_screen = true}, "caffeinate", "caffeinate\n-d\n"},
};

START_TEST(is_asked_until_the_leash_is_let_go)
{
    Leash leash;
    leash_init(&leash);
    fakes_set_up();
    ck_assert(!awake_start(&leash, &asked[_i].place));
    fakes_put_at_once(asked[_i].program, _i == 0 ? "exec cat\n" : fakes_hangs);
    ck_assert(awake_start(&leash, &asked[_i].place));
    fakes_expect(asked[_i].log);
    ck_assert(fakes_are_running());
    leash_release(&leash);
    fakes_wait_ended();
    fakes_tear_down();
}
END_TEST

static const struct {
    const char *script;
    bool is_wanted;
} moments[] = {
    {"", false},
    {"go", true},
    {"go 1000 wait", true},
    {"go 1000 pause", false},
    {"go 1000 pause go", true},
    {"go 6000 hurt", false},
    {"go 1000 leave", false},
    {"go 100000", false},
};

START_TEST(is_wanted_while_a_session_runs)
{
    Plan *plan = plan_of("moves:\n  - {name: Roll, areas: feet, prepare: 5s, hold: 30s, setup: Stand.}\n", NULL);
    Session session;
    session_init(&session, plan);
    free(follow(&session, moments[_i].script));
    ck_assert_msg(awake_is_wanted(&session) == moments[_i].is_wanted, "%s", moments[_i].script);
    session_release(&session);
    plan_free(plan);
}
END_TEST

/* The environment says where knead runs. */
START_TEST(place_is_read)
{
    static const char *const names[] = {"DISPLAY", "WAYLAND_DISPLAY", "XDG_CURRENT_DESKTOP", "SSH_CONNECTION"};
    for (size_t i = 0; i < ARRAY_LEN(names); i++)
        unsetenv(names[i]);
    AwakePlace place = awake_here();
    ck_assert(place.has_screen == place.is_macos && !place.is_remote && !place.desktop);
    setenv(_i == 0 ? "DISPLAY" : "WAYLAND_DISPLAY", ":0", 1);
    setenv("XDG_CURRENT_DESKTOP", "sway", 1);
    setenv("SSH_CONNECTION", "1", 1);
    place = awake_here();
    ck_assert(place.has_screen && place.is_remote);
    ck_assert_str_eq(place.desktop, "sway");
    unsetenv("DISPLAY");
    unsetenv("WAYLAND_DISPLAY");
    unsetenv("XDG_CURRENT_DESKTOP");
}
END_TEST

Suite *suite_awake(void)
{
    Suite *suite = suite_create("awake");
    TCase *tests = tcase_create("awake");
    tcase_add_loop_test(tests, first_that_can_is_used, 0, ARRAY_LEN(rows));
    tcase_add_loop_test(tests, is_asked_until_the_leash_is_let_go, 0, ARRAY_LEN(asked));
    tcase_add_loop_test(tests, is_wanted_while_a_session_runs, 0, ARRAY_LEN(moments));
    tcase_add_loop_test(tests, place_is_read, 0, 2);
    suite_add_tcase(suite, tests);
    return suite;
}
