/* SPDX-License-Identifier: MIT */
#include <check.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/macros.h"
#include "base/path.h"

Suite *suite_path(void);

static void set_or_unset(const char *name, const char *value)
{
    if (value)
        setenv(name, value, 1);
    else
        unsetenv(name);
}

static void assert_path(char *path, const char *wanted)
{
    ck_assert_pstr_eq(path, wanted);
    free(path);
}

static const struct {
    const char *variable, *home, *config, *data, *cache;
} bases[] = {
    {NULL, "/home/a", "/home/a/.config/knead/x", "/home/a/.local/share/knead/x", "/home/a/.cache/knead/x"},
    {"", "/home/a", "/home/a/.config/knead/x", "/home/a/.local/share/knead/x", "/home/a/.cache/knead/x"},
    {"relative", "/home/a", "/home/a/.config/knead/x", "/home/a/.local/share/knead/x", "/home/a/.cache/knead/x"},
    {"/set", "/home/a", "/set/knead/x", "/set/knead/x", "/set/knead/x"},
    {"/set/", NULL, "/set/knead/x", "/set/knead/x", "/set/knead/x"},
    {NULL, NULL, NULL, NULL, NULL},
    {NULL, "", NULL, NULL, NULL},
};

START_TEST(follows_the_base_directories)
{
    set_or_unset("HOME", bases[_i].home);
    set_or_unset("XDG_CONFIG_HOME", bases[_i].variable);
    set_or_unset("XDG_DATA_HOME", bases[_i].variable);
    set_or_unset("XDG_CACHE_HOME", bases[_i].variable);
    assert_path(path_config("x"), bases[_i].config);
    assert_path(path_data("x"), bases[_i].data);
    assert_path(path_cache("x"), bases[_i].cache);
}
END_TEST

/* clang-format off */
static const struct { const char *value; const char *folders[3]; } data_dirs[] = {
    {NULL, {"/usr/local/share/knead/r", "/usr/share/knead/r", NULL}},
    {"", {"/usr/local/share/knead/r", "/usr/share/knead/r", NULL}},
    {"/a", {"/a/knead/r", NULL}},
    {"/a:relative::/b/", {"/a/knead/r", "/b/knead/r", NULL}},
    {"relative", {NULL}},
};
/* clang-format on */

START_TEST(walks_the_data_folders)
{
    set_or_unset("XDG_DATA_DIRS", data_dirs[_i].value);
    size_t n = 0;
    for (; data_dirs[_i].folders[n]; n++)
        assert_path(path_data_dir(n, "r"), data_dirs[_i].folders[n]);
    assert_path(path_data_dir(n, "r"), NULL);
    assert_path(path_data_dir(n + 5, "r"), NULL);
}
END_TEST

static const struct {
    const char *path, *base, *folder;
} parts[] = {
    {"a/b/c.yaml", "c.yaml", "a/b"}, {"c.yaml", "c.yaml", "."}, {"/c", "c", "/"}, {"a/", "", "a"}, {"", "", "."},
};

START_TEST(takes_apart)
{
    ck_assert_str_eq(path_base(parts[_i].path), parts[_i].base);
    assert_path(path_folder(parts[_i].path), parts[_i].folder);
}
END_TEST

START_TEST(joins)
{
    assert_path(path_join("a", "b"), "a/b");
    assert_path(path_join("a/", "b"), "a/b");
    assert_path(path_join("", "b"), "b");
    assert_path(path_join("a", ""), "a");
}
END_TEST

START_TEST(makes_folders_for_their_owner)
{
    char *top = path_cache("path-test");
    char *deep = path_join(top, "one/two");
    ck_assert(path_make_folder(deep));
    ck_assert(path_make_folder(deep));
    struct stat status;
    ck_assert_int_eq(stat(deep, &status), 0);
    ck_assert_uint_eq(status.st_mode & 0777, 0700);

    char *file = path_join(deep, "file");
    ck_assert(file_write(file, "x", 1));
    ck_assert(!path_make_folder(file));
    ck_assert_int_eq(errno, ENOTDIR);
    char *below = path_join(file, "folder");
    ck_assert(!path_make_folder(below));
    free(below);
    free(file);
    free(deep);
    free(top);
}
END_TEST

START_TEST(knows_its_program)
{
    char *folder = path_of_program("tests");
    ck_assert_ptr_nonnull(folder);
    ck_assert_int_eq(folder[0], '/');
    ck_assert_int_eq(access(folder, R_OK), 0);
    free(folder);
}
END_TEST

Suite *suite_path(void)
{
    Suite *suite = suite_create("path");
    TCase *tests = tcase_create("path");
    tcase_add_loop_test(tests, follows_the_base_directories, 0, ARRAY_LEN(bases));
    tcase_add_loop_test(tests, walks_the_data_folders, 0, ARRAY_LEN(data_dirs));
    tcase_add_loop_test(tests, takes_apart, 0, ARRAY_LEN(parts));
    tcase_add_test(tests, joins);
    tcase_add_test(tests, makes_folders_for_their_owner);
    tcase_add_test(tests, knows_its_program);
    suite_add_tcase(suite, tests);
    return suite;
}
