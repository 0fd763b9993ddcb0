/* SPDX-License-Identifier: MIT */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "app/editor.h"
#include "base/macros.h"
#include "base/text.h"

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
    {"/usr/bin/vim.tiny -y", NULL, 3, "/usr/bin/vim.tiny|-y|my file.yaml"},
    {"/opt/hx", NULL, 3, "/opt/hx|my file.yaml:3"},
    {"emacsclient  -t", NULL, 3, "emacsclient|-t|+3|my file.yaml"},
    {"code", NULL, 3, "code|--wait|--goto|my file.yaml:3"},
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

START_TEST(runs_and_tells)
{
    char *fine[] = {"true", NULL}, *bad[] = {"false", NULL}, *missing[] = {"knead-has-no-such-editor", NULL};
    ck_assert(editor_run(fine));
    ck_assert(!editor_run(bad));
    ck_assert(!editor_run(missing));
}
END_TEST

Suite *suite_editor(void)
{
    Suite *suite = suite_create("editor");
    TCase *tcase = tcase_create("editor");
    tcase_add_loop_test(tcase, argument_list, 0, ARRAY_LEN(cases));
    tcase_add_test(tcase, runs_and_tells);
    suite_add_tcase(suite, tcase);
    return suite;
}
