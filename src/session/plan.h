/* SPDX-License-Identifier: MIT */
/* A plan: one or more routines as a flat list of steps with their times, computed once before a session starts
 * (doc/routine-format.md, "What is worked out"). A plan owns copies of all its texts, so it does not depend on the
 * routines afterwards. */
#ifndef SESSION_PLAN_H
#define SESSION_PLAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/text.h"
#include "routine/model.h"
#include "session/measure.h"
#include "session/plan_options.h"

typedef enum StepKind { STEP_PREPARE, STEP_SWITCH, STEP_HOLD, STEP_REST, STEP_KIND_COUNT } StepKind;

typedef struct StepCue {
    int32_t at_s;
    const char *say;
} StepCue;

typedef struct Step {
    StepKind kind;
    int32_t at_s, seconds; /* start, from the start of the session; length, at least 1 */
    int32_t move;          /* index in Plan.moves; -1 on a rest */
    Side side;
    const char *name; /* name of the move; for a rest, its text or NULL */
    /* For holds, and for the preparation of a phase: */
    int32_t phase, phase_count; /* from 0; a move without phases has one. Else both are 0 */
    const char *phase_name;     /* NULL where the move has none */
    const char *phase_setup;    /* for the preparation of a phase: what to do in it, or NULL */
    /* For holds only: */
    int32_t may_end_s; /* 0: no range */
    Technique technique;
    int32_t passes, pace_s; /* 0: not counted in passes */
    Pressure pressure;      /* the target: as the level says, lower if PlanMove.lowered is set, or is_limited */
    int32_t raised_low, raised_high; /* by how much the level firm has raised it; not saved */
    Breath breathe;
    TextList positions; /* ids, at most two: of the phase, else of the move; for preparation see plan_hold_of */
    ToolPlace tool_at;  /* likewise; PART_NONE on a rest */
    StepCue *cues;      /* in order of time */
    size_t cue_count;
} Step;

typedef struct PlanMove {
    const char *name, *use;
    WordList areas, where;
    ToolList tools;
    Sides sides;       /* as planned: with `--side left`, left only */
    const char *setup; /* for the tool at hand, with the variant to start with; NULL: none */
    const char *plain; /* the same without it */
    Variant variant;   /* the one to start with */
    MOVE_TEXTS(MOVE_TEXT_MEMBER)
    TextList avoid, cautions;
    Technique technique;
    TextList positions; /* ids, at most two; library_position finds them */
    ToolPlace tool_at;
    int32_t seconds;                /* of its holds and preparation, both sides together */
    int32_t first_step, step_count; /* without rests, which belong to no move */
    int32_t turn;                   /* index in Plan.turns */
    const char *lowered;            /* why its target pressure was lowered, or NULL */
    bool is_limited;                /* its pressure or holds are, for this person: Plan.limits says why */
    int32_t routine;                /* index in Plan.routines */
    int32_t line;                   /* its line in the file; 0: not known */
} PlanMove;

/* A routine of the plan that has moves in it. */
typedef struct PlanRoutine {
    const char *id, *path, *title, *summary;
    Check check;
    TextList cautions;
    SourceList sources;
    int32_t first_move, move_count;
    int32_t chosen; /* index in Plan.chosen */
} PlanRoutine;

/* A routine that was passed to plan_build, whether or not any of its moves are done. */
typedef struct PlanFile {
    const char *id, *path; /* path is NULL if the text is not from a file */
} PlanFile;

typedef struct Plan {
    Arena arena;
    const char *title;   /* of the routine, or "A, then B" */
    PlanOptions options; /* the options given, without swaps, to build the plan again in the same way */
    PlanRoutine *routines;
    size_t routine_count;
    PlanMove *moves;
    size_t move_count;
    Step *steps;
    size_t step_count;
    PlanFile *chosen;
    size_t chosen_count;
    PlanMove *turns;   /* all moves of the chosen routines in order, done or not. Only name, use, sides, line and
                        * routine (here an index in chosen) are set; seconds only for moves left out because of their
                        * question, else 0 */
    size_t turn_count; /* 0: not known */
    int32_t seconds;
    const char *dropped;   /* names of the moves left out for lack of time, "A, B"; NULL: none */
    const char *declined;  /* names of the moves left out because of their question, "A, B"; NULL: none */
    const char *limits;    /* what limits moves for this person, one line; NULL: none is limited */
    const char *ruled_out; /* moves left out for a health word, "A (clot), B (disc)"; NULL: none */
} Plan;

/* Builds the plan for doing the routines one after another; the caller frees it with plan_free. NULL with *problem, one
 * line to free(), if there is nothing to do (no such move, no move on that side), if it is too long for one session, or
 * if it cannot be made to fit (*problem then has the least minutes it needs). */
Plan *plan_build(const Routine *const *routines, size_t count, const PlanOptions *options, char **problem);
void plan_free(Plan *plan);

/* Lowers the target pressure of every hold on an area by `points`, but not below 0, and records `why` (copied). What
 * the level firm does to these moves is undone before. Skips moves that were lowered before. True if any hold was
 * lowered. */
bool plan_lower(Plan *plan, Area area, int32_t points, const char *why);

/* What is asked before and after a session of this plan, nothing said yet. The first check that has a unit gives unit
 * and direction, and *check is its text. Without one it is how it feels, and *check is the first text, or NULL.
 * `check` may be NULL. */
Measure plan_measure(const Plan *plan, const char **check);

/* The index of the step at a second of the session; past the end, the last step. */
size_t plan_step_at(const Plan *plan, int32_t second);

/* The index of the first step of a move; a negative `move` counts as 0. step_count if `move` is past the last one. */
size_t plan_step_of_move(const Plan *plan, int32_t move);

/* The set-up text of the move, or of the phase, that a step prepares or changes sides for. NULL: none, or another
 * step. */
const char *plan_setup_of(const Plan *plan, const Step *step);

/* For a hold, the step itself; for preparation or a change of sides, the hold that it leads to. NULL for a rest. */
const Step *plan_hold_of(const Plan *plan, int32_t step);

/* How long a move is held on one side, in all its phases, in seconds. */
int32_t plan_hold_seconds(const Plan *plan, int32_t move, Side side);

/* The questions of the plan's moves, to be asked before the start, each once. The list is in `into`, the texts are
 * borrowed. */
TextList plan_questions(const Plan *plan, Arena *into);

/* The first move whose question is not in `agreed`; NULL if there is none. *left is the number of different questions
 * not agreed to yet. */
const PlanMove *plan_next_question(const Plan *plan, const TextList *agreed, size_t *left);

/* Appends the names of the moves that ask a question, each once: "Calf strip and Foot". */
void plan_name_asking(Text *into, const Plan *plan, const char *question);

/* The cautions to be shown before the start, each once: what the person's health and limits say, those of a routine,
 * then those of its moves that are done, in order. The list is in `into`, the texts are borrowed. */
TextList plan_cautions(const Plan *plan, Arena *into);

#endif
