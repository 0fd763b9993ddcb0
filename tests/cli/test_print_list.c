/* SPDX-License-Identifier: MIT */
/* What `knead list` prints in windows of any width. */
#include <check.h>
#include <string.h>

#include "base/macros.h"
#include "base/utf8.h"
#include "cli/print_list.h"

Suite *suite_print_list(void);

static const char *const rows[][COLUMN_COUNT] = {
    {"feet", "5:00", "", "Feet First", "desk, wall", "therapy-ball", "feet, calves", ""},
    {"hips-long", "12:30", "", "Hips", "floor", "", "hips, glutes", "yours  (left out: one move, not with sciatica)"},
    {"torn", "!", "has a problem: line 3, column 5: there is no 'holds' here", "", "", "", "", ""},
};

/* Texts that are longer than the window has room for. */
static const char *const long_rows[][COLUMN_COUNT] = {
    {"calf-hamstring-smash", "13:10", "", "Calf & Hamstring Smash, Then Some More", "several places",
     "therapy-ball, chair, block", "calves, hamstrings, lower-back", ""},
    {"mine", "6:00", "", "Mine", "desk, chair, wall, doorway", "roller", "feet", "yours"},
};

static ListTable table;

static void add_rows(const char *const (*added)[COLUMN_COUNT], size_t count)
{
    for (size_t i = 0; i < count; i++) {
        Text cells[COLUMN_COUNT] = {0};
        for (int column = 0; column < COLUMN_COUNT; column++)
            text_add(&cells[column], added[i][column]);
        print_list_add(&table, cells);
    }
}

static void tear_down(void)
{
    print_list_release(&table);
}

static const struct {
    int width;
    const char *text;
} cases[] = {
    {0, "feet       5:00   Feet First  desk, wall  therapy-ball  feet, calves\n"
        "hips-long  12:30  Hips        floor                     hips, glutes  "
        "yours  (left out: one move, not with sciatica)\n"
        "torn       !      has a problem: line 3, column 5: there is no 'holds' here\n"},
    {116, "feet       5:00   Feet First  desk, wall  therapy-ball  feet, calves\n"
          "hips-long  12:30  Hips        floor                     hips, glutes  "
          "yours  (left out: one move, not with sciatica)\n"
          "torn       !      has a problem: line 3, column 5: there is no 'holds' here\n"},
    {80, "feet       5:00   Feet First  desk, wall  therapy-ball  feet, calves\n"
         "hips-long  12:30  Hips        floor                     hips, glutes\n"
         "    yours  (left out: one move, not with sciatica)\n"
         "torn       !      has a problem: line 3, column 5: there is no 'holds' here\n"},
    {60, "feet       5:00   Feet First  desk, wall  therapy-ball\n"
         "hips-long  12:30  Hips        floor\n"
         "    yours  (left out: one move, not with sciatica)\n"
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

#define DOTS "\xE2\x80\xA6"

static const struct {
    int width;
    const char *text;
} long_cases[] = {
    {0, "calf-hamstring-smash  13:10  Calf & Hamstring Smash, Then Some More  several places              "
        "therapy-ball, chair, block  calves, hamstrings, lower-back\n"
        "mine                  6:00   Mine                                    desk, chair, wall, doorway  "
        "roller                      feet                            yours\n"},
    {120, "calf-hamstring-smash  13:10  Calf & Hamstring Smash, Then " DOTS "  several places   therapy-ball," DOTS
          "  calves, hamstrings, lower" DOTS "\n"
          "mine                  6:00   Mine                            desk, chair, w" DOTS
          "  roller          feet                 yours\n"},
    {80, "calf-hamstring-smash  13:10  Calf & Hamstring Smash, Th" DOTS "  several places\n"
         "mine                  6:00   Mine                         desk, chair, w" DOTS "  yours\n"},
    {60, "calf-hamstring-smash  13:10  Calf & Hamstring Smash, Then\n"
         "                             Some More\n"
         "mine                  6:00   Mine                      yours\n"},
};

START_TEST(long_texts_share_the_room)
{
    Text found = {0};
    add_rows(long_rows, ARRAY_LEN(long_rows));
    print_list_write(&table, long_cases[_i].width, &found);
    ck_assert_str_eq(text_show(&found), long_cases[_i].text);
    text_release(&found);
}
END_TEST

START_TEST(rows_fit_the_window)
{
    Text found = {0};
    add_rows(rows, ARRAY_LEN(rows));
    print_list_write(&table, cases[_i].width, &found);
    ck_assert_str_eq(text_show(&found), cases[_i].text);
    text_release(&found);
}
END_TEST

Suite *suite_print_list(void)
{
    Suite *suite = suite_create("print_list");
    TCase *tcase = tcase_create("print_list");
    tcase_add_checked_fixture(tcase, NULL, tear_down);
    tcase_add_loop_test(tcase, rows_fit_the_window, 0, (int)ARRAY_LEN(cases));
    tcase_add_loop_test(tcase, long_texts_share_the_room, 0, (int)ARRAY_LEN(long_cases));
    suite_add_tcase(suite, tcase);
    return suite;
}
