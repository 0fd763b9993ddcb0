/* SPDX-License-Identifier: MIT */
#include <check.h>
#include <dirent.h>
#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "base/path.h"

Suite *suite_file(void);

static char *folder;

static void make_folder(void)
{
    folder = path_cache("file-test");
    ck_assert(path_make_folder(folder));
}

static void free_folder(void)
{
    free(folder);
}

static void assert_holds(const char *path, const char *wanted)
{
    char *bytes;
    size_t length;
    ck_assert_int_eq(file_read(path, 1000, &bytes, &length), FILE_READ);
    ck_assert_uint_eq(length, strlen(wanted));
    ck_assert_str_eq(bytes, wanted);
    free(bytes);
}

static size_t count_entries(void)
{
    size_t count = 0;
    DIR *entries = opendir(folder);
    while (readdir(entries))
        count++;
    closedir(entries);
    return count;
}

START_TEST(writes_and_reads)
{
    char *path = path_join(folder, "a.yaml");
    unlink(path);
    ck_assert(file_write(path, "knead: 1\n", 9));
    assert_holds(path, "knead: 1\n");
    ck_assert(file_write(path, "", 0));
    assert_holds(path, "");
    free(path);
}
END_TEST

START_TEST(holds_to_the_limit)
{
    char *path = path_join(folder, "limit.yaml");
    ck_assert(file_write(path, "0123456789", 10));
    char *bytes;
    size_t length;
    ck_assert_int_eq(file_read(path, 9, &bytes, &length), FILE_TOO_LARGE);
    ck_assert_ptr_null(bytes);
    ck_assert_int_eq(file_read(path, 10, &bytes, &length), FILE_READ);
    ck_assert_uint_eq(length, 10);
    free(bytes);
    free(path);
}
END_TEST

START_TEST(tells_what_it_cannot_read)
{
    char *bytes;
    size_t length;
    char *path = path_join(folder, "none.yaml");
    ck_assert_int_eq(file_read(path, 10, &bytes, &length), FILE_MISSING);
    free(path);
    ck_assert_int_eq(file_read(folder, 10, &bytes, &length), FILE_FAILED);
    ck_assert_int_eq(errno, EINVAL);
    ck_assert_int_eq(file_read("/dev/null", 10, &bytes, &length), FILE_FAILED);
    ck_assert_int_eq(errno, EINVAL);

    path = path_join(folder, "pipe");
    unlink(path);
    ck_assert_int_eq(mkfifo(path, 0600), 0);
    ck_assert_int_eq(file_read(path, 10, &bytes, &length), FILE_FAILED);
    ck_assert_int_eq(errno, EINVAL);
    unlink(path);
    free(path);
}
END_TEST

START_TEST(reads_a_pipe_to_its_end)
{
    int ends[2];
    ck_assert_int_eq(pipe(ends), 0);
    char sent[20000];
    memset(sent, 'k', sizeof(sent));
    ck_assert_int_eq(write(ends[1], sent, sizeof(sent)), sizeof(sent));
    close(ends[1]);
    char *bytes;
    size_t length;
    ck_assert_int_eq(file_read_descriptor(ends[0], sizeof(sent), &bytes, &length), FILE_READ);
    ck_assert_uint_eq(length, sizeof(sent));
    ck_assert_mem_eq(bytes, sent, sizeof(sent));
    free(bytes);
    close(ends[0]);
}
END_TEST

START_TEST(stops_an_endless_pipe)
{
    int ends[2];
    ck_assert_int_eq(pipe(ends), 0);
    ck_assert_int_eq(write(ends[1], "0123456789ab", 12), 12);
    char *bytes;
    size_t length;
    ck_assert_int_eq(file_read_descriptor(ends[0], 10, &bytes, &length), FILE_TOO_LARGE);
    ck_assert_ptr_null(bytes);
    close(ends[0]);
    close(ends[1]);
}
END_TEST

START_TEST(keeps_mode_and_link)
{
    char *path = path_join(folder, "real.yaml"), *link = path_join(folder, "link.yaml");
    unlink(link);
    ck_assert(file_write(path, "old", 3));
    ck_assert_int_eq(chmod(path, 0640), 0);
    ck_assert_int_eq(symlink("real.yaml", link), 0);
    ck_assert(file_write(link, "new", 3));
    assert_holds(path, "new");
    struct stat status;
    ck_assert_int_eq(lstat(link, &status), 0);
    ck_assert(S_ISLNK(status.st_mode));
    ck_assert_int_eq(stat(path, &status), 0);
    ck_assert_uint_eq(status.st_mode & 0777, 0640);
    free(link);
    free(path);
}
END_TEST

START_TEST(leaves_nothing_behind)
{
    size_t before = count_entries();
    char *path = path_join(folder, "in-the-way");
    ck_assert(path_make_folder(path));
    ck_assert(!file_write(path, "x", 1));
    ck_assert_int_eq(rmdir(path), 0);
    free(path);
    path = path_join(folder, "none/a.yaml");
    ck_assert(!file_write(path, "x", 1));
    ck_assert_int_eq(errno, ENOENT);
    free(path);
    ck_assert_uint_eq(count_entries(), before);
}
END_TEST

START_TEST(a_link_to_nothing_stays)
{
    char *link = path_join(folder, "dangling.yaml");
    unlink(link);
    ck_assert_int_eq(symlink("not-there.yaml", link), 0);
    ck_assert(!file_write(link, "x", 1));
    ck_assert_int_eq(errno, ENOENT);
    struct stat status;
    ck_assert_int_eq(lstat(link, &status), 0);
    ck_assert(S_ISLNK(status.st_mode));
    unlink(link);
    free(link);
}
END_TEST

START_TEST(creates_only_what_is_not_there)
{
    char *path = path_join(folder, "fresh.yaml"), *link = path_join(folder, "nowhere.yaml");
    unlink(path);
    unlink(link);
    size_t before = count_entries();
    ck_assert(file_create(path, "one", 3));
    ck_assert(!file_create(path, "two", 3));
    ck_assert_int_eq(errno, EEXIST);
    assert_holds(path, "one");
    ck_assert_int_eq(symlink("not-there.yaml", link), 0);
    ck_assert(!file_create(link, "x", 1));
    ck_assert_int_eq(errno, EEXIST);
    unlink(link);
    ck_assert_uint_eq(count_entries(), before + 1);
    free(link);
    free(path);
}
END_TEST

/* As several programs do it that write one file at once. */
static bool writes_often(const char *path, char letter)
{
    enum { TIMES = 100, LENGTH = 20000, LIMIT = 1 << 20 };
    static char text[LENGTH];
    memset(text, letter, sizeof text);
    bool is_good = true;
    for (int i = 0; i < TIMES && is_good; i++) {
        char *bytes = NULL;
        size_t length = 0;
        is_good = file_write(path, text, sizeof text) && file_read(path, LIMIT, &bytes, &length) == FILE_READ &&
                  length == sizeof text && memcmp(bytes, bytes + 1, length - 1) == 0;
        free(bytes);
    }
    return is_good;
}

START_TEST(several_at_once_each_write_it_whole)
{
    enum { PROGRAMS = 4 };
    char *path = path_join(folder, "wanted.yaml");
    unlink(path);
    const size_t before = count_entries();
    for (int i = 0; i < PROGRAMS; i++) {
        const pid_t pid = fork();
        ck_assert_int_ge(pid, 0);
        if (pid == 0)
            _exit(writes_often(path, (char)('a' + i)) ? 0 : 1);
    }
    for (int i = 0; i < PROGRAMS; i++) {
        int status = 0;
        ck_assert_int_gt(wait(&status), 0);
        ck_assert_int_eq(status, 0);
    }
    ck_assert_uint_eq(count_entries(), before + 1);
    unlink(path);
    free(path);
}
END_TEST

START_TEST(only_plain_files_are_replaced)
{
    char *path = path_join(folder, "fifo");
    unlink(path);
    ck_assert_int_eq(mkfifo(path, 0600), 0);
    ck_assert(!file_write(path, "x", 1));
    ck_assert_int_eq(errno, EINVAL);
    unlink(path);
    free(path);
}
END_TEST

Suite *suite_file(void)
{
    Suite *suite = suite_create("file");
    TCase *tests = tcase_create("file");
    tcase_add_checked_fixture(tests, make_folder, free_folder);
    tcase_add_test(tests, writes_and_reads);
    tcase_add_test(tests, holds_to_the_limit);
    tcase_add_test(tests, tells_what_it_cannot_read);
    tcase_add_test(tests, reads_a_pipe_to_its_end);
    tcase_add_test(tests, stops_an_endless_pipe);
    tcase_add_test(tests, keeps_mode_and_link);
    tcase_add_test(tests, leaves_nothing_behind);
    tcase_add_test(tests, a_link_to_nothing_stays);
    tcase_add_test(tests, creates_only_what_is_not_there);
    tcase_add_test(tests, several_at_once_each_write_it_whole);
    tcase_add_test(tests, only_plain_files_are_replaced);
    suite_add_tcase(suite, tests);
    return suite;
}
