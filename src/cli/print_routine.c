/* SPDX-License-Identifier: MIT */
#include "cli/print_routine.h"

#include "base/duration.h"
#include "base/macros.h"
#include "base/utf8.h"
#include "cli/print.h"
#include "routine/filter.h"
#include "routine/wording.h"
#include "session/caps.h"
#include "settings/health.h"

enum { INDENT = 2, LABEL = 11 };

/* The one at hand first, then what will do as well. */
static void print_tools(const ToolList *tools, const Settings *settings)
{
    for (size_t i = 0; i < tools->count; i++) {
        const TextList *any_of = &tools->items[i].any_of;
        const char *at_hand = settings ? filter_tool_at_hand(&settings->tools.names, &tools->items[i]) : NULL;
        Text line = {0};
        text_add(&line, at_hand ? at_hand : any_of->items[0]);
        for (size_t k = at_hand ? 0 : 1; k < any_of->count; k++)
            if (any_of->items[k] != at_hand)
                text_print(&line, " or %s", any_of->items[k]);
        print_paragraph(LABEL, i == 0 ? "tools" : NULL, text_show(&line));
        text_release(&line);
    }
}

static void print_words(const char *label, const WordList *list, const Words *names, const char *none)
{
    Text line = {0};
    for (size_t i = 0; i < list->count; i++)
        text_print(&line, "%s%s", i ? ", " : "", names->items[list->items[i]]);
    if (list->count == 0)
        text_add(&line, none);
    print_paragraph(LABEL, label, text_show(&line));
    text_release(&line);
}

static void print_head(const Routine *routine, const Plan *plan, const Settings *settings)
{
    char time[DURATION_TEXT_SIZE];
    print_line("%s", routine->title);
    Text line = {0};
    text_print(&line, "%s, %zu move%s", duration_words(time, plan->seconds), plan->move_count,
               plan->move_count == 1 ? "" : "s");
    if (routine->goal != GOAL_NONE)
        text_print(&line, ", %s", goal_name((int)routine->goal));
    print_line("%s", text_show(&line));
    text_release(&line);
    if (plan->dropped)
        print_line("Left out to fit the time: %s", plan->dropped);
    if (plan->ruled_out)
        print_line("Left out for your health: %s", plan->ruled_out);
    if (routine->summary) {
        print_line("%s", "");
        print_paragraph(0, NULL, routine->summary);
    }
    print_line("%s", "");
    if (routine->path) /* a text that came from nowhere has none yet */
        print_paragraph(LABEL, "id", routine->id);
    print_words("areas", &routine->areas, &area_words, "none");
    print_words("where", &routine->places, &place_words, "more than one place");
    print_tools(&routine->tools, settings);
    if (routine->pair)
        print_paragraph(LABEL, "pair", routine->pair);
    if (routine->check.say)
        print_paragraph(LABEL, "check", routine->check.say);
    if (routine->check.unit != UNIT_FEEL) {
        Text measured = {0};
        wording_measured(&measured, &routine->check);
        print_paragraph(LABEL, NULL, text_show(&measured));
        text_release(&measured);
    }
}

static const char *side_words_of(Sides sides)
{
    static const char *const words[SIDES_COUNT] = {
        [SIDES_NONE] = "", [SIDES_BOTH] = "left and right", [SIDES_LEFT] = "left only", [SIDES_RIGHT] = "right only"};
    return words[sides];
}

static void print_moves(const Plan *plan)
{
    int width = 0;
    for (size_t i = 0; i < plan->move_count; i++)
        width = MAX_OF(width, utf8_cells(plan->moves[i].name));
    print_line("\nMoves");
    for (size_t i = 0; i < plan->move_count; i++) {
        const PlanMove *move = &plan->moves[i];
        char time[DURATION_TEXT_SIZE];
        Text line = {0};
        text_print(&line, "%*zu  ", INDENT + 2, i + 1);
        print_column(&line, move->name, width + 2);
        text_print(&line, "%6s", duration_clock(time, move->seconds));
        if (move->sides != SIDES_NONE)
            text_print(&line, "  %s", side_words_of(move->sides));
        print_line("%s", text_show(&line));
        text_release(&line);
    }
}

static void print_list(const char *title, const TextList *list)
{
    if (list->count == 0)
        return;
    print_line("\n%s", title);
    for (size_t i = 0; i < list->count; i++)
        print_paragraph(INDENT + 2, "  -", list->items[i]);
}

static void print_sources(const SourceList *sources)
{
    if (sources->count > 0)
        print_line("\nSources");
    for (size_t i = 0; i < sources->count; i++) {
        print_paragraph(INDENT + 2, "  -", sources->items[i].title);
        if (sources->items[i].url)
            print_line("    %s", sources->items[i].url);
    }
}

static uint32_t health_of(const Item *items, size_t count)
{
    uint32_t words = 0;
    for (size_t i = 0; i < count; i++) {
        const Move *move = items[i].kind == ITEM_MOVE ? items[i].move : NULL;
        for (size_t k = 0; move && k < move->not_with.count; k++)
            words |= UINT32_C(1) << move->not_with.items[k];
        words |= health_of(items[i].items, items[i].count);
    }
    return words;
}

/* What rules out some move of it, with what each word stands for. */
static void print_health(const Routine *routine)
{
    const uint32_t words = health_of(routine->items, routine->count);
    if (words != 0)
        print_line("\nSome moves are not for people with");
    for (int health = 0; health < HEALTH_COUNT; health++) {
        Text line = {0};
        text_print(&line, "%s: %s", health_name(health), health_meaning((Health)health));
        if (words >> health & 1)
            print_paragraph(INDENT + 2, "  -", text_show(&line));
        text_release(&line);
    }
}

static void print_ask_first(const Settings *settings)
{
    Text line = {0};
    if (settings)
        caps_ask_first(&line, &settings->health);
    if (line.length > 0)
        print_line("%s", "");
    if (line.length > 0)
        print_paragraph(0, NULL, text_show(&line));
    text_release(&line);
}

void print_routine(const Routine *routine, const Plan *plan, const Settings *settings)
{
    Arena arena = {0};
    print_head(routine, plan, settings);
    print_moves(plan);
    print_list("Take care", &routine->cautions);
    print_ask_first(settings);
    print_health(routine);
    const TextList questions = plan_questions(plan, &arena);
    print_list("knead asks before the start", &questions);
    print_sources(&routine->sources);
    arena_release(&arena);
}
