/* SPDX-License-Identifier: MIT */
/* What a person may say beside parts of the body: a complaint, something about their health, or what they did or are
 * about to do. As a table; compose/limits.h says what follows from it. */
#ifndef COMPOSE_COMPLAINTS_H
#define COMPOSE_COMPLAINTS_H

#include "compose/request.h"
#include "compose/stance.h"

enum { LIMIT_WORDS = 8, LIMIT_POSITIONS = 8, COMPLAINT_WORDS = 12 };

/* What is left out, or made gentler. */
typedef struct Limits {
    StanceSet stances;                      /* nobody is brought into these */
    StanceSet shunned;                      /* a move that is shown so waits for all others for its area */
    const char *positions[LIMIT_POSITIONS]; /* nor into one that begins so */
    bool is_slow;                           /* what is brisk is left out, as running and swinging */
    const char *keywords[LIMIT_WORDS];      /* a move that is known by one of these is left out */
    uint32_t techniques;                    /* bits of Technique: a move with one of these is left out */
    int32_t hardest;                        /* the highest pressure, on the areas below; 0: as the goal has it */
    uint32_t pressed;                       /* bits of Area */
    uint32_t unpressed;                     /* bits of Area: nothing presses on these, or strokes them */
    uint32_t seated; /* bits of Area: what is first of all for these is done on a chair or lying */
} Limits;

/* One row. All of it is fixed. Bits are of Area where nothing else is said. */
typedef struct Complaint {
    const char *words[COMPLAINT_WORDS]; /* people call it so; the plural and the apostrophe are no matter */
    uint32_t sore;                      /* or say that one of these hurts */
    uint32_t person;                    /* bits of Health: it is as if the settings had these words */
    uint32_t main;                      /* what it is about first of all */
    uint32_t areas;                     /* what suits it: no others are worked; 0: any */
    Limits limits;
    bool spares_said; /* nothing presses on the parts of the body that are said with it */
    bool moves_first; /* gentle movement goes before all else */
    bool rests_last;  /* a rest goes after all else */
    bool yields;      /* it says only what somebody did or will do: a part of the body that is said goes before it */
    const Goal *goal; /* of who names none; NULL: none */
    const char *question; /* NULL: none */
    uint32_t asked_for;   /* it is asked where one of these is worked; 0: always */
    Health asked_with;    /* with that health, */
    const char *also;     /* this is asked too; NULL: nothing */
} Complaint;

/* A bone that is about to break looks like a tired muscle: asked before anything presses on a shin. */
extern const char complaint_bone_question[];

enum { COMPLAINTS = 64 }; /* most of them: each is a bit of ComplaintSet */

/* Walks through a set: its first complaint after `last`, or its first of all where that is NULL; NULL: there are no
 * more. */
const Complaint *complaint_next(ComplaintSet set, const Complaint *last);

/* Those that a text is a word for; 0: none. */
ComplaintSet complaints_called(const char *text);

/* Those of the areas that hurt, as bits: "my knee hurts" is a complaint of the knee. */
ComplaintSet complaints_of(uint32_t sore_areas);

/* What the complaints of a set say together. Bits are of Area where nothing else is said. */
typedef struct ComplaintSum {
    uint32_t areas;     /* what suits them: no others are worked; 0: any */
    uint32_t main;      /* what they are about first of all */
    uint32_t unpressed; /* what nothing presses on */
    uint32_t person;    /* bits of Health: what they say of the person */
    bool spares_said;   /* nothing presses on what is said with them, so a part of the body must be said */
    bool moves_first;   /* it begins with gentle movement */
    bool rests_last;    /* it ends with a rest */
    bool leaves_out;    /* something is left out for one of them; not where all of them only say what somebody does */
    Goal goal;          /* of who names none; GOAL_NONE: none */
} ComplaintSum;

ComplaintSum complaints_sum(ComplaintSet set);

/* Those of a set that say only what somebody did or will do, as a long run: where a part of the body is said, they give
 * way to it. */
ComplaintSet complaints_yield(ComplaintSet set);

#endif
