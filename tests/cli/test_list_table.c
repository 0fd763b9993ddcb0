/* SPDX-License-Identifier: MIT */
/* What `knead list` prints in windows of any width. */
#include <check.h>
#include <string.h>

#include "base/macros.h"
#include "base/utf8.h"
#include "cli/list_table.h"

Suite *suite_list_table(void);

static const char *const rows[][COLUMN_COUNT] = {
    {"feet", "5:00", "", "Feet First", "desk, wall", "therapy-ball", "feet, calves", ""},
    {"hips-long", "12:30", "", "Hips", "floor", "", "hips, glutes", "yours  (left out: one move, not with sciatica)"},
    {"torn", "!", "has a problem: line 3, column 5: there is no 'holds' here", "", "", "", "", ""},
};

static ListTable table;

static void set_up(void)
{
    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        Text cells[COLUMN_COUNT] = {0};
        for (int column = 0; column < COLUMN_COUNT; column++)
            text_add(&cells[column], rows[i][column]);
        list_table_add(&table, cells);
    }
}

static void tear_down(void)
{
    list_table_release(&table);
}

static const struct {
    int width;
    const char *text;
} cases[] = {
    {0, "feet       5:00   Feet First  desk, wall  therapy-ball  feet, calves\n"
        "hips-long  12:30  Hips        floor                     hips, glutes  "
        "yours  (left out: one move, not with sciatica)\n"
        "torn       !      has a problem: line 3, column 5: there is no 'holds' here\n"},
    {115, "feet       5:00   Feet First  desk, wall  therapy-ball\n"
          "hips-long  12:30  Hips        floor                     yours  (left out: one move, not with sciatica)\n"
          "torn       !      has a problem: line 3, column 5: there is no 'holds' here\n"},
    {80, "feet       5:00   Feet First\n"
         "hips-long  12:30  Hips        yours  (left out: one move, not with sciatica)\n"
         "torn       !      has a problem: line 3, column 5: there is no 'holds' here\n"},
    {60, "feet       5:00   Feet First\n"
         "hips-long  12:30  Hips        yours  (left out: one move,\n"
         "                              not with sciatica)\n"
         "torn       !      has a problem: line 3, column 5: there is\n"
         "                  no 'holds' here\n"},
    {30, "feet       5:00   Feet First\n"
         "hips-long  12:30  Hips\n"
         "    yours  (left out: one\n"
         "    move, not with sciatica)\n"
         "torn       !\n"
         "    has a problem: line 3,\n"
         "    column 5: there is no\n"
         "    'holds' here\n"},
};

START_TEST(rows_fit_the_window)
{
    Text found = {0};
    list_table_write(&table, cases[_i].width, &found);
    ck_assert_str_eq(text_show(&found), cases[_i].text);
    text_release(&found);
}
END_TEST

Suite *suite_list_table(void)
{
    Suite *suite = suite_create("list_table");
    TCase *tcase = tcase_create("list_table");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    tcase_add_loop_test(tcase, rows_fit_the_window, 0, (int)ARRAY_LEN(cases));
    suite_add_tcase(suite, tcase);
    return suite;
}
