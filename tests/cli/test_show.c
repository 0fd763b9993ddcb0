/* SPDX-License-Identifier: MIT */
/* `knead show` as an author uses it: the timeline, and one file that stands alone. */
#include <check.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/macros.h"
#include "base/memory.h"
#include "base/path.h"
#include "base/utf8.h"
#include "routine/library.h"
#include "support/golden.h"
#include "support/run.h"
#include "support/scratch.h"

Suite *suite_show(void);

#define GOOD TESTS_DIR "/routines/good"

static Run run_on(const char *format, const char *name)
{
    char *line = memory_print("%s%s", format, name);
    Run run = run_knead(line, NULL);
    ck_assert_msg(run.status == 0 && *run.err == '\0', "knead %s: %d\n%s", line, run.status, run.err);
    free(line);
    return run;
}

START_TEST(timeline_is_as_it_was_looked_over)
{
    Run whole = run_on("show --timeline ", GOOD "/everything.yaml");
    golden_check("timeline.txt", whole.out);
    run_release(&whole);
    Run fitted = run_on("show --minutes 10 --timeline ", GOOD "/everything.yaml");
    golden_check("timeline-fitted.txt", fitted.out);
    run_release(&fitted);
}
END_TEST

/* The characters of its longest line; nothing in it but plain letters. */
static size_t longest_line(const char *text)
{
    size_t longest = 0;
    for (const char *line = text; *line; line += strcspn(line, "\n") + 1) {
        const size_t length = strcspn(line, "\n");
        longest = MAX_OF(longest, length);
        for (size_t i = 0; i < length; i++)
            ck_assert_msg(line[i] >= ' ' && line[i] < 0x7F, "%s", line);
    }
    return longest;
}

static Library *shipped(void)
{
    char *problem = NULL;
    Library *library = library_new("routines", NULL);
    ck_assert(library_scan(library, &problem));
    return library;
}

START_TEST(timeline_fits_a_plain_terminal)
{
    setenv("LC_ALL", "C", 1);
    Library *library = shipped();
    for (size_t i = 0; i < library_count(library); i++) {
        Run run = run_on("--routines routines show --timeline ", library_at(library, i)->id);
        ck_assert_msg(longest_line(run.out) <= 80, "%s", run.out);
        run_release(&run);
    }
    library_free(library);
}
END_TEST

/* Where there is nothing but the file that was written and its positions, it is the same routine, without a warning. */
static void check_alone(const char *routine, const char *name)
{
    char *file = memory_print("%s.yaml", name), *alone = memory_print("--routines %s ", scratch_folder);
    char *check = memory_print("%scheck --strict %s/", alone, scratch_folder);
    char *show = memory_print("%sshow --timeline ", alone);
    Run text = run_on("show --yaml ", routine), whole = run_on("show --timeline ", routine);
    scratch_put(file, text.out);
    Run checked = run_on(check, file), again = run_on(show, name);
    ck_assert_str_eq(again.out, whole.out);
    Run *const runs[] = {&text, &whole, &checked, &again};
    for (size_t i = 0; i < ARRAY_LEN(runs); i++)
        run_release(runs[i]);
    scratch_take_away(file);
    free(file);
    free(alone);
    free(check);
    free(show);
}

/* Positions stay in files of their own: puts those of a library beside the file, or takes them away. */
static void move_positions(Library *library, bool is_there)
{
    for (size_t i = 0; i < library_position_file_count(library); i++) {
        const LibraryEntry *entry = library_position_file(library, i);
        char *name = memory_print("positions/%s", path_base(entry->path));
        if (is_there)
            scratch_put(name, entry->source);
        else
            scratch_take_away(name);
        free(name);
    }
}

START_TEST(every_routine_stands_alone)
{
    scratch_make();
    scratch_make_folder("positions");
    Library *library = shipped(), *good = library_new(GOOD, NULL);
    move_positions(library, true);
    for (size_t i = 0; i < library_count(library); i++)
        check_alone(library_at(library, i)->path, library_at(library, i)->id);
    move_positions(library, false);
    move_positions(good, true);
    check_alone(GOOD "/smallest.yaml", "smallest");
    check_alone(GOOD "/everything.yaml", "everything");
    move_positions(good, false);
    scratch_take_away("positions");
    library_free(library);
    library_free(good);
    ck_assert_int_eq(rmdir(scratch_folder), 0); /* nothing else was left in it */
}
END_TEST

/* clang-format off */
static const struct { const char *line; int status; const char *err; } wrong[] = {
    {"show desk-hips --yaml --minutes 5", 2, "cannot be used with --minutes"},
    {"show desk-hips --yaml --timeline", 2, "cannot be used with --timeline"},
    {"show desk-hips --json --yaml", 2, "cannot be used with --json"},
    {"show desk-hip --yaml", 1, "did you mean 'desk-hips'?"},
    {"show " TESTS_DIR "/routines/bad/hold-zero.yaml --yaml", 1, "hold-zero.yaml has errors"},
    {"show desk-hips --yaml --positions", 2, "--yaml writes the whole routine as a file, so it cannot be used with --positions"},
    {"show desk-hips --svg - --yaml", 2, "cannot be used with --svg"},
    {"show desk-hips --positions --json", 2, "--positions draws positions, so it cannot be used with --json"},
    {"show desk-hips --svg x.svg --timeline", 2, "--svg draws positions, so it cannot be used with --timeline"},
    {"show desk-hips --svg", 2, "--svg needs its FILE"},
    {"show desk-hip --positions", 1, "did you mean 'desk-hips'?"},
    {"show " TESTS_DIR "/routines/bad/hold-zero.yaml --positions", 1, "hold-zero.yaml has errors; nothing was drawn"},
    {"show desk-hips --svg " TESTS_DIR "/routines/bad/hold-zero.yaml", 1, "is not a picture that knead made"},
    {"show desk-hips --svg no-such-folder/x.svg", 1, "cannot write no-such-folder/x.svg: "},
};
/* clang-format on */

START_TEST(yaml_alone)
{
    Run run = run_knead(wrong[_i].line, NULL);
    ck_assert_int_eq(run.status, wrong[_i].status);
    ck_assert_str_eq(run.out, "");
    ck_assert_msg(strstr(run.err, wrong[_i].err) != NULL, "%s", run.err);
    run_release(&run);
}
END_TEST

/* Nothing was to be started. */
START_TEST(a_broken_one_says_what_to_do)
{
    scratch_make();
    scratch_put("torn.yaml", "knead: 1\ntitl: Torn\n");
    char *line = memory_print("--routines %s show torn", scratch_folder);
    Run run = run_knead(line, NULL);
    ck_assert_int_eq(run.status, 1);
    ck_assert_str_eq(run.out, "");
    ck_assert_msg(strstr(run.err, "torn.yaml has errors; to fix it: knead edit torn\n"), "%s", run.err);
    ck_assert_ptr_null(strstr(run.err, "started"));
    run_release(&run);
    free(line);
    scratch_remove();
}
END_TEST

#define POSITIONS                                                                                                      \
    "knead: 1\npositions:\n"                                                                                           \
    "  tall: {title: Standing tall, pelvis: [0, 52], spine: 90, head: 90,\n"                                           \
    "    arms: {worked: [270, 270], other: [270, 270]}, legs: {worked: [270, 270, 0], other: [270, 270, 0]}}\n"        \
    "  low: {use: tall, title: Bent low, spine: 40}\n"

/* Of a move its name, its sides and each position of its holds once, with what it moves to. */
static const struct {
    const char *moves, *titles;
} posed[] = {
    {"  - {name: Calf, areas: calves, sides: both, hold: 9s, position: tall}\n",
     "Calf: left, right\n   Standing tall\n"},
    {"  - {name: Calf, areas: calves, hold: 9s, position: [tall, low]}\n  - {name: Neck, areas: neck, hold: 9s}\n",
     "T\n\n1  Calf\n   Standing tall\nto Bent low\n\n2  Neck\n   No position is given.\n"},
    {"  - name: Foot\n    areas: feet\n    sides: right\n    position: low\n    phases:\n      - {name: A, hold: 9s}\n"
     "      - {name: B, hold: 9s, position: tall}\n      - {name: C, hold: 9s}\n",
     "Foot: right only\n   Bent low\n   Standing tall\n"},
};

static char *routine_of(const char *moves)
{
    char *text = memory_print("knead: 1\ntitle: T\nmoves:\n%s", moves);
    scratch_make();
    scratch_put("positions/two.yaml", POSITIONS);
    scratch_put("posed.yaml", text);
    free(text);
    return scratch_path("posed.yaml");
}

START_TEST(positions_without_blocks_are_titles)
{
    char *name = routine_of(posed[_i].moves);
    setenv("LC_ALL", "C", 1);
    Run run = run_on("show --positions ", name);
    ck_assert_str_eq(run.out, posed[_i].titles);
    run_release(&run);
    free(name);
    scratch_remove();
}
END_TEST

/* Two stand side by side, in 80 columns, without colours and with no more rows than one. */
START_TEST(positions_are_drawn)
{
    setenv("LC_ALL", "C.UTF-8", 1);
    Run one = run_on("show --positions ", "calf-milker"), two = run_on("show --positions ", "back-wall");
    ck_assert_msg(strstr(one.out, "Calf on a ball: left, right\n   Sitting") == one.out, "%s", one.out);
    ck_assert_msg(strstr(one.out, "\u2593\u2593\u2593") && !strchr(one.out, '\033'), "%s", one.out);
    ck_assert_msg(strstr(two.out, "\nto Standing, the knees bent\n\n"), "%s", two.out);
    size_t rows = 0;
    for (const char *line = two.out; *line; line += strcspn(line, "\n") + 1, rows++) {
        char *text = memory_print("%.*s", (int)strcspn(line, "\n"), line);
        ck_assert_msg(utf8_cells(text) <= 80, "%s", two.out);
        free(text);
    }
    ck_assert_uint_le(rows, 4 + 14);
    run_release(&one);
    run_release(&two);
}
END_TEST

static size_t count_of(const char *text, const char *part)
{
    size_t count = 0;
    for (const char *at = text; (at = strstr(at, part)) != NULL; at++)
        count++;
    return count;
}

/* A picture for each position, two where a move goes from one to the other; on standard output as in a file. */
START_TEST(a_picture_has_every_position)
{
    static const size_t pictures[ARRAY_LEN(posed)] = {1, 2, 2};
    char *name = routine_of(posed[_i].moves), *file = scratch_path("x.svg"), *saved = NULL;
    char *line = memory_print("show --svg %s ", file);
    size_t length = 0;
    Run printed = run_on("show --svg - ", name);
    for (int again = 0; again < 2; again++) { /* it may replace its own */
        Run run = run_on(line, name);
        ck_assert_str_eq(run.out, "");
        run_release(&run);
    }
    ck_assert_int_eq(file_read(file, 1 << 20, &saved, &length), FILE_READ);
    ck_assert_str_eq(saved, printed.out);
    ck_assert_uint_eq(count_of(saved, "<svg "), pictures[_i] + 1);
    ck_assert_uint_eq(count_of(saved, "</svg>"), pictures[_i] + 1);
    run_release(&printed);
    free(saved);
    free(line);
    free(file);
    free(name);
    scratch_remove();
}
END_TEST

/* What `show` makes of a check: its lines, its value in JSON, and its lines in a file of its own. */
static const struct {
    const char *check, *shown, *json, *yaml;
} checks[] = {
    {"", "", "null", ""},
    {"check: Reach down.\n", "check      Reach down.\n\nMoves", "\"Reach down.\"", "check: Reach down.\n"},
    {"check: {say: Reach down., unit: cm, better: less}\n",
     "check      Reach down.\n           in centimetres: less is better\n",
     "{\"say\": \"Reach down.\", \"unit\": \"cm\", \"better\": \"less\"}",
     "check:\n  say: Reach down.\n  unit: cm\n  better: less\n"},
    {"check:\n  unit: s\n  say: Stand.\n  better: more\n", "check      Stand.\n           in seconds: more is better\n",
     "{\"say\": \"Stand.\", \"unit\": \"s\", \"better\": \"more\"}", "  better: more\n"},
    {"check: {say: Bend., unit: deg, better: more}\n", "           in degrees: more is better\n",
     "{\"say\": \"Bend.\", \"unit\": \"deg\", \"better\": \"more\"}", "unit: deg"},
    {"check: {say: Rise., unit: times, better: more}\n", "           how many times: more is better\n",
     "{\"say\": \"Rise.\", \"unit\": \"times\", \"better\": \"more\"}", "unit: times"},
};

/* Its move is shared: a file of its own is written anew. */
START_TEST(a_check_is_shown_whole)
{
    scratch_make();
    scratch_put("moves/part.yaml", "knead: 1\nmoves:\n  sole: {name: Sole, areas: feet, hold: 9s}\n");
    char *text = memory_print("knead: 1\ntitle: T\n%smoves:\n  - use: sole\n", checks[_i].check);
    scratch_put("tried.yaml", text);
    char *name = scratch_path("tried.yaml");
    Run shown = run_on("show ", name), json = run_on("show --json ", name), yaml = run_on("show --yaml ", name);
    json_t *root = json_loads(json.out, 0, NULL);
    char *value = json_dumps(json_object_get(root, "check"), JSON_ENCODE_ANY);
    ck_assert_msg(strstr(shown.out, checks[_i].shown), "%s", shown.out);
    ck_assert_str_eq(value, checks[_i].json);
    ck_assert_msg(strstr(yaml.out, checks[_i].yaml) && strstr(yaml.out, "name: Sole"), "%s", yaml.out);
    ck_assert(*checks[_i].check || !strstr(shown.out, "check "));
    run_release(&shown);
    run_release(&json);
    run_release(&yaml);
    json_decref(root);
    free(value);
    free(name);
    free(text);
    scratch_remove();
}
END_TEST

static const struct {
    const char *health, *command, *has, *hasnt;
} limited[] = {
    {"hypermobile", "--timeline", "pressure 2 to 3", "pressure 2 to 5"},
    {"hypermobile", "--timeline", "Limited for hypermobile: at most 3 of 10", "Limited for blood"},
    {"hypermobile", "--json", "2,\n        3\n", "2,\n        5\n"},
    {"blood-thinners", "", "Limited for blood thinners: at most 3 of 10, at most 20 s on one spot", "lacrosse"},
    {"blood-thinners", "--timeline", "hold      0:20", "hold      0:40"},
    {"fragile-bones", "", "therapy-ball or tennis-ball", "lacrosse"},
    {"disc", "", "therapy-ball or tennis-ball or lacrosse-ball", "Limited"},
    {"disc", "--timeline", "pressure 2 to 5", "Limited"},
};

/* What a session would ask of this person is what is shown. */
START_TEST(limits_of_the_health_are_shown)
{
    static const char text[] = "knead: 1\ntitle: One\nmoves:\n  - name: Arm\n    areas: forearms\n"
                               "    technique: sustained-pressure\n    hold: 40s\n    pressure: 2-5\n"
                               "    tools: [therapy-ball | tennis-ball | lacrosse-ball]\n";
    char *config = memory_print("level: standard\nvoice: off\nhealth: [%s]\n", limited[_i].health);
    scratch_make_home();
    scratch_put("knead/config.yaml", config);
    scratch_put("one.yaml", text);
    char *path = scratch_path("one.yaml"), *line = memory_print("show %s %s", path, limited[_i].command);
    Run run = run_knead(line, NULL);
    ck_assert_msg(run.status == 0 && strstr(run.out, limited[_i].has) && !strstr(run.out, limited[_i].hasnt),
                  "%s\n%s%s", line, run.out, run.err);
    run_release(&run);
    free(line);
    free(path);
    free(config);
    scratch_remove();
}
END_TEST

Suite *suite_show(void)
{
    Suite *suite = suite_create("show");
    TCase *tcase = tcase_create("show");
    tcase_set_timeout(tcase, 60);
    tcase_add_test(tcase, timeline_is_as_it_was_looked_over);
    tcase_add_test(tcase, timeline_fits_a_plain_terminal);
    tcase_add_test(tcase, every_routine_stands_alone);
    tcase_add_loop_test(tcase, yaml_alone, 0, ARRAY_LEN(wrong));
    tcase_add_test(tcase, a_broken_one_says_what_to_do);
    tcase_add_loop_test(tcase, a_check_is_shown_whole, 0, ARRAY_LEN(checks));
    tcase_add_loop_test(tcase, positions_without_blocks_are_titles, 0, ARRAY_LEN(posed));
    tcase_add_loop_test(tcase, limits_of_the_health_are_shown, 0, ARRAY_LEN(limited));
    tcase_add_test(tcase, positions_are_drawn);
    tcase_add_loop_test(tcase, a_picture_has_every_position, 0, ARRAY_LEN(posed));
    suite_add_tcase(suite, tcase);
    return suite;
}
