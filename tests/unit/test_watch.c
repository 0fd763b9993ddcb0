/* SPDX-License-Identifier: MIT */
#include <check.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/watch.h"
#include "base/file.h"
#include "base/macros.h"
#include "base/memory.h"
#include "base/path.h"

Suite *suite_watch(void);

static char folder[64];
static Watch watch;

static void set_up(void)
{
    strcpy(folder, "/tmp/knead-watch-XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(folder));
    watch = (Watch){0};
}

static void tear_down(void)
{
    watch_release(&watch);
    char *command = memory_print("rm -rf '%s'", folder);
    ck_assert_int_eq(system(command), 0);
    free(command);
}

static void put(const char *name)
{
    char *path = path_join(folder, name), *above = path_folder(path);
    ck_assert(path_make_folder(above));
    ck_assert(file_write(path, name, strlen(name)));
    free(above);
    free(path);
}

static void make_folder(const char *name)
{
    char *path = path_join(folder, name);
    ck_assert(path_make_folder(path));
    free(path);
}

static void take_away(const char *name)
{
    char *command = memory_print("rm -r '%s/%s'", folder, name);
    ck_assert_int_eq(system(command), 0);
    free(command);
}

/* Whether the system has something to tell; what is done here is told before the call that did it comes back. */
static bool is_woken(void)
{
    struct pollfd told = {.fd = watch_descriptor(&watch), .events = POLLIN};
    return poll(&told, 1, 0) == 1;
}

static void open_on(const char *name)
{
    char *path = path_join(folder, name);
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
    } cases[] = {{"r/a.yaml", true},  {"r/b.yml", true},        {"r/a.yaml~", false},     {"r/4913", false},
                 {"r/.a.yaml.swp", false}, {"r/.hidden.yaml", false}, {"r/notes.txt", false}, {"r/.#a.yaml", false}};
    make_folder("r");
    open_on("r");
    if (watch.is_deaf)
        return; /* no such system, or a folder for temporary files that is not this machine's */
    ck_assert(!is_woken());
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        put(cases[i].name);
        ck_assert(is_woken());
        ck_assert_msg(watch_take(&watch) == cases[i].matters, "%s", cases[i].name);
        ck_assert(!is_woken());
        take_away(cases[i].name);
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
    make_folder("elsewhere");
    ck_assert(!watch_take(&watch));
    for (size_t i = 0; i < ARRAY_LEN(steps); i++) {
        make_folder(steps[i]);
        ck_assert_msg(watch_take(&watch), "%s", steps[i]);
        watch_renew(&watch);
        watch_take(&watch);
    }
    put("config/knead/routines/a.yaml");
    ck_assert(watch_take(&watch));
    take_away("config");
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
    char *link = path_join(folder, "r/a.yaml");
    put("elsewhere/a.yaml");
    make_folder("r");
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
    watch_add(&watch, folder);
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
