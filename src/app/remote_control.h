/* SPDX-License-Identifier: MIT */
/* The socket of the active session (remote/control_server): it is there as long as the session runs, and does what
 * other programs ask. */
#ifndef APP_REMOTE_CONTROL_H
#define APP_REMOTE_CONTROL_H

#include <poll.h>
#include <stddef.h>

#include "app/effects.h"
#include "remote/control_server.h"

/* Opens the socket where a session has begun, closes it where it is over, and tells those who watch. When the screen
 * has been drawn. */
void remote_control_keep(App *app);

/* Does what has come. */
void remote_control_work(App *app);

/* What to wait for; at most CONTROL_SOURCES_MOST are filled. */
size_t remote_control_sources(const App *app, struct pollfd *sources);

void remote_control_close(App *app);

#endif
