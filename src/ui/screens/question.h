/* SPDX-License-Identifier: MIT */
/* A question that needs a yes before a session has the moves that ask it. */
#ifndef UI_SCREENS_QUESTION_H
#define UI_SCREENS_QUESTION_H

#include "ui/screen.h"

/* Whether one has no answer yet. */
bool question_is_left(const Model *model);

/* What an answer to it asks for. After the last yes it is to start; where a no has left something out, what is left is
 * shown first. `is_more`: a question comes after it. */
Request question_answer(const Model *model, bool is_yes, bool *is_more);

/* The next one, in a frame in the middle of the room, where there is enough for one. `focus` is the stop of its text that
 * is read. */
void question_draw(Canvas *canvas, Rect room, const Model *model, int focus);

int question_stops(const Model *model);

#endif
