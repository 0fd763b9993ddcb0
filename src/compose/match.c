/* SPDX-License-Identifier: MIT */
#include "compose/match.h"

#include "base/macros.h"
#include "base/text.h"
#include "compose/goal_rules.h"
#include "compose/limits.h"
#include "compose/recipes.h"
#include "routine/filter.h"
#include "routine/rules.h"
#include "routine/wording.h"

enum { NAMES = 3 }; /* moves that are named as examples */

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

static bool suits_goal(const Move *move, Goal goal)
{
    const GoalRules *rules = goal_rules_of(goal);
    HoldRange range;
    return rules->most[goal_rules_work(move)] > 0 && goal_rules_agree(rules, move) &&
           can_be_gentle(move, rules->hardest) && goal_rules_hold(rules, move, &range);
}

/* Whether a routine with it loads without a warning and treats both sides alike, for some goal. */
static bool is_sound(const Move *move)
{
    int goal = GOAL_NONE;
    if (move->sides == SIDES_LEFT || move->sides == SIDES_RIGHT)
        return false;
    for (size_t i = 0; i < move->phase_count; i++) {
        const Phase *phase = &move->phases[i];
        if (phase->hold.left_s != phase->hold.right_s || rules_is_too_hard(&move->areas, phase->pressure))
            return false;
    }
    while (goal >= 0 && !suits_goal(move, (Goal)goal))
        goal--;
    return goal >= 0;
}

static int ruling_word(const PersonHealth *health, const Move *move)
{
    const int word = filter_ruling_word(health, move);
    return word >= 0 ? word : limits_ruling_word(health, move);
}

uint32_t match_obstacles(const ComposeMove *shared, const ComposeRequest *request)
{
    const Move *move = shared->move;
    const Filter places = {.places = request->places};
    if (!is_sound(move) || recipe_waits_to_be_asked(shared->id, move, request) || limits_rule_out(request, move))
        return MATCH_NEVER;
    return (request->areas.count == 0 || recipe_areas(move, &request->areas, request->easy) ? 0 : MATCH_AREA) |
           (filter_move(&places, "", move) ? 0 : MATCH_PLACE) |
           (!request->tools_are_known || recipe_tools_cover(request, &move->tools) ? 0 : MATCH_TOOLS) |
           (ruling_word(&request->health, move) < 0 ? 0 : MATCH_HEALTH) |
           (suits_goal(move, request->goal) ? 0 : MATCH_GOAL);
}

size_t match_count(const ComposeMove *moves, size_t count, const ComposeRequest *request, uint32_t obstacles)
{
    size_t found = 0;
    for (size_t i = 0; i < count; i++)
        found += match_obstacles(&moves[i], request) == obstacles;
    return found;
}

/* "Calf strip (on the floor, therapy ball)". */
static void say_move(Text *into, const Move *move, const ComposeRequest *request, uint32_t obstacles)
{
    Text why = {0};
    if (obstacles & MATCH_HEALTH)
        text_add(&why, health_name(ruling_word(&request->health, move)));
    if (obstacles & MATCH_PLACE)
        text_print(&why, "%s%s", why.length > 0 ? ", " : "", wording_place(move->where.items[0]));
    if (obstacles & MATCH_TOOLS)
        text_add(&why, why.length > 0 ? ", " : "");
    for (size_t i = 0; obstacles & MATCH_TOOLS && i < move->tools.count; i++) {
        text_add(&why, wording_joint(i, move->tools.count));
        wording_id(&why, move->tools.items[i].any_of.items[0]);
    }
    text_add(into, move->name);
    if (why.length > 0)
        text_print(into, " (%s)", text_show(&why));
    text_release(&why);
}

/* " Elsewhere, with another tool: " */
static void say_lead(Text *into, uint32_t obstacles)
{
    static const struct {
        uint32_t bit;
        const char *first, *next;
    } leads[] = {
        {MATCH_PLACE, " Elsewhere", NULL},
        {MATCH_TOOLS, " With another tool", ", with another tool"},
        {MATCH_GOAL, " With no goal, or another one", ", with no goal or another one"},
    };
    bool is_next = false;
    if (obstacles & MATCH_HEALTH)
        text_add(into, " Your health settings rule out");
    for (size_t i = 0; i < ARRAY_LEN(leads) && !(obstacles & MATCH_HEALTH); i++) {
        if (!(obstacles & leads[i].bit))
            continue;
        text_add(into, is_next ? leads[i].next : leads[i].first);
        is_next = true;
    }
    text_add(into, ": ");
}

/* What would fit if that much of the request were given up, with a few names; false where nothing would. */
static bool say_rest(Text *into, const ComposeMove *moves, size_t count, const ComposeRequest *request,
                     uint32_t obstacles)
{
    size_t named = 0;
    for (size_t i = 0; i < count && named < NAMES; i++) {
        if (match_obstacles(&moves[i], request) != obstacles)
            continue;
        if (named++ == 0)
            say_lead(into, obstacles);
        else
            text_add(into, ", ");
        say_move(into, moves[i].move, request, obstacles);
    }
    text_add(into, named > 0 ? "." : "");
    return named > 0;
}

/* "No move for the calves can be done at the desk with a tennis ball." */
static void say_request(Text *into, const ComposeRequest *request, bool is_health_in_the_way)
{
    text_add(into, "No move");
    if (request->areas.count > 0)
        text_add(into, " for ");
    wording_areas(into, &request->areas, "the ", NAMES);
    text_add(into, " can be done");
    for (size_t i = 0; i < request->places.count; i++)
        text_print(into, "%s %s", i > 0 ? " or" : "", wording_place(request->places.items[i]));
    if (request->tools_are_known) {
        text_add(into, " ");
        wording_with(into, &request->tools);
    }
    if (request->goal != GOAL_NONE)
        text_print(into, " as %s", goal_name((int)request->goal));
    if (is_health_in_the_way)
        text_add(into, " with your health settings");
    text_add(into, ".");
}

char *match_explain_none(const ComposeMove *moves, size_t count, const ComposeRequest *request)
{
    /* What may be given up: one thing, else two, three, all four. */
    static const uint8_t ways[][6] = {{1, 2, 4, 8}, {3, 5, 6, 9, 10, 12}, {7, 11, 13, 14}, {15}};
    Text text = {0}, rest = {0};
    uint32_t said = 0;
    for (size_t i = 0; i < ARRAY_LEN(ways) && said == 0; i++) {
        for (size_t k = 0; k < ARRAY_LEN(ways[i]) && ways[i][k] != 0; k++)
            said |= say_rest(&rest, moves, count, request, ways[i][k]) ? ways[i][k] : 0u;
    }
    say_request(&text, request, said & MATCH_HEALTH);
    text_add(&text, said ? text_show(&rest) : " There is no shared move for it; try another body part.");
    if (said & MATCH_HEALTH)
        limits_add_refusal(&text, &request->health);
    text_release(&rest);
    return text_detach(&text);
}
