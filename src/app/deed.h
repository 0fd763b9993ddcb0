/* SPDX-License-Identifier: MIT */
/* What each request of a screen comes to, a row each. */
#ifndef APP_DEED_H
#define APP_DEED_H

#include "app/wish.h"
#include "session/session.h"
#include "ui/screen.h"

void deed_do(App *app, Request request);

/* Starts the session that was chosen, in the player. */
void deed_start(App *app);

/* Carries out a command of the session and what follows from it. */
void deed_command(App *app, SessionCommand command, int32_t value);

#endif
