/* SPDX-License-Identifier: MIT */
#include "ui/widgets/list.h"

#include <stddef.h>

#include "base/macros.h"

enum { EDGE = 1 << 24 }; /* further than any list is long */

static const struct {
    Action action;
    int by;
} steps[] = {
    {ACTION_UP, -1},       {ACTION_DOWN, 1},    {ACTION_PAGE_UP, -LIST_PAGE}, {ACTION_PAGE_DOWN, LIST_PAGE},
    {ACTION_FIRST, -EDGE}, {ACTION_LAST, EDGE},
};

bool list_move(int *position, Action action, int count)
{
    for (size_t i = 0; i < ARRAY_LEN(steps); i++) {
        if (steps[i].action == action) {
            *position = MAX_OF(0, MIN_OF(*position + steps[i].by, count - 1));
            return true;
        }
    }
    return false;
}

int list_top(int position, int count, int rows)
{
    return MAX_OF(0, MIN_OF(position - rows / 3, count - rows));
}

int list_keep(int top, int position, int count, int rows, int margin)
{
    const int edge = MIN_OF(margin, (rows - 1) / 3);
    const int kept = MAX_OF(MIN_OF(top, position - edge), position + edge + 1 - rows);
    return MAX_OF(0, MIN_OF(kept, count - rows));
}

int list_at(Rect rect, int height, int top, int count, int x, int y)
{
    if (x < rect.x || x >= rect.x + rect.width || y < rect.y || y >= rect.y + rect.height)
        return -1;
    const int row = (y - rect.y) / height, index = top + row;
    return row < MAX_OF(rect.height / height, 1) && index < count ? index : -1;
}
