/* SPDX-License-Identifier: MIT */
/* The JSON Schemas as they come with the program: printed, and found by the path that templates name. */
#include <check.h>
#include <jansson.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/folder.h"
#include "base/macros.h"
#include "base/memory.h"
#include "base/path.h"
#include "support/run.h"

Suite *suite_cli_schema(void);

static const struct {
    const char *line, *file;
} printed[] = {
    {"schema", "share/schema/routine.schema.json"},
    {"schema routine", "share/schema/routine.schema.json"},
    {"schema moves", "share/schema/moves.schema.json"},
    {"schema positions", "share/schema/positions.schema.json"},
    {"schema programme", "share/schema/programme.schema.json"},
    {"schema config", "share/schema/config.schema.json"},
    {"schema theme", "share/schema/theme.schema.json"},
};

START_TEST(prints_the_file)
{
    char *text = NULL;
    size_t length = 0;
    ck_assert_int_eq(file_read(printed[_i].file, 1 << 20, &text, &length), FILE_READ);
    Run run = run_knead(printed[_i].line, NULL);
    ck_assert_int_eq(run.status, 0);
    ck_assert_str_eq(run.out, text);
    ck_assert_str_eq(run.err, "");
    json_t *schema = json_loads(run.out, JSON_REJECT_DUPLICATES, NULL);
    ck_assert_str_eq(json_string_value(json_object_get(schema, "$schema")), "http://json-schema.org/draft-07/schema#");
    json_decref(schema);
    run_release(&run);
    free(text);
}
END_TEST

static const struct {
    const char *line, *err;
} refused[] = {
    {"schema rotine", "knead: no schema 'rotine' (did you mean 'routine'?)\n"},
    {"schema settings", "knead: no schema 'settings' (it is one of: routine moves positions programme config theme)\n"},
    {"schema ../routine",
     "knead: no schema '../routine' (it is one of: routine moves positions programme config theme)\n"},
};

START_TEST(refuses_other_names)
{
    Run run = run_knead(refused[_i].line, NULL);
    ck_assert_int_eq(run.status, 2);
    ck_assert_str_eq(run.out, "");
    ck_assert_str_eq(run.err, refused[_i].err);
    run_release(&run);
}
END_TEST

/* The path is whole and plain, whatever way leads from the program to it. */
START_TEST(is_found_in_the_source_tree)
{
    char here[PATH_MAX];
    ck_assert_ptr_nonnull(getcwd(here, sizeof here));
    char *program_dir = memory_print("%s/tests/../src", here);
    char *path = folder_schema(program_dir, "moves"), *wanted = memory_print("%s/share/schema/moves.schema.json", here);
    ck_assert_ptr_nonnull(path);
    ck_assert_str_eq(path, wanted);
    free(program_dir);
    free(wanted);
    free(path);
}
END_TEST

START_TEST(is_found_in_a_data_folder)
{
    ck_assert_ptr_null(folder_schema("/", "never"));
    char *folder = path_data_dir(0, "schema"), *wanted = path_join(folder, "never.schema.json");
    ck_assert(path_make_folder(wanted)); /* a folder is no schema */
    ck_assert_ptr_null(folder_schema("/", "never"));
    ck_assert_int_eq(rmdir(wanted), 0);
    ck_assert(file_write(wanted, "{}\n", 3));
    char *path = folder_schema("/", "never");
    ck_assert_int_eq(unlink(wanted), 0);
    ck_assert_ptr_nonnull(path);
    ck_assert_str_eq(path, wanted);
    free(folder);
    free(wanted);
    free(path);
}
END_TEST

Suite *suite_cli_schema(void)
{
    Suite *suite = suite_create("cli_schema");
    TCase *tcase = tcase_create("schema");
    tcase_add_loop_test(tcase, prints_the_file, 0, ARRAY_LEN(printed));
    tcase_add_loop_test(tcase, refuses_other_names, 0, ARRAY_LEN(refused));
    tcase_add_test(tcase, is_found_in_the_source_tree);
    tcase_add_test(tcase, is_found_in_a_data_folder);
    suite_add_tcase(suite, tcase);
    return suite;
}
