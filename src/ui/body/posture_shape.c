/* SPDX-License-Identifier: MIT */
#include "ui/body/posture_shape.h"

void posture_shape_add(PostureShapes *shapes, PostureShape shape)
{
    if (shapes->count < POSTURE_SHAPES_MOST)
        shapes->shapes[shapes->count++] = shape;
}
