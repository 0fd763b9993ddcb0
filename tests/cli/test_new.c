/* SPDX-License-Identifier: MIT */
/* `knead new` and `knead edit` where there is no terminal: the file, and what is printed where. */
#include <check.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"
#include "support/run.h"
#include "support/scratch.h"

Suite *suite_new(void);

/* Texts that are NULL are not looked at; "" is nothing at all. */
static void expect(const char *line, int status, const char *out, const char *err)
{
    Run run = run_knead(line, NULL);
    const struct {
        const char *wanted, *found;
    } streams[] = {{out, run.out}, {err, run.err}};
    ck_assert_msg(run.status == status, "knead %s: exit status %d\n%s%s", line, run.status, run.out, run.err);
    for (size_t i = 0; i < ARRAY_LEN(streams); i++) {
        const char *wanted = streams[i].wanted, *found = streams[i].found;
        const bool is_fine = !wanted || (*wanted ? strstr(found, wanted) != NULL : !*found);
        ck_assert_msg(is_fine, "knead %s: not '%s': %s", line, wanted, found);
    }
    run_release(&run);
}

/* The template has nothing wrong with the moves that come with the program, and can be followed. */
START_TEST(new_is_ready)
{
    char *path = memory_print("%s/knead/routines/my-lunch.yaml\n", scratch_folder);
    expect("new my-lunch", 0, path, "");
    free(path);
    expect("check --strict my-lunch", 0, NULL, "");
    expect("show my-lunch", 0, "My lunch\n", "");
    expect("show standing-desk-feet", 0, NULL, ""); /* where it sends people to look */
    expect("list lunch", 0, "my-lunch", "");
    expect("play my-lunch --speed 1000 --mute --yes", 0, "Done: 3 moves", NULL);
}
END_TEST

START_TEST(new_tells_what_is_wrong)
{
    expect("new my-lunch", 0, NULL, NULL);
    expect("new my-lunch", 1, "", "knead: you already have a routine 'my-lunch'; to change it: knead edit my-lunch\n");
    expect("new 'My Lunch'", 2, "", "(did you mean 'my-lunch'?)\n");
    expect("new", 2, "", "knead: new needs ID");
    expect("new other --from nothing-like-it", 1, "", "knead: no routine 'nothing-like-it'");
    expect("new other --from", 2, "", "knead: --from needs its N|DATE|ROUTINE");
    expect("new other --minutes 3", 2, "", "knead: new has no option --minutes");
}
END_TEST

START_TEST(from_is_a_number_for_play_alone)
{
    expect("play calf-hamstring-smash --from x", 2, "", "knead: --from must be a number from 1 to 5000, found 'x'\n");
    expect("play calf-hamstring-smash --from 0", 2, "", "knead: --from must be a number from 1 to 5000, found '0'\n");
    expect("play desk-calves --from 2 --speed 1000 --mute --yes", 0, "Done: ", NULL);
    expect("help new", 0, "--from N|DATE|ROUTINE", "");
}
END_TEST

START_TEST(copy_keeps_comments)
{
    scratch_put("a/b.yaml", "# first\nknead: 1\ntitle: B # mine\nmoves:\n  - use: dy-shoulder # why\n");
    char *line = memory_print("new c --from %s/a/b.yaml", scratch_folder);
    expect(line, 0, "/knead/routines/c.yaml\n", "");
    free(line);
    scratch_expect_part("knead/routines/c.yaml",
                        "# first\nknead: 1\ntitle: B # mine\nmoves:\n  - use: dy-shoulder # why\n");
    expect("new d --from c", 0, NULL, "");
    expect("check --strict c d", 0, NULL, "");
}
END_TEST

START_TEST(edit_needs_a_terminal)
{
    expect("edit calf-hamstring-smash", 1, "", "knead: edit opens an editor, which needs a terminal; the file is ");
    expect("edit calf-hamstring-smas", 1, "", "did you mean 'calf-hamstring-smash'?");
    scratch_expect("knead/routines/calf-hamstring-smash.yaml", NULL);
}
END_TEST

START_TEST(nowhere_to_write)
{
    scratch_put("knead", "a file in the way");
    expect("new lunch", 1, "", "there is a file where the folder should be\n");
    unsetenv("XDG_CONFIG_HOME");
    unsetenv("HOME");
    expect("new lunch", 1, "", "knead: there is no folder for your routines: set HOME or XDG_CONFIG_HOME\n");
}
END_TEST

Suite *suite_new(void)
{
    Suite *suite = suite_create("new");
    TCase *tcase = tcase_create("new");
    tcase_add_checked_fixture(tcase, scratch_make_home, scratch_remove);
    tcase_add_test(tcase, new_is_ready);
    tcase_add_test(tcase, new_tells_what_is_wrong);
    tcase_add_test(tcase, from_is_a_number_for_play_alone);
    tcase_add_test(tcase, copy_keeps_comments);
    tcase_add_test(tcase, edit_needs_a_terminal);
    tcase_add_test(tcase, nowhere_to_write);
    suite_add_tcase(suite, tcase);
    return suite;
}
