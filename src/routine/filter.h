/* SPDX-License-Identifier: MIT */
/* Selects routines and moves by area, place, tools at hand, minutes, goal and search words. All filters that are set
 * must hold (doc/command-line.md, `knead list`). */
#ifndef ROUTINE_FILTER_H
#define ROUTINE_FILTER_H

#include <stdbool.h>

#include "routine/model.h"

/* What a person has said of their health. */
typedef struct PersonHealth {
    WordList words;    /* of Health */
    WordList injuries; /* of Area: the parts that the recent injury is at; empty: it may be anywhere */
} PersonHealth;

/* Whether this health word of the person rules out the move. A recent injury does on the injured parts only. */
bool filter_rules_out(const PersonHealth *health, Health word, const Move *move);

/* The first health word that rules out the move, in the order of its `not_with`; -1: none does. */
int filter_ruling_word(const PersonHealth *health, const Move *move);

/* A zeroed filter lets everything through. */
typedef struct Filter {
    WordList areas, places, goals; /* one of them is enough; empty: all */
    int32_t minutes;               /* at most this long; 0: any length */
    bool asks_tools;               /* false: `tools` is not used */
    TextList tools;                /* the tools at hand */
    TextList words;                /* each must be in the id, title, summary, areas, places, tools or a move's name, or
                                    * begin a word of a keyword. The keywords of a routine's moves count only if it
                                    * has none itself */
} Filter;

bool filter_routine(const Filter *filter, const Routine *routine);
bool filter_move(const Filter *filter, const char *id, const Move *move);

/* Whether what is hard is nothing to lie on for this person: they bruise, or feel too little, or break easily. */
bool filter_wants_soft(const PersonHealth *health);

/* Whether the tool is so hard. */
bool filter_is_hard(const char *tool);

/* The tools without those that are too hard for the person, in the arena; a need that only such a tool meets stays as
 * it is. The names are borrowed. */
ToolList filter_soft_tools(Arena *arena, const ToolList *needs, const PersonHealth *health);

/* Whether the tools at hand include an alternative for each need. */
bool filter_tools_cover(const TextList *at_hand, const ToolList *needs);

/* Whether the tool is among the alternatives of some need. */
bool filter_has_tool(const ToolList *needs, const char *tool);

/* The best alternative that is at hand; NULL if none is. */
const char *filter_tool_at_hand(const TextList *at_hand, const ToolNeed *need);

/* The set-up for the first of the move's tools that is at hand; the first set-up if none is. NULL: it has none. */
const char *filter_setup_at_hand(const TextList *at_hand, const Move *move);

bool filter_has_text(const TextList *list, const char *text);

/* Adds the texts that the list does not have yet. It must have room for all of them; the texts are borrowed. */
void filter_add_new(TextList *list, const TextList *texts);

bool filter_has_word(const WordList *list, int word);

/* The first word of a list that is also among others, or -1. */
int filter_common_word(const WordList *list, const WordList *among);

/* Whether `word` begins one of the keywords or a word in one, ignoring case and apostrophes; a hyphen is a blank. */
bool filter_keyword_in(const TextList *keywords, const char *word);

/* Whether `word` occurs in `text`, ignoring case. `text` may be NULL. */
bool filter_word_in(const char *text, const char *word);

#endif
