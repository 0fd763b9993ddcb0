/* SPDX-License-Identifier: MIT */
#include "session/align.h"

#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"

bool align_is_alike(const DoneMove *one, const PlanMove *other)
{
    return one->use && other->use ? strcmp(one->use, other->use) == 0 : strcmp(one->name, other->name) == 0;
}

static bool is_alike(const PlanMove *one, const PlanMove *other)
{
    return align_is_alike(&(DoneMove){.name = one->name, .use = one->use}, other);
}

/* The nearest to where it was that is alike, among those that may have changed; -1 where none is. */
static int32_t find_alike(const Alignment *alignment, int32_t move)
{
    const PlanMove *wanted = &alignment->before->moves[move];
    int32_t best = -1;
    for (int32_t i = alignment->at_start; i < (int32_t)alignment->now->move_count - alignment->at_end; i++) {
        if (is_alike(&alignment->now->moves[i], wanted) && (best < 0 || abs(i - move) < abs(best - move)))
            best = i;
    }
    return best;
}

Alignment align_plans(const Plan *before, const Plan *now)
{
    const int32_t count = (int32_t)before->move_count, new_count = (int32_t)now->move_count;
    const int32_t most = MIN_OF(count, new_count);
    Alignment found = {.before = before, .now = now};
    while (found.at_start < most && is_alike(&before->moves[found.at_start], &now->moves[found.at_start]))
        found.at_start++;
    while (found.at_end < most - found.at_start &&
           is_alike(&before->moves[count - 1 - found.at_end], &now->moves[new_count - 1 - found.at_end]))
        found.at_end++;
    found.alike = memory_resize(NULL, before->move_count, sizeof *found.alike);
    for (int32_t i = 0; i < count; i++)
        found.alike[i] = i < found.at_start            ? i
                         : i >= count - found.at_end ? i + new_count - count
                                                       : find_alike(&found, i);
    return found;
}

void align_release(Alignment *alignment)
{
    free(alignment->alike);
    *alignment = (Alignment){0};
}

/* Between the moves before and after it that are still there, it may stand under another name. */
static AlignedMove find_between(const Alignment *alignment, int32_t move)
{
    const int32_t count = (int32_t)alignment->before->move_count;
    int32_t last = move - 1, next = move + 1;
    while (last >= 0 && alignment->alike[last] < 0)
        last--;
    while (next < count && alignment->alike[next] < 0)
        next++;
    const int32_t last_now = last >= 0 ? alignment->alike[last] : -1;
    const int32_t next_now = next < count ? alignment->alike[next] : (int32_t)alignment->now->move_count;
    const int32_t found = last_now + move - last;
    return found < next_now ? (AlignedMove){found, true} : (AlignedMove){next_now, false};
}

AlignedMove align_move(const Alignment *alignment, int32_t move)
{
    const int32_t found = alignment->alike[move];
    return found >= 0 ? (AlignedMove){found, true} : find_between(alignment, move);
}
