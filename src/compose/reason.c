/* SPDX-License-Identifier: MIT */
#include "compose/reason.h"

#include "session/spoken.h"

enum { AREAS_NAMED = 3, ANY_AREA = -1 };

/* What a technique does, for the comment above its move. */
static const char *const doings[TECHNIQUE_COUNT + 1] = {
    [TECHNIQUE_SUSTAINED_PRESSURE] = "stay on the spot until it softens",
    [TECHNIQUE_STRIPPING] = "slow strokes along the muscle",
    [TECHNIQUE_CROSS_FRICTION] = "small strokes across it",
    [TECHNIQUE_SKIN_SHEAR] = "slide the skin over what lies below",
    [TECHNIQUE_SKIN_ROLLING] = "roll a wave of skin ahead",
    [TECHNIQUE_PIN_AND_MOVE] = "pin the spot and move the joint",
    [TECHNIQUE_PIN_AND_SPIN] = "pin the spot, turn the tool, move",
    [TECHNIQUE_CONTRACT_RELAX] = "press lightly, then let go",
    [TECHNIQUE_STACK] = "pressed from two sides",
    [TECHNIQUE_PLOW] = "push one way, like a plough",
    [TECHNIQUE_OSCILLATION] = "small, easy rocking",
    [TECHNIQUE_FLUSH] = "light strokes toward the heart",
    [TECHNIQUE_CIRCLES] = "small circles",
    [TECHNIQUE_STRETCH] = "a stretch",
    [TECHNIQUE_MOVEMENT] = "easy movement",
    [TECHNIQUE_BREATHE] = "slow breaths",
    [TECHNIQUE_NONE] = "at your own pace",
};

bool reason_is_first(const PickList *list, size_t index, Work work, int area)
{
    for (size_t i = 0; i < index; i++) {
        if (list->items[i].candidate->work == work && (area == ANY_AREA || list->items[i].area == area))
            return false;
    }
    return true;
}

/* How the wished parts of the body that a move works on are called: "calves and hamstrings". */
static void say_areas(Text *into, const Composition *composition, const Pick *pick)
{
    uint8_t areas[AREA_COUNT];
    WordList own = {areas, 0};
    for (size_t i = 0; i < composition->areas->count; i++) {
        const uint8_t area = composition->areas->items[i];
        if (pick->candidate->areas & UINT32_C(1) << area)
            areas[own.count++] = area;
    }
    spoken_areas(into, &own, "the ", AREAS_NAMED);
}

/* The day count of an area at its first move. */
static void say_days(Text *into, const Composition *composition, size_t index)
{
    const int32_t *days = composition->request->days_since;
    const int area = composition->list->items[index].area;
    bool is_told = !days || days[area] == 0;
    for (size_t i = 0; i < index; i++)
        is_told = is_told || composition->list->items[i].area == area;
    if (is_told)
        return;
    if (days[area] < 0)
        text_add(into, " Nothing on record yet for the ");
    else
        text_print(into, " %d day%s since the ", days[area], days[area] == 1 ? "" : "s");
    spoken_area(into, area);
    text_add(into, ".");
}

/* What comes before the parts of the body: where it is the area's first such work, and where it is one more. */
static const struct {
    const char *first, *other;
} reasons[WORK_COUNT] = {
    [WORK_WAKE] = {"Wakes up ", "More movement for "},
    [WORK_WARM] = {"Warms ", "Goes on warming "},
    [WORK_DEEP] = {"The main work for ", "More work for "},
    [WORK_STRETCH] = {"Stretches ", "Another stretch for "},
    [WORK_BREATHE] = {"A quiet end: the breath slows, and the rest follows", "And stay with the breath"},
};

void reason_say(Text *into, const Composition *composition, size_t index)
{
    const Pick *pick = &composition->list->items[index];
    const Work work = pick->candidate->work;
    const uint8_t *rank = composition->shape->rank;
    const bool is_new = reason_is_first(composition->list, index, work, work == WORK_BREATHE ? ANY_AREA : pick->area);
    if (work == WORK_WAKE && rank[WORK_WAKE] > rank[WORK_DEEP])
        text_add(into, reason_is_first(composition->list, index, work, ANY_AREA)
                           ? "Movement comes last, to use it all: "
                           : "And on the move: ");
    else
        text_add(into, is_new ? reasons[work].first : reasons[work].other);
    if (work != WORK_BREATHE)
        say_areas(into, composition, pick);
    if (work == WORK_STRETCH && is_new && !reason_is_first(composition->list, index, WORK_DEEP, pick->area))
        text_add(into, ", now that the pressure is done");
    if (work == WORK_DEEP || work == WORK_WARM)
        text_print(into, ": %s", doings[pick->candidate->technique]);
    text_add(into, ".");
    if (work != WORK_BREATHE)
        say_days(into, composition, index);
}
