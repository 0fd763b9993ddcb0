/* SPDX-License-Identifier: MIT */
#include "compose/candidates.h"

#include "base/macros.h"
#include "compose/health_ways.h"
#include "compose/limits.h"
#include "compose/match.h"
#include "compose/recipes.h"
#include "routine/filter.h"
#include "routine/timeline.h"

enum { MINUTE_S = 60 };
enum { BREATH_PART = 4, SHORT_BREATH_PART = 3, BREATH_S = 3 * 60 }; /* of the time, and what it is to be at the least */
enum { LONG_S = 20 * 60 };                                          /* with so much time it is as long as it can be */
enum { AREA_MINUTES = 3 }; /* of a request for no area, each that is worked takes so much of the time */

/* Where no area was named, nor is it known which is behind: those that most people feel first. */
static const uint8_t usual_order[] = {
    AREA_UPPER_BACK, AREA_HIPS,  AREA_CALVES, AREA_SHOULDERS,    AREA_FEET,       AREA_HAMSTRINGS, AREA_GLUTES,
    AREA_CHEST,      AREA_QUADS, AREA_NECK,   AREA_FOREARMS,     AREA_IT_BAND,    AREA_LATS,       AREA_LOWER_BACK,
    AREA_ADDUCTORS,  AREA_SHINS, AREA_HANDS,  AREA_ROTATOR_CUFF, AREA_UPPER_ARMS, AREA_ACHILLES,   AREA_OUTER_SHINS,
    AREA_HEAD,       AREA_JAW,   AREA_KNEES,  AREA_ABDOMEN,
};

/* The same for the end of the day: what the day was held with. */
static const uint8_t evening_order[] = {
    AREA_NECK,     AREA_LOWER_BACK, AREA_CALVES, AREA_HEAD,         AREA_HIPS,       AREA_UPPER_BACK, AREA_JAW,
    AREA_GLUTES,   AREA_FEET,       AREA_CHEST,  AREA_SHOULDERS,    AREA_HAMSTRINGS, AREA_ABDOMEN,    AREA_QUADS,
    AREA_FOREARMS, AREA_HANDS,      AREA_LATS,   AREA_ROTATOR_CUFF, AREA_ADDUCTORS,  AREA_UPPER_ARMS, AREA_SHINS,
    AREA_ACHILLES, AREA_IT_BAND,    AREA_KNEES,  AREA_OUTER_SHINS,
};

_Static_assert(ARRAY_LEN(usual_order) == AREA_COUNT && ARRAY_LEN(evening_order) == AREA_COUNT, "each area once");

void candidates_add_lengths(Lengths *sum, const Lengths *more, int32_t times, int32_t also_s)
{
    sum->least_s += times * more->least_s + also_s;
    sum->usual_s += times * more->usual_s + also_s;
    sum->most_s += times * more->most_s + also_s;
}

int32_t candidates_sides(const Move *move)
{
    return move->sides == SIDES_BOTH ? 2 : 1;
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
    const uint8_t *usual = goal_rules_of(request->goal)->settles ? evening_order : usual_order;
    const size_t count = is_any ? ARRAY_LEN(usual_order) : wanted->areas.count;
    const size_t sorted = is_any ? count : wanted->named;
    WordList areas = {arena_take_array(arena, count, sizeof *areas.items), 0};
    for (size_t i = 0; i < count; i++) {
        const uint8_t area = is_any ? usual[i] : wanted->areas.items[i];
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
    candidates_add_lengths(&lengths, &hold, candidates_sides(move),
                           timeline_move_seconds(move) - candidates_sides(move) * held_s);
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

/* Adds the area where the list does not have it yet. */
static void add_area(WordList *list, int area)
{
    if (!filter_has_word(list, area))
        list->items[list->count++] = (uint8_t)area;
}

static uint32_t bits_of(const WordList *areas)
{
    uint32_t bits = 0;
    for (size_t i = 0; i < areas->count; i++)
        bits |= AREA_BIT(areas->items[i]);
    return bits;
}

static WordList new_areas(Arena *arena)
{
    return (WordList){arena_take_array(arena, AREA_COUNT, sizeof(uint8_t)), 0};
}

/* Adds what the recipes of the areas asked for bring with them: `more` has what was asked for beside, as there is time.
 * Sets in which order all of it is done, and which of it is easy. */
static void read_recipes(Picking *picking, Arena *arena)
{
    const uint32_t asked = picking->asked_bits;
    uint32_t easy = 0, pressed = 0;
    WordList done = new_areas(arena);
    for (size_t i = 0; i < picking->asked.count; i++) {
        const Recipe *recipe = recipe_of(picking->asked.items[i]);
        uint32_t *brought = recipe->is_easy ? &easy : &pressed;
        for (size_t k = 0; k < recipe->steps.count; k++) {
            add_area(&done, recipe->steps.items[k].area);
            *brought |= AREA_BIT(recipe->steps.items[k].area);
        }
        for (size_t k = 0; k < recipe->with.count; k++)
            *brought |= AREA_BIT(recipe->with.items[k]);
        picking->easy.calm |= recipe->is_easy ? AREA_BIT(picking->asked.items[i]) : 0;
    }
    for (size_t i = 0; i < picking->more.count; i++)
        add_area(&done, picking->more.items[i]);
    for (size_t k = 0; k < AREA_COUNT; k++) {
        for (size_t i = 0; i < picking->asked.count; i++) {
            const RecipeAreas *with = &recipe_of(picking->asked.items[i])->with;
            if (k < with->count)
                add_area(&done, with->items[k]);
        }
    }
    /* Where a complaint forbids to press, or the health asks for it, movement is the work too. */
    picking->easy.calm |= limits_move_instead(picking->request) ? UINT32_MAX : limits_unpressed(picking->request);
    picking->easy.unpressed = easy & ~pressed & ~asked;
    picking->easy.calm |= picking->easy.unpressed;
    for (size_t i = 0; i < done.count; i++) {
        picking->ranks[done.items[i]] = (uint8_t)i;
        if (!(asked & AREA_BIT(done.items[i])))
            add_area(&picking->more, done.items[i]);
    }
    picking->all = new_areas(arena);
    for (size_t i = 0; i < picking->asked.count + picking->more.count; i++)
        add_area(&picking->all,
                 i < picking->asked.count ? picking->asked.items[i] : picking->more.items[i - picking->asked.count]);
}

/* Shares out the areas: as many as there is time for, and all that were named, are asked for. Where nothing may be done
 * for one of a person's words, what its recipe works beside it takes its place. */
static void share_areas(Picking *picking, Arena *arena, const WordList *areas, uint32_t possible, int32_t minutes)
{
    const size_t named = picking->wanted->named, most = MAX_OF(named, (size_t)MAX_OF(1, minutes / AREA_MINUTES));
    picking->asked = new_areas(arena);
    picking->more = new_areas(arena);
    for (size_t i = 0; i < areas->count; i++) {
        const int area = areas->items[i];
        const RecipeSteps *steps = &recipe_of(area)->steps;
        WordList *into = picking->asked.count < most ? &picking->asked : &picking->more;
        if (i < named || possible & AREA_BIT(area)) {
            add_area(into, area);
            continue;
        }
        for (size_t k = 0; k < steps->count; k++) {
            if (possible & AREA_BIT(steps->items[k].area))
                add_area(into, steps->items[k].area);
        }
    }
}

/* How the move is done at each place that the request leaves open, by the person's health. */
static void set_stances(Candidate *candidate, const ComposeRequest *request)
{
    const Move *move = candidate->move;
    /* Who asks for a chair, and nothing else, stays in it. */
    const bool is_seated = request->places.count == 1 && request->places.items[0] == PLACE_CHAIR;
    const StanceSet allowed = limits_stances(request, move) &
                              (StanceSet) ~(is_seated ? STANCE_BIT(STANCE_STANDING) : 0);
    for (int place = 0; place < PLACE_COUNT; place++) {
        const HealthWay *way = health_way_of(&request->health, candidate->id, place);
        if (way)
            candidate->is_held_back = false;
        if (move->where.count == 0 || filter_has_word(&move->where, place))
            candidate->stances[place] = (way ? way->stances : stance_at(move, place)) & allowed;
    }
}

/* Where a routine ends with a breath, that is a good part of it: three to five minutes, where there is so much time. */
static void set_breath(const Picking *picking, Candidate *candidate)
{
    HoldRange *hold = &candidate->hold;
    if (picking->rules->closing != WORK_BREATHE || candidate->technique != TECHNIQUE_BREATHE)
        return;
    const int32_t wanted_s = MAX_OF(picking->target_s / BREATH_PART,
                                    MIN_OF(BREATH_S, picking->target_s / SHORT_BREATH_PART));
    while (hold->least_s < MIN_OF(hold->most_s, wanted_s))
        hold->least_s = goal_rules_longer(hold, hold->least_s);
    hold->usual_s = picking->target_s >= LONG_S ? hold->most_s : MAX_OF(hold->least_s, hold->usual_s);
}

/* What is shunned is only held back where something else works the main one of its areas. */
static void hold_back(Picking *picking)
{
    uint32_t open = 0;
    for (size_t i = 0; i < picking->count; i++)
        open |= picking->candidates[i].is_held_back ? 0 : picking->candidates[i].areas;
    for (size_t i = 0; i < picking->count; i++) {
        Candidate *candidate = &picking->candidates[i];
        candidate->is_held_back = candidate->is_held_back && open & AREA_BIT(candidate->move->areas.items[0]);
    }
}

/* The moves that suit the request, with what they would do for its areas. */
static void gather(Picking *picking, Arena *arena, const ComposeMove *moves, size_t count)
{
    const ComposeRequest *request = picking->request;
    picking->count = 0;
    picking->candidates = arena_take_array(arena, count, sizeof *picking->candidates);
    for (size_t i = 0; i < count; i++) {
        const Move *move = moves[i].move;
        Candidate candidate = {.id = moves[i].id,
                               .move = move,
                               .work = goal_rules_work(move),
                               .technique = goal_rules_technique(move),
                               .is_brisk = recipe_is_brisk(move),
                               .wanted = picking->wanted->moves ? picking->wanted->moves[i] : 0};
        candidate.areas = recipe_areas(move, &picking->all, picking->easy);
        candidate.is_last_resort = (!request->tools_are_known && recipe_tool_is_rare(&move->tools)) ||
                                   (picking->rules->closing != WORK_WAKE && candidate.is_brisk);
        candidate.is_held_back = candidate.work != WORK_BREATHE && stance_shown(move) & limits_shunned(request);
        candidate.uses_named = recipe_uses_named_tool(move, request);
        if ((match_obstacles(&moves[i], request) & ~(uint32_t)MATCH_AREA) != 0 ||
            (candidate.areas == 0 && candidate.work != WORK_BREATHE))
            continue;
        set_stances(&candidate, request);
        goal_rules_hold(picking->rules, move, &candidate.hold);
        limits_shorten(&candidate.hold, request, move);
        set_breath(picking, &candidate);
        candidate.lengths = lengths_of(&candidate);
        candidate.friction_s = friction_of(&candidate);
        picking->candidates[picking->count++] = candidate;
    }
    hold_back(picking);
}

/* The areas on which some candidate works. */
static uint32_t possible_areas(const Picking *picking)
{
    uint32_t possible = 0;
    for (size_t i = 0; i < picking->count; i++)
        possible |= picking->candidates[i].areas;
    return possible;
}

static int32_t shortest_s(const Picking *picking)
{
    int32_t shortest = INT32_MAX;
    for (size_t i = 0; i < picking->count; i++) {
        if (picking->candidates[i].areas != 0 && !picking->candidates[i].is_held_back)
            shortest = MIN_OF(shortest, picking->candidates[i].lengths.least_s);
    }
    return shortest;
}

bool candidates_gather(Picking *picking, Arena *arena, const ComposeMove *moves, size_t count,
                       const ComposeRequest *request, const Wanted *wanted, int32_t minutes)
{
    *picking = (Picking){.request = request, .rules = goal_rules_of(request->goal), .wanted = wanted};
    const WordList areas = order_areas(arena, request, wanted);
    picking->asked = picking->all = areas;
    picking->asked_bits = bits_of(&areas);
    gather(picking, arena, moves, count);
    const uint32_t possible = possible_areas(picking);
    if (possible == 0)
        return false;
    picking->target_s = MAX_OF(minutes * MINUTE_S, shortest_s(picking));
    share_areas(picking, arena, &areas, possible, minutes);
    picking->asked_bits = bits_of(&picking->asked);
    picking->also_bits = bits_of(&picking->more);
    read_recipes(picking, arena);
    gather(picking, arena, moves, count);
    return true;
}
