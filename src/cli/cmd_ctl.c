/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include "base/macros.h"
#include "base/output.h"
#include "base/words.h"
#include "cli/commands.h"
#include "cli/print.h"
#include "remote/control_server.h"
#include "remote/control_socket.h"
#include "remote/status.h"

enum { ANSWER_S = 2, READ_MOST = 4096, SESSIONS_MOST = 8 };

static const char no_answer[] = "the session does not answer; it is stopped or busy";
static const char ok_line[] = "ok", error_start[] = "error: ";

/* A connection, and what has come on it but is not read yet. */
typedef struct Connection {
    int descriptor;
    Text read;
    size_t used; /* of it */
} Connection;

/* The next line, borrowed until the next call; NULL at the end, or with errno after a time without one. */
static const char *next_line(Connection *connection)
{
    for (;;) {
        char *start = connection->read.bytes ? connection->read.bytes + connection->used : NULL;
        char *end = start ? strchr(start, '\n') : NULL;
        if (end) {
            *end = '\0';
            connection->used += (size_t)(end - start) + 1;
            return start;
        }
        Text rest = {0};
        text_add(&rest, start ? start : "");
        text_release(&connection->read);
        connection->read = rest;
        connection->used = 0;
        char bytes[READ_MOST];
        errno = 0;
        const ssize_t count = read(connection->descriptor, bytes, sizeof bytes);
        if (count <= 0)
            return NULL;
        text_add_span(&connection->read, bytes, (size_t)count);
    }
}

/* A session that is stopped (Ctrl-Z) does not answer. */
static void set_time_limit(const Connection *connection, time_t seconds)
{
    const struct timeval limit = {.tv_sec = seconds};
    setsockopt(connection->descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    setsockopt(connection->descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
}

static bool send_whole(const Connection *connection, const char *text, size_t length)
{
    for (ssize_t sent; length > 0; text += sent, length -= (size_t)sent) {
        sent = control_socket_send(connection->descriptor, text, length);
        if (sent <= 0)
            return false;
    }
    return true;
}

/* `status json`, `watch format F`, `felt 6`, as the socket takes it. */
static void add_request(Text *into, const Context *context)
{
    const Options *options = context->options;
    const char *word = context->arguments[0];
    if (strcmp(word, "status") != 0) {
        text_add(into, word);
        if (context->count > 1)
            text_print(into, " %s", context->arguments[1]);
    } else {
        text_add(into, options_has(options, OPTION_WATCH) ? "watch " : "status ");
        if (options_has(options, OPTION_FORMAT))
            text_print(into, "format %s", options->texts[OPTION_FORMAT]);
        else
            text_add(into, options_has(options, OPTION_JSON) ? "json" : "text");
    }
    text_add_char(into, '\n');
}

/* False where nobody reads it any more. */
static bool print_status(const Options *options, const char *line)
{
    if (options_has(options, OPTION_JSON))
        return output_data(line, strlen(line)) && output_data("\n", 1) && fflush(stdout) == 0;
    output_text(stdout, line);
    output_text(stdout, "\n");
    return fflush(stdout) == 0 && !ferror(stdout);
}

static int converse(Connection *connection, const Context *context)
{
    Text request = {0};
    set_time_limit(connection, ANSWER_S);
    add_request(&request, context);
    send_whole(connection, text_show(&request), request.length); /* if not, no answer says why */
    text_release(&request);
    const char *line = next_line(connection);
    if (!line)
        return print_failure("%s", errno == EAGAIN ? no_answer : "the session has ended");
    if (strncmp(line, error_start, strlen(error_start)) == 0)
        return print_failure("%s", line + strlen(error_start));
    if (strcmp(line, ok_line) != 0)
        return print_failure("what answers is not a session of knead");
    if (strcmp(context->arguments[0], "status") != 0)
        return EXIT_FINE;
    if (options_has(context->options, OPTION_WATCH))
        set_time_limit(connection, 0);
    while ((line = next_line(connection)) && print_status(context->options, line) &&
           options_has(context->options, OPTION_WATCH)) {
    }
    return EXIT_FINE;
}

/* Where it was looked matters to who has several folders for that, as in a tmux that is older than the login. */
static int no_session(const char *folder, long session)
{
    long running[SESSIONS_MOST];
    const size_t count = control_socket_sessions(folder, running, ARRAY_LEN(running));
    Text line = {0};
    if (session > 0)
        text_print(&line, "there is no session %ld", session);
    else
        text_print(&line,
                   "no session is running (looked in %s); start one with `knead play`, or continue with `knead resume`",
                   folder);
    for (size_t i = 0; i < MIN_OF(count, ARRAY_LEN(running)); i++)
        text_print(&line, "%s%ld", i == 0 ? "; there is " : ", ", running[i]);
    print_failure("%s", text_show(&line));
    text_release(&line);
    return EXIT_FAILED;
}

/* Whether word, value and options go together. */
static bool suits(const Context *context, Text *problem)
{
    const Options *options = context->options;
    const char *word = context->arguments[0];
    const bool is_status = strcmp(word, "status") == 0, is_felt = strcmp(word, "felt") == 0;
    if (words_find(&control_words, word, strlen(word)) < 0) {
        text_print(problem, "there is no word '%s'", word);
        option_suggest(problem, &control_words, word, NULL);
    } else if (!is_status && (options->given &
                              (OPTION_BIT(OPTION_JSON) | OPTION_BIT(OPTION_FORMAT) | OPTION_BIT(OPTION_WATCH))) != 0) {
        text_print(problem, "--json, --format and --watch belong to `knead ctl status`");
    } else if (options_has(options, OPTION_JSON) && options_has(options, OPTION_FORMAT)) {
        text_add(problem, "--json and --format cannot be used together");
    } else if (is_felt != (context->count > 1)) {
        text_print(problem, is_felt ? "felt needs a number from 0 to 10" : "'%s' takes no value", word);
    } else if (options_has(options, OPTION_FORMAT)) {
        const char *format = options->texts[OPTION_FORMAT];
        if (strlen(format) > CONTROL_LINE_MOST / 2 || strchr(format, '\n'))
            text_print(problem, "a format is one line of at most %d characters", CONTROL_LINE_MOST / 2);
        else
            status_check_format(format, problem);
    }
    return problem->length == 0;
}

static int run_ctl(const Context *context)
{
    Text problem = {0};
    const bool is_right = suits(context, &problem);
    if (!is_right)
        print_failure("%s", text_show(&problem));
    text_release(&problem);
    if (!is_right)
        return EXIT_USAGE;
    long found;
    const long session = options_has(context->options, OPTION_SESSION) ? context->options->numbers[OPTION_SESSION] : 0;
    char *folder = control_socket_folder();
    Connection connection = {.descriptor = control_socket_connect(folder, session, &found)};
    const bool is_silent = connection.descriptor < 0 && errno == EAGAIN;
    const int status = is_silent                   ? print_failure("%s", no_answer)
                       : connection.descriptor < 0 ? no_session(folder, session)
                                                   : converse(&connection, context);
    if (connection.descriptor >= 0)
        close(connection.descriptor);
    text_release(&connection.read);
    free(folder);
    return status;
}

const Command command_ctl = {
    .name = "ctl",
    .arguments = "WORD",
    .summary = "control a session that runs, or ask how far it is",
    .details =
        "WORD is pause, resume, toggle (pause or resume), ready (3 s later the hold begins), wait, next, back, more "
        "and less (10 s), eased, hurt, felt N (0 to 10), say (what there is to do now), stop, or status. Bind it to a "
        "key, a foot pedal or the play key. A format has values in braces, as in '{move} {side} {left}'; a wrong one "
        "names them all. The exit status is 1 if no session runs.",
    .example =
        "knead ctl toggle\nknead ctl felt 6\nknead ctl status\nknead ctl status --format '{move} {left}' --watch",
    .options = OPTION_BIT(OPTION_JSON) | OPTION_BIT(OPTION_FORMAT) | OPTION_BIT(OPTION_WATCH) |
               OPTION_BIT(OPTION_SESSION),
    .words = &control_words,
    .least = 1,
    .most = 2,
    .run = run_ctl,
};
