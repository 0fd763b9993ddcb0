/* SPDX-License-Identifier: MIT */
#include "session/lengths.h"

#include "base/macros.h"
#include "session/fit.h"

enum { ROUND_S = 5 }; /* holds that are counted in seconds are written in fives */

/* The move as its shared move has it, set up for where it is done, its holds for all it may take or the usual. */
static Move *move_of(Arena *arena, const Candidate *candidate, bool is_new_place, bool is_most)
{
    Move *move = arena_take(arena, sizeof *move);
    *move = *candidate->move;
    move->prepare_s = is_new_place ? MAX_OF(move->prepare_s, PICK_MOVE_S) : pick_prepare_s(move);
    move->phases = arena_take_array(arena, move->phase_count, sizeof *move->phases);
    for (size_t i = 0; i < move->phase_count; i++) {
        const Leeway *leeway = &candidate->holds[i];
        move->phases[i] = candidate->move->phases[i];
        leeway_set_hold(&move->phases[i].hold, is_most ? leeway->most_s : leeway->usual_s, leeway->unit_s);
    }
    return move;
}

/* The picks as items of a routine, rounds as repeats. */
static Routine routine_of(Arena *arena, const PickList *list, const Shape *shape)
{
    Routine routine = {.switch_s = PICK_SWITCH_S};
    routine.items = arena_take_array(arena, list->count, sizeof *routine.items);
    for (size_t i = 0; i < list->count;) {
        const size_t count = pick_run(list, i, shape);
        Item *items = arena_take_array(arena, count, sizeof *items);
        for (size_t k = 0; k < count; k++)
            items[k] = (Item){.kind = ITEM_MOVE, .move = list->items[i + k].move};
        routine.items[routine.count++] =
            list->items[i].rounds == 1
                ? items[0]
                : (Item){.kind = ITEM_REPEAT, .times = list->items[i].rounds, .between_s = PICK_BETWEEN_S,
                         .items = items, .count = count};
        i += count;
    }
    return routine;
}

static Pick *pick_of(PickList *list, const Move *move)
{
    size_t i = 0;
    while (list->items[i].move != move)
        i++;
    return &list->items[i];
}

/* What the draft takes for the least of a hold is put right by its leeway. */
static void set_least(Draft *draft, PickList *list)
{
    for (size_t i = 0; i < draft->move_count; i++) {
        const DraftMove *move = &draft->moves[i];
        const Candidate *candidate = pick_of(list, move->move)->candidate;
        for (size_t k = 0; k < move->move->phase_count; k++) {
            for (Side side = SIDE_NONE; side < SIDE_COUNT; side++)
                move->holds[k].least_s[side] = MIN_OF(candidate->holds[k].least_s, move->holds[k].full_s[side]);
        }
    }
}

/* Every hold at its least, for what is too long even so. */
static void shorten_to_least(PickList *list)
{
    for (size_t i = 0; i < list->count; i++) {
        for (size_t k = 0; k < list->items[i].move->phase_count; k++) {
            const Leeway *leeway = &list->items[i].candidate->holds[k];
            leeway_set_hold(&list->items[i].move->phases[k].hold, leeway->least_s, leeway->unit_s);
        }
    }
}

/* Each hold as the draft has it; of rounds that came out different, the shortest. */
static void take_seconds(const Draft *draft, PickList *list)
{
    for (size_t i = 0; i < draft->move_count; i++) {
        const DraftMove *move = &draft->moves[i];
        Pick *pick = pick_of(list, move->move);
        for (size_t k = 0; k < pick->move->phase_count; k++) {
            Hold *hold = &pick->move->phases[k].hold;
            const int32_t seconds = move->holds[k].seconds[move->sides == SIDES_NONE ? SIDE_NONE : SIDE_LEFT];
            if (seconds < hold->left_s)
                leeway_set_hold(hold, seconds, pick->candidate->holds[k].unit_s);
        }
    }
}

/* Seconds become fives; what one hold gains by it the next ones give. */
static void round_holds(PickList *list)
{
    int32_t spare_s = 0;
    for (size_t i = 0; i < list->count; i++) {
        const Pick *pick = &list->items[i];
        const int32_t turns = pick->rounds * (pick->move->sides == SIDES_BOTH ? 2 : 1);
        for (size_t k = 0; k < pick->move->phase_count; k++) {
            const Leeway *leeway = &pick->candidate->holds[k];
            Hold *hold = &pick->move->phases[k].hold;
            const int32_t wanted_s = hold->left_s + spare_s / turns, rounded_s = wanted_s - wanted_s % ROUND_S;
            if (leeway->unit_s > 1 || rounded_s < leeway->least_s || rounded_s > leeway->most_s)
                continue;
            spare_s += (hold->left_s - rounded_s) * turns;
            leeway_set_hold(hold, rounded_s, leeway->unit_s);
        }
    }
}

static int32_t seconds_of(const Routine *routine)
{
    Draft draft;
    draft_init(&draft, &routine, 1);
    const int64_t seconds = draft_seconds(&draft);
    draft_release(&draft);
    return (int32_t)seconds;
}

int32_t lengths_fit(Arena *arena, PickList *list, const Shape *shape, int32_t minutes)
{
    const bool is_most = list->usual_s < minutes * 60;
    for (size_t i = 0; i < list->count; i++) {
        const bool is_new_place = i > 0 && list->items[i].leg != list->items[i - 1].leg;
        list->items[i].move = move_of(arena, list->items[i].candidate, is_new_place, is_most);
    }
    const Routine routine = routine_of(arena, list, shape), *const routines[] = {&routine};
    Draft draft;
    draft_init(&draft, routines, 1);
    set_least(&draft, list);
    if (draft_least_seconds(&draft) > minutes * 60) {
        shorten_to_least(list);
    } else {
        fit_draft(&draft, minutes);
        take_seconds(&draft, list);
        round_holds(list);
    }
    draft_release(&draft);
    return seconds_of(&routine);
}
