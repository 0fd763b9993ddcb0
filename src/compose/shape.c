/* SPDX-License-Identifier: MIT */
#include "compose/shape.h"

#include "routine/rules.h"

enum { LIGHT = 3, GENTLE = 4, FIRM = 6, DELICATE = 5 };

#define PLACE_BIT(place) (UINT32_C(1) << (place))

/* In bed only by wish, or to wind down. */
#define OUT_OF_BED (PLACE_BIT(PLACE_COUNT) - 1 - PLACE_BIT(PLACE_BED))

/* Ranks and counts stand in the order of Work: wake, warm, deep, stretch, breathe. */
/* clang-format off */
static const Shape shapes[GOAL_COUNT + 1] = {
    [GOAL_NONE] = {
        .rank = {0, 1, 2, 3, 4},
        .turns = {WORK_DEEP, WORK_STRETCH, WORK_WAKE, WORK_DEEP, WORK_WARM, WORK_BREATHE},
        .most = {2, 2, 6, 4, 1},
        .usual_percent = 100, .most_percent = 150, .longest_s = 120, .limit_s = HOLD_LONG_S, .hardest = FIRM,
        .places = OUT_OF_BED,
    },
    [GOAL_WARM_UP] = { /* nothing long, and movement puts it to use at the end */
        .rank = {4, 0, 1, 2, 3},
        .turns = {WORK_DEEP, WORK_WAKE, WORK_WARM, WORK_WAKE, WORK_DEEP, WORK_STRETCH},
        .most = {4, 2, 6, 2, 0},
        .usual_percent = 60, .most_percent = 100, .longest_s = HOLD_WARM_UP_S, .limit_s = HOLD_WARM_UP_S,
        .hardest = FIRM,
        .places = OUT_OF_BED,
    },
    [GOAL_RECOVERY] = {
        .rank = {0, 1, 2, 3, 4},
        .turns = {WORK_DEEP, WORK_STRETCH, WORK_DEEP, WORK_BREATHE, WORK_WARM, WORK_WAKE},
        .most = {1, 2, 6, 4, 1},
        .usual_percent = 130, .most_percent = 200, .longest_s = 120, .limit_s = HOLD_LONG_S, .hardest = FIRM,
        .places = OUT_OF_BED,
        .liking = {[TECHNIQUE_SUSTAINED_PRESSURE] = 1, [TECHNIQUE_STRIPPING] = 1, [TECHNIQUE_FLUSH] = 1},
    },
    [GOAL_DESK_BREAK] = {
        .rank = {0, 1, 2, 3, 4},
        .turns = {WORK_DEEP, WORK_WAKE, WORK_STRETCH, WORK_WARM, WORK_DEEP, WORK_BREATHE},
        .most = {2, 1, 6, 4, 1},
        .usual_percent = 75, .most_percent = 125, .longest_s = 60, .limit_s = HOLD_LONG_S, .hardest = FIRM,
        .places = PLACE_BIT(PLACE_DESK) | PLACE_BIT(PLACE_CHAIR) | PLACE_BIT(PLACE_WALL) | PLACE_BIT(PLACE_DOORWAY),
        .stays = true,
    },
    [GOAL_MOBILITY] = {
        .rank = {0, 1, 2, 3, 4},
        .turns = {WORK_DEEP, WORK_STRETCH, WORK_WAKE, WORK_STRETCH, WORK_DEEP, WORK_WARM},
        .most = {3, 1, 6, 6, 0},
        .usual_percent = 100, .most_percent = 150, .longest_s = 90, .limit_s = HOLD_LONG_S, .hardest = FIRM,
        .places = OUT_OF_BED,
        .liking = {[TECHNIQUE_PIN_AND_MOVE] = 3, [TECHNIQUE_PIN_AND_SPIN] = 3, [TECHNIQUE_CONTRACT_RELAX] = 3},
    },
    [GOAL_WIND_DOWN] = {
        .rank = {0, 1, 2, 3, 4},
        .turns = {WORK_DEEP, WORK_BREATHE, WORK_STRETCH, WORK_WARM, WORK_DEEP, WORK_WAKE},
        .most = {1, 3, 6, 4, 2},
        .usual_percent = 100, .most_percent = 200, .longest_s = 150, .limit_s = HOLD_LONG_S, .hardest = GENTLE,
        .places = PLACE_BIT(PLACE_FLOOR) | PLACE_BIT(PLACE_BED) | PLACE_BIT(PLACE_CHAIR),
        .liking = {[TECHNIQUE_SUSTAINED_PRESSURE] = 2, [TECHNIQUE_OSCILLATION] = 1, [TECHNIQUE_SKIN_SHEAR] = 1,
                   [TECHNIQUE_SKIN_ROLLING] = 1, [TECHNIQUE_FLUSH] = 2},
    },
};
/* clang-format on */

/* clang-format off */
static const Work works[TECHNIQUE_COUNT] = {
    [TECHNIQUE_SUSTAINED_PRESSURE] = WORK_DEEP, [TECHNIQUE_STRIPPING] = WORK_DEEP,
    [TECHNIQUE_CROSS_FRICTION] = WORK_DEEP,     [TECHNIQUE_SKIN_SHEAR] = WORK_WARM,
    [TECHNIQUE_SKIN_ROLLING] = WORK_WARM,       [TECHNIQUE_PIN_AND_MOVE] = WORK_DEEP,
    [TECHNIQUE_PIN_AND_SPIN] = WORK_DEEP,       [TECHNIQUE_CONTRACT_RELAX] = WORK_DEEP,
    [TECHNIQUE_STACK] = WORK_DEEP,              [TECHNIQUE_PLOW] = WORK_DEEP,
    [TECHNIQUE_OSCILLATION] = WORK_WARM,        [TECHNIQUE_FLUSH] = WORK_WARM,
    [TECHNIQUE_CIRCLES] = WORK_DEEP,            [TECHNIQUE_STRETCH] = WORK_STRETCH,
    [TECHNIQUE_MOVEMENT] = WORK_WAKE,           [TECHNIQUE_BREATHE] = WORK_BREATHE,
};
/* clang-format on */

const Shape *shape_of(Goal goal)
{
    return &shapes[goal];
}

Technique shape_technique(const Move *move)
{
    int32_t seconds[TECHNIQUE_COUNT + 1] = {0};
    Technique most = move->technique;
    for (size_t i = 0; i < move->phase_count; i++) {
        const Phase *phase = &move->phases[i];
        seconds[phase->technique] += phase->hold.left_s;
        if (seconds[phase->technique] > seconds[most])
            most = phase->technique;
    }
    return most;
}

/* Light strokes and circles warm; on a part of the body where light is all there is, they are the work itself. */
static bool is_light(const Move *move, Technique technique)
{
    const Pressure firm = {true, DELICATE, DELICATE};
    if ((technique != TECHNIQUE_STRIPPING && technique != TECHNIQUE_CIRCLES) || rules_is_too_hard(&move->areas, firm))
        return false;
    for (size_t i = 0; i < move->phase_count; i++) {
        if (!move->phases[i].pressure.is_set || move->phases[i].pressure.high > LIGHT)
            return false;
    }
    return true;
}

Work shape_work(const Move *move)
{
    const Technique technique = shape_technique(move);
    if (technique == TECHNIQUE_NONE)
        return move->tools.count > 0 ? WORK_DEEP : WORK_WAKE;
    return is_light(move, technique) ? WORK_WARM : works[technique];
}
