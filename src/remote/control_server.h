/* SPDX-License-Identifier: MIT */
/* The socket of a running session. Another program writes a line, and gets a line back, `ok` or `error: ` and why:
 *
 *     pause                      what a session can be told (the handler knows the words)
 *     felt 6                     a word with a value
 *     status text|json|format F  what the session tells of itself (remote/status.h), in a second line
 *     watch text|json|format F   the same now, and again whenever it has changed
 *
 * Nothing here waits: whoever does not read, does not write, or writes too much costs the session nothing. */
#ifndef REMOTE_CONTROL_SERVER_H
#define REMOTE_CONTROL_SERVER_H

#include <poll.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"
#include "base/words.h"
#include "session/session.h"

enum { CONTROL_CLIENTS_MOST = 16, CONTROL_SOURCES_MOST = CONTROL_CLIENTS_MOST + 1, CONTROL_LINE_MOST = 1024 };

/* The words that `knead ctl` takes: those of the handler, and status. */
extern const Words control_words;

typedef struct ControlServer ControlServer;

/* Carries out a word with its value ("" where it has none). False with one line in `problem` if it cannot. */
typedef bool ControlHandler(void *context, const char *word, const char *value, Text *problem);

/* Opens the socket of this process. NULL with one line in `problem`. */
ControlServer *control_server_open(Text *problem);

/* Closes it with all connections, and removes the socket. NULL does nothing. */
void control_server_close(ControlServer *server);

/* What to wait for. Fills at most CONTROL_SOURCES_MOST and returns how many. */
size_t control_server_sources(const ControlServer *server, struct pollfd *sources);

/* Reads what has come, and answers: once from each connection, so that none keeps the session waiting. */
void control_server_work(ControlServer *server, const Session *session, ControlHandler *handler, void *context);

/* Tells those who watch, if what they see has changed. */
void control_server_tell(ControlServer *server, const Session *session);

#endif
