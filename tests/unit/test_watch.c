/* SPDX-License-Identifier: MIT */
#include <check.h>
#include <poll.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/macros.h"
#include "platform/watch.h"
#include "support/scratch.h"

Suite *suite_watch(void);

static Watch watch;

static void set_up(void)
{
    scratch_make();
    watch = (Watch){0};
}

static void tear_down(void)
{
    watch_release(&watch);
    scratch_remove();
}

static void put(const char *name)
{
    scratch_put(name, name);
}

/* Whether the system has something to tell; what is done here is told before the call that did it comes back. */
static bool is_woken(void)
{
    struct pollfd told = {.fd = watch_descriptor(&watch), .events = POLLIN};
    return poll(&told, 1, 0) == 1;
}

static void open_on(const char *name)
{
    char *path = scratch_path(name);
    watch_open(&watch, true);
    watch_add(&watch, path);
    watch_add(&watch, path);
    ck_assert_uint_eq(watch.count, 1);
    watch_renew(&watch);
    free(path);
}

START_TEST(is_told_of_yaml_files_alone)
{
    static const struct {
        const char *name;
        bool matters;
    } cases[] = {{"r/a.yaml", true},       {"r/b.yml", true},         {"r/a.yaml~", false},   {"r/4913", false},
                 {"r/.a.yaml.swp", false}, {"r/.hidden.yaml", false}, {"r/notes.txt", false}, {"r/.#a.yaml", false}};
    scratch_make_folder("r");
    open_on("r");
    if (watch.is_deaf)
        return; /* no such system, or a folder for temporary files that is not this machine's */
    ck_assert(!is_woken());
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        put(cases[i].name);
        ck_assert(is_woken());
        ck_assert_msg(watch_take(&watch) == cases[i].matters, "%s", cases[i].name);
        ck_assert(!is_woken());
        scratch_take_away(cases[i].name);
        ck_assert_msg(watch_take(&watch) == cases[i].matters, "%s", cases[i].name);
    }
}
END_TEST

/* From the nearest folder that is there, step by step as they appear, and when they go again. */
START_TEST(waits_for_a_folder_that_is_not_there)
{
    open_on("config/knead/routines");
    if (watch.is_deaf)
        return;
    static const char *const steps[] = {"config", "config/knead", "config/knead/routines"};
    put("other.yaml");
    scratch_make_folder("elsewhere");
    ck_assert(!watch_take(&watch));
    for (size_t i = 0; i < ARRAY_LEN(steps); i++) {
        scratch_make_folder(steps[i]);
        ck_assert_msg(watch_take(&watch), "%s", steps[i]);
        watch_renew(&watch);
        watch_take(&watch);
    }
    put("config/knead/routines/a.yaml");
    ck_assert(watch_take(&watch));
    scratch_take_away("config/knead/routines/a.yaml");
    for (size_t i = ARRAY_LEN(steps); i-- > 0;)
        scratch_take_away(steps[i]);
    ck_assert(watch_take(&watch));
    watch_renew(&watch);
    watch_take(&watch);
    put("config/knead/routines/b.yaml");
    ck_assert(watch_take(&watch));
    watch_renew(&watch);
    watch_take(&watch);
    put("config/knead/routines/c.yaml");
    ck_assert(watch_take(&watch));
}
END_TEST

/* As in a folder of settings that is kept elsewhere, file by file. */
START_TEST(is_told_of_a_file_that_a_link_leads_to)
{
    char *link = scratch_path("r/a.yaml");
    put("elsewhere/a.yaml");
    scratch_make_folder("r");
    ck_assert_int_eq(symlink("../elsewhere/a.yaml", link), 0);
    open_on("r");
    if (!watch.is_deaf) {
        put("elsewhere/a.yaml");
        ck_assert(is_woken());
        ck_assert(watch_take(&watch));
    }
    free(link);
}
END_TEST

START_TEST(is_deaf_where_nothing_tells)
{
    watch_open(&watch, false);
    watch_add(&watch, scratch_folder);
    watch_renew(&watch);
    put("a.yaml");
    ck_assert(watch.is_deaf);
    ck_assert_int_eq(watch_descriptor(&watch), -1);
    ck_assert(!watch_take(&watch));
}
END_TEST

Suite *suite_watch(void)
{
    Suite *suite = suite_create("watch");
    TCase *tests = tcase_create("watch");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, is_told_of_yaml_files_alone);
    tcase_add_test(tests, waits_for_a_folder_that_is_not_there);
    tcase_add_test(tests, is_told_of_a_file_that_a_link_leads_to);
    tcase_add_test(tests, is_deaf_where_nothing_tells);
    suite_add_tcase(suite, tests);
    return suite;
}
