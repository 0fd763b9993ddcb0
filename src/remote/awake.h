/* SPDX-License-Identifier: MIT */
/* What keeps the screen on while a session runs: the first program of the machine's that can, which asks the desktop
 * not to turn it off as long as it runs itself. */
#ifndef REMOTE_AWAKE_H
#define REMOTE_AWAKE_H

#include <stdbool.h>

#include "platform/leash.h"
#include "session/session.h"

/* Where knead runs, as far as it matters here. */
typedef struct AwakePlace {
    bool is_macos, is_remote;
    bool has_screen;     /* a desktop: macOS's own, or the environment names a display */
    const char *desktop; /* "GNOME", "ubuntu:GNOME", "sway"; NULL: it has no name. Borrowed */
} AwakePlace;

AwakePlace awake_here(void);

/* The program that is used there; NULL: none is needed, or none is installed. */
const char *awake_program(const AwakePlace *place);

/* What is known to keep it from working there, as words behind "on"; NULL: nothing. */
const char *awake_doubt(const AwakePlace *place);

/* Whether the screen should be on for a session: not in a pause or a stop, nor when it is over. */
bool awake_is_wanted(const Session *session);

/* Keeps it on until the leash is released. False if nothing can. */
bool awake_start(Leash *leash, const AwakePlace *place);

#endif
