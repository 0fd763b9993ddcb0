/* SPDX-License-Identifier: MIT */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"
#include "base/text.h"

Suite *suite_text(void);

START_TEST(grows)
{
    Text text = {0};
    ck_assert_str_eq(text_show(&text), "");
    text_add(&text, "left");
    text_add_char(&text, ',');
    text_add_repeated(&text, ' ', 2);
    text_add_span(&text, "righteous", 5);
    text_print(&text, " %d:%02d", 1, 5);
    ck_assert_str_eq(text_show(&text), "left,  right 1:05");
    ck_assert_uint_eq(text.length, strlen("left,  right 1:05"));
    text_release(&text);
    ck_assert_ptr_null(text.bytes);
}
END_TEST

START_TEST(holds_long_texts)
{
    Text text = {0};
    for (int i = 0; i < 10000; i++)
        text_print(&text, "%04d", i);
    ck_assert_uint_eq(text.length, 40000);
    ck_assert_mem_eq(text.bytes + 4 * 9999, "9999", 5);
    text_add_repeated(&text, '-', 0);
    ck_assert_uint_eq(text.length, 40000);
    text_release(&text);
}
END_TEST

START_TEST(clears_and_detaches)
{
    Text text = {0};
    text_add(&text, "some words");
    const char *storage = text.bytes;
    text_clear(&text);
    ck_assert_str_eq(text_show(&text), "");
    text_add(&text, "more");
    ck_assert_ptr_eq(text.bytes, storage);

    char *mine = text_detach(&text);
    ck_assert_str_eq(mine, "more");
    ck_assert_ptr_null(text.bytes);
    free(mine);
    mine = text_detach(&text);
    ck_assert_str_eq(mine, "");
    free(mine);
}
END_TEST

START_TEST(tells_the_same)
{
    static const struct {
        const char *one, *other;
        bool is_same;
    } cases[] = {{"a", "a", true},  {"a", "b", false}, {"", "", true},
                 {"", NULL, false}, {NULL, "", false}, {NULL, NULL, true}};
    for (size_t i = 0; i < ARRAY_LEN(cases); i++)
        ck_assert_int_eq(text_same(cases[i].one, cases[i].other), cases[i].is_same);
}
END_TEST

START_TEST(memory_helpers)
{
    ck_assert_ptr_null(memory_copy_text(NULL));
    char *copy = memory_print("%s-%d", "calf", 7);
    ck_assert_str_eq(copy, "calf-7");
    free(copy);

    size_t capacity = 0;
    int *items = NULL;
    for (int i = 0; i < 1000; i++) {
        items = memory_grow(items, &capacity, (size_t)i + 1, sizeof(*items));
        ck_assert_uint_gt(capacity, (size_t)i);
        items[i] = i;
    }
    for (int i = 0; i < 1000; i++)
        ck_assert_int_eq(items[i], i);
    ck_assert_uint_lt(capacity, 2001);
    free(items);
}
END_TEST

Suite *suite_text(void)
{
    Suite *suite = suite_create("text");
    TCase *tests = tcase_create("text");
    tcase_add_test(tests, grows);
    tcase_add_test(tests, holds_long_texts);
    tcase_add_test(tests, clears_and_detaches);
    tcase_add_test(tests, tells_the_same);
    tcase_add_test(tests, memory_helpers);
    suite_add_tcase(suite, tests);
    return suite;
}
