/* SPDX-License-Identifier: MIT */
#include "compose/pick.h"

#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "compose/match.h"
#include "routine/filter.h"
#include "routine/timeline.h"

/* clang-format off */
enum { LIKES_TECHNIQUE = 4, LIKES_MAIN_AREA = 4, LIKES_PRIORITY = 2, LIKES_NEW_AREA = 2, LIKES_NO_QUESTION = 3,
       LIKES_VARIETY = 3, LIKES_TOOL = 2, LIKES_SAME_TOOLS = 3, LIKES_WANTED = 12 };
/* clang-format on */

enum {
    MINUTE_S = 60,
    CLOSE_S = 30,              /* as near to the minutes as is good enough */
    AREA_MINUTES = 3,          /* of a request for no area, each that is worked takes so much of the time */
    FRICTION_LIMIT_S = 2 * 60, /* no side of a part of the body gets as much across the fibres */
    WAY_S = 5,                 /* to go to another place */
};

#define AREA_BIT(area) (UINT32_C(1) << (area))

/* Places from standing to lying: the way down is easier than the way up. */
static const uint8_t way_down[] = {PLACE_OUTDOORS, PLACE_DESK,  PLACE_WALL, PLACE_DOORWAY,
                                   PLACE_CHAIR,    PLACE_FLOOR, PLACE_BED};

/* Where no area was named, nor is it known which is behind: those that most people feel first. */
static const uint8_t usual_order[] = {
    AREA_UPPER_BACK, AREA_HIPS,  AREA_CALVES, AREA_SHOULDERS,    AREA_FEET,       AREA_HAMSTRINGS, AREA_GLUTES,
    AREA_CHEST,      AREA_QUADS, AREA_NECK,   AREA_FOREARMS,     AREA_IT_BAND,    AREA_LATS,       AREA_LOWER_BACK,
    AREA_ADDUCTORS,  AREA_SHINS, AREA_HANDS,  AREA_ROTATOR_CUFF, AREA_UPPER_ARMS, AREA_ACHILLES,   AREA_OUTER_SHINS,
    AREA_HEAD,       AREA_JAW,   AREA_KNEES,  AREA_ABDOMEN,
};

/* What every list for a request is made from. */
typedef struct Picking {
    const ComposeRequest *request;
    const GoalRules *rules;
    const Wanted *wanted;
    Candidate *candidates;
    size_t count;
    WordList areas; /* in the order of their turns */
    int32_t target_s;
} Picking;

static void add_lengths(Lengths *sum, const Lengths *more, int32_t times, int32_t also_s)
{
    sum->least_s += times * more->least_s + also_s;
    sum->usual_s += times * more->usual_s + also_s;
    sum->most_s += times * more->most_s + also_s;
}

static int32_t sides_of(const Move *move)
{
    return move->sides == SIDES_BOTH ? 2 : 1;
}

static const Pick *find(const PickList *list, const Candidate *candidate)
{
    for (size_t i = 0; i < list->count; i++) {
        if (list->items[i].candidate == candidate)
            return &list->items[i];
    }
    return NULL;
}

/* The first stop where the move may be done without turning round: what is done before it is not done at a later one,
 * nor what is done after it at an earlier one. -1 where there is none. */
static int stop_for(const PickList *list, const Candidate *candidate, const GoalRules *rules)
{
    const WordList *where = &candidate->move->where;
    int first = 0, last = list->place_count - 1;
    for (size_t i = 0; i < list->count; i++) {
        const Pick *pick = &list->items[i];
        const int order = rules->rank[pick->candidate->work] - rules->rank[candidate->work];
        if (order < 0)
            first = MAX_OF(first, pick->stop);
        else if (order > 0)
            last = MIN_OF(last, pick->stop);
    }
    for (int stop = first; stop <= last; stop++) {
        if (where->count == 0 || filter_has_word(where, list->places[stop]))
            return stop;
    }
    return -1;
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
static int32_t liking_for(const PickList *list, const GoalRules *rules, const Candidate *candidate, int area)
{
    const Move *move = candidate->move;
    const Technique technique = candidate->technique;
    int32_t liking = LIKES_PRIORITY * (3 - move->priority) + liking_of_tools(list, &move->tools) +
                     LIKES_WANTED * candidate->wanted;
    if (technique != TECHNIQUE_NONE)
        liking += LIKES_TECHNIQUE * rules->liking[technique];
    for (uint32_t fresh = candidate->areas & ~list->areas; fresh; fresh &= fresh - 1)
        liking += LIKES_NEW_AREA;
    if (move->areas.items[0] == area)
        liking += LIKES_MAIN_AREA;
    if (!move->confirm)
        liking += LIKES_NO_QUESTION;
    for (size_t i = 0; i < list->count; i++) {
        if (list->items[i].area == area && list->items[i].candidate->technique == technique)
            liking -= LIKES_VARIETY;
    }
    return liking;
}

/* Whether one more round of the move leaves cross-friction below its limit on each part of the body. */
static bool is_gentle(const PickList *list, const Candidate *candidate)
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

/* The best move of that work for the area, or NULL. A breath is for all of the body. */
static const Candidate *find_best(const Picking *picking, const PickList *list, Work work, int area, bool is_wanted,
                                  int *stop)
{
    const Candidate *best = NULL;
    int32_t best_liking = 0;
    for (size_t i = 0; i < picking->count; i++) {
        const Candidate *candidate = &picking->candidates[i];
        if (candidate->work != work || (is_wanted && candidate->wanted == 0) ||
            (work != WORK_BREATHE && !(candidate->areas & AREA_BIT(area))) || find(list, candidate) ||
            list->lengths.least_s + candidate->lengths.least_s > picking->target_s || !is_gentle(list, candidate))
            continue;
        const int stop_here = stop_for(list, candidate, picking->rules);
        const int32_t liking = liking_for(list, picking->rules, candidate, area);
        if (stop_here < 0 || (best && liking <= best_liking))
            continue;
        best = candidate;
        best_liking = liking;
        *stop = stop_here;
    }
    return best;
}

static bool has_enough(const PickList *list, const GoalRules *rules, Work work, int area)
{
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++) {
        const Pick *pick = &list->items[i];
        count += pick->candidate->work == work && (work == WORK_BREATHE || pick->area == area);
    }
    return count >= rules->most[work];
}

/* Gives each area its next move of that work, with `is_wanted` only one that is wanted; true where something was
 * picked. */
static bool take_turn(const Picking *picking, PickList *list, Work work, bool is_wanted)
{
    bool is_fruitful = false;
    for (size_t i = 0; i < picking->areas.count; i++) {
        const int area = picking->areas.items[i];
        int stop = 0;
        if (list->lengths.usual_s >= picking->target_s || list->count == PICK_LIMIT ||
            has_enough(list, picking->rules, work, area))
            continue;
        const Candidate *best = find_best(picking, list, work, area, is_wanted, &stop);
        if (!best)
            continue;
        list->liking += liking_for(list, picking->rules, best, area);
        list->items[list->count++] = (Pick){.candidate = best, .area = area, .stop = stop, .rounds = 1};
        list->areas |= best->areas;
        add_lengths(&list->lengths, &best->lengths, 1, 0);
        is_fruitful = true;
    }
    return is_fruitful;
}

/* Negative where `one` is done before `other`: by kind of work, then by place, rounds first. */
static int compare(const GoalRules *rules, const Pick *one, const Pick *other)
{
    const int rank = rules->rank[one->candidate->work] - rules->rank[other->candidate->work];
    if (rank != 0)
        return rank;
    return one->stop != other->stop ? one->stop - other->stop : other->rounds - one->rounds;
}

/* Between the rounds of a run there is one rest, however many moves it has. */
static int32_t between_s(const PickList *list, const GoalRules *rules, Pick pick)
{
    pick.rounds = PICK_ROUNDS;
    for (size_t i = 0; i < list->count; i++) {
        if (compare(rules, &list->items[i], &pick) == 0)
            return 0;
    }
    return PICK_BETWEEN_S;
}

/* A second round of what there is, the deep work first, where all of it once is not enough. */
static void add_rounds(const Picking *picking, PickList *list)
{
    static const Work works[] = {WORK_DEEP, WORK_STRETCH, WORK_WARM, WORK_WAKE};
    for (size_t i = 0; i < ARRAY_LEN(works) * list->count; i++) {
        Pick *pick = &list->items[i % list->count];
        const Candidate *candidate = pick->candidate;
        const int32_t rest_s = between_s(list, picking->rules, *pick);
        if (candidate->work != works[i / list->count] || list->lengths.most_s >= picking->target_s ||
            list->lengths.least_s + candidate->lengths.least_s + rest_s > picking->target_s ||
            !is_gentle(list, candidate))
            continue;
        pick->rounds = PICK_ROUNDS;
        add_lengths(&list->lengths, &candidate->lengths, 1, rest_s);
    }
}

static void put_in_order(PickList *list, const GoalRules *rules)
{
    for (size_t i = 1; i < list->count; i++) {
        const Pick pick = list->items[i];
        size_t k = i;
        for (; k > 0 && compare(rules, &list->items[k - 1], &pick) > 0; k--)
            list->items[k] = list->items[k - 1];
        list->items[k] = pick;
    }
    for (size_t i = 0; i < list->count; i++) {
        Pick *pick = &list->items[i];
        const int32_t way_s = i > 0 && pick->stop != list->items[i - 1].stop ? WAY_S : 0;
        pick->prepare_s = pick->candidate->move->prepare_s + way_s;
        add_lengths(&list->lengths, &(Lengths){0}, 0, way_s * pick->rounds);
    }
}

static void take_turns(const Picking *picking, PickList *list, bool is_wanted)
{
    bool is_fruitful = true;
    while (is_fruitful) {
        is_fruitful = false;
        for (size_t i = 0; i < GOAL_RULES_TURNS; i++)
            is_fruitful = take_turn(picking, list, picking->rules->turns[i], is_wanted) || is_fruitful;
    }
}

/* Picks until the time is full or nothing more may be had. */
static void pick_moves(const Picking *picking, PickList *list)
{
    if (picking->wanted->moves)
        take_turns(picking, list, true);
    take_turns(picking, list, false);
    add_rounds(picking, list);
    put_in_order(list, picking->rules);
}

/* How good a list is for the request; the first difference decides, less is better. */
typedef struct Merit {
    int32_t parts[8];
} Merit;

static int32_t lack_of_work(const Picking *picking, const PickList *list)
{
    int32_t lack = 0;
    for (size_t i = 0; i < picking->areas.count; i++) {
        uint32_t works = 0;
        for (size_t k = 0; k < list->count; k++) {
            if (list->items[k].candidate->areas & AREA_BIT(picking->areas.items[i]))
                works |= UINT32_C(1) << list->items[k].candidate->work;
        }
        lack += works & (UINT32_C(1) << WORK_DEEP) ? 0 : works & (UINT32_C(1) << WORK_STRETCH) ? 1 : works ? 2 : 4;
    }
    return lack;
}

/* The areas that there are wanted moves for, but none in the list. */
static int32_t lack_of_wanted(const Picking *picking, const PickList *list)
{
    uint32_t open = 0;
    int32_t lack = 0;
    for (size_t i = 0; i < picking->count; i++)
        open |= picking->candidates[i].wanted > 0 ? picking->candidates[i].areas : 0;
    for (size_t i = 0; i < list->count; i++)
        open &= list->items[i].candidate->wanted > 0 ? ~list->items[i].candidate->areas : UINT32_MAX;
    for (size_t i = 0; i < picking->areas.count; i++)
        lack += (open & AREA_BIT(picking->areas.items[i])) != 0;
    return lack;
}

static Merit merit_of(const Picking *picking, const PickList *list)
{
    const uint32_t places = picking->rules->places;
    const int32_t wanted_s = picking->target_s - CLOSE_S;
    int32_t changes = 0, ways_up = 0, strange = 0;
    for (size_t i = 0; i < list->count; i++) {
        const int place = list->places[list->items[i].stop];
        const int before = i > 0 ? list->places[list->items[i - 1].stop] : place;
        changes += place != before;
        for (const uint8_t *above = way_down; *above != before; above++)
            ways_up += *above == place;
        strange += places && !(places & UINT32_C(1) << place);
    }
    return (Merit){{list->count == 0, MAX_OF(0, wanted_s - list->lengths.most_s), lack_of_wanted(picking, list),
                    lack_of_work(picking, list), changes, strange, ways_up, -list->liking}};
}

static bool is_better(const Merit *one, const Merit *other)
{
    for (size_t i = 0; i < ARRAY_LEN(one->parts); i++) {
        if (one->parts[i] != other->parts[i])
            return one->parts[i] < other->parts[i];
    }
    return false;
}

/* Tries every way through up to `most` different places that begins as `before` does; keeps the best list. */
static void try_ways(const Picking *picking, const PickList *before, int most, PickList *best)
{
    const WordList *places = &picking->request->places;
    for (size_t i = 0; i < ARRAY_LEN(way_down) && before->place_count < most; i++) {
        PickList way = *before;
        /* Nobody is sent outdoors who did not ask for it. */
        bool is_open = places->count == 0 ? way_down[i] != PLACE_OUTDOORS : filter_has_word(places, way_down[i]);
        for (int k = 0; k < way.place_count; k++)
            is_open = is_open && way.places[k] != way_down[i];
        if (!is_open)
            continue;
        way.places[way.place_count++] = way_down[i];
        PickList list = way;
        pick_moves(picking, &list);
        const Merit merit = merit_of(picking, &list), best_merit = merit_of(picking, best);
        if (best->place_count == 0 || is_better(&merit, &best_merit))
            *best = list;
        try_ways(picking, &way, most, best);
    }
}

/* How far a hold is on its way: from 0 at its least over 1000 at its usual to 2000 at its most. */
static int32_t progress_of(const HoldRange *range, int32_t hold_s)
{
    if (hold_s < range->usual_s)
        return 1000 * (hold_s - range->least_s) / (range->usual_s - range->least_s);
    return 1000 + 1000 * (hold_s - range->usual_s) / MAX_OF(1, range->most_s - range->usual_s);
}

/* Makes the hold longer that has come least far of those that there is time for; false where there is none. */
static bool lengthen_one(PickList *list, int32_t *spare_s)
{
    Pick *least = NULL;
    int32_t least_progress = 0, taken_s = 0;
    for (size_t i = 0; i < list->count; i++) {
        Pick *pick = &list->items[i];
        const HoldRange *range = &pick->candidate->hold;
        const int32_t progress = progress_of(range, pick->hold_s);
        const int32_t more_s = (goal_rules_longer(range, pick->hold_s) - pick->hold_s) * pick->rounds *
                               sides_of(pick->candidate->move);
        if (more_s == 0 || more_s > *spare_s || (least && progress >= least_progress))
            continue;
        least = pick;
        least_progress = progress;
        taken_s = more_s;
    }
    if (!least)
        return false;
    least->hold_s = goal_rules_longer(&least->candidate->hold, least->hold_s);
    *spare_s -= taken_s;
    return true;
}

/* Shares the time among the holds, so that all are as far on their ways from their least to their most. */
static void set_holds(PickList *list, int32_t limit_s)
{
    int32_t spare_s = limit_s - list->lengths.least_s;
    for (size_t i = 0; i < list->count; i++)
        list->items[i].hold_s = list->items[i].candidate->hold.least_s;
    while (lengthen_one(list, &spare_s))
        ;
    list->seconds = limit_s - spare_s;
}

/* The one that is further behind goes first: never, then the most days. */
static bool is_further_behind(const int32_t *days_since, uint8_t one, uint8_t other)
{
    if (days_since[one] < 0 || days_since[other] < 0)
        return days_since[one] < 0 && days_since[other] >= 0;
    return days_since[one] > days_since[other];
}

/* All areas that are asked for: of those that were named those behind first, then those of the person's words. */
static WordList order_areas(Arena *arena, const ComposeRequest *request, const Wanted *wanted)
{
    const bool is_any = wanted->areas.count == 0;
    const size_t count = is_any ? ARRAY_LEN(usual_order) : wanted->areas.count;
    const size_t sorted = is_any ? count : wanted->named;
    WordList areas = {arena_take_array(arena, count, sizeof *areas.items), 0};
    for (size_t i = 0; i < count; i++) {
        const uint8_t area = is_any ? usual_order[i] : wanted->areas.items[i];
        size_t at = areas.count++;
        for (; i < sorted && at > 0 && request->days_since &&
               is_further_behind(request->days_since, area, areas.items[at - 1]);
             at--)
            areas.items[at] = areas.items[at - 1];
        areas.items[at] = area;
    }
    return areas;
}

static Lengths lengths_of(const Candidate *candidate)
{
    const Move *move = candidate->move;
    const Lengths hold = {candidate->hold.least_s, candidate->hold.usual_s, candidate->hold.most_s};
    Lengths lengths = {0};
    int32_t held_s = 0; /* on a side, as written */
    for (size_t i = 0; i < move->phase_count; i++)
        held_s += move->phases[i].hold.left_s;
    add_lengths(&lengths, &hold, sides_of(move), timeline_move_seconds(move) - sides_of(move) * held_s);
    return lengths;
}

/* Across the fibres on a side, at most. */
static int32_t friction_of(const Candidate *candidate)
{
    const Move *move = candidate->move;
    int32_t friction_s = 0;
    for (size_t i = 0; i < move->phase_count; i++) {
        if (move->phases[i].technique == TECHNIQUE_CROSS_FRICTION)
            friction_s += move->phase_count == 1 ? candidate->hold.most_s : move->phases[i].hold.left_s;
    }
    return friction_s;
}

/* The moves that suit the request, with what they would do for its areas. */
static void gather(Picking *picking, Arena *arena, const ComposeMove *moves, size_t count)
{
    picking->candidates = arena_take_array(arena, count, sizeof *picking->candidates);
    for (size_t i = 0; i < count; i++) {
        const Move *move = moves[i].move;
        Candidate candidate = {.id = moves[i].id,
                               .move = move,
                               .work = goal_rules_work(move),
                               .technique = goal_rules_technique(move),
                               .wanted = picking->wanted->moves ? picking->wanted->moves[i] : 0};
        for (size_t k = 0; k < picking->areas.count; k++) {
            if (filter_has_word(&move->areas, picking->areas.items[k]))
                candidate.areas |= AREA_BIT(picking->areas.items[k]);
        }
        if ((match_obstacles(move, picking->request) & ~(uint32_t)MATCH_AREA) != 0 ||
            (candidate.areas == 0 && candidate.work != WORK_BREATHE))
            continue;
        goal_rules_hold(picking->rules, move, &candidate.hold);
        candidate.lengths = lengths_of(&candidate);
        candidate.friction_s = friction_of(&candidate);
        picking->candidates[picking->count++] = candidate;
    }
}

/* The areas of `bits` in their order, and the first ones, which were named, in any case. */
static WordList select_areas(Arena *arena, const WordList *areas, size_t named, uint32_t bits)
{
    WordList chosen = {arena_take_array(arena, areas->count, sizeof *areas->items), 0};
    for (size_t i = 0; i < areas->count; i++) {
        if (i < named || bits & AREA_BIT(areas->items[i]))
            chosen.items[chosen.count++] = areas->items[i];
    }
    return chosen;
}

/* What is told of the moves that are not in it. */
static void look_at_rest(const Picking *picking, PickList *list)
{
    for (size_t i = 0; i < picking->count; i++) {
        const Candidate *candidate = &picking->candidates[i];
        const Pick *pick = find(list, candidate);
        list->fitting += candidate->areas != 0;
        list->possible |= candidate->areas;
        if (pick || stop_for(list, candidate, picking->rules) >= 0)
            list->reachable |= candidate->areas;
        if (!pick || pick->rounds < PICK_ROUNDS)
            list->is_friction_full |= !is_gentle(list, candidate);
    }
}

/* The best list for the areas of the picking, its holds set. */
static PickList *make_list(Arena *arena, const Picking *picking, int32_t limit_s)
{
    PickList *best = arena_take(arena, sizeof *best);
    try_ways(picking, &(PickList){.count = 0}, picking->rules->stays ? 1 : PICK_PLACES, best);
    best->order = picking->areas;
    set_holds(best, limit_s);
    look_at_rest(picking, best);
    return best;
}

PickList *pick_best(Arena *arena, const ComposeMove *moves, size_t count, const ComposeRequest *request,
                    const Wanted *wanted, int32_t minutes)
{
    const int32_t limit_s = minutes * MINUTE_S;
    Picking picking = {.request = request, .rules = goal_rules_of(request->goal), .wanted = wanted};
    uint32_t possible = 0;
    int32_t shortest_s = INT32_MAX;
    picking.areas = order_areas(arena, request, wanted);
    gather(&picking, arena, moves, count);
    for (size_t i = 0; i < picking.count; i++) {
        possible |= picking.candidates[i].areas;
        if (picking.candidates[i].areas != 0)
            shortest_s = MIN_OF(shortest_s, picking.candidates[i].lengths.least_s);
    }
    if (possible == 0)
        return NULL;
    picking.target_s = MAX_OF(limit_s, shortest_s);

    /* Of areas that were not named, more than the time is good for are only worked where it would not be full else. */
    const WordList all = select_areas(arena, &picking.areas, wanted->named, possible);
    const size_t most = MAX_OF(wanted->named, (size_t)MAX_OF(1, minutes / AREA_MINUTES));
    picking.areas = (WordList){all.items, MIN_OF(all.count, most)};
    PickList *few = make_list(arena, &picking, limit_s);
    if (picking.areas.count == all.count || abs(few->seconds - limit_s) <= CLOSE_S)
        return few;
    picking.areas = all;
    PickList *many = make_list(arena, &picking, limit_s);
    return few->count == 0 || abs(many->seconds - limit_s) < abs(few->seconds - limit_s) ? many : few;
}

size_t pick_run(const PickList *list, size_t first, const GoalRules *rules)
{
    size_t count = 1;
    while (list->items[first].rounds > 1 && first + count < list->count &&
           compare(rules, &list->items[first + count - 1], &list->items[first + count]) == 0)
        count++;
    return count;
}
