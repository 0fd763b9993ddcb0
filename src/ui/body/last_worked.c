/* SPDX-License-Identifier: MIT */
#include "ui/body/last_worked.h"

const LastWorkedRow last_worked_rows[LAST_WORKED_COUNT] = {
    [LAST_WORKED_NEVER] = {"never yet", "never", ROLE_BODY, ROLE_BODY_DIM, 0x00B7, '.'},
    [LAST_WORKED_LONGER] = {"longer ago", "longer", ROLE_LONGER, ROLE_LONGER_DIM, 0x2591, '-'},
    [LAST_WORKED_WEEK] = {"this week", "week", ROLE_WEEK, ROLE_WEEK_DIM, 0x2592, '+'},
    [LAST_WORKED_RECENT] = {"today or yesterday", "1 day", ROLE_RECENT, ROLE_RECENT_DIM, 0x2593, '*'},
};

LastWorked last_worked_of(int32_t days)
{
    return days < 0    ? LAST_WORKED_NEVER
           : days <= 1 ? LAST_WORKED_RECENT
           : days <= 7 ? LAST_WORKED_WEEK
                       : LAST_WORKED_LONGER;
}

void last_worked_put(Canvas *canvas, int x, int y, LastWorked recency)
{
    const LastWorkedRow *row = &last_worked_rows[recency];
    canvas_put(canvas, x, y, style_of(row->role), canvas->look.colours >= 8 ? 0x2588 : row->shade, row->letter);
}
