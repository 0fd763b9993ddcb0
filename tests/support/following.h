/* SPDX-License-Identifier: MIT */
/* Routines, plans and sessions made from a few lines of YAML, and what came of them as text to compare. */
#ifndef SUPPORT_FOLLOWING_H
#define SUPPORT_FOLLOWING_H

#include "session/advance.h"
#include "session/plan.h"

/* A routine titled Test from what follows its title; fails the test where it has errors. */
Routine *routine_of(const char *yaml);

/* A plan of it; the routine is freed before this returns. `options` may be NULL. Fails the test where there is none. */
Plan *plan_of(const char *yaml, const PlanOptions *options);

/* The problem that such a plan has, to free(); NULL where it has none. */
char *plan_problem(const char *yaml, const PlanOptions *options);

/* A line for each step: `0+5 prepare Calf left`, and what a hold has besides. To free(). */
char *plan_lines(const Plan *plan);

/* A line for each event: `5000 began 1`, `8000 last 1 3`. Clears the list. To free(). */
char *event_lines(EventList *events);

/* Follows a script: numbers let milliseconds pass, words are commands (go pause toggle next back next-move move-before
 * more less ready wait hurt leave, felt=7). Returns the event lines; `refused WORD` where a command was. To free(). */
char *follow(Session *session, const char *script);

/* Follows the first word of a script, which is moved on to the next, and adds its events. False where a command was
 * refused. */
bool follow_word(Session *session, const char **script, EventList *events);

/* Fails unless the text, which it frees, is the one expected. */
void check_text(char *text, const char *expected);

/* A routine with a bit of everything, to free(): moves are called M0, M1 and so on, and have at most two phases. */
char *random_routine(uint64_t *seed);

/* A number that looks random, below `limit`, the same in every run. */
uint32_t next_number(uint64_t *seed, uint32_t limit);

#endif
