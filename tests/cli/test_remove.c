/* SPDX-License-Identifier: MIT */
/* `knead remove`: what goes is put aside, what came with knead stays. */
#include <check.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"
#include "support/run.h"
#include "support/scratch.h"

Suite *suite_remove(void);

#define OWN "knead/routines/"
#define PRESS "knead: 1\ntitle: Press # mine\nmoves:\n  - name: Press\n    areas: hands\n    hold: 30s\n"
#define USE "knead: 1\ntitle: Use\nmoves:\n  - use: my-press\n"
#define MOVES "knead: 1\nmoves:\n  my-press: {name: Press, areas: hands, hold: 30s}\n"

static void set_up(void)
{
    scratch_make_home();
    scratch_put(OWN "press.yaml", PRESS);
    scratch_put(OWN "twice.yaml", PRESS);
    scratch_put(OWN "twice.yml", PRESS);
    scratch_put(OWN "torn.yaml", "knead: 1\ntitl: Torn\n");
    scratch_put(OWN "desk-calves.yaml", PRESS);
    scratch_put(OWN "use.yaml", USE);
    scratch_put(OWN "moves/mine.yaml", MOVES);
    scratch_put("other.yaml", PRESS);
}

static const struct {
    const char *name; /* as it is asked for; ~ is the scratch folder */
    int status;
    const char *words; /* on standard output, or where it fails on standard error */
    const char *gone;  /* the file; NULL: all stay */
} cases[] = {
    {"press", 0, "removed press.yaml; a backup is in ", OWN "press.yaml"},
    {"~/" OWN "press.yaml", 0, "removed press.yaml", OWN "press.yaml"},
    {"torn", 0, "removed torn.yaml", OWN "torn.yaml"},
    {"twice", 0, "\ntwice now comes from another of your files: ", OWN "twice.yaml"},
    {"desk-calves", 0, "\ndesk-calves is the version that came with knead again\n", OWN "desk-calves.yaml"},
    {"~/" OWN "moves/mine.yaml", 0, "\nthese routines use its moves and no longer work: use\n", OWN "moves/mine.yaml"},
    {"my-press", 1, "knead: 'my-press' is one of your shared moves: delete it in its file in ", NULL},
    {"foot-centre", 1, "knead: 'foot-centre' is a shared move; routines use it", NULL},
    {"desk-hips", 1, "knead: desk-hips came with knead and cannot be removed\n", NULL},
    {"routines/desk-hips.yaml", 1, "knead: desk-hips came with knead and cannot be removed\n", NULL},
    {"~/other.yaml", 1, "other.yaml is not in your routines in ", NULL},
    {"pres", 1, "did you mean 'press'?", NULL},
    {"", 2, "knead: remove needs ROUTINE", NULL},
};

START_TEST(each_is_taken_away_or_stays)
{
    static const char *const files[] = {
        OWN "press.yaml",       OWN "twice.yaml", OWN "twice.yml",       OWN "torn.yaml",
        OWN "desk-calves.yaml", OWN "use.yaml",   OWN "moves/mine.yaml", "other.yaml"};
    const char *name = cases[_i].name;
    char *line = memory_print("remove %s%s", *name == '~' ? scratch_folder : "", name + (*name == '~'));
    Run run = run_knead(line, NULL);
    const char *said = cases[_i].status == 0 ? run.out : run.err;
    ck_assert_msg(run.status == cases[_i].status, "%s: %d\n%s", line, run.status, run.err);
    ck_assert_msg(strstr(said, cases[_i].words), "%s: '%s' is not in:\n%s", line, cases[_i].words, said);
    for (size_t i = 0; i < ARRAY_LEN(files); i++) {
        char *text = scratch_text(files[i]);
        const bool is_gone = cases[_i].gone && strcmp(files[i], cases[_i].gone) == 0;
        ck_assert_msg(is_gone == !text, "%s: %s", line, files[i]);
        free(text);
    }
    run_release(&run);
    free(line);
}
END_TEST

/* Twice in one second, and each is where it says. */
START_TEST(it_says_where_the_file_is_now)
{
    static const char before[] = "a backup is in ";
    for (int i = 0; i < 2; i++) {
        scratch_put(OWN "press.yaml", PRESS);
        Run run = run_knead("remove press", NULL);
        char *path = strstr(run.out, before);
        ck_assert_msg(path && strchr(path, '\n'), "%s", run.out);
        path += strlen(before);
        *strchr(path, '\n') = '\0';
        ck_assert_ptr_nonnull(strstr(path, "/knead/thrown-away/press-"));
        scratch_expect(path + strlen(scratch_folder) + 1, PRESS);
        run_release(&run);
    }
}
END_TEST

Suite *suite_remove(void)
{
    Suite *suite = suite_create("remove");
    TCase *tcase = tcase_create("remove");
    tcase_add_checked_fixture(tcase, set_up, scratch_remove);
    tcase_add_loop_test(tcase, each_is_taken_away_or_stays, 0, (int)ARRAY_LEN(cases));
    tcase_add_test(tcase, it_says_where_the_file_is_now);
    suite_add_tcase(suite, tcase);
    return suite;
}
