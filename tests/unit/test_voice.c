/* SPDX-License-Identifier: MIT */
/* Which voice speaks, what it is given, and how it goes. */
#include <check.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>

#include "audio/voice.h"
#include "base/macros.h"
#include "base/memory.h"
#include "support/fakes.h"
#include "support/scratch.h"
#include "support/ssip.h"

Suite *suite_voice(void);

static Voice voice;

static void set_up(void)
{
    fakes_set_up();
}

static void tear_down(void)
{
    voice_close(&voice);
    ssip_end();
    fakes_tear_down();
}

static void open_only(const char *program, const char *script, int32_t rate)
{
    fakes_put(program, script);
    ck_assert(voice_open(&voice, &(TextList){0}, rate));
}

static void say(const char *text)
{
    ck_assert(voice_say(&voice, text, URGENCY_NOW, 0));
}

static void expect_end(VoiceState wanted)
{
    VoiceState state;
    while ((state = voice_check(&voice, 0)) == VOICE_SPEAKS) {
        struct pollfd end = {.fd = voice_descriptor(&voice, true), .events = POLLIN};
        ck_assert_int_ge(poll(&end, 1, 100), 0);
    }
    ck_assert_int_eq(state, wanted);
    ck_assert_int_eq(voice_check(&voice, 0), VOICE_IDLE);
}

/* All that can be there, in the order in which they are used. */
START_TEST(first_that_is_there_speaks)
{
    static const char *const programs[] = {"own", "say", "espeak-ng", "espeak", "speech-dispatcher", "flite"};
    static const char *const order[] = {"own",  "say", "speech-dispatcher", "espeak-ng", "espeak", "speech-dispatcher",
                                        "flite"};
    const char *own[] = {"own"};
    for (size_t i = 0; i < ARRAY_LEN(programs); i++)
        fakes_put(programs[i], NULL);
    ssip_listen("speechd.sock");
    ck_assert(voice_open(&voice, &(TextList){own, ARRAY_LEN(own)}, 100));
    for (size_t i = 0; i < ARRAY_LEN(order); i++) {
        ck_assert_str_eq(voice_name(&voice), order[i]);
        ck_assert(voice_open_next(&voice) == (i + 1 < ARRAY_LEN(order)));
    }
    ck_assert_str_eq(voice_name(&voice), "none");
    ck_assert(!voice_open_next(&voice));
    ck_assert(!voice_say(&voice, "Hold.", URGENCY_NOW, 0));
    ck_assert_int_eq(voice_check(&voice, 0), VOICE_IDLE);
    fakes_expect("");
}
END_TEST

START_TEST(those_that_are_not_there_are_passed_over)
{
    static const struct {
        const char *programs[2], *name, *next;
    } rows[] = {{{NULL}, "none", "none"},
                {{"flite"}, "flite", "none"},
                {{"flite", "espeak"}, "espeak", "flite"},
                {{"speech-dispatcher", "espeak-ng"}, "espeak-ng", "speech-dispatcher"},
                {{"spd-say", "festival"}, "none", "none"}};
    for (size_t i = 0; i < 2 && rows[_i].programs[i]; i++)
        fakes_put(rows[_i].programs[i], NULL);
    ck_assert(voice_open(&voice, &(TextList){0}, 100) == (rows[_i].programs[0] && strcmp(rows[_i].name, "none") != 0));
    ck_assert_str_eq(voice_name(&voice), rows[_i].name);
    voice_open_next(&voice);
    ck_assert_str_eq(voice_name(&voice), rows[_i].next);
}
END_TEST

START_TEST(rate_is_an_argument)
{
    static const struct {
        const char *program;
        int32_t rate;
        const char *log;
    } rows[] = {{"say", 100, "say\n-r\n170\n< Hold.\n"},
                {"say", 50, "say\n-r\n85\n< Hold.\n"},
                {"espeak-ng", 100, "espeak-ng\n-s\n170\n--stdin\n< Hold.\n"},
                {"espeak-ng", 200, "espeak-ng\n-s\n340\n--stdin\n< Hold.\n"},
                {"espeak", 133, "espeak\n-s\n226\n--stdin\n< Hold.\n"},
                {"flite", 100, "flite\n--setf\nduration_stretch=1.00\n-t\nHold.\n\n< Hold.\n"},
                {"flite", 200, "flite\n--setf\nduration_stretch=0.50\n-t\nHold.\n\n< Hold.\n"},
                {"flite", 75, "flite\n--setf\nduration_stretch=1.33\n-t\nHold.\n\n< Hold.\n"}};
    open_only(rows[_i].program, NULL, rows[_i].rate);
    say("Hold.");
    fakes_expect(rows[_i].log);
    expect_end(VOICE_ENDED);
    fakes_expect("");
}
END_TEST

/* Nothing in it is an option, a request of a voice, a pattern, or for a shell. */
START_TEST(text_arrives_as_it_is)
{
    static const struct {
        const char *text, *heard;
    } rows[] = {{"He said \"now\", didn't he?", "He said \"now\", didn't he?"},
                {"$(touch x) `touch y` $PATH ~ * ? ; & | > x", "$(touch x) `touch y` $PATH ~ * ? ; & | > x"},
                {"M\xC3\xBC"
                 "digkeit \xE2\x80\x94 \xC3\xA4rger",
                 "M\xC3\xBC"
                 "digkeit \xE2\x80\x94 \xC3\xA4rger"},
                {"-v de", "-v de"},
                {"--help", "--help"},
                {"-", "-"},
                {"%s%n\\n", "%s%n\\n"},
                {"[[rate 1]] Hold.", "  rate 1   Hold."},
                {"one\ntwo\r\nthree", "one two  three"}};
    static const struct {
        const char *program, *log;
    } programs[] = {{"espeak-ng", "espeak-ng\n-s\n170\n--stdin\n< "},
                    {"say", "say\n-r\n170\n< "},
                    {"flite", "flite\n--setf\nduration_stretch=1.00\n-t\n"}};
    const size_t program = (size_t)_i / ARRAY_LEN(rows), row = (size_t)_i % ARRAY_LEN(rows);
    char *log = memory_print("%s%s\n", programs[program].log, rows[row].heard);
    open_only(programs[program].program, NULL, 100);
    say(rows[row].text);
    fakes_expect(log);
    free(log);
}
END_TEST

START_TEST(own_command_gets_its_own_arguments)
{
    const char *command[] = {"own", "-v", "de ch", "$(x)", ""};
    fakes_put("own", NULL);
    fakes_put("espeak-ng", NULL);
    ck_assert(voice_open(&voice, &(TextList){command, ARRAY_LEN(command)}, 150));
    say("-Hold \"ten\" seconds.");
    fakes_expect("own\n-v\nde ch\n$(x)\n\n< -Hold \"ten\" seconds.\n");
    expect_end(VOICE_ENDED);
}
END_TEST

/* It ends at once, as espeak-ng does where there is no sound device. */
START_TEST(voice_that_ends_too_soon_has_not_spoken)
{
    static const struct {
        const char *text;
        bool is_own; /* a command of the person's own may do something else than speak; what comes after it may not */
        VoiceState first, next;
    } rows[] = {
        {"Sit on the floor, both hands behind you.", false, VOICE_TOO_SOON, VOICE_TOO_SOON},
        {"Sit on the floor, both hands behind you.", true, VOICE_ENDED, VOICE_TOO_SOON},
        {"Sit.", false, VOICE_ENDED, VOICE_ENDED},
    };
    const char *own[] = {"own"};
    fakes_put("own", NULL);
    fakes_put("espeak-ng", NULL);
    fakes_put("espeak", NULL);
    ck_assert(voice_open(&voice, &(TextList){own, rows[_i].is_own ? 1 : 0}, 100));
    say(rows[_i].text);
    expect_end(rows[_i].first);
    ck_assert(voice_open_next(&voice));
    say(rows[_i].text);
    expect_end(rows[_i].next);
    free(fakes_take_log());
}
END_TEST

START_TEST(own_command_may_be_a_path)
{
    fakes_put("own", NULL);
    char *path = scratch_path("bin/own");
    const char *command[] = {path};
    setenv("PATH", "/no/such/folder", 1);
    ck_assert(voice_open(&voice, &(TextList){command, ARRAY_LEN(command)}, 100));
    ck_assert_str_eq(voice_name(&voice), "own");
    say("Hold.");
    fakes_expect("own\n< Hold.\n");
    free(path);
}
END_TEST

START_TEST(own_command_that_is_not_there_is_passed_over)
{
    const char *command[] = {"own"};
    fakes_put("espeak-ng", NULL);
    ck_assert(voice_open(&voice, &(TextList){command, ARRAY_LEN(command)}, 100));
    ck_assert_str_eq(voice_name(&voice), "espeak-ng");
}
END_TEST

/* Such as a script without the line that names its interpreter. */
START_TEST(program_that_cannot_be_started_says_so)
{
    scratch_put("bin/espeak-ng", "\x7f"
                                 "ELF, or not");
    scratch_set_mode("bin/espeak-ng", 0700);
    ck_assert(voice_open(&voice, &(TextList){0}, 100));
    ck_assert(!voice_say(&voice, "Hold.", URGENCY_NOW, 0));
    ck_assert_int_eq(voice_check(&voice, 0), VOICE_IDLE);
}
END_TEST

START_TEST(end_is_told)
{
    static const struct {
        const char *script;
        VoiceState state;
    } rows[] = {{NULL, VOICE_ENDED},
                {fakes_fails, VOICE_FAILED},
                {"kill -SEGV $$", VOICE_FAILED},
                {"yes | head -c 300000; yes | head -c 300000 >&2", VOICE_ENDED}};
    open_only("espeak-ng", rows[_i].script, 100);
    say("Hold.");
    expect_end(rows[_i].state);
}
END_TEST

START_TEST(stop_silences_all_of_it)
{
    static const char *const scripts[] = {fakes_hangs, "tail -f /dev/null | tail -f /dev/null", "tail -f /dev/null &",
                                          "trap '' TERM HUP INT; tail -f /dev/null", "exec yes"};
    open_only("espeak-ng", scripts[_i], 100);
    say("Hold.");
    fakes_expect("espeak-ng\n-s\n170\n--stdin\n< Hold.\n");
    ck_assert_int_eq(voice_check(&voice, 0), VOICE_SPEAKS);
    ck_assert(fakes_are_running());
    voice_stop(&voice);
    ck_assert_int_eq(voice_check(&voice, 0), VOICE_IDLE);
    fakes_wait_ended();
}
END_TEST

START_TEST(next_text_silences_the_one_before)
{
    open_only("espeak-ng", fakes_hangs, 100);
    say("Hold.");
    fakes_expect("espeak-ng\n-s\n170\n--stdin\n< Hold.\n");
    fakes_put("espeak-ng", NULL);
    say("Switch.");
    fakes_expect("espeak-ng\n-s\n170\n--stdin\n< Switch.\n");
    expect_end(VOICE_ENDED);
    fakes_wait_ended();
}
END_TEST

/* As sudo does, which closes what it does not know. Waiting must not become a loop without a rest. */
START_TEST(voice_without_our_pipe_is_asked_now_and_then)
{
    char *script = memory_print("exec 3>&-\n%s", fakes_waits);
    open_only("espeak-ng", script, 100);
    free(script);
    say("Hold.");
    fakes_expect("espeak-ng\n-s\n170\n--stdin\n< Hold.\n");
    struct pollfd end = {.fd = voice_descriptor(&voice, true), .events = POLLIN};
    ck_assert_int_eq(poll(&end, 1, -1), 1);
    ck_assert_int_eq(voice_due_ms(&voice, true), -1);
    ck_assert_int_eq(voice_check(&voice, 5000), VOICE_SPEAKS);
    ck_assert_int_eq(voice_descriptor(&voice, true), -1);
    ck_assert_int_gt(voice_due_ms(&voice, true), 5000);
    ck_assert_int_le(voice_due_ms(&voice, true), 5100);
    fakes_let_end();
    fakes_wait_ended();
    expect_end(VOICE_ENDED);
    ck_assert_int_eq(voice_due_ms(&voice, true), -1);
}
END_TEST

START_TEST(dispatcher_that_listens_speaks)
{
    ssip_listen("speechd.sock");
    fakes_put("espeak-ng", NULL);
    ck_assert(voice_open(&voice, &(TextList){0}, 150));
    ck_assert_str_eq(voice_name(&voice), "speech-dispatcher");
    ssip_accept();
    ssip_expect(SSIP_HANDSHAKE "SET self RATE 50\n");
    ck_assert(voice_say(&voice, "[[Hold]]", URGENCY_CUE, 0));
    ssip_expect("SET self PRIORITY message\nSPEAK\n");
    ck_assert_int_ge(voice_descriptor(&voice, false), 0); /* the text waits for an answer */
    ssip_send(SSIP_HANDSHAKE_OK "203 OK RATE SET\r\n202 OK PRIORITY SET\r\n230 OK RECEIVING DATA\r\n");
    ck_assert_int_eq(voice_check(&voice, 0), VOICE_SPEAKS);
    ssip_expect("[[Hold]]\n.\n");
    ck_assert_int_eq(voice_descriptor(&voice, false), -1);
    ck_assert_int_ge(voice_descriptor(&voice, true), 0);
    ssip_send("225-1\r\n225 OK MESSAGE QUEUED\r\n702-1\r\n702-1\r\n702 END\r\n");
    expect_end(VOICE_ENDED);
    ck_assert(voice_say(&voice, "three", URGENCY_COUNT, 0));
    ssip_expect("SET self PRIORITY notification\nSPEAK\n");
    ssip_close();
    expect_end(VOICE_FAILED);
    ck_assert(!voice_say(&voice, "two", URGENCY_COUNT, 0));
    fakes_expect("");
}
END_TEST

/* The words wait until it listens. */
START_TEST(dispatcher_is_started)
{
    open_only("speech-dispatcher", NULL, 100);
    ck_assert(voice_say(&voice, "Hold.", URGENCY_NOW, 1000));
    fakes_expect("speech-dispatcher\n--spawn\n");
    ck_assert_int_eq(voice_due_ms(&voice, true), 1100);
    ck_assert_int_eq(voice_descriptor(&voice, true), -1);
    ck_assert_int_eq(voice_check(&voice, 1100), VOICE_SPEAKS);
    ck_assert_int_eq(voice_due_ms(&voice, true), 1200);
    ssip_listen("speechd.sock");
    ck_assert_int_eq(voice_check(&voice, 1199), VOICE_SPEAKS);
    ck_assert_int_eq(voice_check(&voice, 1200), VOICE_SPEAKS);
    ck_assert_int_eq(voice_due_ms(&voice, true), -1);
    ssip_accept();
    ssip_expect(SSIP_HANDSHAKE "SET self PRIORITY message\nSPEAK\n");
    ssip_send(SSIP_HANDSHAKE_OK "202 OK PRIORITY SET\r\n230 OK RECEIVING DATA\r\n");
    ck_assert_int_eq(voice_check(&voice, 1300), VOICE_SPEAKS);
    ssip_expect("Hold.\n.\n");
    ssip_send("225-1\r\n225 OK MESSAGE QUEUED\r\n702-1\r\n702-1\r\n702 END\r\n");
    expect_end(VOICE_ENDED);
    say("Switch."); /* the connection is kept */
    ssip_expect("SET self PRIORITY message\nSPEAK\n");
    fakes_wait_ended();
    fakes_expect("");
}
END_TEST

START_TEST(dispatcher_that_does_not_start_is_given_up)
{
    open_only("speech-dispatcher", _i == 0 ? fakes_hangs : fakes_fails, 100);
    ck_assert(voice_say(&voice, "Hold.", URGENCY_NOW, 1000));
    fakes_expect("speech-dispatcher\n--spawn\n");
    int64_t now_ms = 1000;
    while (voice_check(&voice, now_ms) == VOICE_SPEAKS)
        now_ms = voice_due_ms(&voice, true);
    ck_assert_int_eq(now_ms, 4000);
    ck_assert_int_eq(voice_check(&voice, now_ms), VOICE_IDLE);
    ck_assert_int_eq(voice_due_ms(&voice, true), -1);
    voice_stop(&voice);
    fakes_wait_ended();
}
END_TEST

Suite *suite_voice(void)
{
    Suite *suite = suite_create("voice");
    TCase *tcase = tcase_create("voice");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    tcase_add_test(tcase, first_that_is_there_speaks);
    tcase_add_loop_test(tcase, those_that_are_not_there_are_passed_over, 0, 5);
    tcase_add_loop_test(tcase, rate_is_an_argument, 0, 8);
    tcase_add_loop_test(tcase, text_arrives_as_it_is, 0, 27);
    tcase_add_test(tcase, own_command_gets_its_own_arguments);
    tcase_add_loop_test(tcase, voice_that_ends_too_soon_has_not_spoken, 0, 3);
    tcase_add_test(tcase, own_command_may_be_a_path);
    tcase_add_test(tcase, own_command_that_is_not_there_is_passed_over);
    tcase_add_test(tcase, program_that_cannot_be_started_says_so);
    tcase_add_loop_test(tcase, end_is_told, 0, 4);
    tcase_add_loop_test(tcase, stop_silences_all_of_it, 0, 5);
    tcase_add_test(tcase, next_text_silences_the_one_before);
    tcase_add_test(tcase, voice_without_our_pipe_is_asked_now_and_then);
    tcase_add_test(tcase, dispatcher_that_listens_speaks);
    tcase_add_test(tcase, dispatcher_is_started);
    tcase_add_loop_test(tcase, dispatcher_that_does_not_start_is_given_up, 0, 2);
    suite_add_tcase(suite, tcase);
    return suite;
}
