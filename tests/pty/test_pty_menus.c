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
#include "support/menus.h"
#include "support/pty.h"
#include "support/scratch.h"

Suite *suite_pty_menus(void);

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

/* What is typed, and what is waited for. */
static const struct {
    const char *keys, *answer;
} visit[] = {
    {"3\r", "Words to find?"},
    {"heel\r", "Found. Number?"},
    {"1\r", "Routine. Number?"},
    {"3\r", "Level. Number?"},
    {"1\r", "Routine. Number?"},
    {"8\r", "Right side first."},
    {"", "Routine. Number?"},
    {"4\r", "Moves. Number?"},
    {"1\r", "Moves. Number?"},
    {"0\r", "Routine. Number?"},
    {"5\r", "Swap which move. Number?"},
    {"1\r", "Instead of Heel roll. Number?"},
    {"1\r", "For how long. Number?"},
    {"1\r", "Routine. Number?"},
    {"5\r", "Swap which move. Number?"},
    {"1\r", "Instead of Heel press. Number?"},
    {"1\r", "Routine. Number?"},
    {"1\r", "Enter skips."},
    {"6\r", "Done: 1 move"},
    {"", "Enter skips."},
    {"2\r", "A note?"},
    {"felt good\r", "After the session. Number?"},
    {"2\r", "After the session. Number?"},
    {"4\r", "Before it was 6."},
    {"5\r", "After it was 2."},
    {"\r", "After the session. Number?"},
    {"0\r", "Main menu. Number?"},
    {"6\r", "History. Number?"},
    {"2\r", "History. Number?"},
    {"5\r", "History. Number?"},
    {"4\r", "Words to find"},
    {"calf\r", "Nothing found."},
    {"", "History. Number?"},
    {"4\r", "Words to find"},
    {"good\r", "Sessions. Number?"},
    {"0\r", "History. Number?"},
    {"3\r", "Sessions. Number?"},
    {"1\r", "Session. Number?"},
    {"2\r", "The new note?"},
    {"less stiff\r", "Session. Number?"},
    {"3\r", "Before it was 5."},
    {"\r", "After it was 2."},
    {"1\r", "Session. Number?"},
    {"2\r", "The new note?"},
    {"\r", "Session. Number?"},
    {"2\r", "The new note?"},
    {"-\r", "Session. Number?"},
    {"4\r", "History. Number?"},
    {"6\r", "History. Number?"},
    {"0\r", "Main menu. Number?"},
    {"7\r", "Settings, page 1 of 3. Number?"},
    {"6\r", "First side. Number?"},
    {"3\r", "Settings, page 1 of 3. Number?"},
    {"1\r", "Places. Number?"},
    {"1\r", "Places. Number?"},
    {"0\r", "Settings, page 1 of 3. Number?"},
    {"m\r", "Settings, page 2 of 3. Number?"},
    {"0\r", "Main menu. Number?"},
};

/* What is typed stands in it as well, as on the terminal. */
START_TEST(a_whole_visit)
{
    Pty *pty = menus_start_wide(80);
    for (size_t i = 0; i < ARRAY_LEN(visit); i++) {
        if (*visit[i].keys)
            menus_say(pty, visit[i].keys, visit[i].answer);
        else
            pty_wait_for(pty, visit[i].answer);
    }
    pty_send(pty, "0\r");
    ck_assert_int_eq(pty_wait_exit(pty), 0);
    char *transcript = make_transcript(pty);
    golden_check("menus.txt", transcript);
    free(transcript);
    pty_check_given_back(pty);
    pty_end(pty);
    scratch_expect(MENUS_SETTINGS,
                   "# mine\nvoice: off\nlevel: standard # as I like it\n\n"
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
    Pty *pty = menus_start();
    menus_say(pty, "6\r", "History. Number?");
    const char *raw = pty_raw(pty, &length);
    ck_assert_ptr_null(memchr(raw, 0x1b, length));
    menus_say(pty, "0\r", "Main menu. Number?");
    pty_send(pty, "0\r");
    menus_leave(pty, 0);
}
END_TEST

static const struct {
    const char *const *env, *option;
} ways[] = {
    {menus_accessible, NULL}, {NULL, "--plain"}, {(const char *const[]){"ACCESSIBLE=0", "TERM=dumb", NULL}, NULL}};

START_TEST(opened_by)
{
    Pty *pty = menus_start_with(ways[_i].env, ways[_i].option);
    pty_skip_health(pty);
    pty_wait_for(pty, "Main menu. Number?");
    pty_send(pty, "0\r");
    menus_leave(pty, 0);
}
END_TEST

static const struct {
    const char *typed, *told;
} wrong[] = {{"7x", "There is no 7x here."}, {"99", "There is no 99 here."},     {"9", "There is no 9 here."},
             {"m", "There is no m here."},   {"heel", "There is no heel here."}, {"-1", "There is no -1 here."}};

/* It is told, and the question said again, but not the menu, which ? says. b leads nowhere from here. */
START_TEST(a_wrong_number_is_told)
{
    Pty *pty = menus_start();
    char *keys = memory_print("%s\r", wrong[_i].typed);
    menus_say(pty, keys, wrong[_i].told);
    menus_wait_times(pty, "Main menu. Number?", 2);
    ck_assert_int_eq(menus_times(pty, "7. Settings."), 1);
    menus_say(pty, "b\r", "Main menu. Number?");
    ck_assert_int_eq(menus_times(pty, "7. Settings."), 1);
    menus_say(pty, "?\r", "7. Settings.");
    menus_wait_times(pty, "Main menu. Number?", 4);
    pty_send(pty, "0\r");
    menus_leave(pty, 0);
    free(keys);
}
END_TEST

/* Nine on a page; m says the next one, and after the last the first; 0 leads back from each. */
START_TEST(a_long_list_has_pages)
{
    Pty *pty = menus_start();
    menus_say(pty, "2\r", "Part of the body, page 1 of 3. Number?");
    ck_assert_int_eq(menus_times(pty, "m. More, 16 to come."), 1);
    menus_say(pty, "m\r", "Part of the body, page 2 of 3. Number?");
    menus_say(pty, "m\r", "Part of the body, page 3 of 3. Number?");
    ck_assert_int_eq(menus_times(pty, "m. The first page again."), 1);
    menus_say(pty, "m\r", "Part of the body, page 1 of 3. Number?");
    menus_say(pty, "m\r", "Part of the body, page 2 of 3. Number?");
    menus_say(pty, "0\r", "Main menu. Number?");
    pty_send(pty, "0\r");
    menus_leave(pty, 0);
}
END_TEST

/* At a menu and at a question; what was to be said is said when it goes on. */
START_TEST(ctrl_z_asks_again)
{
    Pty *pty = menus_start();
    pty_send(pty, PTY_CTRL_Z);
    pty_wait_stopped(pty);
    pty_continue(pty);
    menus_wait_times(pty, "Main menu. Number?", 2);
    menus_leave_by_ctrl_c(pty);
}
END_TEST

START_TEST(ends_with_its_input)
{
    Pty *pty = menus_start();
    menus_say(pty, "7\r", "Settings, page 1 of 3. Number?");
    menus_say(pty, "\x04", "Main menu. Number?");
    pty_send(pty, "\x04");
    menus_leave(pty, 0);
    pty = menus_start_with(menus_accessible, NULL);
    pty_wait_for(pty, "Main menu. Number?");
    pty_hang_up(pty);
    ck_assert_int_eq(pty_wait_exit(pty), 128 + SIGHUP);
    pty_end(pty);
}
END_TEST

static void start_calf(Pty *pty)
{
    menus_say(pty, "3\r", "Words to find?");
    menus_say(pty, "calf\r", "Found. Number?");
    menus_say(pty, "1\r", "Routine. Number?");
    menus_say(pty, "1\r", "Enter skips.");
    menus_say(pty, "\r", "Is the skin whole?");
    menus_say(pty, "y", "Hold 1 min: Calf.");
}

/* What was left is offered at the next start, and stands in the menu as long as nobody decides. */
START_TEST(a_session_that_was_left)
{
    Pty *pty = menus_start();
    start_calf(pty);
    menus_leave_by_ctrl_c(pty);
    pty = menus_start_with(menus_accessible, NULL);
    pty_wait_for(pty, "Unfinished session. Number?");
    menus_say(pty, "0\r", "9. Continue Calf Press, stopped after");
    menus_say(pty, "9\r", "Resuming in 3 s.");
    menus_say(pty, "q", "Stopped after");
    pty_wait_for(pty, "Main menu. Number?");
    ck_assert_int_eq(menus_times(pty, "Your place is saved."), 0); /* nothing was done, so there is none */
    pty_send(pty, "q\r");
    menus_leave(pty, 0);
}
END_TEST

START_TEST(a_stopped_session_says_where_it_is)
{
    char *text = memory_print("%s  - {name: Shin, areas: shins, prepare: 0, hold: 60s}\n", menus_calf);
    scratch_put("own/calf.yaml", text);
    Pty *pty = menus_start();
    start_calf(pty);
    menus_say(pty, "n", "Hold 1 min: Shin.");
    menus_say(pty, "q", "Your place is saved. To continue: the last number of the main menu.");
    pty_wait_for(pty, "9. Continue Calf Press, stopped after 1 min");
    pty_send(pty, "q\r");
    menus_leave(pty, 0);
    free(text);
}
END_TEST

/* Only a yes throws it away. */
START_TEST(throwing_away_is_asked_about)
{
    Pty *pty = menus_start();
    start_calf(pty);
    menus_leave_by_ctrl_c(pty);
    pty = menus_start_with(menus_accessible, NULL);
    pty_wait_for(pty, "Unfinished session. Number?");
    menus_say(pty, "3\r", "(y/n)");
    menus_say(pty, "n", "Unfinished session. Number?");
    menus_say(pty, "3\r", "(y/n)");
    menus_say(pty, "y", "Main menu. Number?");
    ck_assert_int_eq(menus_times(pty, "Continue Calf Press"), 0);
    pty_send(pty, "q\r");
    menus_leave(pty, 0);
}
END_TEST

/* What to do is said, not only the title; and that keys need no Enter after the question about the voice. */
START_TEST(a_session_that_hurt_says_what_to_do)
{
    Pty *pty = menus_start();
    start_calf(pty);
    menus_say(pty, "!", "to end the session");
    menus_leave_by_ctrl_c(pty);
    char *bin = scratch_path("bin"), *path = memory_print("PATH=%s", bin);
    const char *const env[] = {"ACCESSIBLE=1", path, "SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY", NULL};
    scratch_put("bin/espeak-ng", "#!/bin/sh\n");
    scratch_set_mode("bin/espeak-ng", 0700);
    scratch_put(MENUS_SETTINGS, "level: standard\n");
    pty = menus_start_with(env, NULL);
    pty_wait_for(pty, "Unfinished session. Number?");
    menus_say(pty, "1\r", "Do you want a voice");
    ck_assert_int_eq(menus_times(pty, "Keys need no Enter now"), 0);
    menus_say(pty, "n", "to end the session");
    ck_assert_int_eq(menus_times(pty, "Keys need no Enter now"), 1);
    menus_leave_by_ctrl_c(pty);
    free(bin);
    free(path);
}
END_TEST

/* Keys act at once in a session, and a no to its question leads back to its page. */
START_TEST(a_session_has_its_keys)
{
    Pty *pty = menus_start();
    start_calf(pty);
    menus_say(pty, "?", "pause or resume");
    menus_say(pty, " ", "Paused.");
    menus_say(pty, "q", "Main menu. Number?");
    menus_say(pty, "3\r", "Words to find?");
    menus_say(pty, "calf\r", "Found. Number?");
    menus_say(pty, "1\r", "Routine. Number?");
    menus_say(pty, "1\r", "Enter skips.");
    menus_say(pty, "q", "Not started.");
    menus_say(pty, "2\r", "How many minutes?");
    menus_say(pty, "1\r", "Routine. Number?");
    menus_say(pty, "7\r", "Calf Press is a favourite now.");
    menus_say(pty, "b\r", "Found. Number?");
    menus_say(pty, "b\r", "Main menu. Number?");
    menus_say(pty, "4\r", "1. Calf Press, 1 min");
    menus_leave_by_ctrl_c(pty);
    scratch_expect_part(MENUS_SETTINGS, "favourites: [calf]");
}
END_TEST

/* One that was never said is said so; Enter and a number that is none change nothing. */
START_TEST(numbers_with_a_unit_are_changed)
{
    scratch_put("own/calf.yaml",
                "knead: 1\ntitle: Calf Press\ncheck: {say: Knee to the wall., unit: cm, better: more}\n"
                "moves:\n  - {name: Calf, areas: calves, prepare: 0, hold: 1s}\n");
    Pty *pty = menus_start();
    menus_say(pty, "3\r", "Words to find?");
    menus_say(pty, "calf\r", "Found. Number?");
    menus_say(pty, "1\r", "Routine. Number?");
    menus_say(pty, "1\r", "How much is it now, in cm? Enter skips.");
    menus_say(pty, "9,5\r", "How much is it now, in cm? Enter skips.");
    menus_say(pty, "\r", "A note? Enter skips.");
    menus_say(pty, "\r", "After the session. Number?");
    menus_say(pty, "4\r", "Before it was 9.5 cm. The new number, in cm? Enter keeps it.");
    menus_say(pty, "\r", "After it was not said. The new number, in cm? Enter keeps it.");
    menus_say(pty, "1-\r", "Type a number such as 12 or 3.5");
    menus_say(pty, "11\r", "Check: before 9.5 cm, after 11 cm.");
    menus_say(pty, "0\r", "Main menu. Number?");
    menus_say(pty, "6\r", "History. Number?");
    menus_say(pty, "5\r", "Calf Press, once: before 9.5 cm, after 11 cm: 1.5 cm better.");
    menus_leave_by_ctrl_c(pty);
}
END_TEST

/* No line is wider than the terminal, or than COLUMNS says; what goes on is indented. */
START_TEST(lines_are_wrapped)
{
    static const char *const narrow[] = {"ACCESSIBLE=1", "COLUMNS=40", NULL};
    size_t length;
    Pty *pty = _i == 0 ? menus_start_in(40, menus_accessible, NULL) : menus_start_in(120, narrow, NULL);
    pty_wait_for(pty, "health now? (y/n)");
    pty_send(pty, "n");
    pty_wait_for(pty, "Main menu. Number?");
    menus_say(pty, "8\r", "Help. Number?");
    menus_say(pty, "3\r", "Help. Number?");
    const char *raw = pty_raw(pty, &length);
    for (const char *end = raw + length, *line = raw; line < end;) {
        const char *newline = memchr(line, '\n', (size_t)(end - line));
        const char *next = newline ? newline + 1 : end;
        ck_assert_msg(next - line <= 40 + 2, "too wide: %.*s", (int)(next - line), line);
        line = next;
    }
    ck_assert_ptr_nonnull(strstr(raw, "\n  "));
    menus_leave_by_ctrl_c(pty);
}
END_TEST

Suite *suite_pty_menus(void)
{
    Suite *suite = suite_create("pty_menus");
    TCase *tcase = tcase_create("pty_menus");
    tcase_add_checked_fixture(tcase, menus_set_up, menus_tear_down);
    tcase_set_timeout(tcase, 60);
    tcase_add_test(tcase, a_whole_visit);
    tcase_add_test(tcase, nothing_but_lines);
    tcase_add_loop_test(tcase, opened_by, 0, (int)ARRAY_LEN(ways));
    tcase_add_loop_test(tcase, a_wrong_number_is_told, 0, (int)ARRAY_LEN(wrong));
    tcase_add_test(tcase, a_long_list_has_pages);
    tcase_add_test(tcase, ctrl_z_asks_again);
    tcase_add_test(tcase, ends_with_its_input);
    tcase_add_test(tcase, a_session_that_was_left);
    tcase_add_test(tcase, a_stopped_session_says_where_it_is);
    tcase_add_test(tcase, throwing_away_is_asked_about);
    tcase_add_test(tcase, a_session_that_hurt_says_what_to_do);
    tcase_add_test(tcase, a_session_has_its_keys);
    tcase_add_test(tcase, numbers_with_a_unit_are_changed);
    tcase_add_loop_test(tcase, lines_are_wrapped, 0, 2);
    suite_add_tcase(suite, tcase);
    return suite;
}
