/* SPDX-License-Identifier: MIT */
/* Which routines and moves suit what a person has: part of the body, place, tools at hand, minutes, goal, words.
 * Filters of different kinds all hold (doc/command-line.md, `knead list`). */
#ifndef ROUTINE_FILTER_H
#define ROUTINE_FILTER_H

#include <stdbool.h>

#include "routine/model.h"

/* Zeroed it lets everything through. */
typedef struct Filter {
    WordList areas, places, goals; /* any of them will do; empty: all */
    int32_t minutes;               /* 0: any; no longer than */
    bool asks_tools;               /* false: any tool will do */
    TextList tools;                /* at hand */
    TextList words;                /* each is found in id, title, summary, areas, places, tools or a move's name */
} Filter;

bool filter_routine(const Filter *filter, const Routine *routine);
bool filter_move(const Filter *filter, const char *id, const Move *move);

/* Whether some alternative of each need is among the tools at hand. */
bool filter_tools_cover(const TextList *at_hand, const ToolList *needs);

/* The best of the alternatives that is at hand; NULL where none is. */
const char *filter_tool_at_hand(const TextList *at_hand, const ToolNeed *need);

bool filter_has_text(const TextList *list, const char *text);
bool filter_has_word(const WordList *list, int word);

/* Whether `word` is in `text`, capitals or not. */
bool filter_word_in(const char *text, const char *word);

#endif
