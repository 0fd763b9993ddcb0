/* SPDX-License-Identifier: MIT */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/memory.h"
#include "store/bookmark.h"
#include "support/records.h"
#include "support/scratch.h"

Suite *suite_bookmark(void);

static const Bookmark some = {.step = 3,
                              .into_ms = 4500,
                              .length_ms = 60000,
                              .worked_ms = 91000,
                              .position = 1,
                              .side = 2,
                              .held_ms = 4500,
                              .kept_s = RECORDS_NOW_S};

static char *path_of_mark(void)
{
    return memory_print("%s.7.mark", records_path);
}

START_TEST(comes_back_until_it_is_cleared)
{
    BookmarkFile marks;
    Bookmark read = {0};
    bookmark_file_init(&marks);
    ck_assert(!bookmark_write(&marks, &some)); /* nothing is open */
    bookmark_file_open(&marks, records_path, 7);
    ck_assert(!bookmark_read(records_path, 7, &read));
    ck_assert(bookmark_write(&marks, &some));
    ck_assert(bookmark_read(records_path, 7, &read));
    ck_assert_mem_eq(&read, &some, sizeof some);
    ck_assert(!bookmark_read(records_path, 8, &read));
    bookmark_clear(&marks);
    ck_assert(!bookmark_read(records_path, 7, &read));
    ck_assert(bookmark_write(&marks, &some));
    bookmark_file_close(&marks);
    ck_assert(bookmark_read(records_path, 7, &read)); /* as a kill leaves it */
    bookmark_remove(records_path, 7);
    ck_assert(!bookmark_read(records_path, 7, &read));
}
END_TEST

/* Any byte that is not as it was written, and any length but the whole, makes it none. */
START_TEST(torn_is_none)
{
    BookmarkFile marks;
    bookmark_file_init(&marks);
    bookmark_file_open(&marks, records_path, 7);
    ck_assert(bookmark_write(&marks, &some));
    char *path = path_of_mark();
    FILE *file = fopen(path, "r+b");
    char bytes[256];
    const size_t length = fread(bytes, 1, sizeof bytes, file);
    Bookmark read;
    for (size_t at = 0; at < length; at++) {
        fseek(file, (long)at, SEEK_SET);
        fputc(bytes[at] ^ 0x10, file);
        fflush(file);
        ck_assert_msg(!bookmark_read(records_path, 7, &read), "byte %zu changed", at);
        fseek(file, (long)at, SEEK_SET);
        fputc(bytes[at], file);
        fflush(file);
    }
    ck_assert(bookmark_read(records_path, 7, &read));
    ck_assert_int_eq(truncate(path, (off_t)length - 1), 0);
    ck_assert(!bookmark_read(records_path, 7, &read));
    fclose(file);
    bookmark_file_drop(&marks);
    ck_assert_int_ne(access(path, F_OK), 0);
    free(path);
}
END_TEST

Suite *suite_bookmark(void)
{
    Suite *suite = suite_create("bookmark");
    TCase *tcase = tcase_create("file");
    tcase_add_checked_fixture(tcase, records_set_up, scratch_remove);
    tcase_add_test(tcase, comes_back_until_it_is_cleared);
    tcase_add_test(tcase, torn_is_none);
    suite_add_tcase(suite, tcase);
    return suite;
}
