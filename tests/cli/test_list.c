/* SPDX-License-Identifier: MIT */
/* `knead list` on folders of one's own: whose it is, what stands in the table and in JSON, and what is said of nothing. */
#include <check.h>
#include <jansson.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"
#include "support/run.h"
#include "support/scratch.h"

Suite *suite_cli_list(void);

#define OWN "knead/routines/"
#define ROUTINE "knead: 1\ntitle: Press\nmoves:\n  - name: Press\n    areas: hands\n    hold: 30s\n"

static json_t *answer(const char *line)
{
    Run run = run_knead(line, NULL);
    json_t *value = json_loads(run.out, 0, NULL);
    ck_assert_msg(run.status == 0 && value, "knead %s: %d\n%s%s", line, run.status, run.out, run.err);
    run_release(&run);
    return value;
}

/* The object of an array with that id. */
static json_t *find(json_t *array, const char *id)
{
    size_t index;
    json_t *value;
    json_array_foreach(array, index, value)
    {
        if (strcmp(json_string_value(json_object_get(value, "id")), id) == 0)
            return value;
    }
    ck_abort_msg("'%s' is not in the list", id);
    return NULL;
}

/* A move of one's own wins over one that came with the program. */
START_TEST(moves_know_whose_they_are)
{
    scratch_put(OWN "moves/mine.yaml", "knead: 1\nmoves:\n  hand-press: {name: Hand press, areas: hands, hold: 30s}\n"
                                       "  foot-centre: {name: Centre, areas: feet, hold: 30s}\n"
                                       "  hand-broken: {name: Broken, areas: hand, hold: 30s}\n");
    static const struct {
        const char *id;
        bool is_mine;
    } moves[] = {
        {"hand-press", true},
        {"foot-centre", true},
        {"hand-broken", true},
        {"calf-milker", false},
    };
    json_t *array = answer("list --moves --json");
    for (size_t i = 0; i < ARRAY_LEN(moves); i++)
        ck_assert_msg(json_is_true(json_object_get(find(array, moves[i].id), "mine")) == moves[i].is_mine, "%s",
                      moves[i].id);
    json_decref(array);
}
END_TEST

START_TEST(moves_have_the_ids_of_their_positions)
{
    scratch_put(OWN "moves/mine.yaml",
                "knead: 1\nmoves:\n"
                "  a-none: {name: A, areas: hands, hold: 30s}\n"
                "  a-one: {name: A, areas: hands, hold: 30s, position: on-chair}\n"
                "  a-two: {name: A, areas: hands, phases: [{name: B, hold: 30s, position: [down, up]}]}\n");
    static const struct {
        const char *id, *positions;
    } moves[] = {{"a-none", "[]"}, {"a-one", "[\"on-chair\"]"}, {"a-two", "[\"down\",\"up\"]"}};
    json_t *array = answer("list --moves --json");
    for (size_t i = 0; i < ARRAY_LEN(moves); i++) {
        char *positions = json_dumps(json_object_get(find(array, moves[i].id), "position"), JSON_COMPACT);
        ck_assert_str_eq(positions, moves[i].positions);
        free(positions);
    }
    json_decref(array);
}
END_TEST

/* From soft to hard; then one that only a move of one's own uses, of which nothing can be told. */
START_TEST(tools_are_in_order)
{
    scratch_put(OWN "moves/mine.yaml", "knead: 1\nmoves:\n"
                                       "  hand-press: {name: Press, areas: hands, hold: 30s, tools: acorn}\n");
    json_t *array = answer("list --tools --json");
    const size_t count = json_array_size(array);
    ck_assert_str_eq(json_string_value(json_object_get(json_array_get(array, 0), "id")), "soft-ball");
    const json_t *own = json_array_get(array, count - 1);
    ck_assert_str_eq(json_string_value(json_object_get(own, "id")), "acorn");
    ck_assert(json_is_null(json_object_get(own, "good_for")) && json_is_null(json_object_get(own, "firmness")));
    ck_assert_int_eq(json_integer_value(json_object_get(own, "moves")), 1);
    json_decref(array);
    Run run = run_knead("list --tools acorn", NULL);
    ck_assert_str_eq(run.out, "acorn  -             1 move  a tool of your own\n");
    run_release(&run);
}
END_TEST

/* To set up is the move's own time, to change sides the usual one. */
START_TEST(moves_take_as_long_as_alone)
{
    scratch_put(OWN "moves/mine.yaml",
                "knead: 1\nmoves:\n"
                "  foot-slow: {name: Slow, areas: feet, sides: both, prepare: 20s, hold: 30s}\n"
                "  foot-swift: {name: Swift, areas: feet, sides: both, prepare: 0, hold: 60s}\n");
    json_t *array = answer("list --moves --json");
    ck_assert_int_eq(json_integer_value(json_object_get(find(array, "foot-slow"), "seconds")), 20 + 30 + 5 + 30);
    ck_assert_int_eq(json_integer_value(json_object_get(find(array, "foot-swift"), "seconds")), 60 + 5 + 60);
    json_decref(array);
    Run table = run_knead("list --moves", NULL), brief = run_knead("list --moves --minutes 2 foot-", NULL);
    ck_assert_msg(strstr(table.out, " 1:25  Slow") && strstr(table.out, " 2:05  Swift"), "%s", table.out);
    ck_assert_msg(strstr(brief.out, "foot-slow") && !strstr(brief.out, "foot-swift"), "%s", brief.out);
    run_release(&table);
    run_release(&brief);
}
END_TEST

/* JSON is UTF-8; what the system calls a file need not be. */
START_TEST(a_path_of_any_bytes_is_listed)
{
    scratch_put("l\xE9/good.yaml", ROUTINE);
    scratch_put("l\xE9/broken.yaml", "knead: 1\n");
    scratch_put("l\xE9/caf\xE9.yaml", ROUTINE);
    char *line = memory_print("list --json --routines %s/l\xE9", scratch_folder);
    char *wanted = memory_print("%s/l\uFFFD/good.yaml", scratch_folder);
    json_t *array = answer(line);
    ck_assert_uint_eq(json_array_size(array), 3);
    ck_assert_str_eq(json_string_value(json_object_get(find(array, "good"), "path")), wanted);
    ck_assert(json_is_string(json_object_get(find(array, "broken"), "path")));
    ck_assert(json_is_null(json_object_get(find(array, "caf\\xe9"), "problem")));
    json_decref(array);
    free(line);
    free(wanted);
}
END_TEST

/* A tool that only a move in a routine of one's own has is one too. */
static const struct {
    const char *line;
    int status;
    const char *has, *has_not; /* on standard output; of a failure on standard error */
} asked[] = {
    {"list --tool none", 0, "lower-back-easy ", "desk-calves "},
    {"list --tool none --json", 0, "\"lower-back-easy\"", "\"desk-calves\""},
    {"list --moves --tool none foot", 0, "foot-hand ", "foot-centre "},
    {"list --tool spoon", 0, "mine ", "desk-calves "},
    {"list --tool tennis-ball", 0, "tennis-ball", "therapy-ball"},
    {"list --tool tennis-ball,spoon", 0, "mine ", "therapy-ball"},
    {"list --moves --tool tennis-ball foot", 0, "tennis-ball", "therapy-ball"},
    {"list --area hands,feet --at floor mine", 0, "mine ", NULL},
    {"list --area calves,feet --at wall", 0, "wall-legs ", "lower-back-easy "},
    {"list --area calves --area feet --at wall", 0, "wall-legs ", "lower-back-easy "},
    {"list --at bed,chair --area feet", 0, "chair-legs ", "wall-legs "},
    {"list --goal warm-up,wind-down", 0, "bedtime-downshift ", "desk-calves "},
    {"list --tool spon", 2, "knead: --tool: no move uses 'spon' (did you mean 'spoon'?)\n", NULL},
    {"list --tool none,block", 2, "knead: --tool none means no tools, so it cannot be used with others\n", NULL},
    {"list --tool spoon --tool shovel", 2, "no move uses 'shovel' (it is one of: none ball-pair block ", NULL},
    {"compose --tool tenis-ball", 2, "knead: --tool: no move uses 'tenis-ball' (did you mean 'tennis-ball'?)\n", NULL},
    {"compose --tool none --area calves", 0, "use: calf-hand", NULL},
    {"compose --tool tennis-ball,block --area calves,feet --at desk,chair", 0, "title: Calves and feet", NULL},
};

START_TEST(lists_and_tools_are_heeded)
{
    scratch_put(OWN "mine.yaml", "knead: 1\ntitle: Mine\nmoves:\n  - name: Press\n    areas: hands\n"
                                 "    tools: spoon | therapy-ball\n    hold: 30s\n");
    Run run = run_knead(asked[_i].line, NULL);
    const char *said = asked[_i].status == 0 ? run.out : run.err;
    ck_assert_msg(run.status == asked[_i].status, "%s: %d\n%s", asked[_i].line, run.status, run.err);
    ck_assert_msg(strstr(said, asked[_i].has), "%s: '%s' is not in:\n%s", asked[_i].line, asked[_i].has, said);
    ck_assert_msg(!asked[_i].has_not || !strstr(said, asked[_i].has_not), "%s: '%s' is in:\n%s", asked[_i].line,
                  asked[_i].has_not, said);
    run_release(&run);
}
END_TEST

START_TEST(the_settings_say_what_is_at_hand)
{
    scratch_put("knead/config.yaml", "tools: [tennis-ball, tenis-ball]\n");
    Run list = run_knead("list standing-desk-feet", NULL), show = run_knead("show standing-desk-feet", NULL);
    ck_assert_msg(strstr(list.out, " tennis-ball ") && !strstr(list.out, "therapy"), "%s", list.out);
    ck_assert_ptr_nonnull(strstr(list.err, "config.yaml:1:22: warning: no move uses the tool 'tenis-ball'\n"));
    ck_assert_ptr_nonnull(strstr(list.err, "did you mean 'tennis-ball'?"));
    ck_assert_msg(strstr(show.out, "\ntools      tennis-ball or therapy-ball"), "%s", show.out);
    run_release(&list);
    run_release(&show);
}
END_TEST

Suite *suite_cli_list(void)
{
    Suite *suite = suite_create("cli_list");
    TCase *tcase = tcase_create("list");
    tcase_add_checked_fixture(tcase, scratch_make_home, scratch_remove);
    tcase_add_test(tcase, moves_know_whose_they_are);
    tcase_add_test(tcase, moves_have_the_ids_of_their_positions);
    tcase_add_test(tcase, tools_are_in_order);
    tcase_add_test(tcase, moves_take_as_long_as_alone);
    tcase_add_test(tcase, a_path_of_any_bytes_is_listed);
    tcase_add_loop_test(tcase, lists_and_tools_are_heeded, 0, (int)ARRAY_LEN(asked));
    tcase_add_test(tcase, the_settings_say_what_is_at_hand);
    suite_add_tcase(suite, tcase);
    return suite;
}
