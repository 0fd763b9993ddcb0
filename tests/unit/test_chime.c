/* SPDX-License-Identifier: MIT */
/* The sounds of a session, looked at as samples: each differs from all others in what can be heard. */
#include <check.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "audio/chime.h"
#include "base/macros.h"

Suite *suite_chime(void);

enum { PART_MS = 10, PART = CHIME_RATE * PART_MS / 1000, SILENT = 200 };

/* What can be heard of a sound. */
typedef struct Heard {
    int onsets;
    int contour; /* of the number of waves, from the first fifth to the last: rising 1, falling -1, level 0 */
    int ms;
    int first_ms; /* of silence */
} Heard;

static int loudest(const int16_t *samples, size_t count)
{
    int most = 0;
    for (size_t i = 0; i < count; i++)
        most = MAX_OF(most, abs(samples[i]));
    return most;
}

/* Crossings of zero upwards in the louder half of a stretch. */
static int waves(const int16_t *samples, size_t count)
{
    int crossings = 0;
    for (size_t i = 1; i < count; i++)
        crossings += samples[i - 1] < 0 && samples[i] >= 0;
    return crossings;
}

static Heard hear(const int16_t *samples, size_t count)
{
    Heard heard = {.ms = (int)(count * 1000 / CHIME_RATE)};
    int before = 0, lowest = INT16_MAX;
    size_t first = 0;
    for (size_t at = 0; at + PART <= count; at += PART) {
        const int now = loudest(samples + at, PART);
        if (now > SILENT && (before <= SILENT || now > 3 * lowest)) {
            heard.onsets++;
            first = heard.onsets == 1 ? at : first;
            lowest = now;
        }
        lowest = MIN_OF(lowest, MAX_OF(now, 1));
        before = now;
    }
    heard.first_ms = (int)(first * 1000 / CHIME_RATE);
    const size_t length = (count - first) / 5;
    const int start = waves(samples + first, length), end = waves(samples + count - 2 * length, length);
    heard.contour = end > start * 11 / 10 ? 1 : end < start * 9 / 10 ? -1 : 0;
    return heard;
}

static Heard hear_chime(Chime chime, int volume)
{
    size_t count;
    int16_t *samples = chime_samples(chime, volume, &count);
    const Heard heard = hear(samples, count);
    free(samples);
    return heard;
}

START_TEST(each_differs_from_all_others)
{
    for (int one = 0; one < CHIME_COUNT; one++) {
        const Heard heard = hear_chime((Chime)one, 100);
        ck_assert_int_ge(heard.onsets, 1);
        ck_assert_int_ge(heard.first_ms, CHIME_SILENCE_MS - PART_MS);
        ck_assert_int_le(abs(heard.ms - chime_ms((Chime)one)), 1);
        for (int other = 0; other < one; other++) {
            const Heard beside = hear_chime((Chime)other, 100);
            const bool is_longer = 2 * heard.ms > 3 * beside.ms || 2 * beside.ms > 3 * heard.ms;
            ck_assert_msg(heard.onsets != beside.onsets || heard.contour != beside.contour || is_longer,
                          "%s and %s sound alike: %d onsets, contour %d, %d and %d ms", chime_name((Chime)one),
                          chime_name((Chime)other), heard.onsets, heard.contour, heard.ms, beside.ms);
        }
    }
}
END_TEST

START_TEST(has_the_notes_it_should)
{
    static const int onsets[CHIME_COUNT] = {
        [CHIME_START] = 1, [CHIME_SWITCH] = 4, [CHIME_TICK] = 1, [CHIME_HALF] = 2, [CHIME_END] = 3, [CHIME_STOP] = 1};
    ck_assert_int_eq(hear_chime((Chime)_i, 100).onsets, onsets[_i]);
    ck_assert_int_eq(hear_chime(CHIME_START, 100).contour, 1);
    ck_assert_int_eq(hear_chime(CHIME_STOP, 100).contour, -1);
    ck_assert_int_eq(hear_chime(CHIME_TICK, 100).contour, 0);
}
END_TEST

START_TEST(is_as_loud_as_asked_for)
{
    static const int volumes[] = {0, 20, 40, 60, 80, 100};
    int before = -1;
    for (size_t i = 0; i < ARRAY_LEN(volumes); i++) {
        size_t count;
        int16_t *samples = chime_samples((Chime)_i, volumes[i], &count);
        const int most = loudest(samples, count);
        ck_assert_int_gt(most, before);
        before = most;
        free(samples);
    }
    ck_assert_int_gt(before, INT16_MAX / 3);
}
END_TEST

START_TEST(each_has_its_own_rhythm_of_bells)
{
    for (int other = 0; other < _i; other++) {
        int number = 0;
        while (chime_bell_ms((Chime)_i, number) == chime_bell_ms((Chime)other, number) &&
               chime_bell_ms((Chime)_i, number) >= 0)
            number++;
        ck_assert_int_ne(chime_bell_ms((Chime)_i, number), chime_bell_ms((Chime)other, number));
    }
}
END_TEST

START_TEST(is_a_wave_file)
{
    size_t size, count;
    unsigned char *wave = chime_wave((Chime)_i, 60, &size);
    int16_t *samples = chime_samples((Chime)_i, 60, &count);
    ck_assert_int_eq(memcmp(wave, "RIFF", 4), 0);
    ck_assert_int_eq(memcmp(wave + 8, "WAVEfmt ", 8), 0);
    ck_assert_uint_eq(size, 44 + 2 * count);
    for (size_t i = 0; i < count; i++)
        ck_assert_int_eq((int16_t)(wave[44 + 2 * i] | wave[45 + 2 * i] << 8), samples[i]);
    free(samples);
    free(wave);
}
END_TEST

Suite *suite_chime(void)
{
    Suite *suite = suite_create("chime");
    TCase *tests = tcase_create("chime");
    tcase_add_test(tests, each_differs_from_all_others);
    tcase_add_loop_test(tests, has_the_notes_it_should, 0, CHIME_COUNT);
    tcase_add_loop_test(tests, is_as_loud_as_asked_for, 0, CHIME_COUNT);
    tcase_add_loop_test(tests, each_has_its_own_rhythm_of_bells, 0, CHIME_COUNT);
    tcase_add_loop_test(tests, is_a_wave_file, 0, CHIME_COUNT);
    suite_add_tcase(suite, tests);
    return suite;
}
