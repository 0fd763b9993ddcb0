/* SPDX-License-Identifier: MIT */
/* What is looked at or followed: the routines, how they are to be done, and the plan that was made of them. */
#ifndef APP_SELECTION_H
#define APP_SELECTION_H

#include "app/shared_moves.h"
#include "routine/library.h"
#include "session/plan.h"
#include "store/lowered_target.h"

/* A move that takes the place of another, wherever an edit has put that one, for as long as there is one. */
typedef struct SelectionSwap {
    int32_t turn;     /* in the plan, or where there is none in the last one */
    char *id;         /* of the shared one that is done; owned */
    const Move *move; /* it, the stock's */
} SelectionSwap;

/* Zeroed it is empty. */
typedef struct Selection {
    LibraryEntry **entries; /* the library's; in the order of the plan's routines */
    size_t count, capacity;
    PlanOptions options; /* the minutes, the side and the first move that were asked for, and the questions that
                                 * were answered with no */
    TextList agreed;     /* those with yes */
    Arena answers;       /* of both */
    SelectionSwap *swaps;
    size_t swap_count, swap_capacity;
    Plan *plan; /* NULL where there is none, and `problem` says why */
    Plan *last; /* the one before; NULL: none was */
    char *problem;
} Selection;

void selection_release(Selection *selection); /* leaves an empty one */
void selection_add(Selection *selection, LibraryEntry *entry);

/* The move that is written at a turn, in the routine of *entry (may be NULL); NULL where there is none. Borrowed. */
const Move *selection_move(const Selection *selection, int32_t turn, LibraryEntry **entry);

/* What is done in its place, or NULL. */
const SelectionSwap *selection_swapped(const Selection *selection, int32_t turn);

/* From the next plan on. The move is a shared one of that id, of a stock that lasts until selection_follow. */
void selection_swap(Selection *selection, int32_t turn, const char *id, const Move *move);

/* A question was answered; with no, the next plan has none of the moves that ask it. Copies. */
void selection_answer(Selection *selection, const char *question, bool is_yes);

/* What is written at a turn is done again, from the next plan on. */
void selection_unswap(Selection *selection, int32_t turn);

/* The swaps that a plan from the records was made with, as far as the stock still has their moves. */
void selection_find_swaps(Selection *selection, const SharedMoveList *stock);

/* Goes over to another stock of shared moves; where it has one no longer, what is written is done again. */
void selection_follow(Selection *selection, const SharedMoveList *stock);

/* A plan of its routines as they are now, with its swaps, each as it would be if it were written in the place of the
 * other, its targets lowered by `eases` (by area; NULL: none are known). It begins with the move that the plan before
 * began with, and swaps the same moves, wherever an edit has put them. NULL with *problem to free(). The caller's, or for
 * selection_use. */
Plan *selection_make_plan(const Selection *selection, const Library *library, PlanOptions options,
                          const LoweredTarget *eases, char **problem);

/* Puts a plan, or the problem why there is none, in the place of the old one, which stays as the last. Owns
 * both. */
void selection_use(Selection *selection, Plan *plan, char *problem);

/* Lowers the plan's targets for the areas that are eased. */
void selection_ease(Plan *plan, const LoweredTarget *eases);

#endif
