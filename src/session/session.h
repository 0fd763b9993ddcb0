/* SPDX-License-Identifier: MIT */
/* A guided session as a value: where it stands in its plan, and what was done. It goes on through session/advance.h. */
#ifndef SESSION_SESSION_H
#define SESSION_SESSION_H

#include <stdbool.h>
#include <stdint.h>

#include "routine/wording.h"
#include "session/event.h"
#include "session/plan.h"

enum {
    SESSION_COUNT_IN_MS = 3000,          /* counted in after a pause */
    SESSION_BACK_MS = 3000,              /* in a step's first 3 s, back means the step before */
    SESSION_TOO_HARD = WORDING_TOO_HARD, /* felt: twice in a move on a side is as if it hurt */
    SESSION_LENGTH_STEP_S = 10,          /* + and - */
    SESSION_LENGTH_MAX_S = 3600, /* a step is never made longer than this, nor shorter than what has passed of it */
    SESSION_NOT_FELT = -1,
};

typedef enum SessionState {
    SESSION_READY, /* begun by COMMAND_GO_ON, at once */
    SESSION_RUNNING,
    SESSION_PAUSED,
    SESSION_COUNTING, /* 3 s in, after a pause */
    SESSION_STOPPED, /* it hurt: the clock stands where it did until the person goes on with what comes after this side */
    SESSION_FINISHED,
    SESSION_LEFT,
    SESSION_STATE_COUNT
} SessionState;

/* What was done of one move on one side. */
typedef struct Done {
    int64_t held_ms;   /* of its holds, pauses not counted */
    int32_t felt;      /* the last, or SESSION_NOT_FELT */
    int32_t felt_most; /* the highest, or SESSION_NOT_FELT */
    bool hurt;
    bool skipped; /* a hold of it was passed over before its time; until the person comes back to it */
} Done;

/* The move that rows of it are about. */
typedef struct DoneMove {
    const char *name, *use; /* use: NULL where it is no shared one */
    WordList areas;
} DoneMove;

typedef struct Session {
    const Plan *plan; /* borrowed */
    SessionState state;
    int32_t step;             /* index; step_count once finished */
    int64_t into_ms;          /* of the step that have passed */
    int64_t length_ms;        /* the step's length now, + and - included */
    int64_t count_in_ms;      /* what is left of the count-in */
    int64_t worked_ms;        /* time that ran in this session, pauses not counted; never goes back */
    int32_t felt;             /* of the current hold; SESSION_NOT_FELT until said */
    int32_t too_hard;         /* how often 7 or more was said in this move on this side */
    bool left_stopped;        /* it was left while it was stopped */
    Done (*done)[SIDE_COUNT]; /* by move of the plan and side, then those of moves that are gone; owned */
    DoneMove *gone;           /* moves that were done and are no longer in the plan; owned */
    size_t gone_count;
    Arena gone_texts;
} Session;

/* A session that is ready at the plan's first step. Borrows the plan. */
void session_init(Session *session, const Plan *plan);
void session_release(Session *session);

/* Puts a session at a place (a bookmark's), paused; out of range values are brought into it. Done rows stay, and say
 * whether the move there was too hard on that side before. */
void session_place(Session *session, int32_t step, int64_t into_ms, int64_t length_ms, int64_t worked_ms);

/* A session that was placed where it hurt stands stopped there, and has that noted; on a rest it stays paused. */
void session_stop(Session *session);

const Step *session_step(const Session *session);     /* NULL once finished */
const PlanMove *session_move(const Session *session); /* NULL on a rest or once finished */
int64_t session_at_ms(const Session *session);        /* into the session, by the plan: step's start + into */
int64_t session_step_left_ms(const Session *session);
int64_t session_left_ms(const Session *session);       /* of the whole, this step's changes included; stopped,
                                                               * from where it goes on */
const StepCue *session_cue(const Session *session);    /* the cue of the moment, or NULL */
bool session_stands(const Session *session);           /* paused, or stopped where it hurt */
bool session_is_stopped(const Session *session);       /* where it hurt, or left so */
bool session_may_end(const Session *session);          /* Enter would end this hold */
int32_t session_after_side(const Session *session);    /* the step after this move on this side; step_count: none */
bool session_is_strained(const Session *session);      /* what was felt last in this move on this side is above the
                                                               * target of the hold that is done or set up for, or it hurt */
int32_t session_moves_done(const Session *session);    /* moves with a second held, to the nearest, on a side */
int32_t session_moves_skipped(const Session *session); /* moves that were passed with nothing held, and no hurt,
                                                               * or left out for their question */
/* Whether a felt pressure is above a hold's target; where it has none, whether it is what the format calls too much. */
bool session_is_above(const Step *hold, int32_t felt);

int32_t done_seconds(const Done *done);        /* held, to the nearest */
bool done_has_any(const Done *done);           /* held, felt, hurt or skipped */
bool session_has_done(const Session *session); /* anything held, or hurt: more than nothing to record */

/* The rows of done: how many moves they are about, those that are gone included; and which. Borrowed. */
size_t session_done_count(const Session *session);
DoneMove session_done_move(const Session *session, size_t index);

/* Makes rows say that nothing was done. */
void session_clear_rows(Done (*rows)[SIDE_COUNT], size_t count);

/* One more move that is gone, with what was done of it. Copies. */
void session_add_gone(Session *session, const DoneMove *move, const Done rows[SIDE_COUNT]);

/* Where in its breath or pass the hold is. False where it has none. */
typedef enum BreathPart { BREATH_IN, BREATH_HOLD, BREATH_OUT, BREATH_REST } BreathPart;
bool session_breath(const Session *session, BreathPart *part, int64_t *into_ms, int64_t *of_ms);
bool session_pass(const Session *session, int32_t *pass, int64_t *into_ms); /* pass counted from 1 */

/* What one that is stopped does when the person says so: "goes on with Calf strip, right", "ends the session". */
void session_name_next(Text *into, const Session *session);

#endif
