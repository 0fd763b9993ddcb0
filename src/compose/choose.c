/* SPDX-License-Identifier: MIT */
#include "compose/choose.h"

#include <string.h>

#include "base/macros.h"
#include "compose/arrange.h"
#include "compose/holds.h"
#include "compose/recipes.h"
#include "routine/filter.h"

/* clang-format off */
enum { LIKES_TECHNIQUE = 4, LIKES_MAIN_AREA = 4, LIKES_PRIORITY = 2, LIKES_NEW_AREA = 2, LIKES_NO_QUESTION = 3,
       LIKES_VARIETY = 3, LIKES_TOOL = 2, LIKES_SAME_TOOLS = 3, LIKES_WANTED = 12, LIKES_NAMED_TOOL = 6,
       LIKES_STILL = 3, LIKES_REST = 3, LIKES_ASKED = 8, LIKES_COMMON = 8, LIKES_NEW_SPOT = 6, LIKES_BRISK = 12,
       LIKES_FIRST_CHOICE = 24 };
/* clang-format on */

#define PLACES_LOW (UINT32_C(1) << PLACE_CHAIR | UINT32_C(1) << PLACE_FLOOR | UINT32_C(1) << PLACE_BED)

enum { SETTLED_STANCES = 3 }; /* as many as a routine has that settles: from sitting to lying, and the last one */
enum { PRESSED_LIMIT_S = 150, PRESSED_OVER_S = 15 }; /* a side of an area is pressed for so long, or a bit longer */
enum { FRICTION_LIMIT_S = 2 * 60 };                  /* no side of a part of the body gets as much across the fibres */

/* How a day may end. */
enum { ENDS = STANCE_BIT(STANCE_CHAIR) | STANCE_BIT(STANCE_SIDE) | STANCE_BIT(STANCE_BACK) };

/* Whether a candidate can be picked as that work for an area. Movement is the deep work of an easy area; what is brisk
 * warms up, and is no movement for after the work. */
static bool is_for(const Picking *picking, const Candidate *candidate, Work work, int area)
{
    const bool is_easy = picking->easy.calm & AREA_BIT(area) && picking->rules->closing != WORK_WAKE;
    if (candidate->work == WORK_BREATHE)
        return work == WORK_BREATHE;
    if (!(candidate->areas & AREA_BIT(area)) || (work == WORK_USE && candidate->is_brisk))
        return false;
    if (candidate->work == WORK_WAKE && work != WORK_USE)
        return work == (is_easy ? WORK_DEEP : WORK_WAKE);
    return candidate->work == (work == WORK_USE ? WORK_WAKE : work);
}

static bool has_stance(const PickList *list, int stop, StanceSet stances)
{
    return (list->stances[stop] & stances) != 0;
}

/* Of the stances one that there is at the stop already; else the one that lies where the list settles, and the first
 * where it does not. */
static Stance choose_stance(const PickList *list, int stop, StanceSet stances)
{
    int chosen = -1;
    for (int stance = 0; stance < STANCE_COUNT; stance++) {
        if (!(stances & STANCE_BIT(stance)))
            continue;
        if (has_stance(list, stop, STANCE_BIT(stance)))
            return (Stance)stance;
        if (chosen < 0 || list->settles)
            chosen = stance;
    }
    return (Stance)chosen;
}

bool choose_stop(const PickList *list, const GoalRules *rules, Pick *pick)
{
    int first = 0, last = list->place_count - 1;
    const bool is_end = list->settles && pick->work == WORK_BREATHE;
    for (size_t i = 0; i < list->count; i++) {
        const int order = arrange_rank(list, rules, &list->items[i]) - arrange_rank(list, rules, pick);
        if (order < 0)
            first = MAX_OF(first, list->items[i].stop);
        else if (order > 0)
            last = MIN_OF(last, list->items[i].stop);
    }
    pick->stop = -1;
    for (int stop = first; stop <= last; stop++) {
        const StanceSet stances = pick->candidate->stances[list->places[stop]] & (is_end ? ENDS : STANCES_ALL);
        if (!stances || (pick->stop >= 0 && !is_end && !has_stance(list, stop, stances)))
            continue;
        pick->stop = stop;
        pick->stance = choose_stance(list, stop, stances);
        if (!is_end && has_stance(list, stop, stances))
            break;
    }
    return pick->stop >= 0;
}

static bool is_tool_there(const PickList *list, const char *tool)
{
    for (size_t i = 0; i < list->count; i++) {
        const ToolList *tools = &list->items[i].candidate->move->tools;
        for (size_t k = 0; k < tools->count; k++) {
            if (strcmp(tools->items[k].any_of.items[0], tool) == 0)
                return true;
        }
    }
    return false;
}

/* A tool does more than a hand; to fetch a second kind of tool is a bother. */
static int32_t liking_of_tools(const PickList *list, const ToolList *tools)
{
    int32_t liking = tools->count > 0 ? LIKES_TOOL : 0;
    for (size_t i = 0; i < tools->count; i++) {
        if (list->count > 0 && !is_tool_there(list, tools->items[i].any_of.items[0]))
            liking -= LIKES_SAME_TOOLS;
    }
    return liking;
}

/* Whether both press on one spot, for one area. */
static bool is_same_spot(const Pick *one, const Pick *other)
{
    const ToolPlace *spot = &one->candidate->move->tool_at, *other_spot = &other->candidate->move->tool_at;
    return one->area == other->area && one->work == WORK_DEEP && other->work == WORK_DEEP && spot->part != PART_NONE &&
           spot->part == other_spot->part && spot->face == other_spot->face;
}

int32_t choose_liking(const PickList *list, const GoalRules *rules, const Pick *pick)
{
    const Candidate *candidate = pick->candidate;
    const Move *move = candidate->move;
    const Technique technique = candidate->technique;
    int32_t liking = LIKES_PRIORITY * (3 - move->priority) + liking_of_tools(list, &move->tools) +
                     LIKES_WANTED * candidate->wanted + (candidate->uses_named ? LIKES_NAMED_TOOL : 0);
    if (technique != TECHNIQUE_NONE)
        liking += LIKES_TECHNIQUE * rules->liking[technique];
    for (uint32_t fresh = candidate->areas & list->asked & ~list->areas; fresh; fresh &= fresh - 1)
        liking += LIKES_NEW_AREA;
    if (list->asked & AREA_BIT(pick->area) && pick->work >= WORK_DEEP)
        liking += LIKES_ASKED;
    if (move->areas.items[0] == pick->area)
        liking += LIKES_MAIN_AREA;
    if (pick->work == WORK_DEEP && recipe_is_first_choice(candidate->id, pick->area))
        liking += LIKES_FIRST_CHOICE;
    if (!move->confirm)
        liking += LIKES_NO_QUESTION;
    liking -= candidate->is_last_resort ? LIKES_COMMON : 0;
    if (list->rises && candidate->is_brisk)
        liking += LIKES_BRISK;
    if (list->count > 0 && has_stance(list, pick->stop, STANCE_BIT(pick->stance)))
        liking += LIKES_STILL;
    if (list->settles && (pick->stance == STANCE_KNEELING || pick->stance == STANCE_FRONT))
        liking -= LIKES_REST;
    for (size_t i = 0; i < list->count; i++) {
        if (list->items[i].area == pick->area && list->items[i].candidate->technique == technique)
            liking -= LIKES_VARIETY;
        liking -= is_same_spot(&list->items[i], pick) ? LIKES_NEW_SPOT : 0;
    }
    return liking;
}

int32_t choose_pressed_s(const PickList *list, int area)
{
    const uint32_t together = recipe_pressed_together(area);
    int32_t pressed_s = 0;
    for (size_t i = 0; i < list->count; i++) {
        const Pick *pick = &list->items[i];
        if (pick->candidate->work == WORK_DEEP && together & AREA_BIT(pick->area))
            pressed_s += pick->rounds * MAX_OF(pick->least_s, pick->candidate->hold.usual_s);
    }
    return pressed_s;
}

bool choose_is_pressed_enough(const PickList *list, const Pick *pick)
{
    const int32_t pressed_s = choose_pressed_s(list, pick->area);
    return pick->candidate->work == WORK_DEEP && pressed_s > 0 &&
           pressed_s + MAX_OF(pick->least_s, pick->candidate->hold.usual_s) > PRESSED_LIMIT_S + PRESSED_OVER_S;
}

bool choose_is_gentle(const PickList *list, const Candidate *candidate)
{
    const WordList *areas = &candidate->move->areas;
    for (size_t i = 0; candidate->friction_s > 0 && i < areas->count; i++) {
        int32_t friction_s = candidate->friction_s;
        for (size_t k = 0; k < list->count; k++) {
            const Pick *pick = &list->items[k];
            if (filter_has_word(&pick->candidate->move->areas, areas->items[i]))
                friction_s += pick->rounds * pick->candidate->friction_s;
        }
        if (friction_s >= FRICTION_LIMIT_S)
            return false;
    }
    return true;
}

/* In how many stances its moves are done. */
static int32_t count_stances(const PickList *list)
{
    int32_t count = 0;
    for (int stop = 0; stop < list->place_count; stop++) {
        for (StanceSet left = list->stances[stop]; left; left &= (StanceSet)(left - 1))
            count++;
    }
    return count;
}

/* Whether the position goes one way: what settles has few stances, and what rises moves standing, if it can. */
static bool is_steady(const PickList *list, const Pick *pick)
{
    bool can_stand = false;
    if (list->settles)
        return has_stance(list, pick->stop, STANCE_BIT(pick->stance)) || count_stances(list) < SETTLED_STANCES;
    for (int stop = 0; stop < list->place_count; stop++)
        can_stand = can_stand || !(PLACES_LOW & UINT32_C(1) << list->places[stop]);
    return !list->rises || pick->candidate->work != WORK_WAKE || pick->stance == STANCE_STANDING || !can_stand;
}

/* Whether there is time for it, and in the warm-up too where it is one. */
static bool is_time_for(const Picking *picking, const PickList *list, const Pick *pick)
{
    const int32_t least_s = pick->candidate->lengths.least_s;
    return list->lengths.least_s + least_s <= picking->target_s &&
           (!holds_is_warm_up(pick, picking->rules) ||
            list->warm.least_s + least_s <= picking->target_s / PICK_WARM_UP_PART);
}

/* Whether what presses is for that area first of all, or for another one that was asked for: above the knee is no
 * hip. So it is of movement for an area that was not asked for, but in a warm-up. */
static bool is_own(const Picking *picking, const Tier *tier, const Candidate *candidate, int area)
{
    const bool presses = candidate->work == WORK_DEEP && !tier->is_free;
    const bool is_beside = candidate->work == WORK_WAKE && picking->rules->closing != WORK_WAKE && !tier->is_filling &&
                           !(picking->asked_bits & AREA_BIT(area));
    return (!presses && !is_beside) ||
           AREA_BIT(candidate->move->areas.items[0]) & (picking->asked_bits | recipe_pressed_together(area));
}

bool choose_best(const Picking *picking, const PickList *list, const Tier *tier, Work work, int area, Pick *best)
{
    int32_t best_liking = 0;
    best->candidate = NULL;
    for (size_t i = 0; i < picking->count; i++) {
        const Candidate *candidate = &picking->candidates[i];
        Pick pick = {
            .candidate = candidate, .area = area, .work = work, .rounds = 1, .least_s = candidate->hold.least_s};
        if (candidate->is_held_back || !is_for(picking, candidate, work, area) ||
            (tier->is_wanted && candidate->wanted == 0) || (tier->is_moving && candidate->work != WORK_WAKE) ||
            pick_list_find(list, candidate) || (!tier->is_pressing && choose_is_pressed_enough(list, &pick)) ||
            !is_own(picking, tier, candidate, area) || !is_time_for(picking, list, &pick) ||
            !choose_is_gentle(list, candidate) || !choose_stop(list, picking->rules, &pick) ||
            (!tier->is_free && !is_steady(list, &pick)))
            continue;
        const int32_t liking = choose_liking(list, picking->rules, &pick);
        if (best->candidate && liking <= best_liking)
            continue;
        *best = pick;
        best_liking = liking;
    }
    return best->candidate != NULL;
}
