/* SPDX-License-Identifier: MIT */
/* The app among names, settings and records that hold what a terminal would obey: every screen shows it spelled, in its
 * cells and in what is sent. pty_end looks through all that was sent. */
#include <check.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "support/harm.h"
#include "support/pty.h"
#include "support/records.h"
#include "support/scratch.h"

Suite *suite_pty_harm(void);

#define CONFIG "c" HARM
#define OWN CONFIG "/knead/routines/"
#define DATA "d" HARM
#define SHOWN "\\x1b]0;PWN\\x07" /* as people see the first of it */
#define ESCAPED_JSON "\\u001b]0;PWN\\u0007\\u009b\\u202e"
#define GOOD "knead: 1\ntitle: Good\nmoves:\n  - name: Press\n    areas: feet\n    hold: 20s\n"

static void set_up(void)
{
    scratch_make();
    scratch_set("XDG_CONFIG_HOME", CONFIG);
    scratch_set("XDG_DATA_HOME", DATA);
    setenv("EDITOR", "/no/e" HARM, 1);
    scratch_put(OWN "good.yaml", GOOD);
    scratch_put(OWN "a" HARM ".yaml", "knead: 1\ntitle: [\n" HARM "\n");
    scratch_put(OWN "n" HARM ".yaml", GOOD);
    scratch_put(OWN "k.yaml", "knead: 1\ntitle: K\n\"k\\e]0;PWN\\a\xe2\x80\xae\": 1\nmoves: [{use: \"u\\x9b\"}]\n");
}

static void put_records(void)
{
    records_leave(DATA "/knead/knead.db", 100000);
    records_do_raw("UPDATE plans SET plan = replace(plan, 'Calf strip', 'Strip" ESCAPED_JSON "')");
    records_do_raw("UPDATE plans SET plan = replace(plan, 'Calves', 'Calves" ESCAPED_JSON "')");
    records_do_raw("UPDATE sessions SET title = 'T' || char(27) || ']0;PWN' || char(7, 155, 8238)");
}

static const char *const ascii[] = {"LC_ALL=C", NULL};
static const PtyOptions looks[] = {{.columns = 150}, {.columns = 150, .env = ascii}};

static void wait_for(Pty *pty, const char *text)
{
    pty_wait_for(pty, text);
    const char *screen = pty_screen(pty);
    harm_check("a cell of the screen", screen, strlen(screen), false);
}

static void end(Pty *pty, int status)
{
    ck_assert_int_eq(pty_wait_exit(pty), status);
    pty_check_given_back(pty);
    pty_end(pty);
}

static Pty *open_home(const PtyOptions *options)
{
    Pty *pty = pty_start(options, NULL);
    wait_for(pty, "Before the first session");
    pty_send(pty, PTY_ENTER);
    wait_for(pty, "Where do you need it?");
    return pty;
}

/* The library with its files that cannot be read, and the page of one. */
START_TEST(names_of_files)
{
    Pty *pty = open_home(&looks[_i]);
    pty_send(pty, "b");
    wait_for(pty, "a" SHOWN);
    wait_for(pty, "not UTF-8: the byte 0x9B");
    pty_send(pty, "e");
    wait_for(pty, "did not work");
    pty_send(pty, PTY_CTRL_C);
    end(pty, 128 + SIGINT);
}
END_TEST

/* An editor that is not there, by a name that does harm. */
START_TEST(an_editor)
{
    Pty *pty = open_home(&looks[_i]);
    pty_send(pty, "nLunch" PTY_ENTER);
    wait_for(pty, "e" SHOWN);
    pty_send(pty, PTY_CTRL_C);
    end(pty, 128 + SIGINT);
}
END_TEST

START_TEST(settings)
{
    Pty *pty = open_home(&looks[_i]); /* the advice is given once */
    pty_wait_gone(pty, "Before the first session");
    pty_send(pty, "q");
    end(pty, 0);
    scratch_put(CONFIG "/knead/config.yaml", "\"k\\e]0;PWN\\a\": 1\ntools: [\"t\\x9b\"]\n");
    pty = pty_start(&looks[_i], NULL);
    wait_for(pty, "k" SHOWN);
    pty_send(pty, "q");
    end(pty, 0);
}
END_TEST

START_TEST(a_session_that_was_left)
{
    put_records();
    Pty *pty = pty_start(&looks[_i], NULL);
    wait_for(pty, "Calves" SHOWN);
    pty_send(pty, "g");
    wait_for(pty, "Strip" SHOWN);
    pty_send(pty, "q");
    pty_send(pty, PTY_CTRL_C);
    pty_wait_exit(pty);
    pty_check_given_back(pty);
    pty_end(pty);
}
END_TEST

/* On a terminal there is colour, which passes, and what is beside it does not. */
/* clang-format off */
static const struct { const char *command, *name, *said; int status; } commands[] = {
    {"check", NULL, "a" SHOWN, 1}, {"show", "k", "unknown key 'k" SHOWN, 1}, {"show", HARM, "no routine '" SHOWN, 1},
    {"list", NULL, "a" SHOWN, 0}, {"history", NULL, "T" SHOWN, 0}, {"edit", "good", "e" SHOWN, 1},
    {"check", "--json", "\\u001B]0;PWN\\u0007\\u007F\\r\\b\\u009B31m\\u202E\\u2066\\u200F\\u061C", 1},
    {HARM, NULL, "unknown command '" SHOWN, 2},
};
/* clang-format on */

START_TEST(commands_on_a_terminal)
{
    put_records();
    const char *const arguments[] = {commands[_i].command, commands[_i].name, NULL};
    Pty *pty = pty_start(&(PtyOptions){.rows = 400, .columns = 250}, arguments);
    wait_for(pty, commands[_i].said);
    end(pty, commands[_i].status);
}
END_TEST

/* A file is exact where it is read again; a terminal that knows no UTF-8 is shown what it can. */
START_TEST(yaml_on_a_terminal_without_utf8)
{
    static const char *const arguments[] = {"show", "cafe", "--yaml", NULL};
    scratch_put(OWN "cafe.yaml",
                "knead: 1\ntitle: Caf\u00e9 # \u202e\nmoves:\n  - {name: A, areas: feet, hold: 20s}\n");
    Pty *pty = pty_start(&looks[1], arguments);
    wait_for(pty, "title: Cafe # \\u202e");
    end(pty, 0);
}
END_TEST

Suite *suite_pty_harm(void)
{
    Suite *suite = suite_create("pty_harm");
    TCase *tests = tcase_create("harm");
    tcase_set_timeout(tests, 60);
    tcase_add_checked_fixture(tests, set_up, scratch_remove);
    tcase_add_loop_test(tests, names_of_files, 0, ARRAY_LEN(looks));
    tcase_add_loop_test(tests, an_editor, 0, ARRAY_LEN(looks));
    tcase_add_loop_test(tests, settings, 0, ARRAY_LEN(looks));
    tcase_add_loop_test(tests, a_session_that_was_left, 0, ARRAY_LEN(looks));
    tcase_add_loop_test(tests, commands_on_a_terminal, 0, ARRAY_LEN(commands));
    tcase_add_test(tests, yaml_on_a_terminal_without_utf8);
    suite_add_tcase(suite, tests);
    return suite;
}
