/* SPDX-License-Identifier: MIT */
#include <check.h>
#include <errno.h>
#include <signal.h>
#include <stdlib.h>

#include "base/macros.h"
#include "base/text.h"
#include "platform/editor.h"
#include "support/scratch.h"

Suite *suite_editor(void);

static const struct {
    const char *visual, *editor;
    int line;
    const char *arguments; /* with a `|` between */
} cases[] = {
    {NULL, NULL, 7, "vi|+7|my file.yaml"},
    {"", "  ", 7, "vi|+7|my file.yaml"},
    {NULL, "nano", 0, "nano|my file.yaml"},
    {"nvim", "nano", 12, "nvim|+12|my file.yaml"},
    {"/usr/bin/vim.tiny -y", NULL, 3, "/usr/bin/vim.tiny|-y|+3|my file.yaml"},
    {"vim -u NONE", NULL, 3, "vim|-u|NONE|+3|my file.yaml"},
    {"vim -c 'set nu'  -R", NULL, 3, "vim|-c|set nu|-R|+3|my file.yaml"},
    {"o'brien --cmd=\"a b\"", NULL, 3, "o'brien|--cmd=a b|my file.yaml"},
    {"vimdiff", NULL, 3, "vimdiff|my file.yaml"},
    {"/opt/hx", NULL, 3, "/opt/hx|my file.yaml:3"},
    {"emacsclient  -t", NULL, 3, "emacsclient|-t|+3|my file.yaml"},
    {"code", NULL, 3, "code|--wait|--goto|my file.yaml:3"},
    {"code", NULL, 0, "code|--wait|my file.yaml"},
    {"code --wait", NULL, 3, "code|--wait|--goto|my file.yaml:3"},
    {"subl -w", NULL, 3, "subl|-w|my file.yaml:3"},
    {"zed", NULL, 3, "zed|--wait|my file.yaml:3"},
    {"gvim", NULL, 3, "gvim|-f|+3|my file.yaml"},
    {"kate", NULL, 3, "kate|--block|-l|3|my file.yaml"},
    {"ed", NULL, 3, "ed|my file.yaml"},
    {"unknown; rm -rf $HOME", NULL, 3, "unknown;|rm|-rf|$HOME|my file.yaml"},
};

static void set_or_not(const char *name, const char *value)
{
    if (value)
        setenv(name, value, 1);
    else
        unsetenv(name);
}

START_TEST(argument_list)
{
    set_or_not("VISUAL", cases[_i].visual);
    set_or_not("EDITOR", cases[_i].editor);
    char **command = editor_command("my file.yaml", cases[_i].line);
    Text joined = {0};
    for (size_t i = 0; command[i]; i++)
        text_print(&joined, "%s%s", i ? "|" : "", command[i]);
    ck_assert_str_eq(text_show(&joined), cases[_i].arguments);
    text_release(&joined);
    editor_free_command(command);
    unsetenv("VISUAL");
    unsetenv("EDITOR");
}
END_TEST

/* A path is one word, whatever is in it. */
START_TEST(path_with_a_blank)
{
    scratch_make();
    scratch_put("an editor/nano", "");
    scratch_set_mode("an editor/nano", 0700);
    scratch_set("VISUAL", "an editor/nano");
    char **command = editor_command("-x.yaml", 4);
    ck_assert_str_eq(command[0], getenv("VISUAL"));
    ck_assert_str_eq(command[1], "+4");
    ck_assert_str_eq(command[2], "./-x.yaml");
    ck_assert_ptr_null(command[3]);
    editor_free_command(command);
    unsetenv("VISUAL");
    scratch_remove();
}
END_TEST

START_TEST(runs_and_tells)
{
    char *fine[] = {"true", NULL}, *bad[] = {"false", NULL}, *missing[] = {"knead-has-no-such-editor", NULL};
    ck_assert(editor_run(fine));
    ck_assert(!editor_run(bad));
    ck_assert_int_eq(errno, 0);
    ck_assert(!editor_run(missing));
    ck_assert_int_eq(errno, ENOENT);
}
END_TEST

/* The editor hears of it first, and ends in its own way; then it is ours. */
START_TEST(hang_up_is_passed_on)
{
    char *editor[] = {"sh", "-c", "trap 'exit 0' HUP; kill -HUP $PPID; while :; do read line </dev/null; done", NULL};
    editor_run(editor);
    ck_abort_msg("the signal did not come");
}
END_TEST

/* What knead ignores, the editor does not. */
START_TEST(limit_on_files_is_its_own_business)
{
    char *editor[] = {"sh", "-c", "kill -XFSZ $$; exit 0", NULL};
    signal(SIGXFSZ, SIG_IGN);
    ck_assert(!editor_run(editor));
}
END_TEST

Suite *suite_editor(void)
{
    Suite *suite = suite_create("editor");
    TCase *tcase = tcase_create("editor");
    tcase_add_loop_test(tcase, argument_list, 0, ARRAY_LEN(cases));
    tcase_add_test(tcase, path_with_a_blank);
    tcase_add_test(tcase, runs_and_tells);
    tcase_add_test_raise_signal(tcase, hang_up_is_passed_on, SIGHUP);
    tcase_add_test(tcase, limit_on_files_is_its_own_business);
    suite_add_tcase(suite, tcase);
    return suite;
}
