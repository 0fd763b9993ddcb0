/* SPDX-License-Identifier: MIT */
#include "app/selection.h"

#include <stdlib.h>
#include <string.h>

#include "app/messages.h"
#include "base/memory.h"
#include "base/path.h"
#include "base/text.h"
#include "routine/routine.h"
#include "routine/sequence.h"
#include "routine/substitute.h"
#include "session/carry.h"

static void release_swap(ChoiceSwap *swap)
{
    free(swap->id);
}

/* NULL before the first plan: then nothing is swapped yet. */
static const Plan *last_plan(const Choice *choice)
{
    return choice->plan ? choice->plan : choice->last;
}

static void carry_swaps(Choice *choice, const Plan *now)
{
    size_t kept = 0;
    for (size_t i = 0; i < choice->swap_count; i++) {
        ChoiceSwap swap = choice->swaps[i];
        swap.turn = carry_swap(last_plan(choice), now, swap.turn);
        if (swap.turn >= 0)
            choice->swaps[kept++] = swap;
        else
            release_swap(&swap);
    }
    choice->swap_count = kept;
}

void choice_use(Choice *choice, Plan *plan, char *problem)
{
    if (plan)
        carry_swaps(choice, plan);
    if (choice->plan) {
        plan_free(choice->last);
        choice->last = choice->plan;
    }
    free(choice->problem);
    choice->plan = plan;
    choice->problem = problem;
    if (plan)
        choice->options.from_move = plan->options.from_move;
}

void choice_release(Choice *choice)
{
    plan_free(choice->plan);
    plan_free(choice->last);
    free(choice->problem);
    while (choice->swap_count > 0)
        release_swap(&choice->swaps[--choice->swap_count]);
    free(choice->swaps);
    free(choice->entries);
    arena_release(&choice->answers);
    *choice = (Choice){0};
}

void choice_add(Choice *choice, LibraryEntry *entry)
{
    choice->entries = memory_grow(choice->entries, &choice->capacity, choice->count + 1, sizeof *choice->entries);
    choice->entries[choice->count++] = entry;
}

typedef struct Search {
    int32_t turn, first;    /* the one looked for; of the routine's first move */
    const Move *move;
} Search;

static bool look(void *context, const Stop *stop)
{
    Search *search = context;
    if (stop->move && search->first + stop->turn == search->turn)
        search->move = stop->move;
    return search->move == NULL;
}

const Move *choice_move(const Choice *choice, int32_t turn, LibraryEntry **entry)
{
    Search search = {.turn = turn};
    for (size_t i = 0; i < choice->count && choice->entries[i]->routine && !search.move; i++) {
        walk_routine(choice->entries[i]->routine, NULL, look, &search);
        search.first += choice->entries[i]->routine->move_count;
        if (search.move && entry)
            *entry = choice->entries[i];
    }
    return search.move;
}

static ChoiceSwap *find_swap(const Choice *choice, int32_t turn)
{
    for (size_t i = 0; i < choice->swap_count; i++) {
        if (choice->swaps[i].turn == turn)
            return &choice->swaps[i];
    }
    return NULL;
}

const ChoiceSwap *choice_swapped(const Choice *choice, int32_t turn)
{
    return find_swap(choice, turn);
}

void choice_unswap(Choice *choice, int32_t turn)
{
    ChoiceSwap *swap = find_swap(choice, turn);
    if (!swap)
        return;
    release_swap(swap);
    *swap = choice->swaps[--choice->swap_count];
}

void choice_swap(Choice *choice, int32_t turn, const char *id, const Move *move)
{
    ChoiceSwap *swap = find_swap(choice, turn);
    if (swap) {
        free(swap->id);
        swap->id = memory_copy_text(id);
        swap->move = move;
    } else if (choice->plan && turn >= 0 && (size_t)turn < choice->plan->turn_count) {
        choice->swaps =
            memory_grow(choice->swaps, &choice->swap_capacity, choice->swap_count + 1, sizeof *choice->swaps);
        choice->swaps[choice->swap_count++] = (ChoiceSwap){turn, memory_copy_text(id), move};
    }
}

void choice_answer(Choice *choice, const char *question, bool is_yes)
{
    TextList *list = is_yes ? &choice->agreed : &choice->options.declined;
    const char **items = arena_take_array(&choice->answers, list->count + 1, sizeof *items);
    for (size_t i = 0; i < list->count; i++)
        items[i] = list->items[i];
    items[list->count] = arena_copy(&choice->answers, question);
    *list = (TextList){items, list->count + 1};
}

void choice_find_swaps(Choice *choice, const Stock *stock)
{
    const Plan *plan = choice->plan;
    for (size_t i = 0; i < plan->move_count && plan->turn_count > 0; i++) {
        const PlanMove *move = &plan->moves[i];
        const bool is_swapped = !text_same(move->use, plan->turns[move->turn].use);
        const ModelMove *found = is_swapped ? stock_find(stock, move->use) : NULL;
        if (found)
            choice_swap(choice, move->turn, found->id, found->move);
    }
}

void choice_follow(Choice *choice, const Stock *stock)
{
    size_t kept = 0;
    for (size_t i = 0; i < choice->swap_count; i++) {
        ChoiceSwap swap = choice->swaps[i];
        const ModelMove *found = stock_find(stock, swap.id);
        if (found) {
            swap.move = found->move;
            choice->swaps[kept++] = swap;
        } else {
            release_swap(&swap);
        }
    }
    choice->swap_count = kept;
}

/* Those of the plan that there is, and room for as many of the next. To free(). */
static PlanSwap *plan_swaps(const Choice *choice)
{
    PlanSwap *swaps = memory_new((2 * choice->swap_count + 1) * sizeof *swaps);
    for (size_t i = 0; i < choice->swap_count; i++)
        swaps[i] = (PlanSwap){choice->swaps[i].turn, choice->swaps[i].move};
    return swaps;
}

/* The routine with one swap written into it, and the move in it; NULL where its text cannot be changed so: then the
 * move is done as it is alone. */
static Routine *settle(const Choice *choice, const Library *library, PlanSwap *swap)
{
    LibraryEntry *entry = NULL;
    const Move *written = choice_move(choice, swap->turn, &entry);
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

static Plan *build_plan(const Choice *choice, const Library *library, PlanOptions options,
                        const Routine *const *routines, char **problem)
{
    const Plan *before = last_plan(choice);
    PlanSwap *swaps = plan_swaps(choice);
    Routine **settled = memory_new((choice->swap_count + 1) * sizeof *settled);
    options.swaps = swaps;
    options.swap_count = choice->swap_count;
    if (before && before->turn_count > 0 && (options.from_move > 1 || options.swap_count > 0))
        options = carry_options(before, &options, routines, choice->count, swaps + choice->swap_count);
    for (size_t i = 0; i < options.swap_count; i++)
        settled[i] = settle(choice, library, &swaps[options.swaps - swaps + (ptrdiff_t)i]);
    Plan *plan = plan_build(routines, choice->count, &options, problem);
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
        const Diag *diag = &entry->diags.items[i];
        if (diag->severity == SEVERITY_ERROR)
            return memory_print("%s:%u:%u: %s", entry->path ? path_base(entry->path) : entry->id, diag->mark.line,
                                diag->mark.column, diag->message);
    }
    const char *problem = diag_first(&entry->diags);
    return memory_print("%s: %s", entry->id, problem ? problem : "it cannot be read");
}

Plan *choice_make_plan(const Choice *choice, const Library *library, PlanOptions options, const Ease *eases,
                       char **problem)
{
    const Routine **routines = memory_new((choice->count + 1) * sizeof *routines);
    Plan *plan = NULL;
    size_t read = 0;
    while (read < choice->count && choice->entries[read]->routine) {
        routines[read] = choice->entries[read]->routine;
        read++;
    }
    if (read < choice->count) {
        *problem = first_problem(choice->entries[read]);
    } else {
        plan = build_plan(choice, library, options, routines, problem);
    }
    free(routines);
    if (plan && eases)
        choice_ease(plan, eases);
    return plan;
}

void choice_ease(Plan *plan, const Ease *eases)
{
    for (int area = 0; area < AREA_COUNT; area++) {
        if (eases[area].is_set) {
            char *why = phrase_ease(&eases[area]);
            plan_lower(plan, (Area)area, EASE_POINTS, why);
            free(why);
        }
    }
}
