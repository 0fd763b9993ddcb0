/* SPDX-License-Identifier: MIT */
#include "audio/speech_dispatcher.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "base/memory.h"

#if !defined(MSG_NOSIGNAL) /* there it helps that a session ignores SIGPIPE */
#define MSG_NOSIGNAL 0
#endif

enum {
    CODE_DIGITS = 3,
    RATE_SIZE = 32,
    LINE_MOST = 4096,
    READ_MOST = 65536, /* a daemon has not so much to tell at once */
    ANSWER_FIRST = 200,
    ANSWER_SEND_TEXT = 230,
    REFUSED_FIRST = 300,
    ANSWER_LAST = 599,
    EVENT_END = 702,
    EVENT_CANCELLED = 703,
};

/* Where the daemon listens, to free(); NULL where that is not known. */
static char *socket_path(void)
{
    static const char unix_socket[] = "unix_socket:";
    const char *address = getenv("SPEECHD_ADDRESS"), *folder = getenv("XDG_RUNTIME_DIR");
    if (address && *address) /* another kind of address is one over a network, which may take its time */
        return strncmp(address, unix_socket, strlen(unix_socket)) == 0 ? memory_copy_text(address + strlen(unix_socket))
                                                                       : NULL;
    return folder && folder[0] == '/' ? memory_print("%s/speech-dispatcher/speechd.sock", folder) : NULL;
}

static int connect_to(const char *path)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    if (strlen(path) >= sizeof address.sun_path)
        return -1;
    strcpy(address.sun_path, path);
    const int descriptor = socket(AF_UNIX, SOCK_STREAM, 0);
    if (descriptor < 0)
        return -1;
    fcntl(descriptor, F_SETFD, FD_CLOEXEC);
    fcntl(descriptor, F_SETFL, O_NONBLOCK);
    if (connect(descriptor, (const struct sockaddr *)&address, sizeof address) == 0)
        return descriptor;
    close(descriptor);
    return -1;
}

void dispatcher_init(Dispatcher *dispatcher)
{
    *dispatcher = (Dispatcher){.socket = -1};
}

static void request(Dispatcher *dispatcher, const char *line)
{
    text_print(&dispatcher->out, "%s\r\n", line);
    dispatcher->unanswered++;
}

static void set_rate(Dispatcher *dispatcher, int rate)
{
    char line[RATE_SIZE];
    snprintf(line, sizeof line, "SET self RATE %d", rate);
    request(dispatcher, line);
}

bool dispatcher_open(Dispatcher *dispatcher, int rate)
{
    char *path = socket_path();
    dispatcher_close(dispatcher);
    dispatcher->socket = path ? connect_to(path) : -1;
    free(path);
    if (dispatcher->socket < 0)
        return false;
    request(dispatcher, "SET self CLIENT_NAME user:knead:main");
    request(dispatcher, "SET self NOTIFICATION END on");
    request(dispatcher, "SET self NOTIFICATION CANCEL on");
    if (rate != 0)
        set_rate(dispatcher, rate);
    return dispatcher_check(dispatcher) != DISPATCHER_GONE;
}

void dispatcher_close(Dispatcher *dispatcher)
{
    if (dispatcher->socket >= 0)
        close(dispatcher->socket);
    text_release(&dispatcher->out);
    text_release(&dispatcher->line);
    text_release(&dispatcher->words);
    dispatcher_init(dispatcher);
}

bool dispatcher_is_open(const Dispatcher *dispatcher)
{
    return dispatcher->socket >= 0;
}

int dispatcher_descriptor(const Dispatcher *dispatcher)
{
    return dispatcher->socket;
}

bool dispatcher_is_sending(const Dispatcher *dispatcher)
{
    return dispatcher->is_text_wanted || dispatcher->out.length > 0;
}

/* Whatever follows is text until it has ended, so that nothing else is asked for before the answer. */
static void ask_for_text(Dispatcher *dispatcher)
{
    request(dispatcher, dispatcher->is_count ? "SET self PRIORITY notification" : "SET self PRIORITY message");
    request(dispatcher, "SPEAK");
    dispatcher->is_text_wanted = true;
    dispatcher->is_count_asked = dispatcher->is_count;
}

/* The text of a message ends with a dot on a line of its own; one at its start is doubled. */
static void send_text(Dispatcher *dispatcher, const char *text)
{
    text_print(&dispatcher->out, "%s%s\r\n.\r\n", text[0] == '.' ? "." : "", text);
    dispatcher->unanswered++;
    dispatcher->is_text_wanted = false;
    dispatcher->is_number_due = true;
    dispatcher->ended = 0;
}

/* Words that were asked for and stopped are sent as none; those that are said by now may have another priority. */
static void send_words(Dispatcher *dispatcher)
{
    const bool has_words = dispatcher->words.length > 0;
    const bool fits = has_words && dispatcher->is_count == dispatcher->is_count_asked;
    send_text(dispatcher, fits ? text_show(&dispatcher->words) : "");
    dispatcher->is_number_old = !fits;
    if (fits)
        text_clear(&dispatcher->words);
    else if (has_words)
        ask_for_text(dispatcher);
}

/* The answer to the text. Its end may have been told before. */
static void take_number(Dispatcher *dispatcher, bool is_refused)
{
    if (!dispatcher->is_number_old) {
        dispatcher->said = dispatcher->told;
        dispatcher->is_speaking = dispatcher->is_speaking && !is_refused &&
                                  (dispatcher->said == 0 || dispatcher->said != dispatcher->ended);
    }
    dispatcher->is_number_due = dispatcher->is_number_old = false;
}

/* Answers come in the order of the requests, and that to a text before any that is asked for after it. */
static void take_answer(Dispatcher *dispatcher, int code)
{
    const bool is_refused = code >= REFUSED_FIRST, is_last = dispatcher->unanswered <= 1;
    dispatcher->unanswered -= dispatcher->unanswered > 0;
    if (dispatcher->is_number_due) {
        take_number(dispatcher, is_refused);
    } else if (code == ANSWER_SEND_TEXT) {
        send_words(dispatcher);
    } else if (dispatcher->is_text_wanted && is_last && is_refused) {
        text_clear(&dispatcher->words);
        dispatcher->is_text_wanted = dispatcher->is_speaking = false;
    }
}

/* Only of one's own messages there are events. */
static void take_end(Dispatcher *dispatcher, bool is_cut)
{
    dispatcher->is_cut = is_cut;
    if (dispatcher->is_number_due)
        dispatcher->ended = dispatcher->told;
    else if (dispatcher->told == dispatcher->said && dispatcher->said > 0)
        dispatcher->is_speaking = false;
}

/* One line of an answer or an event: three digits, then `-` where more lines follow, or a blank in the last. The first
 * of several has the number of the message. */
static void take_line(Dispatcher *dispatcher, const char *line)
{
    const int code = atoi(line);
    const bool is_last = strlen(line) < CODE_DIGITS + 1 || line[CODE_DIGITS] != '-';
    if (!is_last && dispatcher->told == 0)
        dispatcher->told = atoi(line + CODE_DIGITS + 1);
    if (!is_last)
        return;
    if (code == EVENT_END || code == EVENT_CANCELLED)
        take_end(dispatcher, code == EVENT_CANCELLED);
    else if (code >= ANSWER_FIRST && code <= ANSWER_LAST)
        take_answer(dispatcher, code);
    dispatcher->told = 0;
}

static bool take_bytes(Dispatcher *dispatcher, const char *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        if (bytes[i] == '\n') {
            take_line(dispatcher, text_show(&dispatcher->line));
            text_clear(&dispatcher->line);
        } else if (bytes[i] != '\r') {
            text_add_char(&dispatcher->line, bytes[i]);
        }
    }
    return dispatcher->line.length <= LINE_MOST;
}

static bool can_wait(ssize_t done)
{
    return done < 0 && (errno == EAGAIN || errno == EINTR);
}

static bool read_all(Dispatcher *dispatcher)
{
    char bytes[1024];
    ssize_t length;
    for (ssize_t total = 0; (length = read(dispatcher->socket, bytes, sizeof bytes)) > 0; total += length) {
        if (!take_bytes(dispatcher, bytes, (size_t)length) || total > READ_MOST)
            return false;
    }
    return can_wait(length);
}

static bool write_all(Dispatcher *dispatcher)
{
    Text *out = &dispatcher->out;
    while (out->length > 0) {
        const ssize_t length = send(dispatcher->socket, out->bytes, out->length, MSG_NOSIGNAL);
        if (length < 0)
            return can_wait(length);
        memmove(out->bytes, out->bytes + length, out->length - (size_t)length + 1);
        out->length -= (size_t)length;
    }
    return true;
}

DispatcherState dispatcher_check(Dispatcher *dispatcher)
{
    const bool was_speaking = dispatcher->is_speaking;
    if (!dispatcher_is_open(dispatcher) || !read_all(dispatcher) || !write_all(dispatcher)) {
        dispatcher_close(dispatcher);
        return DISPATCHER_GONE;
    }
    if (dispatcher->is_speaking)
        return DISPATCHER_SPEAKS;
    if (!was_speaking)
        return DISPATCHER_IDLE;
    return dispatcher->is_cut ? DISPATCHER_CUT : DISPATCHER_ENDED;
}

void dispatcher_stop(Dispatcher *dispatcher)
{
    text_clear(&dispatcher->words);
    if (dispatcher->is_speaking && !dispatcher->is_text_wanted) /* after SPEAK it would be taken for the text */
        request(dispatcher, "CANCEL self");
    dispatcher->is_number_old = dispatcher->is_number_due;
    dispatcher->said = 0;
    dispatcher->is_speaking = false;
    if (!write_all(dispatcher))
        dispatcher_close(dispatcher);
}

void dispatcher_say(Dispatcher *dispatcher, const char *text, bool is_count)
{
    dispatcher_stop(dispatcher);
    if (!dispatcher_is_open(dispatcher))
        return;
    for (; *text; text++)
        text_add_char(&dispatcher->words, strchr("\r\n", *text) ? ' ' : *text);
    dispatcher->is_count = is_count;
    dispatcher->is_cut = false;
    if (!dispatcher->is_text_wanted)
        ask_for_text(dispatcher);
    dispatcher->is_speaking = true;
    if (!write_all(dispatcher))
        dispatcher_close(dispatcher);
}
