/* SPDX-License-Identifier: MIT */
#include "session/session.h"

#include <stdlib.h>

#include "base/macros.h"
#include "base/memory.h"

enum { SECOND_MS = 1000 };

static bool is_hold(const Step *step)
{
    return step->kind == STEP_HOLD;
}

/* How far a step is from the one looked for: the side counts most, then hold or set-up, then the phase. */
static int32_t distance(const Step *wanted, const Step *step)
{
    int32_t phases = is_hold(wanted) && is_hold(step) ? abs(wanted->phase - step->phase) : 0;
    return (wanted->side != step->side) * 20000 + (is_hold(wanted) != is_hold(step)) * 10000 + phases;
}

static int32_t find_in_move(const Plan *plan, const Step *wanted)
{
    int32_t last = (int32_t)plan->move_count - 1;
    const PlanMove *move = &plan->moves[MIN_OF(wanted->move, last)];
    int32_t best = move->first_step;
    for (int32_t i = best; i < move->first_step + move->step_count; i++) {
        if (distance(wanted, &plan->steps[i]) < distance(wanted, &plan->steps[best]))
            best = i;
    }
    return best;
}

/* The rest after the same move; where there is none now, what follows that move. */
static int32_t find_rest(const Plan *plan, const Plan *old_plan, int32_t old_step)
{
    int32_t before = old_step;
    while (before >= 0 && old_plan->steps[before].move < 0)
        before--;
    int32_t found = 0;
    if (before >= 0) {
        int32_t last = (int32_t)plan->move_count - 1;
        const PlanMove *move = &plan->moves[MIN_OF(old_plan->steps[before].move, last)];
        found = move->first_step + move->step_count;
    }
    int32_t last_step = (int32_t)plan->step_count - 1;
    found = MIN_OF(found, last_step);
    int32_t same = found + old_step - before - 1;
    return same <= last_step && plan->steps[same].move < 0 ? same : found;
}

static void keep_done_rows(Session *session, size_t old_count, size_t count)
{
    session->done = memory_resize(session->done, count, sizeof(*session->done));
    for (size_t i = old_count; i < count; i++) {
        for (Side side = SIDE_NONE; side < SIDE_COUNT; side++)
            session->done[i][side] = (Done){.felt = SESSION_NOT_FELT, .felt_most = SESSION_NOT_FELT};
    }
}

/* How long the step is now: as planned anew, with what + and - had changed. */
static int64_t new_length_ms(const Session *session, const Step *old_step, const Step *step)
{
    int64_t planned_ms = (int64_t)step->seconds * SECOND_MS;
    int64_t longest_ms = MAX_OF(planned_ms, (int64_t)SESSION_LENGTH_MAX_S * SECOND_MS);
    int64_t length_ms = planned_ms + session->length_ms - (int64_t)old_step->seconds * SECOND_MS;
    return MIN_OF(longest_ms, MAX_OF(length_ms, SECOND_MS));
}

static void go_to(Session *session, const Step *old_step, int32_t index)
{
    const Step *step = &session->plan->steps[index];
    bool is_same = (old_step->move < 0) == (step->move < 0) && old_step->side == step->side &&
                   is_hold(old_step) == is_hold(step);
    session->step = index;
    if (is_same) {
        session->length_ms = new_length_ms(session, old_step, step);
        session->into_ms = MIN_OF(session->into_ms, session->length_ms - 1);
    } else {
        session->length_ms = (int64_t)step->seconds * SECOND_MS;
        session->into_ms = 0;
        session->felt = SESSION_NOT_FELT;
    }
}

void session_replan(Session *session, const Plan *plan)
{
    const Plan *old_plan = session->plan;
    const Step *old_step = session_step(session);
    session->plan = plan;
    keep_done_rows(session, old_plan->move_count, plan->move_count);
    if (!old_step)
        session->step = (int32_t)plan->step_count;
    else if (old_step->move < 0)
        go_to(session, old_step, find_rest(plan, old_plan, session->step));
    else
        go_to(session, old_step, find_in_move(plan, old_step));
}
