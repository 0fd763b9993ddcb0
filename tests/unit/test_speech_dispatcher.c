/* SPDX-License-Identifier: MIT */
/* What is sent to a speech-dispatcher, and what its answers and events mean, whenever and however they come. */
#include <check.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "audio/speech_dispatcher.h"
#include "base/macros.h"
#include "support/scratch.h"
#include "support/ssip.h"

Suite *suite_speech_dispatcher(void);

#define MESSAGE "SET self PRIORITY message\nSPEAK\n"
#define NOTIFICATION "SET self PRIORITY notification\nSPEAK\n"
#define SEND_TEXT "202 OK PRIORITY SET\r\n230 OK RECEIVING DATA\r\n"

static Dispatcher dispatcher;

static void set_up(void)
{
    scratch_make();
    ssip_listen("speechd.sock");
    dispatcher_init(&dispatcher);
}

static void tear_down(void)
{
    dispatcher_close(&dispatcher);
    ssip_end();
    scratch_remove();
}

static void open_it(void)
{
    ck_assert(dispatcher_open(&dispatcher, 0));
    ssip_accept();
    ssip_expect(SSIP_HANDSHAKE);
    ssip_send(SSIP_HANDSHAKE_OK);
    ck_assert_int_eq(dispatcher_check(&dispatcher), DISPATCHER_IDLE);
}

static void expect_state(DispatcherState state)
{
    ck_assert_int_eq(dispatcher_check(&dispatcher), state);
}

static void answer(const char *bytes, DispatcherState then)
{
    ssip_send(bytes);
    expect_state(then);
}

/* As far as the daemon's word that it has the message with this number. */
static void say(const char *text, const char *number)
{
    char sent[256], queued[64];
    dispatcher_say(&dispatcher, text, false);
    ssip_expect(MESSAGE);
    answer(SEND_TEXT, DISPATCHER_SPEAKS);
    snprintf(sent, sizeof sent, "%s\n.\n", text);
    ssip_expect(sent);
    snprintf(queued, sizeof queued, "225-%s\r\n225 OK MESSAGE QUEUED\r\n", number);
    answer(queued, DISPATCHER_SPEAKS);
}

START_TEST(place_is_found)
{
    char *address = scratch_path("speech-dispatcher/speechd.sock");
    scratch_make_folder("speech-dispatcher");
    unsetenv("SPEECHD_ADDRESS");
    scratch_set("XDG_RUNTIME_DIR", "");
    ck_assert(!dispatcher_open(&dispatcher, 0));
    ssip_end();
    ssip_listen("speech-dispatcher/speechd.sock");
    unsetenv("SPEECHD_ADDRESS");
    ck_assert(dispatcher_open(&dispatcher, 0));
    static const char *const nowhere[] = {"inet_socket:127.0.0.1:6560", "unix_socket:", "unix_socket:/no/such/place",
                                          "nonsense"};
    for (size_t i = 0; i < ARRAY_LEN(nowhere); i++) {
        setenv("SPEECHD_ADDRESS", nowhere[i], 1);
        ck_assert_msg(!dispatcher_open(&dispatcher, 0), "%s", nowhere[i]);
        ck_assert(!dispatcher_is_open(&dispatcher));
    }
    setenv("SPEECHD_ADDRESS", "", 1);
    ck_assert(dispatcher_open(&dispatcher, 0));
    unsetenv("SPEECHD_ADDRESS");
    unsetenv("XDG_RUNTIME_DIR");
    ck_assert(!dispatcher_open(&dispatcher, 0));
    free(address);
}
END_TEST

START_TEST(address_that_is_too_long_is_nobody)
{
    char address[512] = "unix_socket:/";
    memset(address + strlen(address), 'x', sizeof address - 1 - strlen(address));
    address[sizeof address - 1] = '\0';
    setenv("SPEECHD_ADDRESS", address, 1);
    ck_assert(!dispatcher_open(&dispatcher, 0));
}
END_TEST

START_TEST(rate_is_said_where_it_is_not_the_usual)
{
    static const struct {
        int rate;
        const char *sent;
    } rows[] = {
        {-50, SSIP_HANDSHAKE "SET self RATE -50\n"}, {0, SSIP_HANDSHAKE}, {100, SSIP_HANDSHAKE "SET self RATE 100\n"}};
    ck_assert(dispatcher_open(&dispatcher, rows[_i].rate));
    ssip_accept();
    ssip_expect(rows[_i].sent);
}
END_TEST

START_TEST(text_is_said_and_ends)
{
    open_it();
    say("Hold for ten seconds.", "2");
    answer("702-2\r\n702-1\r\n702 END\r\n", DISPATCHER_ENDED);
    expect_state(DISPATCHER_IDLE);
    say("Switch sides.", "3");
    answer("703-3\r\n703-1\r\n703 CANCELED\r\n", DISPATCHER_CUT);
    expect_state(DISPATCHER_IDLE);
    ssip_expect("");
}
END_TEST

START_TEST(counting_gives_way_to_others)
{
    open_it();
    dispatcher_say(&dispatcher, "three", true);
    ssip_expect(NOTIFICATION);
    answer(SEND_TEXT, DISPATCHER_SPEAKS);
    ssip_expect("three\n.\n");
}
END_TEST

START_TEST(lines_of_text_are_as_the_protocol_wants)
{
    static const struct {
        const char *text, *sent;
    } rows[] = {{".", "..\n.\n"},
                {"..", "...\n.\n"},
                {".5 of it", "..5 of it\n.\n"},
                {"SPEAK", "SPEAK\n.\n"},
                {"CANCEL all", "CANCEL all\n.\n"},
                {"\xC3\xA4 \"x\" $(y) -", "\xC3\xA4 \"x\" $(y) -\n.\n"}};
    open_it();
    dispatcher_say(&dispatcher, rows[_i].text, false);
    ssip_expect(MESSAGE);
    answer(SEND_TEXT, DISPATCHER_SPEAKS);
    ssip_expect(rows[_i].sent);
}
END_TEST

/* A line of a caller's would be a request, or the end of the text. */
START_TEST(text_is_one_line)
{
    open_it();
    dispatcher_say(&dispatcher, "one\r\n.\r\nCANCEL all\r\ntwo\rthree", false);
    ssip_expect(MESSAGE);
    answer(SEND_TEXT, DISPATCHER_SPEAKS);
    ssip_expect("one  .  CANCEL all  two three\n.\n");
}
END_TEST

START_TEST(event_of_another_message_is_no_end)
{
    open_it();
    say("Hold.", "12");
    answer("702-1\r\n702-1\r\n702 END\r\n", DISPATCHER_SPEAKS);
    answer("702-120\r\n702-1\r\n702 END\r\n", DISPATCHER_SPEAKS);
    answer("701-12\r\n701-1\r\n701 BEGIN\r\n", DISPATCHER_SPEAKS);
    answer("702-12\r\n702-1\r\n702 END\r\n", DISPATCHER_ENDED);
}
END_TEST

/* The daemon speaks in one thread and answers in another. */
START_TEST(event_may_come_before_the_answer)
{
    open_it();
    dispatcher_say(&dispatcher, "three", true);
    answer(SEND_TEXT, DISPATCHER_SPEAKS);
    ssip_expect(NOTIFICATION "three\n.\n");
    answer("702 END\r\n", DISPATCHER_SPEAKS);
    answer("703-7\r\n703-1\r\n703 CANCELED\r\n", DISPATCHER_SPEAKS);
    answer("225-7\r\n225 OK MESSAGE QUEUED\r\n", DISPATCHER_CUT);
    expect_state(DISPATCHER_IDLE);
    say("two", "8"); /* the next is not taken for it */
    answer("702-8\r\n702-1\r\n702 END\r\n", DISPATCHER_ENDED);
}
END_TEST

START_TEST(stop_cancels_only_ours)
{
    open_it();
    dispatcher_stop(&dispatcher);
    ssip_expect(""); /* there was nothing */
    say("Hold.", "2");
    dispatcher_stop(&dispatcher);
    ssip_expect("CANCEL self\n");
    expect_state(DISPATCHER_IDLE);
    dispatcher_stop(&dispatcher);
    ssip_expect("");
    answer("213 OK CANCELED\r\n703-2\r\n703-1\r\n703 CANCELED\r\n", DISPATCHER_IDLE);
}
END_TEST

START_TEST(next_text_cancels_the_one_before)
{
    open_it();
    say("Hold.", "2");
    dispatcher_say(&dispatcher, "Switch.", false);
    ssip_expect("CANCEL self\n" MESSAGE);
    answer("213 OK CANCELED\r\n703-2\r\n703-1\r\n703 CANCELED\r\n", DISPATCHER_SPEAKS);
    answer(SEND_TEXT "225-3\r\n225 OK MESSAGE QUEUED\r\n", DISPATCHER_SPEAKS);
    ssip_expect("Switch.\n.\n");
    answer("702-3\r\n702-1\r\n702 END\r\n", DISPATCHER_ENDED);
}
END_TEST

/* After SPEAK everything is text until the dot, so that has to come; it has nothing in it then. */
START_TEST(stop_before_the_text_is_wanted)
{
    open_it();
    dispatcher_say(&dispatcher, "Hold.", false);
    ssip_expect(MESSAGE);
    dispatcher_stop(&dispatcher);
    ssip_expect("");
    answer(SEND_TEXT, DISPATCHER_IDLE);
    ssip_expect("\n.\n");
    answer("225-2\r\n225 OK MESSAGE QUEUED\r\n702-2\r\n702-1\r\n702 END\r\n", DISPATCHER_IDLE);
    say("Switch.", "3");
    answer("702-3\r\n702-1\r\n702 END\r\n", DISPATCHER_ENDED);
}
END_TEST

START_TEST(another_text_before_the_text_is_wanted)
{
    open_it();
    dispatcher_say(&dispatcher, "Hold.", false);
    dispatcher_say(&dispatcher, "Switch.", false);
    ssip_expect(MESSAGE);
    answer(SEND_TEXT, DISPATCHER_SPEAKS);
    ssip_expect("Switch.\n.\n");
    answer("225-2\r\n225 OK MESSAGE QUEUED\r\n702-2\r\n702-1\r\n702 END\r\n", DISPATCHER_ENDED);
}
END_TEST

START_TEST(stop_before_the_number_is_known)
{
    open_it();
    dispatcher_say(&dispatcher, "Hold.", false);
    answer(SEND_TEXT, DISPATCHER_SPEAKS);
    ssip_expect(MESSAGE "Hold.\n.\n");
    dispatcher_stop(&dispatcher);
    ssip_expect("CANCEL self\n");
    answer("225-2\r\n225 OK MESSAGE QUEUED\r\n213 OK CANCELED\r\n703-2\r\n703-1\r\n703 CANCELED\r\n", DISPATCHER_IDLE);
    say("Switch.", "3");
    answer("702-3\r\n702-1\r\n702 END\r\n", DISPATCHER_ENDED);
}
END_TEST

START_TEST(another_text_before_the_number_is_known)
{
    open_it();
    dispatcher_say(&dispatcher, "Hold.", false);
    answer(SEND_TEXT, DISPATCHER_SPEAKS);
    dispatcher_say(&dispatcher, "Switch.", false);
    ssip_expect(MESSAGE "Hold.\n.\nCANCEL self\n" MESSAGE);
    answer("225-2\r\n225 OK MESSAGE QUEUED\r\n", DISPATCHER_SPEAKS);
    answer("213 OK CANCELED\r\n", DISPATCHER_SPEAKS);
    answer("703-2\r\n703-1\r\n703 CANCELED\r\n", DISPATCHER_SPEAKS);
    answer(SEND_TEXT, DISPATCHER_SPEAKS);
    ssip_expect("Switch.\n.\n");
    dispatcher_stop(&dispatcher);
    dispatcher_say(&dispatcher, "Rest.", false);
    dispatcher_stop(&dispatcher);
    dispatcher_say(&dispatcher, "Done.", false);
    ssip_expect("CANCEL self\n" MESSAGE);
    answer("225-3\r\n225 OK MESSAGE QUEUED\r\n213 OK CANCELED\r\n" SEND_TEXT, DISPATCHER_SPEAKS);
    ssip_expect("Done.\n.\n");
    answer("703-3\r\n703-1\r\n703 CANCELED\r\n", DISPATCHER_SPEAKS);
    answer("225-4\r\n225 OK MESSAGE QUEUED\r\n", DISPATCHER_SPEAKS);
    answer("702-4\r\n702-1\r\n702 END\r\n", DISPATCHER_ENDED);
}
END_TEST

/* What would have been a mere count must not be what the next words are taken for. */
START_TEST(words_after_a_count_wait_for_their_turn)
{
    open_it();
    dispatcher_say(&dispatcher, "three", true);
    dispatcher_say(&dispatcher, "Switch.", false);
    ssip_expect(NOTIFICATION);
    answer(SEND_TEXT, DISPATCHER_SPEAKS);
    ssip_expect("\n.\n" MESSAGE);
    answer("225-2\r\n225 OK MESSAGE QUEUED\r\n702-2\r\n702-1\r\n702 END\r\n", DISPATCHER_SPEAKS);
    answer(SEND_TEXT, DISPATCHER_SPEAKS);
    ssip_expect("Switch.\n.\n");
    answer("225-3\r\n225 OK MESSAGE QUEUED\r\n702-3\r\n702-1\r\n702 END\r\n", DISPATCHER_ENDED);
}
END_TEST

START_TEST(refusal_is_an_end)
{
    open_it();
    dispatcher_say(&dispatcher, "Hold.", false);
    ssip_expect(MESSAGE);
    if (_i == 0) {
        answer("202 OK PRIORITY SET\r\n300-x\r\n300 ERR INTERNAL\r\n", DISPATCHER_ENDED);
    } else {
        answer(SEND_TEXT, DISPATCHER_SPEAKS);
        ssip_expect("Hold.\n.\n");
        answer("300 ERR INTERNAL\r\n", DISPATCHER_ENDED);
    }
    say("Switch.", "2");
    answer("702-2\r\n702-1\r\n702 END\r\n", DISPATCHER_ENDED);
}
END_TEST

/* An older daemon may not know each of the first requests; nothing is out of step then. */
START_TEST(refusal_of_another_request_is_none)
{
    ck_assert(dispatcher_open(&dispatcher, 100));
    dispatcher_say(&dispatcher, "Hold.", false);
    ssip_accept();
    ssip_expect(SSIP_HANDSHAKE "SET self RATE 100\n" MESSAGE);
    answer("208 OK CLIENT NAME SET\r\n500 ERR INVALID COMMAND\r\n500 ERR INVALID COMMAND\r\n409 ERR RATE TOO HIGH\r\n",
           DISPATCHER_SPEAKS);
    answer("500 ERR\r\n230 OK RECEIVING DATA\r\n", DISPATCHER_SPEAKS);
    ssip_expect("Hold.\n.\n");
    answer("225-2\r\n225 OK MESSAGE QUEUED\r\n702-2\r\n702-1\r\n702 END\r\n", DISPATCHER_ENDED);
}
END_TEST

START_TEST(answers_may_come_in_pieces)
{
    static const char answers[] =
        "225-2\r\n225 OK MESSAGE QUEUED\r\n701-2\r\n701-1\r\n701 BEGIN\r\n702-2\r\n702-1\r\n702 END\r\n";
    open_it();
    dispatcher_say(&dispatcher, "Hold.", false);
    answer(SEND_TEXT, DISPATCHER_SPEAKS);
    for (size_t i = 0; answers[i]; i++) {
        const char byte[] = {answers[i], '\0'};
        answer(byte, answers[i + 1] ? DISPATCHER_SPEAKS : DISPATCHER_ENDED);
    }
    expect_state(DISPATCHER_IDLE);
}
END_TEST

START_TEST(answers_may_come_together)
{
    open_it();
    dispatcher_say(&dispatcher, "Hold.", false);
    answer(SEND_TEXT "225-2\r\n225 OK MESSAGE QUEUED\r\n701-2\r\n701-1\r\n701 BEGIN\r\n702-2\r\n702-1\r\n702 END\r\n",
           DISPATCHER_ENDED);
    ssip_expect(MESSAGE "Hold.\n.\n");
    expect_state(DISPATCHER_IDLE);
}
END_TEST

START_TEST(garbage_is_passed_over)
{
    static const char *const garbage[] = {"\n\n\r\n",
                                          "HTTP/1.1 400 Bad Request\r\n\r\n",
                                          "-\n--\n7\n70\n702\n702-\n",
                                          "999999999999999999999999-1\r\n",
                                          "702-99999999999999999999\r\n702 END\r\n",
                                          "702--2\r\n702 END\r\n",
                                          "\xFF\xFE\x01\x1b[2J\r\n"};
    open_it();
    say("Hold.", "2");
    answer(garbage[_i], DISPATCHER_SPEAKS);
    answer("702-2\r\n702-1\r\n702 END\r\n", DISPATCHER_ENDED);
}
END_TEST

START_TEST(endless_line_is_given_up)
{
    char piece[1025];
    memset(piece, 'x', sizeof piece - 1);
    piece[sizeof piece - 1] = '\0';
    open_it();
    DispatcherState state = DISPATCHER_IDLE;
    for (int i = 0; state == DISPATCHER_IDLE; i++) {
        ck_assert_int_lt(i, 16);
        ssip_send(piece);
        state = dispatcher_check(&dispatcher);
    }
    ck_assert_int_eq(state, DISPATCHER_GONE);
    ck_assert(!dispatcher_is_open(&dispatcher));
    expect_state(DISPATCHER_GONE);
}
END_TEST

/* Writes lines as long as somebody reads them. */
static void *flood(void *context)
{
    static const char line[] = "701-1\r\n701-1\r\n701 BEGIN\r\n";
    while (send(*(int *)context, line, strlen(line), MSG_NOSIGNAL) > 0)
        continue;
    return NULL;
}

START_TEST(flood_is_given_up)
{
    int ends[2];
    pthread_t thread;
    ck_assert_int_eq(socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
    ck_assert_int_eq(pthread_create(&thread, NULL, flood, &ends[1]), 0);
    dispatcher.socket = ends[0];
    while (dispatcher_check(&dispatcher) != DISPATCHER_GONE)
        continue;
    pthread_join(thread, NULL);
    close(ends[1]);
}
END_TEST

/* No signal ends this process. */
START_TEST(daemon_may_go)
{
    open_it();
    if (_i > 0)
        say("Hold.", "2");
    ssip_close();
    if (_i == 2)
        dispatcher_stop(&dispatcher);
    if (_i == 3)
        dispatcher_say(&dispatcher, "Switch.", false);
    expect_state(DISPATCHER_GONE);
    ck_assert_int_eq(dispatcher_descriptor(&dispatcher), -1);
    expect_state(DISPATCHER_GONE);
    dispatcher_say(&dispatcher, "Rest.", false);
    dispatcher_stop(&dispatcher);
}
END_TEST

/* What the system listens for has not begun to read: its socket unit starts the daemon, which finds all there. */
START_TEST(daemon_may_start_late)
{
    ck_assert(dispatcher_open(&dispatcher, 0));
    dispatcher_say(&dispatcher, "Hold.", false);
    expect_state(DISPATCHER_SPEAKS);
    ck_assert(dispatcher_is_sending(&dispatcher));
    ssip_accept();
    ssip_expect(SSIP_HANDSHAKE MESSAGE);
    answer(SSIP_HANDSHAKE_OK SEND_TEXT, DISPATCHER_SPEAKS);
    ck_assert(!dispatcher_is_sending(&dispatcher));
    ssip_expect("Hold.\n.\n");
}
END_TEST

/* Neither waits here, nor takes more and more memory. */
START_TEST(daemon_may_never_answer)
{
    ck_assert(dispatcher_open(&dispatcher, 0));
    for (int i = 0; i < 100000 && dispatcher_is_open(&dispatcher); i++) {
        dispatcher_say(&dispatcher, "Hold.", false);
        dispatcher_check(&dispatcher);
        dispatcher_stop(&dispatcher);
    }
    ck_assert_uint_lt(dispatcher.out.length, 4096);
    ssip_accept();
    ssip_expect(SSIP_HANDSHAKE MESSAGE);
}
END_TEST

Suite *suite_speech_dispatcher(void)
{
    Suite *suite = suite_create("speech_dispatcher");
    TCase *tcase = tcase_create("speech_dispatcher");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    tcase_add_test(tcase, place_is_found);
    tcase_add_test(tcase, address_that_is_too_long_is_nobody);
    tcase_add_loop_test(tcase, rate_is_said_where_it_is_not_the_usual, 0, 3);
    tcase_add_test(tcase, text_is_said_and_ends);
    tcase_add_test(tcase, counting_gives_way_to_others);
    tcase_add_loop_test(tcase, lines_of_text_are_as_the_protocol_wants, 0, 6);
    tcase_add_test(tcase, text_is_one_line);
    tcase_add_test(tcase, event_of_another_message_is_no_end);
    tcase_add_test(tcase, event_may_come_before_the_answer);
    tcase_add_test(tcase, stop_cancels_only_ours);
    tcase_add_test(tcase, next_text_cancels_the_one_before);
    tcase_add_test(tcase, stop_before_the_text_is_wanted);
    tcase_add_test(tcase, another_text_before_the_text_is_wanted);
    tcase_add_test(tcase, stop_before_the_number_is_known);
    tcase_add_test(tcase, another_text_before_the_number_is_known);
    tcase_add_test(tcase, words_after_a_count_wait_for_their_turn);
    tcase_add_loop_test(tcase, refusal_is_an_end, 0, 2);
    tcase_add_test(tcase, refusal_of_another_request_is_none);
    tcase_add_test(tcase, answers_may_come_in_pieces);
    tcase_add_test(tcase, answers_may_come_together);
    tcase_add_loop_test(tcase, garbage_is_passed_over, 0, 7);
    tcase_add_test(tcase, endless_line_is_given_up);
    tcase_add_test(tcase, flood_is_given_up);
    tcase_add_loop_test(tcase, daemon_may_go, 0, 4);
    tcase_add_test(tcase, daemon_may_start_late);
    tcase_add_test(tcase, daemon_may_never_answer);
    suite_add_tcase(suite, tcase);
    return suite;
}
