/* SPDX-License-Identifier: MIT */
/* Notices: when there is one, which way it goes, and that what is in it cannot do harm there. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "remote/notices.h"
#include "support/fakes.h"
#include "support/following.h"
#include "support/harm.h"

Suite *suite_notices(void);

static const char routine[] = "defaults: {prepare: 10s, switch: 5s}\nmoves:\n"
                              "  - {name: Roll, areas: feet, hold: 30s, sides: both}\n"
                              "  - {name: Press, areas: feet, hold: 20s}\n";

#define SIDES "Change sides|Roll, right\n"
#define FINISHED "Session finished|Test, 1 min 45 s\n"

static const struct {
    const char *script;
    bool waits;
    const char *notices; /* title and line of each, with a bar between */
} rows[] = {
    {"go 9000 1000 30000 5000 30000 10000 20000", false, SIDES FINISHED},
    {"go 1000 leave", false, ""},
    {"go 1000 pause go 3000 hurt", false, ""},
    {"go 1000 wait ready 30000 wait", false, SIDES}, /* who asks for it to wait knows of it */
    {"go ready 30000 ready 30000 ready", true,
     "Change sides|Roll, right: it waits until you are ready\nWhen you are ready|Press\n"}, /* nor is one told at the start: they have just pressed a key */
    {"go 100000000", false, FINISHED},
};

START_TEST(are_found)
{
    Plan *plan = plan_of(routine, NULL);
    Session session;
    EventList events = {0};
    Text notices = {0};
    session_init(&session, plan);
    session.waits = rows[_i].waits;
    for (const char *word = rows[_i].script; *word; event_clear(&events)) {
        Text title = {0}, line = {0};
        follow_word(&session, &word, &events);
        if (notices_find(&session, &events, &title, &line))
            text_print(&notices, "%s|%s\n", text_show(&title), text_show(&line));
        text_release(&title);
        text_release(&line);
    }
    ck_assert_str_eq(text_show(&notices), rows[_i].notices);
    text_release(&notices);
    event_release(&events);
    session_release(&session);
    plan_free(plan);
}
END_TEST

enum { VARIABLES_MOST = 4 };

static const struct {
    NoticesChoice choice;
    const char *variables[VARIABLES_MOST][2]; /* the rest is not set */
    const char *program;                      /* on PATH; NULL: none */
    NoticeWay way;
} ways[] = {
    {NOTICES_OFF, {{"TERM", "xterm-kitty"}}, "notify-send", NOTICE_NONE},
    {NOTICES_TERMINAL, {{"TERM", "xterm-kitty"}}, NULL, NOTICE_OSC_99},
    {NOTICES_TERMINAL, {{"TERM", "xterm-kitty"}, {"SSH_TTY", "1"}}, NULL, NOTICE_OSC_99},
    {NOTICES_TERMINAL, {{"TERM", "xterm-ghostty"}}, NULL, NOTICE_OSC_777},
    {NOTICES_TERMINAL, {{"TERM", "foot"}}, NULL, NOTICE_OSC_777},
    {NOTICES_TERMINAL, {{"TERM", "foot-extra"}}, NULL, NOTICE_OSC_777},
    {NOTICES_TERMINAL, {{"TERM", "wezterm"}}, NULL, NOTICE_OSC_777},
    {NOTICES_TERMINAL, {{"TERM", "xterm-256color"}, {"TERM_PROGRAM", "iTerm.app"}}, NULL, NOTICE_OSC_9},
    {NOTICES_TERMINAL, {{"TERM", "xterm-256color"}, {"TERM_PROGRAM", "WezTerm"}}, NULL, NOTICE_OSC_777},
    {NOTICES_TERMINAL, {{"TERM", "xterm-256color"}, {"LC_TERMINAL", "iTerm2"}}, NULL, NOTICE_OSC_9},
    {NOTICES_TERMINAL, {{"TERM", "xterm-kitty"}, {"TERM_PROGRAM", "iTerm.app"}}, NULL, NOTICE_OSC_99}, /* left over */
    {NOTICES_TERMINAL, {{"TERM", "tmux"}, {"TMUX", "a,1,0"}, {"KITTY_WINDOW_ID", "1"}}, NULL, NOTICE_OSC_99},
    {NOTICES_TERMINAL, {{"TERM", "tmux"}, {"TMUX", "a,1,0"}, {"WEZTERM_PANE", "0"}}, NULL, NOTICE_OSC_777},
    {NOTICES_TERMINAL, {{"TERM", "xterm"}, {"KITTY_WINDOW_ID", "1"}}, NULL, NOTICE_BELL}, /* started from kitty */
    {NOTICES_TERMINAL, {{"TERM", "tmux"}, {"TMUX", "a,1,0"}, {"TERM_PROGRAM", "tmux"}}, NULL, NOTICE_BELL},
    {NOTICES_TERMINAL, {{"TERM", "xterm-256color"}}, "notify-send", NOTICE_BELL},
    {NOTICES_TERMINAL, {{"TERM", "dumb"}, {"TERM_PROGRAM", "iTerm.app"}}, NULL, NOTICE_BELL},
    {NOTICES_OSC_9, {{"TERM", "xterm-kitty"}}, NULL, NOTICE_OSC_9},
    {NOTICES_OSC_99, {{"TERM", "xterm"}}, NULL, NOTICE_OSC_99},
    {NOTICES_OSC_777, {{"TERM", "xterm"}}, NULL, NOTICE_OSC_777},
    {NOTICES_OSC_777, {{"TERM", "dumb"}}, NULL, NOTICE_BELL},
    {NOTICES_OSC_777, {{NULL, NULL}}, NULL, NOTICE_BELL},
    {NOTICES_DESKTOP, {{NULL, NULL}}, "notify-send", NOTICE_DESKTOP},
    {NOTICES_DESKTOP, {{NULL, NULL}}, "osascript", NOTICE_DESKTOP},
    {NOTICES_DESKTOP, {{"TERM", "xterm-kitty"}}, NULL, NOTICE_NONE},
    {NOTICES_DESKTOP, {{"SSH_CONNECTION", "1"}}, "notify-send", NOTICE_NONE},
};

START_TEST(go_their_way)
{
    static const char *const names[] = {
        "TERM",         "TERM_PROGRAM",          "LC_TERMINAL", "TMUX", "KITTY_WINDOW_ID",
        "WEZTERM_PANE", "GHOSTTY_RESOURCES_DIR", "SSH_TTY"};
    fakes_set_up();
    for (size_t i = 0; i < ARRAY_LEN(names); i++)
        unsetenv(names[i]);
    for (size_t i = 0; i < VARIABLES_MOST && ways[_i].variables[i][0]; i++)
        setenv(ways[_i].variables[i][0], ways[_i].variables[i][1], 1);
    if (ways[_i].program)
        fakes_put(ways[_i].program, NULL);
    ck_assert_int_eq(notices_way(ways[_i].choice), ways[_i].way);
    fakes_tear_down();
}
END_TEST

static const struct {
    NoticeWay way;
    bool is_in_tmux, is_ascii;
    const char *title, *line, *bytes;
} printed[] = {
    {NOTICE_OSC_9, false, false, "Change sides", "Roll; on", "\033]9;knead: Change sides: Roll; on\033\\"},
    {NOTICE_OSC_777, false, false, "A; b", "c; d", "\033]777;notify;knead: A, b;c; d\033\\"},
    {NOTICE_OSC_99, false, false, "A", "b", "\033]99;i=knead:d=0;knead: A\033\\\033]99;i=knead:p=body;b\033\\"},
    {NOTICE_OSC_9, true, false, "A", "b", "\033Ptmux;\033\033]9;knead: A: b\033\033\\\033\\"},
    {NOTICE_OSC_99, true, false, "A", "b",
     "\033Ptmux;\033\033]99;i=knead:d=0;knead: A\033\033\\\033\\"
     "\033Ptmux;\033\033]99;i=knead:p=body;b\033\033\\\033\\"},
    {NOTICE_OSC_9, false, true, "A", "caf\xC3\xA9", "\033]9;knead: A: cafe\033\\"},
    {NOTICE_OSC_9, false, false, "A", "caf\xC3\xA9", "\033]9;knead: A: caf\xC3\xA9\033\\"},
    {NOTICE_OSC_9, false, false, "A", "", "\033]9;knead: A: \033\\"},
    {NOTICE_NONE, false, false, "A", "b", ""},
    {NOTICE_BELL, false, false, "A", "b", ""},
    {NOTICE_DESKTOP, false, false, "A", "b", ""},
};

START_TEST(are_printed)
{
    Text bytes = {0};
    notices_print(&bytes, printed[_i].way, printed[_i].is_in_tmux, printed[_i].is_ascii, printed[_i].title,
                  printed[_i].line);
    ck_assert_str_eq(text_show(&bytes), printed[_i].bytes);
    text_release(&bytes);
}
END_TEST

/* A move may be called anything. */
START_TEST(nothing_in_them_does_harm)
{
    static const char *const harmful[] = {HARM_UTF8, "a\033\\b", "a\a", "a\xC2\x9C", "a\nb\r"};
    const NoticeWay way = (NoticeWay)(NOTICE_OSC_9 + _i / 2 % 3);
    const char *text = harmful[_i / 6];
    Text bytes = {0};
    notices_print(&bytes, way, _i % 2 == 1, false, text, text);
    harm_check("a notice", text_show(&bytes), bytes.length, true);
    int ends = 0, expected = (way == NOTICE_OSC_99 ? 2 : 1) * (_i % 2 == 1 ? 2 : 1);
    for (const char *at = text_show(&bytes); (at = strstr(at, "\033\\")) != NULL; at++)
        ends++;
    ck_assert_int_eq(ends, expected);
    ck_assert_ptr_null(strpbrk(text_show(&bytes), "\a\n\r"));
    text_release(&bytes);
}
END_TEST

START_TEST(long_ones_are_cut)
{
    Text line = {0}, bytes = {0};
    text_add_repeated(&line, 'a', 5000);
    notices_print(&bytes, NOTICE_OSC_9, false, false, "A", text_show(&line));
    ck_assert_uint_lt(bytes.length, 300);
    text_release(&line);
    text_release(&bytes);
}
END_TEST

static const struct {
    const char *program, *title, *line, *log;
} shown[] = {
    {"notify-send", "Change sides", "Roll, right", "notify-send\n-a\nknead\n--\nChange sides\nRoll, right\n"},
    {"notify-send", "--help", "-u <b>Calf</b> & \033[1m\n",
     "notify-send\n-a\nknead\n--\n--help\n-u &lt;b&gt;Calf&lt;/b&gt; &amp; \\x1b[1m\\n\n"},
    {"osascript", "Change sides", "Roll\" & quit",
     "osascript\n-e\non run argv\n-e\ndisplay notification (item 2 of argv) with title (item 1 of argv)\n-e\nend run\n"
     "Change sides\nRoll\" & quit\n"},
};

START_TEST(desktop_is_given_arguments)
{
    Leash leash;
    leash_init(&leash);
    fakes_set_up();
    ck_assert(!notices_show(&leash, "A", "b"));
    fakes_put(shown[_i].program, NULL);
    ck_assert_str_eq(notices_program(), shown[_i].program);
    ck_assert(notices_show(&leash, shown[_i].title, shown[_i].line));
    fakes_expect(shown[_i].log);
    fakes_wait_ended();
    leash_release(&leash);
    fakes_tear_down();
}
END_TEST

Suite *suite_notices(void)
{
    Suite *suite = suite_create("notices");
    TCase *tests = tcase_create("notices");
    tcase_add_loop_test(tests, are_found, 0, ARRAY_LEN(rows));
    tcase_add_loop_test(tests, go_their_way, 0, ARRAY_LEN(ways));
    tcase_add_loop_test(tests, are_printed, 0, ARRAY_LEN(printed));
    tcase_add_loop_test(tests, nothing_in_them_does_harm, 0, 5 * 6);
    tcase_add_test(tests, long_ones_are_cut);
    tcase_add_loop_test(tests, desktop_is_given_arguments, 0, ARRAY_LEN(shown));
    suite_add_tcase(suite, tests);
    return suite;
}
