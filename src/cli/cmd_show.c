/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/duration.h"
#include "base/macros.h"
#include "base/memory.h"
#include "cli/commands.h"
#include "cli/json.h"
#include "cli/plan_postures.h"
#include "cli/positions_svg.h"
#include "cli/print.h"
#include "cli/print_positions.h"
#include "cli/print_routine.h"
#include "cli/show_programme.h"
#include "routine/export.h"
#include "routine/wording.h"
#include "session/plan.h"

/* A plan as its author wants to see it: every second at which something happens, move by move, and what it adds up to.
 */

/* Where a row's words begin: behind its time, kind and length. */
enum { WORDS_AT = 25, INDENT = 11, NAME_CELLS = 15 };

static void print_row(const char *kind, int32_t at_s, int32_t seconds, const char *words)
{
    char at[DURATION_TEXT_SIZE], length[DURATION_TEXT_SIZE];
    Text lead = {0};
    text_print(&lead, "%7s  %-8s%6s  ", duration_clock(at, at_s), kind,
               seconds > 0 ? duration_clock(length, seconds) : "");
    if (*words)
        print_paragraph(WORDS_AT, text_show(&lead), words);
    else
        print_line("%.*s", WORDS_AT - 2, text_show(&lead));
    text_release(&lead);
}

static void add_part(Text *into, const char *part)
{
    text_print(into, "%s%s", into->length > 0 ? ", " : "", part);
}

static void add_breath(Text *into, const Breath *breathe)
{
    text_print(into, "%sbreathe in %ds", into->length > 0 ? ", " : "", breathe->in_s);
    if (breathe->hold_s > 0)
        text_print(into, ", hold %ds", breathe->hold_s);
    text_print(into, ", out %ds", breathe->out_s);
    if (breathe->rest_s > 0)
        text_print(into, ", rest %ds", breathe->rest_s);
}

/* "left: Sink in, stripping, 15 strokes of 4s, pressure 4 to 6". */
static void describe_hold(const Step *step, Text *into)
{
    Text parts = {0};
    if (step->phase_name)
        add_part(&parts, step->phase_name);
    if (step->technique != TECHNIQUE_NONE)
        add_part(&parts, technique_name((int)step->technique));
    if (step->passes > 0)
        text_print(&parts, "%s%d %s of %ds", parts.length > 0 ? ", " : "", step->passes,
                   wording_pass(step->technique, step->passes), step->pace_s);
    if (step->pressure.is_set && step->pressure.low == step->pressure.high)
        text_print(&parts, "%spressure %d", parts.length > 0 ? ", " : "", step->pressure.low);
    else if (step->pressure.is_set)
        text_print(&parts, "%spressure %d to %d", parts.length > 0 ? ", " : "", step->pressure.low,
                   step->pressure.high);
    if (step->breathe.in_s > 0)
        add_breath(&parts, &step->breathe);
    text_print(into, "%s%s", into->length > 0 && parts.length > 0 ? ": " : "", text_show(&parts));
    text_release(&parts);
}

/* What happens in the course of a hold: cues, and the moment from which a range may be ended, which comes first where
 * both are at one second. */
static void print_course(const Step *step)
{
    bool is_told = step->may_end_s == 0;
    for (size_t i = 0; i <= step->cue_count; i++) {
        const bool is_last = i == step->cue_count;
        if (!is_told && (is_last || step->cues[i].at_s >= step->may_end_s)) {
            print_row("may end", step->at_s + step->may_end_s, 0, "from here on, if it has eased");
            is_told = true;
        }
        if (!is_last)
            print_row("cue", step->at_s + step->cues[i].at_s, 0, step->cues[i].say);
    }
}

static void print_step(const Step *step)
{
    static const char *const kinds[STEP_KIND_COUNT] = {
        [STEP_PREPARE] = "prepare", [STEP_SWITCH] = "switch", [STEP_HOLD] = "hold", [STEP_REST] = "rest"};
    Text words = {0};
    if (step->kind == STEP_REST && step->name)
        text_add(&words, step->name);
    if (step->side != SIDE_NONE)
        text_add(&words, side_name((int)step->side));
    if (step->kind == STEP_HOLD)
        describe_hold(step, &words);
    else if (step->phase_name)
        text_print(&words, "%s%s", words.length > 0 ? ": " : "", step->phase_name);
    print_row(kinds[step->kind], step->at_s, step->seconds, text_show(&words));
    text_release(&words);
    print_course(step);
}

static void print_heading(const Plan *plan, int32_t index)
{
    const PlanMove *move = &plan->moves[index];
    char length[DURATION_TEXT_SIZE], lead[DURATION_TEXT_SIZE];
    Text line = {0};
    text_print(&line, "%s, %s: ", move->name, duration_words(length, move->seconds));
    for (size_t i = 0; i < move->areas.count; i++)
        text_print(&line, "%s%s", i ? ", " : "", area_name(move->areas.items[i]));
    snprintf(lead, sizeof lead, "%d  ", (int)index + 1);
    print_line("%s", "");
    print_paragraph((int)strlen(lead), lead, text_show(&line));
    text_release(&line);
}

static void print_steps(const Plan *plan)
{
    char at[DURATION_TEXT_SIZE];
    int32_t move = -1;
    for (size_t i = 0; i < plan->step_count; i++) {
        const Step *step = &plan->steps[i];
        if (step->move >= 0 && step->move != move)
            print_heading(plan, move = step->move);
        print_step(step);
    }
    print_line("\n%7s  end", duration_clock(at, plan->seconds));
}

/* What it adds up to: time held by side, area, tool, place and technique. */

/* One thing that is needed, and how long. */
typedef struct ToolTotal {
    const TextList *any_of;
    int32_t seconds;
} ToolTotal;

/* A move that fitting made shorter, what is held on all its sides. */
typedef struct Shortening {
    const char *name;
    int32_t from_s, to_s;
} Shortening;

typedef struct Totals {
    int32_t holds_s, set_ups_s, rests_s;
    int32_t side_s[SIDE_COUNT];               /* held, as all that follow */
    int32_t area_s[AREA_COUNT][SIDE_COUNT];   /* a move counts in full for each of its areas */
    int32_t place_s[PLACE_COUNT];             /* what could be done there */
    int32_t technique_s[TECHNIQUE_COUNT + 1]; /* the last: where none is said */
    ToolTotal *tools;                         /* each different need once, in the order of the moves */
    size_t tool_count;
    int32_t without_tool_s;
    Shortening *shortened;
    size_t shortened_count;
} Totals;

static bool same_need(const TextList *a, const TextList *b)
{
    bool is_same = a->count == b->count;
    for (size_t i = 0; i < a->count && is_same; i++)
        is_same = strcmp(a->items[i], b->items[i]) == 0;
    return is_same;
}

static void add_tools(Totals *totals, const ToolList *tools, int32_t seconds)
{
    if (tools->count == 0)
        totals->without_tool_s += seconds;
    for (size_t i = 0; i < tools->count; i++) {
        const TextList *need = &tools->items[i].any_of;
        size_t place = 0;
        while (place < totals->tool_count && !same_need(totals->tools[place].any_of, need))
            place++;
        if (place == totals->tool_count)
            totals->tools[totals->tool_count++].any_of = need;
        totals->tools[place].seconds += seconds;
    }
}

static void add_hold(Totals *totals, const PlanMove *move, const Step *step)
{
    const int32_t seconds = step->seconds;
    totals->holds_s += seconds;
    totals->side_s[step->side] += seconds;
    totals->technique_s[step->technique] += seconds;
    for (size_t i = 0; i < move->areas.count; i++)
        totals->area_s[move->areas.items[i]][step->side] += seconds;
    for (size_t i = 0; i < move->where.count; i++)
        totals->place_s[move->where.items[i]] += seconds;
    for (int place = 0; place < PLACE_COUNT && move->where.count == 0; place++)
        totals->place_s[place] += seconds;
    add_tools(totals, &move->tools, seconds);
}

static int32_t held_s(const Plan *plan, const PlanMove *move)
{
    int32_t seconds = 0;
    for (int32_t i = 0; i < move->step_count; i++) {
        const Step *step = &plan->steps[move->first_step + i];
        seconds += step->kind == STEP_HOLD ? step->seconds : 0;
    }
    return seconds;
}

/* Both plans have their moves in the order of their turns; the shorter one lacks some. */
static void find_shortened(Totals *totals, const Plan *plan, const Plan *full)
{
    for (size_t i = 0, k = 0; i < plan->move_count; i++) {
        while (k < full->move_count && full->moves[k].turn < plan->moves[i].turn)
            k++;
        if (k == full->move_count)
            return;
        const Shortening one = {plan->moves[i].name, held_s(full, &full->moves[k]), held_s(plan, &plan->moves[i])};
        if (one.to_s < one.from_s)
            totals->shortened[totals->shortened_count++] = one;
    }
}

/* Borrows texts of the plan; the lists are in the arena. `full` is the same plan without --minutes, or NULL. */
static void sum_up(Totals *totals, Arena *arena, const Plan *plan, const Plan *full)
{
    size_t needs = 0;
    *totals = (Totals){0};
    for (size_t i = 0; i < plan->move_count; i++)
        needs += plan->moves[i].tools.count;
    totals->tools = arena_take_array(arena, needs, sizeof(*totals->tools));
    totals->shortened = arena_take_array(arena, plan->move_count, sizeof(*totals->shortened));
    for (size_t i = 0; i < plan->step_count; i++) {
        const Step *step = &plan->steps[i];
        if (step->kind == STEP_HOLD)
            add_hold(totals, &plan->moves[step->move], step);
        else if (step->kind == STEP_REST)
            totals->rests_s += step->seconds;
        else
            totals->set_ups_s += step->seconds;
    }
    if (full)
        find_shortened(totals, plan, full);
}

static void print_sides(const char *name, const int32_t seconds[SIDE_COUNT])
{
    static const Side order[] = {SIDE_LEFT, SIDE_RIGHT, SIDE_NONE};
    char time[DURATION_TEXT_SIZE];
    int32_t sum_s = 0;
    Text line = {0};
    text_add(&line, "  ");
    print_column(&line, name, NAME_CELLS);
    for (size_t i = 0; i < ARRAY_LEN(order); i++) {
        text_print(&line, "%9s", seconds[order[i]] > 0 ? duration_clock(time, seconds[order[i]]) : "-");
        sum_s += seconds[order[i]];
    }
    print_line("%s%9s", text_show(&line), duration_clock(time, sum_s));
    text_release(&line);
}

static void print_areas(const Totals *totals)
{
    print_line("\n  %-*s%9s%9s%9s%9s", NAME_CELLS, "Held", "left", "right", "both", "total");
    for (int area = 0; area < AREA_COUNT; area++) {
        const int32_t *sides = totals->area_s[area];
        if (sides[SIDE_NONE] + sides[SIDE_LEFT] + sides[SIDE_RIGHT] > 0)
            print_sides(area_name(area), sides);
    }
    print_sides("the whole", totals->side_s);
}

static void print_time(int32_t seconds, const char *name)
{
    char time[DURATION_TEXT_SIZE], lead[2 * DURATION_TEXT_SIZE];
    if (seconds == 0)
        return;
    snprintf(lead, sizeof lead, "%9s", duration_clock(time, seconds));
    print_paragraph(INDENT, lead, name);
}

static void print_tools(const Totals *totals)
{
    print_line("\n  By tool");
    for (size_t i = 0; i < totals->tool_count; i++) {
        Text line = {0};
        print_join(&line, totals->tools[i].any_of->items, totals->tools[i].any_of->count, " or ");
        print_time(totals->tools[i].seconds, text_show(&line));
        text_release(&line);
    }
    print_time(totals->without_tool_s, "without a tool");
}

static void print_left_out(const char *why, const char *names)
{
    if (!names)
        return;
    print_line("\n  %s", why);
    print_paragraph(INDENT, NULL, names);
}

static void print_fitting(const Plan *plan, const Totals *totals)
{
    char from[DURATION_TEXT_SIZE], to[DURATION_TEXT_SIZE];
    print_left_out("Left out to fit the time", plan->dropped);
    print_left_out("Left out for your health", plan->ruled_out);
    if (totals->shortened_count > 0)
        print_line("\n  Shortened to fit, what is held");
    for (size_t i = 0; i < totals->shortened_count; i++) {
        const Shortening *one = &totals->shortened[i];
        print_line("%9s  from %s: %s", duration_clock(to, one->to_s), duration_clock(from, one->from_s), one->name);
    }
}

static void print_totals(const Plan *plan, const Totals *totals)
{
    print_line("\nTotals");
    print_time(totals->holds_s, "held");
    print_time(totals->set_ups_s, "set-ups and changes of side");
    print_time(totals->rests_s, "rests");
    print_areas(totals);
    print_tools(totals);
    print_line("\n  By place, what could be done there");
    for (int place = 0; place < PLACE_COUNT; place++)
        print_time(totals->place_s[place], place_name(place));
    print_line("\n  By technique");
    for (int technique = 0; technique < TECHNIQUE_COUNT; technique++)
        print_time(totals->technique_s[technique], technique_name(technique));
    print_time(totals->technique_s[TECHNIQUE_NONE], "none given");
    print_fitting(plan, totals);
}

/* `full` is the same plan without --minutes, or NULL. */
static void print_timeline(const Plan *plan, const Plan *full)
{
    Arena arena = {0};
    Totals totals;
    char length[DURATION_TEXT_SIZE];
    print_paragraph(0, NULL, plan->title);
    print_line("%s, %zu move%s", duration_words(length, plan->seconds), plan->move_count,
               plan->move_count == 1 ? "" : "s");
    print_routine_level(plan);
    print_routine_limits(plan);
    sum_up(&totals, &arena, plan, full);
    print_steps(plan);
    print_totals(plan, &totals);
    arena_release(&arena);
}

static Plan *build(const Routine *routine, const Settings *settings, const Options *options, int32_t minutes,
                   char **problem)
{
    const PlanOptions wanted = {.minutes = minutes,
                                .level = (Level)options->numbers[OPTION_LEVEL], /* 0, standard, where not given */
                                .health = settings->health,
                                .has_caps = true, /* what will be asked of this person */
                                .tools = settings->tools.names};
    return plan_build(&routine, 1, &wanted, problem);
}

static int show_for(const Settings *settings, const Routine *routine, const Options *options)
{
    char *problem = NULL;
    const int32_t minutes = options->numbers[OPTION_MINUTES];
    Plan *plan = build(routine, settings, options, minutes, &problem);
    Plan *full = plan && minutes > 0 ? build(routine, settings, options, 0, &problem) : NULL;
    if (!plan)
        return print_failure_free(problem);
    int status = EXIT_FINE;
    if (options_has(options, OPTION_JSON))
        status = json_print(json_of_plan(routine, plan));
    else if (options_has(options, OPTION_TIMELINE))
        print_timeline(plan, full);
    else
        print_routine(routine, plan, settings);
    plan_free(plan);
    plan_free(full);
    free(problem);
    return status;
}

static int show(const Routine *routine, const Options *options)
{
    Settings settings = {0};
    context_settings(&settings, NULL);
    const int status = show_for(&settings, routine, options);
    settings_release(&settings);
    return status;
}

static int show_yaml(Library *library, LibraryEntry *entry)
{
    char *problem = NULL, *text = export_routine(library, entry, &problem);
    if (!text)
        return print_failure_free(problem);
    print_file(text);
    free(text);
    return EXIT_FINE;
}

/* Positions, of a routine or of a shared move. */

static int draw_plan(const Library *library, const LibraryEntry *entry, const Plan *plan, const Settings *settings,
                     const Options *options)
{
    const Theme theme = settings_theme(settings);
    int status = EXIT_FINE;
    Text picture = {0};
    PlanPostures postures = {0};
    plan_postures_find(&postures, library, entry, plan, &settings->tools.names);
    if (!options_has(options, OPTION_SVG))
        print_positions(plan, &postures, &theme);
    else if (positions_svg(&picture, &postures))
        status = positions_svg_write(options->texts[OPTION_SVG], &picture);
    else
        status = print_failure("%s has no position to draw", plan->title);
    plan_postures_release(&postures);
    text_release(&picture);
    return status;
}

static int draw(const Library *library, const LibraryEntry *entry, const PersonHealth *health, const Settings *settings,
                const Options *options)
{
    char *problem = NULL;
    const PlanOptions wanted = {
        .minutes = options->numbers[OPTION_MINUTES], .health = *health, .tools = settings->tools.names};
    const Routine *routine = entry->routine;
    Plan *plan = plan_build(&routine, 1, &wanted, &problem);
    if (!plan)
        return print_failure_free(problem);
    const int status = draw_plan(library, entry, plan, settings, options);
    plan_free(plan);
    return status;
}

/* A shared move as a routine that has only that; NULL if it has errors, which are printed. */
static LibraryEntry *entry_of_move(Library *library, const char *id)
{
    char *text = memory_print("{knead: 1, title: '%s', moves: [{use: %s}]}", id, id);
    LibraryEntry *entry = library_take_text(library, id, text, strlen(text));
    if (entry->routine)
        return entry;
    print_diags(&entry->diags, entry->source, entry->source_length);
    return NULL;
}

static bool is_move(Library *library, const char *name)
{
    return !library_listed(library, name) && words_find(library_move_ids(library), name, strlen(name)) >= 0;
}

/* A move is drawn whatever the person's health is: nothing is done. */
static int show_positions(Library *library, const char *name, const Options *options)
{
    static const PersonHealth any_health = {0};
    const bool is_of_move = is_move(library, name);
    LibraryEntry *entry = is_of_move ? entry_of_move(library, name)
                                     : context_routine(library, name, "nothing was drawn");
    if (!entry)
        return EXIT_FAILED;
    Settings settings = {0};
    context_settings(&settings, NULL);
    const int status = draw(library, entry, is_of_move ? &any_health : &settings.health, &settings, options);
    settings_release(&settings);
    return status;
}

static int show_move(Library *library, const char *id)
{
    Arena arena = {0};
    DiagnosticList diags = {0};
    const Move *move = library_move(library, &arena, id, &diags);
    if (move) {
        Settings settings = {0};
        context_settings(&settings, NULL);
        for (size_t i = 0; i < library_count(library); i++)
            library_load(library, library_at(library, i));
        print_routine_move(library, id, move, &settings);
        settings_release(&settings);
    } else {
        print_diags(&diags, NULL, 0);
    }
    diagnostic_release(&diags);
    arena_release(&arena);
    return move ? EXIT_FINE : EXIT_FAILED;
}

static int show_text(Library *library, const char *name, const Options *options)
{
    LibraryEntry *programme = show_programme_find(library, name);
    if (programme)
        return show_programme_print(library, programme, options);
    const uint64_t of_routines = OPTION_BIT(OPTION_MINUTES) | OPTION_BIT(OPTION_TIMELINE) | OPTION_BIT(OPTION_YAML) |
                                 OPTION_BIT(OPTION_JSON);
    if ((options->given & of_routines) == 0 && is_move(library, name))
        return show_move(library, name);
    char *advice = memory_print("to fix it: knead edit %s", name);
    LibraryEntry *entry = context_routine(library, name, advice);
    free(advice);
    if (!entry)
        return EXIT_FAILED;
    return options_has(options, OPTION_YAML) ? show_yaml(library, entry) : show(entry->routine, options);
}

/* Whether the options can be used together. */
static bool are_together(const Options *options)
{
    static const struct {
        OptionId id;
        const char *does;
        uint64_t others;
    } rows[] = {{OPTION_YAML, "writes the whole routine as a file",
                 OPTION_BIT(OPTION_MINUTES) | OPTION_BIT(OPTION_LEVEL) | OPTION_BIT(OPTION_TIMELINE) |
                     OPTION_BIT(OPTION_POSITIONS) | OPTION_BIT(OPTION_SVG) | OPTION_BIT(OPTION_JSON)},
                {OPTION_POSITIONS, "draws positions",
                 OPTION_BIT(OPTION_LEVEL) | OPTION_BIT(OPTION_TIMELINE) | OPTION_BIT(OPTION_JSON)},
                {OPTION_SVG, "draws positions",
                 OPTION_BIT(OPTION_LEVEL) | OPTION_BIT(OPTION_TIMELINE) | OPTION_BIT(OPTION_JSON)}};
    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        const uint64_t wrong = options_has(options, rows[i].id) ? options->given & rows[i].others : 0;
        for (int id = 0; id < OPTION_COUNT; id++) {
            if ((wrong & OPTION_BIT(id)) == 0)
                continue;
            print_failure("--%s %s, so it cannot be used with --%s", option_rows[rows[i].id].name, rows[i].does,
                          option_rows[id].name);
            return false;
        }
    }
    return true;
}

static int run_show(const Context *context)
{
    const Options *options = context->options;
    const char *name = context->arguments[0];
    if (!are_together(options))
        return EXIT_USAGE;
    Library *library = context_library(context);
    if (!library)
        return EXIT_FAILED;
    const bool is_drawn = options_has(options, OPTION_POSITIONS) || options_has(options, OPTION_SVG);
    const int status = (is_drawn ? show_positions : show_text)(library, name, options);
    library_free(library);
    return status;
}

const Command command_show = {
    .name = "show",
    .arguments = "ROUTINE",
    .summary = "show a routine: moves, sides, times, tools, cautions, sources",
    .details =
        "It can also be the id of a shared move (see knead list --moves), alone or with --positions or --svg; or "
        "of a programme, alone, with --json, or with --yaml, which writes its routines into it.",
    .example = "knead show itb-cross-friction\nknead show itb-cross-friction --minutes 6 --timeline\n"
               "knead show itb-cross-friction --yaml > for-a-friend.yaml\n"
               "knead show itb-cross-friction --positions\nknead show calf-milker",
    .options = OPTION_BIT(OPTION_MINUTES) | OPTION_BIT(OPTION_LEVEL) | OPTION_BIT(OPTION_TIMELINE) |
               OPTION_BIT(OPTION_YAML) | OPTION_BIT(OPTION_POSITIONS) | OPTION_BIT(OPTION_SVG) |
               OPTION_BIT(OPTION_JSON),
    .least = 1,
    .most = 1,
    .run = run_show,
};
