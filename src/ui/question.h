/* SPDX-License-Identifier: MIT */
/* The questions that need a yes before a session starts: those of its moves, each once. */
#ifndef UI_QUESTION_H
#define UI_QUESTION_H

#include "session/plan.h"
#include "ui/canvas.h"

int question_count(const Plan *plan);

/* The move that asks the question of that number, from 0. */
const PlanMove *question_move(const Plan *plan, int number);

/* In a frame in the middle of the room, where there is enough for one. `focus` is the stop of its text that is read. */
void question_draw(Canvas *canvas, Rect room, const Plan *plan, int number, int focus);

int question_stops(const Plan *plan, int number);

#endif
