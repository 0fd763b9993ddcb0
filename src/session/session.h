/* SPDX-License-Identifier: MIT */
/* The state of a guided session: its position in the plan, and what was done. session/advance.h moves it forward. */
#ifndef SESSION_SESSION_H
#define SESSION_SESSION_H

#include <stdbool.h>
#include <stdint.h>

#include "routine/wording.h"
#include "session/event.h"
#include "session/plan.h"

enum {
    SESSION_COUNT_IN_MS = 3000,          /* length of the count-in after a pause */
    SESSION_BACK_MS = 3000,              /* during the first 3 s of a step, "back" goes to the step before */
    SESSION_TOO_HARD = WORDING_TOO_HARD, /* felt pressure; twice in one move on one side counts as "it hurt" */
    SESSION_LENGTH_STEP_S = 10,          /* change of length by + and - */
    SESSION_LENGTH_MAX_S = 3600, /* a step is never made longer than this, nor shorter than the time spent in it */
    SESSION_NOT_FELT = -1,
};

typedef enum SessionState {
    SESSION_READY, /* not started; COMMAND_GO_ON starts it at once */
    SESSION_RUNNING,
    SESSION_WAITING, /* setting up or changing sides: time stands still until the user is ready */
    SESSION_PAUSED,
    SESSION_COUNTING, /* counting in 3 s after a pause */
    SESSION_STOPPED,  /* it hurt: time stands still until the user goes on with what comes after this side */
    SESSION_FINISHED,
    SESSION_LEFT,
    SESSION_STATE_COUNT
} SessionState;

/* What was done of one move on one side (a "done row"). */
typedef struct Done {
    int64_t held_ms;   /* time spent in its holds, without pauses */
    int32_t felt;      /* last felt pressure, or SESSION_NOT_FELT */
    int32_t felt_most; /* highest felt pressure, or SESSION_NOT_FELT */
    bool hurt;
    bool skipped; /* a hold was ended before its time; reset if the user comes back to it */
} Done;

/* The move that done rows are about. */
typedef struct DoneMove {
    const char *name, *use; /* use: NULL if not a shared move */
    WordList areas;
} DoneMove;

/* How a hold felt, beside its target. */
typedef struct SessionFelt {
    const char *move, *phase; /* names; phase: NULL where the move has none */
    Side side;
    Pressure target;
    int32_t felt;
} SessionFelt;

typedef struct Session {
    const Plan *plan; /* borrowed */
    SessionState state;
    int32_t step;             /* index in the plan; step_count once finished */
    int64_t into_ms;          /* time spent in the step */
    int64_t length_ms;        /* length of the step, with changes by + and - */
    int64_t count_in_ms;      /* time left of the count-in */
    int64_t worked_ms;        /* time the session has run, without pauses; never decreases */
    int32_t felt;             /* felt pressure of the current hold; SESSION_NOT_FELT: not given */
    int32_t too_hard;         /* how often 7 or more was felt in this move on this side */
    bool waits;               /* every preparation and change of sides waits until the user is ready */
    bool left_stopped;        /* the session was left while stopped */
    Done (*done)[SIDE_COUNT]; /* by move and side: first the moves of the plan, then `gone`; owned */
    DoneMove *gone;           /* moves with done rows that are no longer in the plan; owned */
    size_t gone_count;
    Measure measure;    /* what was said before and after it */
    Level level;        /* that it was planned for */
    SessionFelt *felts; /* what was said of each hold, in order; owned */
    size_t felt_count;
    Arena texts; /* of `gone` and `felts` */
} Session;

/* Sets up a session, ready at the first step of the plan. Borrows the plan. */
void session_init(Session *session, const Plan *plan);
void session_release(Session *session);

/* Moves a session to a position, such as that of a bookmark, and pauses it. Values out of range are clamped; length_ms
 * 0: as planned. Done rows are kept; from them it is known whether the move was too hard on that side before. */
void session_place(Session *session, int32_t step, int64_t into_ms, int64_t length_ms, int64_t worked_ms);

/* Stops the session because it hurt, and records that in the done row. On a rest it does nothing. */
void session_stop(Session *session);

const Step *session_step(const Session *session);     /* NULL once finished */
const PlanMove *session_move(const Session *session); /* NULL on a rest or once finished */
int64_t session_at_ms(const Session *session);        /* session time by the plan: start of the step + into_ms */
int64_t session_step_left_ms(const Session *session);
int64_t session_left_ms(const Session *session);       /* time left in the session, with the changes to this step; while
                                                        * stopped, counted from where it will go on */
const StepCue *session_cue(const Session *session);    /* the last cue due in this step, or NULL */
bool session_stands(const Session *session);           /* paused, stopped or waiting: time stands still */
bool session_is_stopped(const Session *session);       /* stopped, or left while stopped */
bool session_is_setting_up(const Session *session);    /* whether the step is a preparation or a change of sides */
bool session_may_end(const Session *session);          /* whether Enter would end this hold now */
int32_t session_after_side(const Session *session);    /* the step after this side of this move; step_count: none */
bool session_is_strained(const Session *session);      /* whether this move hurt on this side, or the last felt pressure
                                                        * was above the target of the current hold, or of the next one
                                                        * during preparation */
int32_t session_moves_done(const Session *session);    /* moves held for at least a second (rounded) on a side */
int32_t session_moves_skipped(const Session *session); /* moves that were passed without holding and without hurt, or
                                                        * left out because of their question */
/* Whether a felt pressure is above the target of a hold; without a target, whether it is too hard
 * (SESSION_TOO_HARD). */
bool session_is_above(const Step *hold, int32_t felt);

int32_t done_seconds(const Done *done);        /* seconds held, rounded to the nearest */
bool done_has_any(const Done *done);           /* whether anything was held, felt, hurt or skipped */
bool session_has_done(const Session *session); /* whether anything was held or hurt, and so worth recording */

/* The number of moves with done rows, including those no longer in the plan; and the move at an index, its texts
 * borrowed. */
size_t session_done_count(const Session *session);
DoneMove session_done_move(const Session *session, size_t index);

/* Resets done rows to: nothing done. */
void session_clear_rows(Done (*rows)[SIDE_COUNT], size_t count);

/* Adds a move that is no longer in the plan, with its done rows. Copies both. */
void session_add_gone(Session *session, const DoneMove *move, const Done rows[SIDE_COUNT]);

/* Adds what was said of a hold to `felts`. Copies it. */
void session_add_felt(Session *session, const SessionFelt *felt);

/* The position of the current hold within its breath or pass, in ms. False if it has none. *of_ms is the length of the
 * part of the breath. */
typedef enum BreathPart { BREATH_IN, BREATH_HOLD, BREATH_OUT, BREATH_REST } BreathPart;
bool session_breath(const Session *session, BreathPart *part, int64_t *into_ms, int64_t *of_ms);
bool session_pass(const Session *session, int32_t *pass, int64_t *into_ms); /* pass counted from 1 */

/* Appends what a stopped session will do when the user goes on: "for Calf strip, right", "to end the
 * session". */
void session_name_next(Text *into, const Session *session);

#endif
