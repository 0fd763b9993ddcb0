/* SPDX-License-Identifier: MIT */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"
#include "settings/settings.h"
#include "settings/settings_change.h"
#include "settings/theme_file.h"
#include "support/page.h"
#include "support/scratch.h"

Suite *suite_theme_file(void);

static const struct {
    const char *text;
    ThemeGround ground;
    Role role;
    int16_t own; /* of that role */
} right[] = {
    {"", GROUND_AS_TOLD, ROLE_ACCENT, 0},
    {"base: dark\n", GROUND_DARK, ROLE_ACCENT, 0},
    {"base: light\naccent: \"#d7875f\"\n", GROUND_LIGHT, ROLE_ACCENT, 175},
    {"accent: '#D8865E'\n", GROUND_AS_TOLD, ROLE_ACCENT, 175},
    {"heat-4: 0\n", GROUND_AS_TOLD, ROLE_HEAT_4, 2},
    {"person-lit: 255", GROUND_AS_TOLD, ROLE_POSTURE_LIT, 257},
    {"warning: terminal\n", GROUND_AS_TOLD, ROLE_WARN, 1},
};

START_TEST(reads_roles)
{
    Theme theme = {0};
    DiagnosticList diags = {0};
    ck_assert(theme_file_read(&theme, right[_i].text, strlen(right[_i].text), &diags));
    ck_assert_int_eq(theme.ground, right[_i].ground);
    ck_assert_int_eq(theme.own[right[_i].role], right[_i].own);
    diagnostic_release(&diags);
}
END_TEST

static const char colour_ways[] = "a colour such as \"#d7875f\", a number from 0 to 255 or terminal, found ";

static const struct {
    const char *text, *problem, *hint;
    bool is_of_colour; /* the problem is what follows colour_ways */
} wrong[] = {
    {"acent: 3\n", "unknown key 'acent' in a theme", "did you mean 'accent'?", false},
    {"base: drak\n", "unknown base 'drak'", "did you mean 'dark'?", false},
    {"accent: #d7875f\n", "nothing", "a colour that starts with # needs quotes: `accent: \"#d7875f\"`", true},
    {"accent: d7875f\n", "'d7875f'", "write `accent: \"#d7875f\"`", true},
    {"accent: 256\n", "'256'", NULL, true},
    {"accent: -1\n", "'-1'", NULL, true},
    {"accent: orange\n", "'orange'", NULL, true},
    {"accent: '#d7875'\n", "'#d7875'", NULL, true},
    {"accent: [1]\n", "a list", NULL, true},
    {"figure: terminal\n", "figure needs a colour, found 'terminal'",
     "only text can have the terminal's own colour; leave figure out to keep the usual one", false},
    {"- accent\n", "a theme must be a map, found a list", "write 'key: value', one per line", false},
};

/* A role that is wrong counts for nothing, and the others do. */
START_TEST(tells_what_is_wrong)
{
    Theme theme = {0};
    DiagnosticList diags = {0};
    char *text = memory_print("%ssuccess: 4\n", wrong[_i].text[0] == '-' ? "" : wrong[_i].text);
    const char *read = wrong[_i].text[0] == '-' ? wrong[_i].text : text;
    char *problem = wrong[_i].is_of_colour ? memory_print("accent must be %s%s", colour_ways, wrong[_i].problem)
                                           : memory_copy_text(wrong[_i].problem);
    ck_assert(!theme_file_read(&theme, read, strlen(read), &diags));
    ck_assert_str_eq(diags.items[0].message, problem);
    ck_assert_uint_eq(diags.items[0].mark.line, 1);
    ck_assert_pstr_eq(diags.items[0].hint, wrong[_i].hint);
    ck_assert_int_eq(theme.own[ROLE_ACCENT], 0);
    ck_assert_int_eq(theme.own[ROLE_GOOD], read == text ? theme_own(4) : 0);
    free(problem);
    free(text);
    diagnostic_release(&diags);
}
END_TEST

/* The settings in a folder of the test's own, read with that theme file; NULL: there is none. */
static void load(Settings *settings, const char *config, const char *theme, DiagnosticList *diags)
{
    char *path = scratch_path("config.yaml"), *source = NULL;
    size_t length;
    scratch_put("config.yaml", config);
    if (theme)
        scratch_put("themes/dusk.yaml", theme);
    settings_load(settings, path, diags, &source, &length);
    free(source);
    free(path);
}

START_TEST(the_settings_name_it)
{
    Settings settings = {0};
    DiagnosticList diags = {0};
    load(&settings, "theme: dusk\n", "base: light\naccent: 4\n", &diags);
    ck_assert_uint_eq(diags.count, 0);
    const Theme theme = settings_theme(&settings);
    ck_assert_int_eq(theme.ground, GROUND_LIGHT);
    ck_assert_int_eq(theme.own[ROLE_ACCENT], theme_own(4));
    settings_release(&settings);
}
END_TEST

START_TEST(one_with_a_problem_keeps_the_rest)
{
    Settings settings = {0};
    DiagnosticList diags = {0};
    load(&settings, "# mine\ntheme: dusk\n", "base: light\nacent: 4\n", &diags);
    ck_assert_uint_eq(diags.count, 1);
    ck_assert_uint_eq(diags.items[0].severity, SEVERITY_WARNING);
    ck_assert_uint_eq(diags.items[0].mark.line, 2);
    ck_assert_str_eq(diags.items[0].message, "the theme 'dusk' has a problem: line 2: unknown key 'acent' in a theme "
                                             "(did you mean 'accent'?)");
    ck_assert_int_eq(settings_theme(&settings).ground, GROUND_LIGHT);
    settings_release(&settings);
    diagnostic_release(&diags);
}
END_TEST

START_TEST(one_that_is_not_there_is_auto)
{
    static const struct {
        const char *config, *hint;
    } cases[] = {{"theme: drak\n", "did you mean 'dark'?"},
                 {"theme: seaside\n", "write auto, dark, light, contrast or mono, or make that file"}};
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        Settings settings = {0};
        DiagnosticList diags = {0};
        load(&settings, cases[i].config, NULL, &diags);
        ck_assert_uint_eq(diags.errors, 1);
        ck_assert_ptr_nonnull(strstr(diags.items[0].message, "there is no theme '"));
        ck_assert_str_eq(diags.items[0].hint, cases[i].hint);
        ck_assert_int_eq(settings.theme, THEME_AUTO);
        settings_release(&settings);
        diagnostic_release(&diags);
    }
}
END_TEST

START_TEST(is_set_only_where_it_is_there)
{
    char *path = scratch_path("config.yaml"), *problem = NULL;
    ck_assert(!settings_change_file(path, "theme", "dusk", &problem));
    ck_assert_ptr_nonnull(strstr(problem, "there is no theme 'dusk'"));
    free(problem);
    scratch_put("themes/dusk.yaml", "base: dark\n");
    ck_assert(settings_change_file(path, "theme", "dusk", &problem));
    ck_assert(settings_change_file(path, "theme", "mono", &problem));
    free(path);
}
END_TEST

/* Examples of the page: those of keys are settings, the others themes. The quoted line after one is what is wrong. */
static void check_example(const char *text, size_t length, const char *after)
{
    static const char quote[] = "```\n> ";
    DiagnosticList diags = {0};
    Settings settings = {0};
    Theme theme = {0};
    const bool is_keys = strncmp(text, "keys", 4) == 0;
    const bool is_good = is_keys ? settings_read(&settings, text, length, &diags)
                                 : theme_file_read(&theme, text, length, &diags);
    const bool is_wrong = strncmp(after, quote, strlen(quote)) == 0;
    ck_assert_msg(is_good != is_wrong, "%s: %.*s", is_good ? "nothing" : diags.items[0].message, (int)length, text);
    if (is_wrong)
        ck_assert_int_eq(strncmp(after + strlen(quote), diags.items[0].message, strlen(diags.items[0].message)), 0);
    settings_release(&settings);
    diagnostic_release(&diags);
}

START_TEST(page_is_right)
{
    char *page = page_read("doc/look.md");
    int count = 0;
    for (const char *at = page; (at = strstr(at, "```yaml\n")) != NULL; count++) {
        const char *text = at + strlen("```yaml\n"), *end = strstr(text, "```\n");
        ck_assert_ptr_nonnull(end);
        check_example(text, (size_t)(end - text), end);
        at = end + 1;
    }
    ck_assert_int_ge(count, 3);
    for (size_t i = 1; i < theme_file_table.count; i++) {
        char *row = memory_print("\n| `%s` | ", theme_file_table.fields[i].key);
        ck_assert_msg(strstr(page, row), "no row%s", row);
        free(row);
    }
    free(page);
}
END_TEST

Suite *suite_theme_file(void)
{
    Suite *suite = suite_create("theme_file");
    TCase *cases = tcase_create("theme_file");
    tcase_add_loop_test(cases, reads_roles, 0, (int)ARRAY_LEN(right));
    tcase_add_loop_test(cases, tells_what_is_wrong, 0, (int)ARRAY_LEN(wrong));
    tcase_add_test(cases, page_is_right);
    suite_add_tcase(suite, cases);
    TCase *files = tcase_create("files");
    tcase_add_checked_fixture(files, scratch_make, scratch_remove);
    tcase_add_test(files, the_settings_name_it);
    tcase_add_test(files, one_with_a_problem_keeps_the_rest);
    tcase_add_test(files, one_that_is_not_there_is_auto);
    tcase_add_test(files, is_set_only_where_it_is_there);
    suite_add_tcase(suite, files);
    return suite;
}
