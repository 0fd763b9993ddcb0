/* SPDX-License-Identifier: MIT */
/* What the menus change in a routine: a move swapped for another, and the file in the person's editor. */
#include <check.h>
#include <string.h>

#include "support/menus.h"
#include "support/scratch.h"

Suite *suite_pty_menu_edits(void);

/* Opens the page of the short routine. */
static void open_heel(Pty *pty)
{
    menus_say(pty, "3\r", "Words to find?");
    menus_say(pty, "heel\r", "Found. Number?");
    menus_say(pty, "1\r", "Routine. Number?");
}

/* Into the file, at once or later; each substitute says what speaks for it. */
START_TEST(a_swap_is_kept)
{
    Pty *pty = menus_start();
    open_heel(pty);
    menus_say(pty, "5\r", "1. Heel roll, left, right, 3 s.");
    menus_say(pty, "1\r", "1. Heel press, made for it, 12 s. Needs no ball.");
    menus_say(pty, "1\r", "For how long. Number?");
    if (_i == 0) {
        menus_say(pty, "2\r", "Saved in the file: Heel press instead of Heel roll");
    } else {
        menus_say(pty, "1\r", "Now Heel press, left, right, 12 s.");
        menus_say(pty, "?\r", "9. Keep what is swapped: it is written into the file.");
        menus_say(pty, "9\r", "Saved in the file: Heel press instead of Heel roll");
    }
    menus_leave_by_ctrl_c(pty);
    scratch_expect_part("own/heel.yaml", "use: heel-press");
}
END_TEST

/* 0 changes nothing, at each question; and where there is nothing to swap it for, that is said. */
START_TEST(a_swap_is_left)
{
    Pty *pty = menus_start();
    open_heel(pty);
    menus_say(pty, "5\r", "Swap which move. Number?");
    menus_say(pty, "1\r", "Instead of Heel roll. Number?");
    menus_say(pty, "1\r", "For how long. Number?");
    menus_say(pty, "0\r", "Swap which move. Number?");
    menus_say(pty, "1\r", "Instead of Heel roll. Number?");
    menus_say(pty, "0\r", "Swap which move. Number?");
    menus_say(pty, "0\r", "Routine. Number?");
    menus_say(pty, "4\r", "1. Heel roll");
    menus_say(pty, "0\r", "Routine. Number?");
    menus_say(pty, "0\r", "Found. Number?");
    menus_say(pty, "0\r", "Main menu. Number?");
    menus_say(pty, "3\r", "Words to find?");
    menus_say(pty, "calf\r", "Found. Number?");
    menus_say(pty, "1\r", "Routine. Number?");
    menus_say(pty, "5\r", "Swap which move. Number?");
    menus_say(pty, "1\r", "Nothing to swap it for:");
    pty_wait_for(pty, "Swap which move. Number?");
    menus_leave_by_ctrl_c(pty);
    scratch_expect("own/heel.yaml", menus_heel);
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
    Pty *pty = menus_start();
    open_heel(pty);
    menus_say(pty, "6\r", "Saved: Heel Rest, ");
    pty_wait_for(pty, "Level: standard, from your settings.");
    menus_say(pty, "6\r", "No changes.");
    menus_leave_by_ctrl_c(pty);
    scratch_expect("own/heel.yaml", longer);
}
END_TEST

/* The problems are said, and what can be done: mend it, leave it so, or throw it away. */
START_TEST(an_edit_with_errors)
{
    lay_editor(broken, _i == 0 ? longer : broken);
    Pty *pty = menus_start();
    open_heel(pty);
    menus_say(pty, "6\r", "heel.yaml: 1 problem.");
    pty_wait_for(pty, "The file. Number?");
    ck_assert_int_ge(menus_times(pty, "line 4: "), 1);
    if (_i == 0)
        menus_say(pty, "1\r", "Saved: Heel Rest, ");
    else if (_i == 1)
        menus_say(pty, "2\r", "Thrown away");
    else
        menus_say(pty, "0\r", "Kept as it is.");
    pty_wait_for(pty, "Routine. Number?");
    menus_leave_by_ctrl_c(pty);
    scratch_expect("own/heel.yaml", _i == 0 ? longer : _i == 1 ? menus_heel : broken);
}
END_TEST

/* It has no file yet: it gets a title, a file and the editor. */
START_TEST(what_was_composed_is_saved)
{
    lay_editor(NULL, NULL);
    Pty *pty = menus_start();
    menus_say(pty, "5\r", "Compose for which part, page 1 of 3. Number?");
    menus_say(pty, "m\r", "page 2 of 3. Number?");
    menus_say(pty, "m\r", "page 3 of 3. Number?");
    menus_say(pty, "7\r", "Routine. Number?");
    menus_say(pty, "6\r", "Its title?");
    menus_say(pty, "\r", "Routine. Number?");
    menus_say(pty, "6\r", "Its title?");
    menus_say(pty, "Evening calves\r", "Unchanged: Evening calves, ");
    pty_wait_for(pty, "Edit it, in your editor.");
    menus_leave_by_ctrl_c(pty);
    scratch_expect_part("own/evening-calves.yaml", "title: Evening calves");
}
END_TEST

Suite *suite_pty_menu_edits(void)
{
    Suite *suite = suite_create("pty_menu_edits");
    TCase *tcase = tcase_create("pty_menu_edits");
    tcase_add_checked_fixture(tcase, menus_set_up, menus_tear_down);
    tcase_set_timeout(tcase, 60);
    tcase_add_loop_test(tcase, a_swap_is_kept, 0, 2);
    tcase_add_test(tcase, a_swap_is_left);
    tcase_add_test(tcase, a_routine_is_edited);
    tcase_add_loop_test(tcase, an_edit_with_errors, 0, 3);
    tcase_add_test(tcase, what_was_composed_is_saved);
    suite_add_tcase(suite, tcase);
    return suite;
}
