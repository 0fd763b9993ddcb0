/* SPDX-License-Identifier: MIT */
#include "compose/pick.h"

#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "routine/move.h"

/* clang-format off */
enum { LIKES_TECHNIQUE = 4, LIKES_MAIN_AREA = 4, LIKES_PRIORITY = 2, LIKES_NEW_AREA = 2, LIKES_NO_QUESTION = 3,
       LIKES_VARIETY = 3, LIKES_TOOL = 2, LIKES_SAME_TOOLS = 3 };

enum { FRICTION_LIMIT_S = 2 * 60 }; /* no side of a part of the body gets as much across the fibres */

#define AREA_BIT(area) (UINT32_C(1) << (area))

/* One routine in the making. */
typedef struct Picking {
    PickList *list;
    const CandidateList *candidates;
    const Shape *shape;
    int32_t target_s;
} Picking;
/* clang-format on */

bool pick_is_for(const Move *move, int area)
{
    return move->areas.count > 0 && memchr(move->areas.items, area, move->areas.count);
}

bool pick_allows(const Move *move, int place)
{
    return place < 0 || move->where.count == 0 || memchr(move->where.items, place, move->where.count);
}

int32_t pick_prepare_s(const Move *move)
{
    return move->prepare_s == defaults_unsaid.prepare_s ? PICK_PREPARE_S : move->prepare_s;
}

const Pick *pick_find(const PickList *list, const Candidate *candidate)
{
    for (size_t i = 0; i < list->count; i++) {
        if (list->items[i].candidate == candidate)
            return &list->items[i];
    }
    return NULL;
}

/* The first place of the journey where the move may be done without turning round: what is done before it is not done
 * at a later place, nor what is done after it at an earlier one. -1 where there is none. */
static int leg_for(const PickList *list, const Candidate *candidate, const Shape *shape)
{
    int first = 0, last = list->journey.count - 1;
    for (size_t i = 0; i < list->count; i++) {
        const Pick *pick = &list->items[i];
        const int order = shape->rank[pick->candidate->work] - shape->rank[candidate->work];
        if (order < 0)
            first = MAX_OF(first, pick->leg);
        else if (order > 0)
            last = MIN_OF(last, pick->leg);
    }
    for (int leg = first; leg <= last; leg++) {
        if (pick_allows(candidate->move, list->journey.places[leg]))
            return leg;
    }
    return -1;
}

static int32_t count_bits(uint32_t bits)
{
    int32_t count = 0;
    for (; bits; bits &= bits - 1)
        count++;
    return count;
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

/* How well it would go with what is there already. */
static int32_t liking_for(const Picking *picking, const Candidate *candidate, int area)
{
    const Move *move = candidate->move;
    const Technique technique = candidate->technique;
    int32_t liking = LIKES_PRIORITY * (3 - move->priority);
    if (technique != TECHNIQUE_NONE)
        liking += LIKES_TECHNIQUE * picking->shape->liking[technique];
    liking += LIKES_NEW_AREA * count_bits(candidate->areas & ~picking->list->areas);
    if (move->areas.items[0] == area)
        liking += LIKES_MAIN_AREA;
    liking += liking_of_tools(picking->list, &move->tools);
    if (!move->confirm)
        liking += LIKES_NO_QUESTION;
    for (size_t i = 0; i < picking->list->count; i++) {
        const Pick *pick = &picking->list->items[i];
        if (pick->area == area && pick->candidate->technique == technique)
            liking -= LIKES_VARIETY;
    }
    return liking;
}

static bool has_time(const Picking *picking, const Candidate *candidate)
{
    const PickList *list = picking->list;
    return list->least_s + candidate->least_s <= picking->target_s;
}

bool pick_is_gentle(const PickList *list, const Candidate *candidate)
{
    const WordList *areas = &candidate->move->areas;
    for (size_t i = 0; candidate->friction_s > 0 && i < areas->count; i++) {
        int32_t friction_s = candidate->friction_s;
        for (size_t k = 0; k < list->count; k++) {
            const Pick *pick = &list->items[k];
            if (pick->candidate->friction_s > 0 && pick_is_for(pick->candidate->move, areas->items[i]))
                friction_s += pick->rounds * pick->candidate->friction_s;
        }
        if (friction_s >= FRICTION_LIMIT_S)
            return false;
    }
    return true;
}

/* The best move of that work for the area, or NULL. A breath is for all of the body. */
static const Candidate *find_best(const Picking *picking, Work work, int area, int *leg)
{
    const Candidate *best = NULL;
    int32_t best_liking = 0;
    for (size_t i = 0; i < picking->candidates->count; i++) {
        const Candidate *candidate = &picking->candidates->items[i];
        if (candidate->work != work || (work != WORK_BREATHE && !(candidate->areas & AREA_BIT(area))) ||
            pick_find(picking->list, candidate) || !has_time(picking, candidate) ||
            !pick_is_gentle(picking->list, candidate))
            continue;
        const int leg_here = leg_for(picking->list, candidate, picking->shape);
        const int32_t liking = liking_for(picking, candidate, area);
        if (leg_here < 0 || (best && liking <= best_liking))
            continue;
        best = candidate;
        best_liking = liking;
        *leg = leg_here;
    }
    return best;
}

static void add_seconds(PickList *list, const Candidate *candidate, int32_t more_s)
{
    list->least_s += candidate->least_s + more_s;
    list->usual_s += candidate->usual_s + more_s;
    list->most_s += candidate->most_s + more_s;
}

static void add(Picking *picking, const Candidate *candidate, int area, int leg)
{
    PickList *list = picking->list;
    list->liking += liking_for(picking, candidate, area);
    list->items[list->count++] = (Pick){.candidate = candidate, .area = area, .leg = leg, .rounds = 1};
    list->areas |= candidate->areas;
    add_seconds(list, candidate, 0);
}

static bool has_enough(const PickList *list, const Shape *shape, Work work, int area)
{
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++) {
        const Pick *pick = &list->items[i];
        count += pick->candidate->work == work && (work == WORK_BREATHE || pick->area == area);
    }
    return count >= shape->most[work];
}

/* Gives each area its next move of that work; true where something was picked. */
static bool take_turn(Picking *picking, const WordList *areas, Work work)
{
    bool is_fruitful = false;
    for (size_t i = 0; i < areas->count; i++) {
        const int area = areas->items[i];
        int leg = 0;
        if (picking->list->usual_s >= picking->target_s || picking->list->count == PICK_LIMIT ||
            has_enough(picking->list, picking->shape, work, area))
            continue;
        const Candidate *best = find_best(picking, work, area, &leg);
        if (!best)
            continue;
        add(picking, best, area, leg);
        is_fruitful = true;
    }
    return is_fruitful;
}

PickBar pick_bar(const PickList *list, const Candidate *candidate, const Shape *shape, int32_t target_s)
{
    int32_t least_s = candidate->least_s, usual_s = 0; /* of one round, as it was when it was passed over */
    if (leg_for(list, candidate, shape) < 0)
        return PICK_NO_PLACE;
    for (size_t i = 0; i < list->count; i++) {
        least_s += list->items[i].candidate->least_s;
        usual_s += list->items[i].candidate->usual_s;
    }
    if (least_s > target_s || usual_s >= target_s || list->count == PICK_LIMIT)
        return PICK_NO_TIME;
    for (int area = 0; area < AREA_COUNT; area++) {
        if (candidate->areas & AREA_BIT(area) && !has_enough(list, shape, candidate->work, area))
            return PICK_FRICTION;
    }
    return PICK_ENOUGH;
}

/* Negative where `one` is done before `other`: by kind of work, then by place, rounds first. */
static int compare(const Shape *shape, const Pick *one, const Pick *other)
{
    const int rank = shape->rank[one->candidate->work] - shape->rank[other->candidate->work];
    if (rank != 0)
        return rank;
    return one->leg != other->leg ? one->leg - other->leg : other->rounds - one->rounds;
}

/* Between the rounds of a run there is one rest, however many moves it has. */
static int32_t between_s(const PickList *list, const Shape *shape, Pick pick)
{
    pick.rounds = PICK_ROUNDS;
    for (size_t i = 0; i < list->count; i++) {
        if (compare(shape, &list->items[i], &pick) == 0)
            return 0;
    }
    return PICK_BETWEEN_S;
}

/* A second round of what there is, the deep work first, where all of it once is not enough. */
static void add_rounds(Picking *picking)
{
    static const Work works[] = {WORK_DEEP, WORK_STRETCH, WORK_WARM, WORK_WAKE};
    PickList *list = picking->list;
    for (size_t i = 0; i < ARRAY_LEN(works) * list->count; i++) {
        Pick *pick = &list->items[i % list->count];
        const Candidate *candidate = pick->candidate;
        const int32_t more_s = between_s(list, picking->shape, *pick);
        if (candidate->work != works[i / list->count] || list->most_s >= picking->target_s ||
            list->least_s + candidate->least_s + more_s > picking->target_s || !pick_is_gentle(list, candidate))
            continue;
        pick->rounds = PICK_ROUNDS;
        add_seconds(list, candidate, more_s);
    }
}

static void put_in_order(PickList *list, const Shape *shape)
{
    for (size_t i = 1; i < list->count; i++) {
        const Pick pick = list->items[i];
        size_t k = i;
        for (; k > 0 && compare(shape, &list->items[k - 1], &pick) > 0; k--)
            list->items[k] = list->items[k - 1];
        list->items[k] = pick;
    }
}

static void add_ways(PickList *list)
{
    for (size_t i = 1; i < list->count; i++) {
        const int32_t way_s = pick_way_s(list, i) * list->items[i].rounds;
        list->least_s += way_s;
        list->usual_s += way_s;
        list->most_s += way_s;
    }
}

int32_t pick_way_s(const PickList *list, size_t index)
{
    return index > 0 && list->items[index].leg != list->items[index - 1].leg ? PICK_WAY_S : 0;
}

void pick_moves(PickList *list, const CandidateList *candidates, const WordList *areas, const Journey *journey,
                const Shape *shape, int32_t target_s)
{
    *list = (PickList){.journey = *journey};
    Picking picking = {list, candidates, shape, target_s};
    bool is_fruitful = true;
    while (is_fruitful) {
        is_fruitful = false;
        for (size_t i = 0; i < SHAPE_TURNS; i++)
            is_fruitful = take_turn(&picking, areas, shape->turns[i]) || is_fruitful;
    }
    add_rounds(&picking);
    put_in_order(list, shape);
    add_ways(list);
}

size_t pick_run(const PickList *list, size_t first, const Shape *shape)
{
    size_t count = 1;
    while (list->items[first].rounds > 1 && first + count < list->count &&
           compare(shape, &list->items[first + count - 1], &list->items[first + count]) == 0)
        count++;
    return count;
}
