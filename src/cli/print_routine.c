/* SPDX-License-Identifier: MIT */
#include "cli/print_routine.h"

#include <string.h>

#include "base/duration.h"
#include "base/macros.h"
#include "base/utf8.h"
#include "cli/print.h"
#include "routine/filter.h"
#include "routine/move_uses.h"
#include "routine/timeline.h"
#include "routine/wording.h"
#include "session/caps.h"
#include "settings/health.h"

enum { INDENT = 2, LABEL = 11, LIMITED = 12 };

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

void print_routine_level(const Plan *plan)
{
    Text level = {0};
    if (plan->options.level == LEVEL_STANDARD)
        return;
    caps_say_level(&level, &plan->options);
    print_paragraph(0, NULL, text_show(&level));
    text_release(&level);
}

void print_routine_limits(const Plan *plan)
{
    if (plan->limits)
        print_paragraph(LIMITED, "Limited for ", plan->limits);
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
    print_routine_level(plan);
    print_routine_limits(plan);
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
    Arena arena = {0};
    const ToolList tools = filter_soft_tools(&arena, &routine->tools, &plan->options.health);
    print_tools(&tools, settings);
    arena_release(&arena);
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

static uint32_t words_of_move(const Move *move)
{
    uint32_t words = 0;
    for (size_t i = 0; i < move->not_with.count; i++)
        words |= UINT32_C(1) << move->not_with.items[i];
    return words;
}

static uint32_t words_of_items(const Item *items, size_t count)
{
    uint32_t words = 0;
    for (size_t i = 0; i < count; i++) {
        words |= items[i].kind == ITEM_MOVE ? words_of_move(items[i].move) : 0;
        words |= words_of_items(items[i].items, items[i].count);
    }
    return words;
}

/* What rules it out, with what each word stands for. */
static void print_health(const char *title, uint32_t words)
{
    if (words != 0)
        print_line("\n%s", title);
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
    print_ask_first(settings);
    print_moves(plan);
    print_list("Take care", &routine->cautions);
    print_health("Some moves are not for people with", words_of_items(routine->items, routine->count));
    const TextList questions = plan_questions(plan, &arena);
    print_list("knead asks before the start", &questions);
    print_sources(&routine->sources);
    arena_release(&arena);
}

static void print_text(const char *title, const char *text)
{
    if (!text)
        return;
    print_line("\n%s", title);
    print_paragraph(INDENT, NULL, text);
}

/* The tools with the same set-up as that at `index`: "therapy-ball, tennis-ball: ". False if an earlier one has it. */
static bool add_tools_of_setup(Text *into, const SetUpList *setups, size_t index)
{
    for (size_t i = 0; i < setups->count; i++) {
        const SetUp *setup = &setups->items[i];
        const bool is_same = strcmp(setup->text, setups->items[index].text) == 0;
        if (is_same && i < index)
            return false;
        if (is_same && setup->tool)
            text_print(into, "%s%s", into->length > 0 ? ", " : "", setup->tool);
    }
    text_add(into, into->length > 0 ? ": " : "");
    return true;
}

static void print_setups(const SetUpList *setups)
{
    if (setups->count > 0)
        print_line("\nSet-up");
    for (size_t i = 0; i < setups->count; i++) {
        Text line = {0};
        if (add_tools_of_setup(&line, setups, i)) {
            text_add(&line, setups->items[i].text);
            print_paragraph(INDENT, NULL, text_show(&line));
        }
        text_release(&line);
    }
}

/* The holds of one side, each with what is said in it. */
static void print_phases(const Move *move)
{
    print_line("\nDo");
    for (size_t i = 0; i < move->phase_count; i++) {
        const Phase *phase = &move->phases[i];
        Text line = {0};
        text_print(&line, "%s%s", phase->name ? phase->name : "", phase->name ? ": " : "");
        wording_hold(&line, &phase->hold, phase->technique);
        text_add(&line, phase->pressure.is_set ? "; pressure " : "");
        if (phase->pressure.is_set)
            wording_pressure(&line, phase->pressure);
        print_paragraph(INDENT, NULL, text_show(&line));
        text_release(&line);
        if (phase->setup)
            print_paragraph(INDENT + 2, "  -", phase->setup);
        for (size_t k = 0; k < phase->cues.count; k++)
            print_paragraph(INDENT + 2, "  -", phase->cues.items[k].say);
    }
}

static void print_shared_head(const char *id, const Move *move, const Settings *settings)
{
    char time[DURATION_TEXT_SIZE];
    print_line("%s", move->name);
    print_line("%s%s%s", duration_words(time, timeline_move_seconds(move)), move->sides == SIDES_NONE ? "" : ", ",
               side_words_of(move->sides));
    if (move->why)
        print_line("%s", "");
    if (move->why)
        print_paragraph(0, NULL, move->why);
    print_line("%s", "");
    print_paragraph(LABEL, "id", id);
    print_words("areas", &move->areas, &area_words, "none");
    print_words("where", &move->where, &place_words, "anywhere");
    print_tools(&move->tools, settings);
}

void print_routine_move(const Library *library, const char *id, const Move *move, const Settings *settings)
{
    Text uses = {0};
    print_shared_head(id, move, settings);
    print_setups(&move->setups);
    print_phases(move);
    print_text("Feel", move->feel);
    print_text("Lighter", move->lighter);
    print_text("Deeper", move->deeper);
    print_list("Avoid", &move->avoid);
    print_list("Take care", &move->cautions);
    print_health("Not for people with", words_of_move(move));
    print_text("knead asks before the start", move->confirm);
    print_list("Instead", &move->instead);
    move_uses_add(&uses, library, id);
    print_line("%s", "");
    print_paragraph(0, NULL, text_show(&uses));
    text_release(&uses);
}
