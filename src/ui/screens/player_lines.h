/* SPDX-License-Identifier: MIT */
/* The player in the smallest windows: lines from the top, the most needed first. */
#ifndef UI_SCREENS_PLAYER_LINES_H
#define UI_SCREENS_PLAYER_LINES_H

#include "ui/screens/player_scene.h"

/* `line` is a text to write in, empty before and after. */
void lines_draw(Canvas *canvas, const Scene *scene, Text *line);

#endif
