/* SPDX-License-Identifier: MIT */
/* The advice of the first start: shown once, and remembered when it was read. */
#ifndef APP_ADVICE_H
#define APP_ADVICE_H

#include "app/effects.h"

/* Shows it above what is to be seen, where it was not read yet. */
void advice_offer(App *app);

/* It was read. */
void advice_taken(App *app);

#endif
