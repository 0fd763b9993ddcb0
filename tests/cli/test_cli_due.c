/* SPDX-License-Identifier: MIT */
/* `knead due` and `knead away`: with the records of sessions some days ago, and without. */
#include <check.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/macros.h"
#include "base/memory.h"
#include "support/golden.h"
#include "support/records.h"
#include "support/run.h"
#include "support/scratch.h"

Suite *suite_cli_due(void);

enum { DAY_S = 24 * 60 * 60, WHOLE_MS = 185000 };

static void set_up(void)
{
    scratch_make_home();
    scratch_make_folder("knead");
}

/* A session for calves and feet at noon, so many days ago: its own UTC offset, which is not that of here, does not put it
 * on another day. */
static void put_session(int days_ago)
{
    const time_t now = time(NULL);
    struct tm noon;
    ck_assert_ptr_nonnull(localtime_r(&now, &noon));
    noon.tm_hour = 12;
    noon.tm_mday -= days_ago;
    char *path = scratch_path("knead/knead.db");
    Store *store = store_open(path, now);
    Plan *plan = records_plan();
    records_add_session(store, plan, WHOLE_MS, mktime(&noon));
    plan_free(plan);
    store_close(store);
    free(path);
}

enum { NO_SESSION = -1 };

#define HOME_ROUTINES " --routines " TESTS_DIR "/routines/home"
static const struct {
    int days_ago;
    const char *settings, *line;
    int status;
    const char *out;
} dues[] = {
    {NO_SESSION, "", "due" HOME_ROUTINES, 0, "neck-rest  1:35  Neck rest\n  not done yet: a first try of 2 min\n"},
    {NO_SESSION, "favourites: long-legs", "due" HOME_ROUTINES, 0,
     "long-legs  12:20  Long legs after a run\n  not done yet: a first try of 13 min\n"},
    {9, "", "due" HOME_ROUTINES, 0, "calf-break  2:50  Calf break\n  calves: 9 days ago\n"},
    {9, "favourites: [slow-calves]", "due" HOME_ROUTINES, 0, "slow-calves  10:10  Slow calves\n  calves: 9 days ago\n"},
    {9, "", "due --at wall" HOME_ROUTINES, 0, "calf-stretch  2:10  Calf stretch at a wall\n  calves: 9 days ago\n"},
    {9, "places: wall", "due --at floor --tool roller" HOME_ROUTINES, 0,
     "long-legs  12:20  Long legs after a run\n  calves: 9 days ago\n"},
    {9, "places: wall", "due --minutes 1" HOME_ROUTINES, 1, "Nothing is due today.\n"},
    {9, "tools: none", "due --at desk" HOME_ROUTINES, 1, "Nothing is due today.\n"},
    {1, "health: [varicose-veins]", "due --at wall" HOME_ROUTINES, 1, "Nothing is due today.\n"},
    {1, "", "due --at desk" HOME_ROUTINES, 1, "Nothing is due today.\n"},
};

START_TEST(names_what_is_due)
{
    if (dues[_i].days_ago != NO_SESSION)
        put_session(dues[_i].days_ago);
    scratch_put("knead/config.yaml", dues[_i].settings);
    Run run = run_knead(dues[_i].line, NULL);
    ck_assert_msg(strcmp(run.out, dues[_i].out) == 0, "%s: %s", dues[_i].line, run.out);
    ck_assert_int_eq(run.status, dues[_i].status);
    run_release(&run);
}
END_TEST

/* Whatever the settings are, all that is listed suits them, and there are at most five. */
/* By a notice of the desktop: what it is given, and what is said here. */
static const struct {
    int days_ago;
    const char *line, *script; /* of a stand-in for notify-send; NULL: there is none */
    int status;
    const char *log, *err; /* NULL: nothing */
} notices[] = {
    {9, "due --notify --at wall" HOME_ROUTINES, "exit 0\n", 0,
     "-a|knead|--|Due today: Calf stretch at a wall, 3 min|calves: 9 days ago. To start: knead play calf-stretch|",
     NULL},
    {1, "due --notify --at desk" HOME_ROUTINES, "exit 0\n", 0, NULL, NULL},
    {9, "due --notify --at wall" HOME_ROUTINES, "echo 'no bus' >&2; exit 1\n", 1,
     "-a|knead|--|Due today: Calf stretch at a wall, 3 min|calves: 9 days ago. To start: knead play calf-stretch|",
     "no bus\n"},
    {9, "due --notify --at wall" HOME_ROUTINES, NULL, 1, NULL,
     "knead: nothing here shows notices: install notify-send (knead doctor says how)\n"},
    {1, "due --notify --at desk" HOME_ROUTINES, NULL, 0, NULL, NULL},
    {9, "due --notify --json" HOME_ROUTINES, "exit 0\n", 2, NULL,
     "knead: --notify prints nothing, so it cannot be used with --json\n"},
};

START_TEST(shows_a_notice)
{
    char *path = memory_copy_text(getenv("PATH"));
    put_session(notices[_i].days_ago);
    scratch_make_folder("bin");
    if (notices[_i].script) {
        scratch_print("bin/notify-send", "#!/bin/sh\nprintf '%%s|' \"$@\" >'%s/log'\n%s", scratch_folder,
                      notices[_i].script);
        scratch_set_mode("bin/notify-send", 0700);
    }
    scratch_set("PATH", "bin");
    Run run = run_knead(notices[_i].line, NULL);
    setenv("PATH", path, 1);
    ck_assert_msg(run.status == notices[_i].status, "%d: %s", run.status, run.err);
    ck_assert_str_eq(run.out, "");
    ck_assert_str_eq(run.err, notices[_i].err ? notices[_i].err : "");
    scratch_expect("log", notices[_i].log);
    run_release(&run);
    free(path);
}
END_TEST

static const char *const limits[] = {
    "", "--at desk", "--at bed,floor --tool none", "--tool tennis-ball", "--minutes 6", "--at chair --minutes 7"};

static json_t *ask_json(const char *command, const char *limit)
{
    char *line = memory_print("%s --json %s", command, limit);
    Run run = run_knead(line, NULL);
    json_t *value = json_loads(run.out, 0, NULL);
    ck_assert_msg(value, "%s: %s%s", line, run.out, run.err);
    run_release(&run);
    free(line);
    return value;
}

static bool is_listed(const json_t *list, const json_t *due)
{
    for (size_t i = 0; i < json_array_size(list); i++) {
        if (json_equal(json_object_get(json_array_get(list, i), "id"), json_object_get(due, "id")))
            return true;
    }
    return false;
}

START_TEST(all_that_are_due_suit)
{
    put_session(9);
    json_t *due = ask_json("due", limits[_i]), *list = ask_json("list", limits[_i]);
    const json_t *others = json_object_get(due, "others");
    const bool is_none = json_is_null(json_object_get(due, "id")); /* as some are for certain days only */
    ck_assert(is_none ? _i > 0 && json_array_size(others) == 0 : is_listed(list, due));
    ck_assert_uint_le(json_array_size(others), 4);
    for (size_t i = 0; i < json_array_size(others); i++)
        ck_assert(is_listed(list, json_array_get(others, i)));
    json_decref(due);
    json_decref(list);
}
END_TEST

START_TEST(none_is_null_in_json)
{
    put_session(0);
    json_t *due = ask_json("due", "--at bed --minutes 1" HOME_ROUTINES);
    ck_assert(json_is_null(json_object_get(due, "id")) && json_is_null(json_object_get(due, "minutes")));
    ck_assert_str_eq(json_string_value(json_object_get(due, "reason")), "Nothing is due today.");
    ck_assert_uint_eq(json_array_size(json_object_get(due, "others")), 0);
    json_decref(due);
}
END_TEST

static const struct {
    const char *line;
    int status;
    const char *words; /* of what it prints; on standard error where the status is 2 */
} pauses[] = {
    {"away", 0, "You are not away.\n"},
    {"away --end", 0, "You are not away.\n"},
    {"away 3d", 0, "Away until "},
    {"away 2w", 0, "Away until "},
    {"away 366d", 0, "Away until "},
    {"away 0d", 2, "'0d' is not a time away"},
    {"away 367d", 2, "'367d' is not a time away"},
    {"away 53w", 2, "'53w' is not a time away"},
    {"away 2", 2, "'2' is not a time away"},
    {"away w", 2, "'w' is not a time away"},
    {"away -2w", 2, "unknown option '-2'"},
    {"away 2w3d", 2, "'2w3d' is not a time away"},
    {"away 99999999999w", 2, "'99999999999w' is not a time away"},
    {"away 2w --end", 2, "--end ends the pause now"},
    {"away 2w 3d", 2, "away does not take '3d'"},
};

START_TEST(takes_a_period)
{
    Run run = run_knead(pauses[_i].line, NULL);
    const char *said = run.status == 2 ? run.err : run.out;
    ck_assert_msg(strstr(said, pauses[_i].words) != NULL, "%s: %s", pauses[_i].line, said);
    ck_assert_int_eq(run.status, pauses[_i].status);
    run_release(&run);
}
END_TEST

/* The day on which it ends: today is its first. */
START_TEST(counts_from_today)
{
    static const struct {
        const char *period;
        int more_days;
    } periods[] = {{"1d", 0}, {"3d", 2}, {"2w", 13}};
    for (size_t i = 0; i < ARRAY_LEN(periods); i++) {
        const time_t last = time(NULL) + (time_t)periods[i].more_days * DAY_S;
        char day[32], *line = memory_print("away %s", periods[i].period);
        struct tm parts;
        strftime(day, sizeof day, "%Y-%m-%d", localtime_r(&last, &parts));
        Run run = run_knead(line, NULL);
        ck_assert_msg(strstr(run.out, day) != NULL, "%s: %s not in %s", line, day, run.out);
        run_release(&run);
        free(line);
    }
}
END_TEST

static void expect(const char *line, int status, const char *words)
{
    Run run = run_knead(line, NULL);
    ck_assert_msg(strstr(run.out, words) == run.out, "%s: %s", line, run.out);
    ck_assert_int_eq(run.status, status);
    run_release(&run);
}

START_TEST(nothing_is_due_while_away)
{
    put_session(9);
    expect("due" HOME_ROUTINES, 0, "calf-break");
    expect("away 3d", 0, "Away until ");
    expect("away", 0, "Away until ");
    expect("due" HOME_ROUTINES, 1, "Nothing is due: you are away until ");
    expect("away --end", 0, "Welcome back.\n");
    expect("away", 0, "You are not away.\n");
    expect("due" HOME_ROUTINES, 0, "calf-break");
}
END_TEST

Suite *suite_cli_due(void)
{
    Suite *suite = suite_create("cli_due");
    TCase *tcase = tcase_create("due");
    tcase_add_checked_fixture(tcase, set_up, scratch_remove);
    tcase_set_timeout(tcase, 60);
    tcase_add_loop_test(tcase, names_what_is_due, 0, (int)ARRAY_LEN(dues));
    tcase_add_loop_test(tcase, all_that_are_due_suit, 0, (int)ARRAY_LEN(limits));
    tcase_add_loop_test(tcase, shows_a_notice, 0, (int)ARRAY_LEN(notices));
    tcase_add_test(tcase, none_is_null_in_json);
    tcase_add_loop_test(tcase, takes_a_period, 0, (int)ARRAY_LEN(pauses));
    tcase_add_test(tcase, counts_from_today);
    tcase_add_test(tcase, nothing_is_due_while_away);
    suite_add_tcase(suite, tcase);
    return suite;
}
