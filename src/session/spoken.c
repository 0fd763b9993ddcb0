/* SPDX-License-Identifier: MIT */
#include "session/spoken.h"

#include "base/macros.h"

void spoken_id(Text *into, const char *id)
{
    for (; *id; id++) {
        const char byte = *id == '-' || (unsigned char)*id < ' ' ? ' ' : *id;
        text_add_char(into, byte);
    }
}

void spoken_area(Text *into, int area)
{
    if (area == AREA_IT_BAND)
        text_add(into, "IT band");
    else
        spoken_id(into, area_name(area));
}

const char *spoken_joint(size_t index, size_t count)
{
    return index == 0 ? "" : index + 1 == count ? " and " : ", ";
}

void spoken_tools(Text *into, const TextList *tools)
{
    text_add(into, tools->count > 0 ? "with " : "without a tool");
    for (size_t i = 0; i < tools->count; i++) {
        text_print(into, "%sa ", spoken_joint(i, tools->count));
        spoken_id(into, tools->items[i]);
    }
}

void spoken_areas(Text *into, const WordList *areas, const char *article, size_t most)
{
    const size_t named = areas->count > most ? most - 1 : areas->count;
    const size_t parts = named + (named < areas->count ? 1 : 0);
    for (size_t i = 0; i < named; i++) {
        text_print(into, "%s%s", spoken_joint(i, parts), article);
        spoken_area(into, areas->items[i]);
    }
    if (named < areas->count)
        text_print(into, " and %zu more", areas->count - named);
}

void spoken_side(Text *into, const char *name, Side side)
{
    text_print(into, "%s%s%s", name, side == SIDE_NONE ? "" : ", ", side_name((int)side));
}

/* The first of its name among those that ask it. */
static bool asks_first(const Plan *plan, size_t move, const char *question)
{
    bool is_first = text_same(plan->moves[move].confirm, question);
    for (size_t i = 0; i < move && is_first; i++)
        is_first = !text_same(plan->moves[i].confirm, question) ||
                   !text_same(plan->moves[i].name, plan->moves[move].name);
    return is_first;
}

void spoken_asking(Text *into, const Plan *plan, const char *question)
{
    size_t count = 0, named = 0;
    for (size_t i = 0; i < plan->move_count; i++)
        count += asks_first(plan, i, question);
    for (size_t i = 0; i < plan->move_count; i++) {
        if (asks_first(plan, i, question))
            text_print(into, "%s%s", spoken_joint(named++, count), plan->moves[i].name);
    }
}

void spoken_going_on(Text *into, const Session *session)
{
    const Plan *plan = session->plan;
    size_t next = (size_t)session_after_side(session);
    while (next < plan->step_count && plan->steps[next].move < 0)
        next++;
    text_add(into, next < plan->step_count ? "goes on with " : "ends the session");
    if (next < plan->step_count)
        spoken_side(into, plan->steps[next].name, plan->steps[next].side);
}

const char *spoken_place(int place)
{
    static const char *const places[PLACE_COUNT] = {
        [PLACE_DESK] = "at the desk",       [PLACE_CHAIR] = "on a chair",   [PLACE_WALL] = "at the wall",
        [PLACE_DOORWAY] = "in the doorway", [PLACE_FLOOR] = "on the floor", [PLACE_BED] = "in bed",
    };
    return places[place];
}
