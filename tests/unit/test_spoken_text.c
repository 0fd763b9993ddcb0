/* SPDX-License-Identifier: MIT */
/* Written text as a voice says it. */
#include <check.h>

#include "audio/spoken_text.h"
#include "base/macros.h"

Suite *suite_spoken_text(void);

static const struct {
    const char *written, *spoken;
} texts[] = {
    {"", ""},
    {"Roll slowly.", "Roll slowly."},
    {"30 s", "thirty seconds"},
    {"Hold 1 s.", "Hold one second."},
    {"1 min 30 s", "one minute thirty seconds"},
    {"2-3 cm above the heel", "two to three centimetres above the heel"},
    {"2\xE2\x80\x93"
     "3 cm",
     "two to three centimetres"},
    {"1:30", "one minute thirty"},
    {"5 x 4 s", "five times four seconds"},
    {"1.5 kg", "one point five kilograms"},
    {"100 %", "one hundred percent"},
    {"45\xC2\xB0", "forty-five degrees"},
    {"115 of 1001", "one hundred and fifteen of one thousand and one"},
    {"999999", "nine hundred and ninety-nine thousand nine hundred and ninety-nine"},
    {"12345678901234567890", "12345678901234567890"},
    {"the L5 vertebra", "the L5 vertebra"},
    {"m 5", "m five"},
    {"5 sit-ups", "five sit-ups"},
    {"5 minor", "five minor"},
    {"-5", "-five"},
    {"3, 2, 1", "three, two, one"},
    {"10\nlines\tof", "ten lines of"},
    {"gr\xC3\xBC\xC3\x9F dich, 2 m", "gr\xC3\xBC\xC3\x9F dich, two metres"},
    {"0", "zero"},
    {"007", "seven"},
};

START_TEST(says_numbers_and_units_in_words)
{
    Text spoken = {0};
    spoken_text_add(&spoken, texts[_i].written);
    ck_assert_str_eq(text_show(&spoken), texts[_i].spoken);
    text_release(&spoken);
}
END_TEST

Suite *suite_spoken_text(void)
{
    Suite *suite = suite_create("spoken_text");
    TCase *tests = tcase_create("spoken_text");
    tcase_add_loop_test(tests, says_numbers_and_units_in_words, 0, (int)ARRAY_LEN(texts));
    suite_add_tcase(suite, tests);
    return suite;
}
