/* SPDX-License-Identifier: MIT */
#include "session/replan.h"

#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"
#include "base/text.h"

enum { SECOND_MS = 1000 };

/* What was done on the left is never what is to be done on the right. */
static bool are_apart(const PlanMove *one, const PlanMove *other)
{
    return (one->sides == SIDES_LEFT && other->sides == SIDES_RIGHT) ||
           (one->sides == SIDES_RIGHT && other->sides == SIDES_LEFT);
}

static bool has_same_key(const char *use, const char *name, const PlanMove *other)
{
    return use && other->use ? strcmp(use, other->use) == 0 : strcmp(name, other->name) == 0;
}

static bool may_be_renamed(const PlanMove *one, const PlanMove *other)
{
    const size_t count = one->areas.count;
    return !one->use && !other->use && !are_apart(one, other) && count == other->areas.count &&
           (count == 0 || memcmp(one->areas.items, other->areas.items, count) == 0);
}

/* Moves that are gone, and those that are new where they stood. */
typedef struct Run {
    const PlanMove *gone, *now;
    size_t gone_count, now_count;
} Run;

/* Where there are as many of both, they stand for each other in their order; one that was written in place and works on
 * the same areas has another name. Where there are fewer now, nobody knows which have gone. */
static void settle_run(const Run *run, MatchedMove *matches, int32_t place)
{
    const size_t fewer = run->gone_count > run->now_count ? run->gone_count - run->now_count : 0;
    for (size_t i = 0; i < run->gone_count; i++) {
        const size_t at = i > fewer ? i - fewer : 0;
        const bool is_renamed = run->gone_count == run->now_count && may_be_renamed(&run->gone[i], &run->now[at]);
        matches[i] = (MatchedMove){place + (int32_t)at, is_renamed, is_renamed};
    }
}

MatchedMove *replan_match(const PlanMove *before, size_t count, const PlanMove *now, size_t now_count)
{
    MatchedMove *matches = memory_new((count + 1) * sizeof *matches);
    bool *is_taken = memory_new(now_count + 1);
    for (size_t i = 0; i < count; i++) {
        size_t found = 0;
        while (found < now_count && (is_taken[found] || are_apart(&before[i], &now[found]) ||
                                     !has_same_key(before[i].use, before[i].name, &now[found])))
            found++;
        matches[i] = (MatchedMove){(int32_t)found, found < now_count, false};
        is_taken[found] = true;
    }
    size_t place = 0; /* behind the move before */
    for (size_t i = 0; i < count;) {
        size_t gone = 0, new_ones = 0;
        while (i + gone < count && !matches[i + gone].is_there)
            gone++;
        while (place + new_ones < now_count && !is_taken[place + new_ones])
            new_ones++;
        const Run run = {&before[i], now + place, gone, new_ones};
        settle_run(&run, &matches[i], (int32_t)place);
        i += gone;
        for (; i < count && matches[i].is_there; i++)
            place = (size_t)matches[i].move + 1;
    }
    free(is_taken);
    return matches;
}

/* Two plans, and where the moves of one are in the other. */
typedef struct Replan {
    const Plan *before, *now;
    const MatchedMove *matches;
} Replan;

/* Where it goes on: in the same step, with what was held of others that are one with it now, or at the start of one. */
typedef struct Target {
    int32_t step; /* step_count: nothing is left */
    bool is_same;
    int64_t held_ms;
} Target;

static bool is_hold(const Step *step)
{
    return step->kind == STEP_HOLD;
}

static int32_t end_of(const PlanMove *move)
{
    return move->first_step + move->step_count;
}

/* The steps of one side of a move, from its set-up on. */
typedef struct SideSteps {
    const Plan *plan;
    int32_t start;
} SideSteps;

/* The index of the hold of a phase, which the side has. */
static int32_t hold_of_phase(SideSteps side, int32_t phase)
{
    int32_t step = side.start;
    while (!is_hold(&side.plan->steps[step]) || side.plan->steps[step].phase != phase)
        step++;
    return step;
}

static const Step *phase_of(SideSteps side, int32_t phase)
{
    return &side.plan->steps[hold_of_phase(side, phase)];
}

/* A name may stand several times: the first is the first, the second the second. Holds without one are the only ones of
 * their move. -1 where it is no more. */
static int32_t find_phase(SideSteps side, SideSteps old_side, int32_t old)
{
    const char *name = phase_of(old_side, old)->phase_name;
    int32_t before = 0;
    for (int32_t i = 0; i < old; i++)
        before += text_same(phase_of(old_side, i)->phase_name, name);
    for (int32_t i = 0; i < phase_of(side, 0)->phase_count; i++)
        if (text_same(phase_of(side, i)->phase_name, name) && before-- == 0)
            return i;
    return -1;
}

/* The hold of a phase. One that is no more may have another name, or be one with those before it; else the one after it
 * begins. */
static Target aim_at_phase(SideSteps side, SideSteps old_side, int32_t old)
{
    const int32_t count = phase_of(side, 0)->phase_count, same = find_phase(side, old_side, old);
    if (same >= 0)
        return (Target){hold_of_phase(side, same), true, 0};
    if (old < count && find_phase(old_side, side, old) < 0)
        return (Target){hold_of_phase(side, old), true, 0};
    int32_t last_old = old - 1, last = -1;
    while (last_old >= 0 && (last = find_phase(side, old_side, last_old)) < 0)
        last_old--;
    if (count > 1 && last + 1 < count)
        return (Target){hold_of_phase(side, last + 1), false, 0};
    Target target = {hold_of_phase(side, count - 1), true, 0};
    for (int32_t i = MAX_OF(last_old, 0); i < old; i++)
        target.held_ms += (int64_t)phase_of(old_side, i)->seconds * SECOND_MS;
    return target;
}

/* The same from a phase's own prepare, and to it: where the hold begins anew, what is before it does too. */
static Target aim_at_own_prepare(SideSteps side, const Step *old_step, Target target)
{
    const Step *before = target.step > side.start ? &side.plan->steps[target.step - 1] : NULL;
    const bool has_prepare = before && before->kind == STEP_PREPARE && before->phase_count > 0;
    if (is_hold(old_step) && target.is_same)
        return target;
    return (Target){target.step - has_prepare, has_prepare && target.is_same, 0};
}

/* The first step of a side of a move; -1 where it has not that side. */
static int32_t find_side(const Plan *plan, const PlanMove *move, Side side)
{
    for (int32_t i = move->first_step; i < end_of(move); i++)
        if (plan->steps[i].side == side)
            return i;
    return -1;
}

static Target aim_at_move(const Replan *replan, const Step *old_step, const PlanMove *move)
{
    const Plan *plan = replan->now, *old_plan = replan->before;
    const PlanMove *old_move = &old_plan->moves[old_step->move];
    int32_t start = find_side(plan, move, old_step->side), old_start = find_side(old_plan, old_move, old_step->side);
    const bool was_first = old_start == old_move->first_step;
    if (start < 0) /* done on the second side, it has none but the first now */
        return (Target){was_first ? move->first_step : end_of(move), false, 0};
    if (was_first && start > move->first_step) /* the other side comes first now, and was not done */
        return (Target){move->first_step, false, 0};
    if (old_step->phase_count == 0) /* the move's own set-up */
        return (Target){start, plan->steps[start].phase_count == 0, 0};
    const SideSteps side = {plan, start}, old_side = {old_plan, old_start};
    return aim_at_own_prepare(side, old_step, aim_at_phase(side, old_side, old_step->phase));
}

static bool is_rest(const Plan *plan, int32_t step)
{
    return (size_t)step < plan->step_count && plan->steps[step].move < 0;
}

/* The start of a move, or what stands in its place. */
static int32_t place_of(const Replan *replan, int32_t old_move)
{
    return (int32_t)plan_step_of_move(replan->now, replan->matches[old_move].move);
}

/* The same of the rests after a move; where there is none now, what follows that move. */
static Target aim_at_rest(const Replan *replan, int32_t old_index)
{
    int32_t before = old_index, found = 0;
    while (before >= 0 && is_rest(replan->before, before))
        before--;
    if (before >= 0) {
        const int32_t old_move = replan->before->steps[before].move;
        const MatchedMove match = replan->matches[old_move];
        found = match.is_there ? end_of(&replan->now->moves[match.move]) : place_of(replan, old_move);
    }
    const bool has_rest = is_rest(replan->now, found);
    for (int32_t step = before + 2; has_rest && step <= old_index && is_rest(replan->now, found + 1); step++)
        found++;
    return (Target){found, has_rest, 0};
}

static Target find_target(const Replan *replan, int32_t old_index)
{
    const Step *old_step = &replan->before->steps[old_index];
    if (old_step->move < 0)
        return aim_at_rest(replan, old_index);
    const MatchedMove match = replan->matches[old_step->move];
    if (!match.is_there)
        return (Target){place_of(replan, old_step->move), false, 0};
    return aim_at_move(replan, old_step, &replan->now->moves[match.move]);
}

static bool has_anything(const Done rows[SIDE_COUNT])
{
    bool has = false;
    for (Side side = SIDE_NONE; side < SIDE_COUNT; side++)
        has = has || done_has_any(&rows[side]);
    return has;
}

/* A move that went with an edit before and is in the plan again; -1 where it is not. */
static int32_t find_back(const Plan *plan, const bool *is_taken, const DoneMove *gone)
{
    for (size_t i = 0; i < plan->move_count; i++)
        if (!is_taken[i] && has_same_key(gone->use, gone->name, &plan->moves[i]))
            return (int32_t)i;
    return -1;
}

static void take_rows_over(Session *session, const Replan *replan)
{
    const Session old = *session;
    const Plan *plan = replan->now;
    const size_t planned = replan->before->move_count, count = session_done_count(&old);
    bool *is_taken = memory_new(plan->move_count);
    session->plan = plan;
    session->gone = NULL;
    session->gone_count = 0;
    session->done = memory_resize(NULL, plan->move_count, sizeof *session->done);
    session_clear_rows(session->done, plan->move_count);
    for (size_t i = 0; i < count; i++) {
        const DoneMove move = session_done_move(&old, i);
        int32_t place = i >= planned                  ? find_back(plan, is_taken, &move)
                        : replan->matches[i].is_there ? replan->matches[i].move
                                                      : -1;
        if (place >= 0) {
            is_taken[place] = true;
            memcpy(session->done[place], old.done[i], sizeof old.done[i]);
        } else if (has_anything(old.done[i])) {
            session_add_gone(session, &move, old.done[i]);
        }
    }
    free(is_taken);
    free(old.gone);
    free(old.done);
}

/* How long the step is now: as planned anew, with what + and - had changed. */
static int64_t new_length_ms(const Session *session, const Step *old_step, const Step *step)
{
    int64_t planned_ms = (int64_t)step->seconds * SECOND_MS;
    int64_t longest_ms = MAX_OF(planned_ms, (int64_t)SESSION_LENGTH_MAX_S * SECOND_MS);
    int64_t length_ms = planned_ms + session->length_ms - (int64_t)old_step->seconds * SECOND_MS;
    return MIN_OF(longest_ms, MAX_OF(length_ms, SECOND_MS));
}

static bool is_same_side(const Replan *replan, const Step *old_step, const Step *step)
{
    if (old_step->move < 0 || step->move < 0)
        return old_step->move == step->move;
    const MatchedMove match = replan->matches[old_step->move];
    return match.is_there && match.move == step->move && old_step->side == step->side;
}

/* At the user's own pace a set-up waits; what is none does not. Where what they waited in is gone, nothing begins by
 * itself. */
static void settle_waiting(Session *session)
{
    const bool is_setting_up = session_is_setting_up(session);
    if (session->state == SESSION_WAITING && !is_setting_up)
        session->state = SESSION_PAUSED;
    else if (session->state == SESSION_RUNNING && session->waits && is_setting_up)
        session->state = SESSION_WAITING;
}

static void go_to(Session *session, const Replan *replan, const Step *old_step, Target target)
{
    const bool is_over = (size_t)target.step >= session->plan->step_count;
    session->step = is_over ? (int32_t)session->plan->step_count - 1 : target.step;
    const Step *step = &session->plan->steps[session->step];
    if (!is_same_side(replan, old_step, step)) {
        session->too_hard = 0;
        if (session->state == SESSION_STOPPED) /* the side in which it hurt is no more */
            session->state = SESSION_PAUSED;
    }
    if (target.is_same && !is_over) {
        session->length_ms = new_length_ms(session, old_step, step);
        session->into_ms = MIN_OF(session->into_ms + target.held_ms, session->length_ms - 1);
    } else { /* where all that is left was done already, it ends as it would have */
        session->length_ms = (int64_t)step->seconds * SECOND_MS;
        session->into_ms = is_over ? session->length_ms - 1 : 0;
        session->felt = SESSION_NOT_FELT;
    }
    settle_waiting(session);
}

void replan_session(Session *session, const Plan *plan)
{
    const Plan *before = session->plan;
    MatchedMove *matches = replan_match(before->moves, before->move_count, plan->moves, plan->move_count);
    const Replan replan = {before, plan, matches};
    const Step *old_step = session_step(session);
    take_rows_over(session, &replan);
    if (old_step)
        go_to(session, &replan, old_step, find_target(&replan, session->step));
    else
        session->step = (int32_t)plan->step_count;
    free(matches);
}
