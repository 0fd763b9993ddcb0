/* SPDX-License-Identifier: MIT */
/* What a program is given at its start: streams that are closed, limits, signals that are ignored. */
#include <check.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include "base/memory.h"
#include "support/records.h"
#include "support/run.h"
#include "support/scratch.h"

Suite *suite_process(void);

static void set_up(void)
{
    scratch_make_home();
    snprintf(records_path, sizeof records_path, "%s/knead/knead.db", scratch_folder);
    scratch_put("short.yaml", "knead: 1\ntitle: Short\ndefaults: {prepare: 1s}\nmoves:\n"
                              "  - name: Foot\n    areas: feet\n    hold: 1s\n");
}

static void set_limit(rlim_t bytes)
{
    struct rlimit limit;
    ck_assert_int_eq(getrlimit(RLIMIT_FSIZE, &limit), 0);
    limit.rlim_cur = bytes;
    ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &limit), 0);
}

/* The session goes on without its records, and says so. */
START_TEST(limit_on_files_is_a_full_disk)
{
    char *line = memory_print("play %s/short.yaml --plain --yes", scratch_folder);
    set_limit(32768);
    Run run = run_knead(line, NULL);
    ck_assert_msg(run.status == 0 || run.status == 1, "%d: %s", run.status, run.err);
    ck_assert_msg(strstr(run.out, "Done: 1 move") != NULL, "%s", run.out);
    ck_assert_msg(strstr(run.out, "The disk is full, so the records cannot be saved") != NULL, "%s", run.out);
    ck_assert_msg(strstr(run.err, "knead: The session could not be recorded") != NULL, "%s", run.err);
    run_release(&run);
    free(line);
}
END_TEST

/* What is printed does not end up in a file of its own that has the number of the stream. */
START_TEST(closed_streams_are_the_null_device)
{
    static const char *const closed[] = {"<&- >&- 2>err", "<&- >&- 2>&-", ">&- </dev/null 2>err"};
    char *command = memory_print("cd '%s' && \"$KNEAD_PROGRAM\" play ./short.yaml --plain --yes %s", scratch_folder,
                                 closed[_i]);
    const int status = system(command);
    ck_assert(WIFEXITED(status));
    ck_assert_int_eq(WEXITSTATUS(status), 0);
    ck_assert(records_are_whole());
    ck_assert_int_eq(records_ask_raw("SELECT count(*) FROM sessions WHERE state = 'finished'"), 1);
    char *told = scratch_text("err");
    ck_assert_msg(!told || *told == '\0', "%s", told);
    free(told);
    free(command);
}
END_TEST

Suite *suite_process(void)
{
    Suite *suite = suite_create("process");
    TCase *tcase = tcase_create("process");
    tcase_add_checked_fixture(tcase, set_up, scratch_remove);
    tcase_add_test(tcase, limit_on_files_is_a_full_disk);
    tcase_add_loop_test(tcase, closed_streams_are_the_null_device, 0, 3);
    suite_add_tcase(suite, tcase);
    return suite;
}
