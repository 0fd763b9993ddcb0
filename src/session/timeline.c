/* SPDX-License-Identifier: MIT */
#include "session/timeline.h"

#include "routine/cue.h"
#include "routine/sequence.h"
#include "session/copy.h"

typedef struct Layout {
    Plan *plan;
    const PlanDraft *draft;
    Copies copies;
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
    for (size_t i = 0; i < sides; i++)
        size->steps += stop->move->move->phase_count + (plan_draft_set_up_s(stop->part, stop->move, i) > 0);
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
        .check = arena_copy(arena, routine->check),
        .cautions = copy_text_list(arena, routine->cautions),
        .sources = copy_source_list(arena, routine->sources),
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
        StepCue cue = {cue_at(cues, i, step->seconds), cues->items[i].say};
        if (cue.at_s < 0 || cue.at_s >= step->seconds)
            continue;
        size_t place = step->cue_count++;
        for (; place > 0 && step->cues[place - 1].at_s > cue.at_s; place--)
            step->cues[place] = step->cues[place - 1];
        step->cues[place] = cue;
    }
}

/* A shortened range keeps its shape, and its first time stays before its end. */
static int32_t may_end_s(const Hold *hold, int32_t full_s, int32_t seconds)
{
    if (hold->kind != HOLD_RANGE)
        return 0;
    if (seconds == full_s)
        return hold->may_end_s;
    int32_t scaled_s = (int32_t)((int64_t)hold->may_end_s * seconds / full_s);
    return MIN_OF(MAX_OF(scaled_s, 1), seconds - 1);
}

static void add_hold(Plan *plan, Step step, const Move *move, const PlanDraftMove *drafted, size_t phase_index)
{
    const Phase *phase = &move->phases[phase_index];
    const PlanDraftHold *hold = &drafted->holds[phase_index];
    step.kind = STEP_HOLD;
    step.seconds = hold->seconds[step.side];
    step.phase = (int32_t)phase_index;
    step.phase_count = (int32_t)move->phase_count;
    step.phase_name = phase->name;
    step.may_end_s = may_end_s(&phase->hold, hold->full_s[step.side], step.seconds);
    step.technique = phase->technique;
    if (phase->hold.kind == HOLD_PASSES) {
        step.pace_s = phase->hold.pace_s;
        step.passes = step.seconds / step.pace_s;
    }
    step.pressure = phase->pressure;
    step.breathe = phase->breathe;
    place_cues(&plan->arena, &step, &phase->cues);
    add_step(plan, step);
}

static PlanMove plan_move(const Move *move, const PlanDraftMove *drafted, const Plan *plan)
{
    return (PlanMove){
        .name = move->name,
        .use = move->use,
        .areas = move->areas,
        .where = move->where,
        .tools = move->tools,
        .sides = drafted->sides,
        .setup = move->setup,
        .feel = move->feel,
        .lighter = move->lighter,
        .deeper = move->deeper,
        .confirm = move->confirm,
        .avoid = move->avoid,
        .technique = move->technique,
        .first_step = (int32_t)plan->step_count,
        .routine = (int32_t)plan->routine_count - 1,
        .line = (int32_t)move->mark.line,
    };
}

static void add_move(Layout *layout, const PlanDraftStop *stop)
{
    Plan *plan = layout->plan;
    if (stop->part != layout->part)
        add_routine(layout, stop->part);
    const Move *move = copy_move(&layout->copies, stop->move->move);
    PlanMove *planned = &plan->moves[plan->move_count];
    *planned = plan_move(move, stop->move, plan);
    planned->turn = (int32_t)(stop->move - layout->draft->moves);
    int32_t began_s = plan->seconds;
    Side order[2];
    size_t sides = plan_draft_sides(stop->move, order);
    for (size_t i = 0; i < sides; i++) {
        Step step = {
            .kind = i == 0 ? STEP_PREPARE : STEP_SWITCH,
            .seconds = plan_draft_set_up_s(stop->part, stop->move, i),
            .move = (int32_t)plan->move_count,
            .side = order[i],
            .name = move->name,
            .technique = TECHNIQUE_NONE,
        };
        if (step.seconds > 0)
            add_step(plan, step);
        for (size_t k = 0; k < move->phase_count; k++)
            add_hold(plan, step, move, stop->move, k);
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
                               .name = copy_words(&layout->copies, stop->say),
                               .technique = TECHNIQUE_NONE,
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

bool timeline_lay_out(Plan *plan, const PlanDraft *draft)
{
    Size size = {0};
    plan_draft_walk(draft, add_size, &size);
    if (size.steps > SEQUENCE_STEP_LIMIT || plan_draft_seconds(draft) > SEQUENCE_SECONDS_LIMIT)
        return false;
    plan->routines = arena_take_array(&plan->arena, draft->part_count, sizeof(*plan->routines));
    plan->moves = arena_take_array(&plan->arena, size.moves, sizeof(*plan->moves));
    plan->steps = arena_take_array(&plan->arena, size.steps, sizeof(*plan->steps));
    Layout layout = {.plan = plan, .draft = draft, .copies = {.arena = &plan->arena}};
    plan_draft_walk(draft, add_stop, &layout);
    copies_release(&layout.copies);
    return true;
}
