/* SPDX-License-Identifier: MIT */
/* What a person has set of keys and looks, in a real terminal. */
#include <check.h>
#include <string.h>

#include "base/macros.h"
#include "support/pty.h"
#include "support/run.h"
#include "support/scratch.h"

Suite *suite_pty_look(void);

#define CONFIG "knead/config.yaml"

static const char *const calf[] = {"play", "calf-hamstring-smash", "--yes", NULL};

START_TEST(chosen_keys_are_shown_and_work)
{
    scratch_put(CONFIG, "voice: off\nlevel: standard\nkeys: {pause: p, stop: X, help: F}\n");
    Pty *pty = pty_start(NULL, calf);
    pty_wait_for(pty, "p pause");
    pty_wait_for(pty, "F help");
    pty_send(pty, "p");
    pty_wait_for(pty, "p resume");
    pty_send(pty, " q");
    pty_send(pty, "F");
    pty_wait_for(pty, "pause or resume");
    pty_send(pty, "F");
    pty_wait_for(pty, "p resume");
    pty_send(pty, "X");
    ck_assert_int_eq(pty_wait_exit(pty), 0);
    pty_check_given_back(pty);
    pty_end(pty);
}
END_TEST

/* Whatever the settings say. */
START_TEST(ctrl_c_quits)
{
    scratch_put(CONFIG, "voice: off\nlevel: standard\nkeys: {stop: X, quit: Q}\n");
    Pty *pty = pty_start(NULL, calf);
    pty_wait_for(pty, "X stop");
    pty_send(pty, PTY_CTRL_C);
    ck_assert_int_eq(pty_wait_exit(pty), 130);
    pty_end(pty);
}
END_TEST

START_TEST(lines_name_them_too)
{
    static const char *const lines[] = {"play", "calf-hamstring-smash", "--yes", "--plain", NULL};
    scratch_put(CONFIG, "voice: off\nlevel: standard\nkeys: {pause: p, help: F}\n");
    Pty *pty = pty_start(NULL, lines);
    pty_wait_for(pty, "Get ready");
    pty_send(pty, "F");
    pty_wait_for(pty, "p: pause or resume");
    pty_send(pty, "p");
    pty_wait_for(pty, "Press p to resume.");
    pty_send(pty, "q");
    ck_assert_int_eq(pty_wait_exit(pty), 0);
    pty_end(pty);
}
END_TEST

static bool has_title(Pty *pty, void *words)
{
    return pty_has_title(pty, words);
}

/* It is there while the session runs, and given back: to the shell after Ctrl-Z too. */
START_TEST(the_title_shows_the_session)
{
    scratch_put(CONFIG, "voice: off\nlevel: standard\ntitle: on\n");
    Pty *pty = pty_start(NULL, calf);
    pty_wait_until(pty, "the title", has_title, "get ready: Calf on a ball, left");
    pty_send(pty, PTY_ENTER);
    pty_wait_until(pty, "a hold in the title", has_title, " Calf on a ball, left");
    pty_send(pty, " ");
    pty_wait_until(pty, "a pause in the title", has_title, "Paused: Calf on a ball, left");
    pty_send(pty, PTY_CTRL_Z);
    pty_wait_stopped(pty);
    pty_check_given_back(pty);
    pty_continue(pty);
    pty_wait_until(pty, "the title again", has_title, "Paused: Calf on a ball, left");
    pty_send(pty, "q");
    ck_assert_int_eq(pty_wait_exit(pty), 0);
    pty_check_given_back(pty);
    pty_end(pty);
}
END_TEST

/* Not where nobody asked for it, and not where the terminal has none. */
START_TEST(the_title_is_left_alone)
{
    static const PtyOptions options[] = {{.term = NULL}, {.term = "vt220"}};
    static const char *const settings[] = {"voice: off\n", "voice: off\ntitle: on\n"};
    for (size_t i = 0; i < ARRAY_LEN(options); i++) {
        scratch_put(CONFIG, settings[i]);
        Pty *pty = pty_start(&options[i], calf);
        pty_wait_for(pty, "Calf on a ball");
        pty_send(pty, "q");
        ck_assert_int_eq(pty_wait_exit(pty), 0);
        ck_assert(pty_has_title(pty, ""));
        pty_end(pty);
    }
}
END_TEST

START_TEST(ascii_and_mouse_are_chosen)
{
    static const char *const home[] = {NULL};
    scratch_put(CONFIG, "voice: off\nlevel: standard\nascii: on\nmouse: off\n");
    Pty *pty = pty_start(NULL, home);
    pty_wait_for(pty, "continue");
    pty_send(pty, PTY_ENTER);
    pty_wait_for(pty, "quit");
    for (const char *at = pty_screen(pty); *at; at++)
        ck_assert_msg((unsigned char)*at < 0x80, "%s", at);
    scratch_put(CONFIG, "voice: off\nlevel: standard\nascii: auto\nmouse: on\n");
    pty_wait_for(pty, "\xE2\x96\x88"); /* at once: the figure, of blocks */
    pty_send(pty, "q");
    ck_assert_int_eq(pty_wait_exit(pty), 0);
    pty_check_given_back(pty);
    pty_end(pty);
}
END_TEST

static bool has_colour(Pty *pty, void *wanted)
{
    int row, column;
    return pty_find(pty, "knead", &row, &column) && pty_cell(pty, row, column).foreground == *(const int *)wanted;
}

/* Also on the screens that come before a session. */
START_TEST(utf8_is_chosen_whatever_the_locale_says)
{
    static const char *const plain_locale[] = {"LC_ALL=C", NULL};
    scratch_put(CONFIG, "voice: off\nlevel: standard\nascii: off\n");
    Pty *pty = pty_start(&(PtyOptions){.env = plain_locale}, NULL);
    pty_wait_for(pty, "continue");
    pty_send(pty, PTY_ENTER);
    pty_wait_for(pty, "\xE2\x96\x88"); /* the figure, of blocks */
    pty_end(pty);
}
END_TEST

/* Read again at once when its file changes, or is made. */
START_TEST(a_theme_of_ones_own_is_shown)
{
    static const char *const home[] = {NULL};
    int first = 51, then = 201, usual = 209, on_any_ground = 202;
    scratch_put(CONFIG, "voice: off\nlevel: standard\ntheme: dusk\n");
    scratch_put("knead/themes/other.yaml", "base: dark\n");
    Pty *pty = pty_start(NULL, home);
    pty_wait_for(pty, "continue");
    pty_send(pty, PTY_ENTER);
    pty_wait_until(pty, "the usual colour", has_colour, &on_any_ground);
    scratch_put("knead/themes/dusk.yaml", "base: dark\naccent: 51\n"); /* not there until now */
    pty_wait_until(pty, "its colour", has_colour, &first);
    scratch_put("knead/themes/dusk.yaml", "base: dark\naccent: \"#ff00ff\"\n");
    pty_wait_until(pty, "its new colour", has_colour, &then);
    scratch_put("knead/themes/dusk.yaml", "base: dark\naccent: pink\n"); /* wrong: the usual one */
    pty_wait_until(pty, "the usual colour", has_colour, &usual);
    pty_wait_for(pty, "the theme 'dusk' has a problem");
    pty_send(pty, "q");
    ck_assert_int_eq(pty_wait_exit(pty), 0);
    pty_end(pty);
}
END_TEST

/* A key that is used twice is told with its place. */
START_TEST(a_key_used_twice_is_an_error)
{
    scratch_put(CONFIG, "keys:\n  pause: p\n  next: p\n");
    Run run = run_knead("check", NULL);
    ck_assert_int_eq(run.status, 1);
    ck_assert_ptr_nonnull(
        strstr(run.err, "config.yaml:3:9: error: 'p' cannot be a key of next: it is pause (during a session)"));
    run_release(&run);
}
END_TEST

Suite *suite_pty_look(void)
{
    Suite *suite = suite_create("pty_look");
    TCase *tcase = tcase_create("look");
    tcase_add_checked_fixture(tcase, scratch_make_usual_home, scratch_remove);
    tcase_add_test(tcase, chosen_keys_are_shown_and_work);
    tcase_add_test(tcase, ctrl_c_quits);
    tcase_add_test(tcase, lines_name_them_too);
    tcase_add_test(tcase, the_title_shows_the_session);
    tcase_add_test(tcase, the_title_is_left_alone);
    tcase_add_test(tcase, ascii_and_mouse_are_chosen);
    tcase_add_test(tcase, utf8_is_chosen_whatever_the_locale_says);
    tcase_add_test(tcase, a_theme_of_ones_own_is_shown);
    tcase_add_test(tcase, a_key_used_twice_is_an_error);
    suite_add_tcase(suite, tcase);
    return suite;
}
