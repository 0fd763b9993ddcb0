/* SPDX-License-Identifier: MIT */
/* The column of routines on the home screen, best first: those that match the typed words, or what the shelf says.
 * Ranked again for each key and each drawing, in one pass over the library and one sort; what is due was worked out
 * before. */
#ifndef UI_SCREENS_HOME_LIST_H
#define UI_SCREENS_HOME_LIST_H

#include <stdint.h>

#include "base/text.h"
#include "ui/screens/home.h"

typedef struct HomeRank {
    uint64_t *items;    /* owned; the lowest bits are the index in the library */
    int count, fitting; /* those that fit come first */
    int broken, unread; /* files in the whole library */
} HomeRank;

HomeRank home_list_rank(const HomeState *state, const Model *model);
void home_list_release(HomeRank *rank);

uint32_t home_list_index(const HomeRank *rank, int row);

/* The row of the chosen routine; 0 if it is not in the list. */
int home_list_row(const HomeRank *rank, const HomeState *state);

/* What of the chips it does not fit, in words: "floor only", "needs a roller", "takes 13 min"; nothing where it
 * fits. */
void home_list_misfit_words(Text *into, const Settings *settings, const Routine *routine, const char *marked_tool);

/* Draws the preview of the chosen routine; while a tool's chip has the cursor, what is to be known of the tool. */
void home_list_draw_preview(Canvas *canvas, Rect rect, const HomeState *state, const Model *model,
                            const HomeRank *rank);

void home_list_draw(Canvas *canvas, const HomeLayout *layout, const HomeState *state, const Model *model,
                    const HomeRank *rank);

/* The row at cell x, y of the window, or -1. */
int home_list_at(const HomeLayout *layout, const HomeState *state, const HomeRank *rank, int x, int y);

#endif
