/* SPDX-License-Identifier: MIT */
/* The questions of a session's moves, and whether to start it, in line mode. */
#ifndef PLAIN_QUESTION_LINES_H
#define PLAIN_QUESTION_LINES_H

#include "app/app.h"
#include "plain/ask.h"

/* Asks each question that has no answer yet; then, where a no has left something out or with `asks_to_start`, whether
 * to start. False if it is not to start. */
bool question_lines_agree(const Asker *asker, App *app, bool asks_to_start);

#endif
