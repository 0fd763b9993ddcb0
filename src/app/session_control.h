/* SPDX-License-Identifier: MIT */
/* Reacts to what happens in a session: sounds, answers, notes of what hurt, the next screen. */
#ifndef APP_SESSION_CONTROL_H
#define APP_SESSION_CONTROL_H

#include "app/effects.h"
#include "session/advance.h"

/* Lets the session wait for the person as the settings say: not in a rehearsal, nor if nobody can press a key. */
void session_control_pace(App *app);

/* Starts a session of the current plan and shows the player. */
void session_control_start(App *app);

/* Carries out a command of the session and reacts to its events. */
void session_control_command(App *app, SessionCommand command, int32_t value);

/* Reacts to the new events of the active session. */
void session_control_follow(App *app);

#endif
