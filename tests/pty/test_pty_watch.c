/* SPDX-License-Identifier: MIT */
/* Files that change in another pane while the app is open. */
#include <check.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "support/pty.h"
#include "support/scratch.h"

Suite *suite_pty_watch(void);

#define OWN "knead/routines/own.yaml"

static char own[128];

static void set_up(void)
{
    scratch_make_usual_home();
    snprintf(own, sizeof own, "%s/" OWN, scratch_folder);
}

/* By a temporary file and a rename, as most editors do it. */
static void save(const char *title, const char *moves)
{
    scratch_print(OWN, "knead: 1\ntitle: %s\nmoves:\n%s", title, moves);
}

/* Emptied, and then written bit by bit into the same file. */
static void write_slowly(const char *text)
{
    for (size_t length = 0; length <= strlen(text); length += 7) {
        FILE *file = fopen(own, length == 0 ? "w" : "a");
        ck_assert_ptr_nonnull(file);
        fprintf(file, "%.7s", text + length);
        fclose(file);
    }
}

static void take_advice(Pty *pty)
{
    pty_wait_for(pty, "Before the first session");
    pty_send(pty, PTY_ENTER);
    pty_wait_gone(pty, "Before the first session");
}

static void end(Pty *pty)
{
    pty_signal(pty, SIGTERM);
    ck_assert_int_eq(pty_wait_exit(pty), 128 + SIGTERM);
    pty_check_given_back(pty);
    pty_end(pty);
}

/* The first routine of one's own: neither its folder nor the one above it is there before. */
START_TEST(a_list_shows_what_comes_and_goes)
{
    Pty *pty = pty_start(NULL, NULL);
    take_advice(pty);
    pty_wait_for(pty, "Where do you need it?");
    pty_send(pty, "b");
    pty_wait_for(pty, "tab: all moves");
    pty_send(pty, "/quite");
    pty_wait_for(pty, "No matches");
    save("Quite my own", "  - {name: One, areas: calves, hold: 30s}\n");
    pty_wait_for(pty, "Quite my own");
    save("Quite another", "  - {name: One, areas: calves, hold: 30s}\n");
    pty_wait_for(pty, "Quite another");
    scratch_take_away(OWN);
    pty_wait_for(pty, "No matches");
    end(pty);
}
END_TEST

START_TEST(the_routine_screen_shows_the_text_as_it_is)
{
    save("My own", "  - {name: One, areas: calves, hold: 30s}\n");
    const char *const command[] = {"play", own, NULL};
    Pty *pty = pty_start(NULL, command);
    take_advice(pty);
    pty_wait_for(pty, "35 s");
    write_slowly("knead: 1\ntitle: Slowly written\nmoves:\n  - {name: Two, areas: feet, hold: 40s}\n");
    pty_wait_for(pty, "Slowly written");
    pty_wait_for(pty, "The file changed; reloaded.");
    save("Wrong", "  - {name: Two, areas: claves, hold: 40s}\n");
    pty_wait_for(pty, "unknown area 'claves'");
    pty_send(pty, PTY_ENTER);
    save("Right", "  - {name: Two, areas: calves, hold: 40s}\n");
    pty_wait_for(pty, "Right");
    pty_wait_gone(pty, "claves");
    scratch_take_away(OWN);
    pty_wait_for(pty, "the file is gone");
    save("There again", "  - {name: Two, areas: calves, hold: 40s}\n");
    pty_wait_for(pty, "There again");
    pty_send(pty, PTY_ENTER);
    pty_wait_for(pty, "GET READY");
    end(pty);
}
END_TEST

#define FIRST "  - {name: Uno, areas: calves, hold: 30s}\n"
#define OTHERS "  - {name: Due, areas: calves, hold: 30s}\n  - {name: Tre, areas: calves, hold: 10m}\n"
#define OTHERS_EDITED "  - {name: Due, areas: calves, hold: 30s}\n  - {name: Quattro, areas: calves, hold: 10m}\n"

START_TEST(a_session_takes_it_up_between_steps)
{
    static const char *const modes[] = {"--speed=20", "--plain"};
    save("My own", FIRST OTHERS);
    const char *const command[] = {"play", own, "--yes", "--speed=20", modes[_i], NULL};
    Pty *pty = pty_start(NULL, command);
    pty_wait_for(pty, "Uno");
    save("My own", FIRST OTHERS_EDITED);
    pty_wait_for(pty, "The file changed; reloaded.");
    pty_wait_for(pty, "Quattro");
    save("My own", "  - {name: Uno, areas: claves, hold: 30s}\n");
    pty_send(pty, "n");
    pty_wait_for(pty, _i == 0 ? "Quattro" : "Hold 10 min: Quattro");
    end(pty);
}
END_TEST

Suite *suite_pty_watch(void)
{
    Suite *suite = suite_create("pty_watch");
    TCase *tests = tcase_create("pty_watch");
    tcase_add_checked_fixture(tests, set_up, scratch_remove);
    tcase_set_timeout(tests, 60);
    tcase_add_test(tests, a_list_shows_what_comes_and_goes);
    tcase_add_test(tests, the_routine_screen_shows_the_text_as_it_is);
    tcase_add_loop_test(tests, a_session_takes_it_up_between_steps, 0, 2);
    suite_add_tcase(suite, tests);
    return suite;
}
