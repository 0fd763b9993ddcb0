/* SPDX-License-Identifier: MIT */
/* Where the sockets of running sessions are: `PID.sock` in a folder that only its owner can enter
 * (doc/command-line.md, "Files"). Whoever can enter it may control the sessions; nobody else can. */
#ifndef REMOTE_CONTROL_SOCKET_H
#define REMOTE_CONTROL_SOCKET_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "base/text.h"

/* The folder, for the caller to free(): $XDG_RUNTIME_DIR/knead, else one below $TMPDIR or /tmp that has the user's
 * number in its name. */
char *control_socket_folder(void);

/* Creates the folder where it is missing. False with one line in `problem` if it cannot be made, or if somebody else
 * owns it or may enter it. */
bool control_socket_make_folder(const char *folder, Text *problem);

/* The same check alone, for who only connects: what somebody else put there is not to be trusted. */
bool control_socket_check_folder(const char *folder, Text *problem);

/* The path of a session's socket, for the caller to free(). NULL with one line in `problem` if it is too long for a
 * socket. */
char *control_socket_path(const char *folder, long session, Text *problem);

/* Opens a listening socket at a path, in the place of one that was left there; others than its owner cannot connect.
 * Returns the descriptor, or -1 with errno. */
int control_socket_listen(const char *path);

/* Connects to a session: that one, or the newest for 0; *found is its number. The sockets of sessions that are gone are
 * removed. Returns the descriptor; -1 with errno where there is no such session, EAGAIN where one
 * is there and accepts nobody, as it is stopped. */
int control_socket_connect(const char *folder, long session, long *found);

/* Writes what the other end takes, without a signal where it has gone. As write(2). */
ssize_t control_socket_send(int descriptor, const char *bytes, size_t length);

/* How many sessions can be connected to; the first `most` of their numbers are put into `sessions`, which may be NULL
 * for 0. */
size_t control_socket_sessions(const char *folder, long *sessions, size_t most);

#endif
