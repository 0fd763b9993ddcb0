/* SPDX-License-Identifier: MIT */
/* make install and uninstall in a prefix of one's own, without root, as `make install PREFIX="$HOME/.local"`. The program
 * that is tested is installed as it is: nothing is compiled, and so it is told of its folder by XDG_DATA_DIRS. */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/macros.h"
#include "base/memory.h"
#include "base/text.h"
#include "platform/child.h"
#include "support/pty.h"
#include "support/scratch.h"

Suite *suite_install(void);

static Text out;

/* Runs lines of shell in the tree; they have to end well. */
static const char *run(const char *lines)
{
    char *command = memory_print("exec 2>&1; set -e; unset MAKEFLAGS MFLAGS MAKELEVEL DESTDIR PREFIX; %s", lines);
    FILE *pipe = popen(command, "r");
    ck_assert_ptr_nonnull(pipe);
    text_clear(&out);
    char bytes[4096];
    for (size_t length; (length = fread(bytes, 1, sizeof bytes, pipe)) > 0;)
        text_add_span(&out, bytes, length);
    const int status = pclose(pipe);
    ck_assert_msg(WIFEXITED(status) && WEXITSTATUS(status) == 0, "%s\n%.2000s", lines, text_show(&out));
    free(command);
    return text_show(&out);
}

/* `make GOAL` with the built program, which -o keeps from being built anew. */
static void make(const char *goal)
{
    char *line = memory_print("$(command -v gmake || command -v make) --no-print-directory BUILD=\"$HOME/build\" "
                              "-o \"$HOME/build/knead\" PREFIX=\"$HOME/.local\" %s",
                              goal);
    run(line);
    free(line);
}

static void set_up(void)
{
    ck_assert_msg(getenv("KNEAD_PROGRAM") != NULL, "KNEAD_PROGRAM is not set: run the tests with make test");
    scratch_make();
    scratch_set("HOME", "");
    scratch_set("XDG_DATA_DIRS", ".local/share");
    static const char *const folders[] = {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"};
    for (size_t i = 0; i < ARRAY_LEN(folders); i++)
        unsetenv(folders[i]);
    run("mkdir \"$HOME/build\"; built=$(dirname \"$KNEAD_PROGRAM\"); "
        "cp -p \"$built/compiler.flags\" \"$built/probed.mk\" \"$built/knead\" \"$HOME/build\"");
    make("install");
}

static void tear_down(void)
{
    text_release(&out);
    scratch_remove();
}

static const char *const places[] = {
    "bin/knead",
    "share/man/man1/knead.1",
    "share/man/man5/knead-config.5",
    "share/man/man5/knead-routine.5",
    "share/bash-completion/completions/knead",
    "share/zsh/site-functions/_knead",
    "share/fish/vendor_completions.d/knead.fish",
    "share/doc/knead/command-line.md",
    "share/knead/schema/config.schema.json",
    "share/knead/routines/first-five.yaml",
    "share/knead/routines/moves/arms.yaml",
};

START_TEST(puts_everything_below_the_prefix)
{
    for (size_t i = 0; i < ARRAY_LEN(places); i++) {
        char *line = memory_print("test -f \"$HOME/.local/%s\"", places[i]);
        run(line);
        free(line);
    }
    ck_assert_str_eq(run("cd \"$HOME\"; find . -name .local -prune -o -name build -prune -o -type f -print"), "");
    run("\"$HOME/.local/bin/knead\" show first-five");
    ck_assert_ptr_nonnull(
        strstr(run("\"$HOME/.local/bin/knead\" list --json"), ".local/share/knead/routines/first-five.yaml"));
}
END_TEST

/* Each page, with the folder that it is in. */
START_TEST(man_shows_the_pages)
{
    static const char *const names[] = {"knead", "knead-config", "knead-routine"};
    if (!child_is_there("man")) {
        printf("install: man is not installed, and was not tried\n");
        return;
    }
    for (size_t i = 0; i < ARRAY_LEN(names); i++) {
        char *line = memory_print("MANPAGER=cat MANWIDTH=200 man -M \"$HOME/.local/share/man\" %s | cat", names[i]);
        const char *said = run(line);
        ck_assert_msg(strstr(said, "NAME") && strstr(said, "DESCRIPTION"), "%s: %s", line, said);
        ck_assert_ptr_null(strstr(said, "/usr/local"));
        free(line);
    }
}
END_TEST

/* A person's own start files, without a word of knead in them but what the README says of zsh. */
static const struct {
    const char *name, *start_file, *start_text, *arguments[3];
} shells[] = {
    {"zsh",
     ".zshrc",
     "PS1='ready> '\nfpath+=(~/.local/share/zsh/site-functions)\nautoload -U compinit\ncompinit -u -D\n",
     {"-i"}},
    {"fish",
     ".config/fish/config.fish",
     "function fish_prompt; echo -n 'ready> '; end\nfunction fish_title; end\nset -g fish_greeting\n",
     {"-i"}},
    {"bash",
     ".bashrc",
     "PS1='ready> '\nfor f in /usr/share /usr/local/share; do\n[ -e $f/bash-completion/bash_completion ] && "
     ". $f/bash-completion/bash_completion\ndone\n",
     {"-i"}},
};

START_TEST(shell_finds_its_completion)
{
    const char *name = shells[_i].name;
    const bool has_loader = access("/usr/share/bash-completion/bash_completion", R_OK) == 0 ||
                            access("/usr/local/share/bash-completion/bash_completion", R_OK) == 0;
    if (!child_is_there(name) || (strcmp(name, "bash") == 0 && !has_loader)) {
        printf("install: %s%s is not installed, and was not tried\n", name, has_loader ? "" : " or bash-completion");
        return;
    }
    char *path = memory_print("%s/.local/bin:%s", scratch_folder, getenv("PATH"));
    setenv("PATH", path, 1);
    free(path);
    scratch_put(shells[_i].start_file, shells[_i].start_text);
    static const char *const env[] = {"XDG_DATA_DIRS", NULL};
    Pty *pty = pty_start(&(PtyOptions){.program = name, .env = env}, shells[_i].arguments);
    pty_wait_for(pty, "ready>");
    pty_send(pty, "knead compose --sp\t");
    pty_wait_for(pty, "ready> knead compose --speed");
    pty_end(pty);
}
END_TEST

START_TEST(uninstall_leaves_only_what_is_ones_own)
{
    scratch_put(".local/share/knead/knead.db", "records");
    scratch_put(".local/share/man/man1/other.1", "a page");
    scratch_put(".config/knead/routines/mine.yaml", "mine");
    make("uninstall");
    ck_assert_str_eq(run("cd \"$HOME\"; find . -path ./build -prune -o -type f -print | LC_ALL=C sort"),
                     "./.config/knead/routines/mine.yaml\n./.local/share/knead/knead.db\n"
                     "./.local/share/man/man1/other.1\n");
    ck_assert_str_eq(run("cd \"$HOME\"; find .local -type d | LC_ALL=C sort"),
                     ".local\n.local/bin\n.local/share\n.local/share/knead\n.local/share/man\n"
                     ".local/share/man/man1\n");
}
END_TEST

Suite *suite_install(void)
{
    Suite *suite = suite_create("install");
    TCase *tests = tcase_create("install");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_set_timeout(tests, 120);
    tcase_add_test(tests, puts_everything_below_the_prefix);
    tcase_add_test(tests, man_shows_the_pages);
    tcase_add_loop_test(tests, shell_finds_its_completion, 0, ARRAY_LEN(shells));
    tcase_add_test(tests, uninstall_leaves_only_what_is_ones_own);
    suite_add_tcase(suite, tests);
    return suite;
}
