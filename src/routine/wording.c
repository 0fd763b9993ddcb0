/* SPDX-License-Identifier: MIT */
#include "routine/wording.h"

#include <string.h>

#include "base/duration.h"
#include "routine/filter.h"

const char *wording_joint(size_t index, size_t count)
{
    return index == 0 ? "" : index + 1 == count ? " and " : ", ";
}

void wording_id(Text *into, const char *id)
{
    for (; *id; id++) {
        const char byte = *id == '-' || (unsigned char)*id < ' ' ? ' ' : *id;
        text_add_char(into, byte);
    }
}

void wording_words(Text *into, const WordList *list, const Words *words)
{
    for (size_t i = 0; i < list->count; i++) {
        text_add(into, i > 0 ? ", " : "");
        wording_id(into, words->items[list->items[i]]);
    }
}

void wording_area(Text *into, int area)
{
    if (area == AREA_IT_BAND)
        text_add(into, "IT band");
    else
        wording_id(into, area_name(area));
}

void wording_areas(Text *into, const WordList *areas, const char *article, size_t most)
{
    const size_t named = areas->count > most ? most - 1 : areas->count;
    const size_t parts = named + (named < areas->count ? 1 : 0);
    for (size_t i = 0; i < named; i++) {
        text_print(into, "%s%s", wording_joint(i, parts), article);
        wording_area(into, areas->items[i]);
    }
    if (named < areas->count)
        text_print(into, " and %zu more", areas->count - named);
}

const char *wording_place(int place)
{
    static const char *const places[PLACE_COUNT] = {
        [PLACE_DESK] = "at the desk",       [PLACE_CHAIR] = "on a chair",   [PLACE_WALL] = "at the wall",
        [PLACE_DOORWAY] = "in the doorway", [PLACE_FLOOR] = "on the floor", [PLACE_BED] = "in bed",
        [PLACE_OUTDOORS] = "outdoors",
    };
    return places[place];
}

void wording_places(Text *into, const WordList *places)
{
    if (places->count == 0)
        text_add(into, "several places");
    else if (places->count == PLACE_COUNT)
        text_add(into, "anywhere");
    else
        wording_words(into, places, &place_words);
}

void wording_move_places(Text *into, const WordList *places)
{
    if (places->count == 0)
        text_add(into, "anywhere");
    else
        wording_places(into, places);
}

void wording_with(Text *into, const TextList *tools)
{
    text_add(into, tools->count > 0 ? "with " : "without a tool");
    for (size_t i = 0; i < tools->count; i++) {
        text_print(into, "%sa ", wording_joint(i, tools->count));
        wording_id(into, tools->items[i]);
    }
}

static const char *name_of(const ToolNeed *need, const TextList *at_hand, bool best)
{
    const char *name = filter_tool_at_hand(at_hand, need);
    return name || !best ? name : need->any_of.items[0];
}

const char *wording_tool(const ToolList *needs, size_t index, const TextList *at_hand, bool best)
{
    const char *name = name_of(&needs->items[index], at_hand, best);
    for (size_t i = 0; i < index && name; i++) {
        const char *before = name_of(&needs->items[i], at_hand, best);
        if (before && strcmp(before, name) == 0)
            return "";
    }
    return name;
}

static void add_alternatives(Text *into, const TextList *any_of)
{
    for (size_t i = 0; i < any_of->count; i++) {
        text_add(into, i == 0 ? "" : i == 1 ? " (or " : ", ");
        wording_id(into, any_of->items[i]);
    }
    if (any_of->count > 1)
        text_add_char(into, ')');
}

void wording_tools(Text *into, const ToolList *needs, const TextList *at_hand, bool alternatives)
{
    for (size_t i = 0; i < needs->count; i++) {
        const char *name = wording_tool(needs, i, at_hand, !alternatives);
        if (name && !*name)
            continue;
        text_add(into, i > 0 ? ", " : "");
        if (name)
            wording_id(into, name);
        else
            add_alternatives(into, &needs->items[i].any_of);
    }
}

void wording_sides(Text *into, Sides sides, Side first, bool brief)
{
    static const char *const alone[SIDES_COUNT][2] = {
        [SIDES_NONE] = {"", ""},
        [SIDES_BOTH] = {"left, right", "L R"},
        [SIDES_LEFT] = {"left only", "L"},
        [SIDES_RIGHT] = {"right only", "R"},
    };
    if (sides == SIDES_BOTH && first == SIDE_RIGHT)
        text_add(into, brief ? "R L" : "right, left");
    else
        text_add(into, alone[sides][brief ? 1 : 0]);
}

void wording_side(Text *into, const char *name, Side side)
{
    text_print(into, "%s%s%s", name, side == SIDE_NONE ? "" : ", ", side_name((int)side));
}

void wording_measured(Text *into, const Check *check)
{
    static const char *const units[UNIT_COUNT] = {[UNIT_CM] = "in centimetres",
                                                  [UNIT_S] = "in seconds",
                                                  [UNIT_DEG] = "in degrees",
                                                  [UNIT_TIMES] = "how many times"};
    if (check->unit != UNIT_FEEL)
        text_print(into, "%s: %s is better", units[check->unit], check->more_is_better ? "more" : "less");
}

void wording_pressure(Text *into, Pressure pressure)
{
    static const char *const feels[] = {
        "none", "light", "light", "light", "firm, breathing easy", "firm, breathing easy", "firm, breathing easy"};
    if (pressure.low == pressure.high)
        text_print(into, "%d of 10: ", (int)pressure.low);
    else
        text_print(into, "%d to %d of 10: ", (int)pressure.low, (int)pressure.high);
    if (pressure.low > 0 && pressure.low <= 3 && pressure.high > 3 && pressure.high <= 6)
        text_add(into, "light to firm, breathing easy");
    else
        text_add(into, pressure.high <= 6 ? feels[pressure.high] : "strong");
}

static const char *effort_of(Pressure target)
{
    if (target.low >= WORDING_TOO_HARD)
        return "strong";
    if (target.high >= WORDING_TOO_HARD)
        return "firm to strong";
    if (target.low >= 4)
        return "firm, breathe easily";
    if (target.high >= 4)
        return "light to firm";
    return target.high > 0 ? "light" : "none";
}

void wording_target(Text *into, Pressure target)
{
    text_print(into, target.low == target.high ? "%d" : "%d-%d", (int)target.low, (int)target.high);
    text_print(into, " %s", effort_of(target));
}

const char *wording_felt(Pressure target, int32_t felt)
{
    if (target.is_set && felt > target.high)
        return "too hard, ease off";
    if (target.is_set && felt < target.low)
        return "lighter than the target";
    return target.is_set ? "on target" : "";
}

void wording_breath(Text *into, Breath breath)
{
    text_print(into, "in %d s", (int)breath.in_s);
    if (breath.hold_s > 0)
        text_print(into, ", hold %d s", (int)breath.hold_s);
    text_print(into, ", out %d s", (int)breath.out_s);
    if (breath.rest_s > 0)
        text_print(into, ", rest %d s", (int)breath.rest_s);
}

const char *wording_pass(Technique technique, int32_t count)
{
    static const char *const words[][2] = {
        [TECHNIQUE_SUSTAINED_PRESSURE] = {"press", "presses"},
        [TECHNIQUE_STRIPPING] = {"stroke", "strokes"},
        [TECHNIQUE_CROSS_FRICTION] = {"stroke", "strokes"},
        [TECHNIQUE_SKIN_SHEAR] = {"stroke", "strokes"},
        [TECHNIQUE_SKIN_ROLLING] = {"stroke", "strokes"},
        [TECHNIQUE_PIN_AND_MOVE] = {"rep", "reps"},
        [TECHNIQUE_PIN_AND_SPIN] = {"rep", "reps"},
        [TECHNIQUE_CONTRACT_RELAX] = {"press", "presses"},
        [TECHNIQUE_STACK] = {"press", "presses"},
        [TECHNIQUE_PLOW] = {"stroke", "strokes"},
        [TECHNIQUE_OSCILLATION] = {"rep", "reps"},
        [TECHNIQUE_FLUSH] = {"stroke", "strokes"},
        [TECHNIQUE_CIRCLES] = {"circle", "circles"},
        [TECHNIQUE_STRETCH] = {"rep", "reps"},
        [TECHNIQUE_MOVEMENT] = {"rep", "reps"},
        [TECHNIQUE_BREATHE] = {"rep", "reps"},
        [TECHNIQUE_NONE] = {"rep", "reps"},
    };
    return words[technique][count == 1 ? 0 : 1];
}

void wording_technique(Text *into, Technique technique)
{
    static const char *const meanings[TECHNIQUE_COUNT] = {
        [TECHNIQUE_SUSTAINED_PRESSURE] = "stay on one spot with steady pressure",
        [TECHNIQUE_STRIPPING] = "one slow stroke along the muscle after another",
        [TECHNIQUE_CROSS_FRICTION] = "short strokes across the muscle",
        [TECHNIQUE_SKIN_SHEAR] = "grip the skin and slide it over what lies under it",
        [TECHNIQUE_SKIN_ROLLING] = "lift a fold of skin and roll it along",
        [TECHNIQUE_PIN_AND_MOVE] = "press on a spot and move the joint next to it",
        [TECHNIQUE_PIN_AND_SPIN] = "press, turn the tool on the spot, then move the joint",
        [TECHNIQUE_CONTRACT_RELAX] = "tense the muscle for some seconds, then let go",
        [TECHNIQUE_STACK] = "a tool above and one below, with the part between them",
        [TECHNIQUE_PLOW] = "push the tool slowly one way, without a stroke back",
        [TECHNIQUE_OSCILLATION] = "rock or shake gently",
        [TECHNIQUE_FLUSH] = "light, long strokes toward the heart",
        [TECHNIQUE_CIRCLES] = "small circles",
        [TECHNIQUE_STRETCH] = "lengthen the muscle and stay",
        [TECHNIQUE_MOVEMENT] = "move the joint, without a tool",
        [TECHNIQUE_BREATHE] = "breathe, and let go as you do",
    };
    if (technique == TECHNIQUE_NONE)
        return;
    wording_id(into, technique_name((int)technique));
    text_print(into, ": %s", meanings[technique]);
}

bool wording_has_two_ends(Technique technique)
{
    static const bool strokes[TECHNIQUE_COUNT] = {
        [TECHNIQUE_STRIPPING] = true,    [TECHNIQUE_CROSS_FRICTION] = true, [TECHNIQUE_SKIN_SHEAR] = true,
        [TECHNIQUE_SKIN_ROLLING] = true, [TECHNIQUE_PLOW] = true,           [TECHNIQUE_OSCILLATION] = true,
        [TECHNIQUE_FLUSH] = true,        [TECHNIQUE_CIRCLES] = true,
    };
    return technique != TECHNIQUE_NONE && strokes[technique];
}

void wording_hold(Text *into, const Hold *hold, Technique technique)
{
    char words[DURATION_TEXT_SIZE], right[DURATION_TEXT_SIZE];
    if (hold->breaths > 0)
        text_print(into, "%d breaths", (int)hold->breaths);
    else if (hold->passes > 0)
        text_print(into, "%d slow %s, %d s each", (int)hold->passes, wording_pass(technique, hold->passes),
                   (int)hold->pace_s);
    else if (hold->may_end_s > 0)
        text_print(into, "%s to %s, until it has eased", duration_words(words, hold->may_end_s),
                   duration_words(right, hold->left_s));
    else if (hold->left_s != hold->right_s)
        text_print(into, "left %s, right %s", duration_words(words, hold->left_s),
                   duration_words(right, hold->right_s));
    else
        text_add(into, duration_words(words, hold->left_s));
}
