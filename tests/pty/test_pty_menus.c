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
                           "  - {use: heel-roll, prepare: 0, switch: 1s, hold: 1s}\n";
static const char moves[] =
    "knead: 1\nmoves:\n"
    "  heel-roll: {name: Heel roll, areas: feet, sides: both, hold: 1s, tools: tennis-ball, setup: Stand easy.,\n"
    "              pressure: 3-5, instead: heel-press}\n"
    "  heel-press: {name: Heel press, areas: feet, sides: both, hold: 1s, pressure: 3-5,\n"
    "               why: Needs no ball.}\n";
static const char calf[] = "knead: 1\ntitle: Calf Press\nmoves:\n"
                           "  - {name: Calf, areas: calves, prepare: 0, hold: 60s, confirm: Is the skin whole?}\n";

static char *folder;

static void set_up(void)
{
    scratch_make_home();
    scratch_put(SETTINGS, "# mine\nvoice: off\nlevel: standard # as I like it\n");
    scratch_put("own/heel.yaml", heel);
    scratch_put("own/calf.yaml", calf);
    scratch_put("own/moves/feet.yaml", moves);
    folder = scratch_path("own");
}

static void tear_down(void)
{
    free(folder);
    scratch_remove();
}

/* Large enough for a whole visit: nothing scrolls out of sight. */
static Pty *start_in(int columns, const char *const *env, const char *option)
{
    const char *const arguments[] = {"--routines", folder, option, NULL};
    return pty_start(&(PtyOptions){.rows = 500, .columns = columns, .env = env}, arguments);
}

static Pty *start_with(const char *const *env, const char *option)
{
    return start_in(120, env, option);
}

static const char *const accessible[] = {"ACCESSIBLE=1", NULL};

static Pty *start_wide(int columns)
{
    Pty *pty = start_in(columns, accessible, NULL);
    pty_skip_health(pty);
    pty_wait_for(pty, "Main menu. Number?");
    return pty;
}

static Pty *start(void)
{
    return start_wide(120);
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
    Pty *pty = start_wide(80);
    for (size_t i = 0; i < ARRAY_LEN(visit); i++) {
        if (*visit[i].keys)
            say(pty, visit[i].keys, visit[i].answer);
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
    say(pty, "6\r", "History. Number?");
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
} wrong[] = {{"7x", "There is no 7x here."}, {"99", "There is no 99 here."},     {"9", "There is no 9 here."},
             {"m", "There is no m here."},   {"heel", "There is no heel here."}, {"-1", "There is no -1 here."}};

/* It is told, and the question said again, but not the menu, which ? says. b leads nowhere from here. */
START_TEST(a_wrong_number_is_told)
{
    Pty *pty = start();
    char *keys = memory_print("%s\r", wrong[_i].typed);
    say(pty, keys, wrong[_i].told);
    Count asked = {"Main menu. Number?", 2};
    pty_wait_until(pty, "the question again", stands_so_often, &asked);
    ck_assert_int_eq(times(pty, "7. Settings."), 1);
    say(pty, "b\r", "Main menu. Number?");
    ck_assert_int_eq(times(pty, "7. Settings."), 1);
    say(pty, "?\r", "7. Settings.");
    asked.most = 4;
    pty_wait_until(pty, "the question again", stands_so_often, &asked);
    pty_send(pty, "0\r");
    leave(pty, 0);
    free(keys);
}
END_TEST

/* Nine on a page; m says the next one, and after the last the first; 0 leads back from each. */
START_TEST(a_long_list_has_pages)
{
    Pty *pty = start();
    say(pty, "2\r", "Part of the body, page 1 of 3. Number?");
    ck_assert_int_eq(times(pty, "m. More, 16 to come."), 1);
    say(pty, "m\r", "Part of the body, page 2 of 3. Number?");
    say(pty, "m\r", "Part of the body, page 3 of 3. Number?");
    ck_assert_int_eq(times(pty, "m. The first page again."), 1);
    say(pty, "m\r", "Part of the body, page 1 of 3. Number?");
    say(pty, "m\r", "Part of the body, page 2 of 3. Number?");
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
    say(pty, "7\r", "Settings, page 1 of 3. Number?");
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
    say(pty, "3\r", "Words to find?");
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
    say(pty, "0\r", "9. Continue Calf Press, stopped after");
    say(pty, "9\r", "Resuming in 3 s.");
    say(pty, "q", "Stopped after");
    pty_wait_for(pty, "Main menu. Number?");
    ck_assert_int_eq(times(pty, "Your place is saved."), 0); /* nothing was done, so there is none */
    pty_send(pty, "q\r");
    leave(pty, 0);
}
END_TEST

START_TEST(a_stopped_session_says_where_it_is)
{
    char *text = memory_print("%s  - {name: Shin, areas: shins, prepare: 0, hold: 60s}\n", calf);
    scratch_put("own/calf.yaml", text);
    Pty *pty = start();
    start_calf(pty);
    say(pty, "n", "Hold 1 min: Shin.");
    say(pty, "q", "Your place is saved. To continue: the last number of the main menu.");
    pty_wait_for(pty, "9. Continue Calf Press, stopped after 1 min");
    pty_send(pty, "q\r");
    leave(pty, 0);
    free(text);
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
    ck_assert_int_eq(times(pty, "Continue Calf Press"), 0);
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
    say(pty, "3\r", "Words to find?");
    say(pty, "calf\r", "Found. Number?");
    say(pty, "1\r", "Routine. Number?");
    say(pty, "1\r", "Enter skips.");
    say(pty, "q", "Not started.");
    say(pty, "2\r", "How many minutes?");
    say(pty, "1\r", "Routine. Number?");
    say(pty, "7\r", "Calf Press is a favourite now.");
    say(pty, "b\r", "Found. Number?");
    say(pty, "b\r", "Main menu. Number?");
    say(pty, "4\r", "1. Calf Press, 1 min");
    pty_send(pty, PTY_CTRL_C);
    leave(pty, 128 + SIGINT);
    scratch_expect_part(SETTINGS, "favourites: [calf]");
}
END_TEST

/* One that was never said is said so; Enter and a number that is none change nothing. */
START_TEST(numbers_with_a_unit_are_changed)
{
    scratch_put("own/calf.yaml",
                "knead: 1\ntitle: Calf Press\ncheck: {say: Knee to the wall., unit: cm, better: more}\n"
                "moves:\n  - {name: Calf, areas: calves, prepare: 0, hold: 1s}\n");
    Pty *pty = start();
    say(pty, "3\r", "Words to find?");
    say(pty, "calf\r", "Found. Number?");
    say(pty, "1\r", "Routine. Number?");
    say(pty, "1\r", "How much is it now, in cm? Enter skips.");
    say(pty, "9,5\r", "How much is it now, in cm? Enter skips.");
    say(pty, "\r", "A note? Enter skips.");
    say(pty, "\r", "After the session. Number?");
    say(pty, "4\r", "Before it was 9.5 cm. What is right, in cm? Enter changes nothing.");
    say(pty, "\r", "After it was not said. What is right, in cm? Enter changes nothing.");
    say(pty, "1-\r", "Type a number such as 12 or 3.5");
    say(pty, "11\r", "Check: before 9.5 cm, after 11 cm.");
    say(pty, "0\r", "Main menu. Number?");
    say(pty, "6\r", "History. Number?");
    say(pty, "5\r", "Calf Press, once: before 9.5 cm, after 11 cm: 1.5 cm better.");
    pty_send(pty, PTY_CTRL_C);
    leave(pty, 128 + SIGINT);
}
END_TEST

/* Opens the page of the short routine. */
static void open_heel(Pty *pty)
{
    say(pty, "3\r", "Words to find?");
    say(pty, "heel\r", "Found. Number?");
    say(pty, "1\r", "Routine. Number?");
}

static void leave_by_ctrl_c(Pty *pty)
{
    pty_send(pty, PTY_CTRL_C);
    leave(pty, 128 + SIGINT);
}

/* Into the file, at once or later; each substitute says what speaks for it. */
START_TEST(a_swap_is_kept)
{
    Pty *pty = start();
    open_heel(pty);
    say(pty, "5\r", "1. Heel roll, left, right, 3 s.");
    say(pty, "1\r", "1. Heel press, made for it, 12 s. Needs no ball.");
    say(pty, "1\r", "For how long. Number?");
    if (_i == 0) {
        say(pty, "2\r", "Saved in the file: Heel press instead of Heel roll");
    } else {
        say(pty, "1\r", "Now Heel press, left, right, 12 s.");
        say(pty, "?\r", "9. Keep what is swapped: it is written into the file.");
        say(pty, "9\r", "Saved in the file: Heel press instead of Heel roll");
    }
    leave_by_ctrl_c(pty);
    scratch_expect_part("own/heel.yaml", "use: heel-press");
}
END_TEST

/* 0 changes nothing, at each question; and where there is nothing to swap it for, that is said. */
START_TEST(a_swap_is_left)
{
    Pty *pty = start();
    open_heel(pty);
    say(pty, "5\r", "Swap which move. Number?");
    say(pty, "1\r", "Instead of Heel roll. Number?");
    say(pty, "1\r", "For how long. Number?");
    say(pty, "0\r", "Swap which move. Number?");
    say(pty, "1\r", "Instead of Heel roll. Number?");
    say(pty, "0\r", "Swap which move. Number?");
    say(pty, "0\r", "Routine. Number?");
    say(pty, "4\r", "1. Heel roll");
    say(pty, "0\r", "Routine. Number?");
    say(pty, "0\r", "Found. Number?");
    say(pty, "0\r", "Main menu. Number?");
    say(pty, "3\r", "Words to find?");
    say(pty, "calf\r", "Found. Number?");
    say(pty, "1\r", "Routine. Number?");
    say(pty, "5\r", "Swap which move. Number?");
    say(pty, "1\r", "Nothing to swap it for:");
    pty_wait_for(pty, "Swap which move. Number?");
    leave_by_ctrl_c(pty);
    scratch_expect("own/heel.yaml", heel);
}
END_TEST

/* An editor that puts the next text into the file, 1.yaml at first; none is no change. */
static void lay_editor(const char *first, const char *second)
{
    scratch_put("editor", "#!/bin/sh\nfor file; do :; done\nat=$(dirname \"$0\")\n"
                          "echo x >>\"$at/runs\"; next=$(wc -l <\"$at/runs\" | tr -d ' ')\n"
                          "if [ -f \"$at/$next.yaml\" ]; then cat \"$at/$next.yaml\" >\"$file\"; fi\n");
    scratch_set_mode("editor", 0700);
    scratch_set("VISUAL", "editor");
    if (first)
        scratch_put("1.yaml", first);
    if (second)
        scratch_put("2.yaml", second);
}

static const char longer[] = "knead: 1\ntitle: Heel Rest\nmoves:\n  - {use: heel-roll, prepare: 0, hold: 9s}\n";
static const char broken[] = "knead: 1\ntitle: Heel Rest\nmoves:\n  - {use: heel-rol, hold: 9s}\n";

/* What it says afterwards, and the page anew. */
START_TEST(a_routine_is_edited)
{
    lay_editor(longer, NULL);
    Pty *pty = start();
    open_heel(pty);
    say(pty, "6\r", "Saved: Heel Rest, ");
    pty_wait_for(pty, "Level: standard, from your settings.");
    say(pty, "6\r", "No changes.");
    leave_by_ctrl_c(pty);
    scratch_expect("own/heel.yaml", longer);
}
END_TEST

/* The problems are said, and what can be done: mend it, leave it so, or throw it away. */
START_TEST(an_edit_with_errors)
{
    lay_editor(broken, _i == 0 ? longer : broken);
    Pty *pty = start();
    open_heel(pty);
    say(pty, "6\r", "heel.yaml: 1 problem.");
    pty_wait_for(pty, "The file. Number?");
    ck_assert_int_ge(times(pty, "line 4: "), 1);
    if (_i == 0)
        say(pty, "1\r", "Saved: Heel Rest, ");
    else if (_i == 1)
        say(pty, "2\r", "Thrown away");
    else
        say(pty, "0\r", "Kept as it is.");
    pty_wait_for(pty, "Routine. Number?");
    leave_by_ctrl_c(pty);
    scratch_expect("own/heel.yaml", _i == 0 ? longer : _i == 1 ? heel : broken);
}
END_TEST

/* It has no file yet: it gets a title, a file and the editor. */
START_TEST(what_was_composed_is_saved)
{
    lay_editor(NULL, NULL);
    Pty *pty = start();
    say(pty, "5\r", "Compose for which part, page 1 of 3. Number?");
    say(pty, "m\r", "page 2 of 3. Number?");
    say(pty, "m\r", "page 3 of 3. Number?");
    say(pty, "7\r", "Routine. Number?");
    say(pty, "6\r", "Its title?");
    say(pty, "\r", "Routine. Number?");
    say(pty, "6\r", "Its title?");
    say(pty, "Evening calves\r", "Unchanged: Evening calves, ");
    pty_wait_for(pty, "Edit it, in your editor.");
    leave_by_ctrl_c(pty);
    scratch_expect_part("own/evening-calves.yaml", "title: Evening calves");
}
END_TEST

/* No line is wider than the terminal, or than COLUMNS says; what goes on is indented. */
START_TEST(lines_are_wrapped)
{
    static const char *const narrow[] = {"ACCESSIBLE=1", "COLUMNS=40", NULL};
    size_t length;
    Pty *pty = _i == 0 ? start_in(40, accessible, NULL) : start_in(120, narrow, NULL);
    pty_wait_for(pty, "health now? (y/n)");
    pty_send(pty, "n");
    pty_wait_for(pty, "Main menu. Number?");
    say(pty, "8\r", "Help. Number?");
    say(pty, "3\r", "Help. Number?");
    const char *raw = pty_raw(pty, &length);
    for (const char *end = raw + length, *line = raw; line < end;) {
        const char *newline = memchr(line, '\n', (size_t)(end - line));
        const char *next = newline ? newline + 1 : end;
        ck_assert_msg(next - line <= 40 + 2, "too wide: %.*s", (int)(next - line), line);
        line = next;
    }
    ck_assert_ptr_nonnull(strstr(raw, "\n  "));
    leave_by_ctrl_c(pty);
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
    tcase_add_test(tcase, a_stopped_session_says_where_it_is);
    tcase_add_test(tcase, throwing_away_is_asked_about);
    tcase_add_test(tcase, a_session_that_hurt_says_what_to_do);
    tcase_add_test(tcase, a_session_has_its_keys);
    tcase_add_test(tcase, numbers_with_a_unit_are_changed);
    tcase_add_loop_test(tcase, a_swap_is_kept, 0, 2);
    tcase_add_test(tcase, a_swap_is_left);
    tcase_add_test(tcase, a_routine_is_edited);
    tcase_add_loop_test(tcase, an_edit_with_errors, 0, 3);
    tcase_add_test(tcase, what_was_composed_is_saved);
    tcase_add_loop_test(tcase, lines_are_wrapped, 0, 2);
    suite_add_tcase(suite, tcase);
    return suite;
}
