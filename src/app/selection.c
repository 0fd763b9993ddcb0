/* SPDX-License-Identifier: MIT */
#include "app/selection.h"

#include <stddef.h>
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
#include "routine/sequence.h"
#include "routine/substitute.h"
#include "session/edit_match.h"
#include "session/plan_draft.h"
#include "session/steps.h"
#include "session/turns.h"

/* What was asked for of a plan, carried over to the one that is made of the same routines when they have been edited. */

/* A plan of every move as it is written, for the alignment alone. */
static Plan written_plan(const Plan *plan)
{
    return (Plan){.moves = plan->turns, .move_count = plan->turn_count};
}

/* The first of what was to be done, wherever the rest of it stands. */
static int32_t carry_first(const EditMatch *alignment, int32_t from_move)
{
    const size_t count = alignment->before->move_count;
    if (from_move <= 1 || (size_t)from_move > count)
        return from_move;
    int32_t first = (int32_t)alignment->now->move_count;
    for (size_t i = (size_t)from_move - 1; i < count; i++)
        first = MIN_OF(first, edit_match_move(alignment, (int32_t)i).move);
    return first + 1;
}

/* One that stands under another name now is not the one that was swapped. */
static int32_t carry_turn(const EditMatch *alignment, int32_t turn)
{
    if (turn < 0 || (size_t)turn >= alignment->before->move_count)
        return -1;
    const PlanMove *move = &alignment->before->moves[turn];
    const MatchedMove found = edit_match_move(alignment, turn);
    const bool is_it = found.is_there && edit_match_is_same_move(&(DoneMove){.name = move->name, .use = move->use},
                                                                 &alignment->now->moves[found.move]);
    return is_it ? found.move : -1;
}

/* Options for a plan of these routines, from those for the plan before. It begins where what was to be done begins now,
 * moved, renamed or taken out as some of it may be; what was swapped is swapped where it stands now, if it does at all.
 * The swaps are put into `swaps`, which has room for as many as there were. */
static PlanOptions carry_options(const Plan *before, const PlanOptions *options, const Routine *const *routines,
                                 size_t count, PlanSwap *swaps)
{
    PlanOptions carried = *options;
    Plan now = {0};
    PlanDraft draft;
    plan_draft_init(&draft, routines, count);
    turns_note(&now, &draft);
    plan_draft_release(&draft);
    const Plan written = written_plan(before), written_now = written_plan(&now);
    EditMatch alignment = edit_match_plans(&written, &written_now);
    carried.from_move = carry_first(&alignment, options->from_move);
    carried.swaps = swaps;
    carried.swap_count = 0;
    for (size_t i = 0; i < options->swap_count; i++) {
        const int32_t turn = carry_turn(&alignment, options->swaps[i].turn);
        if (turn >= 0)
            swaps[carried.swap_count++] = (PlanSwap){turn, options->swaps[i].move};
    }
    edit_match_release(&alignment);
    arena_release(&now.arena);
    return carried;
}

/* The turn that a swapped move has in the plan now, or -1: it is no more. */
static int32_t carry_swap(const Plan *before, const Plan *now, int32_t turn)
{
    const Plan written = written_plan(before), written_now = written_plan(now);
    EditMatch alignment = edit_match_plans(&written, &written_now);
    const int32_t found = carry_turn(&alignment, turn);
    edit_match_release(&alignment);
    return found;
}

static void release_swap(SelectionSwap *swap)
{
    free(swap->id);
}

/* NULL before the first plan: then nothing is swapped yet. */
static const Plan *last_plan(const Selection *selection)
{
    return selection->plan ? selection->plan : selection->last;
}

static void carry_swaps(Selection *selection, const Plan *now)
{
    size_t kept = 0;
    for (size_t i = 0; i < selection->swap_count; i++) {
        SelectionSwap swap = selection->swaps[i];
        swap.turn = carry_swap(last_plan(selection), now, swap.turn);
        if (swap.turn >= 0)
            selection->swaps[kept++] = swap;
        else
            release_swap(&swap);
    }
    selection->swap_count = kept;
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
        release_swap(&selection->swaps[--selection->swap_count]);
    free(selection->swaps);
    free(selection->entries);
    arena_release(&selection->answers);
    *selection = (Selection){0};
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

static bool look(void *context, const SequenceItem *stop)
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
        sequence_walk(selection->entries[i]->routine, NULL, look, &search);
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
    release_swap(swap);
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

void selection_find_swaps(Selection *selection, const SharedMoveList *stock)
{
    const Plan *plan = selection->plan;
    for (size_t i = 0; i < plan->move_count && plan->turn_count > 0; i++) {
        const PlanMove *move = &plan->moves[i];
        const bool is_swapped = !text_same(move->use, plan->turns[move->turn].use);
        const ModelMove *found = is_swapped ? shared_moves_find(stock, move->use) : NULL;
        if (found)
            selection_swap(selection, move->turn, found->id, found->move);
    }
}

void selection_follow(Selection *selection, const SharedMoveList *stock)
{
    size_t kept = 0;
    for (size_t i = 0; i < selection->swap_count; i++) {
        SelectionSwap swap = selection->swaps[i];
        const ModelMove *found = shared_moves_find(stock, swap.id);
        if (found) {
            swap.move = found->move;
            selection->swaps[kept++] = swap;
        } else {
            release_swap(&swap);
        }
    }
    selection->swap_count = kept;
}

/* Those of the plan that there is, and room for as many of the next. To free(). */
static PlanSwap *plan_swaps(const Selection *selection)
{
    PlanSwap *swaps = memory_new((2 * selection->swap_count + 1) * sizeof *swaps);
    for (size_t i = 0; i < selection->swap_count; i++)
        swaps[i] = (PlanSwap){selection->swaps[i].turn, selection->swaps[i].move};
    return swaps;
}

/* The routine with one swap written into it, and the move in it; NULL where its text cannot be changed so: then the
 * move is done as it is alone. */
static Routine *settle(const Selection *selection, const Library *library, PlanSwap *swap)
{
    LibraryEntry *entry = NULL;
    const Move *written = selection_move(selection, swap->turn, &entry);
    size_t length = 0;
    char *text = written ? substitute_read(entry, &length) : NULL, *anew = NULL;
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
    PlanSwap *swaps = plan_swaps(selection);
    Routine **settled = memory_new((selection->swap_count + 1) * sizeof *settled);
    options.swaps = swaps;
    options.swap_count = selection->swap_count;
    if (before && before->turn_count > 0 && (options.from_move > 1 || options.swap_count > 0))
        options = carry_options(before, &options, routines, selection->count, swaps + selection->swap_count);
    for (size_t i = 0; i < options.swap_count; i++)
        settled[i] = settle(selection, library, &swaps[options.swaps - swaps + (ptrdiff_t)i]);
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
    return memory_print("%s: %s", entry->id, problem ? problem : "it cannot be read");
}

Plan *selection_make_plan(const Selection *selection, const Library *library, PlanOptions options,
                          const LoweredTarget *eases, char **problem)
{
    const Routine **routines = memory_new((selection->count + 1) * sizeof *routines);
    Plan *plan = NULL;
    size_t read = 0;
    while (read < selection->count && selection->entries[read]->routine) {
        routines[read] = selection->entries[read]->routine;
        read++;
    }
    if (read < selection->count) {
        *problem = first_problem(selection->entries[read]);
    } else {
        plan = build_plan(selection, library, options, routines, problem);
    }
    free(routines);
    if (plan && eases)
        selection_ease(plan, eases);
    return plan;
}

void selection_ease(Plan *plan, const LoweredTarget *eases)
{
    for (int area = 0; area < AREA_COUNT; area++) {
        if (eases[area].is_set) {
            char *why = message_ease(&eases[area]);
            plan_lower(plan, (Area)area, LOWERED_TARGET_POINTS, why);
            free(why);
        }
    }
}
