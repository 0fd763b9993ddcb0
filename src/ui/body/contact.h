/* SPDX-License-Identifier: MIT */
/* Where a tool lies against a body, and how large it is. Lengths are hundredths of a person's height. */
#ifndef UI_BODY_CONTACT_H
#define UI_BODY_CONTACT_H

#include <stdbool.h>

#include "ui/body/posture_shape.h"

/* The point of the skin, and the direction away from it, of length 1; 0, 0 where the face is turned to the eye or away
 * from it. */
typedef struct Contact {
    float x, y;
    float out_x, out_y;
} Contact;

/* False if the place has no part. */
bool contact_of(const Position *position, ToolPlace place, Contact *found);

/* The radius of a tool that nothing holds, as it is drawn; what lies between a body and a prop fills the gap. 0 for one
 * that is a prop, such as a chair. */
float contact_tool_radius(const char *tool);

/* Adds the tool of a posture where it is in a position; nothing for one that is a prop. The props are already there. */
void contact_add_tool(PostureShapes *into, const Posture *posture, const Position *position);

#endif
