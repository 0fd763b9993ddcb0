/* SPDX-License-Identifier: MIT */
/* Which routines and moves suit what a person has: part of the body, place, tools at hand, minutes, goal, words. Filters
 * of different kinds all hold (command-line, `knead list`). */
#ifndef ROUTINE_FILTER_H
#define ROUTINE_FILTER_H

#include <stdbool.h>

#include "routine/model.h"

typedef struct Filter {
    int area, place, goal;      /* -1: any */
    int32_t minutes;            /* 0: any; no longer than */
    TextList tools;             /* at hand; without any, tools are not asked about */
    TextList words;             /* each is found in id, title, summary, areas, places, tools or a move's name */
} Filter;

/* What lets everything through. */
Filter filter_all(void);

bool filter_routine(const Filter *filter, const Routine *routine);
bool filter_move(const Filter *filter, const char *id, const Move *move);

/* Whether some alternative of each need is among the tools at hand. */
bool filter_tools_cover(const TextList *at_hand, const ToolList *needs);

/* Whether `word` is in `text`, capitals or not. */
bool filter_word_in(const char *text, const char *word);

#endif
