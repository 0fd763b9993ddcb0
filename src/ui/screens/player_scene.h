/* SPDX-License-Identifier: MIT */
/* What the player has to say at a moment: the session looked at once, and its words. */
#ifndef UI_SCREENS_PLAYER_SCENE_H
#define UI_SCREENS_PLAYER_SCENE_H

#include "base/duration.h"
#include "base/text.h"
#include "ui/screen.h"
#include "ui/widgets/canvas.h"

/* clang-format off */
typedef enum SceneKind {
    SCENE_PREPARE, SCENE_SWITCH, SCENE_HOLD, SCENE_REST, SCENE_PAUSED, SCENE_COUNTING, SCENE_STOPPED, SCENE_KIND_COUNT
} SceneKind;
/* clang-format on */

typedef struct Scene {
    SceneKind kind;
    const Model *model;
    const Session *session;
    const Step *step;
    const PlanMove *move;           /* NULL on a rest */
    const Step *hold;               /* the one that is held or set up for; NULL on a rest */
    char clock[DURATION_TEXT_SIZE]; /* time left of the step; of the count-in while that runs; stopped, "" */
} Scene;

/* False where no session runs, or it has ended. */
bool scene_of(Scene *scene, const Model *model);

/* With --quiet the screen calls in the first seconds of a step. */
bool scene_is_calling(const Scene *scene);

/* "◂ LEFT", "RIGHT ▸", or NULL; and the same for big letters: "<LEFT", "LEFT". */
const char *scene_side(Side side);
const char *scene_big_side(Side side, bool with_arrow);

/* The state in a word or two: "Get ready", "SWITCH", "REST", "PAUSED", "STOPPED"; "" in a hold. */
const char *scene_word(SceneKind kind);

/* Each appends one line, or nothing. */
void scene_add_state(Text *into, const Scene *scene); /* "SWITCH to the right side", "PAUSED: asleep for 12 min" */
void scene_add_phase(Text *into, const Scene *scene); /* "2 of 3  Side to side" */
void scene_add_technique(Text *into, const Scene *scene);
void scene_add_sides(Text *into, const Scene *scene); /* "then right", "left is done" */
void scene_add_cue(Text *into, const Scene *scene);   /* the one thing to do now */
void scene_add_next(Text *into, const Scene *scene);
void scene_add_avoid(Text *into, const Scene *scene);
void scene_add_pressure(Text *into, const Scene *scene); /* "4-6 firm, breathe easily" */
void scene_add_times(Text *into, const Scene *scene);    /* "8:41 left   ends 14:32" */

#endif
