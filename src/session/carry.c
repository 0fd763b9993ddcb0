/* SPDX-License-Identifier: MIT */
#include "session/carry.h"

#include "base/macros.h"
#include "session/draft.h"
#include "session/edit_match.h"
#include "session/turns.h"

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

PlanOptions carry_options(const Plan *before, const PlanOptions *options, const Routine *const *routines, size_t count,
                          PlanSwap *swaps)
{
    PlanOptions carried = *options;
    Plan now = {0};
    Authoring draft;
    draft_init(&draft, routines, count);
    turns_note(&now, &draft);
    draft_release(&draft);
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

int32_t carry_swap(const Plan *before, const Plan *now, int32_t turn)
{
    const Plan written = written_plan(before), written_now = written_plan(now);
    EditMatch alignment = edit_match_plans(&written, &written_now);
    const int32_t found = carry_turn(&alignment, turn);
    edit_match_release(&alignment);
    return found;
}
