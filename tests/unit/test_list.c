/* SPDX-License-Identifier: MIT */
#include <check.h>

#include "base/macros.h"
#include "ui/widgets/list.h"

Suite *suite_list(void);

static const struct {
    int position;
    Action action;
    int count, after;
    bool is_taken;
} moves[] = {
    {0, ACTION_DOWN, 3, 1, true},      {2, ACTION_DOWN, 3, 2, true},        {1, ACTION_UP, 3, 0, true},
    {0, ACTION_UP, 3, 0, true},        {3, ACTION_PAGE_DOWN, 40, 13, true}, {3, ACTION_PAGE_DOWN, 8, 7, true},
    {13, ACTION_PAGE_UP, 40, 3, true}, {3, ACTION_PAGE_UP, 40, 0, true},    {7, ACTION_FIRST, 40, 0, true},
    {7, ACTION_LAST, 40, 39, true},    {0, ACTION_LAST, 1, 0, true},        {0, ACTION_DOWN, 0, 0, true},
    {9, ACTION_UP, 3, 2, true},        {1, ACTION_OPEN, 3, 1, false},       {1, ACTION_NONE, 3, 1, false},
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
    {0, 5, 10, 0},  {4, 5, 10, 0},   {0, 20, 9, 0}, {3, 20, 9, 0}, {4, 20, 9, 1},
    {10, 20, 9, 7}, {19, 20, 9, 11}, {5, 20, 1, 5}, {0, 0, 5, 0},
};

START_TEST(keeps_the_chosen_row_in_sight)
{
    int top = list_top(windows[_i].position, windows[_i].count, windows[_i].rows);
    ck_assert_int_eq(top, windows[_i].top);
    ck_assert(windows[_i].count == 0 || (top <= windows[_i].position && windows[_i].position < top + windows[_i].rows));
}
END_TEST

static const struct {
    int before, position, count, rows, margin, top;
} kept[] = {
    {0, 3, 20, 9, 0, 0},    {0, 8, 20, 9, 0, 0},    {0, 9, 20, 9, 0, 1}, {5, 5, 20, 9, 0, 5},   {5, 4, 20, 9, 0, 4},
    {0, 6, 20, 9, 2, 0},    {0, 7, 20, 9, 2, 1},    {5, 6, 20, 9, 2, 4}, {0, 19, 20, 9, 2, 11}, {5, 0, 20, 9, 2, 0},
    {0, 3, 20, 4, 2, 1},    {0, 2, 20, 4, 2, 0},    {3, 3, 20, 4, 2, 2}, {0, 1, 20, 3, 2, 0},   {0, 2, 20, 3, 2, 0},
    {30, 15, 20, 9, 0, 11}, {11, 19, 20, 20, 0, 0}, {4, 5, 20, 1, 2, 5}, {7, 0, 0, 5, 2, 0},
};

START_TEST(keeps_what_is_in_sight)
{
    ck_assert_int_eq(list_keep(kept[_i].before, kept[_i].position, kept[_i].count, kept[_i].rows, kept[_i].margin),
                     kept[_i].top);
}
END_TEST

/* Three rows of two lines each, from line 2 on. */
static const struct {
    int top, x, y, row;
} cells[] = {{0, 1, 2, 0}, {0, 9, 5, 1}, {4, 5, 6, 6}, {4, 5, 8, -1}, {4, 0, 6, -1}, {4, 10, 6, -1}, {8, 5, 6, -1}};

START_TEST(finds_the_row_of_a_cell)
{
    ck_assert_int_eq(list_at((Rect){1, 2, 9, 6}, 2, cells[_i].top, 10, cells[_i].x, cells[_i].y), cells[_i].row);
}
END_TEST

Suite *suite_list(void)
{
    Suite *suite = suite_create("list");
    TCase *tests = tcase_create("list");
    tcase_add_loop_test(tests, moves_within_its_rows, 0, ARRAY_LEN(moves));
    tcase_add_loop_test(tests, keeps_the_chosen_row_in_sight, 0, ARRAY_LEN(windows));
    tcase_add_loop_test(tests, keeps_what_is_in_sight, 0, ARRAY_LEN(kept));
    tcase_add_loop_test(tests, finds_the_row_of_a_cell, 0, ARRAY_LEN(cells));
    suite_add_tcase(suite, tests);
    return suite;
}
