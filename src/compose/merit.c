/* SPDX-License-Identifier: MIT */
#include "compose/merit.h"

#include "base/macros.h"
#include "compose/arrange.h"
#include "compose/recipes.h"

enum {
    STEPS_LEAST_S = 8 * 60, /* a routine of that length has all steps of its recipe */
    CHANGE_COSTS = 3,       /* a change of stance, in liking */
    CLOSE_S = 30,           /* as near to the minutes as is good enough */
};

/* How good a list is for the request; the first difference decides, less is better. */
typedef struct Merit {
    int32_t parts[12];
} Merit;

/* What is brisk does not count: it may be too long to warm up for so little. */
int32_t merit_lack_of_named(const Picking *picking, const PickList *list)
{
    uint32_t possible = 0;
    int32_t lack = 0;
    for (size_t i = 0; i < picking->count; i++)
        possible |= picking->candidates[i].is_brisk ? 0 : picking->candidates[i].areas;
    for (size_t i = 0; i < picking->request->named; i++)
        lack += (possible & ~list->areas & AREA_BIT(picking->request->areas.items[i])) != 0;
    return lack;
}

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

/* A breath is for no area, so it is missed for itself. */
static bool lacks_wanted_breath(const Picking *picking, const PickList *list)
{
    bool is_open = false;
    for (size_t i = 0; i < picking->count; i++)
        is_open = is_open || (picking->candidates[i].work == WORK_BREATHE && picking->candidates[i].wanted > 0);
    for (size_t i = 0; i < list->count; i++)
        is_open = is_open && list->items[i].work != WORK_BREATHE;
    return is_open;
}

/* The areas that there are wanted moves for, but none in the list; and the breath. */
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
    return lack + lacks_wanted_breath(picking, list);
}

/* How many moves are done twice: something else is better, where there is something. */
static int32_t count_repeated(const PickList *list)
{
    int32_t count = 0;
    for (size_t i = 0; i < list->count; i++)
        count += list->items[i].rounds > 1;
    return count;
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
        for (const uint8_t *above = stance_way_down; *above != before; above++)
            ways_up += !list->rises && *above == place;
        for (const uint8_t *above = stance_way_down; list->rises && *above != place; above++)
            ways_up += *above == before;
        strange += places && !(places & UINT32_C(1) << place);
    }
    return (Merit){{list->count == 0, merit_lack_of_named(picking, list), lacks_named_tool(picking, list),
                    MAX_OF(0, wanted_s - pick_list_most_s(picking, list)), lack_of_wanted(picking, list), strange,
                    lack_of_work(picking, list) + lack_of_steps(picking, list), count_repeated(list), changes, ways_up,
                    lack_of_depth(picking, list), CHANGE_COSTS * arrange_changes(list) - list->liking}};
}

bool merit_is_better(const Picking *picking, const PickList *one, const PickList *other)
{
    const Merit merit = merit_of(picking, one), other_merit = merit_of(picking, other);
    for (size_t i = 0; i < ARRAY_LEN(merit.parts); i++) {
        if (merit.parts[i] != other_merit.parts[i])
            return merit.parts[i] < other_merit.parts[i];
    }
    return false;
}
