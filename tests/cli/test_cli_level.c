/* SPDX-License-Identifier: MIT */
/* `--level`, and what the commands say of a level. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"
#include "base/text.h"
#include "support/run.h"
#include "support/scratch.h"

Suite *suite_cli_level(void);

static const char calf[] = "knead: 1\ntitle: Calf\nmoves:\n"
                           "  - {name: Strip, areas: calves, pressure: 4-6, hold: 40s, setup: Sit., lighter: Less.,\n"
                           "     deeper: More., technique: stripping}\n";

static void set_up(void)
{
    scratch_make_home();
    scratch_put("calf.yaml", calf);
    scratch_make_folder("knead");
}

#define NEW                                                                                                            \
    "Level: gentle, for your first two weeks: each target 1 lower, the lighter way first, pressure for 30 s at most."

/* What is in what a command prints, and what is not. `%s` stands for the routine. */
static const struct {
    const char *settings, *line, *has[3], *has_not[3];
} said[] = {
    {"", "play %s --yes --speed 1000", {"Sit.\n", "Hold 40 s: Strip. Pressure 4 to 6."}, {"Level"}},
    {"",
     "play %s --yes --speed 1000 --level gentle",
     {"Level: gentle, for this session: ", "Sit. Lighter: Less.\n", "Hold 30 s: Strip. Pressure 3 to 5."},
     {"--level"}},
    {"",
     "play %s --yes --speed 1000 --level firm",
     {"Sit. Deeper: More.\n", "Hold 40 s: Strip. Pressure 5 to 6."},
     {NULL}},
    {"level: firm\n", "play %s --yes --speed 1000", {"Hold 40 s: Strip. Pressure 4 to 6."}, {"Level"}},
    {"level: firm\n", "show %s --timeline", {"pressure 4 to 6"}, {"firm"}},
    {"", "show %s --timeline --level gentle", {"gentle: each target 1 lower", "pressure 3 to 5", "0:30  "}, {NULL}},
    {"", "show %s --level firm", {"firm: each target 1 higher"}, {NULL}},
    {"", "show %s --json --level firm", {"5,\n        6\n"}, {NULL}},
    {"", "show %s --json", {"4,\n        6\n"}, {NULL}},
};

static char *run_text(const char *format)
{
    char *path = scratch_path("calf.yaml"), *line;
    Text text = {0};
    const char *at = strstr(format, "%s");
    text_add_span(&text, format, (size_t)(at - format));
    text_print(&text, "%s%s", path, at + 2);
    line = text_detach(&text);
    Run run = run_knead(line, NULL);
    ck_assert_msg(run.status == 0, "knead %s: %d\n%s", line, run.status, run.err);
    char *out = memory_copy_text(run.out);
    run_release(&run);
    free(line);
    free(path);
    return out;
}

static void expect(const char *out, const char *const *has, const char *const *has_not, size_t count)
{
    for (size_t i = 0; i < count && has[i]; i++)
        ck_assert_msg(strstr(out, has[i]) != NULL, "no '%s' in:\n%s", has[i], out);
    for (size_t i = 0; i < count && has_not[i]; i++)
        ck_assert_msg(!strstr(out, has_not[i]), "'%s' in:\n%s", has_not[i], out);
}

START_TEST(commands_take_and_say_it)
{
    scratch_put("knead/config.yaml", said[_i].settings);
    char *out = run_text(said[_i].line);
    expect(out, said[_i].has, said[_i].has_not, ARRAY_LEN(said[_i].has));
    free(out);
}
END_TEST

/* With a move short enough to be followed in earnest. */
START_TEST(the_records_have_it)
{
    scratch_put("calf.yaml", "knead: 1\ntitle: Calf\nmoves:\n"
                             "  - {name: Strip, areas: calves, pressure: 6, hold: 2s, prepare: 0, lighter: Less.}\n");
    char *first = run_text("play %s --yes");
    expect(first, (const char *const[]){NEW, "Hold 1 s: Strip. Pressure 4.", "Lighter: Less."},
           (const char *const[]){"Deeper", NULL, NULL}, 3);
    free(first);
    free(run_text("play %s --yes --level firm"));
    scratch_put("knead/config.yaml", "level: standard\n");
    free(run_text("play %s --yes"));
    Run text = run_knead("history", NULL), table = run_knead("history --csv", NULL);
    ck_assert_ptr_nonnull(strstr(text.out, "Calf, 1 s, gentle\n"));
    ck_assert_ptr_nonnull(strstr(text.out, "Calf, 1 s, firm\n"));
    ck_assert_ptr_nonnull(strstr(text.out, "Calf, 2 s\n"));
    ck_assert_ptr_nonnull(strstr(table.out, ",gentle,"));
    ck_assert_ptr_nonnull(strstr(table.out, ",firm,"));
    ck_assert_ptr_nonnull(strstr(table.out, ",standard,"));
    run_release(&text);
    run_release(&table);
}
END_TEST

static const struct {
    const char *line, *problem;
} wrong[] = {
    {"play calf --level hard", "knead: --level: there is no 'hard' (it is one of: standard gentle firm)\n"},
    {"play calf --level", "knead: --level needs its LEVEL: --level LEVEL\n"},
    {"compose --area calves --level firm", "only work with --play"},
    {"show calf --yaml --level firm", "so it cannot be used with --level"},
    {"show calf --positions --level firm", "so it cannot be used with --level"},
    {"resume --level firm", "--level"},
};

START_TEST(what_is_wrong_is_told)
{
    Run run = run_knead(wrong[_i].line, NULL);
    ck_assert_int_eq(run.status, 2);
    ck_assert_msg(strstr(run.err, wrong[_i].problem) != NULL, "%s", run.err);
    run_release(&run);
}
END_TEST

START_TEST(what_is_composed_has_it_too)
{
    Run run = run_knead("compose --area calves --minutes 3 --play --yes --speed 1000 --level gentle", NULL);
    ck_assert_int_eq(run.status, 0);
    ck_assert_ptr_nonnull(strstr(run.out, "Level: gentle, for this session"));
    run_release(&run);
}
END_TEST

Suite *suite_cli_level(void)
{
    Suite *suite = suite_create("cli_level");
    TCase *tcase = tcase_create("cli_level");
    tcase_add_checked_fixture(tcase, set_up, scratch_remove);
    tcase_add_loop_test(tcase, commands_take_and_say_it, 0, (int)ARRAY_LEN(said));
    tcase_add_test(tcase, the_records_have_it);
    tcase_add_loop_test(tcase, what_is_wrong_is_told, 0, (int)ARRAY_LEN(wrong));
    tcase_add_test(tcase, what_is_composed_has_it_too);
    suite_add_tcase(suite, tcase);
    return suite;
}
