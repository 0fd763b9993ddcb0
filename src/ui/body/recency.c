/* SPDX-License-Identifier: MIT */
#include "ui/body/recency.h"

const RecencyRow recency_rows[RECENCY_COUNT] = {
    [RECENCY_NEVER] = {"never yet", "never", ROLE_BODY, ROLE_BODY_DIM, 0x00B7, '.'},
    [RECENCY_LONGER] = {"longer ago", "longer", ROLE_LONGER, ROLE_LONGER_DIM, 0x2591, '-'},
    [RECENCY_WEEK] = {"this week", "week", ROLE_WEEK, ROLE_WEEK_DIM, 0x2592, '+'},
    [RECENCY_RECENT] = {"today or yesterday", "1 day", ROLE_RECENT, ROLE_RECENT_DIM, 0x2593, '*'},
};

Recency recency_of(int32_t days)
{
    return days < 0 ? RECENCY_NEVER : days <= 1 ? RECENCY_RECENT : days <= 7 ? RECENCY_WEEK : RECENCY_LONGER;
}

void recency_put(Canvas *canvas, int x, int y, Recency recency)
{
    const RecencyRow *row = &recency_rows[recency];
    canvas_put(canvas, x, y, style_of(row->role), canvas->look.colours >= 8 ? 0x2588 : row->shade, row->letter);
}
