/* SPDX-License-Identifier: MIT */
/* Whatever the system refuses, once or for good, in the middle of a session or of a look at the records: the program
 * ends by itself, gives the terminal back, leaves what was recorded before where it is, and what it said is recorded is.
 * FAULTS_SHIM stands between it and the system (shim.c); FAULTS_EVERY is how many calls there are from one that fails to
 * the next; of FAULTS_PARTS this is FAULTS_PART, from 0. */
#include <check.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/macros.h"
#include "base/memory.h"
#include "store/history.h"
#include "store/unfinished.h"
#include "support/pty.h"
#include "support/records.h"
#include "support/scratch.h"

Suite *suite_faults(void);

enum { USUAL_EVERY = 9, MOST_CALLS = 5000, SIGNALLED = 128, TIMEOUT_S = 600 };

#define DATA "data/knead/"

static const char routine[] = "knead: 1\ntitle: Short\nmoves:\n"
                              "  - name: Calf press\n    areas: calves\n    hold: 60s\n"
                              "  - name: Foot roll\n    areas: feet\n    hold: 60s\n";

/* What is done: `keys` once the keys come one by one. */
static const struct {
    const char *name, *keys;
    const char *arguments[6];
} scripts[] = {
    {"finished in lines", "nn5nnn", {"play", "", "--plain", "--yes"}},
    {"left on the screen", "nn5nq", {"play", "", "--yes"}},
    {"history", "", {"history"}},
    {"gone on with", " nq", {"resume"}},
};

static const struct {
    const char *kind;
    int code;
} faults[] = {
    {"read", EIO}, {"write", EIO},  {"write", ENOSPC}, {"open", EACCES}, {"open", EMFILE},
    {"sync", EIO}, {"rename", EIO}, {"lock", EAGAIN},  {"lock", ENOLCK},
};

static const char *const hows[] = {"once", "always"};

enum {
    SCRIPTS = (int)ARRAY_LEN(scripts),
    FAULTS = (int)ARRAY_LEN(faults),
    TRIALS = (int)ARRAY_LEN(hows) * SCRIPTS * FAULTS,
};

typedef struct Trial {
    int script, fault, how, number;
    char *environment[5];
    char what[128];
} Trial;

static void set_up(void)
{
    scratch_make();
    scratch_put("routine.yaml", routine);
    scratch_make_folder(DATA);
    snprintf(records_path, sizeof records_path, "%s/template.db", scratch_folder);
    Plan *plan = records_plan();
    Store *store = store_open(records_path, RECORDS_NOW_S);
    records_add_session(store, plan, 185000, RECORDS_NOW_S);
    records_add_session(store, plan, 20000, RECORDS_NOW_S + 1000);
    store_close(store);
    plan_free(plan);
    snprintf(records_path, sizeof records_path, "%s/" DATA "knead.db", scratch_folder);
}

/* The records are as they were before anything failed, and nothing stands beside them. */
static void begin(void)
{
    char *command = memory_print("cd '%s' && rm -f " DATA "* mark && cp -p template.db " DATA "knead.db",
                                 scratch_folder);
    ck_assert_int_eq(system(command), 0);
    free(command);
}

static void make_environment(Trial *trial)
{
    char *const rows[] = {
        memory_print("LD_PRELOAD=%s", getenv("FAULTS_SHIM")),
        memory_print("FAULT=%s %d %d %s", faults[trial->fault].kind, trial->number, faults[trial->fault].code,
                     hows[trial->how]),
        memory_print("FAULT_MARK=%s/mark", scratch_folder),
        memory_print("XDG_DATA_HOME=%s/data", scratch_folder),
        NULL,
    };
    memcpy(trial->environment, rows, sizeof rows);
}

static void release_environment(Trial *trial)
{
    for (size_t i = 0; trial->environment[i]; i++)
        free(trial->environment[i]);
}

static bool has_key_mode_or_ended(Pty *pty, void *context)
{
    (void)context;
    return pty_has_ended(pty) || pty_takes_keys(pty);
}

static bool has_ended_or_lost_screen(Pty *pty, void *context)
{
    size_t length;
    (void)context;
    return pty_has_ended(pty) || (strstr(pty_raw(pty, &length), "lines instead") && pty_takes_keys(pty));
}

/* Its exit status; *output is what it wrote, to free(). */
static int run(const Trial *trial, char **output)
{
    char *path = scratch_path("routine.yaml");
    const char *arguments[7] = {NULL};
    for (size_t i = 0; i < 6 && scripts[trial->script].arguments[i]; i++)
        arguments[i] = scripts[trial->script].arguments[i][0] ? scripts[trial->script].arguments[i] : path;
    Pty *pty = pty_start(&(PtyOptions){.env = (const char *const *)trial->environment}, arguments);
    if (scripts[trial->script].keys[0])
        pty_wait_until(pty, trial->what, has_key_mode_or_ended, NULL);
    pty_send(pty, scripts[trial->script].keys);
    pty_wait_until(pty, trial->what, has_ended_or_lost_screen, NULL);
    pty_send(pty, "q"); /* what was typed before lines came in place of the screen went with it */
    const int status = pty_wait_exit(pty);
    pty_check_given_back(pty);
    size_t length;
    *output = memory_copy_text(pty_raw(pty, &length));
    pty_end(pty);
    free(path);
    return status;
}

/* Whether a session of the short routine is in the records, as what. */
static bool has_session(const History *history, RecordState state)
{
    for (size_t i = 0; i < history->count; i++)
        if (strcmp(history->sessions[i].title, "Short") == 0 && history->sessions[i].state == state)
            return true;
    return false;
}

/* What it said is recorded is recorded. */
static void expect_kept(const Trial *trial, const char *output, Store *store)
{
    History *history = history_read(store, &(HistoryFilter){.area = -1});
    ck_assert_msg(history && history->count >= 2, "%s: earlier sessions are gone", trial->what);
    const char *words = strstr(output, "Short: done");
    if (words && !strstr(words, "recorded"))
        ck_assert_msg(has_session(history, RECORD_FINISHED), "%s: not there\n%s", trial->what, output);
    if (strstr(output, "goes on with it")) {
        UnfinishedSession left;
        ck_assert_msg(unfinished_find(store, &left), "%s: not to go on with\n%s", trial->what, output);
        unfinished_release(&left);
    }
    history_free(history);
}

static void expect_whole(const Trial *trial, int status, const char *output)
{
    ck_assert_msg(status < SIGNALLED, "%s: ended by %d\n%s", trial->what, status, output);
    ck_assert_msg(records_count_files(".damaged-") == 0, "%s: sound records were put aside\n%s", trial->what, output);
    ck_assert_msg(records_are_whole(), "%s: the records are damaged\n%s", trial->what, output);
    Store *store = store_open(records_path, RECORDS_NOW_S + 2000);
    expect_kept(trial, output, store);
    const char *trouble = store_problem(store);
    ck_assert_msg(!trouble, "%s: %s", trial->what, trouble);
    store_close(store);
}

/* False where that call was not made any more: nothing failed. */
static bool try(Trial *trial)
{
    snprintf(trial->what, sizeof trial->what, "%s, %s %d %s (%s)", scripts[trial->script].name,
             faults[trial->fault].kind, trial->number, hows[trial->how], strerror(faults[trial->fault].code));
    begin();
    make_environment(trial);
    char *output, *mark = scratch_path("mark");
    const int status = run(trial, &output);
    const bool has_failed = access(mark, F_OK) == 0;
    expect_whole(trial, status, output);
    free(mark);
    free(output);
    release_environment(trial);
    return has_failed;
}

static int wish(const char *variable, int usual)
{
    const char *text = getenv(variable);
    return text && atoi(text) > 0 ? atoi(text) : usual;
}

/* Each begins at another call, so that together they come by more of them. */
START_TEST(nothing_is_lost)
{
    const int part = wish("FAULTS_PART", 0), parts = wish("FAULTS_PARTS", 1), every = wish("FAULTS_EVERY", USUAL_EVERY);
    const int index = _i * parts + part;
    if (index >= TRIALS)
        return;
    Trial trial = {.script = index % SCRIPTS,
                   .fault = index / SCRIPTS % FAULTS,
                   .how = index / SCRIPTS / FAULTS,
                   .number = 1 + index % every};
    while (try(&trial) && trial.number < MOST_CALLS)
        trial.number += every;
    ck_assert_int_lt(trial.number, MOST_CALLS);
}
END_TEST

Suite *suite_faults(void)
{
    Suite *suite = suite_create("faults");
    TCase *tcase = tcase_create("faults");
    tcase_add_checked_fixture(tcase, set_up, scratch_remove);
    tcase_set_timeout(tcase, TIMEOUT_S);
    if (getenv("FAULTS_SHIM")) /* in `make faults` alone: it takes its time */
        tcase_add_loop_test(tcase, nothing_is_lost, 0,
                            (TRIALS + wish("FAULTS_PARTS", 1) - 1) / wish("FAULTS_PARTS", 1));
    suite_add_tcase(suite, tcase);
    return suite;
}
