/* SPDX-License-Identifier: MIT */
/* Following a session, for the commands that start one: on the screen, or in line mode if that is asked for or no
 * screen can be shown. */
#ifndef CLI_FOLLOW_H
#define CLI_FOLLOW_H

#include <stdbool.h>

#include "app/app.h"
#include "cli/context.h"

/* The options of the command line that an app takes, all but --from. */
AppOptions follow_options(const Context *context);

/* Whether line mode is asked for, or standard output is not a terminal that can show a screen. */
bool follow_wants_lines(const Context *context);

/* Follows the session that was started in the app, frees the app and returns the exit status. */
int follow_session(const Context *context, App *app);

/* Whether somebody can read menus in line mode and answer them. */
bool follow_can_ask(void);

/* Runs the app from its first screen, or in menus, frees it and returns the exit status; FOLLOW_NOT_SHOWN if it can be
 * neither. */
enum { FOLLOW_NOT_SHOWN = -1 };
int follow_home(const Context *context, App *app);

/* A session that could not be started: prints the problem, which is freed. */
int follow_failure(App *app, char *problem);

/* Frees an app whose session has ended; `status` is the exit status so far. */
int follow_end(App *app, int status);

#endif
