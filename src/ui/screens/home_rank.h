/* SPDX-License-Identifier: MIT */
/* Which routines stand on the home screen, best first: those for the region, those that have the words that are typed,
 * or those that are due. Made anew for each key and each drawing, in one pass over the library and one sort. */
#ifndef UI_SCREENS_HOME_RANK_H
#define UI_SCREENS_HOME_RANK_H

#include "session/suggestion.h"
#include "ui/screens/home_state.h"

/* What of the chips a routine does not fit; the first that is said. */
typedef enum HomeMisfit { HOME_FITS, HOME_NEEDS_PLACE, HOME_NEEDS_TOOL, HOME_TAKES_LONGER } HomeMisfit;

typedef struct HomeRank {
    uint64_t *items;    /* owned; the lowest bits are the index in the library */
    int count, fitting; /* those that fit come first */
    int broken, unread; /* files in the whole library */
} HomeRank;

HomeRank home_rank(const HomeState *state, const Model *model);
void home_rank_release(HomeRank *rank);

uint32_t home_rank_index(const HomeRank *rank, int row);

/* The row of the chosen one; the first where it is not among them. */
int home_rank_row(const HomeRank *rank, const HomeState *state);

/* Whether it fits the chips and the person's health words leave something of it. */
bool home_rank_fits(const Settings *settings, const Routine *routine);
HomeMisfit home_misfit(const Settings *settings, const Routine *routine);

/* The reason in words: "floor only", "needs a roller", "takes 13 min"; nothing where it fits. */
void home_misfit_words(Text *into, const Settings *settings, const Routine *routine);

#endif
