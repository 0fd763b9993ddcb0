/* SPDX-License-Identifier: MIT */
/* The socket of a session: who may connect, what is answered, and that nobody keeps it waiting. */
#include <check.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/macros.h"
#include "base/memory.h"
#include "remote/control_server.h"
#include "remote/control_socket.h"
#include "support/following.h"
#include "support/scratch.h"

Suite *suite_control(void);

enum { ANSWER_MOST = 8192, FLOOD = 1 << 20, DESCRIPTORS_MOST = 256 };

static ControlServer *server;
static Plan *plan;
static Session session;
static Text handled; /* the words that came to the handler */

static void set_up(void)
{
    scratch_make();
    scratch_set("XDG_RUNTIME_DIR", "run");
    plan = plan_of("moves:\n  - {name: Roll, areas: feet, hold: 60s, prepare: 10s}\n", NULL);
    session_init(&session, plan);
    free(follow(&session, "go 12000"));
    Text problem = {0};
    server = control_server_open(&problem);
    ck_assert_msg(server != NULL, "%s", text_show(&problem));
    text_release(&problem);
}

static void tear_down(void)
{
    control_server_close(server);
    session_release(&session);
    plan_free(plan);
    text_release(&handled);
    scratch_remove();
}

static bool handle(void *context, const char *word, const char *value, Text *problem)
{
    (void)context;
    text_print(&handled, "%s(%s)", word, value);
    if (strcmp(word, "bad") == 0)
        text_add(problem, "no such word");
    return strcmp(word, "bad") != 0;
}

static int connect_here(void)
{
    long found;
    char *folder = control_socket_folder();
    const int client = control_socket_connect(folder, 0, &found);
    ck_assert_int_eq(found, getpid());
    ck_assert_int_ge(client, 0);
    fcntl(client, F_SETFL, O_NONBLOCK);
    free(folder);
    return client;
}

static void work(void)
{
    for (int i = 0; i < 4; i++)
        control_server_work(server, &session, handle, NULL);
}

static void say(int client, const char *text)
{
    ck_assert_int_eq(control_socket_send(client, text, strlen(text)), (ssize_t)strlen(text));
}

/* What has come for a client, in a static buffer. */
static const char *heard(int client)
{
    static char answer[ANSWER_MOST];
    const ssize_t count = read(client, answer, sizeof answer - 1);
    answer[count > 0 ? count : 0] = '\0';
    return answer;
}

START_TEST(lines_are_answered)
{
    static const struct {
        const char *request, *answer, *handled;
    } rows[] = {
        {"pause\n", "ok\n", "pause()"},
        {"felt 6\r\n", "ok\n", "felt(6)"},
        {"bad\n", "error: no such word\n", "bad()"},
        {"\n\npause\nnext\n", "ok\nok\n", "pause()next()"},
        {"status format {move} {left}\n", "ok\nRoll 0:58\n", ""},
        {"status text\n", "ok\nRoll 0:58 (Test, 0:12 of 1:10)\n", ""},
        {"status format a  b \n", "ok\na  b \n", ""},
        {"status format\n", "ok\n\n", ""},
        {"status\n", "error: status and watch need text, json, or format and a format\n", ""},
        {"status xml\n", "error: status and watch need text, json, or format and a format\n", ""},
        {"\x1b[31mred\n", "ok\n", "\x1b[31mred()"},
    };
    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        const int client = connect_here();
        say(client, rows[i].request);
        work();
        ck_assert_str_eq(heard(client), rows[i].answer);
        ck_assert_str_eq(text_show(&handled), rows[i].handled);
        text_clear(&handled);
        close(client);
    }
}
END_TEST

START_TEST(line_may_come_in_pieces)
{
    const int client = connect_here();
    say(client, "pau");
    work();
    ck_assert_str_eq(heard(client), "");
    say(client, "se\nne");
    work();
    ck_assert_str_eq(heard(client), "ok\n");
    say(client, "xt\n");
    work();
    ck_assert_str_eq(text_show(&handled), "pause()next()");
    close(client);
}
END_TEST

/* The longest line, with both ways to end it, and one that is longer by a byte. */
START_TEST(long_line_is_answered_or_refused)
{
    static const struct {
        int length;
        const char *end, *answer;
    } rows[] = {{CONTROL_LINE_MOST, "\n", "ok\nok\n"},
                {CONTROL_LINE_MOST, "\r\n", "ok\nok\n"},
                {CONTROL_LINE_MOST + 1, "\n", "error: the line is too long\n"}};
    char line[CONTROL_LINE_MOST + 2];
    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        const int client = connect_here();
        memset(line, 'x', sizeof line);
        line[rows[i].length] = '\0';
        say(client, line);
        say(client, rows[i].end);
        say(client, "next\n");
        work();
        ck_assert_str_eq(heard(client), rows[i].answer);
        close(client);
    }
}
END_TEST

START_TEST(who_watches_is_told_each_change_once)
{
    const int client = connect_here();
    say(client, "watch format {left}\n");
    work();
    ck_assert_str_eq(heard(client), "ok\n0:58\n");
    control_server_tell(server, &session);
    ck_assert_str_eq(heard(client), "");
    free(follow(&session, "1000"));
    control_server_tell(server, &session);
    control_server_tell(server, &session);
    ck_assert_str_eq(heard(client), "0:57\n");
    control_server_close(server);
    server = NULL;
    char byte;
    ck_assert_int_eq(read(client, &byte, 1), 0);
    close(client);
}
END_TEST

/* What it missed it is not told later: only how things stand then. */
START_TEST(watcher_that_never_reads_costs_nothing)
{
    const int client = connect_here();
    say(client, "watch json\n");
    work();
    struct pollfd sources[CONTROL_SOURCES_MOST];
    const char *const changes[] = {"pause", "go 3000"};
    for (int i = 0; i < 3000; i++) {
        free(follow(&session, changes[i % 2]));
        control_server_tell(server, &session);
    }
    ck_assert_uint_eq(control_server_sources(server, sources), 2);
    ck_assert(sources[1].events & POLLOUT);
    free(follow(&session, "pause"));
    char last[ANSWER_MOST] = "";
    for (bool is_empty = false; !is_empty;) {
        const char *more = heard(client);
        is_empty = *more == '\0';
        if (!is_empty)
            snprintf(last, sizeof last, "%s", more);
        work();
        control_server_tell(server, &session);
    }
    ck_assert_ptr_nonnull(strstr(last, "\"state\":\"paused\""));
    close(client);
}
END_TEST

START_TEST(flood_without_a_newline_is_refused)
{
    const int client = connect_here();
    char *flood = memory_new(FLOOD);
    memset(flood, 'x', FLOOD);
    size_t sent = 0;
    ssize_t count = 0;
    for (; sent < FLOOD && count >= 0; sent += (size_t)MAX_OF(count, 0)) {
        count = control_socket_send(client, flood + sent, FLOOD - sent);
        control_server_work(server, &session, handle, NULL);
    }
    ck_assert_uint_lt(sent, FLOOD);
    struct pollfd sources[CONTROL_SOURCES_MOST];
    ck_assert_uint_eq(control_server_sources(server, sources), 1);
    ck_assert_str_eq(text_show(&handled), "");
    free(flood);
    close(client);
}
END_TEST

/* Answers that nobody takes do not pile up without end. */
START_TEST(client_that_never_reads_is_closed)
{
    const int client = connect_here();
    struct pollfd sources[CONTROL_SOURCES_MOST];
    static const char request[] = "status json\n";
    work();
    for (int i = 0; i < 100000 && control_server_sources(server, sources) > 1; i++) {
        control_socket_send(client, request, sizeof request - 1);
        control_server_work(server, &session, handle, NULL);
    }
    ck_assert_uint_eq(control_server_sources(server, sources), 1);
    close(client);
}
END_TEST

START_TEST(there_is_room_for_one_more)
{
    int clients[CONTROL_CLIENTS_MOST + 1];
    for (size_t i = 0; i < ARRAY_LEN(clients); i++) {
        clients[i] = connect_here();
        control_server_work(server, &session, handle, NULL);
        if (i == 1)
            say(clients[1], "watch text\n");
    }
    say(clients[CONTROL_CLIENTS_MOST], "pause\n");
    work();
    ck_assert_str_eq(heard(clients[CONTROL_CLIENTS_MOST]), "ok\n");
    char byte;
    ck_assert_int_eq(read(clients[0], &byte, 1), 0); /* the oldest that does not watch had to go */
    ck_assert_int_gt((int)strlen(heard(clients[1])), 0);
    for (size_t i = 0; i < ARRAY_LEN(clients); i++)
        close(clients[i]);
}
END_TEST

START_TEST(watchers_are_not_put_out)
{
    int clients[CONTROL_CLIENTS_MOST + 1];
    for (size_t i = 0; i < ARRAY_LEN(clients); i++) {
        clients[i] = connect_here();
        if (i < CONTROL_CLIENTS_MOST)
            say(clients[i], "watch text\n");
        control_server_work(server, &session, handle, NULL);
    }
    ck_assert_str_eq(heard(clients[CONTROL_CLIENTS_MOST]), "error: too many programs watch this session\n");
    for (size_t i = 0; i < ARRAY_LEN(clients); i++)
        close(clients[i]);
}
END_TEST

START_TEST(only_its_owner_may_enter)
{
    struct stat status;
    char *folder = control_socket_folder();
    Text problem = {0};
    char *path = control_socket_path(folder, (long)getpid(), &problem);
    ck_assert(stat(folder, &status) == 0 && (status.st_mode & 0777) == 0700);
    ck_assert(stat(path, &status) == 0 && (status.st_mode & 0777) == 0700);
    chmod(folder, 0750);
    ck_assert(!control_socket_make_folder(folder, &problem));
    ck_assert_ptr_nonnull(strstr(text_show(&problem), "chmod 700"));
    chmod(folder, 0700);
    free(path);
    free(folder);
    text_release(&problem);
}
END_TEST

START_TEST(folder_of_somebody_else_is_not_used)
{
    Text problem = {0};
    scratch_make_folder("target");
    char *target = scratch_path("target"), *link = scratch_path("link"), *file = scratch_path("file");
    scratch_put("file", "");
    ck_assert_int_eq(symlink(target, link), 0);
    ck_assert(!control_socket_make_folder(link, &problem));
    ck_assert(!control_socket_make_folder(file, &problem));
    free(target);
    free(link);
    free(file);
    text_release(&problem);
}
END_TEST

START_TEST(socket_that_is_left_is_taken_over)
{
    char *folder = control_socket_folder();
    Text problem = {0};
    long found;
    char *path = control_socket_path(folder, (long)getpid(), &problem), *kept = scratch_path("kept");
    ck_assert_int_eq(link(path, kept), 0);
    control_server_close(server);
    ck_assert(access(path, F_OK) != 0);
    ck_assert_int_eq(rename(kept, path), 0); /* as a session that was killed leaves it */
    server = control_server_open(&problem);
    ck_assert_ptr_nonnull(server);
    close(connect_here());
    ck_assert_int_eq(link(path, kept), 0);
    control_server_close(server);
    server = NULL;
    ck_assert_int_eq(rename(kept, path), 0);
    ck_assert_int_eq(control_socket_connect(folder, 0, &found), -1);
    ck_assert(access(path, F_OK) != 0);
    free(kept);
    free(path);
    free(folder);
    text_release(&problem);
}
END_TEST

START_TEST(sessions_are_told_apart)
{
    char *folder = control_socket_folder();
    Text problem = {0};
    long found;
    char *other = control_socket_path(folder, 1, &problem), *foreign = memory_print("%s/x.sock", folder);
    const int listening = control_socket_listen(other), ignored = control_socket_listen(foreign);
    long numbers[2] = {0};
    ck_assert_uint_eq(control_socket_sessions(folder, numbers, 2), 2);
    ck_assert(numbers[0] == 1 || numbers[1] == 1);
    const int newest = control_socket_connect(folder, 0, &found);
    ck_assert_int_eq(found, 1);
    const int first = control_socket_connect(folder, (long)getpid(), &found);
    ck_assert_int_eq(found, getpid());
    ck_assert_int_eq(control_socket_connect(folder, 2, &found), -1);
    const int all[] = {listening, ignored, newest, first};
    for (size_t i = 0; i < ARRAY_LEN(all); i++)
        close(all[i]);
    free(other);
    free(foreign);
    free(folder);
    text_release(&problem);
}
END_TEST

START_TEST(long_path_is_told)
{
    char long_folder[200];
    Text problem = {0};
    memset(long_folder, 'x', sizeof long_folder - 1);
    long_folder[0] = '/';
    long_folder[sizeof long_folder - 1] = '\0';
    ck_assert_ptr_null(control_socket_path(long_folder, 1, &problem));
    ck_assert_ptr_nonnull(strstr(text_show(&problem), "too long"));
    text_release(&problem);
}
END_TEST

START_TEST(nothing_is_left)
{
    int before = 0, after = 0;
    control_server_close(server);
    for (int i = 0; i < DESCRIPTORS_MOST; i++)
        before += fcntl(i, F_GETFD) >= 0;
    Text problem = {0};
    server = control_server_open(&problem);
    const int client = connect_here();
    work();
    control_server_close(server);
    server = NULL;
    close(client);
    for (int i = 0; i < DESCRIPTORS_MOST; i++)
        after += fcntl(i, F_GETFD) >= 0;
    ck_assert_int_eq(before, after);
    text_release(&problem);
}
END_TEST

Suite *suite_control(void)
{
    Suite *suite = suite_create("control");
    TCase *tests = tcase_create("control");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, lines_are_answered);
    tcase_add_test(tests, line_may_come_in_pieces);
    tcase_add_test(tests, long_line_is_answered_or_refused);
    tcase_add_test(tests, who_watches_is_told_each_change_once);
    tcase_add_test(tests, watcher_that_never_reads_costs_nothing);
    tcase_add_test(tests, flood_without_a_newline_is_refused);
    tcase_add_test(tests, client_that_never_reads_is_closed);
    tcase_add_test(tests, there_is_room_for_one_more);
    tcase_add_test(tests, watchers_are_not_put_out);
    tcase_add_test(tests, only_its_owner_may_enter);
    tcase_add_test(tests, folder_of_somebody_else_is_not_used);
    tcase_add_test(tests, socket_that_is_left_is_taken_over);
    tcase_add_test(tests, sessions_are_told_apart);
    tcase_add_test(tests, long_path_is_told);
    tcase_add_test(tests, nothing_is_left);
    suite_add_tcase(suite, tests);
    return suite;
}
