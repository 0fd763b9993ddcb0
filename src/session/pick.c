/* SPDX-License-Identifier: MIT */
#include "session/pick.h"

#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "routine/move.h"

enum { OVER_S = 30 };       /* the first move may be that much too long */
enum { LIKES_TECHNIQUE = 4, LIKES_MAIN_AREA = 4, LIKES_PRIORITY = 2, LIKES_NEW_AREA = 2, LIKES_NO_QUESTION = 3,
       LIKES_VARIETY = 3, LIKES_TOOL = 2, LIKES_SAME_TOOLS = 3 };

#define AREA_BIT(area) (UINT32_C(1) << (area))

/* One routine in the making. */
typedef struct Picking {
    PickList *list;
    const CandidateList *candidates;
    const Shape *shape;
    int32_t target_s;
} Picking;

bool pick_allows(const Move *move, int place)
{
    return place < 0 || move->where.count == 0 || memchr(move->where.items, place, move->where.count);
}

int32_t pick_prepare_s(const Move *move)
{
    return move->prepare_s == defaults_unsaid.prepare_s ? PICK_PREPARE_S : move->prepare_s;
}

static bool is_picked(const PickList *list, const Candidate *candidate)
{
    for (size_t i = 0; i < list->count; i++) {
        if (list->items[i].candidate == candidate)
            return true;
    }
    return false;
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
    const Technique technique = shape_technique(move);
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
        if (pick->area == area && shape_technique(pick->candidate->move) == technique)
            liking -= LIKES_VARIETY;
    }
    return liking;
}

static bool has_time(const Picking *picking, const Candidate *candidate)
{
    const PickList *list = picking->list;
    return list->least_s + candidate->least_s <= picking->target_s + (list->count == 0 ? OVER_S : 0);
}

/* The best move of that work for the area, or NULL. A breath is for all of the body. */
static const Candidate *find_best(const Picking *picking, Work work, int area, int *leg)
{
    const Candidate *best = NULL;
    int32_t best_liking = 0;
    for (size_t i = 0; i < picking->candidates->count; i++) {
        const Candidate *candidate = &picking->candidates->items[i];
        if (candidate->work != work || (work != WORK_BREATHE && !(candidate->areas & AREA_BIT(area))) ||
            is_picked(picking->list, candidate) || !has_time(picking, candidate))
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

static size_t count_picked(const PickList *list, Work work, int area)
{
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++) {
        const Pick *pick = &list->items[i];
        count += pick->candidate->work == work && (work == WORK_BREATHE || pick->area == area);
    }
    return count;
}

/* Gives each area its next move of that work; true where something was picked. */
static bool take_turn(Picking *picking, const WordList *areas, Work work)
{
    bool is_fruitful = false;
    for (size_t i = 0; i < areas->count; i++) {
        const int area = areas->items[i];
        int leg = 0;
        if (picking->list->usual_s >= picking->target_s || picking->list->count == PICK_LIMIT ||
            count_picked(picking->list, work, area) >= picking->shape->most[work])
            continue;
        const Candidate *best = find_best(picking, work, area, &leg);
        if (!best)
            continue;
        add(picking, best, area, leg);
        is_fruitful = true;
    }
    return is_fruitful;
}

/* A second round of what there is, the deep work first, where all of it once is not enough. */
static void add_rounds(Picking *picking)
{
    static const Work works[] = {WORK_DEEP, WORK_STRETCH, WORK_WARM, WORK_WAKE};
    PickList *list = picking->list;
    for (size_t i = 0; i < ARRAY_LEN(works); i++) {
        for (size_t k = 0; k < list->count; k++) {
            Pick *pick = &list->items[k];
            const Candidate *candidate = pick->candidate;
            const bool fits = list->least_s + candidate->least_s + PICK_BETWEEN_S <= picking->target_s;
            if (candidate->work != works[i] || list->most_s >= picking->target_s || !fits)
                continue;
            pick->rounds = PICK_ROUNDS;
            add_seconds(list, candidate, PICK_BETWEEN_S);
        }
    }
}

/* Negative where `one` is done before `other`: by kind of work, then by place, rounds first. */
static int compare(const Shape *shape, const Pick *one, const Pick *other)
{
    const int rank = shape->rank[one->candidate->work] - shape->rank[other->candidate->work];
    if (rank != 0)
        return rank;
    return one->leg != other->leg ? one->leg - other->leg : other->rounds - one->rounds;
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
}

size_t pick_run(const PickList *list, size_t first, const Shape *shape)
{
    size_t count = 1;
    while (list->items[first].rounds > 1 && first + count < list->count &&
           compare(shape, &list->items[first + count - 1], &list->items[first + count]) == 0)
        count++;
    return count;
}
