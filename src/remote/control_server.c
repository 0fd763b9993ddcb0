/* SPDX-License-Identifier: MIT */
#include "remote/control_server.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/macros.h"
#include "base/memory.h"
#include "remote/control_socket.h"
#include "remote/status.h"

enum { READ_MOST = 4096, UNREAD_MOST = 65536 };

typedef struct Client {
    int descriptor;
    Text line; /* what came of it so far */
    Text out;  /* not yet written */
    bool is_over, watches;
    StatusShape shape; /* of what it watches */
    char *format;
    Text seen; /* what it was told last */
} Client;

struct ControlServer {
    int descriptor;
    char *path;
    Client clients[CONTROL_CLIENTS_MOST]; /* the oldest first */
    size_t count;
};

static const char *const shapes[] = {[STATUS_TEXT] = "text", [STATUS_JSON] = "json", [STATUS_FORMAT] = "format"};
static const Words shape_words = {shapes, ARRAY_LEN(shapes)};
_Static_assert(ARRAY_LEN(shapes) == STATUS_SHAPE_COUNT, "a word for each shape");

static const char *const words[] = {"pause", "resume", "toggle", "ready", "wait", "next", "back",  "more",
                                    "less",  "eased",  "hurt",   "felt",  "say",  "stop", "status"};
const Words control_words = {words, ARRAY_LEN(words)};

ControlServer *control_server_open(Text *problem)
{
    char *folder = control_socket_folder();
    char *path = control_socket_make_folder(folder, problem) ? control_socket_path(folder, (long)getpid(), problem)
                                                             : NULL;
    const int descriptor = path ? control_socket_listen(path) : -1;
    free(folder);
    if (path && descriptor < 0)
        text_print(problem, "cannot open %s: %s", path, strerror(errno));
    if (descriptor < 0) {
        free(path);
        return NULL;
    }
    ControlServer *server = memory_new(sizeof *server);
    server->descriptor = descriptor;
    server->path = path;
    return server;
}

static void release_client(Client *client)
{
    close(client->descriptor);
    text_release(&client->line);
    text_release(&client->out);
    text_release(&client->seen);
    free(client->format);
}

void control_server_close(ControlServer *server)
{
    if (!server)
        return;
    for (size_t i = 0; i < server->count; i++)
        release_client(&server->clients[i]);
    close(server->descriptor);
    unlink(server->path);
    free(server->path);
    free(server);
}

size_t control_server_sources(const ControlServer *server, struct pollfd *sources)
{
    sources[0] = (struct pollfd){.fd = server->descriptor, .events = POLLIN};
    for (size_t i = 0; i < server->count; i++) {
        const Client *client = &server->clients[i];
        sources[i + 1] = (struct pollfd){.fd = client->descriptor, .events = POLLIN};
        if (client->out.length > 0)
            sources[i + 1].events |= POLLOUT;
    }
    return server->count + 1;
}

static void remove_client(ControlServer *server, size_t index)
{
    release_client(&server->clients[index]);
    server->count--;
    memmove(&server->clients[index], &server->clients[index + 1], (server->count - index) * sizeof(Client));
}

/* Writes what the other end takes now. */
static void send_out(Client *client)
{
    if (client->out.length == 0)
        return;
    const ssize_t sent = control_socket_send(client->descriptor, client->out.bytes, client->out.length);
    if (sent < 0) {
        client->is_over = client->is_over || (errno != EAGAIN && errno != EINTR);
        return;
    }
    memmove(client->out.bytes, client->out.bytes + sent, client->out.length - (size_t)sent + 1);
    client->out.length -= (size_t)sent;
}

/* Makes room by closing the oldest connection that does not watch. False where all do. */
static bool make_room(ControlServer *server)
{
    for (size_t i = 0; i < server->count; i++) {
        if (server->count < CONTROL_CLIENTS_MOST)
            return true;
        if (!server->clients[i].watches)
            remove_client(server, i);
    }
    return server->count < CONTROL_CLIENTS_MOST;
}

static void accept_one(ControlServer *server)
{
    static const char full[] = "error: too many programs watch this session\n";
    const int descriptor = accept(server->descriptor, NULL, NULL);
    if (descriptor < 0)
        return;
    fcntl(descriptor, F_SETFD, FD_CLOEXEC);
    fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK);
    if (make_room(server)) {
        server->clients[server->count++] = (Client){.descriptor = descriptor};
        return;
    }
    Client refused = {.descriptor = descriptor};
    text_add(&refused.out, full);
    send_out(&refused);
    release_client(&refused);
}

static void add_status(Text *into, const Client *client, const Session *session)
{
    status_print(into, session, client->shape, client->format);
    text_add_char(into, '\n');
}

/* One who has not read the last line yet is told the newest when it has. */
static void tell(Client *client, const Session *session)
{
    if (!client->watches || client->out.length > 0)
        return;
    Text now = {0};
    add_status(&now, client, session);
    if (strcmp(text_show(&now), text_show(&client->seen)) != 0) {
        text_add(&client->out, text_show(&now));
        text_clear(&client->seen);
        text_add(&client->seen, text_show(&now));
    }
    text_release(&now);
}

static void refuse(Client *client, const char *why)
{
    text_print(&client->out, "error: %s\n", why);
}

/* `text`, `json` or `format F`: how the client is told the status from now on. */
static bool choose_shape(Client *client, char *value, Text *problem)
{
    const size_t length = strcspn(value, " ");
    const int shape = words_find(&shape_words, value, length);
    const char *format = value[length] ? value + length + 1 : "";
    if (shape < 0) {
        text_add(problem, "status and watch need text, json, or format and a format");
        return false;
    }
    if (shape == STATUS_FORMAT && !status_check_format(format, problem))
        return false;
    free(client->format);
    client->format = memory_copy_text(format);
    client->shape = (StatusShape)shape;
    return true;
}

typedef struct Answering {
    const Session *session;
    ControlHandler *handler;
    void *context;
} Answering;

static void answer(Client *client, char *line, const Answering *with)
{
    Text problem = {0};
    char *value = line + strcspn(line, " ");
    if (*value == ' ')
        *value++ = '\0';
    const bool watches = strcmp(line, "watch") == 0, is_status = watches || strcmp(line, "status") == 0;
    if (!(is_status ? choose_shape(client, value, &problem) : with->handler(with->context, line, value, &problem))) {
        refuse(client, text_show(&problem));
    } else {
        text_add(&client->out, "ok\n");
        client->watches = client->watches || watches;
        text_clear(&client->seen);
        if (is_status) {
            add_status(&client->seen, client, with->session);
            text_add(&client->out, text_show(&client->seen));
        }
    }
    text_release(&problem);
}

/* Answers each whole line that has come. */
static void take_lines(Client *client, const Answering *with)
{
    char *start = client->line.bytes, *end;
    while (start && !client->is_over && (end = strchr(start, '\n'))) {
        char *rest = end + 1;
        if (end > start && end[-1] == '\r')
            end--;
        *end = '\0';
        if (end - start > CONTROL_LINE_MOST)
            break;
        if (*start)
            answer(client, start, with);
        start = rest;
        client->is_over = client->out.length > UNREAD_MOST;
    }
    const size_t rest = start ? strlen(start) : 0;
    if (rest > CONTROL_LINE_MOST) {
        refuse(client, "the line is too long");
        send_out(client);
        client->is_over = true;
    }
    if (start)
        memmove(client->line.bytes, start, rest + 1);
    client->line.length = rest;
}

static void read_from(Client *client, const Answering *with)
{
    char bytes[READ_MOST];
    const ssize_t count = read(client->descriptor, bytes, sizeof bytes);
    if (count == 0 || (count < 0 && errno != EAGAIN && errno != EINTR))
        client->is_over = true;
    if (count <= 0)
        return;
    for (ssize_t i = 0; i < count; i++)
        text_add_char(&client->line, bytes[i] ? bytes[i] : '?');
    take_lines(client, with);
}

void control_server_work(ControlServer *server, const Session *session, ControlHandler *handler, void *context)
{
    const Answering with = {session, handler, context};
    accept_one(server);
    for (size_t i = 0; i < server->count; i++) {
        Client *client = &server->clients[i];
        read_from(client, &with);
        send_out(client);
    }
    for (size_t i = server->count; i-- > 0;) {
        if (server->clients[i].is_over)
            remove_client(server, i);
    }
}

void control_server_tell(ControlServer *server, const Session *session)
{
    for (size_t i = 0; i < server->count; i++) {
        tell(&server->clients[i], session);
        send_out(&server->clients[i]);
    }
}
