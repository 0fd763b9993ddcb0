/* SPDX-License-Identifier: MIT */
#include "compose/pick.h"

#include <string.h>

#include "base/macros.h"
#include "compose/arrange.h"
#include "compose/choose.h"
#include "compose/holds.h"
#include "compose/limits.h"
#include "compose/merit.h"
#include "compose/recipes.h"
#include "routine/filter.h"

enum {
    MINUTE_S = 60,
    CLOSE_S = 30,              /* as near to the minutes as is good enough */
    WAY_S = 5,                 /* to go to another place */
    LANES_LEAST_S = 10 * 60,   /* in so much time all lanes of a sole go before what goes with it */
    MOVEMENT_S = 60,           /* movement that is the work of an area, */
    MOVEMENT_LEAST_S = 8 * 60, /* where there is so much time; else half of that is enough */
    REST_S = 180,              /* the rest after which water leaves the legs */
};

/* In the order of Work: wake, warm, deep, stretch, use, breathe; the goal has its own limits too. */
static const Tier step_tier = {.most = {9, 9, 1, 1, 0, 9}},
                  packed_tier = {.most = {9, 9, 1, 1, 0, 9}, .is_packed = true},
                  moving_tier = {.most = {9, 9, 1, 1, 0, 9}, .is_moving = true},
                  lane_tier = {.most = {9, 9, 3, 1, 0, 9}, .is_packed = true},
                  wanted_tier = {.most = {9, 9, 3, 2, 0, 9}, .is_wanted = true},
                  asked_tier = {.most = {9, 9, 3, 2, 0, 9}}, more_tier = {.most = {0, 0, 2, 1, 0, 0}},
                  full_tier = {.most = {9, 9, 9, 9, 0, 9}}, free_tier = {.most = {9, 9, 9, 9, 0, 9}, .is_free = true},
                  last_tier = {.most = {9, 9, 9, 9, 0, 9}, .is_free = true, .is_pressing = true},
                  use_tier = {.most = {0, 0, 0, 0, 9, 0}},
                  fill_tier = {.most = {0, 0, 0, 0, 9, 0}, .is_free = true, .is_filling = true};

static void add_pick(const Picking *picking, PickList *list, const Pick *pick)
{
    const Lengths lengths = pick_list_lengths(pick);
    list->liking += choose_liking(list, picking->rules, pick);
    list->items[list->count++] = *pick;
    list->stances[pick->stop] |= STANCE_BIT(pick->stance);
    list->areas |= pick->candidate->areas;
    candidates_add_lengths(&list->lengths, &lengths, 1, 0);
    if (holds_is_warm_up(pick, picking->rules))
        candidates_add_lengths(&list->warm, &lengths, 1, 0);
}

/* Where movement is the work instead, one stretch is enough as long as something else may be had. */
static bool is_stretched_enough(const Picking *picking, const PickList *list, const Tier *tier)
{
    if (tier->is_free || !limits_move_instead(picking->request))
        return false;
    for (size_t i = 0; i < list->count; i++) {
        if (list->items[i].work == WORK_STRETCH)
            return true;
    }
    return false;
}

/* Gives the area its next move of that work; true where something was picked. */
static bool take_turn(const Picking *picking, PickList *list, const Tier *tier, Work work, int area)
{
    Pick pick;
    const size_t most = MIN_OF(tier->most[work], picking->rules->most[work]);
    const bool is_moving = work == WORK_WAKE || work == WORK_WARM || work == WORK_USE;
    if ((list->is_still && is_moving) || (work == WORK_STRETCH && is_stretched_enough(picking, list, tier)) ||
        (!tier->is_packed && pick_list_usual_s(picking, list) >= picking->target_s) || list->count == PICK_LIMIT ||
        pick_list_count(list, work, area) >= most || !choose_best(picking, list, tier, work, area, &pick))
        return false;
    add_pick(picking, list, &pick);
    return true;
}

/* Takes the area out that is pressed least; of several the first. */
static int take_least(const PickList *list, WordList *areas)
{
    size_t least = 0;
    int32_t least_s = choose_pressed_s(list, areas->items[0]);
    for (size_t i = 1; i < areas->count && least_s > 0; i++) {
        const int32_t pressed_s = choose_pressed_s(list, areas->items[i]);
        if (pressed_s < least_s) {
            least = i;
            least_s = pressed_s;
        }
    }
    const int area = areas->items[least];
    areas->count--;
    memmove(areas->items + least, areas->items + least + 1, areas->count - least);
    return area;
}

/* Turns by turns, until no area gets anything more. */
static void take_turns(const Picking *picking, PickList *list, const Tier *tier, const WordList *areas)
{
    uint8_t items[AREA_COUNT];
    bool is_fruitful = true;
    while (is_fruitful) {
        is_fruitful = false;
        for (size_t i = 0; i < GOAL_RULES_TURNS; i++) {
            WordList open = {items, areas->count};
            memcpy(items, areas->items, areas->count);
            while (open.count > 0)
                is_fruitful = take_turn(picking, list, tier, picking->rules->turns[i], take_least(list, &open)) ||
                              is_fruitful;
        }
    }
}

/* What a routine of that goal ends with, or one in bed, or one for such a complaint. */
static void take_closing(const Picking *picking, PickList *list)
{
    const bool rests = list->settles || complaints_sum(picking->request->complaints).rests_last;
    const Work work = rests ? WORK_BREATHE : picking->rules->closing;
    for (size_t i = 0; i < picking->asked.count && work < WORK_COUNT; i++) {
        if (take_turn(picking, list, &packed_tier, work, picking->asked.items[i]))
            return;
    }
}

/* Each of the areas asked for that `bits` has, and that has moves which are wanted, gets one, of the first work that it
 * has one of. */
static void take_wanted(const Picking *picking, PickList *list, uint32_t bits)
{
    for (size_t k = 0; k < picking->asked.count && picking->wanted->moves; k++) {
        bool is_done = !(bits & AREA_BIT(picking->asked.items[k]));
        for (size_t i = 0; i < list->count; i++)
            is_done = is_done ||
                      (list->items[i].area == picking->asked.items[k] && list->items[i].candidate->wanted > 0);
        for (size_t i = 0; i < GOAL_RULES_TURNS && !is_done; i++)
            is_done = take_turn(picking, list, &wanted_tier, picking->rules->turns[i], picking->asked.items[k]);
    }
}

/* How long the first work of an area asked for is on a side; 0: no longer than its hold is anyway. */
static int32_t dose_of(const Picking *picking, const PickList *list, const Pick *pick)
{
    const Work work = pick->candidate->work;
    if (work == WORK_BREATHE)
        return complaints_sum(picking->request->complaints).rests_last ? REST_S : 0;
    if (!(picking->asked_bits & AREA_BIT(pick->area)))
        return 0;
    if (work == WORK_DEEP)
        return picking->rules->dose_s;
    const bool is_main = pick->work == WORK_DEEP || pick_list_count(list, WORK_DEEP, pick->area) == 0;
    return is_main && picking->target_s >= MOVEMENT_LEAST_S ? MIN_OF(picking->rules->dose_s, MOVEMENT_S) : 0;
}

/* Gives the first work of each area its dose, as long as there is time for it. */
static void give_doses(const Picking *picking, PickList *list)
{
    for (size_t i = 0; i < list->count; i++) {
        Pick *pick = &list->items[i], dosed = *pick;
        const HoldRange *hold = &pick->candidate->hold;
        const int32_t dose_s = MIN_OF(dose_of(picking, list, pick), hold->most_s);
        if (pick->least_s >= dose_s)
            continue;
        while (dosed.least_s < dose_s)
            dosed.least_s = goal_rules_longer(hold, dosed.least_s);
        const Lengths before = pick_list_lengths(pick), after = pick_list_lengths(&dosed);
        const bool is_warm_up = holds_is_warm_up(pick, picking->rules);
        const int32_t more_s = after.least_s - before.least_s;
        if (list->lengths.least_s + more_s > picking->target_s ||
            (is_warm_up && list->warm.least_s + more_s > picking->target_s / PICK_WARM_UP_PART))
            continue;
        for (int k = 0; k <= is_warm_up; k++) {
            Lengths *sum = k == 0 ? &list->lengths : &list->warm;
            candidates_add_lengths(sum, &after, 1, 0);
            candidates_add_lengths(sum, &before, -1, 0);
        }
        *pick = dosed;
    }
}

/* The own work of those of the areas asked for that `bits` has, or all else of their recipes. Of the first of them all
 * of it is there, if its holds are short. */
static void take_part(const Picking *picking, PickList *list, uint32_t bits, bool is_own)
{
    const Tier *tier = &packed_tier;
    for (size_t i = 0; i < picking->asked.count; i++) {
        const int area = picking->asked.items[i];
        const RecipeSteps *steps = &recipe_of(area)->steps;
        for (size_t k = 0; k < steps->count && bits & AREA_BIT(area); k++) {
            if (is_own == (steps->items[k].area == area && steps->items[k].work == WORK_DEEP))
                take_turn(picking, list, tier, steps->items[k].work, steps->items[k].area);
        }
        tier = is_own || !(bits & AREA_BIT(area)) ? tier : &step_tier;
    }
}

/* Where nothing that presses, or is as good, fits an area that was named, movement is its work. */
static void take_work_of_movement(const Picking *picking, PickList *list, uint32_t bits)
{
    for (size_t i = 0; i < picking->asked.count && i < picking->wanted->named; i++) {
        const int area = picking->asked.items[i];
        if (bits & AREA_BIT(area) && pick_list_count(list, WORK_DEEP, area) == 0)
            take_turn(picking, list, &packed_tier, WORK_WAKE, area);
    }
}

/* Several moves are needed for all of some areas, as the sole has three lanes. */
static void take_lanes(const Picking *picking, PickList *list, uint32_t bits)
{
    for (size_t i = 0; i < picking->asked.count; i++) {
        const int area = picking->asked.items[i];
        for (int k = 1; k < recipe_of(area)->lanes && bits & AREA_BIT(area); k++)
            take_turn(picking, list, &lane_tier, WORK_DEEP, area);
    }
}

/* What the recipes of the areas say: the own work of each first, in its dose, then what goes with it. What a complaint
 * is about goes before all other areas. */
static void take_steps(const Picking *picking, PickList *list)
{
    const uint32_t about = picking->asked_bits & picking->request->about;
    const uint32_t parts[] = {about, picking->asked_bits & ~about};
    for (size_t i = 0; i < ARRAY_LEN(parts); i++) {
        take_wanted(picking, list, parts[i]);
        take_part(picking, list, parts[i], true);
        take_work_of_movement(picking, list, parts[i]);
        give_doses(picking, list);
        if (picking->target_s >= LANES_LEAST_S)
            take_lanes(picking, list, parts[i]);
        take_part(picking, list, parts[i], false);
        take_lanes(picking, list, parts[i]);
    }
}

/* Where it is to begin so, each area that a complaint is about, or else each that is asked for, gets gentle movement:
 * those first whose work that is. */
static void take_first_movement(const Picking *picking, PickList *list)
{
    const uint32_t about = picking->asked_bits & picking->request->about;
    for (size_t i = 0; i < picking->asked.count && list->moves_first; i++) {
        if (picking->easy.calm & AREA_BIT(picking->asked.items[i]))
            take_turn(picking, list, &moving_tier, WORK_DEEP, picking->asked.items[i]);
    }
    for (size_t i = 0; i < picking->asked.count && list->moves_first; i++) {
        if (about == 0 || about & AREA_BIT(picking->asked.items[i]))
            take_turn(picking, list, &packed_tier, WORK_WAKE, picking->asked.items[i]);
    }
}

/* Where an area asked for has nothing else, movement is its work. */
static void take_movement(const Picking *picking, PickList *list)
{
    for (size_t i = 0; i < picking->asked.count; i++) {
        const int area = picking->asked.items[i];
        if (pick_list_count(list, WORK_DEEP, area) + pick_list_count(list, WORK_STRETCH, area) == 0)
            take_turn(picking, list, &use_tier, WORK_USE, area);
    }
}

/* Movement after the work, where without it the routine would be too short. */
static void fill_with_movement(const Picking *picking, PickList *list)
{
    for (size_t i = 0; i < picking->all.count && pick_list_most_s(picking, list) < picking->target_s - CLOSE_S;) {
        if (!take_turn(picking, list, &fill_tier, WORK_USE, picking->all.items[i]))
            i++;
    }
}

/* Between the rounds of a run there is one rest, however many moves it has. */
static int32_t between_s(const PickList *list, const GoalRules *rules, Pick pick)
{
    pick.rounds = PICK_ROUNDS;
    for (size_t i = 0; i < list->count; i++) {
        if (arrange_is_together(list, rules, &list->items[i], &pick))
            return 0;
    }
    return PICK_BETWEEN_S;
}

/* A second round of what there is, the deep work first, where all of it once is not enough. A warm-up is not repeated
 * where it is not all there is. */
static void add_rounds(const Picking *picking, PickList *list)
{
    static const Work works[] = {WORK_DEEP, WORK_STRETCH, WORK_USE, WORK_WARM, WORK_WAKE};
    const bool has_work = list->lengths.most_s > list->warm.most_s;
    for (size_t i = 0; i < ARRAY_LEN(works) * list->count; i++) {
        Pick *pick = &list->items[i % list->count];
        const Lengths lengths = pick_list_lengths(pick);
        const int32_t rest_s = between_s(list, picking->rules, *pick);
        const bool is_warm_up = holds_is_warm_up(pick, picking->rules);
        if (pick->work != works[i / list->count] || (is_warm_up && has_work) ||
            pick_list_most_s(picking, list) >= picking->target_s ||
            list->lengths.least_s + lengths.least_s + rest_s > picking->target_s ||
            !choose_is_gentle(list, pick->candidate))
            continue;
        pick->rounds = PICK_ROUNDS;
        candidates_add_lengths(&list->lengths, &lengths, 1, rest_s);
        if (is_warm_up)
            candidates_add_lengths(&list->warm, &lengths, 1, rest_s);
    }
}

/* What the warm-up has too much beside so little work is done after it, the last first, or not at all. */
static void trim_warm_up(const Picking *picking, PickList *list)
{
    const int32_t limit_s = pick_list_warm_limit(picking, list, list->lengths.most_s - list->warm.most_s);
    for (size_t i = list->count; i-- > 0 && list->warm.least_s > limit_s;) {
        Pick pick = list->items[i];
        if (!holds_is_warm_up(&pick, picking->rules))
            continue;
        const Lengths lengths = pick_list_lengths(&pick);
        candidates_add_lengths(&list->warm, &lengths, -pick.rounds, 0);
        memmove(&list->items[i], &list->items[i + 1], (list->count - i - 1) * sizeof *list->items);
        list->count--;
        pick.work = WORK_USE;
        if (choose_stop(list, picking->rules, &pick))
            list->items[list->count++] = pick;
        else
            candidates_add_lengths(&list->lengths, &lengths, -pick.rounds, 0);
    }
}

static void put_in_order(const Picking *picking, PickList *list)
{
    arrange(list, picking->rules, picking->ranks);
    for (size_t i = 0; i < list->count; i++) {
        Pick *pick = &list->items[i];
        const int32_t way_s = i > 0 && pick->stop != list->items[i - 1].stop ? WAY_S : 0;
        pick->prepare_s = pick->candidate->move->prepare_s + way_s;
        candidates_add_lengths(&list->lengths, &(Lengths){0}, 0, way_s * pick->rounds);
        if (holds_is_warm_up(pick, picking->rules))
            candidates_add_lengths(&list->warm, &(Lengths){0}, 0, way_s * pick->rounds);
    }
}

/* Picks until the time is full or nothing more may be had. */
static void pick_moves(const Picking *picking, PickList *list)
{
    take_closing(picking, list);
    take_first_movement(picking, list);
    take_steps(picking, list);
    if (picking->wanted->moves)
        take_turns(picking, list, &wanted_tier, &picking->asked);
    take_movement(picking, list);
    take_turns(picking, list, &asked_tier, &picking->asked);
    take_turns(picking, list, &more_tier, &picking->more);
    take_turns(picking, list, &full_tier, &picking->all);
    take_turns(picking, list, &free_tier, &picking->all);
    take_turn(picking, list, &free_tier, WORK_BREATHE, picking->asked.items[0]);
    take_turns(picking, list, &last_tier, &picking->all);
    fill_with_movement(picking, list);
    add_rounds(picking, list);
    trim_warm_up(picking, list);
    put_in_order(picking, list);
}

/* In bed, unless it is to get up. */
static bool is_night(const Picking *picking, const PickList *way)
{
    return way->place_count == 1 && way->places[0] == PLACE_BED && picking->rules->closing != WORK_WAKE;
}

/* Tries every way through up to `most` different places that begins as `before` does; keeps the best list. */
static void try_ways(const Picking *picking, const PickList *before, int most, PickList *best)
{
    const WordList *places = &picking->request->places;
    for (size_t i = 0; i < ARRAY_LEN(stance_way_down) && before->place_count < most; i++) {
        PickList way = *before;
        /* Nobody is sent outdoors who did not ask for it. */
        bool is_open = places->count == 0 ? stance_way_down[i] != PLACE_OUTDOORS
                                          : filter_has_word(places, stance_way_down[i]);
        for (int k = 0; k < way.place_count; k++)
            is_open = is_open && way.places[k] != stance_way_down[i];
        if (!is_open)
            continue;
        way.places[way.place_count++] = stance_way_down[i];
        way.moves_first = limits_move_first(picking->request);
        way.rises = picking->rules->rises;
        way.settles = picking->rules->settles || is_night(picking, &way);
        PickList list = way, other = way;
        pick_moves(picking, &list);
        if (pick_list_most_s(picking, &list) < picking->target_s - CLOSE_S) {
            other.is_still = true;
            pick_moves(picking, &other);
            list = merit_is_better(picking, &other, &list) ? other : list;
        }
        /* In so little time a short movement may be all that a named area can get. */
        if (merit_lack_of_named(picking, &list) > 0) {
            PickList moving = way;
            moving.moves_first = true;
            pick_moves(picking, &moving);
            list = merit_is_better(picking, &moving, &list) ? moving : list;
        }
        if (best->place_count == 0 || merit_is_better(picking, &list, best))
            *best = list;
        try_ways(picking, &way, most, best);
    }
}

/* What is told of the moves that are not in it. */
static void look_at_rest(const Picking *picking, PickList *list)
{
    for (size_t i = 0; i < picking->count; i++) {
        const Candidate *candidate = &picking->candidates[i];
        const Pick *pick = pick_list_find(list, candidate);
        Pick other = {.candidate = candidate, .work = candidate->work};
        list->fitting += candidate->areas != 0;
        list->possible |= candidate->areas;
        if (pick || choose_stop(list, picking->rules, &other))
            list->reachable |= candidate->areas;
        if (!pick || pick->rounds < PICK_ROUNDS)
            list->is_friction_full |= !choose_is_gentle(list, candidate);
    }
}

PickList *pick_best(Arena *arena, const ComposeMove *moves, size_t count, const ComposeRequest *request,
                    const Wanted *wanted, int32_t minutes)
{
    Picking picking;
    if (!candidates_gather(&picking, arena, moves, count, request, wanted, minutes))
        return NULL;
    PickList *best = arena_take(arena, sizeof *best);
    try_ways(&picking, &(PickList){.asked = picking.asked_bits, .easy = picking.easy},
             picking.rules->stays ? 1 : PICK_PLACES, best);
    best->order = picking.all;
    for (size_t i = 0; i < best->count; i++)
        best->asked |= picking.also_bits & AREA_BIT(best->items[i].area);
    holds_set(best, picking.rules, minutes * MINUTE_S,
              pick_list_warm_limit(&picking, best, best->lengths.most_s - best->warm.most_s));
    look_at_rest(&picking, best);
    return best;
}
