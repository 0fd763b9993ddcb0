/* SPDX-License-Identifier: MIT */
/* How a session goes on: by time, from one step to the next, and by commands. It never asks what time it is: the caller
 * says how much has passed, and it answers with events. Going on by a + b is going on by a, then by b. What each
 * command does in each state is one table (doc/command-line.md, "Keys of the player"). */
#ifndef SESSION_ADVANCE_H
#define SESSION_ADVANCE_H

#include <stdbool.h>
#include <stdint.h>

#include "session/session.h"

typedef enum SessionCommand {
    COMMAND_PAUSE,
    COMMAND_GO_ON,
    COMMAND_TOGGLE, /* pause or go on */
    COMMAND_NEXT,
    COMMAND_BACK,
    COMMAND_NEXT_MOVE,
    COMMAND_MOVE_BEFORE,
    COMMAND_MORE,
    COMMAND_LESS,
    COMMAND_FELT, /* value 0 to 10 */
    COMMAND_EASED,
    COMMAND_HURT,
    COMMAND_LEAVE,
    COMMAND_COUNT
} SessionCommand;

/* Lets time pass; may cross several steps. Nothing passes unless it runs or counts in. elapsed_ms >= 0. */
void advance_session(Session *session, int64_t elapsed_ms, EventList *events);

/* Carries out a command; false where this state refuses it, and then nothing has changed. `value` is COMMAND_FELT's. */
bool advance_by_command(Session *session, SessionCommand command, int32_t value, EventList *events);

/* Milliseconds until what a screen shows changes next: a second of the time left, a cue, the step's end, a step of
 * `pacer_ms` where a breath or pass is followed (0: none is). -1 when nothing will: paused, stopped, ready or ended. */
int64_t advance_next_ms(const Session *session, int32_t pacer_ms);

#endif
