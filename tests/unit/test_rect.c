/* SPDX-License-Identifier: MIT */
#include <check.h>

#include "base/macros.h"
#include "ui/widgets/rect.h"

Suite *suite_rect(void);

static void check_rect(Rect is, Rect should)
{
    ck_assert_msg(is.x == should.x && is.y == should.y && is.width == should.width && is.height == should.height,
                  "is %d,%d %dx%d, should be %d,%d %dx%d", is.x, is.y, is.width, is.height, should.x, should.y,
                  should.width, should.height);
}

typedef Rect Cut(Rect *rest, int amount);

static const struct {
    Cut *cut;
    int amount;
    Rect taken, rest;
} cuts[] = {
    {rect_cut_top, 2, {1, 2, 10, 2}, {1, 4, 10, 4}},    {rect_cut_top, 9, {1, 2, 10, 6}, {1, 8, 10, 0}},
    {rect_cut_top, -1, {1, 2, 10, 0}, {1, 2, 10, 6}},   {rect_cut_bottom, 2, {1, 6, 10, 2}, {1, 2, 10, 4}},
    {rect_cut_bottom, 7, {1, 2, 10, 6}, {1, 2, 10, 0}}, {rect_cut_left, 3, {1, 2, 3, 6}, {4, 2, 7, 6}},
    {rect_cut_left, 11, {1, 2, 10, 6}, {11, 2, 0, 6}},  {rect_cut_right, 3, {8, 2, 3, 6}, {1, 2, 7, 6}},
    {rect_cut_right, 30, {1, 2, 10, 6}, {1, 2, 0, 6}},
};

START_TEST(cuts_never_more_than_there_is)
{
    Rect rest = {1, 2, 10, 6};
    check_rect(cuts[_i].cut(&rest, cuts[_i].amount), cuts[_i].taken);
    check_rect(rest, cuts[_i].rest);
}
END_TEST

START_TEST(insets_and_centres)
{
    check_rect(rect_inset((Rect){0, 0, 10, 6}, 2, 1), (Rect){2, 1, 6, 4});
    check_rect(rect_inset((Rect){0, 0, 3, 1}, 5, 5), (Rect){1, 0, 1, 1});
    check_rect(rect_centre((Rect){2, 2, 10, 5}, 4, 1), (Rect){5, 4, 4, 1});
    check_rect(rect_centre((Rect){2, 2, 10, 5}, 40, 50), (Rect){2, 2, 10, 5});
}
END_TEST

Suite *suite_rect(void)
{
    Suite *suite = suite_create("rect");
    TCase *cases = tcase_create("rect");
    tcase_add_loop_test(cases, cuts_never_more_than_there_is, 0, (int)ARRAY_LEN(cuts));
    tcase_add_test(cases, insets_and_centres);
    suite_add_tcase(suite, cases);
    return suite;
}
