/* SPDX-License-Identifier: MIT */
#include "session/compose.h"

#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"
#include "routine/walk.h"
#include "session/blame.h"
#include "session/compose_text.h"
#include "session/lengths.h"

enum { USUAL_MINUTES = 10, MINUTES_FOR_AREA = 3, MINUTE_S = 60, CLOSE_S = 30 };

#define AREA_BIT(area) (UINT32_C(1) << (area))

/* Places from standing to lying: the way down is easier than the way up. */
static const uint8_t way_down[] = {PLACE_DESK, PLACE_WALL, PLACE_DOORWAY, PLACE_CHAIR, PLACE_FLOOR, PLACE_BED};

/* Where no area was named, nor is it known which is behind: those that most people feel first. */
static const uint8_t usual_order[] = {
    AREA_UPPER_BACK, AREA_HIPS,    AREA_CALVES,   AREA_SHOULDERS,    AREA_FEET,       AREA_HAMSTRINGS, AREA_GLUTES,
    AREA_CHEST,      AREA_QUADS,   AREA_NECK,     AREA_FOREARMS,     AREA_IT_BAND,    AREA_LATS,       AREA_LOWER_BACK,
    AREA_ADDUCTORS,  AREA_SHINS,   AREA_HANDS,    AREA_ROTATOR_CUFF, AREA_UPPER_ARMS, AREA_ACHILLES,   AREA_OUTER_SHINS,
    AREA_HEAD,       AREA_JAW,     AREA_KNEES,    AREA_ABDOMEN,
};

typedef struct Composing {
    Arena arena;
    const ComposeWish *wish;
    const Shape *shape;
    int32_t minutes;
    WordList areas;           /* in the order of their turns */
    CandidateList candidates;
} Composing;

static void set_seconds(Candidate *candidate)
{
    const Move *move = candidate->move;
    const Routine usual = {.switch_s = PICK_SWITCH_S};
    const int32_t sides = move->sides == SIDES_BOTH ? 2 : 1;
    int32_t set_up_s = walk_move_seconds(&usual, move, move->sides) - move->prepare_s + pick_prepare_s(move);
    for (size_t i = 0; i < move->phase_count; i++) {
        const Leeway *leeway = &candidate->holds[i];
        set_up_s -= sides * move->phases[i].hold.left_s;
        candidate->least_s += sides * leeway->least_s;
        candidate->usual_s += sides * leeway->usual_s;
        candidate->most_s += sides * leeway->most_s;
    }
    candidate->least_s += set_up_s;
    candidate->usual_s += set_up_s;
    candidate->most_s += set_up_s;
}

/* The order of the moves that are given does not matter to what is picked. */
static int compare_ids(const void *a, const void *b)
{
    const Candidate *one = a, *other = b;
    return strcmp(one->id, other->id);
}

/* The moves that suit the wish, with what they would do for its areas. */
static void gather(Composing *composing, const ComposeMove *moves, size_t count, bool phases_too)
{
    CandidateList *list = &composing->candidates;
    list->count = 0;
    list->items = arena_take_array(&composing->arena, count, sizeof *list->items);
    for (size_t i = 0; i < count; i++) {
        const Move *move = moves[i].move;
        Candidate candidate = {.id = moves[i].id, .move = move, .work = shape_work(move)};
        if (!blame_suits(move, composing->wish, 0))
            continue;
        for (size_t k = 0; k < composing->areas.count; k++) {
            const uint8_t area = composing->areas.items[k];
            if (memchr(move->areas.items, area, move->areas.count))
                candidate.areas |= AREA_BIT(area);
        }
        candidate.holds = leeway_of(&composing->arena, move, composing->shape, phases_too);
        if (!candidate.holds || (candidate.areas == 0 && candidate.work != WORK_BREATHE))
            continue;
        set_seconds(&candidate);
        list->items[list->count++] = candidate;
    }
    if (list->count > 1)
        qsort(list->items, list->count, sizeof *list->items, compare_ids);
}

/* The one that is further behind goes first: never, then the most days. */
static bool is_further_behind(const int32_t *days_since, uint8_t one, uint8_t other)
{
    if (days_since[one] < 0 || days_since[other] < 0)
        return days_since[one] < 0 && days_since[other] >= 0;
    return days_since[one] > days_since[other];
}

/* All areas that are asked for, those behind first. */
static void order_areas(Composing *composing)
{
    const ComposeWish *wish = composing->wish;
    const bool is_any = wish->areas.count == 0;
    const size_t count = is_any ? ARRAY_LEN(usual_order) : wish->areas.count;
    WordList *areas = &composing->areas;
    areas->count = 0;
    areas->items = arena_take_array(&composing->arena, count, sizeof *areas->items);
    for (size_t i = 0; i < count; i++) {
        const uint8_t area = is_any ? usual_order[i] : wish->areas.items[i];
        size_t at = areas->count++;
        for (; at > 0 && wish->days_since && is_further_behind(wish->days_since, area, areas->items[at - 1]); at--)
            areas->items[at] = areas->items[at - 1];
        areas->items[at] = area;
    }
}

static uint32_t possible_areas(const Composing *composing)
{
    uint32_t possible = 0;
    for (size_t i = 0; i < composing->candidates.count; i++)
        possible |= composing->candidates.items[i].areas;
    return possible;
}

/* The areas of `bits`, in the order of their turns. */
static WordList select_areas(Composing *composing, uint32_t bits, size_t most)
{
    const WordList *areas = &composing->areas;
    WordList chosen = {arena_take_array(&composing->arena, areas->count, sizeof *areas->items), 0};
    for (size_t i = 0; i < areas->count && chosen.count < most; i++) {
        if (bits & AREA_BIT(areas->items[i]))
            chosen.items[chosen.count++] = areas->items[i];
    }
    return chosen;
}

/* How good a list is for the wish; the first difference decides, less is better. */
typedef struct Merit { int32_t parts[7]; } Merit;

static int32_t lack_of_work(const Composing *composing, const PickList *list)
{
    int32_t lack = 0;
    for (size_t i = 0; i < composing->areas.count; i++) {
        const uint32_t bit = AREA_BIT(composing->areas.items[i]);
        uint32_t works = 0;
        for (size_t k = 0; k < list->count; k++) {
            if (list->items[k].candidate->areas & bit)
                works |= UINT32_C(1) << list->items[k].candidate->work;
        }
        lack += works & (UINT32_C(1) << WORK_DEEP) ? 0 : works & (UINT32_C(1) << WORK_STRETCH) ? 1 : works ? 2 : 4;
    }
    return lack;
}

static Merit merit_of(const Composing *composing, const PickList *list)
{
    const int32_t target_s = composing->minutes * MINUTE_S;
    const uint32_t places = composing->shape->places;
    int32_t changes = 0, ways_up = 0, strange = 0;
    const uint8_t *const end = way_down + ARRAY_LEN(way_down);
    for (size_t i = 0; i < list->count; i++) {
        const int place = list->journey.places[list->items[i].leg];
        const int before = i > 0 ? list->journey.places[list->items[i - 1].leg] : place;
        changes += place != before;
        for (const uint8_t *above = way_down; above < end && *above != before; above++)
            ways_up += *above == place;
        strange += places && !(places & UINT32_C(1) << place);
    }
    return (Merit){{list->count == 0, lack_of_work(composing, list),
                    MAX_OF(0, target_s - CLOSE_S - list->most_s + MINUTE_S - 1) / MINUTE_S,
                    changes, strange, ways_up, -list->liking}};
}

static bool is_better(const Merit *one, const Merit *other)
{
    for (size_t i = 0; i < ARRAY_LEN(one->parts); i++) {
        if (one->parts[i] != other->parts[i])
            return one->parts[i] < other->parts[i];
    }
    return false;
}

typedef struct Search {
    const Composing *composing;
    int32_t target_s;
    PickList best;
    Merit merit;
    bool has_best;
} Search;

static void try_journey(Search *search, const Journey *journey)
{
    const Composing *composing = search->composing;
    PickList list;
    pick_moves(&list, &composing->candidates, &composing->areas, journey, composing->shape, search->target_s);
    const Merit merit = merit_of(composing, &list);
    if (search->has_best && !is_better(&merit, &search->merit))
        return;
    search->best = list;
    search->merit = merit;
    search->has_best = true;
}

/* Every way through up to `legs` different places, those before being chosen. */
static void try_journeys(Search *search, const Journey *before, int legs)
{
    for (size_t i = 0; i < ARRAY_LEN(way_down) && before->count < legs; i++) {
        Journey journey = *before;
        const WordList *places = &search->composing->wish->places;
        bool is_open = places->count == 0 || memchr(places->items, way_down[i], places->count);
        for (int k = 0; k < before->count; k++)
            is_open = is_open && before->places[k] != way_down[i];
        if (!is_open)
            continue;
        journey.places[journey.count++] = way_down[i];
        try_journey(search, &journey);
        try_journeys(search, &journey, legs);
    }
}

/* The time to fill; where even the shortest move is longer than the time there is, it is the time. */
static int32_t target_of(const Composing *composing)
{
    int32_t shortest_s = INT32_MAX;
    for (size_t i = 0; i < composing->candidates.count; i++) {
        if (composing->candidates.items[i].areas != 0)
            shortest_s = MIN_OF(shortest_s, composing->candidates.items[i].least_s);
    }
    return MAX_OF(composing->minutes * MINUTE_S, shortest_s);
}

/* The best list for the wish with its lengths set; what is not close to the minutes is told by the distance. */
typedef struct Attempt {
    PickList list;
    WordList areas;
    uint32_t possible;        /* bits of Area: those that some move suits */
    int32_t seconds;
} Attempt;

static int32_t distance_of(const Composing *composing, const Attempt *attempt)
{
    return attempt->list.count > 0 ? abs(composing->minutes * MINUTE_S - attempt->seconds) : INT32_MAX;
}

static Attempt attempt(Composing *composing, const ComposeMove *moves, size_t count, bool phases_too)
{
    const ComposeWish *wish = composing->wish;
    Attempt made = {.possible = 0};
    order_areas(composing);
    gather(composing, moves, count, phases_too);
    made.possible = possible_areas(composing);
    if (made.possible == 0)
        return made;
    if (wish->areas.count == 0)
        composing->areas =
            select_areas(composing, made.possible, (size_t)MAX_OF(1, composing->minutes / MINUTES_FOR_AREA));
    Search search = {.composing = composing, .target_s = target_of(composing)};
    if (wish->place >= 0)
        try_journey(&search, &(Journey){{wish->place}, 1});
    else
        try_journeys(&search, &(Journey){{0}, 0}, composing->shape->stays ? 1 : PICK_LEGS);
    made.list = search.best;
    made.areas = composing->areas;
    made.seconds = lengths_fit(&composing->arena, &made.list, composing->shape, composing->minutes);
    return made;
}

static char *write_down(Composing *composing, const Attempt *made)
{
    composing->areas = made->areas;
    const Composition composition = {
        .wish = composing->wish, .shape = composing->shape, .list = &made->list, .areas = &composing->areas,
        .impossible = select_areas(composing, ~made->possible, AREA_COUNT),
        .left_out = select_areas(composing, made->possible & ~made->list.areas, AREA_COUNT),
        .minutes = composing->minutes, .seconds = made->seconds,
    };
    return compose_text(&composition);
}

/* Phases are only written anew where that makes it meet the time, or keeps it from being too long. */
static char *compose(Composing *composing, const ComposeMove *moves, size_t count, char **problem)
{
    const Attempt plain = attempt(composing, moves, count, false);
    if (distance_of(composing, &plain) <= CLOSE_S)
        return write_down(composing, &plain);
    const Attempt finer = attempt(composing, moves, count, true);
    const int32_t distance_s = distance_of(composing, &finer);
    const bool is_too_long = plain.list.count == 0 || plain.seconds > composing->minutes * MINUTE_S;
    const bool is_finer = distance_s <= CLOSE_S || (is_too_long && distance_s < distance_of(composing, &plain));
    const Attempt *best = is_finer ? &finer : &plain;
    if (best->list.count > 0)
        return write_down(composing, best);
    *problem = blame_all(moves, count, composing->wish, &composing->wish->areas);
    return NULL;
}

char *compose_routine(const ComposeMove *moves, size_t count, const ComposeWish *wish, char **problem)
{
    Composing composing = {.wish = wish, .shape = shape_of(wish->goal)};
    composing.minutes = wish->minutes == 0 ? USUAL_MINUTES
                        : MIN_OF(MAX_OF(wish->minutes, COMPOSE_LEAST_MINUTES), COMPOSE_MOST_MINUTES);
    char *text = compose(&composing, moves, count, problem);
    arena_release(&composing.arena);
    return text;
}
