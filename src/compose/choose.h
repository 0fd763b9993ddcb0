/* SPDX-License-Identifier: MIT */
/* Chooses the move that goes best with those that were picked already, and where it is done. */
#ifndef COMPOSE_CHOOSE_H
#define COMPOSE_CHOOSE_H

#include "compose/pick_list.h"

/* How far a turn goes: at most so many moves of a work for an area. */
typedef struct Tier {
    uint8_t most[WORK_COUNT];
    bool is_wanted;   /* only moves that the person's words want */
    bool is_free;     /* the position may go to and fro, where otherwise there is too little */
    bool is_filling;  /* movement may be for other areas first of all, where otherwise there is too little */
    bool is_pressing; /* the areas may be pressed for longer than is enough, where otherwise there is too little */
    bool is_moving;   /* movement alone, also as the deep work of an easy area */
    bool is_packed;   /* as long as all holds at their shortest leave time, instead of at their usual length */
} Tier;

/* Sets *best to the best move of that work for the area; false where there is none. A breath is for all of the body. */
bool choose_best(const Picking *picking, const PickList *list, const Tier *tier, Work work, int area, Pick *best);

/* For how long the list presses on the area, and on those that are pressed together with it, in seconds of a side. */
int32_t choose_pressed_s(const PickList *list, int area);

/* Whether the pick is enough pressing for its area, or too much. The first deep work of an area never is. */
bool choose_is_pressed_enough(const PickList *list, const Pick *pick);

/* How well a pick would go with what is there already; higher is better. */
int32_t choose_liking(const PickList *list, const GoalRules *rules, const Pick *pick);

/* Where the move may be done without turning round: what is done before it is not done at a later stop, nor what is
 * done after it at an earlier one. Sets the stop and the stance of *pick: a stop where its stance is there already,
 * else the first one, for a last breath the last one. False where there is none. */
bool choose_stop(const PickList *list, const GoalRules *rules, Pick *pick);

/* Whether one more round of the move leaves cross-friction below its limit on each part of the body. */
bool choose_is_gentle(const PickList *list, const Candidate *candidate);

#endif
