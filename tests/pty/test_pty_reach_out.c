/* SPDX-License-Identifier: MIT */
/* Hooks, notices and what keeps the screen on, with a real session and stand-ins for the programs: what they are given,
 * and that nothing is left of them after any way out, whatever they do. */
#include <check.h>
#include <dirent.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/macros.h"
#include "base/memory.h"
#include "support/fakes.h"
#include "support/pty.h"
#include "support/run.h"
#include "support/scratch.h"

Suite *suite_pty_reach_out(void);

enum { LINE_MOST = 256 };

#define SETTINGS "level: standard\nvoice: off\n"
#define HOOKS "hooks: {start: [hook, start], switch: [hook, switch], end: [hook, end]}\n"

static const char routine[] = "knead: 1\ntitle: Foot & Heel\nmoves:\n"
                              "  - {name: Heel, areas: feet, sides: both, prepare: 60s, switch: 50s, hold: 60s}\n";

static char *foot;

static void set_up(void)
{
    fakes_set_up();
    scratch_put("foot.yaml", routine);
    scratch_put("knead/config.yaml", SETTINGS HOOKS "notices: desktop\n");
    scratch_set_mode("run", 0700);
    foot = scratch_path("foot.yaml");
    setenv("DISPLAY", ":99", 1);
    unsetenv("WAYLAND_DISPLAY");
    unsetenv("XDG_CURRENT_DESKTOP");
    unsetenv("TMUX");
}

static void tear_down(void)
{
    unsetenv("DISPLAY");
    free(foot);
    fakes_tear_down();
}

static Pty *play_in(const char *term, const char *mode)
{
    const char *const arguments[] = {"play", foot, "--yes", mode, NULL};
    Pty *pty = pty_start(&(PtyOptions){.term = term}, arguments);
    pty_wait_for(pty, mode ? "Get ready" : "GET READY");
    return pty;
}

static Pty *play(const char *mode)
{
    return play_in(NULL, mode);
}

/* Whether a process still has the routine in its command line: the session, or a guard of its programs, which is a fork
 * of it. */
static bool is_any_left(void)
{
    DIR *processes = opendir("/proc");
    bool is_left = false;
    for (const struct dirent *item; processes && !is_left && (item = readdir(processes));) {
        char path[LINE_MOST], line[LINE_MOST] = "";
        snprintf(path, sizeof path, "/proc/%.20s/cmdline", item->d_name);
        FILE *file = *item->d_name >= '0' && *item->d_name <= '9' ? fopen(path, "r") : NULL;
        const size_t length = file ? fread(line, 1, sizeof line - 1, file) : 0;
        for (size_t at = 0; at < length && !is_left; at += strlen(line + at) + 1)
            is_left = strcmp(line + at, foot) == 0;
        if (file)
            fclose(file);
    }
    if (processes)
        closedir(processes);
    return is_left;
}

/* The programs' own pipe has ended; their guards end after them, and the time limit of the test is theirs. */
static void expect_nothing_left(void)
{
    fakes_wait_ended();
    while (is_any_left()) {
    }
}

/* Ways out. Each returns once knead has ended. */

static void finish(Pty *pty, bool is_screen)
{
    pty_send(pty, "nnnn");
    pty_wait_for(pty, "Done");
    if (is_screen)
        pty_send(pty, "q");
    ck_assert_int_eq(pty_wait_exit(pty), 0);
}

static void leave(Pty *pty, bool is_screen)
{
    (void)is_screen;
    pty_send(pty, "q");
    ck_assert_int_eq(pty_wait_exit(pty), 0);
}

static void interrupt(Pty *pty, bool is_screen)
{
    (void)is_screen;
    pty_send(pty, PTY_CTRL_C);
    ck_assert_int_eq(pty_wait_exit(pty), 128 + SIGINT);
}

static void hang_up(Pty *pty, bool is_screen)
{
    (void)is_screen;
    pty_hang_up(pty);
    ck_assert_int_eq(pty_wait_exit(pty), 128 + SIGHUP);
}

static void kill_it(Pty *pty, bool is_screen)
{
    (void)is_screen;
    pty_signal(pty, SIGKILL);
    ck_assert_int_eq(pty_wait_exit(pty), 128 + SIGKILL);
}

static const struct {
    void (*go)(Pty *pty, bool is_screen);
    bool ends_well; /* the hook at the end is run, and the socket is removed */
} ways_out[] = {{finish, true}, {leave, true}, {interrupt, true}, {hang_up, true}, {kill_it, false}};

/* What the stand-ins do once they have noted how they were called. */
static const char *const manners[] = {
    "cat >/dev/null\n",                                                        /* what it should */
    "exit 3\n",                                                                /* fails */
    "trap '' TERM INT HUP PIPE; tail -f /dev/null & exec tail -f /dev/null\n", /* hangs, and so does what it started */
    "exec yes\n",                                                              /* floods */
};

static const char *const modes[] = {NULL, "--plain"};

START_TEST(nothing_is_left_after_any_way_out)
{
    const size_t way = (size_t)_i % ARRAY_LEN(ways_out), manner = (size_t)_i / ARRAY_LEN(ways_out) % ARRAY_LEN(manners);
    const char *mode = modes[(size_t)_i / ARRAY_LEN(ways_out) / ARRAY_LEN(manners)];
    fakes_put_at_once("hook", manners[manner]);
    fakes_put_at_once("notify-send", manners[manner]);
    fakes_put_at_once("systemd-inhibit", manners[manner]);
    Pty *pty = play(mode);
    fakes_expect_part("hook\nstart\n");
    fakes_expect_part("systemd-inhibit\n--what=idle\n--who=knead\n--why=a session is running\n--mode=block\ncat\n");
    pty_send(pty, "nn");
    pty_wait_for(pty, mode ? "Switch to the right side" : "SWITCH");
    fakes_expect_part("hook\nswitch\n");
    fakes_expect_part("notify-send\n-a\nknead\n--\nChange sides\nHeel, right\n");
    ways_out[way].go(pty, !mode);
    pty_end(pty);
    if (ways_out[way].ends_well)
        fakes_expect_part("hook\nend\n");
    expect_nothing_left();
    ck_assert_uint_eq(scratch_count("run/knead", ".sock"), ways_out[way].ends_well ? 0 : 1);
}
END_TEST

/* Each line is of its moment; a foreign text is no markup. */
START_TEST(hooks_are_given_the_session)
{
    scratch_put("knead/config.yaml", SETTINGS HOOKS "notices: desktop\nawake: off\n");
    fakes_put("hook", NULL);
    fakes_put("notify-send", NULL);
    fakes_put_at_once("systemd-inhibit", NULL);
    Pty *pty = play("--plain");
    fakes_expect("hook\nstart\n< {\"text\":\"Get ready: Heel, left 1:00\",\"tooltip\":\"Foot & Heel, 0:00 of 3:50\",");
    fakes_expect_part("\"state\":\"running\",\"step\":\"prepare\",");
    fakes_wait_ended();
    free(fakes_take_log());
    pty_send(pty, " "); /* a pause is none of them */
    pty_wait_for(pty, "Paused.");
    pty_send(pty, "q");
    ck_assert_int_eq(pty_wait_exit(pty), 0);
    fakes_expect("hook\nend\n< {\"text\":\"Stopped\",");
    pty_end(pty);
    expect_nothing_left();
    char *log = fakes_take_log();
    ck_assert_ptr_null(strstr(log, "notify-send")); /* who stops it knows */
    ck_assert_ptr_null(strstr(log, "systemd-inhibit"));
    free(log);
}
END_TEST

START_TEST(session_that_was_left_starts_again)
{
    fakes_put("hook", NULL);
    Pty *pty = play("--plain");
    pty_signal(pty, SIGTERM);
    ck_assert_int_eq(pty_wait_exit(pty), 128 + SIGTERM);
    pty_end(pty);
    fakes_expect_part("hook\nend\n");
    fakes_wait_ended();
    free(fakes_take_log());
    static const char *const resume[] = {"resume", "--plain", NULL};
    pty = pty_start(NULL, resume);
    pty_wait_for(pty, "Press Space to resume.");
    fakes_expect("");
    pty_send(pty, " ");
    fakes_expect("hook\nstart\n< {\"text\":\"Resuming: Heel, left 0:03\"");
    pty_send(pty, "q");
    ck_assert_int_eq(pty_wait_exit(pty), 0);
    pty_end(pty);
    fakes_expect_part("hook\nend\n");
    expect_nothing_left();
}
END_TEST

/* Not longer than it runs: a pause, and a stop by Ctrl-Z, let the screen go off. */
START_TEST(screen_goes_off_in_a_pause)
{
    static const struct {
        const char *key, *shown;
    } pauses[] = {{" ", "PAUSED"}, {PTY_CTRL_Z, NULL}, {"!", "STOPPED"}};
    scratch_put("knead/config.yaml", SETTINGS);
    fakes_put_at_once("systemd-inhibit", "exec cat\n");
    Pty *pty = play(NULL);
    fakes_expect_part("systemd-inhibit\n");
    free(fakes_take_log());
    pty_send(pty, pauses[_i].key);
    if (pauses[_i].shown)
        pty_wait_for(pty, pauses[_i].shown);
    else
        pty_wait_stopped(pty);
    fakes_wait_ended();
    if (!pauses[_i].shown) {
        pty_continue(pty);
        pty_wait_for(pty, "PAUSED");
    }
    fakes_expect("");
    pty_send(pty, " ");
    fakes_expect_part("systemd-inhibit\n");
    ck_assert(fakes_are_running());
    pty_send(pty, "q");
    ck_assert_int_eq(pty_wait_exit(pty), 0);
    pty_end(pty);
    expect_nothing_left();
}
END_TEST

/* Nothing is asked for a screen that is somewhere else, or not there; a rehearsal does nothing at all. */
START_TEST(nothing_runs_where_it_is_of_no_use)
{
    fakes_put_at_once("hook", NULL);
    fakes_put_at_once("notify-send", NULL);
    fakes_put_at_once("systemd-inhibit", NULL);
    scratch_put("knead/config.yaml", _i < 2 ? SETTINGS "notices: desktop\n" : SETTINGS HOOKS "notices: desktop\n");
    if (_i == 0)
        unsetenv("DISPLAY");
    if (_i == 1)
        setenv("SSH_TTY", "/dev/pts/9", 1);
    const char *const arguments[] = {"play", foot, "--yes", "--plain", _i == 2 ? "--speed" : NULL, "1000", NULL};
    Pty *pty = pty_start(NULL, arguments);
    if (_i < 2) {
        pty_wait_for(pty, "Get ready");
        pty_send(pty, "n");
        pty_wait_for(pty, "Hold");
        pty_send(pty, _i == 0 ? "q" : "nq");
    }
    ck_assert_int_eq(pty_wait_exit(pty), 0);
    pty_end(pty);
    expect_nothing_left();
    fakes_expect("");
    unsetenv("SSH_TTY");
}
END_TEST

/* By the terminal. */

static const struct {
    const char *setting, *term, *mode;
    bool is_in_tmux;
    const char *bytes, *none; /* bytes NULL: nothing but a bell */
} notices[] = {
    {"osc-9", NULL, NULL, false, "\033]9;knead: Change sides: Heel, right\033\\", NULL},
    {"osc-777", NULL, "--plain", false, "\033]777;notify;knead: Change sides;Heel, right\033\\", NULL},
    {"osc-99", NULL, NULL, false,
     "\033]99;i=knead:d=0;knead: Change sides\033\\\033]99;i=knead:p=body;Heel, right\033\\", NULL},
    {"terminal", "xterm-kitty", NULL, false, "\033]99;i=knead:d=0;knead: Change sides\033\\", NULL},
    {"osc-9", NULL, NULL, true, "\033Ptmux;\033\033]9;knead: Change sides: Heel, right\033\033\\\033\\", NULL},
    {"terminal", NULL, "--plain", false, NULL, "knead: Change"},
    {"off", "xterm-kitty", NULL, false, NULL, "knead: Change"},
};

START_TEST(terminal_shows_them)
{
    char *settings = memory_print("%snotices: %s\nsound: bell\n", SETTINGS, notices[_i].setting);
    scratch_put("knead/config.yaml", settings);
    if (notices[_i].is_in_tmux)
        setenv("TMUX", "/tmp/tmux-1/default,1,0", 1);
    Pty *pty = play_in(notices[_i].term, notices[_i].mode);
    pty_send(pty, "nn");
    pty_wait_for(pty, notices[_i].mode ? "Switch to the right side" : "SWITCH");
    pty_send(pty, "q");
    ck_assert_int_eq(pty_wait_exit(pty), 0);
    size_t length;
    const char *raw = pty_raw(pty, &length);
    if (notices[_i].bytes)
        ck_assert_msg(strstr(raw, notices[_i].bytes) != NULL, "%s", raw);
    else
        ck_assert_ptr_null(strstr(raw, notices[_i].none));
    ck_assert_int_ge(pty_bells(pty), 1);
    pty_check_given_back(pty);
    pty_end(pty);
    unsetenv("TMUX");
    free(settings);
}
END_TEST

/* Lines that are read by a program hold nothing but lines. */
START_TEST(lines_for_a_program_hold_no_notice)
{
    scratch_put("knead/config.yaml", SETTINGS "notices: osc-9\n");
    scratch_put("foot.yaml", "knead: 1\ntitle: Foot\nmoves:\n"
                             "  - {name: Heel, areas: feet, sides: both, prepare: 0s, switch: 1s, hold: 1s}\n");
    char *line = memory_print("play '%s' --yes --plain", foot);
    Run run = run_knead(line, "");
    ck_assert_int_eq(run.status, 0);
    ck_assert_ptr_nonnull(strstr(run.out, "Switch to the right side"));
    ck_assert_ptr_null(strchr(run.out, '\033'));
    run_release(&run);
    free(line);
}
END_TEST

Suite *suite_pty_reach_out(void)
{
    Suite *suite = suite_create("pty_reach_out");
    TCase *tests = tcase_create("pty_reach_out");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_set_timeout(tests, 60);
    tcase_add_loop_test(tests, nothing_is_left_after_any_way_out, 0,
                        ARRAY_LEN(ways_out) * ARRAY_LEN(manners) * ARRAY_LEN(modes));
    tcase_add_test(tests, hooks_are_given_the_session);
    tcase_add_test(tests, session_that_was_left_starts_again);
    tcase_add_loop_test(tests, screen_goes_off_in_a_pause, 0, 3);
    tcase_add_loop_test(tests, nothing_runs_where_it_is_of_no_use, 0, 3);
    tcase_add_loop_test(tests, terminal_shows_them, 0, ARRAY_LEN(notices));
    tcase_add_test(tests, lines_for_a_program_hold_no_notice);
    suite_add_tcase(suite, tests);
    return suite;
}
