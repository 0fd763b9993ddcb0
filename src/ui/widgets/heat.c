/* SPDX-License-Identifier: MIT */
#include "ui/widgets/heat.h"

#include "base/macros.h"

const HeatRow heat_rows[HEAT_COUNT] = {
    [HEAT_NONE] = {ROLE_HEAT_0, 0x00B7, '.'}, [HEAT_LITTLE] = {ROLE_HEAT_1, 0x2591, '-'},
    [HEAT_SOME] = {ROLE_HEAT_2, 0x2592, '+'}, [HEAT_MUCH] = {ROLE_HEAT_3, 0x2593, '*'},
    [HEAT_MOST] = {ROLE_HEAT_4, 0x2588, '#'},
};

Heat heat_of(int64_t amount, int64_t most)
{
    const int64_t steps = HEAT_COUNT - 1;
    if (amount <= 0)
        return HEAT_NONE;
    return (Heat)MIN_OF((amount * steps + most - 1) / MAX_OF(most, 1), steps);
}

void heat_put(Canvas *canvas, int x, int y, int cells, Heat step, int32_t square)
{
    const HeatRow *row = &heat_rows[step];
    /* Where it is not known whether the ground is dark or light, no grey is faint on both, and the colours that can be
     * seen on both are too alike for some eyes. */
    const bool has_colours = canvas->look.colours >= 256 && !canvas->look.is_ground_unknown;
    canvas_run(canvas, x, y, cells, style_of(row->role), has_colours ? square : row->shade, row->letter);
}
