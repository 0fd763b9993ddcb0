/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <stdlib.h>

#include "base/duration.h"
#include "base/utf8.h"
#include "cli/command.h"
#include "cli/json.h"
#include "cli/person.h"
#include "cli/print.h"
#include "session/plan.h"

enum { INDENT = 2, LABEL = 11 };

static void print_tools(const ToolList *tools)
{
    for (size_t i = 0; i < tools->count; i++) {
        Text line = {0};
        print_join(&line, tools->items[i].any_of.items, tools->items[i].any_of.count, " or ");
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

static void print_head(const Routine *routine, const Plan *plan)
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
        print_line("Left out to fit: %s", plan->dropped);
    if (plan->ruled_out)
        print_line("Left out for your health: %s", plan->ruled_out);
    if (routine->summary) {
        print_line("%s", "");
        print_paragraph(0, NULL, routine->summary);
    }
    print_line("%s", "");
    print_paragraph(LABEL, "id", routine->id);
    print_words("areas", &routine->areas, &area_words, "none");
    print_words("where", &routine->places, &place_words, "more than one place");
    print_tools(&routine->tools);
    if (routine->check)
        print_paragraph(LABEL, "check", routine->check);
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

static void describe_hold(const Step *step, Text *line)
{
    if (step->phase_name)
        text_print(line, ": %s", step->phase_name);
    if (step->technique != TECHNIQUE_NONE)
        text_print(line, ", %s", technique_name((int)step->technique));
    if (step->passes > 0)
        text_print(line, ", %d passes, one each %d s", step->passes, step->pace_s);
    if (step->pressure.is_set && step->pressure.low == step->pressure.high)
        text_print(line, ", pressure %d", step->pressure.low);
    else if (step->pressure.is_set)
        text_print(line, ", pressure %d to %d", step->pressure.low, step->pressure.high);
    if (step->breathe.in_s > 0)
        text_print(line, ", breathe in %d s, out %d s", step->breathe.in_s, step->breathe.out_s);
    if (step->may_end_s > 0)
        text_print(line, ", may end after %d s", step->may_end_s);
}

static void print_timeline(const Plan *plan)
{
    static const char *const kinds[STEP_KIND_COUNT] = {
        [STEP_PREPARE] = "prepare", [STEP_SWITCH] = "switch", [STEP_HOLD] = "hold", [STEP_REST] = "rest"};
    char at[DURATION_TEXT_SIZE], length[DURATION_TEXT_SIZE];
    for (size_t i = 0; i < plan->step_count; i++) {
        const Step *step = &plan->steps[i];
        Text line = {0};
        text_print(&line, "%7s  %-8s%6s  %s", duration_clock(at, step->at_s), kinds[step->kind],
                   duration_clock(length, step->seconds), step->name ? step->name : "");
        if (step->side != SIDE_NONE)
            text_print(&line, ", %s", side_name((int)step->side));
        if (step->kind == STEP_HOLD)
            describe_hold(step, &line);
        print_line("%s", text_show(&line));
        text_release(&line);
        for (size_t k = 0; k < step->cue_count; k++)
            print_line("%7s  %-8s%6s  %s", duration_clock(at, step->at_s + step->cues[k].at_s), "cue", "",
                       step->cues[k].say);
    }
    print_line("%7s  end", duration_clock(at, plan->seconds));
}

static void print_routine(const Routine *routine, const Plan *plan)
{
    Arena arena = {0};
    print_head(routine, plan);
    print_moves(plan);
    print_list("Take care", &routine->cautions);
    const TextList questions = plan_questions(plan, &arena);
    print_list("It asks before the start", &questions);
    print_sources(&routine->sources);
    arena_release(&arena);
}

static int show(const Routine *routine, const Options *options)
{
    char *problem = NULL;
    Settings settings = {0};
    person_read(&settings);
    const PlanOptions wanted = {.minutes = options->numbers[OPTION_MINUTES], .health = settings.health};
    Plan *plan = plan_build(&routine, 1, &wanted, &problem);
    settings_release(&settings);
    if (!plan)
        return command_fail_free(problem);
    int status = EXIT_FINE;
    if (options_has(options, OPTION_JSON))
        status = json_print(json_of_plan(routine, plan));
    else if (options_has(options, OPTION_TIMELINE))
        print_timeline(plan);
    else
        print_routine(routine, plan);
    plan_free(plan);
    return status;
}

int run_show(const Call *call)
{
    Library *library = command_library(call);
    if (!library)
        return EXIT_FAILED;
    const LibraryEntry *entry = command_routine(library, call->arguments[0]);
    const int status = entry ? show(entry->routine, call->options) : EXIT_FAILED;
    library_free(library);
    return status;
}
