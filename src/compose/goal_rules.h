/* SPDX-License-Identifier: MIT */
/* What a goal makes of a routine that is put together: which kinds of work, in which order, how long, how hard. */
#ifndef COMPOSE_GOAL_RULES_H
#define COMPOSE_GOAL_RULES_H

#include <stdbool.h>
#include <stdint.h>

#include "routine/model.h"

/* What a move is to a routine. */
typedef enum Work { WORK_WAKE, WORK_WARM, WORK_DEEP, WORK_STRETCH, WORK_BREATHE, WORK_COUNT } Work;

enum { GOAL_RULES_TURNS = 6 };

typedef struct GoalRules {
    uint8_t rank[WORK_COUNT];            /* which work is done before which */
    Work turns[GOAL_RULES_TURNS];        /* what every area is given next, over and over until the time is full */
    uint8_t most[WORK_COUNT];            /* moves of that work for an area; of breathing, at all */
    int32_t usual_percent, most_percent; /* how long a hold is, and may be at most, of what its shared move says */
    int32_t longest_s;                   /* no hold is made longer than that */
    int32_t limit_s;                     /* a move that cannot be as short is not for it */
    int32_t hardest;                     /* no pressure above it */
    uint32_t places;                     /* bits of Place: where it belongs, when no place was said; 0: anywhere */
    bool stays;                          /* it never changes its place */
    int8_t liking[TECHNIQUE_COUNT];      /* techniques that suit it better than others */
} GoalRules;

/* How long a move is held on each side. It grows and shrinks by whole units: a second, a pass, a breath. */
typedef struct HoldRange {
    int32_t unit_s, least_s, usual_s, most_s;
} HoldRange;

const GoalRules *goal_rules_of(Goal goal);

Work goal_rules_work(const Move *move);

/* The technique that takes most of its time; TECHNIQUE_NONE where it says none. */
Technique goal_rules_technique(const Move *move);

/* The lengths that a hold may have, its cues still all said. A move of several phases stays as it is written. False
 * where a hold cannot be as short as the shape wants it. */
bool goal_rules_hold(const GoalRules *shape, const Move *move, HoldRange *range);

/* The next longer length; where there is none, the same. */
int32_t goal_rules_longer(const HoldRange *range, int32_t seconds);

#endif
