/* SPDX-License-Identifier: MIT */
/* A framed box over what is below it, for overlays and questions. */
#ifndef UI_WIDGETS_BOX_H
#define UI_WIDGETS_BOX_H

#include "ui/widgets/canvas.h"

/* Clears the box, draws its frame with the title in the upper edge, and returns the room inside. */
Rect box_draw(Canvas *canvas, Rect box, const char *title);

#endif
