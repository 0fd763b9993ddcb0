/* SPDX-License-Identifier: MIT */
#include <check.h>
#include <stdalign.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"

Suite *suite_arena(void);

START_TEST(takes_zeroed_aligned_memory)
{
    Arena arena = {0};
    for (size_t size = 1; size < 3000; size += 7) {
        unsigned char *bytes = arena_take(&arena, size);
        ck_assert_uint_eq((uintptr_t)bytes % alignof(max_align_t), 0);
        size_t zeros = 0;
        while (zeros < size && bytes[zeros] == 0)
            zeros++;
        ck_assert_uint_eq(zeros, size);
        memset(bytes, 0xAA, size);
    }
    arena_release(&arena);
    ck_assert_ptr_null(arena.block);
    ck_assert_uint_eq(arena.total, 0);
}
END_TEST

START_TEST(keeps_what_was_given_out)
{
    Arena arena = {0};
    const char *texts[2000];
    for (int i = 0; i < 2000; i++)
        texts[i] = arena_print(&arena, "the text of number %d, which must stay", i);
    for (int i = 0; i < 2000; i++) {
        int number = -1;
        ck_assert_int_eq(sscanf(texts[i], "the text of number %d, which must stay", &number), 1);
        ck_assert_int_eq(number, i);
    }
    arena_release(&arena);
}
END_TEST

START_TEST(takes_more_than_a_block)
{
    Arena arena = {0};
    const char *before = arena_copy(&arena, "before");
    char *large = arena_take(&arena, (size_t)3 << 20);
    memset(large, 'x', (size_t)3 << 20);
    const char *after = arena_copy(&arena, "after");
    ck_assert_str_eq(before, "before");
    ck_assert_str_eq(after, "after");
    arena_release(&arena);
}
END_TEST

START_TEST(copies)
{
    Arena arena = {0};
    ck_assert_ptr_null(arena_copy(&arena, NULL));
    ck_assert_ptr_null(arena_take_array(&arena, 0, 8));
    ck_assert_str_eq(arena_copy_span(&arena, "hamstring", 3), "ham");
    ck_assert_str_eq(arena_copy_span(&arena, NULL, 0), "");
    ck_assert_mem_eq(arena_copy_span(&arena, "a\0b", 3), "a\0b", 4);
    arena_release(&arena);
}
END_TEST

Suite *suite_arena(void)
{
    Suite *suite = suite_create("arena");
    TCase *tests = tcase_create("arena");
    tcase_add_test(tests, takes_zeroed_aligned_memory);
    tcase_add_test(tests, keeps_what_was_given_out);
    tcase_add_test(tests, takes_more_than_a_block);
    tcase_add_test(tests, copies);
    suite_add_tcase(suite, tests);
    return suite;
}
