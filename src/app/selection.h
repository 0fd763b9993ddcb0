/* SPDX-License-Identifier: MIT */
/* The routines that were chosen, to be looked at or followed; how they are to be done (minutes, side, swaps); and the plan
 * that was made of them. */
#ifndef APP_SELECTION_H
#define APP_SELECTION_H

#include "app/shared_moves.h"
#include "routine/library.h"
#include "session/plan.h"
#include "store/lowered_target.h"

/* A shared move that is done in the place of a written one. It stays with that one wherever an edit moves it. */
typedef struct SelectionSwap {
    int32_t turn;     /* of the written move, in the plan, or in the last one where there is none */
    char *id;         /* of the shared move; owned */
    const Move *move; /* the shared move; borrowed from the SharedMoveList */
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

/* The swap at a turn, or NULL. */
const SelectionSwap *selection_swapped(const Selection *selection, int32_t turn);

/* Swaps a move, from the next plan on. `move` is the shared move of that id; it is borrowed until selection_follow. */
void selection_swap(Selection *selection, int32_t turn, const char *id, const Move *move);

/* A question was answered; with no, the next plan has none of the moves that ask it. Copies. */
void selection_answer(Selection *selection, const char *question, bool is_yes);

/* Takes back the swap at a turn, from the next plan on. */
void selection_unswap(Selection *selection, int32_t turn);

/* Finds the swaps that a plan from the records was made with. Those whose shared move is gone are left out. */
void selection_find_swaps(Selection *selection, const SharedMoveList *shared_moves);

/* The shared moves were read again: points each swap at its move there, and takes back those whose move is gone. */
void selection_follow(Selection *selection, const SharedMoveList *shared_moves);

/* A plan of its routines as they are now, with its swaps, each as it would be if it were written in the place of the
 * other, its targets lowered where `lowered` says so (by area; NULL: not known). It begins with the move that the plan before
 * began with, and swaps the same moves, wherever an edit has put them. NULL with *problem to free(). The caller's, or for
 * selection_use. */
Plan *selection_make_plan(const Selection *selection, const Library *library, PlanOptions options,
                          const LoweredTarget *lowered, char **problem);

/* Puts a plan, or the problem why there is none, in the place of the old one, which stays as the last. Owns
 * both. */
void selection_use(Selection *selection, Plan *plan, char *problem);

/* Lowers the plan's targets for the areas that are eased. */
void selection_lower_targets(Plan *plan, const LoweredTarget *lowered);

#endif
