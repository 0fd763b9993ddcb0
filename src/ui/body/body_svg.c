/* SPDX-License-Identifier: MIT */
#include "ui/body/body_svg.h"

#include "ui/body/capsule_svg.h"

static void add_shape(Text *into, const BodyShape *shape, float side, int step)
{
    if (step == BODY_HURT)
        text_add(into, "<g class=\"hurt\">");
    else
        text_print(into, "<g class=\"h%d\">", step);
    capsule_svg(into, (Capsule){side * shape->x1, shape->y1, shape->r1, side * shape->x2, shape->y2, shape->r2});
    text_add(into, "</g>\n");
}

void body_svg(Text *into, BodyView view, const BodyHeat *heat)
{
    size_t count;
    const BodyShape *shapes = body_shapes_of(view, &count);
    for (size_t i = 0; i < count; i++) {
        const uint8_t *steps = heat->of[shapes[i].area];
        if (shapes[i].x1 == 0 && shapes[i].x2 == 0) {
            add_shape(into, &shapes[i], 1, steps[SIDE_NONE]);
            continue;
        }
        add_shape(into, &shapes[i], -1, steps[SIDE_LEFT]);
        add_shape(into, &shapes[i], 1, steps[SIDE_RIGHT]);
    }
}
