/* SPDX-License-Identifier: MIT */
#include "ui/widgets/rect.h"

#include "base/macros.h"

static int within(int value, int most)
{
    return MAX_OF(0, MIN_OF(value, most));
}

Rect rect_inset(Rect rect, int columns, int rows)
{
    columns = within(columns, rect.width / 2);
    rows = within(rows, rect.height / 2);
    return (Rect){rect.x + columns, rect.y + rows, rect.width - 2 * columns, rect.height - 2 * rows};
}

Rect rect_cut_top(Rect *rest, int rows)
{
    rows = within(rows, rest->height);
    Rect cut = {rest->x, rest->y, rest->width, rows};
    rest->y += rows;
    rest->height -= rows;
    return cut;
}

Rect rect_cut_bottom(Rect *rest, int rows)
{
    rows = within(rows, rest->height);
    rest->height -= rows;
    return (Rect){rest->x, rest->y + rest->height, rest->width, rows};
}

Rect rect_cut_left(Rect *rest, int columns)
{
    columns = within(columns, rest->width);
    Rect cut = {rest->x, rest->y, columns, rest->height};
    rest->x += columns;
    rest->width -= columns;
    return cut;
}

Rect rect_cut_right(Rect *rest, int columns)
{
    columns = within(columns, rest->width);
    rest->width -= columns;
    return (Rect){rest->x + rest->width, rest->y, columns, rest->height};
}

Rect rect_centre(Rect outer, int width, int height)
{
    width = within(width, outer.width);
    height = within(height, outer.height);
    return (Rect){outer.x + (outer.width - width) / 2, outer.y + (outer.height - height) / 2, width, height};
}
