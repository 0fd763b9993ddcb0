/* SPDX-License-Identifier: MIT */
#include "compose/pick.h"

#include <string.h>

#include "base/macros.h"
#include "compose/arrange.h"
#include "compose/holds.h"
#include "compose/recipes.h"
#include "routine/filter.h"

/* clang-format off */
enum { LIKES_TECHNIQUE = 4, LIKES_MAIN_AREA = 4, LIKES_PRIORITY = 2, LIKES_NEW_AREA = 2, LIKES_NO_QUESTION = 3,
       LIKES_VARIETY = 3, LIKES_TOOL = 2, LIKES_SAME_TOOLS = 3, LIKES_WANTED = 12, LIKES_NAMED_TOOL = 6,
       LIKES_STILL = 3, LIKES_REST = 3, LIKES_ASKED = 8, LIKES_COMMON = 8 };
/* clang-format on */

enum {
    MINUTE_S = 60,
    STEPS_LEAST_S = 8 * 60, /* a routine of that length has all steps of its recipe */
    CLOSE_S = 30,           /* as near to the minutes as is good enough */

    FRICTION_LIMIT_S = 2 * 60, /* no side of a part of the body gets as much across the fibres */
    WAY_S = 5,                 /* to go to another place */
    WARM_UP_PART = 4,          /* the warm-up is at most one part of so many */
};

/* Places from standing to lying: the way down is easier than the way up. */
static const uint8_t way_down[] = {PLACE_OUTDOORS, PLACE_WALL,  PLACE_DESK, PLACE_DOORWAY,
                                   PLACE_CHAIR,    PLACE_FLOOR, PLACE_BED};

/* How a day may end. */
enum { ENDS = STANCE_BIT(STANCE_CHAIR) | STANCE_BIT(STANCE_SIDE) | STANCE_BIT(STANCE_BACK) };

/* How far a turn goes: at most so many moves of a work for an area. */
typedef struct Tier {
    uint8_t most[WORK_COUNT];
    bool is_wanted; /* only moves that the person's words want */
    bool is_packed; /* as long as all holds at their shortest leave time, instead of at their usual length */
} Tier;

/* In the order of Work: wake, warm, deep, stretch, use, breathe; the goal has its own limits too. */
/* clang-format off */
static const Tier step_tier = {{9, 9, 1, 1, 0, 9}, false, false}, packed_tier = {{9, 9, 1, 1, 0, 9}, false, true},
                  wanted_tier = {{9, 9, 3, 2, 0, 9}, true, false}, asked_tier = {{9, 9, 3, 2, 0, 9}, false, false},
                  more_tier = {{0, 0, 2, 1, 0, 0}, false, false}, full_tier = {{9, 9, 9, 9, 0, 9}, false, false},
                  use_tier = {{0, 0, 0, 0, 9, 0}, false, false};
/* clang-format on */

static const Pick *find(const PickList *list, const Candidate *candidate)
{
    for (size_t i = 0; i < list->count; i++) {
        if (list->items[i].candidate == candidate)
            return &list->items[i];
    }
    return NULL;
}

/* How long the warm-up may be beside work that takes so long. */
static int32_t warm_up_limit(const Picking *picking, const PickList *list, int32_t work_s)
{
    if (work_s == 0)
        return list->warm.most_s;
    return MIN_OF(picking->target_s / WARM_UP_PART, work_s / (WARM_UP_PART - 1));
}

/* The lengths of the list when its warm-up is no longer than it may be. */
static int32_t usual_s(const Picking *picking, const PickList *list)
{
    const int32_t work_s = list->lengths.usual_s - list->warm.usual_s;
    return work_s + MIN_OF(list->warm.usual_s, MAX_OF(list->warm.least_s, warm_up_limit(picking, list, work_s)));
}

static int32_t most_s(const Picking *picking, const PickList *list)
{
    const int32_t work_s = list->lengths.most_s - list->warm.most_s;
    return work_s + MIN_OF(list->warm.most_s, MAX_OF(list->warm.least_s, warm_up_limit(picking, list, work_s)));
}

/* Whether a candidate can be picked as that work for an area. Movement is the deep work of an easy area. */
static bool is_for(const Picking *picking, const Candidate *candidate, Work work, int area)
{
    const bool is_easy = picking->easy.calm & AREA_BIT(area) && picking->rules->closing != WORK_WAKE;
    if (candidate->work == WORK_BREATHE)
        return work == WORK_BREATHE;
    if (!(candidate->areas & AREA_BIT(area)))
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

/* Where the move may be done without turning round: what is done before it is not done at a later stop, nor what is
 * done after it at an earlier one. Sets the stop and the stance of *pick: a stop where its stance is there already,
 * else the first one, for a last breath the last one. False where there is none. */
static bool choose_stop(const PickList *list, const GoalRules *rules, Pick *pick)
{
    int first = 0, last = list->place_count - 1;
    const bool is_end = list->settles && pick->work == WORK_BREATHE;
    for (size_t i = 0; i < list->count; i++) {
        const int order = rules->rank[list->items[i].work] - rules->rank[pick->work];
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

/* How well it would go with what is there already. */
static int32_t liking_for(const PickList *list, const GoalRules *rules, const Pick *pick)
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
    if (!move->confirm)
        liking += LIKES_NO_QUESTION;
    liking -= candidate->is_last_resort ? LIKES_COMMON : 0;
    if (list->count > 0 && has_stance(list, pick->stop, STANCE_BIT(pick->stance)))
        liking += LIKES_STILL;
    if (list->settles && (pick->stance == STANCE_KNEELING || pick->stance == STANCE_FRONT))
        liking -= LIKES_REST;
    for (size_t i = 0; i < list->count; i++) {
        if (list->items[i].area == pick->area && list->items[i].candidate->technique == technique)
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

/* Whether there is time for it, and in the warm-up too where it is one. */
static bool is_time_for(const Picking *picking, const PickList *list, const Pick *pick)
{
    const int32_t least_s = pick->candidate->lengths.least_s;
    return list->lengths.least_s + least_s <= picking->target_s &&
           (!holds_is_warm_up(pick, picking->rules) ||
            list->warm.least_s + least_s <= picking->target_s / WARM_UP_PART);
}

/* The best move of that work for the area; false where there is none. A breath is for all of the body. */
static bool find_best(const Picking *picking, const PickList *list, const Tier *tier, Work work, int area, Pick *best)
{
    int32_t best_liking = 0;
    best->candidate = NULL;
    for (size_t i = 0; i < picking->count; i++) {
        const Candidate *candidate = &picking->candidates[i];
        Pick pick = {.candidate = candidate, .area = area, .work = work, .rounds = 1};
        if (!is_for(picking, candidate, work, area) || (tier->is_wanted && candidate->wanted == 0) ||
            find(list, candidate) || !is_time_for(picking, list, &pick) || !is_gentle(list, candidate) ||
            !choose_stop(list, picking->rules, &pick))
            continue;
        const int32_t liking = liking_for(list, picking->rules, &pick);
        if (best->candidate && liking <= best_liking)
            continue;
        *best = pick;
        best_liking = liking;
    }
    return best->candidate != NULL;
}

static size_t count_of(const PickList *list, Work work, int area)
{
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++) {
        const Pick *pick = &list->items[i];
        count += pick->work == work && (work == WORK_BREATHE || pick->area == area);
    }
    return count;
}

static void add_pick(const Picking *picking, PickList *list, const Pick *pick)
{
    const Lengths *lengths = &pick->candidate->lengths;
    list->liking += liking_for(list, picking->rules, pick);
    list->items[list->count++] = *pick;
    list->stances[pick->stop] |= STANCE_BIT(pick->stance);
    list->areas |= pick->candidate->areas;
    candidates_add_lengths(&list->lengths, lengths, 1, 0);
    if (holds_is_warm_up(pick, picking->rules))
        candidates_add_lengths(&list->warm, lengths, 1, 0);
}

/* Gives the area its next move of that work; true where something was picked. */
static bool take_turn(const Picking *picking, PickList *list, const Tier *tier, Work work, int area)
{
    Pick pick;
    const size_t most = MIN_OF(tier->most[work], picking->rules->most[work]);
    if ((!tier->is_packed && usual_s(picking, list) >= picking->target_s) || list->count == PICK_LIMIT ||
        count_of(list, work, area) >= most || !find_best(picking, list, tier, work, area, &pick))
        return false;
    add_pick(picking, list, &pick);
    return true;
}

/* Turns by turns, until no area gets anything more. */
static void take_turns(const Picking *picking, PickList *list, const Tier *tier, const WordList *areas)
{
    bool is_fruitful = true;
    while (is_fruitful) {
        is_fruitful = false;
        for (size_t i = 0; i < GOAL_RULES_TURNS; i++) {
            for (size_t k = 0; k < areas->count; k++)
                is_fruitful = take_turn(picking, list, tier, picking->rules->turns[i], areas->items[k]) || is_fruitful;
        }
    }
}

/* What a routine of that goal ends with, or one in bed. */
static void take_closing(const Picking *picking, PickList *list)
{
    const Work work = list->settles ? WORK_BREATHE : picking->rules->closing;
    for (size_t i = 0; i < picking->asked.count && work < WORK_COUNT; i++) {
        if (take_turn(picking, list, &packed_tier, work, picking->asked.items[i]))
            return;
    }
}

/* Each area that has moves which are wanted gets one, of the first work that it has one of. */
static void take_wanted(const Picking *picking, PickList *list)
{
    for (size_t k = 0; k < picking->asked.count; k++) {
        bool is_done = false;
        for (size_t i = 0; i < GOAL_RULES_TURNS && !is_done; i++)
            is_done = take_turn(picking, list, &wanted_tier, picking->rules->turns[i], picking->asked.items[k]);
    }
}

/* What the recipes of the areas say: the own work of each first, then what goes with it. Of a single area all of it is
 * there, if its holds are short. */
static void take_steps(const Picking *picking, PickList *list)
{
    const Tier *tier = picking->asked.count == 1 ? &packed_tier : &step_tier;
    for (int own = 1; own >= 0; own--) {
        for (size_t i = 0; i < picking->asked.count; i++) {
            const int area = picking->asked.items[i];
            const RecipeSteps *steps = &recipe_of(area)->steps;
            for (size_t k = 0; k < steps->count; k++) {
                const bool is_own = steps->items[k].area == area && steps->items[k].work == WORK_DEEP;
                if (is_own == (own == 1))
                    take_turn(picking, list, tier, steps->items[k].work, steps->items[k].area);
            }
        }
    }
}

/* Where an area asked for has nothing else, movement is its work. */
static void take_movement(const Picking *picking, PickList *list)
{
    for (size_t i = 0; i < picking->asked.count; i++) {
        const int area = picking->asked.items[i];
        if (count_of(list, WORK_DEEP, area) + count_of(list, WORK_STRETCH, area) == 0)
            take_turn(picking, list, &use_tier, WORK_USE, area);
    }
}

/* Movement after the work, where without it the routine would be too short. */
static void fill_with_movement(const Picking *picking, PickList *list)
{
    for (size_t i = 0; i < picking->all.count && most_s(picking, list) < picking->target_s - CLOSE_S;) {
        if (!take_turn(picking, list, &use_tier, WORK_USE, picking->all.items[i]))
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
        const Candidate *candidate = pick->candidate;
        const int32_t rest_s = between_s(list, picking->rules, *pick);
        const bool is_warm_up = holds_is_warm_up(pick, picking->rules);
        if (pick->work != works[i / list->count] || (is_warm_up && has_work) ||
            most_s(picking, list) >= picking->target_s ||
            list->lengths.least_s + candidate->lengths.least_s + rest_s > picking->target_s ||
            !is_gentle(list, candidate))
            continue;
        pick->rounds = PICK_ROUNDS;
        candidates_add_lengths(&list->lengths, &candidate->lengths, 1, rest_s);
        if (is_warm_up)
            candidates_add_lengths(&list->warm, &candidate->lengths, 1, rest_s);
    }
}

/* What the warm-up has too much beside so little work is done after it, the last first, or not at all. */
static void trim_warm_up(const Picking *picking, PickList *list)
{
    const int32_t limit_s = warm_up_limit(picking, list, list->lengths.most_s - list->warm.most_s);
    for (size_t i = list->count; i-- > 0 && list->warm.least_s > limit_s;) {
        Pick pick = list->items[i];
        if (!holds_is_warm_up(&pick, picking->rules))
            continue;
        candidates_add_lengths(&list->warm, &pick.candidate->lengths, -pick.rounds, 0);
        memmove(&list->items[i], &list->items[i + 1], (list->count - i - 1) * sizeof *list->items);
        list->count--;
        pick.work = WORK_USE;
        if (choose_stop(list, picking->rules, &pick))
            list->items[list->count++] = pick;
        else
            candidates_add_lengths(&list->lengths, &pick.candidate->lengths, -pick.rounds, 0);
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
    }
}

/* Picks until the time is full or nothing more may be had. */
static void pick_moves(const Picking *picking, PickList *list)
{
    take_closing(picking, list);
    if (picking->wanted->moves)
        take_wanted(picking, list);
    take_steps(picking, list);
    if (picking->wanted->moves)
        take_turns(picking, list, &wanted_tier, &picking->asked);
    take_movement(picking, list);
    take_turns(picking, list, &asked_tier, &picking->asked);
    take_turns(picking, list, &more_tier, &picking->more);
    take_turns(picking, list, &full_tier, &picking->all);
    fill_with_movement(picking, list);
    add_rounds(picking, list);
    trim_warm_up(picking, list);
    put_in_order(picking, list);
}

/* How good a list is for the request; the first difference decides, less is better. */
typedef struct Merit {
    int32_t parts[10];
} Merit;

/* Of the areas asked for, how many lack their work, and how many steps of their recipes are not there. */
static int32_t lack_of_work(const Picking *picking, const PickList *list)
{
    int32_t lack = 0;
    for (size_t i = 0; i < picking->asked.count; i++) {
        uint32_t works = 0;
        for (size_t k = 0; k < list->count; k++) {
            if (list->items[k].candidate->areas & AREA_BIT(picking->asked.items[i]))
                works |= UINT32_C(1) << list->items[k].work;
        }
        lack += works & (UINT32_C(1) << WORK_DEEP) ? 0 : works & (UINT32_C(1) << WORK_STRETCH) ? 1 : works ? 2 : 4;
    }
    return lack;
}

/* Of the first area's recipe, where there is time for all of it. */
static int32_t lack_of_steps(const Picking *picking, const PickList *list)
{
    int32_t lack = 0;
    const RecipeSteps *steps = &recipe_of(picking->asked.items[0])->steps;
    for (size_t k = 0; k < steps->count && picking->target_s >= STEPS_LEAST_S; k++) {
        const RecipeStep *step = &steps->items[k];
        bool is_there = false;
        for (size_t i = 0; i < list->count; i++)
            is_there = is_there || (list->items[i].candidate->move->areas.items[0] == step->area &&
                                    list->items[i].work == step->work);
        lack += !is_there;
    }
    return lack;
}

/* Two moves of deep work for the first area are better than one, where there is time. */
static int32_t lack_of_depth(const Picking *picking, const PickList *list)
{
    const int area = picking->asked.items[0];
    int32_t lack = picking->target_s >= STEPS_LEAST_S ? 2 : 1;
    for (size_t i = 0; i < list->count && lack > 0; i++)
        lack -= list->items[i].work == WORK_DEEP && list->items[i].candidate->move->areas.items[0] == area;
    return lack;
}

/* Whether no move uses a tool that was said for this routine, though one could. */
static bool lacks_named_tool(const Picking *picking, const PickList *list)
{
    bool is_possible = false;
    for (size_t i = 0; i < picking->count; i++)
        is_possible = is_possible || (picking->candidates[i].uses_named && picking->candidates[i].areas & list->asked);
    for (size_t i = 0; i < list->count; i++)
        is_possible = is_possible && !list->items[i].candidate->uses_named;
    return is_possible;
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
    for (size_t i = 0; i < picking->asked.count; i++)
        lack += (open & AREA_BIT(picking->asked.items[i])) != 0;
    return lack;
}

static bool has_stop(const PickList *list, int stop)
{
    for (size_t i = 0; i < list->count; i++) {
        if (list->items[i].stop == stop)
            return true;
    }
    return false;
}

static Merit merit_of(const Picking *picking, const PickList *list)
{
    const uint32_t places = picking->rules->places;
    const int32_t wanted_s = picking->target_s - CLOSE_S;
    int32_t changes = 0, ways_up = 0, strange = list->place_count;
    for (int stop = 0; stop < list->place_count; stop++)
        strange -= has_stop(list, stop);
    for (size_t i = 0; i < list->count; i++) {
        const int place = list->places[list->items[i].stop];
        const int before = i > 0 ? list->places[list->items[i - 1].stop] : place;
        changes += place != before;
        for (const uint8_t *above = way_down; *above != before; above++)
            ways_up += *above == place;
        strange += places && !(places & UINT32_C(1) << place);
    }
    return (Merit){{list->count == 0, lacks_named_tool(picking, list), MAX_OF(0, wanted_s - most_s(picking, list)),
                    lack_of_wanted(picking, list), strange, lack_of_work(picking, list) + lack_of_steps(picking, list),
                    changes, ways_up, lack_of_depth(picking, list),
                    LIKES_STILL * arrange_changes(list) - list->liking}};
}

static bool is_better(const Merit *one, const Merit *other)
{
    for (size_t i = 0; i < ARRAY_LEN(one->parts); i++) {
        if (one->parts[i] != other->parts[i])
            return one->parts[i] < other->parts[i];
    }
    return false;
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
    for (size_t i = 0; i < ARRAY_LEN(way_down) && before->place_count < most; i++) {
        PickList way = *before;
        /* Nobody is sent outdoors who did not ask for it. */
        bool is_open = places->count == 0 ? way_down[i] != PLACE_OUTDOORS : filter_has_word(places, way_down[i]);
        for (int k = 0; k < way.place_count; k++)
            is_open = is_open && way.places[k] != way_down[i];
        if (!is_open)
            continue;
        way.places[way.place_count++] = way_down[i];
        way.settles = picking->rules->settles || is_night(picking, &way);
        PickList list = way;
        pick_moves(picking, &list);
        const Merit merit = merit_of(picking, &list), best_merit = merit_of(picking, best);
        if (best->place_count == 0 || is_better(&merit, &best_merit))
            *best = list;
        try_ways(picking, &way, most, best);
    }
}

/* What is told of the moves that are not in it. */
static void look_at_rest(const Picking *picking, PickList *list)
{
    for (size_t i = 0; i < picking->count; i++) {
        const Candidate *candidate = &picking->candidates[i];
        const Pick *pick = find(list, candidate);
        Pick other = {.candidate = candidate, .work = candidate->work};
        list->fitting += candidate->areas != 0;
        list->possible |= candidate->areas;
        if (pick || choose_stop(list, picking->rules, &other))
            list->reachable |= candidate->areas;
        if (!pick || pick->rounds < PICK_ROUNDS)
            list->is_friction_full |= !is_gentle(list, candidate);
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
              warm_up_limit(&picking, best, best->lengths.most_s - best->warm.most_s));
    look_at_rest(&picking, best);
    return best;
}
