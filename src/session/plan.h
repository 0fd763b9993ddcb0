/* SPDX-License-Identifier: MIT */
/* A plan: one or more routines as a flat list of steps with their times, worked out once before a session starts
 * (doc/routine-format.md, "What is worked out"). It owns copies of all its text, so it outlives the files. */
#ifndef SESSION_PLAN_H
#define SESSION_PLAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "routine/model.h"
#include "session/steps.h"

/* A plan of routines done one after another. NULL with *problem, one line to free(), where there is nothing to do (no
 * such move, no move on that side) or it cannot fit (it names the least that could). The caller frees the plan. */
Plan *plan_build(const Routine *const *routines, size_t count, const PlanOptions *options, char **problem);
void plan_free(Plan *plan);

/* Lowers the target of every hold on an area by `points`, not below 0, and says why. Moves that are lowered already are
 * left alone. True where some hold was lowered. */
bool plan_lower(Plan *plan, Area area, int32_t points, const char *why);

/* The step at a second of the session, for --from and for tests; the last one past the end. */
size_t plan_step_at(const Plan *plan, int32_t second);

/* The first step with that move, or the nearest after it; step_count past the last. */
size_t plan_step_of_move(const Plan *plan, int32_t move);

/* The hold that a step of a move is or leads to, on its own side; NULL on a rest. */
const Step *plan_hold_of(const Plan *plan, int32_t step);

/* Everything to ask before it starts: the questions of its moves, each once. Borrowed texts, in `into`'s arena. */
TextList plan_questions(const Plan *plan, Arena *into);

/* The first move whose question is not among those that were agreed to, NULL where none is; and how many different
 * questions are left. */
const PlanMove *plan_next_question(const Plan *plan, const TextList *agreed, size_t *left);

/* Everything to say before it starts: cautions of its routines, each once. */
TextList plan_cautions(const Plan *plan, Arena *into);

#endif
