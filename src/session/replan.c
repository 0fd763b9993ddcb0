/* SPDX-License-Identifier: MIT */
#include "session/session.h"

#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"
#include "base/text.h"
#include "session/edit_match.h"

enum { SECOND_MS = 1000 };

static bool is_hold(const Step *step)
{
    return step->kind == STEP_HOLD;
}

static int32_t end_of(const PlanMove *move)
{
    return move->first_step + move->step_count;
}

/* Where it goes on: as the same step, with what was held of others that are one with it now, or at its begin. */
typedef struct Target {
    int32_t step;
    bool is_same;
    int64_t held_ms;
} Target;

/* A name may stand several times: the first is the first, the second the second. -1 where it is no more. */
static int32_t find_phase(const Step *phases, const Step *old_phases, int32_t old)
{
    const char *name = old_phases[old].phase_name;
    int32_t before = 0;
    for (int32_t i = 0; name && i < old; i++)
        before += text_same(old_phases[i].phase_name, name);
    for (int32_t i = 0; name && i < phases->phase_count; i++)
        if (text_same(phases[i].phase_name, name) && before-- == 0)
            return i;
    return -1;
}

static int64_t sum_ms(const Step *holds, int32_t start, int32_t end)
{
    int64_t sum_s = 0;
    for (int32_t i = start; i < end; i++)
        sum_s += holds[i].seconds;
    return sum_s * SECOND_MS;
}

/* One that is no more may have another name, or be one with those before it; else the one after it begins. */
static Target aim_at_phase(const Step *phases, const Step *old_phases, int32_t old)
{
    const int32_t count = phases->phase_count, old_count = old_phases->phase_count;
    int32_t last_old = old, last = -1, next_old = old, next = -1;
    while (last < 0 && last_old >= 0) {
        last = find_phase(phases, old_phases, last_old);
        last_old -= last < 0;
    }
    if (last_old == old)
        return (Target){last, true, 0};
    while (next < 0 && ++next_old < old_count)
        next = find_phase(phases, old_phases, next_old);
    if (next >= 0 && next <= last + 1)
        return (Target){next, false, 0};
    const int32_t its_own = last + old - last_old;
    const int32_t found = MIN_OF(its_own, (next < 0 ? count : next) - 1);
    return (Target){found, true, sum_ms(old_phases, old - (its_own - found), old)};
}

/* The first step of a side of a move; -1 where it has not that side. */
static int32_t find_side(const Plan *plan, const PlanMove *move, Side side)
{
    for (int32_t i = move->first_step; i < end_of(move); i++)
        if (plan->steps[i].side == side)
            return i;
    return -1;
}

static int32_t first_hold(const Plan *plan, int32_t step)
{
    return step + !is_hold(&plan->steps[step]);
}

static Target aim_at_move(const EditMatch *alignment, const Step *old_step, const PlanMove *move)
{
    const Plan *plan = alignment->now, *old_plan = alignment->before;
    const PlanMove *old_move = &old_plan->moves[old_step->move];
    const int32_t start = find_side(plan, move, old_step->side);
    const int32_t old_start = find_side(old_plan, old_move, old_step->side);
    const bool was_first = old_start == old_move->first_step;
    if (start < 0) /* done on the second side, it has none but the first now */
        return (Target){was_first ? move->first_step : end_of(move), false, 0};
    if (was_first && start > move->first_step) /* the other side comes first now, and was not done */
        return (Target){move->first_step, false, 0};
    if (!is_hold(old_step))
        return (Target){start, !is_hold(&plan->steps[start]), 0};
    const int32_t hold = first_hold(plan, start), old_hold = first_hold(old_plan, old_start);
    Target target = aim_at_phase(&plan->steps[hold], &old_plan->steps[old_hold], old_step->phase);
    target.step += hold;
    return target;
}

static int32_t start_of(const Plan *plan, int32_t move)
{
    return (size_t)move < plan->move_count ? plan->moves[move].first_step : (int32_t)plan->step_count;
}

static bool is_rest(const Plan *plan, int32_t step)
{
    return (size_t)step < plan->step_count && plan->steps[step].move < 0;
}

/* The rest after the same move, or the one in its stead; where there is none now, what follows that move. */
static int32_t find_rest(const EditMatch *alignment, int32_t old_step)
{
    const Plan *plan = alignment->now, *old_plan = alignment->before;
    int32_t before = old_step;
    while (before >= 0 && old_plan->steps[before].move < 0)
        before--;
    int32_t found = 0;
    if (before >= 0) {
        const MatchedMove move = edit_match_move(alignment, old_plan->steps[before].move);
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
        has = has || done_has_any(&rows[side]);
    return has;
}

/* A move that is in the plan again and stands for no other; -1 where none is. */
static int32_t find_back(const Plan *plan, const bool *is_taken, const DoneMove *gone)
{
    for (size_t i = 0; i < plan->move_count; i++)
        if (!is_taken[i] && edit_match_is_same_move(gone, &plan->moves[i]))
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
static void take_rows_over(Session *session, const EditMatch *alignment)
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
        const MatchedMove move = edit_match_move(alignment, (int32_t)i);
        if (move.is_there) {
            is_taken[move.move] = true;
            memcpy(session->done[move.move], old_rows[i], sizeof old_rows[i]);
        }
    }
    take_gone_over(session, gone, gone_count, old_rows + before->move_count, is_taken);
    for (size_t i = 0; i < before->move_count; i++) {
        const PlanMove *old = &before->moves[i];
        if (!edit_match_move(alignment, (int32_t)i).is_there && has_anything(old_rows[i]))
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

static bool is_same_move(const EditMatch *alignment, const Step *old_step, const Step *step)
{
    if (old_step->move < 0 || step->move < 0)
        return old_step->move < 0 && step->move < 0;
    const MatchedMove move = edit_match_move(alignment, old_step->move);
    return move.is_there && move.move == step->move;
}

/* How often it was too hard, and that it hurt, was said of one move on one side. */
static void enter(Session *session, const EditMatch *alignment, const Step *old_step, int32_t index)
{
    const Step *step = &session->plan->steps[index];
    session->step = index;
    if (is_same_move(alignment, old_step, step) && old_step->side == step->side)
        return;
    session->too_hard = 0;
    if (session->state == SESSION_STOPPED) /* the side in which it hurt is no more */
        session->state = SESSION_PAUSED;
}

static void go_to(Session *session, const EditMatch *alignment, const Step *old_step, const Target *target)
{
    const Step *step = &session->plan->steps[target->step];
    enter(session, alignment, old_step, target->step);
    if (target->is_same) {
        session->length_ms = new_length_ms(session, old_step, step);
        session->into_ms = MIN_OF(session->into_ms + target->held_ms, session->length_ms - 1);
    } else {
        session->length_ms = (int64_t)step->seconds * SECOND_MS;
        session->into_ms = 0;
        session->felt = SESSION_NOT_FELT;
    }
}

/* All that is left was done already: it ends as it would have. */
static void go_to_end(Session *session, const EditMatch *alignment, const Step *old_step)
{
    enter(session, alignment, old_step, (int32_t)session->plan->step_count - 1);
    session->length_ms = (int64_t)session->plan->steps[session->step].seconds * SECOND_MS;
    session->into_ms = session->length_ms - 1;
    session->felt = SESSION_NOT_FELT;
}

/* step_count where nothing is left. */
static Target find_target(const EditMatch *alignment, int32_t old_index)
{
    const Plan *plan = alignment->now;
    const Step *old_step = &alignment->before->steps[old_index];
    if (old_step->move < 0) {
        const int32_t step = find_rest(alignment, old_index);
        return (Target){step, is_rest(plan, step), 0};
    }
    const MatchedMove found = edit_match_move(alignment, old_step->move);
    if (!found.is_there)
        return (Target){start_of(plan, found.move), false, 0};
    return aim_at_move(alignment, old_step, &plan->moves[found.move]);
}

void session_replan(Session *session, const Plan *plan)
{
    EditMatch alignment = edit_match_plans(session->plan, plan);
    const Step *old_step = session_step(session);
    const Target target = old_step ? find_target(&alignment, session->step) : (Target){0};
    take_rows_over(session, &alignment);
    if (!old_step)
        session->step = (int32_t)plan->step_count;
    else if ((size_t)target.step < plan->step_count)
        go_to(session, &alignment, old_step, &target);
    else
        go_to_end(session, &alignment, old_step);
    edit_match_release(&alignment);
}
