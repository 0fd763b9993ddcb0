/* SPDX-License-Identifier: MIT */
#include "compose/compose.h"

#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"
#include "compose/match.h"
#include "compose/pick.h"
#include "compose/write.h"
#include "routine/sequence.h"

/* How long each move of a routine that is put together is held, so that the whole of it lasts the time. */

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

/* Makes a move of each pick, in the arena. Returns the seconds of it all: the most it may take where that is less than
 * the minutes, the least where that is more, else the minutes but for what the steps of its holds leave over. */
static int32_t length_fit(Arena *arena, PickList *list, int32_t minutes)
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

/* Whether no hold could be longer, even if all phases were written anew. */
static bool lengths_are_most(Arena *arena, const PickList *list, const Shape *shape)
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

enum { USUAL_MINUTES = 10, MINUTES_FOR_AREA = 3, CLOSE_S = 30 };

#define AREA_BIT(area) (UINT32_C(1) << (area))

/* Places from standing to lying: the way down is easier than the way up. */
static const uint8_t way_down[] = {PLACE_DESK, PLACE_WALL, PLACE_DOORWAY, PLACE_CHAIR, PLACE_FLOOR, PLACE_BED};

/* Where no area was named, nor is it known which is behind: those that most people feel first. */
static const uint8_t usual_order[] = {
    AREA_UPPER_BACK, AREA_HIPS,  AREA_CALVES, AREA_SHOULDERS,    AREA_FEET,       AREA_HAMSTRINGS, AREA_GLUTES,
    AREA_CHEST,      AREA_QUADS, AREA_NECK,   AREA_FOREARMS,     AREA_IT_BAND,    AREA_LATS,       AREA_LOWER_BACK,
    AREA_ADDUCTORS,  AREA_SHINS, AREA_HANDS,  AREA_ROTATOR_CUFF, AREA_UPPER_ARMS, AREA_ACHILLES,   AREA_OUTER_SHINS,
    AREA_HEAD,       AREA_JAW,   AREA_KNEES,  AREA_ABDOMEN,
};

typedef struct Composing {
    Arena arena;
    const ComposeRequest *request;
    const Shape *shape;
    int32_t minutes;
    WordList areas; /* in the order of their turns */
    CandidateList candidates;
} Composing;

static void set_seconds(Candidate *candidate)
{
    const Move *move = candidate->move;
    const Routine usual = {.switch_s = PICK_SWITCH_S};
    const int32_t sides = move->sides == SIDES_BOTH ? 2 : 1;
    int32_t set_up_s = sequence_move_seconds(&usual, move, move->sides) - move->prepare_s + pick_prepare_s(move);
    for (size_t i = 0; i < move->phase_count; i++) {
        const Leeway *leeway = &candidate->holds[i];
        set_up_s -= sides * move->phases[i].hold.left_s;
        candidate->least_s += sides * leeway->least_s;
        candidate->usual_s += sides * leeway->usual_s;
        candidate->most_s += sides * leeway->most_s;
        if (move->phases[i].technique == TECHNIQUE_CROSS_FRICTION)
            candidate->friction_s += leeway->most_s;
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
        Candidate candidate = {
            .id = moves[i].id, .move = move, .work = shape_work(move), .technique = shape_technique(move)};
        if (!match_suits(move, composing->request, 0))
            continue;
        for (size_t k = 0; k < composing->areas.count; k++) {
            const uint8_t area = composing->areas.items[k];
            if (pick_is_for(move, area))
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
    const ComposeRequest *request = composing->request;
    const bool is_any = request->areas.count == 0;
    const size_t count = is_any ? ARRAY_LEN(usual_order) : request->areas.count;
    WordList *areas = &composing->areas;
    areas->count = 0;
    areas->items = arena_take_array(&composing->arena, count, sizeof *areas->items);
    for (size_t i = 0; i < count; i++) {
        const uint8_t area = is_any ? usual_order[i] : request->areas.items[i];
        size_t at = areas->count++;
        for (; at > 0 && request->days_since && is_further_behind(request->days_since, area, areas->items[at - 1]);
             at--)
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

/* The areas of `bits`, in their order. */
static WordList select_areas(Arena *arena, const WordList *areas, uint32_t bits, size_t most)
{
    WordList chosen = {arena_take_array(arena, areas->count, sizeof *areas->items), 0};
    for (size_t i = 0; i < areas->count && chosen.count < most; i++) {
        if (bits & AREA_BIT(areas->items[i]))
            chosen.items[chosen.count++] = areas->items[i];
    }
    return chosen;
}

/* How good a list is for the wish; the first difference decides, less is better. */
typedef struct Merit {
    int32_t parts[7];
} Merit;

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
    return (Merit){{list->count == 0, MAX_OF(0, target_s - CLOSE_S - list->most_s), lack_of_work(composing, list),
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

typedef struct ComposeSearch {
    const Composing *composing;
    int32_t target_s;
    PickList best;
    Merit merit;
    bool has_best;
} ComposeSearch;

static void try_journey(ComposeSearch *search, const Journey *journey)
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
static void try_journeys(ComposeSearch *search, const Journey *before, int legs)
{
    for (size_t i = 0; i < ARRAY_LEN(way_down) && before->count < legs; i++) {
        Journey journey = *before;
        const WordList *places = &search->composing->request->places;
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

/* The best list for the wish with its lengths set. */
typedef struct Attempt {
    PickList list;
    WordList areas;
    CandidateList candidates;
    int32_t target_s, seconds;
} Attempt;

static Attempt attempt(Composing *composing, const ComposeMove *moves, size_t count, bool phases_too, bool all_areas)
{
    const ComposeRequest *request = composing->request;
    order_areas(composing);
    gather(composing, moves, count, phases_too);
    const uint32_t possible = possible_areas(composing);
    if (possible == 0)
        return (Attempt){.seconds = 0};
    const size_t good_for = (size_t)MAX_OF(1, composing->minutes / MINUTES_FOR_AREA);
    if (request->areas.count == 0)
        composing->areas = select_areas(&composing->arena, &composing->areas, possible,
                                        all_areas ? AREA_COUNT : good_for);
    ComposeSearch search = {.composing = composing, .target_s = target_of(composing)};
    if (request->place >= 0)
        try_journey(&search, &(Journey){{request->place}, 1});
    else
        try_journeys(&search, &(Journey){{0}, 0}, composing->shape->stays ? 1 : PICK_LEGS);
    const int32_t seconds = length_fit(&composing->arena, &search.best, composing->minutes);
    return (Attempt){search.best, composing->areas, composing->candidates, search.target_s, seconds};
}

/* What fits into the time beats what does not; then the longer one is better, of two that are too long the shorter. */
static bool is_nearer(const Composing *composing, const Attempt *one, const Attempt *other)
{
    const int32_t most_s = composing->minutes * MINUTE_S + CLOSE_S;
    if (one->list.count == 0 || other->list.count == 0)
        return one->list.count > 0;
    if (one->seconds <= most_s && other->seconds <= most_s)
        return one->seconds > other->seconds;
    return one->seconds < other->seconds;
}

/* Which of the moves that fit are not in it, and why, and which areas that leaves out. */
static void say_barred(Composition *composition, const Attempt *made, ComposeNotes *notes)
{
    const uint32_t worked = made->list.areas;
    uint32_t areas[PICK_BAR_COUNT] = {0};
    for (size_t i = 0; i < made->candidates.count; i++) {
        const Candidate *candidate = &made->candidates.items[i];
        const Pick *pick = pick_find(&made->list, candidate);
        composition->fitting += candidate->areas != 0;
        if (pick) {
            composition->is_friction_full |= pick->rounds < PICK_ROUNDS && !pick_is_gentle(&made->list, candidate);
            continue;
        }
        const PickBar bar = pick_bar(&made->list, candidate, composition->shape, made->target_s);
        composition->barred[bar] += candidate->areas != 0;
        areas[bar] |= candidate->areas;
    }
    composition->is_longest = lengths_are_most(&notes->arena, &made->list, composition->shape);
    composition->is_friction_full |= composition->barred[PICK_FRICTION] > 0 || !composition->is_longest;
    const uint32_t late = areas[PICK_NO_TIME] & ~worked, possible = late | areas[PICK_NO_PLACE] | worked;
    notes->impossible = select_areas(&notes->arena, &made->areas, ~possible, AREA_COUNT);
    notes->no_time = select_areas(&notes->arena, &made->areas, late, AREA_COUNT);
    notes->no_place = select_areas(&notes->arena, &made->areas, possible & ~late & ~worked, AREA_COUNT);
}

static char *write_down(const Composing *composing, const ComposeMove *moves, size_t count, const Attempt *made,
                        ComposeNotes *notes)
{
    Composition composition = {
        .request = composing->request,
        .shape = composing->shape,
        .list = &made->list,
        .areas = &made->areas,
        .seconds = made->seconds,
        .more = match_more(moves, count, composing->request),
    };
    notes->minutes = composing->minutes;
    say_barred(&composition, made, notes);
    return write_composition(&composition, notes);
}

/* Phases are only written anew, and more areas than the time is good for only worked, where that comes nearer to the
 * time. For more minutes each try is as long or longer, so that the longest of them is too. */
static Attempt best_attempt(Composing *composing, const ComposeMove *moves, size_t count)
{
    const int tries = composing->request->areas.count == 0 ? 4 : 2;
    Attempt best = {.seconds = 0};
    for (int i = 0; i < tries && abs(composing->minutes * MINUTE_S - best.seconds) > CLOSE_S; i++) {
        const Attempt next = attempt(composing, moves, count, i & 1, i & 2);
        if (is_nearer(composing, &next, &best))
            best = next;
    }
    return best;
}

char *compose_routine(const ComposeMove *moves, size_t count, const ComposeRequest *request, ComposeNotes *notes,
                      char **problem)
{
    char *text = NULL;
    ComposeNotes unread = {.minutes = 0};
    Composing composing = {.request = request, .shape = shape_of(request->goal)};
    composing.minutes = request->minutes == 0
                            ? USUAL_MINUTES
                            : MIN_OF(MAX_OF(request->minutes, COMPOSE_LEAST_MINUTES), COMPOSE_MOST_MINUTES);
    const Attempt best = best_attempt(&composing, moves, count);
    if (best.list.count > 0)
        text = write_down(&composing, moves, count, &best, notes ? notes : &unread);
    else
        *problem = match_explain_none(moves, count, request);
    arena_release(&composing.arena);
    arena_release(&unread.arena);
    return text;
}
