/* SPDX-License-Identifier: MIT */
/* A plan: one or more routines as a flat list of steps with their times, worked out once before a session starts
 * (doc/routine-format.md, "What is worked out"). It owns copies of all its text, so it outlives the files. */
#ifndef SESSION_PLAN_H
#define SESSION_PLAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/text.h"
#include "routine/model.h"
#include "session/plan_options.h"

typedef enum StepKind { STEP_PREPARE, STEP_SWITCH, STEP_HOLD, STEP_REST, STEP_KIND_COUNT } StepKind;

typedef struct StepCue {
    int32_t at_s;
    const char *say;
} StepCue;

typedef struct Step {
    StepKind kind;
    int32_t at_s, seconds; /* from the session's start; how long, at least 1 */
    int32_t move;          /* index in Plan.moves; -1 on a rest */
    Side side;
    const char *name; /* the move's name; what a rest says, or NULL */
    /* A hold's alone: */
    int32_t phase, phase_count; /* from 0; 1 where the move has no phases */
    const char *phase_name;     /* NULL where the move has none */
    int32_t may_end_s;          /* 0: no range */
    Technique technique;
    int32_t passes, pace_s; /* 0: not counted in passes */
    Pressure pressure;      /* as aimed at today: lowered where `lowered` says so */
    Breath breathe;
    StepCue *cues; /* rising */
    size_t cue_count;
} Step;

typedef struct PlanMove {
    const char *name, *use;
    WordList areas, where;
    ToolList tools;
    Sides sides; /* as planned: `--side left` makes it left */
    MOVE_TEXTS(MOVE_TEXT_MEMBER)
    TextList avoid;
    Technique technique;
    int32_t seconds;                /* its holds and set-ups, both sides */
    int32_t first_step, step_count; /* rests do not belong to a move */
    int32_t turn;                   /* index in Plan.turns, as PlanSwap counts */
    const char *lowered;            /* why its pressure is lower today, or NULL */
    int32_t routine;                /* index in Plan.routines */
    int32_t line;                   /* where it stands in the file, 0 where not known */
} PlanMove;

/* What a plan keeps of a routine that it was made from. */
typedef struct PlanRoutine {
    const char *id, *path, *title, *summary, *check;
    TextList cautions;
    SourceList sources;
    int32_t first_move, move_count;
    int32_t chosen; /* index in Plan.chosen */
} PlanRoutine;

/* A routine that was chosen, whether any of it is done or not. */
typedef struct PlanFile {
    const char *id, *path; /* path is NULL for text that came from nowhere */
} PlanFile;

typedef struct Plan {
    Arena arena;
    const char *title;   /* of the routine, or "A, then B" */
    PlanOptions options; /* as it was asked for, to be made anew in the same way; but swaps */
    PlanRoutine *routines;
    size_t routine_count;
    PlanMove *moves;
    size_t move_count;
    Step *steps;
    size_t step_count;
    PlanFile *chosen;
    size_t chosen_count;
    PlanMove *turns;   /* all moves as they are written, done or not: name, use, sides, line; routine is in chosen;
                              * seconds of those that were left out for their question, else 0 */
    size_t turn_count; /* 0: not known */
    int32_t seconds;
    const char *dropped;   /* what fitting left out, "A, B"; NULL where nothing */
    const char *declined;  /* what was left out for its question, "A, B"; NULL where nothing */
    const char *ruled_out; /* what was left out for a health word, "A (clot), B (disc)"; NULL where nothing */
} Plan;

/* A plan of routines done one after another. NULL with *problem, one line to free(), where there is nothing to do (no
 * such move, no move on that side) or it cannot fit (it names the least that could). The caller frees the plan. */
Plan *plan_build(const Routine *const *routines, size_t count, const PlanOptions *options, char **problem);
void plan_free(Plan *plan);

/* Lowers the target of every hold on an area by `points`, not below 0, and says why. Moves that are lowered already are
 * left alone. True where some hold was lowered. */
bool plan_lower(Plan *plan, Area area, int32_t points, const char *why);

/* The step at a second of the session, for --from and for tests; the last one past the end. */
size_t plan_step_at(const Plan *plan, int32_t second);

/* The first step with that move, or the nearest after it; step_count past the last. */
size_t plan_step_of_move(const Plan *plan, int32_t move);

/* The hold that a step of a move is or leads to, on its own side; NULL on a rest. */
const Step *plan_hold_of(const Plan *plan, int32_t step);

/* Everything to ask before it starts: the questions of its moves, each once. Borrowed texts, in `into`'s arena. */
TextList plan_questions(const Plan *plan, Arena *into);

/* The first move whose question is not among those that were agreed to, NULL where none is; and how many different
 * questions are left. */
const PlanMove *plan_next_question(const Plan *plan, const TextList *agreed, size_t *left);

/* The moves that ask a question, each name once: "Calf strip and Foot". */
void plan_name_asking(Text *into, const Plan *plan, const char *question);

/* Everything to say before it starts: cautions of its routines, each once. */
TextList plan_cautions(const Plan *plan, Arena *into);

#endif
