/* SPDX-License-Identifier: MIT */
/* A file that is being written when the program is killed, the disk is full, or the folder is closed. */
#include <check.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#if defined(__linux__)
#include <sys/mount.h>
#endif

#include "base/file.h"
#include "base/memory.h"
#include "base/path.h"
#include "settings/settings.h"
#include "settings/settings_change.h"
#include "support/records.h"
#include "support/scratch.h"

Suite *suite_writing(void);

static char *folder;

static void make_folder(void)
{
    folder = path_cache("writing-test");
    ck_assert(path_make_folder(folder));
}

static void free_folder(void)
{
    free(folder);
}

static size_t count_entries(const char *within)
{
    size_t count = 0;
    DIR *entries = opendir(within);
    while (readdir(entries))
        count++;
    closedir(entries);
    return count;
}

static void expect_text(const char *path, const char *wanted)
{
    char *bytes;
    size_t length;
    ck_assert_int_eq(file_read(path, 1000, &bytes, &length), FILE_READ);
    ck_assert_str_eq(bytes, wanted);
    free(bytes);
}

static bool is_refused(const char *path)
{
    return !file_write(path, "new", 3) && errno == EACCES;
}

/* A file that may not be written in a folder that may, and the other way round; which of them went wrong. */
static int write_to_closed(void)
{
    char within[256]; /* of its own: the tests' folder is closed to others */
    snprintf(within, sizeof within, "%s/knead-closed-XXXXXX", scratch_parent());
    if (!mkdtemp(within))
        return 9;
    char *path = path_join(within, "a.yaml"), *kept = NULL;
    size_t length;
    int wrong = file_write(path, "old", 3) ? 0 : 1;
    wrong = wrong || (chmod(path, 0400) == 0 && is_refused(path)) ? wrong : 2;
    wrong = wrong || (chmod(path, 0600) == 0 && chmod(within, 0500) == 0 && is_refused(path)) ? wrong : 3;
    wrong = wrong || (file_read(path, 10, &kept, &length) == FILE_READ && strcmp(kept, "old") == 0) ? wrong : 4;
    wrong = wrong || (chmod(within, 0700) == 0 && unlink(path) == 0 && rmdir(within) == 0) ? wrong : 5;
    free(kept);
    free(path);
    return wrong;
}

static void expect_fine(pid_t child)
{
    int status;
    ck_assert_int_eq(waitpid(child, &status, 0), child);
    ck_assert_msg(WIFEXITED(status) && WEXITSTATUS(status) == 0, "ended with %#x", (unsigned)status);
}

START_TEST(what_may_not_be_written_is_left)
{
    ck_assert_int_eq(records_in_child(true, write_to_closed), 0); /* root may write everywhere */
}
END_TEST

/* Two texts of different lengths, long enough for a kill to fall between their first byte and their last. */
enum { SHORT_TEXT = 3000, LONG_TEXT = 600000, KILLS = 40, MOST_WRITES = 8 };

static char *make_text(char letter, size_t length)
{
    char *text = memory_new(length + 1);
    memset(text, letter, length);
    return text;
}

static void write_until_killed(const char *path, int progress)
{
    char *texts[] = {make_text('a', SHORT_TEXT), make_text('b', LONG_TEXT)};
    for (int i = 0;; i++) {
        if (!file_write(path, texts[i % 2], strlen(texts[i % 2])) || write(progress, "w", 1) != 1)
            _exit(1);
    }
}

/* Lets a child write and kills it after so many writes, somewhere in the one that follows. */
static void kill_while_writing(const char *path, int writes)
{
    int ends[2];
    char byte;
    ck_assert_int_eq(pipe(ends), 0);
    pid_t child = fork();
    ck_assert_int_ge(child, 0);
    if (child == 0) {
        close(ends[0]);
        write_until_killed(path, ends[1]);
    }
    close(ends[1]);
    for (int i = 0; i < writes; i++)
        ck_assert_int_eq(read(ends[0], &byte, 1), 1);
    int status;
    kill(child, SIGKILL);
    ck_assert_int_eq(waitpid(child, &status, 0), child);
    ck_assert(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
    close(ends[0]);
}

static void expect_whole(const char *path)
{
    char *bytes;
    size_t length;
    ck_assert_int_eq(file_read(path, LONG_TEXT, &bytes, &length), FILE_READ);
    ck_assert(length == SHORT_TEXT || length == LONG_TEXT);
    ck_assert_uint_eq(strspn(bytes, length == SHORT_TEXT ? "a" : "b"), length);
    free(bytes);
}

static size_t count_shown(const char *within)
{
    size_t count = 0;
    DIR *entries = opendir(within);
    for (const struct dirent *entry; (entry = readdir(entries));)
        count += entry->d_name[0] != '.';
    closedir(entries);
    return count;
}

START_TEST(a_kill_leaves_the_old_or_the_new_one)
{
    uint32_t seed = 4;
    char *path = path_join(folder, "killed/a.yaml"), *within = path_folder(path);
    ck_assert(path_make_folder(within));
    for (int i = 0; i < KILLS; i++) {
        seed = seed * 1664525u + 1013904223u;
        kill_while_writing(path, 1 + (int)((seed >> 8) % MOST_WRITES));
        expect_whole(path);
        ck_assert_uint_eq(count_shown(within), 1);
    }
    ck_assert(file_write(path, "new", 3));
    expect_text(path, "new");
    ck_assert_uint_eq(count_entries(within), 3); /* with "." and ".." */
    free(within);
    free(path);
}
END_TEST

static bool write_often(const char *path, char letter, size_t length)
{
    char *text = make_text(letter, length);
    bool is_good = true;
    for (int i = 0; i < 100 && is_good; i++)
        is_good = file_write(path, text, length);
    free(text);
    return is_good;
}

START_TEST(two_that_write_at_the_same_time_take_turns)
{
    char *path = path_join(folder, "two/a.yaml"), *within = path_folder(path);
    ck_assert(path_make_folder(within));
    pid_t other = fork();
    ck_assert_int_ge(other, 0);
    if (other == 0)
        _exit(write_often(path, 'a', SHORT_TEXT) ? 0 : 1);
    ck_assert(write_often(path, 'b', LONG_TEXT));
    int status;
    ck_assert_int_eq(waitpid(other, &status, 0), other);
    ck_assert_int_eq(status, 0);
    expect_whole(path);
    ck_assert_uint_eq(count_entries(within), 3);
    free(within);
    free(path);
}
END_TEST

/* Puts settings there that take more than half of what the disk has, and a small file. */
static bool fill(const char *path, const char *settings)
{
    enum { SETTINGS_LENGTH = 40000 };
    char *text = make_text('#', SETTINGS_LENGTH);
    memcpy(text, "tools: [ball]\n", 14);
    bool is_good = file_write(path, "old", 3) && file_write(settings, text, SETTINGS_LENGTH);
    free(text);
    return is_good;
}

/* Both ways of writing a person's file where there is no room; which of them went wrong. */
static int write_to_full(const char *path, const char *settings, int reason)
{
    char *text = make_text('x', LONG_TEXT), *problem = NULL, *kept = NULL;
    size_t length = 0;
    int wrong = !file_write(path, text, LONG_TEXT) && errno == reason ? 0 : 1;
    wrong = wrong || (file_read(path, 10, &kept, &length) == FILE_READ && strcmp(kept, "old") == 0) ? wrong : 2;
    free(kept);
    wrong = wrong || (!settings_change_file(settings, "tools", "[block]", &problem) && problem) ? wrong : 3;
    wrong = wrong || (strstr(problem, settings) && strstr(problem, strerror(reason))) ? wrong : 4;
    bool is_old = file_read(settings, LONG_TEXT, &kept, &length) == FILE_READ && strstr(kept, "[ball]");
    wrong = wrong || is_old ? wrong : 5;
    free(kept);
    free(problem);
    free(text);
    return wrong;
}

/* One that was killed when the new file had its name already, and that beside it too. */
START_TEST(a_second_name_is_not_written_through)
{
    char *path = path_join(folder, "a.yaml"), *beside = path_join(folder, ".a.yaml.new"), *kept = NULL;
    size_t length = 0;
    ck_assert(file_write(path, "old", 3));
    ck_assert_int_eq(link(path, beside), 0);
    ck_assert(!file_create(path, "new", 3));
    ck_assert_int_eq(file_read(path, 10, &kept, &length), FILE_READ);
    ck_assert_str_eq(kept, "old");
    free(kept);
    ck_assert_int_eq(link(path, beside), 0);
    ck_assert(file_write(path, "new", 3));
    ck_assert_int_ne(access(beside, F_OK), 0);
    ck_assert_int_eq(file_read(path, 10, &kept, &length), FILE_READ);
    ck_assert_str_eq(kept, "new");
    free(kept);
    free(beside);
    free(path);
}
END_TEST

/* Another program that was stopped in the middle of a write holds its lock for as long as it stands still. */
START_TEST(a_write_does_not_wait_for_one_that_stands_still)
{
    char *path = path_join(folder, "a.yaml"), *beside = path_join(folder, ".a.yaml.new");
    int ready[2];
    ck_assert_int_eq(pipe(ready), 0);
    pid_t child = fork();
    ck_assert_int_ge(child, 0);
    if (child == 0) {
        struct flock whole = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
        const int held = open(beside, O_WRONLY | O_CREAT, 0600);
        if (held < 0 || fcntl(held, F_SETLK, &whole) != 0 || write(ready[1], "x", 1) != 1)
            _exit(1);
        pause();
    }
    char byte;
    ck_assert_int_eq(read(ready[0], &byte, 1), 1);
    ck_assert(!file_write(path, "new", 3));
    ck_assert_int_eq(errno, EBUSY);
    kill(child, SIGKILL);
    waitpid(child, NULL, 0);
    ck_assert(file_write(path, "new", 3));
    close(ready[0]);
    close(ready[1]);
    free(beside);
    free(path);
}
END_TEST

START_TEST(a_full_disk_leaves_the_old_one)
{
    char *path = path_join(folder, "full.yaml"), *settings = path_join(folder, "config.yaml");
    ck_assert(fill(path, settings));
    size_t before = count_entries(folder);
    pid_t child = fork();
    ck_assert_int_ge(child, 0);
    if (child == 0) {
        signal(SIGXFSZ, SIG_IGN);
        setrlimit(RLIMIT_FSIZE, &(struct rlimit){1000, 1000});
        _exit(write_to_full(path, settings, EFBIG));
    }
    expect_fine(child);
    ck_assert_uint_eq(count_entries(folder), before);
    free(settings);
    free(path);
}
END_TEST

START_TEST(a_small_disk_leaves_the_old_one)
{
#if defined(__linux__)
    char *disk = path_join(folder, "disk"), *path = path_join(disk, "a.yaml"), *settings = path_join(disk, "b.yaml");
    ck_assert(path_make_folder(disk));
    if (mount("knead-test", disk, "tmpfs", 0, "size=64k") != 0) {
        printf("skipped: no small disk can be mounted here: %s (a_small_disk_leaves_the_old_one)\n", strerror(errno));
    } else {
        bool is_filled = fill(path, settings);
        int wrong = write_to_full(path, settings, ENOSPC);
        umount(disk); /* before anything may fail */
        ck_assert(is_filled);
        ck_assert_int_eq(wrong, 0);
    }
    free(settings);
    free(path);
    free(disk);
#else
    puts("skipped: made for Linux (a_small_disk_leaves_the_old_one)");
#endif
}
END_TEST

Suite *suite_writing(void)
{
    Suite *suite = suite_create("writing");
    TCase *tests = tcase_create("writing");
    tcase_add_checked_fixture(tests, make_folder, free_folder);
    tcase_set_timeout(tests, 60);
    tcase_add_test(tests, what_may_not_be_written_is_left);
    tcase_add_test(tests, a_kill_leaves_the_old_or_the_new_one);
    tcase_add_test(tests, two_that_write_at_the_same_time_take_turns);
    tcase_add_test(tests, a_full_disk_leaves_the_old_one);
    tcase_add_test(tests, a_write_does_not_wait_for_one_that_stands_still);
    tcase_add_test(tests, a_second_name_is_not_written_through);
    tcase_add_test(tests, a_small_disk_leaves_the_old_one);
    suite_add_tcase(suite, tests);
    return suite;
}
