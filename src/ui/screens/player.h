/* SPDX-License-Identifier: MIT */
/* What the player shows: the current moment of the session, in words. */
#ifndef UI_SCREENS_PLAYER_H
#define UI_SCREENS_PLAYER_H

#include "base/duration.h"
#include "base/text.h"
#include "ui/screen.h"

/* clang-format off */
typedef enum SceneKind {
    SCENE_PREPARE, SCENE_SWITCH, SCENE_HOLD, SCENE_REST, SCENE_PAUSED, SCENE_COUNTING, SCENE_STOPPED, SCENE_KIND_COUNT
} SceneKind;
/* clang-format on */

typedef struct Scene {
    SceneKind kind;
    bool is_waiting; /* the clock of a preparation or change of sides waits for the user */
    const Model *model;
    const Session *session;
    const Step *step;
    const PlanMove *move;           /* NULL on a rest */
    const Step *hold;               /* the current hold, or the one being set up for; NULL on a rest */
    char clock[DURATION_TEXT_SIZE]; /* time left of the step; while it counts in, "3" */
} Scene;

/* Fills *scene from the model. False if no session runs, or it has ended. */
bool scene_of(Scene *scene, const Model *model);

/* Whether the cue is a set-up, or what to do where it hurt: it may take more room than a cue has. */
bool scene_has_long_cue(const Scene *scene);

/* Whether the screen should attract attention: with --quiet, in the first second of a step, however long that waits. */
bool scene_is_calling(const Scene *scene);

/* "◂ LEFT", "RIGHT ▸", or NULL; and the same for big letters: "<LEFT", "LEFT". */
const char *scene_side(Side side);
const char *scene_big_side(Side side, bool with_arrow);

/* The state in a word or two: "GET READY", "SWITCH", "REST", "PAUSED", "GOING ON", "STOPPED"; "" in a hold. */
const char *scene_word(SceneKind kind);

/* How that word is shown: each state has a ground of its own. */
Style scene_state_style(const Scene *scene);

/* Each appends one line, or nothing. */
void scene_add_state(Text *into, const Scene *scene); /* "SWITCH to the right side", "PAUSED: asleep for 12 min" */
void scene_add_phase(Text *into, const Scene *scene); /* "2 of 3  Side to side" */
void scene_add_sides(Text *into, const Scene *scene); /* "then right", "left is done" */
void scene_add_cue(Text *into, const Scene *scene);   /* the one thing to do now */
void scene_add_next(Text *into, const Scene *scene);
void scene_add_avoid(Text *into, const Scene *scene);
void scene_add_pressure(Text *into, const Scene *scene);  /* "4-6 firm, breathe easily" */
void scene_add_time_left(Text *into, const Scene *scene); /* "8:41 left" */
void scene_add_times(Text *into, const Scene *scene);     /* "8:41 left   ends 14:32" */

#endif
