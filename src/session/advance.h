/* SPDX-License-Identifier: MIT */
/* Moves a session forward, by time and by commands. It never reads a clock: the caller passes the time elapsed and gets
 * a list of events. Advancing by a + b gives the same as advancing by a, then by b. One table says what each command
 * does in each state (doc/command-line.md, "Keys of the player"). */
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
    COMMAND_HURT,
    COMMAND_LEAVE,
    COMMAND_WAIT,       /* in a preparation or change of sides: time stands still until the user goes on */
    COMMAND_READY,      /* ends a preparation or change of sides at once, and a hold that may end */
    COMMAND_READY_SOON, /* the same from afar: of a preparation or change of sides 3 s are left */
    COMMAND_COUNT
} SessionCommand;

/* Lets `elapsed_ms` (>= 0) of time pass; may cross several steps. Has no effect unless the session is running or
 * counting in. Appends to `events`. */
void advance_session(Session *session, int64_t elapsed_ms, EventList *events);

/* Carries out a command. False if the state does not allow it; then nothing has changed. `value` is used by
 * COMMAND_FELT only. */
bool advance_by_command(Session *session, SessionCommand command, int32_t value, EventList *events);

/* Milliseconds until a screen has to change next: at the next second of the time left, the next cue, or the end of the
 * step; and every `pacer_ms` while a breath or pass is shown (0: no such display). -1 if the session is paused,
 * waiting, stopped, ready or ended. */
int64_t advance_next_ms(const Session *session, int32_t pacer_ms);

#endif
