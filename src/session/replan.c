/* SPDX-License-Identifier: MIT */
#include "session/session.h"

#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"
#include "session/align.h"

enum { SECOND_MS = 1000 };

static bool is_hold(const Step *step)
{
    return step->kind == STEP_HOLD;
}

static bool has_name_of(const Step *wanted, const Step *step)
{
    return wanted->phase_name && step->phase_name && strcmp(wanted->phase_name, step->phase_name) == 0;
}

/* How far a step is from the one looked for: the side counts most, then hold or set-up, then the phase. */
static int32_t distance(const Step *wanted, const Step *step)
{
    const bool are_holds = is_hold(wanted) && is_hold(step);
    const int32_t phases = are_holds ? abs(wanted->phase - step->phase) : 0;
    return (wanted->side != step->side) * 20000000 + (is_hold(wanted) != is_hold(step)) * 10000000 +
           (are_holds && !has_name_of(wanted, step)) * 10000 + phases;
}

static int32_t find_in_move(const Plan *plan, const PlanMove *move, const Step *wanted)
{
    int32_t best = move->first_step;
    for (int32_t i = best; i < move->first_step + move->step_count; i++) {
        if (distance(wanted, &plan->steps[i]) < distance(wanted, &plan->steps[best]))
            best = i;
    }
    return best;
}

static int32_t start_of(const Plan *plan, int32_t move)
{
    return (size_t)move < plan->move_count ? plan->moves[move].first_step : (int32_t)plan->step_count;
}

static int32_t end_of(const PlanMove *move)
{
    return move->first_step + move->step_count;
}

/* A move that has only its first side now was done on that. */
static bool has_lost_second_side(const Plan *old_plan, const Step *old_step, const Plan *plan, const PlanMove *move)
{
    bool is_there = old_plan->steps[old_plan->moves[old_step->move].first_step].side == old_step->side;
    for (int32_t i = move->first_step; i < end_of(move) && !is_there; i++)
        is_there = plan->steps[i].side == old_step->side;
    return !is_there;
}

static bool is_rest(const Plan *plan, int32_t step)
{
    return (size_t)step < plan->step_count && plan->steps[step].move < 0;
}

/* The rest after the same move, or the one in its stead; where there is none now, what follows that move. */
static int32_t find_rest(const Alignment *alignment, int32_t old_step)
{
    const Plan *plan = alignment->now, *old_plan = alignment->before;
    int32_t before = old_step;
    while (before >= 0 && old_plan->steps[before].move < 0)
        before--;
    int32_t found = 0;
    if (before >= 0) {
        const AlignedMove move = align_move(alignment, old_plan->steps[before].move);
        found = move.is_there || move.is_replaced ? end_of(&plan->moves[move.move]) : start_of(plan, move.move);
    }
    for (int32_t step = before + 2; step <= old_step && is_rest(plan, found) && is_rest(plan, found + 1); step++)
        found++;
    return found;
}

static bool has_anything(const Done rows[SIDE_COUNT])
{
    bool has = false;
    for (Side side = SIDE_NONE; side < SIDE_COUNT; side++)
        has = has || rows[side].held_ms > 0 || rows[side].felt_most != SESSION_NOT_FELT || rows[side].hurt;
    return has;
}

/* A move that is in the plan again and stands for no other; -1 where none is. */
static int32_t find_back(const Plan *plan, const bool *is_taken, const DoneMove *gone)
{
    for (size_t i = 0; i < plan->move_count; i++)
        if (!is_taken[i] && align_is_alike(gone, &plan->moves[i]))
            return (int32_t)i;
    return -1;
}

/* What was done of moves that went with an edit before. */
static void take_gone_over(Session *session, const DoneMove *gone, size_t count, Done (*rows)[SIDE_COUNT],
                           bool *is_taken)
{
    for (size_t i = 0; i < count; i++) {
        const int32_t back = find_back(session->plan, is_taken, &gone[i]);
        if (back < 0) {
            session_add_gone(session, &gone[i], rows[i]);
        } else {
            is_taken[back] = true;
            memcpy(session->done[back], rows[i], sizeof rows[i]);
        }
    }
}

/* What was done goes with its move; of one that is gone it stays, under the name that it had. */
static void take_rows_over(Session *session, const Alignment *alignment)
{
    const Plan *before = alignment->before;
    const size_t count = alignment->now->move_count, gone_count = session->gone_count;
    Done(*old_rows)[SIDE_COUNT] = session->done;
    DoneMove *gone = session->gone;
    bool *is_taken = memory_new(count);
    session->plan = alignment->now;
    session->gone = NULL;
    session->gone_count = 0;
    session->done = memory_resize(NULL, count, sizeof(*session->done));
    session_clear_rows(session->done, count);
    for (size_t i = 0; i < before->move_count; i++) {
        const AlignedMove move = align_move(alignment, (int32_t)i);
        if (move.is_there) {
            is_taken[move.move] = true;
            memcpy(session->done[move.move], old_rows[i], sizeof old_rows[i]);
        }
    }
    take_gone_over(session, gone, gone_count, old_rows + before->move_count, is_taken);
    for (size_t i = 0; i < before->move_count; i++) {
        const PlanMove *old = &before->moves[i];
        if (!align_move(alignment, (int32_t)i).is_there && has_anything(old_rows[i]))
            session_add_gone(session, &(DoneMove){old->name, old->use, old->areas}, old_rows[i]);
    }
    free(is_taken);
    free(gone);
    free(old_rows);
}

/* How long the step is now: as planned anew, with what + and - had changed. */
static int64_t new_length_ms(const Session *session, const Step *old_step, const Step *step)
{
    int64_t planned_ms = (int64_t)step->seconds * SECOND_MS;
    int64_t longest_ms = MAX_OF(planned_ms, (int64_t)SESSION_LENGTH_MAX_S * SECOND_MS);
    int64_t length_ms = planned_ms + session->length_ms - (int64_t)old_step->seconds * SECOND_MS;
    return MIN_OF(longest_ms, MAX_OF(length_ms, SECOND_MS));
}

/* The holds of phases that are no more count as held in the one that has their place. */
static int64_t held_before_ms(const Plan *old_plan, const Step *old_step, const Step *step)
{
    int64_t held_ms = 0;
    const Step *before = old_step;
    if (is_hold(old_step) && !has_name_of(old_step, step)) {
        for (int32_t phase = old_step->phase; phase > step->phase && before > old_plan->steps; phase--) {
            before--;
            held_ms += (int64_t)before->seconds * SECOND_MS;
        }
    }
    return held_ms;
}

static bool is_same_move(const Alignment *alignment, const Step *old_step, const Step *step)
{
    if (old_step->move < 0 || step->move < 0)
        return old_step->move < 0 && step->move < 0;
    const AlignedMove move = align_move(alignment, old_step->move);
    return move.is_there && move.move == step->move;
}

/* Enters a step, but not yet at a time. How often it was too hard was said of one move on one side. */
static bool enter(Session *session, const Alignment *alignment, const Step *old_step, int32_t index)
{
    const Step *step = &session->plan->steps[index];
    const bool is_same = is_same_move(alignment, old_step, step) && old_step->side == step->side;
    session->step = index;
    if (!is_same)
        session->too_hard = 0;
    return is_same;
}

static void go_to(Session *session, const Alignment *alignment, const Step *old_step, int32_t index)
{
    const Step *step = &session->plan->steps[index];
    if (enter(session, alignment, old_step, index) && is_hold(old_step) == is_hold(step)) {
        session->length_ms = new_length_ms(session, old_step, step);
        session->into_ms += held_before_ms(alignment->before, old_step, step);
        session->into_ms = MIN_OF(session->into_ms, session->length_ms - 1);
    } else {
        session->length_ms = (int64_t)step->seconds * SECOND_MS;
        session->into_ms = 0;
        session->felt = SESSION_NOT_FELT;
    }
}

/* All that is left was done already: it ends as it would have. */
static void go_to_end(Session *session, const Alignment *alignment, const Step *old_step)
{
    enter(session, alignment, old_step, (int32_t)session->plan->step_count - 1);
    session->length_ms = (int64_t)session->plan->steps[session->step].seconds * SECOND_MS;
    session->into_ms = session->length_ms - 1;
    session->felt = SESSION_NOT_FELT;
}

/* The step in the new plan at which it goes on; step_count where nothing is left. */
static int32_t find_step(const Alignment *alignment, int32_t old_index)
{
    const Plan *plan = alignment->now;
    const Step *old_step = &alignment->before->steps[old_index];
    if (old_step->move < 0)
        return find_rest(alignment, old_index);
    const AlignedMove found = align_move(alignment, old_step->move);
    if (!found.is_there)
        return start_of(plan, found.move);
    const PlanMove *move = &plan->moves[found.move];
    if (has_lost_second_side(alignment->before, old_step, plan, move))
        return end_of(move);
    return find_in_move(plan, move, old_step);
}

void session_replan(Session *session, const Plan *plan)
{
    Alignment alignment = align_plans(session->plan, plan);
    const Step *old_step = session_step(session);
    const int32_t step = old_step ? find_step(&alignment, session->step) : (int32_t)plan->step_count;
    take_rows_over(session, &alignment);
    if (!old_step)
        session->step = step;
    else if ((size_t)step < plan->step_count)
        go_to(session, &alignment, old_step, step);
    else
        go_to_end(session, &alignment, old_step);
    align_release(&alignment);
}
