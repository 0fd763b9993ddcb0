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
    static const struct { const char *id; bool is_mine; } moves[] = {
        {"hand-press", true}, {"foot-centre", true}, {"hand-broken", true}, {"calf-milker", false},
    };
    json_t *array = answer("list --moves --json");
    for (size_t i = 0; i < ARRAY_LEN(moves); i++)
        ck_assert_msg(json_is_true(json_object_get(find(array, moves[i].id), "mine")) == moves[i].is_mine, "%s",
                      moves[i].id);
    json_decref(array);
}
END_TEST

/* To set up is the move's own time, to change sides the usual one. */
START_TEST(moves_take_as_long_as_alone)
{
    scratch_put(OWN "moves/mine.yaml", "knead: 1\nmoves:\n"
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
    char *wanted = memory_print("%s/l?/good.yaml", scratch_folder);
    json_t *array = answer(line);
    ck_assert_uint_eq(json_array_size(array), 3);
    ck_assert_str_eq(json_string_value(json_object_get(find(array, "good"), "path")), wanted);
    ck_assert(json_is_string(json_object_get(find(array, "broken"), "path")));
    ck_assert(json_is_null(json_object_get(find(array, "caf?"), "problem")));
    json_decref(array);
    free(line);
    free(wanted);
}
END_TEST

Suite *suite_cli_list(void)
{
    Suite *suite = suite_create("cli_list");
    TCase *tcase = tcase_create("list");
    tcase_add_checked_fixture(tcase, scratch_make_home, scratch_remove);
    tcase_add_test(tcase, moves_know_whose_they_are);
    tcase_add_test(tcase, moves_take_as_long_as_alone);
    tcase_add_test(tcase, a_path_of_any_bytes_is_listed);
    suite_add_tcase(suite, tcase);
    return suite;
}
