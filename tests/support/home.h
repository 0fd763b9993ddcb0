/* SPDX-License-Identifier: MIT */
/* What the tests of the app before a session share: a folder with routines (arm, calf), shared moves and settings, and
 * an app on it without a terminal. */
#ifndef SUPPORT_HOME_H
#define SUPPORT_HOME_H

#include "app/app.h"

/* Made by each test's set-up and removed by its tear-down; XDG_DATA_HOME and XDG_CONFIG_HOME are in it. */
extern char home_folder[64], home_settings[96];
void home_set_up(void);
void home_tear_down(void);

/* Makes a file in it, by its path from there. */
void home_put_file(const char *name, const char *text);

/* That text stands in the settings file. */
void home_expect_settings(const char *text);

Moment home_at_s(double seconds);
App *home_make_app(void);

/* At home, everything read, the advice too. */
App *home_open(void);

/* What the model says after a request. */
const Model *home_ask(App *app, RequestKind kind, int32_t value);
const char *home_top(App *app);

#endif
