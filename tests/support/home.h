/* SPDX-License-Identifier: MIT */
/* What the tests of the app before a session share: a scratch folder with routines (arm, calf), shared moves and
 * settings, and an app on it without a terminal. */
#ifndef SUPPORT_HOME_H
#define SUPPORT_HOME_H

#include "app/app.h"

#define HOME_SETTINGS "knead/config.yaml"

/* Makes it by scratch_make_home; the tear-down is scratch_remove. */
void home_set_up(void);

Moment home_at_s(double seconds);
App *home_make_app(void);
App *home_make_app_with(AppOptions options);

/* At home, everything read, the advice too. */
App *home_open(void);

/* What the model says after a request. */
const Model *home_ask(App *app, RequestKind kind, int32_t value);
const char *home_top(App *app);

#endif
