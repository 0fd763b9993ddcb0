/* SPDX-License-Identifier: MIT */
/* The commands that the README and the manual page show to authors, in their order. Without a terminal `new` opens no
 * editor and says where the file is: the example that is shown is put there, and `edit` is left out. */
#include <check.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/macros.h"
#include "base/memory.h"
#include "base/path.h"
#include "base/text.h"
#include "support/golden.h"
#include "support/run.h"

Suite *suite_guide(void);

#define EXAMPLES TESTS_DIR "/routines/examples"

enum { FILE_LIMIT = 1 << 20 };

/* Where commands are shown, in what kind of display, and what stands before each. */
static const struct {
    const char *path, *from, *to, *prompt, *example;
    size_t least;
} guides[] = {
    {"README.md", "\n## Write a routine in two minutes\n", "\n## ", "knead ", EXAMPLES "/lunch-commented.yaml", 7},
    {"share/man/knead-routine.5", "\n.Sh A FIRST ROUTINE\n", "\n.Sh KEYS\n", "$ knead ", EXAMPLES "/lunch.yaml", 8},
};

/* From one text to another, or to the end where `to` is NULL. */
static char *read_part(const char *path, const char *from, const char *to)
{
    char *text = NULL;
    size_t length = 0;
    ck_assert_msg(file_read(path, FILE_LIMIT, &text, &length) == FILE_READ, "%s cannot be read", path);
    const char *start = strstr(text, from);
    const char *end = !to ? text + length : start ? strstr(start + strlen(from), to) : NULL;
    ck_assert_msg(start && end, "%s has no%s", path, from);
    char *part = memory_print("%.*s", (int)(end - start), start);
    free(text);
    return part;
}

/* What an author does in the editor that `new` opens. */
static void write_example(const char *path, const char *example)
{
    char *file = memory_print("%.*s", (int)strcspn(path, "\n"), path);
    ck_assert_msg(access(file, F_OK) == 0, "new made no %s", file);
    ck_assert(file_write(file, example, strlen(example)));
    free(file);
}

/* Rehearsed as fast as can be, whatever speed is shown; without what stands behind `#` or `>`. */
static char *words_of(const char *line)
{
    size_t length = strcspn(line, "#>\n");
    const char *speed = strstr(line, " --speed");
    if (speed && speed < line + length)
        length = (size_t)(speed - line);
    const char *more = strncmp(line, "play ", 5) == 0 ? " --speed 1000 --mute" : "";
    return memory_print("%.*s%s", (int)length, line, more);
}

static void keep_output(const char *line, const char *out)
{
    const char *end = line + strcspn(line, "\n"), *sign = memchr(line, '>', (size_t)(end - line));
    if (!sign)
        return;
    const char *name = sign + 1 + strspn(sign + 1, " ");
    char *path = memory_print("%.*s", (int)strcspn(name, " \n"), name);
    ck_assert(file_write(path, out, strlen(out)));
    free(path);
}

static void follow(const char *line, const char *example)
{
    char *words = words_of(line);
    Run run = run_knead(words, NULL);
    ck_assert_msg(run.status == 0, "knead %s: %d\n%s%s", words, run.status, run.out, run.err);
    ck_assert_msg(!strstr(run.err, "error: ") && !strstr(run.err, "warning: "), "knead %s:\n%s", words, run.err);
    if (strncmp(line, "new ", 4) == 0)
        write_example(run.out, example);
    keep_output(line, run.out);
    run_release(&run);
    free(words);
}

/* A configuration and a working folder of this test's own, below those of all. */
static void enter_folder(const char *name)
{
    char *config = memory_print("%s/%s", getenv("XDG_CONFIG_HOME"), name);
    ck_assert_int_eq(mkdir(config, 0700), 0);
    ck_assert_int_eq(setenv("XDG_CONFIG_HOME", config, 1), 0);
    ck_assert_int_eq(chdir(config), 0);
    free(config);
}

START_TEST(shown_commands_work)
{
    char *part = read_part(guides[_i].path, guides[_i].from, guides[_i].to), here[4096];
    char *example = read_part(guides[_i].example, "knead: 1\n", NULL);
    ck_assert_ptr_nonnull(getcwd(here, sizeof here));
    enter_folder(_i == 0 ? "guide" : "page");
    size_t count = 0;
    for (const char *line = part; (line = strchr(line, '\n')) != NULL;) {
        line++;
        const char *command = strncmp(line, ".Dl ", 4) == 0 ? line + 4 : line;
        if (strncmp(command, guides[_i].prompt, strlen(guides[_i].prompt)) != 0)
            continue;
        const char *words = command + strlen(guides[_i].prompt);
        if (strncmp(words, "edit ", 5) == 0)
            continue;
        follow(words, example);
        count++;
    }
    ck_assert_uint_ge(count, guides[_i].least);
    ck_assert_int_eq(chdir(here), 0);
    free(example);
    free(part);
}
END_TEST

Suite *suite_guide(void)
{
    Suite *suite = suite_create("guide");
    TCase *tests = tcase_create("guide");
    tcase_add_loop_test(tests, shown_commands_work, 0, ARRAY_LEN(guides));
    suite_add_tcase(suite, tests);
    return suite;
}
