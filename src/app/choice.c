/* SPDX-License-Identifier: MIT */
#include "app/choice.h"

#include <stdlib.h>
#include <string.h>

#include "app/phrase.h"
#include "base/memory.h"
#include "base/path.h"
#include "routine/walk.h"
#include "session/carry.h"

void choice_use(Choice *choice, Plan *plan, char *problem)
{
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

static void release_swap(ChoiceSwap *swap)
{
    free(swap->id);
    free(swap->instead_of);
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

const Move *choice_move(const Choice *choice, int32_t turn)
{
    Search search = {.turn = turn};
    for (size_t i = 0; i < choice->count && choice->entries[i]->routine && !search.move; i++) {
        walk_routine(choice->entries[i]->routine, NULL, look, &search);
        search.first += choice->entries[i]->routine->move_count;
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

const Move *choice_swapped(const Choice *choice, int32_t turn)
{
    const ChoiceSwap *swap = find_swap(choice, turn);
    return swap ? swap->move : NULL;
}

void choice_swap(Choice *choice, int32_t turn, const char *id, const Move *move)
{
    const Move *written = choice_move(choice, turn);
    ChoiceSwap *swap = find_swap(choice, turn);
    if (swap) {
        free(swap->id);
        swap->id = memory_copy_text(id);
        swap->move = move;
    } else if (written) {
        choice->swaps =
            memory_grow(choice->swaps, &choice->swap_capacity, choice->swap_count + 1, sizeof *choice->swaps);
        choice->swaps[choice->swap_count++] =
            (ChoiceSwap){turn, memory_copy_text(id), move, memory_copy_text(written->name)};
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

/* A file that was edited may have another move at that turn: that one stays. */
static PlanSwap *fitting_swaps(const Choice *choice, size_t *count)
{
    PlanSwap *swaps = memory_resize(NULL, choice->swap_count + 1, sizeof *swaps);
    *count = 0;
    for (size_t i = 0; i < choice->swap_count; i++) {
        const ChoiceSwap *swap = &choice->swaps[i];
        const Move *written = choice_move(choice, swap->turn);
        if (written && strcmp(written->name, swap->instead_of) == 0)
            swaps[(*count)++] = (PlanSwap){swap->turn, swap->move};
    }
    return swaps;
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

Plan *choice_make_plan(const Choice *choice, PlanOptions options, const Ease *eases, char **problem)
{
    const Routine **routines = memory_new((choice->count + 1) * sizeof *routines);
    const Plan *before = choice->plan ? choice->plan : choice->last;
    Plan *plan = NULL;
    size_t read = 0;
    while (read < choice->count && choice->entries[read]->routine) {
        routines[read] = choice->entries[read]->routine;
        read++;
    }
    if (read < choice->count) {
        *problem = first_problem(choice->entries[read]);
    } else {
        PlanSwap *swaps = fitting_swaps(choice, &options.swap_count);
        options.swaps = swaps;
        if (before)
            options.from_move = carry_from_move(before, options.from_move, routines, read);
        plan = plan_build(routines, read, &options, problem);
        free(swaps);
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
