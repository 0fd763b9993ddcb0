/* SPDX-License-Identifier: MIT */
/* A session that other programs control: knead ctl in another pane, tmux and waybar as doc/remote.md has them. */
#include <check.h>
#include <errno.h>
#include <jansson.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/macros.h"
#include "base/memory.h"
#include "remote/control_server.h"
#include "remote/control_socket.h"
#include "remote/status.h"
#include "support/page.h"
#include "support/pty.h"
#include "support/run.h"
#include "support/scratch.h"

Suite *suite_pty_control(void);

enum { COMMAND_MOST = 256, WAITING_MOST = 100 };

static const char *const play[] = {"play", "calf-hamstring-smash", "--yes", NULL};
static const char *const play_lines[] = {"play", "daily-five", "--yes", "--plain", NULL};

static void set_up(void)
{
    scratch_make_usual_home();
    scratch_set("XDG_RUNTIME_DIR", "run");
}

static Pty *start(const char *const *arguments, const char *first)
{
    Pty *pty = pty_start(NULL, arguments);
    pty_wait_for(pty, first);
    return pty;
}

/* The socket is opened after the first picture. */
static bool answers(Pty *pty, void *line)
{
    (void)pty;
    Run run = run_knead(line, NULL);
    const bool is_there = run.status == 0;
    run_release(&run);
    return is_there;
}

static void expect(const char *line, int status, const char *out, const char *err)
{
    Run run = run_knead(line, NULL);
    ck_assert_msg(run.status == status, "%s: %d, %s%s", line, run.status, run.out, run.err);
    ck_assert_msg(strstr(run.out, out) != NULL, "%s: %s", line, run.out);
    ck_assert_msg(strstr(run.err, err) != NULL, "%s: %s", line, run.err);
    run_release(&run);
}

static void end(Pty *pty)
{
    pty_signal(pty, SIGTERM);
    ck_assert_int_eq(pty_wait_exit(pty), 128 + SIGTERM);
    pty_end(pty);
}

START_TEST(words_reach_the_session)
{
    Pty *pty = start(play, "GET READY");
    pty_wait_until(pty, "knead ctl is answered", answers, (void *)"ctl status");
    expect("ctl pause", 0, "", "");
    pty_wait_for(pty, "PAUSED");
    expect("ctl status --format '{state}'", 0, "paused\n", "");
    expect("ctl pause", 1, "", "'pause' does nothing now (the session is paused, prepare)");
    expect("ctl ready", 0, "", "");
    /* Its last seconds are counted before the hold, which alone can be felt. */
    pty_wait_until(pty, "the move is held", answers, (void *)"ctl felt 9");
    pty_wait_for(pty, "Ease off");
    expect("ctl felt 11", 1, "", "felt needs a number from 0 to 10");
    expect("ctl eased", 1, "", "'eased' does nothing now");
    expect("ctl hurt", 0, "", "");
    pty_wait_for(pty, "STOPPED");
    expect("ctl next", 0, "", "");
    expect("ctl stop", 0, "", "");
    ck_assert_int_eq(pty_wait_exit(pty), 0);
    pty_check_given_back(pty);
    pty_end(pty);
    ck_assert_uint_eq(scratch_count("run/knead", ".sock"), 0);
    expect("ctl status", 1, "", "no session is running");
}
END_TEST

/* Those too that do nothing now. The one that ends the session is the last but `status`. */
START_TEST(each_word_is_known)
{
    Pty *pty = start(play, "GET READY");
    pty_wait_until(pty, "knead ctl is answered", answers, (void *)"ctl status");
    for (size_t i = 0; i < control_words.count && strcmp(control_words.items[i], "status") != 0; i++) {
        char line[COMMAND_MOST];
        snprintf(line, sizeof line, "ctl %s", control_words.items[i]);
        Run run = run_knead(line, NULL);
        ck_assert_msg(!strstr(run.err, "there is no word"), "%s: %s", line, run.err);
        ck_assert_msg(!strstr(run.err, "no session") && !strstr(run.err, "is over"), "%s: %s", line, run.err);
        run_release(&run);
    }
    ck_assert_int_eq(pty_wait_exit(pty), 0);
    pty_end(pty);
}
END_TEST

/* Nobody can press a key there: what another program paused, it goes on with. */
START_TEST(pause_from_afar_holds_without_keys)
{
    char *command = memory_print("exec '%s' play daily-five --yes --plain </dev/null", getenv("KNEAD_PROGRAM"));
    const char *const arguments[] = {"-c", command, NULL};
    Pty *pty = pty_start(&(PtyOptions){.program = "sh"}, arguments);
    pty_wait_for(pty, "Get ready");
    pty_wait_until(pty, "knead ctl is answered", answers, (void *)"ctl pause");
    pty_wait_for(pty, "Paused.");
    expect("ctl status --format '{state}'", 0, "paused\n", "");
    expect("ctl toggle", 0, "", "");
    pty_wait_for(pty, "Resuming in 3 s.");
    end(pty);
    free(command);
}
END_TEST

START_TEST(two_sessions_are_told_apart)
{
    Pty *first = start(play, "GET READY");
    pty_wait_until(first, "the first answers", answers, (void *)"ctl status");
    Pty *second = start(play_lines, "Get ready");
    char line[COMMAND_MOST];
    snprintf(line, sizeof line, "ctl status --session %ld", (long)pty_pid(second));
    pty_wait_until(second, "the second answers", answers, line);
    expect("ctl status", 0, "A Little Each Day", "");
    snprintf(line, sizeof line, "ctl pause --session %ld", (long)pty_pid(first));
    expect(line, 0, "", "");
    pty_wait_for(first, "PAUSED");
    expect("ctl status --format '{state}'", 0, "running\n", "");
    end(second);
    expect("ctl status --format '{state} {session}'", 0, "paused ", "");
    expect("ctl status --session 1", 1, "", "there is no session 1");
    end(first);
}
END_TEST

START_TEST(watcher_sees_each_change_and_the_end)
{
    Pty *pty = start(play, "GET READY");
    pty_wait_until(pty, "knead ctl is answered", answers, (void *)"ctl status");
    static const char *const watch[] = {"ctl", "status", "--watch", "--format", "({class} {left})", NULL};
    Pty *watcher = pty_start(NULL, watch);
    pty_wait_for(watcher, "(prepare 0:");
    expect("ctl ready", 0, "", "");
    pty_wait_for(watcher, "(prepare 0:03)");
    pty_wait_for(watcher, "(prepare 0:02)");
    pty_wait_for(watcher, "(hold 1:00)");
    pty_send(pty, "q");
    pty_wait_for(watcher, "(left ");
    ck_assert_int_eq(pty_wait_exit(watcher), 0);
    pty_wait_exit(pty);
    pty_end(watcher);
    pty_end(pty);
}
END_TEST

/* A session that was killed leaves a socket; nobody is told of it, and the next one has its own. */
START_TEST(killed_session_leaves_nothing_in_the_way)
{
    Pty *pty = start(play, "GET READY");
    pty_wait_until(pty, "knead ctl is answered", answers, (void *)"ctl status");
    pty_signal(pty, SIGKILL);
    ck_assert_int_eq(pty_wait_exit(pty), 128 + SIGKILL);
    pty_end(pty);
    ck_assert_uint_eq(scratch_count("run/knead", ".sock"), 1);
    expect("ctl status", 1, "", "no session is running");
    ck_assert_uint_eq(scratch_count("run/knead", ".sock"), 0);
}
END_TEST

START_TEST(stopped_session_is_told)
{
    Pty *pty = start(play, "GET READY");
    pty_wait_until(pty, "knead ctl is answered", answers, (void *)"ctl status");
    pty_send(pty, PTY_CTRL_Z);
    pty_wait_stopped(pty);
    expect("ctl status", 1, "", "the session does not answer");
    long found;
    char *folder = scratch_path("run/knead");
    int waiting = 0;
    while (control_socket_connect(folder, 0, &found) >= 0) /* until no more find room there */
        ck_assert_int_lt(waiting++, WAITING_MOST);
    ck_assert_int_eq(errno, EAGAIN);
    free(folder);
    expect("ctl status", 1, "", "the session does not answer");
    pty_continue(pty);
    end(pty);
}
END_TEST

/* The first block with that information, without its fences; to free(). */
static char *block_of(const char *page, const char *fence)
{
    const char *start = strstr(page, fence);
    ck_assert_ptr_nonnull(start);
    start = strchr(start + 1, '\n') + 1;
    const char *stop = strstr(start, "\n```");
    ck_assert_ptr_nonnull(stop);
    return page_span(start, stop + 1);
}

START_TEST(json_of_the_page_has_the_keys)
{
    char *page = page_read("doc/remote.md"), *block = block_of(page, "\n```json\n");
    json_t *object = json_loads(block, 0, NULL);
    ck_assert(json_is_object(object));
    ck_assert_uint_eq(json_object_size(object), status_field_count);
    for (size_t i = 0; i < status_field_count; i++) {
        const StatusField *field = &status_fields[i];
        const json_t *value = json_object_get(object, field->name);
        ck_assert_msg(value && json_is_integer(value) == field->is_number, "%s", field->name);
        char *row = memory_print("| `{%s}` | %s |\n", field->name, field->help);
        ck_assert_msg(strstr(page, row) != NULL, "%s", row);
        free(row);
    }
    json_decref(object);
    free(block);
    free(page);
}
END_TEST

/* Its `exec`, run as waybar does, gives lines of JSON with what waybar reads. */
START_TEST(waybar_reads_it)
{
    char *page = page_read("doc/remote.md"), *block = block_of(page, "\n```json waybar\n");
    char *whole = memory_print("{%s}", block), *command = NULL;
    json_t *bar = json_loads(whole, 0, NULL), *module = json_object_get(bar, "custom/knead");
    ck_assert_str_eq(json_string_value(json_object_get(module, "return-type")), "json");
    ck_assert_int_gt(json_integer_value(json_object_get(module, "restart-interval")), 0);
    const char *exec = json_string_value(json_object_get(module, "exec"));
    ck_assert_int_eq(strncmp(exec, "knead ", 6), 0);
    Pty *pty = start(play, "GET READY");
    pty_wait_until(pty, "knead ctl is answered", answers, (void *)"ctl status");
    command = memory_print("'%s' %s", getenv("KNEAD_PROGRAM"), exec + 6);
    FILE *lines = popen(command, "r");
    for (int i = 0; i < 3; i++) {
        char line[4096];
        ck_assert_ptr_nonnull(fgets(line, sizeof line, lines));
        json_t *told = json_loads(line, 0, NULL);
        ck_assert(json_is_string(json_object_get(told, "text")) && json_is_string(json_object_get(told, "tooltip")));
        ck_assert(json_is_string(json_object_get(told, "class")) &&
                  json_is_integer(json_object_get(told, "percentage")));
        json_decref(told);
    }
    end(pty);
    while (fgetc(lines) != EOF) {
    }
    ck_assert_int_eq(pclose(lines), 0);
    json_decref(bar);
    free(command);
    free(whole);
    free(block);
    free(page);
}
END_TEST

static bool has_tmux(void)
{
    return system("command -v tmux >/dev/null 2>&1") == 0;
}

/* A tmux with the lines of the page, beside a session. The program is found by its name, as theirs is. */
START_TEST(tmux_shows_it)
{
    char *page = page_read("doc/remote.md"), *lines = block_of(page, "\n```tmux\n"),
         *program = scratch_path("bin/knead");
    char *folder = scratch_path("bin"), *config = scratch_path("tmux.conf"), *socket = scratch_path("tmux");
    char *path = memory_print("%s:%s", folder, getenv("PATH"));
    scratch_make_folder("bin");
    ck_assert_int_eq(symlink(getenv("KNEAD_PROGRAM"), program), 0);
    scratch_print("tmux.conf", "%s", lines);
    setenv("PATH", path, 1);
    Pty *pty = start(play, "GET READY");
    pty_wait_until(pty, "knead ctl is answered", answers, (void *)"ctl status");
    const char *const arguments[] = {"-S", socket, "-f", config, "new-session", "exec tail -f /dev/null", NULL};
    Pty *tmux = pty_start(&(PtyOptions){.program = "tmux"}, arguments);
    pty_wait_for(tmux, "Get ready: Calf on a ball, left 0:");
    pty_send(tmux, "\x02 "); /* the prefix, and the key of the page */
    pty_wait_for(pty, "PAUSED");
    pty_send(tmux, "\x02\r");
    pty_wait_gone(pty, "GET READY");
    end(pty);
    pty_wait_gone(tmux, "Calf on a ball");
    char *quit = memory_print("tmux -S '%s' kill-server", socket);
    ck_assert_int_eq(system(quit), 0);
    pty_wait_exit(tmux);
    pty_end(tmux);
    char *const texts[] = {page, lines, program, folder, config, socket, path, quit};
    for (size_t i = 0; i < ARRAY_LEN(texts); i++)
        free(texts[i]);
}
END_TEST

Suite *suite_pty_control(void)
{
    Suite *suite = suite_create("pty_control");
    TCase *tests = tcase_create("pty_control");
    tcase_add_checked_fixture(tests, set_up, scratch_remove);
    tcase_set_timeout(tests, 60);
    tcase_add_test(tests, words_reach_the_session);
    tcase_add_test(tests, each_word_is_known);
    tcase_add_test(tests, pause_from_afar_holds_without_keys);
    tcase_add_test(tests, two_sessions_are_told_apart);
    tcase_add_test(tests, watcher_sees_each_change_and_the_end);
    tcase_add_test(tests, killed_session_leaves_nothing_in_the_way);
    tcase_add_test(tests, stopped_session_is_told);
    tcase_add_test(tests, json_of_the_page_has_the_keys);
    tcase_add_test(tests, waybar_reads_it);
    if (has_tmux())
        tcase_add_test(tests, tmux_shows_it);
    suite_add_tcase(suite, tests);
    return suite;
}
