/* SPDX-License-Identifier: MIT */
/* knead config: what holds, where it comes from, and a new value. */
#include <check.h>
#include <jansson.h>
#include <string.h>

#include "base/macros.h"
#include "settings/settings.h"
#include "support/run.h"
#include "support/scratch.h"

Suite *suite_config(void);

#define FILE_NAME "knead/config.yaml"

static void expect(const char *line, int status, const char *out, const char *err)
{
    Run run = run_knead(line, NULL);
    ck_assert_msg(run.status == status, "%s: %d, %s%s", line, run.status, run.out, run.err);
    ck_assert_msg(strstr(run.out, out) != NULL, "%s: %s", line, run.out);
    ck_assert_msg(strstr(run.err, err) != NULL, "%s: %s", line, run.err);
    run_release(&run);
}

static json_t *read_all(void)
{
    Run run = run_knead("config --json", NULL);
    json_t *value = json_loads(run.out, 0, NULL);
    ck_assert_ptr_nonnull(value);
    run_release(&run);
    return value;
}

/* What knead says of a setting that is not in the file is what holds without it: written into a file it changes
 * nothing. Some have a usual value that no file can say. */
START_TEST(usual_values_are_what_holds)
{
    static const char *const unsaid[] = {"minutes", "per_week", "rate", "volume", "voice"};
    json_t *value = read_all(), *settings = json_object_get(value, "settings");
    ck_assert_uint_eq(json_object_size(settings), settings_table.count);
    for (size_t i = 0; i < settings_table.count; i++) {
        const char *key = settings_table.fields[i].key;
        json_t *row = json_object_get(settings, key);
        const char *usual = json_string_value(json_object_get(row, "value"));
        ck_assert_msg(usual && *usual, "%s has no usual value", key);
        ck_assert_msg(json_is_null(json_object_get(row, "line")), "%s", key);
        bool is_unsaid = false;
        for (size_t j = 0; j < ARRAY_LEN(unsaid); j++)
            is_unsaid = is_unsaid || strcmp(unsaid[j], key) == 0;
        Settings none = {0}, said = {0};
        char text[128];
        DiagnosticList diags = {0};
        snprintf(text, sizeof text, "%s: %s\n", key, usual);
        settings_read(&none, "", 0, &diags);
        const bool is_right = settings_read(&said, text, strlen(text), &diags);
        ck_assert_msg(is_right || strcmp(key, "minutes") == 0, "%s", text);
        if (!is_unsaid) {
            ck_assert_msg(said.theme == none.theme && said.first == none.first && said.pace == none.pace &&
                              said.words == none.words && said.sound == none.sound && said.motion == none.motion &&
                              said.level == none.level && said.mouse == none.mouse && said.ascii == none.ascii &&
                              said.title == none.title && said.notices == none.notices && !said.journal &&
                              said.journals.count == 0 && said.awake == none.awake &&
                              said.tools.names.count == none.tools.names.count &&
                              said.health.words.count == none.health.words.count &&
                              said.places.count == none.places.count && said.favourites.count == none.favourites.count,
                          "%s", text);
        }
        diagnostic_release(&diags);
        settings_release(&none);
        settings_release(&said);
    }
    Settings none = {0};
    ck_assert_int_eq(settings_rate(&none), 100);
    ck_assert_int_eq(settings_volume(&none), 60);
    ck_assert_int_eq(settings_per_week(&none), 2);
    json_decref(value);
}
END_TEST

START_TEST(value_is_written_and_comments_stay)
{
    scratch_put(FILE_NAME, "# mine\ntheme: dark # at night\nplaces:\n  - desk # here\n  - chair\n");
    expect("config theme", 0, "dark\n", "");
    expect("config theme light", 0, "", "");
    expect("config tools tennis-ball block", 0, "", "");
    expect("config places", 0, "[desk, chair]\n", "");
    expect("config", 0, "theme: light ", "");
    expect("config", 0, "# line 2\n", "");
    expect("config", 0, "minutes: any                       # not set\n", "");
    expect("config voice -- say 'a, b: c'", 0, "", "");
    expect("config voice", 0, "[say, \"a, b: c\"]\n", "");
    expect("config voice --reset", 0, "", "");
    expect("config tools --reset", 0, "", "");
    expect("config tools", 0, "[]\n", "");
    char *text = scratch_text(FILE_NAME);
    ck_assert_ptr_nonnull(strstr(text, "# mine\ntheme: light # at night\nplaces:\n  - desk # here\n  - chair\n"));
    free(text);
}
END_TEST

/* A theme of one's own is a word of its own, where its file is there. */
START_TEST(own_theme)
{
    scratch_put("knead/themes/dusk.yaml", "acent: 4\nbase: dark\n");
    expect("config theme dusk", 0, "", "");
    expect("config theme", 0, "dusk\n", "the theme 'dusk' has a problem: line 1: unknown key 'acent' in a theme");
    expect("check", 1, "", ", 1 theme and the settings: 1 error, 1 warning");
    expect("check", 1, "", "themes/dusk.yaml:1:1: error: unknown key 'acent' in a theme");
}
END_TEST

/* On the grounds that it is for; the terminal's own colours are not known. */
START_TEST(a_theme_that_is_hard_to_see)
{
    scratch_put("knead/themes/dim.yaml", "base: dark\nmuted: \"#3a3a3a\"\naccent: \"#87d7ff\"\nerror: 1\nheat-0: 234\n"
                                         "week: 233\nselection: 16\ntext: terminal\n");
    scratch_put("knead/themes/glare.yaml", "base: light\naccent: \"#87d7ff\"\nweek: 133\n");
    expect("check", 0, "",
           "themes/dim.yaml:2:8: warning: muted is hard to see: its contrast on Solarized dark is 1.3 to 1, text needs "
           "4.5");
    expect("check", 0, "", "hint: take a lighter colour");
    expect("check", 0, "",
           "themes/dim.yaml:6:7: warning: week is hard to see: its contrast on black is 1.1 to 1, what is drawn needs "
           "3.0");
    expect("check", 0, "", "themes/glare.yaml:2:9: warning: accent is hard to see: its contrast on Solarized light is");
    expect("check", 0, "", "hint: take a darker colour");
    expect("check", 0, "", "and 2 themes: 0 errors, 3 warnings");
}
END_TEST

START_TEST(wrong_value_changes_nothing)
{
    static const char text[] = "theme: dark\nvoice: loud\n";
    scratch_put(FILE_NAME, text);
    expect("config theme blue", 1, "", "was not changed: there is no theme 'blue'");
    expect("config sound loud", 1, "", "was not changed: unknown sound 'loud'");
    expect("config them", 2, "", "there is no setting 'them' (did you mean 'theme'?)");
    expect("config theme --reset light", 2, "", "--reset needs one setting, and no value");
    expect("config voice", 0, "off\n", "unknown voice 'loud'");
    scratch_expect(FILE_NAME, text);
}
END_TEST

Suite *suite_config(void)
{
    Suite *suite = suite_create("config");
    TCase *tests = tcase_create("config");
    tcase_add_checked_fixture(tests, scratch_make_home, scratch_remove);
    tcase_add_test(tests, usual_values_are_what_holds);
    tcase_add_test(tests, value_is_written_and_comments_stay);
    tcase_add_test(tests, wrong_value_changes_nothing);
    tcase_add_test(tests, own_theme);
    tcase_add_test(tests, a_theme_that_is_hard_to_see);
    suite_add_tcase(suite, tests);
    return suite;
}
