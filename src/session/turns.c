/* SPDX-License-Identifier: MIT */
#include "session/turns.h"

#include "session/copy.h"

static void note_part(Plan *plan, const PlanDraft *draft, size_t index, Copies *copies)
{
    const PlanDraftPart *part = &draft->parts[index];
    plan->chosen[index] = (PlanFile){copy_words(copies, part->routine->id), copy_words(copies, part->routine->path)};
    for (size_t i = part->first_move; i < part->first_move + part->move_count; i++) {
        const Move *move = draft->moves[i].move;
        plan->turns[i] = (PlanMove){
            .name = copy_words(copies, move->name),
            .use = copy_words(copies, move->use),
            .sides = move->sides,
            .routine = (int32_t)index,
            .line = (int32_t)move->mark.line,
        };
    }
}

void turns_note(Plan *plan, const PlanDraft *draft)
{
    Copies copies = {.arena = &plan->arena};
    plan->chosen_count = draft->part_count;
    plan->chosen = arena_take_array(&plan->arena, plan->chosen_count, sizeof(*plan->chosen));
    plan->turn_count = draft->move_count;
    plan->turns = arena_take_array(&plan->arena, plan->turn_count, sizeof(*plan->turns));
    for (size_t i = 0; i < draft->part_count; i++)
        note_part(plan, draft, i, &copies);
    copies_release(&copies);
}

void turns_note_declined(Plan *plan, const PlanDraft *draft)
{
    for (size_t i = 0; i < draft->part_count; i++) {
        const PlanDraftPart *part = &draft->parts[i];
        for (size_t k = part->first_move; k < part->first_move + part->move_count; k++)
            plan->turns[k].seconds = draft->moves[k].is_declined ? plan_draft_move_seconds(part, &draft->moves[k]) : 0;
    }
}
