/* SPDX-License-Identifier: MIT */
#include "plain/routine_lines.h"

#include <string.h>

#include "base/duration.h"
#include "base/macros.h"
#include "plain/line.h"
#include "routine/wording.h"
#include "session/caps.h"
#include "session/plan.h"
#include "ui/screens/library_item.h"
#include "ui/screens/plan_page.h"

enum { AREAS_MOST = 5 };

/* "Take care: ..."; nothing where there is no text. */
static void say_labelled(Console *console, const char *label, const char *text)
{
    Text line = {0};
    if (text && *text)
        text_print(&line, "%s: %s", label, text);
    console_say_text(console, &line);
    text_release(&line);
}

void routine_lines_say_length(Console *console)
{
    const Model *model = app_model(console->app);
    const Plan *plan = model->plan;
    char words[DURATION_TEXT_SIZE];
    Text line = {0};
    if (plan) {
        text_print(&line, "%s, %s, %zu move%s", plan->title, duration_words(words, plan->seconds), plan->move_count,
                   plan->move_count == 1 ? "" : "s");
        if (model->minutes > 0)
            text_print(&line, ", made to fit %d min", (int)model->minutes);
        text_add(&line,
                 model->entry && library_item_is_favourite(model->entry, model->settings) ? ", a favourite." : ".");
    } else if (model->plan_problem) {
        text_add(&line, model->plan_problem);
    }
    console_say_text(console, &line);
    text_release(&line);
}

void routine_lines_say_level(Console *console)
{
    const Plan *plan = app_model(console->app)->plan;
    Text line = {0};
    if (plan) {
        text_add(&line, "Level: ");
        caps_say_level(&line, &plan->options);
        text_add_char(&line, '.');
    }
    console_say_text(console, &line);
    text_release(&line);
}

/* What it is for, what it needs, where it can be done. */
static void say_needs(Console *console, const Model *model)
{
    const Routine *routine = model->entry ? model->entry->routine : NULL;
    Text line = {0};
    if (!routine)
        return;
    text_add(&line, "For ");
    wording_areas(&line, &routine->areas, "the ", AREAS_MOST);
    text_add_char(&line, '.');
    console_say_text(console, &line);
    text_add(&line, routine->tools.count > 0 ? "Tools: " : "No tools needed");
    wording_tools(&line, &routine->tools, &model->settings->tools.names, true);
    text_add_char(&line, '.');
    console_say_text(console, &line);
    text_add(&line, "Place: ");
    wording_places(&line, &routine->places);
    text_add_char(&line, '.');
    console_say_text(console, &line);
    text_release(&line);
}

static void say_care(Console *console, const Plan *plan)
{
    Arena arena = {0};
    const TextList cautions = plan_cautions(plan, &arena), questions = plan_questions(plan, &arena);
    for (size_t i = 0; i < cautions.count; i++)
        say_labelled(console, "Take care", cautions.items[i]);
    for (size_t i = 0; i < questions.count; i++)
        say_labelled(console, "It asks before the start", questions.items[i]);
    arena_release(&arena);
}

/* The same reason for several moves is said once. */
static void say_lowered(Console *console, const Plan *plan)
{
    const char *last = NULL;
    for (size_t i = 0; i < plan->move_count; i++) {
        if (plan->moves[i].lowered && !text_same(plan->moves[i].lowered, last))
            say_labelled(console, "Pressure", plan->moves[i].lowered);
        last = plan->moves[i].lowered ? plan->moves[i].lowered : last;
    }
}

static void say_problems(Console *console, const LibraryEntry *entry)
{
    say_labelled(console, "The file has errors", entry->path);
    if (entry->diags.count > 0)
        say_labelled(console, "The first one", entry->diags.items[0].message);
}

void routine_lines_say(Console *console)
{
    const Model *model = app_model(console->app);
    const Plan *plan = model->plan;
    if (!plan && model->entry && model->entry->state == ENTRY_BROKEN)
        say_problems(console, model->entry);
    routine_lines_say_length(console);
    if (!plan)
        return;
    for (size_t i = 0; i < plan->routine_count; i++)
        console_say(console, plan->routines[i].summary ? plan->routines[i].summary : "");
    say_needs(console, model);
    say_care(console, plan);
    say_lowered(console, plan);
    routine_lines_say_level(console);
    say_labelled(console, "Left out, you said no", plan->declined);
    say_labelled(console, "Left out for your health", plan->ruled_out);
    say_labelled(console, "Left out to fit the time", plan->dropped);
}

void routine_lines_add_move(Text *into, const Plan *plan, int32_t index)
{
    const PlanMove *move = &plan->moves[index];
    char words[DURATION_TEXT_SIZE];
    text_print(into, "%s, ", move->name);
    if (move->sides != SIDES_NONE) {
        wording_sides(into, move->sides, plan_page_first_side(plan, index), false);
        text_add(into, ", ");
    }
    text_add(into, duration_words(words, move->seconds));
}

void routine_lines_say_move(Console *console, int32_t index)
{
    const Model *model = app_model(console->app);
    bool is_more = true;
    for (int row = 0; is_more; row++) {
        Text line = {0};
        is_more = line_about(&line, model->plan, &model->plan->moves[index], model->positions, row);
        console_say_text(console, &line);
        text_release(&line);
    }
}
