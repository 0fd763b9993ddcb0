/* SPDX-License-Identifier: MIT */
/* What is meant by a person's own words, such as "stiff neck": the parts of the body, and the moves known by them. */
#ifndef COMPOSE_WANTED_H
#define COMPOSE_WANTED_H

#include "base/text.h"
#include "compose/request.h"

typedef struct Wanted {
    WordList areas;          /* of Area: those of the request, then those of its words, the most wanted first */
    size_t named;            /* how many of them, at the front, were named; the others are worked as time allows */
    const uint8_t *moves;    /* for each move, how many of the words it is known by; NULL: there were no words */
    size_t move_count;       /* moves that are known by some word */
    const char *said;        /* the words, tidied: "stiff neck, shin splints"; NULL: there were none */
    const char *unknown;     /* words that nothing knows, each as 'WORD', with the nearest known one; NULL: none */
    uint32_t said_areas;     /* bits of the areas that the request or the words name, alone or within a keyword */
    ComplaintSet complaints; /* those that are named */
    uint32_t about;          /* bits of the areas that they are about first of all */
    uint32_t focus;          /* bits of the only areas that are worked for them and for all that was said; 0: any */
    Goal goal;               /* of the request; where it has none, that of the words: "before a run" is a warm-up */
    PersonHealth health;     /* of the request, and what the words say of it: "pregnant" */
    TextList cautions;       /* of the words: what all moves known by one say, and routines that alone know one */
} Wanted;

/* Looks the words of the request up among the names of areas and the keywords and names of moves; where nothing else
 * knows a word, among the keywords and titles of routines. Words that say only that something hurts are passed over
 * beside others. All of *wanted is in the arena.
 *
 * What is known as a whole beats what only begins like something known: "jaw clenching at night" is of no night
 * cramp.
 *
 * False where none of the words is known, or one is for a doctor ("swollen calf"). One line is then added to
 * `problem`. */
bool wanted_find(Wanted *wanted, Arena *arena, const ComposeMove *moves, size_t count, const ComposeRequest *request,
                 Text *problem);

#endif
