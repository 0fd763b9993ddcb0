/* SPDX-License-Identifier: MIT */
#include "compose/length.h"

#include "base/macros.h"

enum { MINUTE_S = 60 };

/* All holds stand at the same part of the way from their low to their high lengths. */
typedef struct Fitting {
    bool is_long;            /* from the usual length to the most, not from the least to the usual */
    int32_t part_s, whole_s; /* of the way, for all of the routine */
    int32_t spare_s;         /* what is left of the time */
} Fitting;

static int32_t high_of(const Fitting *fitting, const Leeway *leeway)
{
    return fitting->is_long ? leeway->most_s : leeway->usual_s;
}

static int32_t step_of(const Leeway *leeway)
{
    return leeway->unit_s > 1 ? leeway->unit_s : LEEWAY_ROUND_S;
}

/* Whole steps, but for the ends of the way. */
static int32_t first_length(const Fitting *fitting, const Leeway *leeway)
{
    const int32_t low_s = fitting->is_long ? leeway->usual_s : leeway->least_s, high_s = high_of(fitting, leeway);
    const int32_t seconds = low_s + (int32_t)((int64_t)(high_s - low_s) * fitting->part_s / fitting->whole_s);
    const int32_t rounded_s = seconds - seconds % step_of(leeway);
    return seconds == high_s || rounded_s < leeway->least_s ? seconds : rounded_s;
}

static int32_t turns_of(const Pick *pick)
{
    return pick->rounds * (pick->move->sides == SIDES_BOTH ? 2 : 1);
}

static void set_length(Fitting *fitting, const Pick *pick, size_t index, int32_t before_s, int32_t seconds)
{
    leeway_set_hold(&pick->move->phases[index].hold, seconds, pick->candidate->holds[index].unit_s);
    fitting->spare_s -= (seconds - before_s) * turns_of(pick);
}

/* The move as its shared move has it, set up for where it is done, its phases to be changed. */
static Move *move_of(Arena *arena, const Candidate *candidate, int32_t way_s)
{
    Move *move = arena_take(arena, sizeof *move);
    *move = *candidate->move;
    move->prepare_s = pick_prepare_s(move) + way_s;
    move->phases = arena_take_array(arena, move->phase_count, sizeof *move->phases);
    for (size_t i = 0; i < move->phase_count; i++)
        move->phases[i] = candidate->move->phases[i];
    return move;
}

/* What is spare goes to the holds, a step each, from the first on; false where nothing could be given. */
static bool give_spare(Fitting *fitting, const PickList *list)
{
    const int32_t before_s = fitting->spare_s;
    for (size_t i = 0; i < list->count; i++) {
        const Pick *pick = &list->items[i];
        for (size_t k = 0; k < pick->move->phase_count; k++) {
            const Leeway *leeway = &pick->candidate->holds[k];
            const int32_t hold_s = pick->move->phases[k].hold.left_s;
            const int32_t more_s = MIN_OF(step_of(leeway), high_of(fitting, leeway) - hold_s);
            if (more_s > 0 && more_s * turns_of(pick) <= fitting->spare_s)
                set_length(fitting, pick, k, hold_s, hold_s + more_s);
        }
    }
    return fitting->spare_s < before_s;
}

int32_t length_fit(Arena *arena, PickList *list, int32_t minutes)
{
    const int32_t limit_s = minutes * MINUTE_S;
    const bool is_long = list->usual_s < limit_s, has_ways = list->least_s <= limit_s;
    const int32_t low_s = is_long ? list->usual_s : list->least_s, high_s = is_long ? list->most_s : list->usual_s;
    Fitting fitting = {.is_long = is_long, .spare_s = limit_s - list->least_s, .whole_s = MAX_OF(1, high_s - low_s)};
    fitting.part_s = MIN_OF(MAX_OF(0, limit_s - low_s), fitting.whole_s);
    for (size_t i = 0; i < list->count; i++) {
        Pick *pick = &list->items[i];
        const int32_t way_s = pick_way_s(list, i);
        pick->move = move_of(arena, pick->candidate, has_ways ? way_s : 0);
        fitting.spare_s += has_ways ? 0 : way_s * pick->rounds;
        for (size_t k = 0; k < pick->move->phase_count; k++) {
            const Leeway *leeway = &pick->candidate->holds[k];
            set_length(&fitting, pick, k, leeway->least_s, first_length(&fitting, leeway));
        }
    }
    while (give_spare(&fitting, list))
        ;
    return limit_s - fitting.spare_s;
}

bool lengths_are_most(Arena *arena, const PickList *list, const Shape *shape)
{
    for (size_t i = 0; i < list->count; i++) {
        const Move *move = list->items[i].move;
        const Leeway *holds = leeway_of(arena, list->items[i].candidate->move, shape, true);
        for (size_t k = 0; holds && k < move->phase_count; k++) {
            if (move->phases[k].hold.left_s < holds[k].most_s)
                return false;
        }
    }
    return true;
}
