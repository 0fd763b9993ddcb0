/* SPDX-License-Identifier: MIT */
/* `knead history` for people: the newest last, and what it comes to. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "support/records.h"
#include "support/run.h"
#include "support/scratch.h"

Suite *suite_cli_history(void);

static void set_up(void)
{
    scratch_make_home();
    scratch_make_folder("knead");
}

/* Of the plan that many seconds each, a day apart. */
static void put_sessions(const int *seconds, int count)
{
    char *path = scratch_path("knead/knead.db");
    Store *store = store_open(path, RECORDS_NOW_S);
    Plan *plan = records_plan();
    for (int i = 0; i < count; i++)
        records_add_session(store, plan, seconds[i] * 1000, RECORDS_NOW_S + 86400 * i);
    plan_free(plan);
    store_close(store);
    free(path);
}

static const int whole_and_half[] = {185, 75};

START_TEST(the_newest_stands_last)
{
    put_sessions(whole_and_half, 2);
    Run run = run_knead("history", NULL), json = run_knead("history --json", NULL);
    const char *first = strstr(run.out, "2027-01-15 "), *second = strstr(run.out, "2027-01-16 ");
    ck_assert_msg(first == run.out && second > first, "%s", run.out);
    ck_assert_ptr_nonnull(strstr(second, ", stopped early\n"));
    first = strstr(json.out, "\"finished\"");
    second = strstr(json.out, "\"left\"");
    ck_assert_msg(first && second > first && !strstr(json.out, "total"), "%s", json.out);
    run_release(&run);
    run_release(&json);
}
END_TEST

static const struct {
    int count;
    const char *line, *total;
} totals[] = {
    {2, "history", "\ntotal             2 sessions, 4 min 20 s; left 1 min 40 s, right 1 min 5 s\n"},
    {1, "history", "\ntotal             1 session, 3 min 5 s; left 50 s, right 50 s\n"},
    {2, "history --area calves", "\ntotal             2 sessions, 2 min 45 s; left 1 min 40 s, right 1 min 5 s\n"},
    {2, "history --area feet", "\ntotal             1 session, 1 min\n"},
};

START_TEST(the_last_line_says_what_it_comes_to)
{
    put_sessions(whole_and_half, totals[_i].count);
    Run run = run_knead(totals[_i].line, NULL);
    const char *found = strstr(run.out, totals[_i].total);
    ck_assert_msg(found && !found[strlen(totals[_i].total)], "%s: '%s' does not end:\n%s", totals[_i].line,
                  totals[_i].total, run.out);
    run_release(&run);
}
END_TEST

Suite *suite_cli_history(void)
{
    Suite *suite = suite_create("cli_history");
    TCase *tcase = tcase_create("history");
    tcase_add_checked_fixture(tcase, set_up, scratch_remove);
    tcase_add_test(tcase, the_newest_stands_last);
    tcase_add_loop_test(tcase, the_last_line_says_what_it_comes_to, 0, (int)ARRAY_LEN(totals));
    suite_add_tcase(suite, tcase);
    return suite;
}
