/* SPDX-License-Identifier: MIT */
/* The queue of what is to be said, by scripts: what comes in at a time, and what the voice has to do then. */
#include <check.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "audio/speech.h"
#include "base/macros.h"
#include "base/text.h"
#include "support/following.h"

Suite *suite_speech(void);

typedef enum Input { AT, COUNT, CUE, NOW, LATER, SILENCE, ENDED } Input;

/* AT: time passes to `ms`. LATER: as NOW, but not before `ms`. */
typedef struct Line {
    Input input;
    int64_t ms;
    const char *text;
} Line;

static const struct {
    Line lines[12];
    const char *expected;
} scripts[] = {
    {{{CUE, 0, "one word"}}, "0 say one word\n"},
    {{{CUE, 0, " \n"}}, ""},
    {{{CUE, 0, "first"}, {CUE, 0, "second"}, {AT, 400, ""}, {ENDED, 0, ""}}, "0 say first\n400 say second\n"},
    {{{CUE, 0, "first"}, {AT, 500, ""}, {NOW, 0, "urgent"}}, "0 say first\n500 stop\n500 say urgent\n"},
    {{{CUE, 0, "first"}, {CUE, 0, "second"}, {NOW, 0, "urgent"}, {ENDED, 0, ""}},
     "0 say first\n0 stop\n0 say urgent\n"},
    {{{CUE, 0, "a long text to speak"}, {CUE, 0, "late"}, {AT, 2000, ""}, {ENDED, 0, ""}},
     "0 say a long text to speak\n2000 say late\n"},
    {{{CUE, 0, "a long text to speak"}, {CUE, 0, "late"}, {AT, 2001, ""}, {ENDED, 0, ""}},
     "0 say a long text to speak\n"},
    {{{CUE, 0, "first"}, {COUNT, 0, "three"}, {ENDED, 0, ""}, {COUNT, 0, "two"}}, "0 say first\n"},
    {{{CUE, 0, "first"},
      {COUNT, 0, "three"},
      {ENDED, 0, ""},
      {AT, 1000, ""},
      {COUNT, 0, "two"},
      {AT, 2000, ""},
      {COUNT, 0, "one"}},
     "0 say first\n"},
    {{{CUE, 0, "first"}, {COUNT, 0, "one"}, {ENDED, 0, ""}, {AT, 4000, ""}, {COUNT, 0, "three"}},
     "0 say first\n4000 say three\n"},
    {{{CUE, 0, "first"}, {SILENCE, 0, ""}, {SILENCE, 0, ""}}, "0 say first\n0 stop\n"},
    {{{SILENCE, 0, ""}, {CUE, 0, "first"}}, "0 say first\n"},
    {{{LATER, 600, "after the sound"}, {AT, 599, ""}, {AT, 600, ""}}, "600 say after the sound\n"},
    {{{CUE, 0, "first"}, {LATER, 600, "after the sound"}, {AT, 600, ""}},
     "0 say first\n0 stop\n600 say after the sound\n"},
    {{{CUE, 0, "two words"}, {AT, 2599, ""}, {AT, 2600, ""}}, "0 say two words\n2600 give up\n"},
    {{{CUE, 0, "two words"}, {CUE, 0, "next"}, {AT, 1000, ""}, {CUE, 0, "third"}, {AT, 2600, ""}},
     "0 say two words\n2600 give up\n2600 say third\n"},
};

static void put(Speech *speech, const Line *line, int64_t *now_ms)
{
    if (line->input == AT)
        *now_ms = line->ms;
    else if (line->input == SILENCE)
        speech_silence(speech);
    else if (line->input == ENDED)
        speech_ended(speech);
    else if (line->input == LATER)
        speech_add(speech, URGENCY_NOW, line->text, line->ms);
    else
        speech_add(speech,
                   line->input == COUNT ? URGENCY_COUNT
                   : line->input == CUE ? URGENCY_CUE
                                        : URGENCY_NOW,
                   line->text, *now_ms);
}

static void take(Speech *speech, int64_t now_ms, Text *taken)
{
    Utterance utterance;
    SpeechAction action;
    while ((action = speech_next(speech, now_ms, SPEECH_USUAL_RATE, &utterance)) != SPEECH_NOTHING) {
        text_print(taken, "%" PRId64 " %s", now_ms,
                   action == SPEECH_STOP      ? "stop\n"
                   : action == SPEECH_GIVE_UP ? "give up\n"
                                              : "say ");
        if (action == SPEECH_SAY) {
            text_print(taken, "%s\n", utterance.text);
            free(utterance.text);
        }
    }
}

START_TEST(the_voice_does_as_the_queue_says)
{
    Speech speech = {0};
    Text taken = {0};
    int64_t now_ms = 0;
    for (size_t i = 0; i < ARRAY_LEN(scripts[_i].lines) && scripts[_i].lines[i].text; i++) {
        put(&speech, &scripts[_i].lines[i], &now_ms);
        take(&speech, now_ms, &taken);
    }
    ck_assert_str_eq(text_show(&taken), scripts[_i].expected);
    text_release(&taken);
    speech_release(&speech);
}
END_TEST

START_TEST(is_due_when_something_changes)
{
    Speech speech = {0};
    Text taken = {0};
    ck_assert_int_eq(speech_due_ms(&speech), -1);
    speech_add(&speech, URGENCY_CUE, "later on", 700);
    ck_assert_int_eq(speech_due_ms(&speech), 700);
    take(&speech, 700, &taken);
    ck_assert_int_eq(speech_due_ms(&speech), -1); /* nothing waits: its end may be seen late */
    ck_assert(!speech_awaits_end(&speech));
    speech_add(&speech, URGENCY_CUE, "next", 800);
    ck_assert(speech_awaits_end(&speech));
    ck_assert_int_eq(speech_due_ms(&speech), 700 + 1000 + 2 * 800);
    speech_silence(&speech);
    ck_assert_int_eq(speech_due_ms(&speech), 0);
    text_release(&taken);
    speech_release(&speech);
}
END_TEST

START_TEST(the_oldest_goes_where_too_many_wait)
{
    Speech speech = {0};
    Text taken = {0};
    for (int i = 0; i <= SPEECH_WAITING_MOST; i++) {
        char text[] = {(char)('a' + i), '\0'};
        speech_add(&speech, URGENCY_CUE, text, 0);
    }
    take(&speech, 0, &taken);
    ck_assert_str_eq(text_show(&taken), "0 say b\n");
    text_release(&taken);
    speech_release(&speech);
}
END_TEST

START_TEST(length_goes_by_words_and_rate)
{
    static const struct {
        const char *text;
        int32_t rate;
        int64_t ms;
    } cases[] = {
        {"", 100, 0}, {"word", 100, 400}, {" two  words\n", 100, 800}, {"word", 200, 200}, {"one two three", 50, 2400}};
    for (size_t i = 0; i < ARRAY_LEN(cases); i++)
        ck_assert_int_eq(speech_length_ms(cases[i].text, cases[i].rate), cases[i].ms);
}
END_TEST

/* Whatever comes in, one utterance at a time is spoken, none begins late, and counting stops nobody. */
START_TEST(any_order_keeps_the_rules)
{
    uint64_t seed = (uint64_t)_i + 1;
    Speech speech = {0};
    int64_t now_ms = 0;
    bool speaks = false;
    for (int i = 0; i < 2000; i++) {
        const uint32_t what = next_number(&seed, 8);
        now_ms += next_number(&seed, 900);
        if (what == 0) {
            speech_silence(&speech);
        } else if (what < 3) {
            speech_ended(&speech);
            speaks = false;
        } else {
            speech_add(&speech, (Urgency)(what % 3), "some words to say", now_ms + next_number(&seed, 2) * 500);
        }
        Utterance utterance;
        SpeechAction action;
        while ((action = speech_next(&speech, now_ms, SPEECH_USUAL_RATE, &utterance)) != SPEECH_NOTHING) {
            ck_assert_int_eq(action == SPEECH_SAY, !speaks);
            speaks = action == SPEECH_SAY;
            if (action != SPEECH_SAY)
                continue;
            ck_assert_int_ge(now_ms, utterance.from_ms);
            ck_assert_int_le(now_ms, utterance.until_ms);
            free(utterance.text);
        }
        ck_assert_int_eq(speech.is_speaking, speaks);
        ck_assert_uint_le(speech.waiting_count, SPEECH_WAITING_MOST);
    }
    speech_release(&speech);
}
END_TEST

Suite *suite_speech(void)
{
    Suite *suite = suite_create("speech");
    TCase *tests = tcase_create("speech");
    tcase_add_loop_test(tests, the_voice_does_as_the_queue_says, 0, (int)ARRAY_LEN(scripts));
    tcase_add_test(tests, is_due_when_something_changes);
    tcase_add_test(tests, the_oldest_goes_where_too_many_wait);
    tcase_add_test(tests, length_goes_by_words_and_rate);
    tcase_add_loop_test(tests, any_order_keeps_the_rules, 0, 20);
    suite_add_tcase(suite, tests);
    return suite;
}
