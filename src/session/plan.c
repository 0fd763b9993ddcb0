/* SPDX-License-Identifier: MIT */
#include "session/plan.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"
#include "base/text.h"
#include "routine/filter.h"
#include "routine/sequence.h"
#include "session/copy.h"
#include "session/fit.h"
#include "session/plan_draft.h"
#include "session/timeline.h"
#include "session/turns.h"

/* "'Calf care'", or what to call several. */
static char *draft_label(const PlanDraft *draft)
{
    if (draft->part_count == 1)
        return memory_print("'%s'", draft->parts[0].routine->title);
    return memory_copy_text("this session");
}

static char *no_such_move(const PlanDraft *draft, int32_t from_move)
{
    char *label = draft_label(draft);
    const char *plural = draft->move_count == 1 ? "" : "s";
    char *problem = memory_print("there is no move %d: %s has %zu move%s", from_move, label, draft->move_count, plural);
    free(label);
    return problem;
}

static char *nothing_on_side(const PlanDraft *draft, const PlanOptions *options)
{
    char *label = draft_label(draft);
    const char *side = side_name((int)options->side);
    char *problem = options->from_move > 1
                        ? memory_print("%s has no move on the %s side from move %d on", label, side, options->from_move)
                        : memory_print("%s has no move on the %s side", label, side);
    free(label);
    return problem;
}

/* "A (clot), B (disc)": each name once; empty where nothing was left out for a health word. To free(). */
static char *ruled_out_names(const PlanDraft *draft)
{
    Text names = {0};
    for (size_t i = 0; i < draft->move_count; i++) {
        const PlanDraftMove *move = &draft->moves[i];
        bool is_named = move->ruled_out < 0;
        for (size_t k = 0; k < i && !is_named; k++)
            is_named = draft->moves[k].ruled_out >= 0 && strcmp(draft->moves[k].move->name, move->move->name) == 0;
        if (!is_named)
            text_print(&names, "%s%s (%s)", names.length > 0 ? ", " : "", move->move->name,
                       health_name(move->ruled_out));
    }
    return text_detach(&names);
}

static char *all_ruled_out(const PlanDraft *draft)
{
    char *label = draft_label(draft), *names = ruled_out_names(draft);
    char *problem = memory_print("nothing of %s is left with what your settings say of your health: %s", label, names);
    free(label);
    free(names);
    return problem;
}

static char *all_declined(const PlanDraft *draft)
{
    char *label = draft_label(draft);
    char *problem = memory_print("nothing of %s is left: each of its moves asks a question that had no yes", label);
    free(label);
    return problem;
}

static char *cannot_fit(const PlanDraft *draft, int32_t minutes, int32_t least)
{
    char *label = draft_label(draft);
    const char *plural = minutes == 1 ? "" : "s", *least_plural = least == 1 ? "" : "s";
    char *problem = memory_print("%s does not fit into %d minute%s: it needs at least %d minute%s", label, minutes,
                                 plural, least, least_plural);
    free(label);
    return problem;
}

/* Chooses what is done and how long; a problem to free(), or NULL. */
static char *shape_draft(PlanDraft *draft, const PlanOptions *options)
{
    if (draft->move_count == 0)
        return memory_copy_text("there is no move to follow");
    if (options->from_move > 1 && (size_t)options->from_move > draft->move_count)
        return no_such_move(draft, options->from_move);
    for (size_t i = 0; i < options->swap_count; i++)
        plan_draft_swap(draft, (size_t)options->swaps[i].turn, options->swaps[i].move);
    if (options->first != SIDE_NONE)
        plan_draft_begin_on(draft, options->first);
    if (options->from_move > 1)
        plan_draft_start_at(draft, (size_t)options->from_move);
    if (options->side != SIDE_NONE)
        plan_draft_keep_side(draft, options->side);
    if (!plan_draft_has_moves(draft))
        return nothing_on_side(draft, options);
    plan_draft_rule_out(draft, &options->health);
    if (!plan_draft_has_moves(draft))
        return all_ruled_out(draft);
    plan_draft_decline(draft, &options->declined);
    if (!plan_draft_has_moves(draft))
        return all_declined(draft);
    int32_t least = options->minutes > 0 ? fit_draft(draft, options->minutes) : 0;
    return least > 0 ? cannot_fit(draft, options->minutes, least) : NULL;
}

static char *joined_titles(const Plan *plan)
{
    Text title = {0};
    for (size_t i = 0; i < plan->routine_count; i++)
        text_print(&title, "%s%s", i > 0 ? ", then " : "", plan->routines[i].title);
    return text_detach(&title);
}

typedef bool IsOfKind(const PlanDraftMove *move);

static bool is_dropped(const PlanDraftMove *move)
{
    return move->is_dropped;
}

static bool is_declined(const PlanDraftMove *move)
{
    return move->is_declined;
}

static bool is_named_before(const PlanDraft *draft, size_t index, IsOfKind *is_of_kind)
{
    for (size_t i = 0; i < index; i++) {
        if (is_of_kind(&draft->moves[i]) && strcmp(draft->moves[i].move->name, draft->moves[index].move->name) == 0)
            return true;
    }
    return false;
}

/* The names of such moves, each once, in their order; NULL where there are none. */
static const char *names_of(Arena *arena, const PlanDraft *draft, IsOfKind *is_of_kind)
{
    Text names = {0};
    for (size_t i = 0; i < draft->move_count; i++) {
        if (is_of_kind(&draft->moves[i]) && !is_named_before(draft, i, is_of_kind))
            text_print(&names, "%s%s", names.length > 0 ? ", " : "", draft->moves[i].move->name);
    }
    const char *copy = arena_copy(arena, names.bytes);
    text_release(&names);
    return copy;
}

/* Swaps are lent for the moment only. */
static PlanOptions kept_options(Arena *arena, const PlanOptions *options)
{
    PlanOptions kept = *options;
    kept.health = copy_word_list(arena, options->health);
    kept.declined = copy_text_list(arena, options->declined);
    kept.swaps = NULL;
    kept.swap_count = 0;
    return kept;
}

Plan *plan_build(const Routine *const *routines, size_t count, const PlanOptions *options, char **problem)
{
    PlanDraft draft;
    plan_draft_init(&draft, routines, count);
    Plan *plan = memory_new(sizeof(*plan));
    turns_note(plan, &draft);
    *problem = shape_draft(&draft, options);
    if (!*problem && !timeline_lay_out(plan, &draft))
        *problem = memory_print("this is too much for one session: at most %d steps and %d hours", SEQUENCE_STEP_LIMIT,
                                SEQUENCE_SECONDS_LIMIT / 3600);
    if (*problem) {
        plan_free(plan);
        plan = NULL;
    } else {
        char *title = joined_titles(plan);
        plan->title = arena_copy(&plan->arena, title);
        free(title);
        plan->options = kept_options(&plan->arena, options);
        plan->dropped = names_of(&plan->arena, &draft, is_dropped);
        plan->declined = names_of(&plan->arena, &draft, is_declined);
        turns_note_declined(plan, &draft);
        char *ruled_out = ruled_out_names(&draft);
        plan->ruled_out = *ruled_out ? arena_copy(&plan->arena, ruled_out) : NULL;
        free(ruled_out);
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

static bool is_on_area(const PlanMove *move, Area area)
{
    for (size_t i = 0; i < move->areas.count; i++) {
        if (move->areas.items[i] == area)
            return true;
    }
    return false;
}

static bool lower_step(Step *step, int32_t points)
{
    if (step->kind != STEP_HOLD || !step->pressure.is_set || step->pressure.high == 0 || points <= 0)
        return false;
    step->pressure.low = MAX_OF(0, step->pressure.low - points);
    step->pressure.high = MAX_OF(0, step->pressure.high - points);
    return true;
}

bool plan_lower(Plan *plan, Area area, int32_t points, const char *why)
{
    bool is_lowered = false;
    const char *kept_why = arena_copy(&plan->arena, why);
    for (size_t i = 0; i < plan->move_count; i++) {
        PlanMove *move = &plan->moves[i];
        if (move->lowered || !is_on_area(move, area))
            continue;
        for (int32_t k = 0; k < move->step_count; k++) {
            if (lower_step(&plan->steps[move->first_step + k], points))
                move->lowered = kept_why;
        }
        is_lowered = is_lowered || move->lowered;
    }
    return is_lowered;
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

const Step *plan_hold_of(const Plan *plan, int32_t step)
{
    const int32_t move = plan->steps[step].move;
    for (size_t i = (size_t)step; move >= 0 && i < plan->step_count && plan->steps[i].move == move; i++) {
        if (plan->steps[i].kind == STEP_HOLD)
            return &plan->steps[i];
    }
    return NULL;
}

static void add_once(TextList *list, const char *text)
{
    if (!filter_has_text(list, text))
        list->items[list->count++] = text;
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

TextList plan_questions(const Plan *plan, Arena *into)
{
    TextList questions = {arena_take_array(into, plan->move_count, sizeof(*questions.items)), 0};
    for (size_t i = 0; i < plan->move_count; i++) {
        if (plan->moves[i].confirm)
            add_once(&questions, plan->moves[i].confirm);
    }
    return questions;
}

TextList plan_cautions(const Plan *plan, Arena *into)
{
    size_t most = 0;
    for (size_t i = 0; i < plan->routine_count; i++)
        most += plan->routines[i].cautions.count;
    TextList cautions = {arena_take_array(into, most, sizeof(*cautions.items)), 0};
    for (size_t i = 0; i < plan->routine_count; i++) {
        for (size_t k = 0; k < plan->routines[i].cautions.count; k++)
            add_once(&cautions, plan->routines[i].cautions.items[k]);
    }
    return cautions;
}
