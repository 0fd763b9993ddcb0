/* SPDX-License-Identifier: MIT */
/* The programme that is followed, in the app: today's part is started, a finished session counts as it, and midnight
 * makes it another day's. */
#ifndef APP_PROGRAMME_CONTROL_H
#define APP_PROGRAMME_CONTROL_H

#include <stdbool.h>
#include <stdint.h>

typedef struct App App;         /* app/state.h */
typedef struct Request Request; /* ui/screen.h */

/* Reads what is followed, once the records are open. */
void programme_control_read(App *app);

/* The library has changed. */
void programme_control_renew(App *app);

/* Chooses the routine of the part that is next, with the level of its week and the check of the programme if it is the
 * first of its week. False where nothing is followed, nothing is left or nothing suits: *problem is then one line, to
 * free(). */
bool programme_control_choose(App *app, char **problem);

/* A session has ended with its last step: it counts as today's part if it was started as that, or has its routine. */
void programme_control_finished(App *app);

/* Follows the calendar. The moment (awake_ns) when the next day begins; -1: nothing depends on it. */
void programme_control_beat(App *app);
int64_t programme_control_due_ns(const App *app);

/* REQUEST_PROGRAMME: shows the routine of the part that is next, to be started. */
void programme_control_open(App *app, Request request);

#endif
