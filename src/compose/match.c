/* SPDX-License-Identifier: MIT */
#include "compose/match.h"

#include <string.h>

#include "base/macros.h"
#include "base/text.h"
#include "compose/pick.h"
#include "routine/filter.h"
#include "routine/rules.h"
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
    return shape->most[shape_work(move)] > 0 && can_be_gentle(move, shape->hardest) && can_be_short(move, shape);
}

static bool suits_some_goal(const Move *move)
{
    int goal = GOAL_NONE;
    while (goal >= 0 && !suits_goal(move, (Goal)goal))
        goal--;
    return goal >= 0;
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

static bool suits_places(const Move *move, const ComposeRequest *request)
{
    bool is_anywhere = request->place < 0 && request->places.count == 0;
    for (size_t i = 0; request->place < 0 && i < request->places.count; i++)
        is_anywhere = is_anywhere || pick_allows(move, request->places.items[i]);
    return is_anywhere || (request->place >= 0 && pick_allows(move, request->place));
}

bool match_suits(const Move *move, const ComposeRequest *request, uint32_t leaving_out)
{
    return is_sound(move) && ((leaving_out & MATCH_IGNORE_PLACE) || suits_places(move, request)) &&
           ((leaving_out & MATCH_IGNORE_TOOLS) || !request->tools_are_known ||
            filter_tools_cover(&request->tools, &move->tools)) &&
           ((leaving_out & MATCH_IGNORE_HEALTH) || ruled_out_by(move, &request->health) < 0) &&
           ((leaving_out & MATCH_IGNORE_GOAL) ? suits_some_goal(move) : suits_goal(move, request->goal));
}

static bool is_for(const Move *move, const WordList *areas)
{
    for (size_t i = 0; i < areas->count; i++) {
        if (pick_is_for(move, areas->items[i]))
            return true;
    }
    return areas->count == 0;
}

/* Leaving out nothing: for other areas. */
static size_t count_more(const ComposeMove *moves, size_t count, const ComposeRequest *request, uint32_t leaving_out)
{
    size_t more = 0;
    for (size_t i = 0; i < count; i++) {
        const Move *move = moves[i].move;
        const bool is_wanted = is_for(move, &request->areas);
        if (leaving_out == 0)
            more += !is_wanted && match_suits(move, request, 0);
        else
            more += is_wanted && match_suits(move, request, leaving_out) && !match_suits(move, request, 0);
    }
    return more;
}

BlameMore match_more(const ComposeMove *moves, size_t count, const ComposeRequest *request)
{
    return (BlameMore){
        .health = request->health.count == 0 ? 0 : count_more(moves, count, request, MATCH_IGNORE_HEALTH),
        .elsewhere = request->place < 0 && request->places.count == 0
                         ? 0
                         : count_more(moves, count, request, MATCH_IGNORE_PLACE),
        .with_tools = request->tools_are_known ? count_more(moves, count, request, MATCH_IGNORE_TOOLS) : 0,
        .with_goals = request->goal == GOAL_NONE ? 0 : count_more(moves, count, request, MATCH_IGNORE_GOAL),
        .other_areas = count_more(moves, count, request, 0),
    };
}

static void say_tools(Text *into, const ToolList *tools)
{
    for (size_t i = 0; i < tools->count; i++) {
        text_add(into, spoken_joint(i, tools->count));
        spoken_id(into, tools->items[i].any_of.items[0]);
    }
}

/* "Calf strip (on the floor, therapy ball)". */
static void say_move(Text *into, const Move *move, const ComposeRequest *request, uint32_t leaving_out)
{
    const char *separator = " (";
    text_add(into, move->name);
    if ((leaving_out & MATCH_IGNORE_HEALTH) && ruled_out_by(move, &request->health) >= 0) {
        text_print(into, "%s%s", separator, health_name(ruled_out_by(move, &request->health)));
        separator = ", ";
    }
    if ((leaving_out & MATCH_IGNORE_PLACE) && move->where.count > 0) {
        text_print(into, "%s%s", separator, spoken_place(move->where.items[0]));
        separator = ", ";
    }
    if ((leaving_out & MATCH_IGNORE_TOOLS) && move->tools.count > 0) {
        text_add(into, separator);
        say_tools(into, &move->tools);
        separator = ", ";
    }
    text_add(into, separator[0] == ',' ? ")" : "");
}

/* " Elsewhere, with another tool: " */
static void say_lead(Text *into, uint32_t leaving_out)
{
    static const struct {
        uint32_t bit;
        const char *first, *next;
    } leads[] = {
        {MATCH_IGNORE_PLACE, " Elsewhere", NULL},
        {MATCH_IGNORE_TOOLS, " With another tool", ", with another tool"},
        {MATCH_IGNORE_GOAL, " With no goal, or another one", ", with no goal or another one"},
    };
    bool is_next = false;
    if (leaving_out & MATCH_IGNORE_HEALTH) {
        text_add(into, " Your health rules out: ");
        return;
    }
    for (size_t i = 0; i < ARRAY_LEN(leads); i++) {
        if (!(leaving_out & leads[i].bit))
            continue;
        text_add(into, is_next ? leads[i].next : leads[i].first);
        is_next = true;
    }
    text_add(into, ": ");
}

/* What would fit if that much of the wish were given up, with a few names; false where nothing would. */
static bool say_rest(Text *into, const ComposeMove *moves, size_t count, const ComposeRequest *request,
                     uint32_t leaving_out)
{
    size_t named = 0;
    for (size_t i = 0; i < count && named < NAMES; i++) {
        const Move *move = moves[i].move;
        if (!is_for(move, &request->areas) || !match_suits(move, request, leaving_out))
            continue;
        if (named++ == 0)
            say_lead(into, leaving_out);
        else
            text_add(into, ", ");
        say_move(into, move, request, leaving_out);
    }
    text_add(into, named > 0 ? "." : "");
    return named > 0;
}

/* "No move for the calves can be done at the desk with a tennis ball." */
static void say_wish(Text *into, const ComposeRequest *request, bool is_health_in_the_way)
{
    text_add(into, "No move");
    if (request->areas.count > 0)
        text_add(into, " for ");
    spoken_areas(into, &request->areas, "the ", NAMES);
    text_add(into, " can be done");
    if (request->place >= 0)
        text_print(into, " %s", spoken_place(request->place));
    for (size_t i = 0; request->place < 0 && i < request->places.count; i++)
        text_print(into, "%s %s", i > 0 ? " or" : "", spoken_place(request->places.items[i]));
    if (request->tools_are_known) {
        text_add(into, " ");
        spoken_tools(into, &request->tools);
    }
    if (request->goal != GOAL_NONE)
        text_print(into, " as %s", goal_name((int)request->goal));
    if (is_health_in_the_way)
        text_add(into, " with what you have said of your health");
    text_add(into, ".");
}

char *match_explain_none(const ComposeMove *moves, size_t count, const ComposeRequest *request)
{
    /* What may be left out: one thing, else two, three, all four. */
    static const uint8_t ways[][6] = {{1, 2, 4, 8}, {3, 5, 6, 9, 10, 12}, {7, 11, 13, 14}, {15}};
    Text text = {0}, rest = {0};
    uint32_t said = 0;
    for (size_t i = 0; i < ARRAY_LEN(ways) && said == 0; i++) {
        for (size_t k = 0; k < ARRAY_LEN(ways[i]) && ways[i][k] != 0; k++)
            said |= say_rest(&rest, moves, count, request, ways[i][k]) ? ways[i][k] : 0u;
    }
    say_wish(&text, request, said & MATCH_IGNORE_HEALTH);
    text_add(&text, said ? text_show(&rest) : " There is no shared move for it; name another part of the body.");
    text_release(&rest);
    return text_detach(&text);
}
