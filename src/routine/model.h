/* SPDX-License-Identifier: MIT */
/* A routine after parsing: shared moves and defaults are filled in, so that every move is complete. All texts and lists
 * are in the routine's arena. The format is described in doc/routine-format.md. */
#ifndef ROUTINE_MODEL_H
#define ROUTINE_MODEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/diagnostic.h"
#include "routine/names.h"
#include "routine/position.h"
#include "yaml/schema.h"

/* clang-format off */
typedef struct Pressure { bool is_set; int32_t low, high; } Pressure;              /* 0 to 10 */
typedef struct Breath { int32_t in_s, hold_s, out_s, rest_s; } Breath;            /* seconds; in_s 0: not set */

/* The alternatives for one tool that is needed, the best first. */
typedef struct ToolNeed { TextList any_of; } ToolNeed;
typedef struct ToolList { ToolNeed *items; size_t count; } ToolList;

/* The movement that is tried before and after a session, and what is measured in it. Without a movement it is all
 * zero: how it feels is asked for. */
typedef struct Check {
    const char *say; /* NULL: not set */
    CheckUnit unit;
    bool more_is_better; /* only where there is a unit */
} Check;

typedef enum CueWhen { CUE_SPREAD, CUE_FROM_START, CUE_FROM_END, CUE_HALF } CueWhen;
typedef struct Cue {
    CueWhen when;
    int32_t seconds;
    const char *say;
    Mark mark;
} Cue; /* seconds: from the start, or before the end (CUE_FROM_END, positive) */
/* clang-format on */
typedef struct CueList {
    Cue *items;
    size_t count;
} CueList;

typedef enum HoldKind { HOLD_NOT_SET, HOLD_TIME, HOLD_RANGE, HOLD_LEFT_RIGHT, HOLD_PASSES, HOLD_BREATHS } HoldKind;

/* The length of a hold, given in one of several ways. left_s and right_s are always set; they differ only for
 * HOLD_LEFT_RIGHT. */
typedef struct Hold {
    HoldKind kind;
    int32_t left_s, right_s;
    int32_t may_end_s;      /* HOLD_RANGE: the lower limit, from which Enter may end the hold; else 0 */
    int32_t passes, pace_s; /* HOLD_PASSES */
    int32_t breaths;        /* HOLD_BREATHS */
} Hold;

typedef struct Phase {
    const char *name;  /* NULL: the single hold of a move without phases */
    const char *setup; /* what to do in `prepare_s`; NULL where not said */
    int32_t prepare_s; /* time to move the tool or the body before it, on each side; 0 where not said */
    Hold hold;
    Technique technique; /* of the phase, else of the move; TECHNIQUE_NONE: neither has one */
    Pressure pressure;
    Breath breathe;
    CueList cues;
    TextList positions; /* ids, at most two; of the phase, else of the move */
    ToolPlace tool_at;  /* likewise */
    Mark mark;
} Phase;

/* The texts of a move, each under the key of the same name; NULL: not set. All code that declares, copies or saves them
 * uses this list, so a new text needs only an entry here and a row in routine/fields.c. */
#define MOVE_TEXTS(text) text(feel) text(lighter) text(deeper) text(confirm) text(why)
#define MOVE_TEXT_MEMBER(name) const char *name;

/* A set-up for one tool. `tool` is NULL where one text serves all of them. */
typedef struct SetUp {
    const char *tool, *text;
} SetUp;
typedef struct SetUpList {
    SetUp *items;
    size_t count;
} SetUpList;

typedef struct Move {
    const char *use; /* id of the shared move; NULL: written in place */
    const char *name;
    WordList areas, where, not_with; /* of Area, Place, Health; `where` empty: anywhere */
    ToolList tools;
    Technique technique;
    MOVE_TEXTS(MOVE_TEXT_MEMBER)
    SetUpList setups; /* empty: none; one with tool NULL; or one for each tool of the first need */
    TextList avoid, instead, keywords;
    TextList cautions; /* of its shared move, then its own */
    Sides sides;
    Side first;    /* SIDE_LEFT or SIDE_RIGHT */
    Phase *phases; /* at least one; without phases in the file, one with name NULL */
    size_t phase_count;
    int32_t prepare_s, switch_s; /* the move's own, else the routine's */
    int32_t priority;            /* 1 to 3 */
    TextList positions;          /* ids, at most two: of the move, else of its first phase that has some */
    ToolPlace tool_at;           /* likewise */
    int32_t least_s;             /* 0: not set */
    Mark mark;                   /* its place in the routine file, for the editor */
} Move;

typedef enum ItemKind { ITEM_MOVE, ITEM_REST, ITEM_REPEAT } ItemKind;

typedef struct Item {
    ItemKind kind;
    Mark mark;
    Move *move;               /* ITEM_MOVE */
    int32_t rest_s;           /* ITEM_REST */
    const char *say;          /* ITEM_REST: NULL: not set */
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
    const char *id, *path;       /* path is NULL if the text is not from a file */
    bool is_mine;                /* from the user's own folder, or from a path given by the user */
    const char *title, *summary; /* summary: NULL: not set */
    Check check;
    const char *pair; /* the id of the routine that it goes with; NULL: not set */
    Mark pair_mark;   /* of that id in the file */
    Goal goal;
    TextList own_cautions, keywords;
    SourceList sources;
    int32_t rest_s; /* between two moves that have none between them */
    Item *items;
    size_t count;
    /* Computed, not in the file: */
    WordList areas;     /* of all moves, in order of first appearance */
    WordList places;    /* those that every move allows; empty: more than one place is needed */
    ToolList tools;     /* each different need once */
    TextList cautions;  /* its own, then those of its moves in order, each once */
    int32_t seconds;    /* the length of its session */
    int32_t move_count; /* with repeats unrolled */
} Routine;

/* How the parser finds shared moves, or positions. `find` returns the map node with this id, or NULL; the node must
 * outlive all routines read with it. */
typedef struct DefinitionLookup {
    const Node *(*find)(void *context, const char *id);
    const Words *(*ids)(void *context); /* all ids, for "did you mean" */
    void *context;
    /* Beside shared moves: the positions that moves may name. NULL: what they name is not checked. */
    const struct DefinitionLookup *positions;
} DefinitionLookup;

#endif
