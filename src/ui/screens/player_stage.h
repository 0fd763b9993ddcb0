/* SPDX-License-Identifier: MIT */
/* The large place of the player: time and side to be read from across the room; while setting up, how to get into
 * position. */
#ifndef UI_SCREENS_PLAYER_STAGE_H
#define UI_SCREENS_PLAYER_STAGE_H

#include "ui/screens/player_scene.h"

/* `cue` is the place of the cue, which a set-up text takes too. */
void player_stage_draw(Canvas *canvas, Rect stage, Rect cue, const Scene *scene);

#endif
