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

/* The same where it could not be started: prints the problem, which is freed. */
int follow_failure(App *app, char *problem);

/* Frees an app whose session has ended; `status` is the exit status so far. */
int follow_end(App *app, int status);

#endif
