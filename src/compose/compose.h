/* SPDX-License-Identifier: MIT */
/* Composes a routine from shared moves for a request: areas, a person's own words, place, tools, minutes, goal, health.
 * A pure function: takes moves and a request, returns the text of a routine file as a person would have written it. */
#ifndef COMPOSE_COMPOSE_H
#define COMPOSE_COMPOSE_H

#include "compose/request.h"

/* Returns the text of the routine, for the caller to free(). The recipes of its areas (compose/recipes.h) say what is
 * done and in which order; a warm-up is at most a quarter. Both sides get the same; neglected areas come first; there
 * are as few changes of place and position as possible; comments say why each move is there. The routine loads without
 * a warning and lasts the minutes asked for, within 30 s; if not, a comment at its head says why. More minutes never
 * give a shorter routine. Its `check` is for the first of its areas.
 * NULL if no move suits, or a word of the request is not known; *problem is then one line to free() that says what is
 * in the way and what would fit. `notes` may be NULL. */
char *compose_routine(const ComposeMove *moves, size_t count, const ComposeRequest *request, ComposeNotes *notes,
                      char **problem);

#endif
