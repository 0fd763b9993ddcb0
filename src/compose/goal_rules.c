/* SPDX-License-Identifier: MIT */
#include "compose/goal_rules.h"

#include "base/macros.h"
#include "routine/filter.h"
#include "routine/rules.h"
#include "routine/timeline.h"

enum { LIGHT = 3, GENTLE = 4, FIRM = 6, DELICATE = 5 };

enum {
    LEAST_HOLD_S = 30, /* what is done for less than that does nothing; a move may say that it needs more */
    RANGE_S = 10,      /* a hold that may end early is longer than its first time by that much at least */
    CUE_NEEDS_S = 8,   /* what is left for the last cue of a hold that is not as it is written */
    ROUND_S = 5,       /* holds that are counted in seconds grow to a multiple of it */
    FRICTION_S = 59,   /* across the fibres a move gets no longer than that: two such are under two minutes */
};

#define TECHNIQUE_BIT(technique) (UINT32_C(1) << (technique))
#define PLACE_BIT(place) (UINT32_C(1) << (place))

/* In bed only by wish, or to wind down. */
#define OUT_OF_BED (PLACE_BIT(PLACE_COUNT) - 1 - PLACE_BIT(PLACE_BED))

/* Ranks and counts stand in the order of Work: wake, warm, deep, stretch, use, breathe. */
/* clang-format off */
static const GoalRules goal_rules[GOAL_COUNT + 1] = {
    [GOAL_NONE] = {
        .rank = {0, 1, 2, 3, 4, 5}, .closing = WORK_COUNT,
        .turns = {WORK_DEEP, WORK_STRETCH, WORK_WAKE, WORK_DEEP, WORK_WARM, WORK_BREATHE},
        .most = {2, 2, 6, 4, 9, 1},
        .dose_s = 60,
        .usual_percent = 100, .most_percent = 200, .longest_s = 120, .limit_s = HOLD_LONG_S, .hardest = FIRM,
        .places = OUT_OF_BED,
    },
    [GOAL_WARM_UP] = { /* nothing long, hard or still: a muscle is pressed once, then it moves */
        .rank = {3, 0, 1, 2, 3, 4}, .closing = WORK_WAKE,
        .turns = {WORK_DEEP, WORK_WAKE, WORK_WARM, WORK_WAKE, WORK_DEEP, WORK_STRETCH},
        .most = {4, 2, 1, 2, 9, 0},
        .dose_s = 30, .rises = true,
        .usual_percent = 60, .most_percent = 100, .longest_s = HOLD_WARM_UP_S, .limit_s = HOLD_WARM_UP_S,
        .hardest = GENTLE,
        .places = OUT_OF_BED,
        .no_start = TECHNIQUE_BIT(TECHNIQUE_SUSTAINED_PRESSURE) | TECHNIQUE_BIT(TECHNIQUE_STRETCH) |
                    TECHNIQUE_BIT(TECHNIQUE_CONTRACT_RELAX) | TECHNIQUE_BIT(TECHNIQUE_STACK),
    },
    [GOAL_RECOVERY] = {
        .rank = {0, 1, 2, 3, 4, 5}, .closing = WORK_COUNT, .rousing = {"jog"},
        .turns = {WORK_DEEP, WORK_STRETCH, WORK_DEEP, WORK_BREATHE, WORK_WARM, WORK_WAKE},
        .most = {1, 2, 6, 4, 9, 1},
        .dose_s = 90,
        .usual_percent = 130, .most_percent = 200, .longest_s = 120, .limit_s = HOLD_LONG_S, .hardest = FIRM,
        .places = OUT_OF_BED,
        .liking = {[TECHNIQUE_SUSTAINED_PRESSURE] = 1, [TECHNIQUE_STRIPPING] = 1, [TECHNIQUE_FLUSH] = 1},
    },
    [GOAL_DESK_BREAK] = {
        .rank = {0, 1, 2, 3, 4, 5}, .closing = WORK_COUNT, .rousing = {"jog"},
        .turns = {WORK_DEEP, WORK_WAKE, WORK_STRETCH, WORK_WARM, WORK_DEEP, WORK_BREATHE},
        .most = {2, 1, 6, 4, 9, 1},
        .dose_s = 45,
        .usual_percent = 75, .most_percent = 125, .longest_s = 60, .limit_s = HOLD_LONG_S, .hardest = FIRM,
        .places = PLACE_BIT(PLACE_DESK) | PLACE_BIT(PLACE_CHAIR) | PLACE_BIT(PLACE_WALL) | PLACE_BIT(PLACE_DOORWAY),
        .stays = true,
    },
    [GOAL_MOBILITY] = {
        .rank = {0, 1, 2, 3, 4, 5}, .closing = WORK_COUNT, .rousing = {"jog"},
        .turns = {WORK_DEEP, WORK_STRETCH, WORK_WAKE, WORK_STRETCH, WORK_DEEP, WORK_WARM},
        .most = {3, 1, 6, 6, 9, 1},
        .dose_s = 60,
        .usual_percent = 100, .most_percent = 150, .longest_s = 90, .limit_s = HOLD_LONG_S, .hardest = FIRM,
        .places = OUT_OF_BED,
        .liking = {[TECHNIQUE_PIN_AND_MOVE] = 3, [TECHNIQUE_PIN_AND_SPIN] = 3, [TECHNIQUE_CONTRACT_RELAX] = 3},
    },
    [GOAL_WIND_DOWN] = {
        .rank = {0, 1, 2, 3, 4, 5}, .closing = WORK_BREATHE,
        .turns = {WORK_DEEP, WORK_BREATHE, WORK_STRETCH, WORK_WARM, WORK_DEEP, WORK_WAKE},
        .most = {1, 3, 6, 4, 9, 2},
        .dose_s = 60,
        .usual_percent = 100, .most_percent = 200, .longest_s = 150, .limit_s = HOLD_LONG_S, .hardest = GENTLE,
        .places = PLACE_BIT(PLACE_FLOOR) | PLACE_BIT(PLACE_BED) | PLACE_BIT(PLACE_CHAIR),
        .settles = true, .breath_s = 150, .longest_breath_s = BREATH_LONG_S,
        .rousing = {"warm up", "before run", "strength", "jump"},
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

const GoalRules *goal_rules_of(Goal goal)
{
    return &goal_rules[goal];
}

Technique goal_rules_technique(const Move *move)
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

Work goal_rules_work(const Move *move)
{
    const Technique technique = goal_rules_technique(move);
    if (technique == TECHNIQUE_NONE)
        return move->tools.count > 0 ? WORK_DEEP : WORK_WAKE;
    return is_light(move, technique) ? WORK_WARM : works[technique];
}

bool goal_rules_agree(const GoalRules *rules, const Move *move)
{
    if (rules->no_start & (TECHNIQUE_BIT(goal_rules_technique(move)) | TECHNIQUE_BIT(move->phases[0].technique)))
        return false;
    for (size_t i = 0; i < GOAL_RULES_WORDS && rules->rousing[i] && goal_rules_work(move) == WORK_WAKE; i++) {
        if (filter_keyword_in(&move->keywords, rules->rousing[i]))
            return false;
    }
    return true;
}

bool goal_rules_cues_suit(const CueList *cues, int32_t hold_s)
{
    int32_t before_s = -1;
    for (size_t i = 0; i < cues->count && cues->items[0].when != CUE_SPREAD; i++) {
        const int32_t at_s = timeline_cue_at(cues, i, hold_s);
        if (at_s <= before_s || at_s > hold_s - CUE_NEEDS_S)
            return false;
        before_s = at_s;
    }
    return true;
}

/* The length nearest to the wanted one, in whole units from the one that is written, that suits the cues. Passes go
 * there and back, and nobody stops halfway: it is an even number of them. */
static int32_t nearest_hold(const Phase *phase, int32_t wanted_s, int32_t unit_s)
{
    const bool is_odd = phase->hold.kind == HOLD_PASSES && phase->hold.passes > 1 && phase->hold.passes % 2 != 0;
    const int32_t full_s = phase->hold.left_s - (is_odd ? phase->hold.pace_s : 0);
    int32_t units = (wanted_s - full_s) / unit_s;
    while (units != 0 && !goal_rules_cues_suit(&phase->cues, full_s + units * unit_s))
        units += units < 0 ? 1 : -1;
    return full_s + units * unit_s;
}

static HoldRange range_of(const GoalRules *rules, const Move *move)
{
    const Phase *phase = &move->phases[0];
    const Hold *hold = &phase->hold;
    const int32_t full_s = hold->left_s;
    const int32_t unit_s = hold->kind == HOLD_PASSES    ? 2 * hold->pace_s
                           : hold->kind == HOLD_BREATHS ? full_s / hold->breaths
                                                        : 1;
    const int32_t longest_s = phase->technique == TECHNIQUE_CROSS_FRICTION
                                  ? FRICTION_S - FRICTION_S % unit_s
                                  : MIN_OF(MAX_OF(full_s, rules->longest_s), rules->limit_s);
    int32_t least_s = move->least_s > 0 ? move->least_s : (full_s + 1) / 2;
    if (hold->kind == HOLD_RANGE)
        least_s = MAX_OF(least_s, hold->may_end_s + RANGE_S);
    least_s = MIN_OF(MAX_OF(MIN_OF(full_s, least_s), LEAST_HOLD_S), longest_s);
    const int32_t usual_s = MAX_OF(least_s, MIN_OF(full_s * rules->usual_percent / 100, longest_s));
    const int32_t most_s = MAX_OF(usual_s, MIN_OF(full_s * rules->most_percent / 100, longest_s));
    if (rules->breath_s > 0 && phase->technique == TECHNIQUE_BREATHE)
        return (HoldRange){unit_s, full_s, nearest_hold(phase, MAX_OF(full_s, rules->breath_s), unit_s),
                           nearest_hold(phase, MAX_OF(full_s, rules->longest_breath_s), unit_s)};
    HoldRange range = {unit_s, nearest_hold(phase, least_s, unit_s), nearest_hold(phase, usual_s, unit_s),
                       nearest_hold(phase, most_s, unit_s)};
    if (range.least_s < LEAST_HOLD_S && range.least_s + unit_s <= longest_s)
        range.least_s += unit_s;
    range.usual_s = MAX_OF(range.least_s, range.usual_s);
    range.most_s = MAX_OF(range.usual_s, range.most_s);
    if (unit_s == 1)
        range.most_s = MAX_OF(range.usual_s, range.most_s - range.most_s % ROUND_S);
    return range;
}

bool goal_rules_hold(const GoalRules *rules, const Move *move, HoldRange *range)
{
    int32_t whole_s = 0;
    bool is_short = true;
    for (size_t i = 0; i < move->phase_count; i++) {
        whole_s += move->phases[i].hold.left_s;
        is_short = is_short && move->phases[i].hold.left_s <= rules->limit_s;
    }
    *range = move->phase_count == 1 ? range_of(rules, move) : (HoldRange){1, whole_s, whole_s, whole_s};
    return move->phase_count == 1 ? range->usual_s <= rules->limit_s : is_short;
}

int32_t goal_rules_longer(const HoldRange *range, int32_t seconds)
{
    const int32_t more_s = range->unit_s > 1 ? range->unit_s : ROUND_S - seconds % ROUND_S;
    return MIN_OF(seconds + more_s, range->most_s);
}
