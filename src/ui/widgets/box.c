/* SPDX-License-Identifier: MIT */
#include "ui/widgets/box.h"

Rect box_draw(Canvas *canvas, Rect box, const char *title)
{
    if (box.width < 4 || box.height < 3)
        return box;
    const Style style = style_of(ROLE_DIM);
    const int right = box.x + box.width - 1, bottom = box.y + box.height - 1;
    canvas_fill(canvas, box, style_of(ROLE_TEXT));
    canvas_run(canvas, box.x, box.y, box.width, style, 0x2500, '-');
    canvas_run(canvas, box.x, bottom, box.width, style, 0x2500, '-');
    for (int y = box.y + 1; y < bottom; y++) {
        canvas_put(canvas, box.x, y, style, 0x2502, '|');
        canvas_put(canvas, right, y, style, 0x2502, '|');
    }
    canvas_put(canvas, box.x, box.y, style, 0x256D, '+');
    canvas_put(canvas, right, box.y, style, 0x256E, '+');
    canvas_put(canvas, box.x, bottom, style, 0x2570, '+');
    canvas_put(canvas, right, bottom, style, 0x256F, '+');
    if (title && *title) {
        int used = canvas_text(canvas, box.x + 3, box.y, box.width - 6, style_of(ROLE_STRONG), title);
        canvas_put(canvas, box.x + 2, box.y, style, ' ', ' ');
        canvas_put(canvas, box.x + 3 + used, box.y, style, ' ', ' ');
    }
    return rect_inset(box, 2, 1);
}
