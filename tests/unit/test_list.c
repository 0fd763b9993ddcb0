/* SPDX-License-Identifier: MIT */
#include <check.h>

#include "base/macros.h"
#include "ui/list.h"

Suite *suite_list(void);

static const struct {
    int position;
    Action action;
    int count, after;
    bool is_taken;
} moves[] = {
    {0, ACTION_DOWN, 3, 1, true},       {2, ACTION_DOWN, 3, 2, true},        {1, ACTION_UP, 3, 0, true},
    {0, ACTION_UP, 3, 0, true},         {3, ACTION_PAGE_DOWN, 40, 13, true}, {3, ACTION_PAGE_DOWN, 8, 7, true},
    {13, ACTION_PAGE_UP, 40, 3, true},  {3, ACTION_PAGE_UP, 40, 0, true},    {7, ACTION_FIRST, 40, 0, true},
    {7, ACTION_LAST, 40, 39, true},     {0, ACTION_LAST, 1, 0, true},        {0, ACTION_DOWN, 0, 0, true},
    {9, ACTION_UP, 3, 2, true},         {1, ACTION_OPEN, 3, 1, false},       {1, ACTION_NONE, 3, 1, false},
};

START_TEST(moves_within_its_rows)
{
    int position = moves[_i].position;
    ck_assert_int_eq(list_move(&position, moves[_i].action, moves[_i].count), moves[_i].is_taken);
    ck_assert_int_eq(position, moves[_i].after);
}
END_TEST

static const struct {
    int position, count, rows, top;
} windows[] = {
    {0, 5, 10, 0}, {4, 5, 10, 0}, {0, 20, 9, 0}, {3, 20, 9, 0}, {4, 20, 9, 1}, {10, 20, 9, 7}, {19, 20, 9, 11},
    {5, 20, 1, 5}, {0, 0, 5, 0},
};

START_TEST(keeps_the_chosen_row_in_sight)
{
    int top = list_top(windows[_i].position, windows[_i].count, windows[_i].rows);
    ck_assert_int_eq(top, windows[_i].top);
    ck_assert(windows[_i].count == 0 ||
              (top <= windows[_i].position && windows[_i].position < top + windows[_i].rows));
}
END_TEST

Suite *suite_list(void)
{
    Suite *suite = suite_create("list");
    TCase *tests = tcase_create("list");
    tcase_add_loop_test(tests, moves_within_its_rows, 0, ARRAY_LEN(moves));
    tcase_add_loop_test(tests, keeps_the_chosen_row_in_sight, 0, ARRAY_LEN(windows));
    suite_add_tcase(suite, tests);
    return suite;
}
