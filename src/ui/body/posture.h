/* SPDX-License-Identifier: MIT */
/* A position as shapes, with what is around the body and the tool, ready to be drawn in cells (posture_draw.h) or as a
 * picture (posture_svg.h). */
#ifndef UI_BODY_POSTURE_H
#define UI_BODY_POSTURE_H

#include "routine/model.h"
#include "ui/body/posture_shape.h"

/* Adds what a move works to a posture with its positions, place of the tool and side: its areas are lit, and the best
 * tool at hand is drawn. A second position that cannot be mixed with the first is left out. */
void posture_add_work(Posture *posture, const WordList *areas, const ToolList *tools, const TextList *at_hand);

void posture_shapes(const Posture *posture, PostureShapes *into);

#endif
