/* SPDX-License-Identifier: MIT */
/* Selects routines and moves by area, place, tools at hand, minutes, goal and search words. All filters that are set
 * must hold (doc/command-line.md, `knead list`). */
#ifndef ROUTINE_FILTER_H
#define ROUTINE_FILTER_H

#include <stdbool.h>

#include "routine/model.h"

/* A zeroed filter lets everything through. */
typedef struct Filter {
    WordList areas, places, goals; /* one of them is enough; empty: all */
    int32_t minutes;               /* at most this long; 0: any length */
    bool asks_tools;               /* false: `tools` is not used */
    TextList tools;                /* the tools at hand */
    TextList words;                /* each must be in the id, title, summary, areas, places, tools or a move's name */
} Filter;

bool filter_routine(const Filter *filter, const Routine *routine);
bool filter_move(const Filter *filter, const char *id, const Move *move);

/* Whether the tools at hand include an alternative for each need. */
bool filter_tools_cover(const TextList *at_hand, const ToolList *needs);

/* The best alternative that is at hand; NULL if none is. */
const char *filter_tool_at_hand(const TextList *at_hand, const ToolNeed *need);

bool filter_has_text(const TextList *list, const char *text);
bool filter_has_word(const WordList *list, int word);

/* The first word of a list that is also among others, or -1. */
int filter_common_word(const WordList *list, const WordList *among);

/* Whether `word` occurs in `text`, ignoring case. `text` may be NULL. */
bool filter_word_in(const char *text, const char *word);

#endif
