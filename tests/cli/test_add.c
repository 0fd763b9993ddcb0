/* SPDX-License-Identifier: MIT */
/* `knead add`: what somebody sent is checked, shown and copied, never over another, and can do nothing by itself. */
#include <check.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/macros.h"
#include "base/memory.h"
#include "support/run.h"
#include "support/scratch.h"

Suite *suite_add(void);

#define MOVES                                                                                                          \
    "moves:\n  - name: Press\n    areas: feet\n    sides: both\n    hold: 20s\n    not_with: [clot]\n"                 \
    "    tools: [ball | cork]\n    where: desk\n    confirm: Is all well?\n"
#define GOOD "knead: 1\ntitle: My Fine Hips\ncautions: [Not today.]\n" MOVES
#define PRESS "knead: 1\nmoves:\n  hand-press:\n    name: Hand press\n    areas: hands\n    hold: 30s\n"
#define USES "knead: 1\ntitle: Uses it\nmoves:\n  - use: hand-press\n"
#define OWN "knead/routines/" /* what is one's own; what somebody sent lies outside of it */

static Run add(const char *name)
{
    char *line = memory_print("add '%s/%s'", scratch_folder, name);
    Run run = run_knead(line, NULL);
    free(line);
    return run;
}

static void expect(Run run, int status, const char *out, const char *err)
{
    ck_assert_msg(run.status == status, "%d\n%s%s", run.status, run.out, run.err);
    ck_assert_msg(out ? strstr(run.out, out) != NULL : !*run.out, "no '%s' in: %s", out, run.out);
    ck_assert_msg(err ? strstr(run.err, err) != NULL : !*run.err, "no '%s' in: %s", err, run.err);
    run_release(&run);
}

START_TEST(shows_and_copies)
{
    static const char *const told[] = {
        "My Fine Hips\n",
        "50 s, 1 move\n",
        "ball or cork",
        "Press    0:50  left and right",
        "where      desk",
        "Not today.",
        "clot: a blood clot",
        "Is all well?",
        "/knead/routines/their-hips.yaml\n",
        "\nTo start it: knead play their-hips\n",
    };
    scratch_put("their-hips.yaml", GOOD);
    Run run = add("their-hips.yaml");
    ck_assert_msg(run.status == 0 && *run.err == '\0', "%s", run.err);
    for (size_t i = 0; i < ARRAY_LEN(told); i++)
        ck_assert_msg(strstr(run.out, told[i]) != NULL, "no '%s' in: %s", told[i], run.out);
    run_release(&run);
    scratch_expect(OWN "their-hips.yaml", GOOD);
    expect(run_knead("show their-hips", NULL), 0, "My Fine Hips", NULL);
}
END_TEST

START_TEST(a_taken_name_gets_a_number)
{
    scratch_put("their-hips.yaml", GOOD);
    expect(add("their-hips.yaml"), 0, "Added as their-hips: ", NULL);
    expect(add("their-hips.yaml"), 0, "You already have it as their-hips: ", NULL);
    scratch_expect(OWN "their-hips-2.yaml", NULL);
    scratch_put("their-hips.yaml", GOOD "# more\n");
    expect(add("their-hips.yaml"), 0, "Added as their-hips-2: ", NULL);
    scratch_expect(OWN "their-hips.yaml", GOOD);
    scratch_expect(OWN "their-hips-2.yaml", GOOD "# more\n");
    scratch_put("desk-hips.yaml", GOOD "# mine\n"); /* an id that came with the program */
    expect(add("desk-hips.yaml"), 0, "Added as desk-hips-2: ", NULL);
}
END_TEST

/* clang-format off */
static const struct { const char *file, *id; } names[] = {
    {"Their Hips!.yaml", "their-hips"}, {"hips.yml", "hips"}, {"hips", "hips"}, {"1.yaml", "my-fine-hips"},
    {"h\033[31mips.yaml", "h31mips"},
    {"a-name-that-is-as-long-as-an-id-may-be-and-then-not-shorter-at-a.yaml",
     "a-name-that-is-as-long-as-an-id-may-be-and-then-not-shorter"},
};
/* clang-format on */

START_TEST(names_become_ids)
{
    scratch_put(names[_i].file, GOOD);
    Run run = add(names[_i].file);
    char *wanted = memory_print("Added as %s: ", names[_i].id);
    ck_assert_msg(run.status == 0 && strstr(run.out, wanted), "%s%s", run.out, run.err);
    ck_assert_ptr_null(strchr(run.out, '\033'));
    free(wanted);
    run_release(&run);
}
END_TEST

START_TEST(standard_input_is_named_by_its_title)
{
    expect(run_knead("add -", GOOD), 0, "Added as my-fine-hips: ", NULL);
    scratch_expect(OWN "my-fine-hips.yaml", GOOD);
    expect(run_knead("add -", GOOD), 0, "already have it as my-fine-hips", NULL);
}
END_TEST

/* The byte-for-byte text, but for a line that names a place on another machine. */
START_TEST(another_machines_schema_is_not_kept)
{
    static const char text[] = "# yaml-language-server: $schema=https://elsewhere.example/x.json\n# Kept.\n" GOOD;
    scratch_put("lined.yaml", text);
    expect(add("lined.yaml"), 0, "Added as lined: ", NULL);
    char *kept = scratch_text(OWN "lined.yaml");
    ck_assert_ptr_nonnull(kept);
    ck_assert_ptr_null(strstr(kept, "elsewhere"));
    ck_assert_ptr_nonnull(strstr(kept, "# Kept.\n" GOOD));
    free(kept);
    expect(add("lined.yaml"), 0, "already have it as lined", NULL);
}
END_TEST

START_TEST(moves_beside_it_come_along)
{
    scratch_put("with-moves.yaml", USES);
    expect(add("with-moves.yaml"), 1, NULL, "uses shared moves that you do not have");
    scratch_expect(OWN "with-moves.yaml", NULL);
    scratch_put("moves/mine.yaml", PRESS);
    expect(add("with-moves.yaml"), 0, "from the folder next to it", NULL);
    scratch_expect(OWN "with-moves.yaml", "knead: 1\ntitle: Uses it\nmoves:\n  # hand-press, from moves/mine.yaml\n"
                                          "  - name: Hand press\n    areas: hands\n    hold: 30s\n");
    expect(add("with-moves.yaml"), 0, "You already have it", NULL);
    scratch_put("needs-none.yaml", GOOD);
    expect(add("needs-none.yaml"), 0, "Added as needs-none: ", NULL);
    scratch_expect(OWN "needs-none.yaml", GOOD);
}
END_TEST

START_TEST(shared_moves_are_added_too)
{
    scratch_put("hands.yaml", PRESS);
    expect(add("hands.yaml"), 0, "hand-press    0:35  Hand press", NULL);
    scratch_expect(OWN "moves/hands.yaml", PRESS);
    expect(add("hands.yaml"), 0, "You already have these moves: ", NULL);
    expect(run_knead("add -", USES), 0, "Added as uses-it: ", NULL);
    scratch_put("hands.yaml", PRESS "# more\n");
    expect(add("hands.yaml"), 1, NULL, "has a shared move 'hand-press', and so does ");
    static const char other[] =
        "knead: 1\nmoves:\n  hand-rub: {name: Rub, areas: hands, hold: 9s, instead: hand-press}\n";
    scratch_put("hands.yaml", other);
    expect(add("hands.yaml"), 0, "/moves/hands-2.yaml", NULL);
    static const char known[] = "knead: 1\nmoves:\n  calf-milker: {name: Rub, areas: calves, hold: 9s}\n";
    scratch_put("calf.yaml", known);
    expect(add("calf.yaml"), 1, NULL, "has a shared move 'calf-milker', and so does ");
    static const char bad[] = "knead: 1\nmoves:\n  rub: {name: Rub, areas: hand, hold: 9s}\n";
    scratch_put("bad.yaml", bad);
    expect(add("bad.yaml"), 1, NULL, "unknown area 'hand'");
    scratch_expect(OWN "moves/bad.yaml", NULL);
}
END_TEST

/* Files that mean harm: refused with a word, and no sequence reaches the terminal. */
/* clang-format off */
static const struct { const char *text, *err; } hostile[] = {
    {"knead: 1\ntitle: \033[2J\nmoves: []\n", "control characters are not allowed"},
    {"knead: 1\ntitle: \"\\e[2J\"\n" MOVES, "must not contain the character U+001B"},
    {"knead: 1\ntitle: \"a\\u202Eb\"\n" MOVES, "must not contain the character U+202E"},
    {"knead: 1\ntitle: \"a\\x9B2Jb\"\n" MOVES, "must not contain the character U+009B"},
    {"knead: 1\ntitle: T\nmoves: [{name: \"\\e]0;x\\a\", areas: \"\\e[31m\", hold: \"\\e[2J\"}] # \xE2\x80\xAE\n", "U+001B"},
    {"knead: 1\ntitle: T\n\"\\e[2J\": 1\n" MOVES, "unknown key"},
    {"knead: 1\ntitle: T\nmoves: [{use: \"\\e[2J\"}]\n", "must be an id"},
    {"knead: 1\ntitle: T\nrun: rm -rf\n" MOVES, "unknown key 'run'"},
    {"!!python/object/apply:os.system [ls]\n", "has no meaning here"},
    {"knead: 1\ntitle: T\nmoves: &a [*a]\n", "inside its own anchor"},
    {"knead: 1\nmoves:\n  \"\\e[2J\": {name: A, areas: feet, hold: 9s}\n", "must be an id"},
    {"knead: 1\ntitle: T\nmoves: \xFF\n", "not UTF-8"},
    {"", "the file is empty"},
};
/* clang-format on */

START_TEST(does_no_harm)
{
    scratch_put("harm.yaml", hostile[_i].text);
    Run run = add("harm.yaml");
    ck_assert_int_eq(run.status, 1);
    ck_assert_str_eq(run.out, "");
    ck_assert_msg(strstr(run.err, hostile[_i].err) != NULL, "%s", run.err);
    ck_assert_msg(strstr(run.err, "nothing was added") != NULL, "%s", run.err);
    for (const char *at = run.err; *at; at++)
        ck_assert_msg((*at >= ' ' || *at == '\n') && *at != 0x7F, "%s", run.err);
    ck_assert_ptr_null(strstr(run.err, "\xE2\x80\xAE"));
    ck_assert_ptr_null(strstr(run.err, "\xC2\x9B"));
    run_release(&run);
    scratch_expect(OWN "harm.yaml", NULL);
    scratch_expect(OWN "moves/harm.yaml", NULL);
}
END_TEST

START_TEST(warnings_are_told_with_their_reasons)
{
    static const char text[] = "knead: 1\ntitle: Hard\nmoves:\n  - {name: A, areas: neck, hold: 9s, pressure: 8}\n";
    scratch_put("hard.yaml", text);
    expect(add("hard.yaml"), 0, "Added as hard: ", "hard.yaml:4:48: warning: ");
}
END_TEST

START_TEST(what_is_no_file_is_told_in_a_line)
{
    char *pipe_path = scratch_path("pipe"), *large = memory_new((1 << 20) + 2);
    ck_assert_int_eq(mkfifo(pipe_path, 0600), 0);
    memset(large, '#', (1 << 20) + 1);
    scratch_put("large.yaml", large);
    expect(add("pipe"), 1, NULL, "is a pipe or a device");
    expect(add(""), 1, NULL, "is a folder; give the file of a routine");
    expect(add("nothing.yaml"), 1, NULL, "there is no such file");
    expect(add("large.yaml"), 1, NULL, "is larger than 1 MiB");
    expect(run_knead("add -", large), 1, NULL, "standard input is larger than 1 MiB");
    expect(run_knead("add", NULL), 2, NULL, "add needs FILE");
    free(pipe_path);
    free(large);
}
END_TEST

Suite *suite_add(void)
{
    Suite *suite = suite_create("add");
    TCase *tcase = tcase_create("add");
    tcase_add_checked_fixture(tcase, scratch_make_home, scratch_remove);
    tcase_add_test(tcase, shows_and_copies);
    tcase_add_test(tcase, a_taken_name_gets_a_number);
    tcase_add_loop_test(tcase, names_become_ids, 0, ARRAY_LEN(names));
    tcase_add_test(tcase, standard_input_is_named_by_its_title);
    tcase_add_test(tcase, another_machines_schema_is_not_kept);
    tcase_add_test(tcase, moves_beside_it_come_along);
    tcase_add_test(tcase, shared_moves_are_added_too);
    tcase_add_loop_test(tcase, does_no_harm, 0, ARRAY_LEN(hostile));
    tcase_add_test(tcase, warnings_are_told_with_their_reasons);
    tcase_add_test(tcase, what_is_no_file_is_told_in_a_line);
    suite_add_tcase(suite, tcase);
    return suite;
}
