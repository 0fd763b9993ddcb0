/* SPDX-License-Identifier: MIT */
#include "store/running.h"

#include <check.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/checkpoint.h"
#include "store/left_session.h"
#include "store/history.h"
#include "support/records.h"

Suite *suite_running(void);

static Plan *plan;

static void set_up(void)
{
    records_set_up();
    plan = records_plan();
}

static void tear_down(void)
{
    plan_free(plan);
    records_tear_down();
}

enum { TICK_MS = 10 };

/* Ticks until it is killed, telling the pipe after each. */
static void tick_for_ever(int pipe_end)
{
    Store *own = store_open(records_path, RECORDS_NOW_S);
    Session run;
    records_run(&run, plan, 0);
    const int64_t id = checkpoint_begin(own, &run, RECORDS_NOW_S, 0);
    for (int tick = 0; tick < 18000 && id > 0; tick++) {
        records_advance(&run, TICK_MS);
        if (!checkpoint_keep(own, id, &run, RECORDS_NOW_S, tick % 50 == 49) || write(pipe_end, "", 1) != 1) {
            break;
        }
    }
    _exit(1);
}

static int64_t kill_after(int64_t ticks)
{
    int ends[2];
    char byte;
    ck_assert_int_eq(pipe(ends), 0);
    fflush(NULL);
    const pid_t child = fork();
    if (child == 0) {
        close(ends[0]);
        tick_for_ever(ends[1]);
    }
    close(ends[1]);
    int64_t seen = 0;
    while (seen < ticks && read(ends[0], &byte, 1) == 1) {
        seen++;
    }
    kill(child, SIGKILL);
    waitpid(child, NULL, 0);
    while (read(ends[0], &byte, 1) == 1) {
        seen++;
    }
    close(ends[0]);
    return seen;
}

START_TEST(a_kill_costs_one_tick)
{
    uint32_t seed = 7;
    for (int turn = 0; turn < 40; turn++) {
        seed = seed * 1664525U + 1013904223U;
        const int64_t seen = kill_after(1 + seed % 700);
        Store *after = store_open(records_path, RECORDS_NOW_S);
        ck_assert_pstr_eq(store_trouble(after), NULL);
        LeftSession left;
        ck_assert(left_session_find(after, &left));
        Session back;
        char *problem = NULL;
        Plan *again = checkpoint_resume(after, left.id, &back, &problem);
        ck_assert_msg(again != NULL, "%s", problem);
        ck_assert_int_ge(back.worked_ms, seen * TICK_MS);
        ck_assert_int_le(back.worked_ms, (seen + 1) * TICK_MS);
        ck_assert_int_eq(session_at_ms(&back), back.worked_ms);
        const int64_t held_ms = back.worked_ms - 5000;
        ck_assert_int_eq(back.done[0][SIDE_LEFT].held_ms, held_ms > 0 ? held_ms : 0);
        ck_assert(checkpoint_discard(after, left.id));
        left_session_release(&left);
        session_release(&back);
        plan_free(again);
        store_close(after);
    }
    ck_assert(records_are_whole());
}
END_TEST

static int follow_whole_session(void)
{
    Store *own = store_open(records_path, RECORDS_NOW_S);
    Session run;
    records_run(&run, plan, 0);
    const int64_t id = checkpoint_begin(own, &run, RECORDS_NOW_S, 0);
    int kept = 0;
    for (int second = 1; second <= 185; second++) {
        records_advance(&run, 1000);
        kept += checkpoint_keep(own, id, &run, RECORDS_NOW_S + second, second % 10 == 0);
    }
    const bool is_ended = checkpoint_end(own, id, &run, RECORDS_NOW_S + 185);
    store_close(own);
    return is_ended && kept > 150 ? 0 : 1;
}

START_TEST(several_at_once)
{
    enum { KNEADS = 4 };
    pid_t children[KNEADS];
    fflush(NULL);
    for (int i = 0; i < KNEADS; i++) {
        children[i] = fork();
        if (children[i] == 0) {
            _exit(follow_whole_session());
        }
    }
    for (int i = 0; i < KNEADS; i++) {
        int status = 1;
        waitpid(children[i], &status, 0);
        ck_assert_int_eq(status, 0);
    }
    ck_assert(records_are_whole());
    Store *store = store_open(records_path, RECORDS_NOW_S);
    History *history = history_read(store, &(HistoryFilter){.area = -1});
    ck_assert_uint_eq(history->count, KNEADS);
    for (size_t i = 0; i < history->count; i++) {
        ck_assert_int_eq(history->sessions[i].state, HISTORY_FINISHED);
        ck_assert_int_eq(history->sessions[i].worked_s, 185);
        ck_assert_uint_eq(history->sessions[i].count, 3);
        ck_assert_int_eq(history->sessions[i].moves[2].seconds, 60);
    }
    history_free(history);
    store_close(store);
}
END_TEST

Suite *suite_running(void)
{
    Suite *suite = suite_create("running");
    TCase *tcase = tcase_create("running");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    tcase_set_timeout(tcase, 120);
    tcase_add_test(tcase, a_kill_costs_one_tick);
    tcase_add_test(tcase, several_at_once);
    suite_add_tcase(suite, tcase);
    return suite;
}
