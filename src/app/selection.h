/* SPDX-License-Identifier: MIT */
/* What is looked at or followed: the routines, how they are to be done, and the plan that was made of them. */
#ifndef APP_SELECTION_H
#define APP_SELECTION_H

#include "app/stock.h"
#include "routine/library.h"
#include "session/plan.h"
#include "store/lowered_target.h"

/* A move that takes the place of another, wherever an edit has put that one, for as long as there is one. */
typedef struct ChoiceSwap {
    int32_t turn;               /* in the plan, or where there is none in the last one */
    char *id;                   /* of the shared one that is done; owned */
    const Move *move;           /* it, the stock's */
} ChoiceSwap;

/* Zeroed it is empty. */
typedef struct Choice {
    LibraryEntry **entries;     /* the library's; in the order of the plan's routines */
    size_t count, capacity;
    PlanOptions options;        /* the minutes, the side and the first move that were asked for, and the questions that
                                 * were answered with no */
    TextList agreed;            /* those with yes */
    Arena answers;              /* of both */
    ChoiceSwap *swaps;
    size_t swap_count, swap_capacity;
    Plan *plan;                 /* NULL where there is none, and `problem` says why */
    Plan *last;                 /* the one before; NULL: none was */
    char *problem;
} Choice;

void choice_release(Choice *choice); /* leaves an empty one */
void choice_add(Choice *choice, LibraryEntry *entry);

/* The move that is written at a turn, in the routine of *entry (may be NULL); NULL where there is none. Borrowed. */
const Move *choice_move(const Choice *choice, int32_t turn, LibraryEntry **entry);

/* What is done in its place, or NULL. */
const ChoiceSwap *choice_swapped(const Choice *choice, int32_t turn);

/* From the next plan on. The move is a shared one of that id, of a stock that lasts until choice_follow. */
void choice_swap(Choice *choice, int32_t turn, const char *id, const Move *move);

/* A question was answered; with no, the next plan has none of the moves that ask it. Copies. */
void choice_answer(Choice *choice, const char *question, bool is_yes);

/* What is written at a turn is done again, from the next plan on. */
void choice_unswap(Choice *choice, int32_t turn);

/* The swaps that a plan from the records was made with, as far as the stock still has their moves. */
void choice_find_swaps(Choice *choice, const Stock *stock);

/* Goes over to another stock of shared moves; where it has one no longer, what is written is done again. */
void choice_follow(Choice *choice, const Stock *stock);

/* A plan of its routines as they are now, with its swaps, each as it would be if it were written in the place of the
 * other, its targets lowered by `eases` (by area; NULL: none are known). The move that it begins with, and those that are swapped, are those of the plan that there is, wherever an edit has put
 * them. NULL with *problem to free(). The caller's, or for choice_use. */
Plan *choice_make_plan(const Choice *choice, const Library *library, PlanOptions options, const Ease *eases,
                       char **problem);

/* Puts a plan, or the problem why there is none, in the place of the old one, which stays as the last. Owns
 * both. */
void choice_use(Choice *choice, Plan *plan, char *problem);

/* Lowers the plan's targets for the areas that are eased. */
void choice_ease(Plan *plan, const Ease *eases);

#endif
