/* SPDX-License-Identifier: MIT */
#include "app/selection.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "app/messages.h"
#include "base/macros.h"
#include "base/memory.h"
#include "base/path.h"
#include "base/text.h"
#include "routine/model.h"
#include "routine/routine.h"
#include "routine/substitute.h"
#include "routine/timeline.h"
#include "session/replan.h"

/* Where each move that is written in the routines of a plan stands in those of another; to free(). */
static MatchedMove *match_turns(const Plan *before, const Plan *now)
{
    return replan_match(before->turns, before->turn_count, now->turns, now->turn_count);
}

/* Where the move of a turn is now; -1 where it is no more, or under another name: then it is not the one that was
 * swapped. */
static int32_t carried_turn(const Plan *before, const MatchedMove *matches, int32_t turn)
{
    if (turn < 0 || (size_t)turn >= before->turn_count || !matches[turn].is_there || matches[turn].is_renamed)
        return -1;
    return matches[turn].move;
}

/* Makes options for the plan before into such for a plan of the routines as they are now: it begins with the first of
 * what was to be done, wherever that stands, and each swap goes with its move. `swaps` are those of the options. */
static void carry_options(const Plan *before, const Routine *const *routines, size_t count, PlanOptions *options,
                          PlanSwap *swaps)
{
    char *problem = NULL;
    Plan *now = plan_build(routines, count, &(PlanOptions){0}, &problem);
    free(problem);
    if (!now)
        return;
    MatchedMove *matches = match_turns(before, now);
    size_t kept = 0;
    for (size_t i = 0; i < options->swap_count; i++) {
        const int32_t turn = carried_turn(before, matches, swaps[i].turn);
        if (turn >= 0)
            swaps[kept++] = (PlanSwap){turn, swaps[i].move};
    }
    options->swap_count = kept;
    if (options->from_move > 1 && (size_t)options->from_move <= before->turn_count) {
        int32_t first = (int32_t)now->turn_count;
        for (size_t i = (size_t)options->from_move - 1; i < before->turn_count; i++)
            first = MIN_OF(first, matches[i].move);
        options->from_move = first + 1;
    }
    free(matches);
    plan_free(now);
}

/* NULL before the first plan: then nothing is swapped yet. */
static const Plan *last_plan(const Selection *selection)
{
    return selection->plan ? selection->plan : selection->last;
}

static void carry_swaps(Selection *selection, const Plan *now)
{
    if (selection->swap_count == 0)
        return;
    const Plan *before = last_plan(selection);
    MatchedMove *matches = match_turns(before, now);
    size_t kept = 0;
    for (size_t i = 0; i < selection->swap_count; i++) {
        SelectionSwap swap = selection->swaps[i];
        swap.turn = carried_turn(before, matches, swap.turn);
        if (swap.turn >= 0)
            selection->swaps[kept++] = swap;
        else
            free(swap.id);
    }
    selection->swap_count = kept;
    free(matches);
}

void selection_use(Selection *selection, Plan *plan, char *problem)
{
    if (plan)
        carry_swaps(selection, plan);
    if (selection->plan) {
        plan_free(selection->last);
        selection->last = selection->plan;
    }
    free(selection->problem);
    selection->plan = plan;
    selection->plan_number++;
    selection->problem = problem;
    if (plan)
        selection->options.from_move = plan->options.from_move;
}

void selection_release(Selection *selection)
{
    plan_free(selection->plan);
    plan_free(selection->last);
    free(selection->problem);
    while (selection->swap_count > 0)
        free(selection->swaps[--selection->swap_count].id);
    free(selection->swaps);
    free(selection->entries);
    arena_release(&selection->answers);
    arena_release(&selection->check_texts);
    *selection = (Selection){.plan_number = selection->plan_number};
}

void selection_add(Selection *selection, LibraryEntry *entry)
{
    selection->entries = memory_grow(selection->entries, &selection->capacity, selection->count + 1,
                                     sizeof *selection->entries);
    selection->entries[selection->count++] = entry;
}

typedef struct MoveSearch {
    int32_t turn, first; /* the one looked for; of the routine's first move */
    const Move *move;
} MoveSearch;

static bool look(void *context, const TimelineItem *stop)
{
    MoveSearch *search = context;
    if (stop->move && search->first + stop->turn == search->turn)
        search->move = stop->move;
    return search->move == NULL;
}

const Move *selection_move(const Selection *selection, int32_t turn, LibraryEntry **entry)
{
    MoveSearch search = {.turn = turn};
    for (size_t i = 0; i < selection->count && selection->entries[i]->routine && !search.move; i++) {
        timeline_walk(selection->entries[i]->routine, NULL, look, &search);
        search.first += selection->entries[i]->routine->move_count;
        if (search.move && entry)
            *entry = selection->entries[i];
    }
    return search.move;
}

static SelectionSwap *find_swap(const Selection *selection, int32_t turn)
{
    for (size_t i = 0; i < selection->swap_count; i++) {
        if (selection->swaps[i].turn == turn)
            return &selection->swaps[i];
    }
    return NULL;
}

const SelectionSwap *selection_swapped(const Selection *selection, int32_t turn)
{
    return find_swap(selection, turn);
}

void selection_unswap(Selection *selection, int32_t turn)
{
    SelectionSwap *swap = find_swap(selection, turn);
    if (!swap)
        return;
    free(swap->id);
    *swap = selection->swaps[--selection->swap_count];
}

void selection_swap(Selection *selection, int32_t turn, const char *id, const Move *move)
{
    SelectionSwap *swap = find_swap(selection, turn);
    if (swap) {
        free(swap->id);
        swap->id = memory_copy_text(id);
        swap->move = move;
    } else if (selection->plan && turn >= 0 && (size_t)turn < selection->plan->turn_count) {
        selection->swaps = memory_grow(selection->swaps, &selection->swap_capacity, selection->swap_count + 1,
                                       sizeof *selection->swaps);
        selection->swaps[selection->swap_count++] = (SelectionSwap){turn, memory_copy_text(id), move};
    }
}

void selection_answer(Selection *selection, const char *question, bool is_yes)
{
    TextList *list = is_yes ? &selection->agreed : &selection->options.declined;
    const char **items = arena_take_array(&selection->answers, list->count + 1, sizeof *items);
    for (size_t i = 0; i < list->count; i++)
        items[i] = list->items[i];
    items[list->count] = arena_copy(&selection->answers, question);
    *list = (TextList){items, list->count + 1};
}

void selection_ask_anew(Selection *selection)
{
    selection->agreed = selection->options.declined = (TextList){0};
    arena_release(&selection->answers);
    selection->has_before = selection->has_level = false;
    selection->first = SIDE_NONE;
}

/* A number in another unit was for a check that the routine no longer has. */
Measure selection_measure(const Selection *selection, const char **check)
{
    Measure measure = plan_measure(selection->plan, check);
    if (selection->has_before && measure.unit == selection->before_unit)
        measure.before_tenths = selection->before_tenths;
    return measure;
}

void selection_find_swaps(Selection *selection, const SharedMoveList *shared_moves)
{
    const Plan *plan = selection->plan;
    for (size_t i = 0; i < plan->move_count && plan->turn_count > 0; i++) {
        const PlanMove *move = &plan->moves[i];
        const bool is_swapped = !text_same(move->use, plan->turns[move->turn].use);
        const ModelMove *found = is_swapped ? shared_moves_find(shared_moves, move->use) : NULL;
        if (found)
            selection_swap(selection, move->turn, found->id, found->move);
    }
}

void selection_follow(Selection *selection, const SharedMoveList *shared_moves)
{
    size_t kept = 0;
    for (size_t i = 0; i < selection->swap_count; i++) {
        SelectionSwap swap = selection->swaps[i];
        const ModelMove *found = shared_moves_find(shared_moves, swap.id);
        if (found) {
            swap.move = found->move;
            selection->swaps[kept++] = swap;
        } else {
            free(swap.id);
        }
    }
    selection->swap_count = kept;
}

/* The routine with one swap written into it, and the move in it; NULL where its text cannot be changed so: then the
 * move is done as it is alone. */
static Routine *settle(const Selection *selection, const Library *library, PlanSwap *swap)
{
    LibraryEntry *entry = NULL;
    const Move *written = selection_move(selection, swap->turn, &entry);
    size_t length = 0;
    char *text = written ? library_entry_text(entry, &length) : NULL, *anew = NULL;
    Routine *now = NULL;
    if (text)
        anew = substitute_write(library, entry, text, length, entry->routine, written, swap->move, &now);
    if (now)
        swap->move = substitute_find(entry->routine, written, now);
    free(anew);
    free(text);
    return now;
}

static Plan *build_plan(const Selection *selection, const Library *library, PlanOptions options,
                        const Routine *const *routines, char **problem)
{
    const Plan *before = last_plan(selection);
    const size_t count = selection->swap_count;
    PlanSwap *swaps = memory_new((count + 1) * sizeof *swaps);
    Routine **settled = memory_new((count + 1) * sizeof *settled);
    for (size_t i = 0; i < count; i++)
        swaps[i] = (PlanSwap){selection->swaps[i].turn, selection->swaps[i].move};
    options.swaps = swaps;
    options.swap_count = count;
    if (before && before->turn_count > 0 && (options.from_move > 1 || options.swap_count > 0))
        carry_options(before, routines, selection->count, &options, swaps);
    for (size_t i = 0; i < options.swap_count; i++)
        settled[i] = settle(selection, library, &swaps[i]);
    Plan *plan = plan_build(routines, selection->count, &options, problem);
    for (size_t i = 0; i < options.swap_count; i++)
        routine_free(settled[i]);
    free(settled);
    free(swaps);
    return plan;
}

/* FILE:LINE:COL: message, as `knead check` says it, in one line. */
static char *first_problem(const LibraryEntry *entry)
{
    for (size_t i = 0; i < entry->diags.count; i++) {
        const Diagnostic *diag = &entry->diags.items[i];
        if (diag->severity == SEVERITY_ERROR)
            return memory_print("%s:%u:%u: %s", entry->path ? path_base(entry->path) : entry->id, diag->mark.line,
                                diag->mark.column, diag->message);
    }
    const char *problem = diagnostic_first(&entry->diags);
    return memory_print("%s: %s", entry->id, problem ? problem : "cannot be read");
}

Plan *selection_make_plan(const Selection *selection, const Library *library, PlanOptions options,
                          const LoweredTarget *lowered, char **problem)
{
    const Routine **routines = memory_new((selection->count + 1) * sizeof *routines);
    Routine *checked = memory_new((selection->count + 1) * sizeof *checked); /* borrow everything but the check */
    Plan *plan = NULL;
    size_t read = 0;
    while (read < selection->count && selection->entries[read]->routine) {
        checked[read] = *selection->entries[read]->routine;
        if (selection->has_check)
            checked[read].check = selection->check;
        routines[read] = selection->has_check ? &checked[read] : selection->entries[read]->routine;
        read++;
    }
    if (read < selection->count) {
        *problem = first_problem(selection->entries[read]);
    } else {
        plan = build_plan(selection, library, options, routines, problem);
    }
    free(checked);
    free(routines);
    if (plan && lowered)
        selection_lower_targets(plan, lowered);
    return plan;
}

void selection_lower_targets(Plan *plan, const LoweredTarget *lowered)
{
    for (int area = 0; area < AREA_COUNT; area++) {
        if (lowered[area].is_set) {
            char *why = message_lowered_target(&lowered[area]);
            plan_lower(plan, (Area)area, LOWERED_TARGET_POINTS, why);
            free(why);
        }
    }
}
