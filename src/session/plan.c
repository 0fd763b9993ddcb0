/* SPDX-License-Identifier: MIT */
#include "session/plan.h"

#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"
#include "base/text.h"
#include "routine/filter.h"
#include "routine/struct_members.h"
#include "routine/timeline.h"
#include "routine/wording.h"
#include "session/caps.h"
#include "session/plan_draft.h"

/* The moves that are left out for that reason, each name once, "A, B"; "A (clot), B (disc)" where it is a health word.
 * To free(); empty where there are none. */
static char *left_out_names(const PlanDraft *draft, PlanDraftOut out)
{
    Text names = {0};
    for (size_t i = 0; i < draft->move_count; i++) {
        const PlanDraftMove *move = &draft->moves[i];
        bool is_new = move->out == out;
        for (size_t k = 0; k < i && is_new; k++)
            is_new = draft->moves[k].out != out || strcmp(draft->moves[k].move->name, move->move->name) != 0;
        if (is_new)
            text_print(&names, "%s%s", names.length > 0 ? ", " : "", move->move->name);
        if (is_new && out == OUT_FOR_HEALTH)
            text_print(&names, " (%s)", health_name(move->health));
    }
    return text_detach(&names);
}

/* Why nothing is left, to free(). */
static char *why_empty(const PlanDraft *draft, const PlanOptions *options, const char *label)
{
    const char *side = side_name((int)options->side);
    char *for_question = left_out_names(draft, OUT_FOR_QUESTION), *for_health = left_out_names(draft, OUT_FOR_HEALTH);
    char *why = *for_question
                    ? memory_print("nothing is left of %s: you did not say yes to any of its questions", label)
                : *for_health ? memory_print("your health settings rule out every move of %s: %s", label, for_health)
                : options->from_move > 1
                    ? memory_print("%s has no move on the %s side from move %d on", label, side, options->from_move)
                    : memory_print("%s has no move on the %s side", label, side);
    free(for_question);
    free(for_health);
    return why;
}

/* A problem to free(), or NULL. */
static char *shape_draft(PlanDraft *draft, const PlanOptions *options, const char *label)
{
    const size_t count = draft->move_count;
    const int32_t minutes = options->minutes;
    if (count == 0)
        return memory_copy_text("there are no moves");
    if (options->from_move > 1 && (size_t)options->from_move > count)
        return memory_print("there is no move %d: %s has %zu move%s", options->from_move, label, count,
                            count == 1 ? "" : "s");
    plan_draft_choose(draft, options);
    if (!plan_draft_has_moves(draft))
        return why_empty(draft, options, label);
    const int32_t least = minutes > 0 ? plan_draft_fit(draft, minutes) : 0;
    return least == 0 ? NULL
                      : memory_print("%s does not fit into %d minute%s: it needs at least %d minute%s", label, minutes,
                                     minutes == 1 ? "" : "s", least, least == 1 ? "" : "s");
}

/* What is kept of the routines as they are written: all that were chosen, and every move of theirs, done or not. */
static void note_turns(Plan *plan, const PlanDraft *draft)
{
    Arena *arena = &plan->arena;
    plan->chosen_count = draft->part_count;
    plan->chosen = arena_take_array(arena, plan->chosen_count, sizeof(*plan->chosen));
    plan->turn_count = draft->move_count;
    plan->turns = arena_take_array(arena, plan->turn_count, sizeof(*plan->turns));
    for (size_t i = 0; i < draft->part_count; i++) {
        const PlanDraftPart *part = &draft->parts[i];
        plan->chosen[i] = (PlanFile){arena_copy(arena, part->routine->id), arena_copy(arena, part->routine->path)};
        for (size_t k = part->first_move; k < part->first_move + part->move_count; k++) {
            const Move *move = draft->moves[k].move;
            plan->turns[k] = (PlanMove){
                .name = arena_copy(arena, move->name),
                .use = arena_copy(arena, move->use),
                .sides = move->sides,
                .tool_at = {.part = PART_NONE},
                .routine = (int32_t)i,
                .line = (int32_t)move->mark.line,
            };
        }
    }
}

/* How long those would be that are left out for their question. */
static void note_declined(Plan *plan, const PlanDraft *draft)
{
    for (size_t i = 0; i < plan->turn_count; i++) {
        if (draft->moves[i].out == OUT_FOR_QUESTION)
            plan->turns[i].seconds = plan_draft_move_seconds(&draft->moves[i]);
    }
}

typedef struct Layout {
    Plan *plan;
    const PlanDraft *draft;
    const PlanDraftPart *part; /* the one that the last move came from */
} Layout;

typedef struct Size {
    size_t moves, steps;
} Size;

static bool add_size(void *context, const PlanDraftStop *stop)
{
    Size *size = context;
    if (!stop->move) {
        size->steps += stop->rest_s > 0;
        return true;
    }
    Side order[2];
    size_t sides = plan_draft_sides(stop->move, order);
    size->moves++;
    for (size_t i = 0; i < sides; i++) {
        size->steps += plan_draft_set_up_s(stop->move, i) > 0;
        for (size_t k = 0; k < stop->move->move->phase_count; k++)
            size->steps += stop->move->move->phases[k].prepare_s > 0 ? 2 : 1;
    }
    return true;
}

static void add_routine(Layout *layout, const PlanDraftPart *part)
{
    Plan *plan = layout->plan;
    Arena *arena = &plan->arena;
    const Routine *routine = part->routine;
    plan->routines[plan->routine_count++] = (PlanRoutine){
        .id = arena_copy(arena, routine->id),
        .path = arena_copy(arena, routine->path),
        .title = arena_copy(arena, routine->title),
        .summary = arena_copy(arena, routine->summary),
        .check = {arena_copy(arena, routine->check.say), routine->check.unit, routine->check.more_is_better},
        .cautions = struct_members_copy_texts(arena, routine->own_cautions),
        .sources = struct_members_copy_sources(arena, routine->sources),
        .first_move = (int32_t)plan->move_count,
        .chosen = (int32_t)(part - layout->draft->parts),
    };
    layout->part = part;
}

static void add_step(Plan *plan, Step step)
{
    step.at_s = plan->seconds;
    plan->steps[plan->step_count++] = step;
    plan->seconds += step.seconds;
}

/* Those that fall inside the hold, rising: a shortened hold may have brought one from the end before one from the
 * start. */
static void place_cues(Arena *arena, Step *step, const CueList *cues)
{
    step->cues = arena_take_array(arena, cues->count, sizeof(*step->cues));
    for (size_t i = 0; i < cues->count; i++) {
        StepCue cue = {timeline_cue_at(cues, i, step->seconds), cues->items[i].say};
        if (cue.at_s < 0 || cue.at_s >= step->seconds)
            continue;
        size_t place = step->cue_count++;
        for (; place > 0 && step->cues[place - 1].at_s > cue.at_s; place--)
            step->cues[place] = step->cues[place - 1];
        step->cues[place] = cue;
    }
}

/* A shortened range keeps its shape, and its first time stays before its end. */
static int32_t may_end_s(const Hold *hold, int32_t seconds)
{
    if (hold->kind != HOLD_RANGE)
        return 0;
    if (seconds == hold->left_s)
        return hold->may_end_s;
    int32_t scaled_s = (int32_t)((int64_t)hold->may_end_s * seconds / hold->left_s);
    return MIN_OF(MAX_OF(scaled_s, 1), seconds - 1);
}

/* Where no preparation says which variant to start with, the hold does, before what is said at its start. */
static void lead_with_variant(Arena *arena, Step *step, const char *variant)
{
    const bool has_first = step->cue_count > 0 && step->cues[0].at_s == 0;
    const size_t count = step->cue_count + !has_first;
    StepCue *cues = arena_take_array(arena, count, sizeof(*cues));
    for (size_t i = 1; i < count; i++)
        cues[i] = step->cues[i - !has_first];
    cues[0] = (StepCue){0, has_first ? arena_print(arena, "%s %s", variant, step->cues[0].say) : variant};
    step->cues = cues;
    step->cue_count = count;
}

/* With its own prepare before it, where it has one. */
static void add_phase(Plan *plan, Step step, const Move *move, const PlanDraftMove *drafted, size_t phase_index)
{
    const Phase *phase = &move->phases[phase_index];
    const PlanDraftHold *hold = &drafted->holds[phase_index];
    step.phase = (int32_t)phase_index;
    step.phase_count = (int32_t)move->phase_count;
    step.phase_name = phase->name;
    step.positions = phase->positions;
    step.tool_at = phase->tool_at;
    step.kind = STEP_PREPARE;
    step.seconds = phase->prepare_s;
    step.phase_setup = phase->setup;
    if (step.seconds > 0)
        add_step(plan, step);
    step.kind = STEP_HOLD;
    step.phase_setup = NULL;
    step.seconds = hold->seconds[step.side];
    step.may_end_s = may_end_s(&phase->hold, step.seconds);
    step.technique = phase->technique;
    if (phase->hold.kind == HOLD_PASSES) {
        step.pace_s = phase->hold.pace_s;
        step.passes = step.seconds / step.pace_s;
    }
    const Caps caps = caps_of(&plan->options);
    step.pressure = caps_pressure(&caps, &move->areas, phase);
    caps_raised(&caps, &move->areas, phase, &step.raised_low, &step.raised_high);
    step.breathe = phase->breathe;
    place_cues(&plan->arena, &step, &phase->cues);
    if (drafted->variant != VARIANT_PLAIN && drafted->prepare_s == 0 && phase_index == 0)
        lead_with_variant(&plan->arena, &step, plan_draft_set_up(&plan->arena, drafted, NULL));
    add_step(plan, step);
}

#define COPY_TEXT(name) planned.name = move->name;

static PlanMove plan_move(const Move *move, const PlanDraftMove *drafted, Plan *plan)
{
    const char *plain = filter_setup_at_hand(&plan->options.tools, move);
    PlanMove planned = {
        .name = move->name,
        .use = move->use,
        .areas = move->areas,
        .where = move->where,
        .tools = filter_soft_tools(&plan->arena, &move->tools, &plan->options.health),
        .sides = drafted->sides,
        .setup = plan_draft_set_up(&plan->arena, drafted, plain),
        .plain = plain,
        .variant = drafted->variant,
        .is_limited = drafted->is_limited,
        .avoid = move->avoid,
        .cautions = move->cautions,
        .technique = move->technique,
        .positions = move->positions,
        .tool_at = move->tool_at,
        .first_step = (int32_t)plan->step_count,
        .routine = (int32_t)plan->routine_count - 1,
        .line = (int32_t)move->mark.line,
    };
    MOVE_TEXTS(COPY_TEXT);
    return planned;
}

static void say_limits(Plan *plan)
{
    Text limits = {0};
    caps_say(&limits, &plan->options);
    plan->limits = arena_copy(&plan->arena, text_show(&limits));
    text_release(&limits);
}

static void add_move(Layout *layout, const PlanDraftStop *stop)
{
    Plan *plan = layout->plan;
    if (stop->part != layout->part)
        add_routine(layout, stop->part);
    const Move *move = struct_members_copy_move(&plan->arena, stop->move->move);
    PlanMove *planned = &plan->moves[plan->move_count];
    *planned = plan_move(move, stop->move, plan);
    planned->turn = (int32_t)(stop->move - layout->draft->moves);
    if (planned->is_limited && !plan->limits)
        say_limits(plan);
    int32_t began_s = plan->seconds;
    Side order[2];
    size_t sides = plan_draft_sides(stop->move, order);
    for (size_t i = 0; i < sides; i++) {
        Step step = {
            .kind = i == 0 ? STEP_PREPARE : STEP_SWITCH,
            .seconds = plan_draft_set_up_s(stop->move, i),
            .move = (int32_t)plan->move_count,
            .side = order[i],
            .name = move->name,
            .technique = TECHNIQUE_NONE,
            .tool_at = {.part = PART_NONE},
        };
        if (step.seconds > 0)
            add_step(plan, step);
        for (size_t k = 0; k < move->phase_count; k++)
            add_phase(plan, step, move, stop->move, k);
    }
    planned->step_count = (int32_t)plan->step_count - planned->first_step;
    planned->seconds = plan->seconds - began_s;
    plan->move_count++;
    plan->routines[plan->routine_count - 1].move_count++;
}

static void add_rest(Layout *layout, const PlanDraftStop *stop)
{
    add_step(layout->plan, (Step){
                               .kind = STEP_REST,
                               .seconds = stop->rest_s,
                               .move = -1,
                               .side = SIDE_NONE,
                               .name = arena_copy(&layout->plan->arena, stop->say),
                               .technique = TECHNIQUE_NONE,
                               .tool_at = {.part = PART_NONE},
                           });
}

static bool add_stop(void *context, const PlanDraftStop *stop)
{
    Layout *layout = context;
    if (stop->move)
        add_move(layout, stop);
    else if (stop->rest_s > 0)
        add_rest(layout, stop);
    return true;
}

/* Fills the plan; false where the draft makes more steps or lasts longer than a session may. */
static bool lay_out(Plan *plan, const PlanDraft *draft)
{
    Size size = {0};
    plan_draft_walk(draft, add_size, &size);
    if (size.steps > TIMELINE_STEP_LIMIT || plan_draft_seconds(draft) > TIMELINE_SECONDS_LIMIT)
        return false;
    plan->routines = arena_take_array(&plan->arena, draft->part_count, sizeof(*plan->routines));
    plan->moves = arena_take_array(&plan->arena, size.moves, sizeof(*plan->moves));
    plan->steps = arena_take_array(&plan->arena, size.steps, sizeof(*plan->steps));
    Layout layout = {.plan = plan, .draft = draft};
    plan_draft_walk(draft, add_stop, &layout);
    return true;
}

static void take_title(Plan *plan)
{
    plan->title = "";
    for (size_t i = 0; i < plan->routine_count; i++)
        plan->title = arena_print(&plan->arena, "%s%s%s", plan->title, i > 0 ? ", then " : "", plan->routines[i].title);
}

static const char *take_names(Plan *plan, const PlanDraft *draft, PlanDraftOut out)
{
    char *names = left_out_names(draft, out);
    const char *kept = *names ? arena_copy(&plan->arena, names) : NULL;
    free(names);
    return kept;
}

/* Swaps are lent for the moment only. */
static void take_options(Plan *plan, const PlanOptions *options)
{
    plan->options = *options;
    plan->options.health.words = struct_members_copy_words(&plan->arena, options->health.words);
    plan->options.health.injuries = struct_members_copy_words(&plan->arena, options->health.injuries);
    SideLead *leads = arena_take_array(&plan->arena, options->lead_count, sizeof *leads);
    for (size_t i = 0; i < options->lead_count; i++)
        leads[i] = options->leads[i];
    plan->options.leads = leads;
    plan->options.tools = struct_members_copy_texts(&plan->arena, options->tools);
    plan->options.declined = struct_members_copy_texts(&plan->arena, options->declined);
    plan->options.swaps = NULL;
    plan->options.swap_count = 0;
}

Plan *plan_build(const Routine *const *routines, size_t count, const PlanOptions *options, char **problem)
{
    PlanDraft draft;
    plan_draft_init(&draft, routines, count);
    Plan *plan = memory_new(sizeof(*plan));
    const char *label = count == 1 ? arena_print(&plan->arena, "'%s'", routines[0]->title) : "this session";
    take_options(plan, options);
    note_turns(plan, &draft);
    *problem = shape_draft(&draft, options, label);
    if (!*problem && !lay_out(plan, &draft))
        *problem = memory_print("this is too long for one session: at most %d steps and %d hours", TIMELINE_STEP_LIMIT,
                                TIMELINE_SECONDS_LIMIT / 3600);
    if (*problem) {
        plan_free(plan);
        plan = NULL;
    } else {
        take_title(plan);
        plan->dropped = take_names(plan, &draft, OUT_FOR_TIME);
        plan->declined = take_names(plan, &draft, OUT_FOR_QUESTION);
        plan->ruled_out = take_names(plan, &draft, OUT_FOR_HEALTH);
        note_declined(plan, &draft);
    }
    plan_draft_release(&draft);
    return plan;
}

void plan_free(Plan *plan)
{
    if (!plan)
        return;
    arena_release(&plan->arena);
    free(plan);
}

static bool lower_step(Step *step, int32_t points)
{
    if (step->kind != STEP_HOLD || !step->pressure.is_set || step->pressure.high == 0 || points <= 0)
        return false;
    step->pressure.low = MAX_OF(0, step->pressure.low - step->raised_low - points);
    step->pressure.high = MAX_OF(0, step->pressure.high - step->raised_high - points);
    step->raised_low = step->raised_high = 0;
    return true;
}

/* Nothing deeper is asked where it has hurt, in the set-up or where lead_with_variant has put it. */
static void undo_deeper(Plan *plan, PlanMove *move)
{
    const char *deeper = plan_draft_lead(&plan->arena, VARIANT_DEEPER, move->deeper);
    const size_t length = strlen(deeper);
    move->variant = VARIANT_PLAIN;
    move->setup = move->plain;
    for (Step *step = plan->steps + move->first_step; step < plan->steps + move->first_step + move->step_count;
         step++) {
        if (step->cue_count == 0 || strncmp(step->cues->say, deeper, length) != 0)
            continue;
        if (step->cues->say[length] == ' ')
            step->cues->say += length + 1;
        else
            step->cues++, step->cue_count--;
    }
}

bool plan_lower(Plan *plan, Area area, int32_t points, const char *why)
{
    bool is_lowered = false;
    const char *kept_why = arena_copy(&plan->arena, why);
    for (size_t i = 0; i < plan->move_count; i++) {
        PlanMove *move = &plan->moves[i];
        if (move->lowered || !filter_has_word(&move->areas, (uint8_t)area))
            continue;
        for (int32_t k = 0; k < move->step_count; k++) {
            if (lower_step(&plan->steps[move->first_step + k], points))
                move->lowered = kept_why;
        }
        if (move->lowered && move->variant == VARIANT_DEEPER)
            undo_deeper(plan, move);
        is_lowered = is_lowered || move->lowered;
    }
    return is_lowered;
}

Measure plan_measure(const Plan *plan, const char **check)
{
    Measure measure = MEASURE_NONE;
    const char *text = NULL;
    for (size_t i = 0; i < plan->routine_count && measure.unit == UNIT_FEEL; i++) {
        const Check *one = &plan->routines[i].check;
        if (text && one->unit == UNIT_FEEL)
            continue;
        text = one->say;
        measure.unit = (uint8_t)one->unit;
        measure.more_is_better = one->more_is_better;
    }
    if (check)
        *check = text;
    return measure;
}

size_t plan_step_at(const Plan *plan, int32_t second)
{
    size_t low = 0, high = plan->step_count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (plan->steps[middle].at_s <= second)
            low = middle;
        else
            high = middle;
    }
    return low;
}

size_t plan_step_of_move(const Plan *plan, int32_t move)
{
    if (move < 0)
        move = 0;
    return (size_t)move < plan->move_count ? (size_t)plan->moves[move].first_step : plan->step_count;
}

const char *plan_setup_of(const Plan *plan, const Step *step)
{
    if (step->kind != STEP_PREPARE && step->kind != STEP_SWITCH)
        return NULL;
    return step->phase_count > 0 ? step->phase_setup : plan->moves[step->move].setup;
}

const Step *plan_hold_of(const Plan *plan, int32_t step)
{
    const int32_t move = plan->steps[step].move;
    for (size_t i = (size_t)step; move >= 0 && i < plan->step_count && plan->steps[i].move == move; i++) {
        if (plan->steps[i].kind == STEP_HOLD)
            return &plan->steps[i];
    }
    return NULL;
}

const PlanMove *plan_next_question(const Plan *plan, const TextList *agreed, size_t *left)
{
    const PlanMove *next = NULL;
    *left = 0;
    for (size_t i = 0; i < plan->move_count; i++) {
        const PlanMove *move = &plan->moves[i];
        bool is_new = move->confirm && !filter_has_text(agreed, move->confirm);
        for (size_t k = 0; k < i && is_new; k++)
            is_new = !text_same(plan->moves[k].confirm, move->confirm);
        next = is_new && !next ? move : next;
        *left += is_new;
    }
    return next;
}

int32_t plan_hold_seconds(const Plan *plan, int32_t move, Side side)
{
    int32_t seconds = 0;
    for (size_t i = 0; i < plan->step_count; i++) {
        const Step *step = &plan->steps[i];
        if (step->kind == STEP_HOLD && step->move == move && step->side == side)
            seconds += step->seconds;
    }
    return seconds;
}

TextList plan_questions(const Plan *plan, Arena *into)
{
    TextList questions = {arena_take_array(into, plan->move_count, sizeof(*questions.items)), 0};
    for (size_t i = 0; i < plan->move_count; i++) {
        const char *question = plan->moves[i].confirm;
        if (question)
            filter_add_new(&questions, &(TextList){&question, 1});
    }
    return questions;
}

/* What concerns this person. */
static void add_own_cautions(TextList *cautions, const Plan *plan, Arena *into)
{
    Text line = {0};
    caps_ask_first(&line, &plan->options.health);
    if (line.length > 0)
        cautions->items[cautions->count++] = arena_copy(into, text_show(&line));
    text_release(&line);
    const char *advice = plan->options.is_first_week ? " If you have done this before, set your level in the settings."
                                                     : "";
    if (plan->limits)
        cautions->items[cautions->count++] = arena_print(into, "Pressure is limited for you (%s).%s", plan->limits,
                                                         advice);
}

TextList plan_cautions(const Plan *plan, Arena *into)
{
    size_t most = 2;
    for (size_t i = 0; i < plan->routine_count; i++)
        most += plan->routines[i].cautions.count;
    for (size_t i = 0; i < plan->move_count; i++)
        most += plan->moves[i].cautions.count;
    TextList cautions = {arena_take_array(into, most, sizeof(*cautions.items)), 0};
    add_own_cautions(&cautions, plan, into);
    for (size_t i = 0; i < plan->routine_count; i++) {
        filter_add_new(&cautions, &plan->routines[i].cautions);
        for (size_t k = 0; k < plan->move_count; k++) {
            if (plan->moves[k].routine == (int32_t)i)
                filter_add_new(&cautions, &plan->moves[k].cautions);
        }
    }
    return cautions;
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

void plan_name_asking(Text *into, const Plan *plan, const char *question)
{
    size_t count = 0, named = 0;
    for (size_t i = 0; i < plan->move_count; i++)
        count += asks_first(plan, i, question);
    for (size_t i = 0; i < plan->move_count; i++) {
        if (asks_first(plan, i, question))
            text_print(into, "%s%s", wording_joint(named++, count), plan->moves[i].name);
    }
}
