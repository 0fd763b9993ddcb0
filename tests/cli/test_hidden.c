/* SPDX-License-Identifier: MIT */
/* What cannot be looked into is not nothing: records, and folders of routines. */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/macros.h"
#include "base/memory.h"
#include "support/records.h"
#include "support/run.h"
#include "support/scratch.h"

Suite *suite_hidden(void);

static void set_up(void)
{
    scratch_make_home();
    scratch_make_folder("knead");
    snprintf(records_path, sizeof records_path, "%s/knead/knead.db", scratch_folder);
}

/* `place` is a link to `target`, or with NULL a file. */
static void put(const char *place, const char *target)
{
    char *path = scratch_path(place);
    if (target)
        ck_assert_int_eq(symlink(target, path), 0);
    else
        scratch_put(place, "");
    free(path);
}

static void expect_told(const char *line, const char *wanted)
{
    Run run = run_knead(line, NULL);
    ck_assert_msg(run.status == 1 && strncmp(run.err, "knead: ", 7) == 0 && strstr(run.err, wanted) != NULL,
                  "%s: %d\n%s%s", line, run.status, run.out, run.err);
    ck_assert_ptr_null(strstr(run.err, "yet"));
    ck_assert_ptr_null(strstr(run.err, "session continues"));
    ck_assert_ptr_null(strstr(run.out, "nothing wrong"));
    run_release(&run);
}

static const struct {
    const char *place, *target, *wanted;
} odd_records[] = {
    {"knead", NULL, "(Not a directory)"},
    {"knead", "knead", "(Too many levels of symbolic links)"},
    {"knead", "nowhere", "cannot be created: "},
    {"knead/knead.db", "knead.db", "(Too many levels of symbolic links)"},
    {"knead/knead.db", "nowhere.db", "(No such file or directory)"},
    {"knead/knead.db", "..", "is not a file: "},
};

START_TEST(hidden_records_are_not_none)
{
    if (strchr(odd_records[_i].place, '/') == NULL)
        scratch_take_away("knead");
    put(odd_records[_i].place, odd_records[_i].target);
    expect_told("history", odd_records[_i].wanted);
    expect_told("resume --plain", odd_records[_i].wanted);
}
END_TEST

START_TEST(no_home_is_told)
{
    unsetenv("HOME");
    unsetenv("XDG_DATA_HOME");
    expect_told("history", "Set HOME");
    expect_told("resume --plain", "set HOME");
}
END_TEST

/* One that was left a second before its end. */
static void add_record(void)
{
    Plan *plan = records_plan();
    Store *store = store_open(records_path, RECORDS_NOW_S);
    records_add_session(store, plan, 184000, RECORDS_NOW_S);
    store_close(store);
    plan_free(plan);
}

START_TEST(locked_records_are_told_without_a_session)
{
    add_record();
    sqlite3 *other = records_open_raw();
    ck_assert_int_eq(sqlite3_exec(other, "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT", NULL, NULL, NULL),
                     SQLITE_OK);
    expect_told("history", "are locked by another program: ");
    expect_told("resume --plain", "Try again later.");
    sqlite3_close(other);
}
END_TEST

/* Runs a command where no file can grow; its exit status. What it says is in the file "said". */
static int run_on_full_disk(const char *line)
{
    char *command = memory_print("cd '%s' && { (ulimit -f 0; exec \"$KNEAD_PROGRAM\" %s) 2>&1; echo \"exit $?\"; } | "
                                 "cat >said",
                                 scratch_folder, line);
    ck_assert_int_eq(system(command), 0);
    free(command);
    char *said = scratch_text("said");
    const char *end = strstr(said, "exit ");
    const int status = end ? atoi(end + strlen("exit ")) : -1;
    free(said);
    return status;
}

START_TEST(full_disk_hides_no_records)
{
    add_record();
    ck_assert_int_eq(run_on_full_disk("history"), 0);
    scratch_expect_part("said", "Calves, then Feet");
    scratch_expect_part("said", "Free some space so that sessions can be saved.");
    ck_assert_int_eq(run_on_full_disk("resume --plain </dev/null"), 1); /* to its end, which cannot be written */
    scratch_expect_part("said", "Done: ");
    scratch_expect_part("said", "The session could not be recorded");
}
END_TEST

/* clang-format off */
static const struct {
    const char *place, *target;
} odd_folders[] = {
    {"knead/routines", NULL}, {"knead/routines", "routines"}, {"knead/routines", "nowhere"}, {"knead/routines/moves", "moves"},
};
/* clang-format on */

START_TEST(hidden_routines_are_not_nothing_wrong)
{
    if (_i == 3)
        scratch_make_folder("knead/routines");
    put(odd_folders[_i].place, odd_folders[_i].target);
    char *path = scratch_path(odd_folders[_i].place), *wanted = memory_print("cannot read the folder '%s': ", path);
    expect_told("check", wanted);
    Run run = run_knead("list", NULL);
    ck_assert_msg(run.status == 0 && strstr(run.err, wanted) != NULL, "%d: %s", run.status, run.err);
    run_release(&run);
    free(wanted);
    free(path);
}
END_TEST

START_TEST(hidden_moves_of_a_folder_are_told)
{
    scratch_put("mine/lunch.yaml", "knead: 1\ntitle: Lunch\nmoves:\n  - use: calf-strip\n");
    put("mine/moves", "moves");
    char *line = memory_print("check %s/mine", scratch_folder);
    expect_told(line, "/mine/moves': Too many levels of symbolic links");
    free(line);
}
END_TEST

Suite *suite_hidden(void)
{
    Suite *suite = suite_create("hidden");
    TCase *tcase = tcase_create("hidden");
    tcase_add_checked_fixture(tcase, set_up, scratch_remove);
    tcase_add_loop_test(tcase, hidden_records_are_not_none, 0, (int)ARRAY_LEN(odd_records));
    tcase_add_test(tcase, no_home_is_told);
    tcase_add_test(tcase, locked_records_are_told_without_a_session);
    tcase_add_test(tcase, full_disk_hides_no_records);
    tcase_add_loop_test(tcase, hidden_routines_are_not_nothing_wrong, 0, (int)ARRAY_LEN(odd_folders));
    tcase_add_test(tcase, hidden_moves_of_a_folder_are_told);
    suite_add_tcase(suite, tcase);
    return suite;
}
