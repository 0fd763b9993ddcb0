/* SPDX-License-Identifier: MIT */
#include "ui/body/worked.h"

const WorkedRow worked_rows[WORKED_COUNT] = {
    [WORKED_NEVER] = {"never yet", "never", ROLE_BODY, ROLE_BODY_DIM, 0x00B7, '.'},
    [WORKED_LONGER] = {"longer ago", "longer", ROLE_LONGER, ROLE_LONGER_DIM, 0x2591, '-'},
    [WORKED_WEEK] = {"this week", "week", ROLE_WEEK, ROLE_WEEK_DIM, 0x2592, '+'},
    [WORKED_RECENT] = {"today or yesterday", "1 day", ROLE_RECENT, ROLE_RECENT_DIM, 0x2593, '*'},
};

Worked worked_of(int32_t days)
{
    return days < 0 ? WORKED_NEVER : days <= 1 ? WORKED_RECENT : days <= 7 ? WORKED_WEEK : WORKED_LONGER;
}

void worked_put(Canvas *canvas, int x, int y, Worked recency)
{
    const WorkedRow *row = &worked_rows[recency];
    canvas_put(canvas, x, y, style_of(row->role), canvas->look.colours >= 8 ? 0x2588 : row->shade, row->letter);
}
