/* SPDX-License-Identifier: MIT */
/* The routines that were chosen, to be shown or followed; how they are to be done (minutes, side, swaps); and the plan
 * made of them. */
#ifndef APP_SELECTION_H
#define APP_SELECTION_H

#include "app/shared_moves.h"
#include "routine/library.h"
#include "session/plan.h"
#include "store/lowered_target.h"

/* A shared move that is done instead of one that is written in a routine. It stays with the written move when an edit
 * puts that in another place. */
typedef struct SelectionSwap {
    int32_t turn;     /* index of the written move in Plan.turns (of `plan`; if it is NULL, of `last`) */
    char *id;         /* of the shared move; owned */
    const Move *move; /* the shared move; borrowed from the SharedMoveList */
} SelectionSwap;

/* All zero: empty. */
typedef struct Selection {
    LibraryEntry **entries; /* the library's; in the order of the plan's routines */
    size_t count, capacity;
    PlanOptions options; /* minutes, side and first move as asked for; questions answered with no */
    TextList agreed;     /* questions answered with yes */
    Arena answers;       /* holds the texts of both */
    SelectionSwap *swaps;
    size_t swap_count, swap_capacity;
    bool is_part;      /* it is the part of a programme that is next */
    bool has_check;    /* `check` is measured instead of those of the routines */
    Check check;       /* its text is in check_texts */
    Arena check_texts; /* stays when questions are asked anew */
    bool has_level;    /* `level` was chosen for the next session */
    Level level;
    Side first;      /* chosen for the next session; SIDE_NONE: none was */
    bool has_before; /* how it feels before the session was said, in `before_unit` */
    CheckUnit before_unit;
    int32_t before_tenths;
    Plan *plan; /* NULL: there is none, and `problem` says why */
    Plan *last; /* the plan before; NULL: none */
    char *problem;
    uint64_t plan_number; /* another one with each plan; 0: there was none yet */
} Selection;

void selection_release(Selection *selection); /* leaves an empty one */
void selection_add(Selection *selection, LibraryEntry *entry);

/* The move that is written at a turn (an index in Plan.turns); sets *entry (may be NULL) to its routine. NULL if there
 * is none. Borrowed. */
const Move *selection_move(const Selection *selection, int32_t turn, LibraryEntry **entry);

/* The swap at a turn, or NULL. */
const SelectionSwap *selection_swapped(const Selection *selection, int32_t turn);

/* Swaps the move at a turn for `move`, the shared move with that id, from the next plan on. `move` is borrowed until
 * selection_follow. */
void selection_swap(Selection *selection, int32_t turn, const char *id, const Move *move);

/* Stores the answer to a question (copied). After a no, the next plan leaves out the moves that ask it. */
void selection_answer(Selection *selection, const char *question, bool is_yes);

/* Forgets the answers, the level, the first side and what was said before the session: another one is to start. */
void selection_ask_anew(Selection *selection);

/* What is asked before a session of the plan, and was said so far; *check as for plan_measure. Only with a plan. */
Measure selection_measure(const Selection *selection, const char **check);

/* Removes the swap at a turn, from the next plan on. */
void selection_unswap(Selection *selection, int32_t turn);

/* For a plan that was read from the records: finds the swaps that it was made with, except those whose shared move is
 * gone. */
void selection_find_swaps(Selection *selection, const SharedMoveList *shared_moves);

/* The shared moves were read again: each swap gets its new move, and a swap whose move is gone is removed. */
void selection_follow(Selection *selection, const SharedMoveList *shared_moves);

/* Makes a plan of the routines as they are now, with their swaps. A swap is planned as if it were written in the
 * routine instead of the other move. Targets are lowered as `lowered` says (by Area; NULL: not known). If an edit has
 * moved things in the routines, the plan still begins with the same move as the plan before, and swaps the same moves.
 * Returns the plan, for the caller or for selection_use; NULL with *problem, to free(). */
Plan *selection_make_plan(const Selection *selection, const Library *library, PlanOptions options,
                          const LoweredTarget *lowered, char **problem);

/* Replaces the plan by a new one, or by the problem why there is none. The old plan becomes `last`. Takes over both. */
void selection_use(Selection *selection, Plan *plan, char *problem);

/* Lowers the plan's targets in the areas where it hurt before; `lowered` by Area. */
void selection_lower_targets(Plan *plan, const LoweredTarget *lowered);

#endif
