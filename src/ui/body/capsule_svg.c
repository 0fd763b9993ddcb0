/* SPDX-License-Identifier: MIT */
#include "ui/body/capsule_svg.h"

#include <math.h>

static int tenth(float number)
{
    return (int)lroundf(number * 10);
}

static void add_circle(Text *into, float x, float y, float radius)
{
    text_print(into, "<circle cx=\"%d\" cy=\"%d\" r=\"%d\"/>\n", tenth(x), tenth(y), tenth(radius));
}

void capsule_svg(Text *into, Capsule capsule)
{
    const float dx = capsule.x2 - capsule.x1, dy = capsule.y2 - capsule.y1, length = hypotf(dx, dy);
    const float x1 = capsule.x1, y1 = capsule.y1, x2 = capsule.x2, y2 = capsule.y2, r1 = capsule.r1, r2 = capsule.r2;
    if (length <= fabsf(r1 - r2) + 0.05F) {
        add_circle(into, r1 > r2 ? x1 : x2, r1 > r2 ? y1 : y2, fmaxf(r1, r2));
        return;
    }
    const float ux = dx / length, uy = dy / length, along = (r1 - r2) / length, aside = sqrtf(1 - along * along);
    const float ax = along * ux - aside * uy, ay = along * uy + aside * ux;
    const float bx = along * ux + aside * uy, by = along * uy - aside * ux;
    text_print(into, "<path d=\"M%d %dL%d %d", tenth(x1 + r1 * ax), tenth(y1 + r1 * ay), tenth(x2 + r2 * ax),
               tenth(y2 + r2 * ay));
    text_print(into, "A%d %d 0 %d 0 %d %d", tenth(r2), tenth(r2), r2 > r1, tenth(x2 + r2 * bx), tenth(y2 + r2 * by));
    text_print(into, "L%d %dA%d %d 0 %d 0 %d %dZ\"/>\n", tenth(x1 + r1 * bx), tenth(y1 + r1 * by), tenth(r1), tenth(r1),
               r1 > r2, tenth(x1 + r1 * ax), tenth(y1 + r1 * ay));
}
