/* SPDX-License-Identifier: MIT */
/* What follows from what happens in a session: the bell, answers, what is remembered of hurt, the next screen. */
#ifndef APP_SESSION_CONTROL_H
#define APP_SESSION_CONTROL_H

#include "app/effects.h"
#include "session/advance.h"

/* Starts the session that was chosen, in the player. */
void session_control_start(App *app);

/* Carries out a command of the session and what follows from it. */
void session_control_command(App *app, SessionCommand command, int32_t value);

/* Takes up the fresh events of the active session. */
void session_control_follow(App *app);

#endif
