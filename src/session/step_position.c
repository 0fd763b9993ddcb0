/* SPDX-License-Identifier: MIT */
#include "session/step_position.h"

#include "base/text.h"

/* NULL: none is named. */
static const char *id_of(const Plan *plan, const Step *step)
{
    const Step *hold = plan_hold_of(plan, (int32_t)(step - plan->steps));
    return hold && hold->positions.count > 0 ? hold->positions.items[0] : NULL;
}

const char *step_position_of(PositionList known, const TextList *ids)
{
    for (size_t i = 0; ids->count > 0 && i < known.count; i++) {
        if (text_same(known.items[i]->id, ids->items[0]))
            return known.items[i]->title;
    }
    return NULL;
}

const char *step_position_title(const Plan *plan, const Step *step, PositionList known)
{
    const Step *hold = plan_hold_of(plan, (int32_t)(step - plan->steps));
    return hold ? step_position_of(known, &hold->positions) : NULL;
}

bool step_position_is_new(const Plan *plan, const Step *step)
{
    const Step *before = step > plan->steps ? step - 1 : NULL;
    return !before || before->move != step->move || !text_same(id_of(plan, before), id_of(plan, step));
}
