/* SPDX-License-Identifier: MIT */
/* The whole app without a screen: numbered menus, as a person uses them who hears or feels the lines. */
#include <check.h>
#include <ctype.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "support/golden.h"
#include "support/pty.h"
#include "support/scratch.h"

Suite *suite_pty_menus(void);

#define SETTINGS "knead/config.yaml"

static const char heel[] = "knead: 1\ntitle: Heel Rest\nsummary: One short move for tired heels.\n"
                           "cautions: Not on a new injury.\nmoves:\n"
                           "  - {name: Heel roll, areas: feet, sides: both, prepare: 0, switch: 1s, hold: 1s,\n"
                           "     tools: tennis-ball, setup: Stand easy., pressure: 3-5}\n";
static const char calf[] = "knead: 1\ntitle: Calf Press\nmoves:\n"
                           "  - {name: Calf, areas: calves, prepare: 0, hold: 60s, confirm: Is the skin whole?}\n";

static char *folder;

static void set_up(void)
{
    scratch_make_home();
    scratch_put(SETTINGS, "# mine\nvoice: off\nlevel: standard # as I like it\n");
    scratch_put("own/heel.yaml", heel);
    scratch_put("own/calf.yaml", calf);
    folder = scratch_path("own");
}

static void tear_down(void)
{
    free(folder);
    scratch_remove();
}

/* Large enough for a whole visit: nothing scrolls out of sight. */
static Pty *start_with(const char *const *env, const char *option)
{
    const char *const arguments[] = {"--routines", folder, option, NULL};
    return pty_start(&(PtyOptions){.rows = 200, .columns = 120, .env = env}, arguments);
}

static const char *const accessible[] = {"ACCESSIBLE=1", NULL};

static Pty *start(void)
{
    Pty *pty = start_with(accessible, NULL);
    pty_skip_health(pty);
    pty_wait_for(pty, "Main menu. Number?");
    return pty;
}

typedef struct Count {
    const char *text;
    int most;
} Count;

static bool stands_so_often(Pty *pty, void *context)
{
    const Count *count = context;
    int found = 0;
    for (const char *at = pty_screen(pty); (at = strstr(at, count->text)) != NULL; at++)
        found++;
    return found >= count->most;
}

static int times(Pty *pty, const char *text)
{
    int found = 0;
    for (const char *at = pty_screen(pty); (at = strstr(at, text)) != NULL; at++)
        found++;
    return found;
}

/* Types, and waits for the next line with that text. */
static void say(Pty *pty, const char *keys, const char *answer)
{
    Count count = {answer, times(pty, answer) + 1};
    pty_send(pty, keys);
    pty_wait_until(pty, answer, stands_so_often, &count);
}

static void leave(Pty *pty, int status)
{
    ck_assert_int_eq(pty_wait_exit(pty), status);
    pty_check_given_back(pty);
    pty_end(pty);
}

/* All that came, a line for each. "04:17" becomes "HH:MM": the clock is not the same each time. */
static char *make_transcript(Pty *pty)
{
    size_t length;
    const char *raw = pty_raw(pty, &length);
    Text text = {0};
    for (const char *end = raw + length; raw < end; raw++) {
        if (*raw != '\r' && *raw != '\a')
            text_add_char(&text, *raw);
    }
    char *transcript = text_detach(&text);
    for (char *at = transcript; (at = strstr(at, " at ")) != NULL; at++) {
        if (isdigit((unsigned char)at[4]) && isdigit((unsigned char)at[5]) && at[6] == ':')
            memcpy(at + 4, "HH:MM", 5);
    }
    return transcript;
}

/* What is typed stands in it as well, as on the terminal. */
START_TEST(a_whole_visit)
{
    static const struct {
        const char *keys, *answer;
    } steps[] = {
        {"4\r", "Words to find?"},
        {"heel\r", "Found. Number?"},
        {"1\r", "Routine. Number?"},
        {"3\r", "Level. Number?"},
        {"1\r", "Routine. Number?"},
        {"4\r", "Right side first."},
        {"", "Routine. Number?"},
        {"5\r", "Moves. Number?"},
        {"1\r", "Moves. Number?"},
        {"0\r", "Routine. Number?"},
        {"1\r", "Enter skips."},
        {"6\r", "Done: 1 move"},
        {"", "Enter skips."},
        {"2\r", "A note?"},
        {"felt good\r", "After the session. Number?"},
        {"2\r", "After the session. Number?"},
        {"0\r", "Main menu. Number?"},
        {"7\r", "History. Number?"},
        {"2\r", "History. Number?"},
        {"3\r", "Sessions. Number?"},
        {"1\r", "Session. Number?"},
        {"2\r", "The new note?"},
        {"less stiff\r", "Session. Number?"},
        {"3\r", "History. Number?"},
        {"4\r", "History. Number?"},
        {"0\r", "Main menu. Number?"},
        {"8\r", "Settings, page 1 of 3. Number?"},
        {"6\r", "First side. Number?"},
        {"3\r", "Settings, page 1 of 3. Number?"},
        {"1\r", "You are at. Number?"},
        {"1\r", "You are at. Number?"},
        {"b\r", "Settings, page 1 of 3. Number?"},
        {"b\r", "Main menu. Number?"},
    };
    Pty *pty = start();
    for (size_t i = 0; i < ARRAY_LEN(steps); i++) {
        if (*steps[i].keys)
            say(pty, steps[i].keys, steps[i].answer);
        else
            pty_wait_for(pty, steps[i].answer);
    }
    pty_send(pty, "0\r");
    ck_assert_int_eq(pty_wait_exit(pty), 0);
    char *transcript = make_transcript(pty);
    golden_check("menus.txt", transcript);
    free(transcript);
    pty_check_given_back(pty);
    pty_end(pty);
    scratch_expect(SETTINGS, "# mine\nvoice: off\nlevel: standard # as I like it\n\n"
                             "# Which side comes first: written (as the routine says), left, right, or behind (the one "
                             "worked less).\nfirst: right\n\n"
                             "# Where you are: any of desk, chair, wall, doorway, floor, bed, outdoors; [] for "
                             "anywhere.\nplaces: [desk]\n");
}
END_TEST

/* Nothing of it is drawn: no escape sequence, whatever the terminal can do. */
START_TEST(nothing_but_lines)
{
    size_t length;
    Pty *pty = start();
    say(pty, "7\r", "History. Number?");
    const char *raw = pty_raw(pty, &length);
    ck_assert_ptr_null(memchr(raw, 0x1b, length));
    say(pty, "0\r", "Main menu. Number?");
    pty_send(pty, "0\r");
    leave(pty, 0);
}
END_TEST

static const struct {
    const char *const *env, *option;
} ways[] = {{accessible, NULL}, {NULL, "--plain"}, {(const char *const[]){"ACCESSIBLE=0", "TERM=dumb", NULL}, NULL}};

START_TEST(opened_by)
{
    Pty *pty = start_with(ways[_i].env, ways[_i].option);
    pty_skip_health(pty);
    pty_wait_for(pty, "Main menu. Number?");
    pty_send(pty, "0\r");
    leave(pty, 0);
}
END_TEST

static const struct {
    const char *typed, *told;
} wrong[] = {{"7x", "There is no 7x here."},
             {"99", "There is no 99 here."},
             {"2", "There is no 2 here."},
             {"heel", "There is no heel here."},
             {"-1", "There is no -1 here."}};

/* It is told, and the question said again, but not the menu, which ? says. b leads nowhere from here. */
START_TEST(a_wrong_number_is_told)
{
    Pty *pty = start();
    char *keys = memory_print("%s\r", wrong[_i].typed);
    say(pty, keys, wrong[_i].told);
    Count asked = {"Main menu. Number?", 2};
    pty_wait_until(pty, "the question again", stands_so_often, &asked);
    ck_assert_int_eq(times(pty, "8. Settings."), 1);
    say(pty, "b\r", "Main menu. Number?");
    ck_assert_int_eq(times(pty, "8. Settings."), 1);
    say(pty, "?\r", "8. Settings.");
    asked.most = 4;
    pty_wait_until(pty, "the question again", stands_so_often, &asked);
    pty_send(pty, "0\r");
    leave(pty, 0);
    free(keys);
}
END_TEST

/* Nine on a page; from the last one 0 leads back. */
START_TEST(a_long_list_has_pages)
{
    Pty *pty = start();
    say(pty, "3\r", "Part of the body, page 1 of 3. Number?");
    ck_assert_int_eq(times(pty, "0. More: 16 left. b: back."), 1);
    say(pty, "0\r", "Part of the body, page 2 of 3. Number?");
    say(pty, "0\r", "Part of the body, page 3 of 3. Number?");
    say(pty, "0\r", "Main menu. Number?");
    pty_send(pty, "0\r");
    leave(pty, 0);
}
END_TEST

/* At a menu and at a question; what was to be said is said when it goes on. */
START_TEST(ctrl_z_asks_again)
{
    Pty *pty = start();
    pty_send(pty, PTY_CTRL_Z);
    pty_wait_stopped(pty);
    Count asked = {"Main menu. Number?", 2};
    pty_continue(pty);
    pty_wait_until(pty, "the question again", stands_so_often, &asked);
    pty_send(pty, PTY_CTRL_C);
    leave(pty, 128 + SIGINT);
}
END_TEST

START_TEST(ends_with_its_input)
{
    Pty *pty = start();
    say(pty, "8\r", "Settings, page 1 of 3. Number?");
    say(pty, "\x04", "Main menu. Number?");
    pty_send(pty, "\x04");
    leave(pty, 0);
    pty = start_with(accessible, NULL);
    pty_wait_for(pty, "Main menu. Number?");
    pty_hang_up(pty);
    ck_assert_int_eq(pty_wait_exit(pty), 128 + SIGHUP);
    pty_end(pty);
}
END_TEST

static void start_calf(Pty *pty)
{
    say(pty, "4\r", "Words to find?");
    say(pty, "calf\r", "Found. Number?");
    say(pty, "1\r", "Routine. Number?");
    say(pty, "1\r", "Enter skips.");
    say(pty, "\r", "Is the skin whole?");
    say(pty, "y", "Hold 1 min: Calf.");
}

/* What was left is offered at the next start, and stands in the menu as long as nobody decides. */
START_TEST(a_session_that_was_left)
{
    Pty *pty = start();
    start_calf(pty);
    pty_send(pty, PTY_CTRL_C);
    leave(pty, 128 + SIGINT);
    pty = start_with(accessible, NULL);
    pty_wait_for(pty, "Unfinished session. Number?");
    say(pty, "0\r", "2. Continue Calf Press, stopped after");
    say(pty, "2\r", "Resuming in 3 s.");
    say(pty, "q", "Stopped after");
    pty_wait_for(pty, "Main menu. Number?");
    pty_send(pty, "q\r");
    leave(pty, 0);
}
END_TEST

/* Only a yes throws it away. */
START_TEST(throwing_away_is_asked_about)
{
    Pty *pty = start();
    start_calf(pty);
    pty_send(pty, PTY_CTRL_C);
    leave(pty, 128 + SIGINT);
    pty = start_with(accessible, NULL);
    pty_wait_for(pty, "Unfinished session. Number?");
    say(pty, "3\r", "(y/n)");
    say(pty, "n", "Unfinished session. Number?");
    say(pty, "3\r", "(y/n)");
    say(pty, "y", "Main menu. Number?");
    ck_assert_int_eq(times(pty, "2. Continue Calf Press"), 0);
    pty_send(pty, "q\r");
    leave(pty, 0);
}
END_TEST

/* What to do is said, not only the title; and that keys need no Enter after the question about the voice. */
START_TEST(a_session_that_hurt_says_what_to_do)
{
    Pty *pty = start();
    start_calf(pty);
    say(pty, "!", "to end the session");
    pty_send(pty, PTY_CTRL_C);
    leave(pty, 128 + SIGINT);
    char *bin = scratch_path("bin"), *path = memory_print("PATH=%s", bin);
    const char *const env[] = {"ACCESSIBLE=1", path, "SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY", NULL};
    scratch_put("bin/espeak-ng", "#!/bin/sh\n");
    scratch_set_mode("bin/espeak-ng", 0700);
    scratch_put(SETTINGS, "level: standard\n");
    pty = start_with(env, NULL);
    pty_wait_for(pty, "Unfinished session. Number?");
    say(pty, "1\r", "Do you want a voice");
    ck_assert_int_eq(times(pty, "Keys need no Enter now"), 0);
    say(pty, "n", "to end the session");
    ck_assert_int_eq(times(pty, "Keys need no Enter now"), 1);
    pty_send(pty, PTY_CTRL_C);
    leave(pty, 128 + SIGINT);
    free(bin);
    free(path);
}
END_TEST

/* Keys act at once in a session, and a no to its question leads back to its page. */
START_TEST(a_session_has_its_keys)
{
    Pty *pty = start();
    start_calf(pty);
    say(pty, "?", "pause or resume");
    say(pty, " ", "Paused.");
    say(pty, "q", "Main menu. Number?");
    say(pty, "4\r", "Words to find?");
    say(pty, "calf\r", "Found. Number?");
    say(pty, "1\r", "Routine. Number?");
    say(pty, "1\r", "Enter skips.");
    say(pty, "q", "Not started.");
    say(pty, "2\r", "How many minutes?");
    say(pty, "1\r", "Routine. Number?");
    say(pty, "6\r", "Calf Press is a favourite now.");
    say(pty, "b\r", "Found. Number?");
    say(pty, "b\r", "Main menu. Number?");
    say(pty, "5\r", "1. Calf Press, 1 min");
    pty_send(pty, PTY_CTRL_C);
    leave(pty, 128 + SIGINT);
    scratch_expect_part(SETTINGS, "favourites: [calf]");
}
END_TEST

Suite *suite_pty_menus(void)
{
    Suite *suite = suite_create("pty_menus");
    TCase *tcase = tcase_create("pty_menus");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    tcase_set_timeout(tcase, 60);
    tcase_add_test(tcase, a_whole_visit);
    tcase_add_test(tcase, nothing_but_lines);
    tcase_add_loop_test(tcase, opened_by, 0, (int)ARRAY_LEN(ways));
    tcase_add_loop_test(tcase, a_wrong_number_is_told, 0, (int)ARRAY_LEN(wrong));
    tcase_add_test(tcase, a_long_list_has_pages);
    tcase_add_test(tcase, ctrl_z_asks_again);
    tcase_add_test(tcase, ends_with_its_input);
    tcase_add_test(tcase, a_session_that_was_left);
    tcase_add_test(tcase, throwing_away_is_asked_about);
    tcase_add_test(tcase, a_session_that_hurt_says_what_to_do);
    tcase_add_test(tcase, a_session_has_its_keys);
    suite_add_tcase(suite, tcase);
    return suite;
}
