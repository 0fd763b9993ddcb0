/* SPDX-License-Identifier: MIT */
#include "progress/record_words.h"

#include <check.h>
#include <stdlib.h>

#include "base/macros.h"

Suite *suite_record_words(void);

static const struct {
    MoveRecord move;
    const char *words;
} done[] = {
    {{.held_ms = 90000, .felt = -1, .felt_most = -1}, "1 min 30 s"},
    {{.held_ms = 90999, .felt = 4, .felt_most = 4}, "1 min 30 s, felt 4"},
    {{.held_ms = 60000, .felt = 4, .felt_most = 5, .hurt = true}, "1 min, felt 4 (5 at most), it hurt"},
    {{.held_ms = 0, .felt = -1, .felt_most = -1}, "0 s"},
    {{.held_ms = 0, .felt = -1, .felt_most = -1, .skipped = true}, "skipped"},
    {{.held_ms = 999, .felt = -1, .felt_most = -1, .skipped = true, .hurt = true}, "skipped, it hurt"},
    {{.held_ms = 1000, .felt = 0, .felt_most = 7, .skipped = true}, "1 s, cut short, felt 0 (7 at most)"},
    {{.held_ms = 3900000, .felt = -1, .felt_most = -1}, "1 h 5 min"},
};

START_TEST(says_what_was_done)
{
    Text text = {0};
    record_words_done(&text, &done[_i].move);
    ck_assert_str_eq(text_show(&text), done[_i].words);
    text_release(&text);
}
END_TEST

enum { NONE = MEASURE_NOT_SAID };

static const struct {
    Measure measure;
    const char *words;
} measures[] = {
    {{UNIT_FEEL, false, NONE, NONE}, ""},
    {{UNIT_FEEL, false, 60, 20}, "before 6 of 10, after 2 of 10"},
    {{UNIT_FEEL, false, 0, NONE}, "before 0 of 10"},
    {{UNIT_FEEL, false, NONE, 100}, "after 10 of 10"},
    {{UNIT_CM, true, 85, 100}, "before 8.5 cm, after 10 cm"},
    {{UNIT_CM, false, NONE, -15}, "after -1.5 cm"},
    {{UNIT_TIMES, true, 120, NONE}, "before 12 times"},
};

START_TEST(says_the_numbers)
{
    Text text = {0};
    record_words_measure(&text, &measures[_i].measure);
    ck_assert_str_eq(text_show(&text), measures[_i].words);
    text_release(&text);
}
END_TEST

static const struct {
    SessionRecord record;
    const char *words;
} left_out[] = {
    {{.title = "T"}, ""},
    {{.declined = "A, B"}, "Left out after its question: A, B\n"},
    {{.ruled_out = "C (clot)"}, "Left out for your health: C (clot)\n"},
    {{.dropped = "D"}, "Left out to fit the time: D\n"},
    {{.declined = "A", .ruled_out = "C (clot)", .dropped = "D"},
     "Left out after its question: A\nLeft out for your health: C (clot)\nLeft out to fit the time: D\n"},
};

START_TEST(says_what_was_left_out)
{
    Text text = {0};
    record_words_left_out(&text, &left_out[_i].record);
    ck_assert_str_eq(text_show(&text), left_out[_i].words);
    text_release(&text);
}
END_TEST

Suite *suite_record_words(void)
{
    Suite *suite = suite_create("record_words");
    TCase *tests = tcase_create("record_words");
    tcase_add_loop_test(tests, says_what_was_done, 0, ARRAY_LEN(done));
    tcase_add_loop_test(tests, says_the_numbers, 0, ARRAY_LEN(measures));
    tcase_add_loop_test(tests, says_what_was_left_out, 0, ARRAY_LEN(left_out));
    suite_add_tcase(suite, tests);
    return suite;
}
