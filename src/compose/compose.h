/* SPDX-License-Identifier: MIT */
/* Puts a routine together from the moves that fit: part of the body, place, tools, minutes, goal, health. Pure: moves
 * and wishes in, the text of a routine file out, as a person would have written it. */
#ifndef COMPOSE_COMPOSE_H
#define COMPOSE_COMPOSE_H

#include "compose/request.h"

/* The text of a routine that uses the moves: for each area the warm-up before the deep work before the stretch, sides
 * equal, areas that are behind first, as few changes of place as possible, comments that say why each move is there. It
 * loads without a warning and lasts the minutes within 30 s, or a comment at its head says why not; for more minutes it
 * is never shorter. NULL with *problem where nothing fits: what is in the way and what would fit, one line to free().
 * Else the caller frees the text. `notes` may be NULL. */
char *compose_routine(const ComposeMove *moves, size_t count, const ComposeRequest *request, ComposeNotes *notes,
                      char **problem);

#endif
