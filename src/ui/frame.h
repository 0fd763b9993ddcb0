/* SPDX-License-Identifier: MIT */
/* A framed box over what is below it, for overlays and questions. */
#ifndef UI_FRAME_H
#define UI_FRAME_H

#include "ui/canvas.h"

/* Clears the box, draws its frame with the title in the upper edge, and returns the room inside. */
Rect frame_draw(Canvas *canvas, Rect box, const char *title);

#endif
