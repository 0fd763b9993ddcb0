/* SPDX-License-Identifier: MIT */
/* Completion in real shells: what is typed up to Tab is completed on the line. A shell that is not installed is passed over,
 * and said. */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/macros.h"
#include "base/memory.h"
#include "platform/child.h"
#include "support/pty.h"
#include "support/scratch.h"

Suite *suite_pty_completion(void);

#define PROMPT "ready> "
#define CLEAR_LINE "\x15" /* Ctrl-U */

static char start_folder[4096];

/* A shell that has read the completion as it would at its start, and shows PROMPT. */
static const struct {
    const char *name, *start_file, *start_text, *arguments[6];
} shells[] = {
    {"bash", "start.bash", "PS1='" PROMPT "'\n. \"$COMPLETIONS/knead.bash\"\n", {"--rcfile", "start.bash", "-i"}},
    {"zsh",
     ".zshrc",
     "PS1='" PROMPT "'\nfpath=(\"$COMPLETIONS\" $fpath)\nautoload -U compinit\ncompinit -u -D\n",
     {"-i"}},
    {"fish",
     "start.fish",
     "source \"$COMPLETIONS/knead.fish\"\nfunction fish_prompt; echo -n '" PROMPT "'; end\nfunction fish_title; end\n",
     {"--no-config", "-i", "-C", "source start.fish"}},
};

static const struct {
    const char *typed, *completed;
} cases[] = {
    {"knead pla", "knead play "},
    {"knead play calf-ham", "knead play calf-hamstring-smash "},
    {"knead play my-own", "knead play my-own-lunch "},
    {"knead play ./some-fi", "knead play ./some-file.yaml "},
    {"knead show --positions calf-mil", "knead show --positions calf-milker "},
    {"knead new lunch --from bedt", "knead new lunch --from bedtime-downshift "},
    {"knead list --area hea", "knead list --area head"},
    {"knead list --area head,calv", "knead list --area head,calves"},
    {"knead list --area=calv", "knead list --area=calves"},
    {"knead list --tool tennis", "knead list --tool tennis-ball"},
    {"knead list --routines some-fol", "knead list --routines some-folder"},
    {"knead compose --at outd", "knead compose --at outdoors"},
    {"knead compose --goal recov", "knead compose --goal recovery"},
    {"knead compose --sp", "knead compose --speed "},
    {"knead ctl tog", "knead ctl toggle "},
    {"knead remove my-o", "knead remove my-own-lunch "},
    {"knead config the", "knead config theme "},
    {"knead config theme li", "knead config theme light "},
    {"knead schema posi", "knead schema positions "},
    {"knead help beg", "knead help beginner "},
};

static void set_up(void)
{
    ck_assert_ptr_nonnull(getcwd(start_folder, sizeof start_folder));
    scratch_make_home();
    scratch_set("HOME", "");
    scratch_set("ZDOTDIR", "");
    scratch_put("knead/routines/my-own-lunch.yaml", "knead: 1\ntitle: Lunch\nmoves: [{use: foot-centre}]\n");
    scratch_put("some-file.yaml", "");
    scratch_make_folder("some-folder");
    const char *program = getenv("KNEAD_PROGRAM");
    ck_assert_msg(program != NULL, "KNEAD_PROGRAM is not set: run the tests with make test");
    char *path = memory_print("%.*s:%s", (int)(strrchr(program, '/') - program), program, getenv("PATH"));
    char *completions = memory_print("%s/share/completions", start_folder);
    setenv("PATH", path, 1);
    setenv("COMPLETIONS", completions, 1);
    free(completions);
    free(path);
    ck_assert_int_eq(chdir(scratch_folder), 0);
}

static void tear_down(void)
{
    ck_assert_int_eq(chdir(start_folder), 0);
    scratch_remove();
}

/* From a table with blanks in place of what follows: the screen has none at the end of a row. */
static void expect(Pty *pty, const char *completed)
{
    char *line = memory_print(PROMPT "%s", completed);
    line[strlen(line) - (completed[strlen(completed) - 1] == ' ')] = '\0';
    pty_wait_for(pty, line);
    free(line);
}

START_TEST(shell_completes)
{
    const char *name = shells[_i].name;
    if (!child_is_there(name)) {
        printf("pty_completion: %s is not installed, and was not tried\n", name);
        return;
    }
    scratch_put(shells[_i].start_file, shells[_i].start_text);
    Pty *pty = pty_start(&(PtyOptions){.program = name}, shells[_i].arguments);
    pty_wait_for(pty, "ready>");
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        pty_send(pty, cases[i].typed);
        pty_send(pty, PTY_TAB);
        expect(pty, cases[i].completed);
        pty_send(pty, CLEAR_LINE);
        pty_wait_gone(pty, cases[i].typed);
    }
    pty_end(pty);
}
END_TEST

Suite *suite_pty_completion(void)
{
    Suite *suite = suite_create("pty_completion");
    TCase *tests = tcase_create("pty_completion");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_set_timeout(tests, 120);
    tcase_add_loop_test(tests, shell_completes, 0, ARRAY_LEN(shells));
    suite_add_tcase(suite, tests);
    return suite;
}
