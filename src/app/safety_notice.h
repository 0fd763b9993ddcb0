/* SPDX-License-Identifier: MIT */
/* The advice of the first start: shown once, and remembered when it was read. */
#ifndef APP_SAFETY_NOTICE_H
#define APP_SAFETY_NOTICE_H

#include "app/effects.h"

/* Shows it above what is to be seen, where it was not read yet. */
void safety_notice_show(App *app);

/* It was read. */
void safety_notice_taken(App *app);

#endif
