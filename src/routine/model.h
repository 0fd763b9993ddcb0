/* SPDX-License-Identifier: MIT */
/* A routine as it is meant: read from one file, its shared moves and defaults already put in, so that every move
 * here stands for itself. All of it, text and lists, lives in the routine's arena. The contract is
 * doc/routine-format.md. */
#ifndef ROUTINE_MODEL_H
#define ROUTINE_MODEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/diagnostic.h"
#include "routine/names.h"
#include "yaml/schema.h"

/* clang-format off */
typedef struct Pressure { bool is_set; int32_t low, high; } Pressure;              /* 0 to 10 */
typedef struct Breath { int32_t in_s, hold_s, out_s, rest_s; } Breath;            /* in_s 0: none is set */

/* Alternatives for one thing that is needed, the best first. */
typedef struct ToolNeed { TextList any_of; } ToolNeed;
typedef struct ToolList { ToolNeed *items; size_t count; } ToolList;

typedef enum CueWhen { CUE_SPREAD, CUE_FROM_START, CUE_FROM_END, CUE_HALF } CueWhen;
typedef struct Cue {
    CueWhen when;
    int32_t seconds;
    const char *say;
    Mark mark;
} Cue; /* CUE_FROM_END: positive seconds before it */
/* clang-format on */
typedef struct CueList {
    Cue *items;
    size_t count;
} CueList;

typedef enum HoldKind { HOLD_NOT_SET, HOLD_TIME, HOLD_RANGE, HOLD_LEFT_RIGHT, HOLD_PASSES, HOLD_BREATHS } HoldKind;

/* How long a hold lasts, in one of its ways. left_s and right_s are always worked out, and equal but for
 * HOLD_LEFT_RIGHT. */
typedef struct Hold {
    HoldKind kind;
    int32_t left_s, right_s;
    int32_t may_end_s;      /* HOLD_RANGE: the first time, from which Enter may end it; else 0 */
    int32_t passes, pace_s; /* HOLD_PASSES */
    int32_t breaths;        /* HOLD_BREATHS */
} Hold;

typedef struct Phase {
    const char *name; /* NULL: the single hold of a move without phases */
    Hold hold;
    Technique technique; /* its own or the move's; TECHNIQUE_NONE where neither says */
    Pressure pressure;
    Breath breathe;
    CueList cues;
    Mark mark;
} Phase;

/* Texts of a move, each under a key of that name; NULL where not said. Who has them, copies or saves them does it by this
 * list, so that another one is a row here and one in routine/fields.c. */
#define MOVE_TEXTS(text) text(setup) text(feel) text(lighter) text(deeper) text(confirm)
#define MOVE_TEXT_MEMBER(name) const char *name;

typedef struct Move {
    const char *use; /* the shared move's id, NULL where it has none */
    const char *name;
    WordList areas, where, not_with; /* of Area, Place, Health; where empty: anywhere */
    ToolList tools;
    Technique technique;
    MOVE_TEXTS(MOVE_TEXT_MEMBER)
    TextList avoid, instead;
    Sides sides;
    Side first;    /* SIDE_LEFT or SIDE_RIGHT */
    Phase *phases; /* at least one; a move without phases has one without a name */
    size_t phase_count;
    int32_t prepare_s; /* worked out: its own or the routine's */
    int32_t priority;  /* 1 to 3 */
    int32_t least_s;   /* 0: not said */
    Mark mark;         /* where it stands in the routine, for the editor */
} Move;

typedef enum ItemKind { ITEM_MOVE, ITEM_REST, ITEM_REPEAT } ItemKind;

typedef struct Item {
    ItemKind kind;
    Mark mark;
    Move *move;               /* ITEM_MOVE */
    int32_t rest_s;           /* ITEM_REST */
    const char *say;          /* ITEM_REST: NULL where not said */
    int32_t times, between_s; /* ITEM_REPEAT */
    struct Item *items;
    size_t count;
} Item;

typedef struct Source {
    const char *title, *url;
} Source;
typedef struct SourceList {
    Source *items;
    size_t count;
} SourceList;

typedef struct Routine {
    Arena arena;
    const char *id, *path;               /* path is NULL for text that came from nowhere */
    bool is_mine;                        /* from the person's own folder or a path they gave */
    const char *title, *summary, *check; /* summary and check NULL where not said */
    Goal goal;
    TextList cautions;
    SourceList sources;
    int32_t switch_s, rest_s; /* defaults that belong to the routine */
    Item *items;
    size_t count;
    /* Worked out, never written: */
    WordList areas;     /* in the order in which they first appear */
    WordList places;    /* those that every move allows; none: it needs more than one place */
    ToolList tools;     /* each different need once */
    int32_t seconds;    /* the length of its session */
    int32_t move_count; /* repeats unrolled */
} Routine;

/* Finds the shared move of an id as a complete map node, or NULL. The node outlives every routine that is read with it.
 */
typedef struct MoveLookup {
    const Node *(*find)(void *context, const char *id);
    const Words *(*ids)(void *context); /* every id there is, for "did you mean" */
    void *context;
} MoveLookup;

#endif
