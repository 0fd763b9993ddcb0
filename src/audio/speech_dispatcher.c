/* SPDX-License-Identifier: MIT */
#include "audio/speech_dispatcher.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "base/memory.h"

enum {
    CODE_DIGITS = 3,
    LINE_MOST = 4096,
    REPLY_QUEUED = 225,
    REPLY_SEND_TEXT = 230,
    REFUSED_FIRST = 300,
    REFUSED_LAST = 599,
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

bool dispatcher_open(Dispatcher *dispatcher, int rate)
{
    char *path = socket_path();
    dispatcher_close(dispatcher);
    dispatcher->socket = path ? connect_to(path) : -1;
    free(path);
    if (dispatcher->socket < 0)
        return false;
    text_add(&dispatcher->out, "SET self CLIENT_NAME user:knead:main\r\n"
                               "SET self NOTIFICATION END on\r\n"
                               "SET self NOTIFICATION CANCEL on\r\n");
    if (rate != 0)
        text_print(&dispatcher->out, "SET self RATE %d\r\n", rate);
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

/* The text of a message ends with a dot on a line of its own; one at its start is doubled. */
static void send_words(Dispatcher *dispatcher)
{
    const char *words = text_show(&dispatcher->words);
    text_print(&dispatcher->out, "%s%s\r\n.\r\n", words[0] == '.' ? "." : "", words);
    dispatcher->is_text_wanted = false;
    dispatcher->is_number_due = true;
    dispatcher->is_number_old = dispatcher->words.length == 0;
    text_clear(&dispatcher->words);
}

static void take_number(Dispatcher *dispatcher)
{
    if (!dispatcher->is_number_old)
        dispatcher->said = dispatcher->told;
    dispatcher->is_number_due = dispatcher->is_number_old = false;
}

/* There will be no event about it. */
static void be_refused(Dispatcher *dispatcher)
{
    dispatcher->is_speaking = dispatcher->is_text_wanted = dispatcher->is_number_due = false;
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
    if (code == REPLY_SEND_TEXT && dispatcher->is_text_wanted)
        send_words(dispatcher);
    else if (code == REPLY_QUEUED)
        take_number(dispatcher);
    else if (code == EVENT_END || code == EVENT_CANCELLED)
        dispatcher->is_speaking = dispatcher->is_speaking && dispatcher->told != dispatcher->said;
    else if (code >= REFUSED_FIRST && code <= REFUSED_LAST && dispatcher_is_sending(dispatcher))
        be_refused(dispatcher);
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
    while ((length = read(dispatcher->socket, bytes, sizeof bytes)) > 0) {
        if (!take_bytes(dispatcher, bytes, (size_t)length))
            return false;
    }
    return can_wait(length);
}

static bool write_all(Dispatcher *dispatcher)
{
    Text *out = &dispatcher->out;
    while (out->length > 0) {
        const ssize_t length = write(dispatcher->socket, out->bytes, out->length);
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
    return was_speaking ? DISPATCHER_ENDED : DISPATCHER_IDLE;
}

void dispatcher_stop(Dispatcher *dispatcher)
{
    text_clear(&dispatcher->words);
    if (dispatcher->is_speaking && !dispatcher->is_text_wanted) /* after SPEAK it would be taken for the text */
        text_add(&dispatcher->out, "CANCEL self\r\n");
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
    text_add(&dispatcher->words, text);
    if (!dispatcher->is_text_wanted)
        text_print(&dispatcher->out, "SET self PRIORITY %s\r\nSPEAK\r\n", is_count ? "notification" : "message");
    dispatcher->is_text_wanted = dispatcher->is_speaking = true;
    if (!write_all(dispatcher))
        dispatcher_close(dispatcher);
}
