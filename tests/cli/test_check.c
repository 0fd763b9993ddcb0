/* SPDX-License-Identifier: MIT */
/* `knead check` on files, folders and standard input at once. */
#include <check.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/macros.h"
#include "base/memory.h"
#include "base/path.h"
#include "support/run.h"

Suite *suite_check(void);

#define POSE                                                                                                           \
    "    title: A\n    pelvis: [0, 9]\n    spine: 100\n    head: 97\n"                                                 \
    "    arms: {worked: [0, 0], other: [0, 0]}\n    legs: {worked: [0, 0, 0], other: [0, 0, 0]}\n"
#define MOVE "    name: Press\n    areas: feet\n    hold: 20s\n"

static const struct {
    const char *path, *text;
} files[] = {
    {"all/b-good.yaml", "knead: 1\ntitle: B\nmoves:\n  - use: press\n"},
    {"all/a-bad.yml", "knead: 1\ntitle: A\nmoves:\n  - use: pres\n"},
    {"all/c-warned.yaml", "knead: 1\ntitle: C\nmoves:\n  - use: press\n    pressure: 8\n"},
    {"all/moves/z.yaml", "knead: 1\nmoves:\n  press:\n" MOVE},
    {"all/deeper/unseen.yaml", "knead: 1\ntitl: never looked at\n"},
    {"all/notes.txt", "neither is this\n"},
    {"empty/notes.txt", "no routine\n"},
    {"posed/a-bad.yaml", "knead: 1\ntitle: A\nmoves:\n  -\n" MOVE "    position: leg-outt\n"},
    {"posed/b-good.yaml", "knead: 1\ntitle: B\nmoves:\n  -\n" MOVE "    position: leg-out\n"},
    {"posed/moves/z.yaml", "knead: 1\nmoves:\n  press:\n" MOVE "    position: [leg-out, leg-in]\n"},
    {"posed/positions/z.yaml", "knead: 1\npositions:\n  leg-out:\n" POSE "  leg-in: {use: leg-out, title: B}\n"},
    {"torn/positions/z.yaml", "knead: 1\npositions:\n  leg-in: {use: leg-outt, title: B}\n  leg-out:\n" POSE},
    {"said/config.yaml", "places: [flor]\ntools: [tenis-ball]\n"},
    {"well/config.yaml", "tools: none\n"},
    {"pairs/after.yaml", "knead: 1\ntitle: After\npair: before\nmoves:\n  -\n" MOVE},
    {"pairs/before.yaml", "knead: 1\ntitle: Before\npair: standing-desk-feet\nmoves:\n  -\n" MOVE},
    {"lone/left.yaml", "knead: 1\ntitle: Left\npair: standing-desk-feed\nmoves:\n  -\n" MOVE},
    {"lone/right.yaml", "knead: 1\ntitle: Right\npair: xyzzy\nmoves:\n  -\n" MOVE},
};

static char *folder;

static void make_files(void)
{
    folder = path_cache("check-test");
    for (size_t i = 0; i < ARRAY_LEN(files); i++) {
        char *path = path_join(folder, files[i].path), *above = path_folder(path);
        ck_assert(path_make_folder(above) && file_write(path, files[i].text, strlen(files[i].text)));
        free(above);
        free(path);
    }
}

static void free_folder(void)
{
    free(folder);
}

/* Runs `knead check` from within the folder that holds all of them. */
static Run check(const char *arguments, const char *input)
{
    char from[4096];
    ck_assert_ptr_nonnull(getcwd(from, sizeof(from)));
    ck_assert_int_eq(chdir(folder), 0);
    char *line = memory_print("check %s", arguments);
    Run run = run_knead(line, input);
    free(line);
    ck_assert_int_eq(chdir(from), 0);
    return run;
}

#define A_BAD "all/a-bad.yml:4:10: error: unknown shared move 'pres'\n"
#define C_WARNED "all/c-warned.yaml:5:15: warning: pressure 8 is too much"

static const struct {
    const char *arguments;
    int status;
    const char *out, *err;
} runs[] = {
    {"all/b-good.yaml", 0, "1 routine: no problems\n", ""},
    {"all/moves", 0, "1 file of moves: no problems\n", ""},
    {"all/moves/z.yaml", 0, "1 file of moves: no problems\n", ""},
    {"all", 1, "", "knead: 3 routines and 1 file of moves: 1 error, 1 warning\n"},
    {"./all/", 1, "", "knead: 3 routines and 1 file of moves: 1 error, 1 warning\n"},
    {"all --strict", 1, "", "knead: 3 routines and 1 file of moves: 2 errors, 0 warnings\n"},
    {"all/c-warned.yaml", 0, "", "knead: 1 routine: 0 errors, 1 warning\n"},
    {"all/c-warned.yaml --strict", 1, "", "knead: 1 routine: 1 error, 0 warnings\n"},
    /* nothing twice, however it is named */
    {"all/b-good.yaml ./all/b-good.yaml all/../all/b-good.yaml", 0, "1 routine: no problems\n", ""},
    {"all/moves all/moves/z.yaml all/b-good.yaml", 0, "1 routine and 1 file of moves: no problems\n", ""},
    {"all all/a-bad.yml all", 1, "", "knead: 3 routines and 1 file of moves: 1 error, 1 warning\n"},
    /* what is missing is told, and the rest is checked */
    {"not-there.yaml all/a-bad.yml", 1, "", "knead: cannot read 'not-there.yaml': No such file or directory\n"},
    {"not-there.yaml all/a-bad.yml", 1, "", A_BAD},
    {"all/a-bad.yml not-there/", 1, "", "knead: 1 routine: 1 error, 0 warnings\n"},
    {"empty", 1, "", "knead: no routines in 'empty': routines are files that end in .yaml or .yml\n"},
    {"empty all/b-good.yaml", 1, "", "no routines in 'empty'"},
    {"not-a-routine", 1, "", "no routine 'not-a-routine'"},
    {"all/notes.txt", 1, "", "all/notes.txt:1:1: error: a routine must be a map"},
    {"standing-desk-feet all/b-good.yaml", 0, "2 routines: no problems\n", ""},
    /* the routine that one goes with: in the library, or beside it */
    {"pairs", 0, "2 routines: no problems\n", ""},
    {"pairs/after.yaml", 0, "1 routine: no problems\n", ""},
    {"lone", 0, "", "knead: 2 routines: 0 errors, 2 warnings\n"},
    {"lone", 0, "", "lone/left.yaml:3:7: warning: pair: there is no routine 'standing-desk-feed'\n"},
    {"lone", 0, "", "did you mean 'standing-desk-feet'?\n"},
    {"lone/right.yaml --strict", 1, "", "knead: 1 routine: 1 error, 0 warnings\n"},
    /* positions, and what names them */
    {"posed/positions", 0, "1 file of positions: no problems\n", ""},
    {"posed/positions/z.yaml posed/b-good.yaml", 0, "1 routine and 1 file of positions: no problems\n", ""},
    {"posed/moves", 0, "1 file of moves: no problems\n", ""},
    {"posed", 1, "", "knead: 2 routines, 1 file of moves and 1 file of positions: 1 error, 0 warnings\n"},
    {"posed", 1, "", "posed/a-bad.yaml:8:15: error: unknown position 'leg-outt'\n"},
    {"posed", 1, "", "hint: did you mean 'leg-out'?\n"},
    {"torn", 1, "", "torn/positions/z.yaml:3:17: error: unknown position 'leg-outt'\n"},
    {"torn/positions/z.yaml", 1, "", "hint: did you mean 'leg-out'?\n"},
    /* settings by their name */
    {"well/config.yaml", 0, "the settings: no problems\n", ""},
    {"well well/config.yaml", 0, "the settings: no problems\n", ""},
    {"well all/moves all/b-good.yaml", 0, "1 routine, 1 file of moves and the settings: no problems\n", ""},
    {"said/config.yaml", 1, "", "said/config.yaml:1:10: error: unknown place 'flor'\n"},
    {"said/config.yaml", 1, "", "said/config.yaml:2:9: warning: no move uses the tool 'tenis-ball'\n"},
    {"said/config.yaml --strict", 1, "", "knead: the settings: 2 errors, 0 warnings\n"},
    {"not-there/config.yaml", 1, "", "knead: cannot read 'not-there/config.yaml': No such file or directory\n"},
};

START_TEST(each_is_checked_as_it_is_named)
{
    Run run = check(runs[_i].arguments, NULL);
    ck_assert_msg(run.status == runs[_i].status, "check %s: %d\n%s", runs[_i].arguments, run.status, run.err);
    ck_assert_str_eq(run.out, runs[_i].out);
    ck_assert_msg(strstr(run.err, runs[_i].err), "check %s: '%s' is not in:\n%s", runs[_i].arguments, runs[_i].err,
                  run.err);
    ck_assert(*runs[_i].err || !*run.err);
    ck_assert_ptr_null(strstr(run.err, "unseen"));
    run_release(&run);
}
END_TEST

START_TEST(a_folder_is_checked_in_order)
{
    Run run = check("all", NULL);
    const char *bad = strstr(run.err, A_BAD), *warned = strstr(run.err, C_WARNED);
    ck_assert_msg(bad && warned && bad < warned, "%s", run.err);
    run_release(&run);
}
END_TEST

static const struct {
    const char *folder, *out;
} inner[] = {
    {"all/moves", "1 file of moves: no problems\n"},
    {"posed/positions", "1 file of positions: no problems\n"},
};

START_TEST(the_folder_that_one_is_in_tells_what_a_file_is)
{
    char *all = folder;
    folder = path_join(all, inner[_i].folder);
    Run run = check(".", NULL), file = check("z.yaml", NULL);
    ck_assert_str_eq(run.out, inner[_i].out);
    ck_assert_str_eq(file.out, inner[_i].out);
    run_release(&file);
    run_release(&run);
    free(folder);
    folder = all;
}
END_TEST

START_TEST(all_problems_are_one_value)
{
    Run run = check("all - - empty --json", "knead: 2\n");
    json_t *found = json_loads(run.out, 0, NULL);
    ck_assert_int_eq(run.status, 1);
    ck_assert_str_eq(run.err, "knead: no routines in 'empty': routines are files that end in .yaml or .yml\n");
    ck_assert_uint_eq(json_array_size(found), 3);
    static const char *const wanted[] = {"all/a-bad.yml", "all/c-warned.yaml", "standard input"};
    for (size_t i = 0; i < ARRAY_LEN(wanted); i++) {
        const json_t *problem = json_array_get(found, i);
        ck_assert_str_eq(json_string_value(json_object_get(problem, "file")), wanted[i]);
        ck_assert_ptr_nonnull(json_string_value(json_object_get(problem, "hint")));
    }
    json_decref(found);
    run_release(&run);
}
END_TEST

static const struct {
    const char *text; /* of the person's own settings; NULL: a link that leads nowhere */
    int status;
    const char *out, *err;
} own[] = {
    {"tools: [block]\n", 0, " and the settings: no problems\n", ""},
    {"", 0, " and the settings: no problems\n", ""},
    {"first: lft\n", 1, "", "config.yaml:1:8: error: unknown side 'lft'"},
    {"tools: [blok]\n", 0, "", " and the settings: 0 errors, 1 warning\n"},
    {NULL, 1, "", "knead/config.yaml': No such file or directory\n"},
};

START_TEST(ones_own_settings_are_checked_too)
{
    char *path = path_config("config.yaml"), *above = path_folder(path);
    ck_assert(path_make_folder(above));
    if (own[_i].text)
        ck_assert(file_write(path, own[_i].text, strlen(own[_i].text)));
    else
        ck_assert_int_eq(symlink("nowhere", path), 0);
    Run run = check("", NULL);
    ck_assert_int_eq(unlink(path), 0);
    ck_assert_msg(run.status == own[_i].status, "%d: %s", run.status, run.err);
    ck_assert_msg(*own[_i].out ? strstr(run.out, own[_i].out) != NULL : !*run.out, "%s", run.out);
    ck_assert_msg(strstr(run.err, own[_i].err), "%s", run.err);
    run_release(&run);
    free(above);
    free(path);
}
END_TEST

START_TEST(a_closed_folder_is_one_line)
{
    if (geteuid() == 0) {
        puts("skipped: root may read every folder (a_closed_folder_is_one_line)");
        return;
    }
    char *closed = path_join(folder, "closed");
    ck_assert(path_make_folder(closed));
    ck_assert_int_eq(chmod(closed, 0), 0);
    Run run = check("closed all/a-bad.yml", NULL);
    ck_assert_int_eq(chmod(closed, 0700), 0);
    ck_assert_int_eq(run.status, 1);
    ck_assert_ptr_nonnull(strstr(run.err, "knead: cannot read the folder 'closed': Permission denied\n"));
    ck_assert_ptr_nonnull(strstr(run.err, A_BAD));
    run_release(&run);
    free(closed);
}
END_TEST

Suite *suite_check(void)
{
    Suite *suite = suite_create("check");
    TCase *tests = tcase_create("check");
    tcase_add_checked_fixture(tests, make_files, free_folder);
    tcase_add_loop_test(tests, each_is_checked_as_it_is_named, 0, (int)ARRAY_LEN(runs));
    tcase_add_test(tests, a_folder_is_checked_in_order);
    tcase_add_loop_test(tests, ones_own_settings_are_checked_too, 0, (int)ARRAY_LEN(own));
    tcase_add_loop_test(tests, the_folder_that_one_is_in_tells_what_a_file_is, 0, ARRAY_LEN(inner));
    tcase_add_test(tests, all_problems_are_one_value);
    tcase_add_test(tests, a_closed_folder_is_one_line);
    suite_add_tcase(suite, tests);
    return suite;
}
