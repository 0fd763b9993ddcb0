/* SPDX-License-Identifier: MIT */
/* What each request of a screen comes to, a row each. */
#ifndef APP_DEED_H
#define APP_DEED_H

#include "app/wish.h"
#include "ui/screen.h"

void deed_do(App *app, Request request);

#endif
