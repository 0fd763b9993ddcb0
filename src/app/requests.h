/* SPDX-License-Identifier: MIT */
/* What each request of a screen comes to, a row each. */
#ifndef APP_REQUESTS_H
#define APP_REQUESTS_H

#include "app/effects.h"
#include "ui/screen.h"

void requests_perform(App *app, Request request);

#endif
