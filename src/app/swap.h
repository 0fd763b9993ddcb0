/* SPDX-License-Identifier: MIT */
/* Another move in the place of one of the plan, before the start. */
#ifndef APP_SWAP_H
#define APP_SWAP_H

#include "app/effects.h"
#include "ui/screen.h"

/* Finds what may take the place of the plan's move of that number, and shows it. */
void swap_offer(App *app, Request request);

/* Takes the one of that number. */
void swap_take(App *app, Request request);

#endif
