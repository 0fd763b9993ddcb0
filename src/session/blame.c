/* SPDX-License-Identifier: MIT */
#include "session/blame.h"

#include <string.h>

#include "base/macros.h"
#include "base/text.h"
#include "routine/filter.h"
#include "routine/rules.h"
#include "session/pick.h"
#include "session/spoken.h"

enum { NAMES = 3 }; /* moves that are named as examples */

/* The first health word of the wish that rules the move out, or -1. */
static int ruled_out_by(const Move *move, const WordList *health)
{
    for (size_t i = 0; i < health->count; i++) {
        if (move->not_with.count > 0 && memchr(move->not_with.items, health->items[i], move->not_with.count))
            return health->items[i];
    }
    return -1;
}

/* A hold that is too hard can be written gentler where it is the move's only one; phases have their own. */
static bool can_be_gentle(const Move *move, int32_t hardest)
{
    for (size_t i = 0; i < move->phase_count; i++) {
        const Pressure *pressure = &move->phases[i].pressure;
        if (move->phase_count > 1 && pressure->is_set && pressure->high > hardest)
            return false;
    }
    return true;
}

static bool can_be_short(const Move *move, const Shape *shape)
{
    Arena arena = {0};
    const bool is_short = leeway_of(&arena, move, shape, true) != NULL;
    arena_release(&arena);
    return is_short;
}

static bool suits_goal(const Move *move, Goal goal)
{
    const Shape *shape = shape_of(goal);
    return shape->most[shape_work(move)] > 0 && can_be_gentle(move, shape->hardest) &&
           can_be_short(move, shape);
}

/* Whether a routine with it loads without a warning and treats both sides alike. */
static bool is_sound(const Move *move)
{
    if (move->sides == SIDES_LEFT || move->sides == SIDES_RIGHT)
        return false;
    for (size_t i = 0; i < move->phase_count; i++) {
        const Phase *phase = &move->phases[i];
        if (phase->hold.left_s != phase->hold.right_s || rules_is_too_hard(&move->areas, phase->pressure))
            return false;
    }
    return true;
}

static bool suits_places(const Move *move, const ComposeWish *wish)
{
    bool is_anywhere = wish->place < 0 && wish->places.count == 0;
    for (size_t i = 0; wish->place < 0 && i < wish->places.count; i++)
        is_anywhere = is_anywhere || pick_allows(move, wish->places.items[i]);
    return is_anywhere || (wish->place >= 0 && pick_allows(move, wish->place));
}

bool blame_suits(const Move *move, const ComposeWish *wish, uint32_t leaving_out)
{
    return is_sound(move) && ((leaving_out & BLAME_PLACE) || suits_places(move, wish)) &&
           ((leaving_out & BLAME_TOOLS) || !wish->tools_are_known || filter_tools_cover(&wish->tools, &move->tools)) &&
           ((leaving_out & BLAME_GOAL) || suits_goal(move, wish->goal)) &&
           ((leaving_out & BLAME_HEALTH) || ruled_out_by(move, &wish->health) < 0);
}

bool blame_is_for(const Move *move, const WordList *areas)
{
    for (size_t i = 0; i < areas->count; i++) {
        if (memchr(move->areas.items, areas->items[i], move->areas.count))
            return true;
    }
    return areas->count == 0;
}

static void say_tools(Text *into, const ToolList *tools)
{
    for (size_t i = 0; i < tools->count; i++) {
        text_add(into, spoken_joint(i, tools->count));
        spoken_id(into, tools->items[i].any_of.items[0]);
    }
}

/* "Calf strip (on the floor, therapy ball)". */
static void say_move(Text *into, const Move *move, const ComposeWish *wish, uint32_t leaving_out)
{
    const char *separator = " (";
    text_add(into, move->name);
    if ((leaving_out & BLAME_HEALTH) && ruled_out_by(move, &wish->health) >= 0) {
        text_print(into, "%s%s", separator, health_name(ruled_out_by(move, &wish->health)));
        separator = ", ";
    }
    if ((leaving_out & BLAME_PLACE) && move->where.count > 0) {
        text_print(into, "%s%s", separator, spoken_place(move->where.items[0]));
        separator = ", ";
    }
    if ((leaving_out & BLAME_TOOLS) && move->tools.count > 0) {
        text_add(into, separator);
        say_tools(into, &move->tools);
        separator = ", ";
    }
    text_add(into, separator[0] == ',' ? ")" : "");
}

/* What would fit if that much of the wish were given up; false where nothing would. */
static bool say_rest(Text *into, const char *lead, const ComposeMove *moves, size_t count, const ComposeWish *wish,
                     const WordList *areas, uint32_t leaving_out)
{
    size_t named = 0;
    for (size_t i = 0; i < count && named < NAMES; i++) {
        const Move *move = moves[i].move;
        if (!blame_is_for(move, areas) || !blame_suits(move, wish, leaving_out))
            continue;
        text_print(into, "%s%s", named == 0 ? lead : ", ", named == 0 ? ": " : "");
        say_move(into, move, wish, leaving_out);
        named++;
    }
    text_add(into, named > 0 ? "." : "");
    return named > 0;
}

/* "No move for the calves can be done at the desk with a tennis ball." */
static void say_wish(Text *into, const ComposeWish *wish, const WordList *areas)
{
    text_add(into, "No move");
    if (areas->count > 0)
        text_add(into, " for ");
    spoken_areas(into, areas, "the ", NAMES);
    text_add(into, " can be done");
    if (wish->place >= 0)
        text_print(into, " %s", spoken_place(wish->place));
    for (size_t i = 0; wish->place < 0 && i < wish->places.count; i++)
        text_print(into, "%s %s", i > 0 ? " or" : "", spoken_place(wish->places.items[i]));
    if (wish->tools_are_known) {
        text_add(into, " ");
        spoken_tools(into, &wish->tools);
    }
    if (wish->goal != GOAL_NONE)
        text_print(into, " as %s", goal_name((int)wish->goal));
    if (wish->health.count > 0)
        text_add(into, " with what you have said of your health");
    text_add(into, ".");
}

char *blame_all(const ComposeMove *moves, size_t count, const ComposeWish *wish, const WordList *areas)
{
    static const struct { uint32_t leaving_out; const char *lead; } ways[] = {
        {BLAME_HEALTH, " Your health rules out"},
        {BLAME_PLACE, " Elsewhere"},
        {BLAME_TOOLS, " With another tool"},
        {BLAME_GOAL, " With no goal, or another one"},
        {BLAME_PLACE | BLAME_TOOLS, " Elsewhere, with another tool"},
        {BLAME_PLACE | BLAME_TOOLS | BLAME_GOAL, " Elsewhere, with another tool and another goal"},
    };
    Text text = {0};
    say_wish(&text, wish, areas);
    bool is_said = false;
    for (size_t i = 0; i < ARRAY_LEN(ways); i++) {
        const bool is_last_resort = (ways[i].leaving_out & (ways[i].leaving_out - 1)) != 0;
        if (!is_last_resort || !is_said)
            is_said = say_rest(&text, ways[i].lead, moves, count, wish, areas, ways[i].leaving_out) || is_said;
    }
    if (!is_said)
        is_said = say_rest(&text, " Your health rules out", moves, count, wish, areas, ~UINT32_C(0));
    if (!is_said)
        text_add(&text, " There is no shared move for it; name another part of the body.");
    return text_detach(&text);
}
