/* SPDX-License-Identifier: MIT */
#include <check.h>

#include "ui/widgets/canvas.h"

Suite *suite_marks(void);

static const int32_t acute = 0x301, below = 0x323, ring = 0x30a, tilde = 0x303;

START_TEST(a_combination_has_one_number)
{
    Marks marks = {0};
    const uint8_t one = marks_with(&marks, 0, acute), two = marks_with(&marks, one, below);
    ck_assert_int_ne(one, 0);
    ck_assert_int_ne(two, one);
    ck_assert_int_eq(marks_with(&marks, 0, acute), one);
    ck_assert_int_eq(marks_with(&marks, one, below), two);
    ck_assert_int_ne(marks_with(&marks, marks_with(&marks, 0, below), acute), two); /* they stand in their order */
    ck_assert_int_eq(marks_at(&marks, two, 0), acute);
    ck_assert_int_eq(marks_at(&marks, two, 1), below);
    ck_assert_int_eq(marks_at(&marks, two, 2), 0);
    ck_assert_int_eq(marks_at(&marks, 0, 0), 0);
    marks_release(&marks);
}
END_TEST

START_TEST(three_stand_on_one_character)
{
    Marks marks = {0};
    const uint8_t three = marks_with(&marks, marks_with(&marks, marks_with(&marks, 0, acute), below), ring);
    ck_assert_int_eq(marks_at(&marks, three, 2), ring);
    ck_assert_int_eq(marks_with(&marks, three, tilde), three);
    marks_release(&marks);
}
END_TEST

/* What has a number keeps it; what finds none left stands without its last mark. */
START_TEST(there_is_an_end_to_them)
{
    Marks marks = {0};
    for (int i = 1; i <= MARKS_MOST; i++)
        ck_assert_int_eq(marks_with(&marks, 0, 0x1000 + i), i);
    ck_assert_int_eq(marks_with(&marks, 0, acute), 0);
    ck_assert_int_eq(marks_with(&marks, 7, acute), 7);
    ck_assert_int_eq(marks_at(&marks, MARKS_MOST, 0), 0x1000 + MARKS_MOST);
    ck_assert_int_eq(marks_with(&marks, 0, 0x1000 + 7), 7);
    marks_release(&marks);
}
END_TEST

Suite *suite_marks(void)
{
    Suite *suite = suite_create("marks");
    TCase *cases = tcase_create("marks");
    tcase_add_test(cases, a_combination_has_one_number);
    tcase_add_test(cases, three_stand_on_one_character);
    tcase_add_test(cases, there_is_an_end_to_them);
    suite_add_tcase(suite, cases);
    return suite;
}
