/* SPDX-License-Identifier: MIT */
/* Carries out the requests of screens, by a table with a function for each (REQUESTS in ui/screen.h). */
#ifndef APP_REQUESTS_H
#define APP_REQUESTS_H

#include "app/effects.h"
#include "ui/screen.h"

void requests_perform(App *app, Request request);

#endif
