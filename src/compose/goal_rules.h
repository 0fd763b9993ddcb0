/* SPDX-License-Identifier: MIT */
/* What a goal means for a composed routine: which kinds of work, in which order, how long and how hard. */
#ifndef COMPOSE_GOAL_RULES_H
#define COMPOSE_GOAL_RULES_H

#include <stdbool.h>
#include <stdint.h>

#include "routine/model.h"

/* The kind of work that a move does in a routine. WORK_USE: movement after the other work, which puts it to use. */
typedef enum Work { WORK_WAKE, WORK_WARM, WORK_DEEP, WORK_STRETCH, WORK_USE, WORK_BREATHE, WORK_COUNT } Work;

enum { GOAL_RULES_TURNS = 6, GOAL_RULES_WORDS = 4 };

typedef struct GoalRules {
    uint8_t rank[WORK_COUNT];            /* order of the kinds of work: lower ranks are done first */
    Work turns[GOAL_RULES_TURNS];        /* works that each area gets in turn, repeated until the time is full */
    uint8_t most[WORK_COUNT];            /* most moves of that work for an area; for breathing, in all */
    int32_t usual_percent, most_percent; /* usual and longest hold, in percent of the shared move's */
    int32_t longest_s;                   /* no hold is lengthened beyond this */
    int32_t breath_s, longest_breath_s;  /* how long quiet breathing usually is, and at most; 0: as other holds */
    int32_t limit_s;                     /* a move that cannot be this short does not suit the goal */
    int32_t hardest;                     /* highest pressure allowed */
    uint32_t places;                     /* bits of Place: the places that suit it if none was asked for; 0: all */
    bool stays;                          /* the routine stays in one place */
    Work closing;                        /* every routine has such work at its end; WORK_COUNT: any may be the end */
    int32_t dose_s;                      /* how long the first deep work of an area is on a side, where there is time */
    bool settles;                        /* from sitting to lying, and a breath at its end */
    bool rises;                          /* the reverse: it ends standing, and briskly */
    uint32_t no_start;                   /* bits of Technique: a move neither begins with it nor is mostly of it */
    const char *rousing[GOAL_RULES_WORDS]; /* movement that is known by one of these keywords does not suit it */
    int8_t liking[TECHNIQUE_COUNT];        /* how well each technique suits it, relative to the others */
} GoalRules;

/* How long a move can be held on each side, in seconds. unit_s is the step for changing the length: a second, two
 * passes (there and back), or a breath. None is shorter than half a minute, where the goal allows that. */
typedef struct HoldRange {
    int32_t unit_s, least_s, usual_s, most_s;
} HoldRange;

const GoalRules *goal_rules_of(Goal goal);

Work goal_rules_work(const Move *move);

/* Whether the rules have nothing against how the move begins, and nothing against it as movement. */
bool goal_rules_agree(const GoalRules *rules, const Move *move);

/* The technique that takes most of the move's time; TECHNIQUE_NONE if none is given. */
Technique goal_rules_technique(const Move *move);

/* Sets *range to the lengths that a move's hold can have under the rules `rules`; all its cues still fit. A move with
 * several phases keeps its length. False if the hold cannot be short enough for the goal. */
bool goal_rules_hold(const GoalRules *rules, const Move *move, HoldRange *range);

/* Whether every cue still falls into a hold of that length, after the one before it, early enough to be followed. */
bool goal_rules_cues_suit(const CueList *cues, int32_t hold_s);

/* The next longer length, at most most_s. */
int32_t goal_rules_longer(const HoldRange *range, int32_t seconds);

#endif
