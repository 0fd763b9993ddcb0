/* SPDX-License-Identifier: MIT */
/* What follows from what happens in a session: the bell, answers, what is remembered of hurt, the next screen. */
#ifndef APP_REACTION_H
#define APP_REACTION_H

#include "app/wish.h"

/* Takes up the fresh events of the sitting. */
void reaction_follow(App *app);

#endif
