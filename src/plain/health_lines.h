/* SPDX-License-Identifier: MIT */
/* The questions about health in line mode: asked one by one, each answered with one key. */
#ifndef PLAIN_HEALTH_LINES_H
#define PLAIN_HEALTH_LINES_H

#include "app/app.h"
#include "plain/ask.h"

/* Asks all of them, or until the reply is REPLY_NEITHER. A yes sets its health words in the settings. */
void health_lines_ask(const Asker *asker, App *app);

#endif
