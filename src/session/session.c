/* SPDX-License-Identifier: MIT */
#include "session/session.h"

#include <stdlib.h>

#include "base/macros.h"
#include "base/memory.h"
#include "routine/struct_members.h"
#include "routine/wording.h"

enum { SECOND_MS = 1000 };

void session_clear_rows(Done (*rows)[SIDE_COUNT], size_t count)
{
    for (size_t i = 0; i < count; i++) {
        for (Side side = SIDE_NONE; side < SIDE_COUNT; side++)
            rows[i][side] = (Done){.felt = SESSION_NOT_FELT, .felt_most = SESSION_NOT_FELT};
    }
}

void session_init(Session *session, const Plan *plan)
{
    *session = (Session){
        .plan = plan,
        .state = SESSION_READY,
        .felt = SESSION_NOT_FELT,
        .measure = plan_measure(plan, NULL),
        .level = plan->options.level,
    };
    session->length_ms = (int64_t)plan->steps[0].seconds * SECOND_MS;
    session->done = memory_resize(NULL, plan->move_count, sizeof(*session->done));
    session_clear_rows(session->done, plan->move_count);
}

void session_release(Session *session)
{
    free(session->done);
    free(session->gone);
    free(session->felts);
    arena_release(&session->texts);
    *session = (Session){0};
}

static int64_t between(int64_t value, int64_t low, int64_t high)
{
    return value < low ? low : MIN_OF(value, high);
}

/* How often it was said is not kept; that it was is seen from the highest. */
static int32_t too_hard_so_far(const Session *session)
{
    const Step *step = &session->plan->steps[session->step];
    return step->move >= 0 && session->done[step->move][step->side].felt_most >= SESSION_TOO_HARD;
}

void session_place(Session *session, int32_t step, int64_t into_ms, int64_t length_ms, int64_t worked_ms)
{
    session->step = (int32_t)between(step, 0, (int64_t)session->plan->step_count - 1);
    int64_t planned_ms = (int64_t)session->plan->steps[session->step].seconds * SECOND_MS;
    int64_t longest_ms = MAX_OF(planned_ms, (int64_t)SESSION_LENGTH_MAX_S * SECOND_MS);
    session->state = SESSION_PAUSED;
    session->length_ms = length_ms > 0 ? between(length_ms, SECOND_MS, longest_ms) : planned_ms;
    session->into_ms = between(into_ms, 0, session->length_ms - 1);
    session->worked_ms = MAX_OF(worked_ms, 0);
    session->count_in_ms = 0;
    session->felt = SESSION_NOT_FELT;
    session->too_hard = too_hard_so_far(session);
}

void session_stop(Session *session)
{
    const Step *step = session_step(session);
    if (!step || step->move < 0)
        return;
    session->state = SESSION_STOPPED;
    session->done[step->move][step->side].hurt = true;
}

const Step *session_step(const Session *session)
{
    return (size_t)session->step < session->plan->step_count ? &session->plan->steps[session->step] : NULL;
}

const PlanMove *session_move(const Session *session)
{
    const Step *step = session_step(session);
    return step && step->move >= 0 ? &session->plan->moves[step->move] : NULL;
}

int64_t session_at_ms(const Session *session)
{
    const Step *step = session_step(session);
    return (int64_t)(step ? step->at_s : session->plan->seconds) * SECOND_MS + session->into_ms;
}

int64_t session_step_left_ms(const Session *session)
{
    return session->length_ms - session->into_ms;
}

int64_t session_left_ms(const Session *session)
{
    const Step *step = session_step(session);
    if (!step)
        return 0;
    if (session->state == SESSION_STOPPED) {
        const int32_t next = session_after_side(session);
        const bool is_last = (size_t)next >= session->plan->step_count;
        return is_last ? 0 : (int64_t)(session->plan->seconds - session->plan->steps[next].at_s) * SECOND_MS;
    }
    int64_t later_s = session->plan->seconds - step->at_s - step->seconds;
    return later_s * SECOND_MS + session_step_left_ms(session);
}

const StepCue *session_cue(const Session *session)
{
    const Step *step = session_step(session);
    const StepCue *cue = NULL;
    for (size_t i = 0; step && i < step->cue_count; i++) {
        if ((int64_t)step->cues[i].at_s * SECOND_MS <= session->into_ms)
            cue = &step->cues[i];
    }
    return cue;
}

bool session_stands(const Session *session)
{
    return session->state == SESSION_PAUSED || session->state == SESSION_STOPPED || session->state == SESSION_WAITING;
}

bool session_is_stopped(const Session *session)
{
    return session->state == SESSION_STOPPED || session->left_stopped;
}

bool session_is_setting_up(const Session *session)
{
    const Step *step = session_step(session);
    return step && (step->kind == STEP_PREPARE || step->kind == STEP_SWITCH);
}

bool session_may_end(const Session *session)
{
    if (session->state != SESSION_RUNNING && session->state != SESSION_PAUSED && session->state != SESSION_COUNTING)
        return false;
    const Step *step = session_step(session);
    return step && step->may_end_s > 0 && session->into_ms >= (int64_t)step->may_end_s * SECOND_MS;
}

int32_t session_after_side(const Session *session)
{
    const Plan *plan = session->plan;
    const Step *now = session_step(session);
    size_t step = (size_t)session->step;
    while (step < plan->step_count && plan->steps[step].move == now->move && plan->steps[step].side == now->side)
        step++;
    return (int32_t)step;
}

bool session_is_above(const Step *hold, int32_t felt)
{
    return felt > (hold->pressure.is_set ? hold->pressure.high : SESSION_TOO_HARD - 1);
}

bool session_is_strained(const Session *session)
{
    const Step *step = session_step(session);
    if (!step || step->move < 0)
        return false;
    const Done *done = &session->done[step->move][step->side];
    const Step *hold = plan_hold_of(session->plan, session->step);
    return done->hurt || (hold && session_is_above(hold, done->felt));
}

int32_t done_seconds(const Done *done)
{
    return (int32_t)((done->held_ms + SECOND_MS / 2) / SECOND_MS);
}

bool done_has_any(const Done *done)
{
    return done->held_ms > 0 || done->felt != SESSION_NOT_FELT || done->hurt || done->skipped;
}

bool session_has_done(const Session *session)
{
    bool has_done = false;
    for (size_t i = 0; i < session_done_count(session) && !has_done; i++) {
        for (int side = 0; side < SIDE_COUNT; side++) {
            const Done *done = &session->done[i][side];
            has_done = has_done || done->held_ms > 0 || done->hurt;
        }
    }
    return has_done;
}

static bool is_held(const Done rows[SIDE_COUNT])
{
    bool is_held = false;
    for (Side side = SIDE_NONE; side < SIDE_COUNT; side++)
        is_held = is_held || done_seconds(&rows[side]) > 0;
    return is_held;
}

int32_t session_moves_done(const Session *session)
{
    int32_t count = 0;
    for (size_t i = 0; i < session_done_count(session); i++)
        count += is_held(session->done[i]);
    return count;
}

int32_t session_moves_skipped(const Session *session)
{
    int32_t count = 0;
    for (size_t i = 0; i < session->plan->turn_count; i++)
        count += session->plan->turns[i].seconds > 0;
    for (size_t i = 0; i < session->plan->move_count; i++) {
        const PlanMove *move = &session->plan->moves[i];
        bool is_hurt = false;
        for (Side side = SIDE_NONE; side < SIDE_COUNT; side++)
            is_hurt = is_hurt || session->done[i][side].hurt;
        count += move->first_step + move->step_count <= session->step && !is_hurt && !is_held(session->done[i]);
    }
    return count;
}

bool session_breath(const Session *session, BreathPart *part, int64_t *into_ms, int64_t *of_ms)
{
    const Step *step = session_step(session);
    if (!step || step->kind != STEP_HOLD || step->breathe.in_s <= 0)
        return false;
    const int32_t parts_s[] = {
        [BREATH_IN] = step->breathe.in_s,
        [BREATH_HOLD] = step->breathe.hold_s,
        [BREATH_OUT] = step->breathe.out_s,
        [BREATH_REST] = step->breathe.rest_s,
    };
    int64_t whole_ms = 0;
    for (size_t i = 0; i < ARRAY_LEN(parts_s); i++)
        whole_ms += (int64_t)parts_s[i] * SECOND_MS;
    *into_ms = session->into_ms % whole_ms;
    size_t now = 0;
    for (; *into_ms >= (int64_t)parts_s[now] * SECOND_MS; now++)
        *into_ms -= (int64_t)parts_s[now] * SECOND_MS;
    *part = (BreathPart)now;
    *of_ms = (int64_t)parts_s[now] * SECOND_MS;
    return true;
}

bool session_pass(const Session *session, int32_t *pass, int64_t *into_ms)
{
    const Step *step = session_step(session);
    if (!step || step->passes <= 0)
        return false;
    int64_t pace_ms = (int64_t)step->pace_s * SECOND_MS;
    *pass = (int32_t)(session->into_ms / pace_ms) + 1;
    *into_ms = session->into_ms % pace_ms;
    return true;
}

size_t session_done_count(const Session *session)
{
    return session->plan->move_count + session->gone_count;
}

DoneMove session_done_move(const Session *session, size_t index)
{
    const size_t planned = session->plan->move_count;
    if (index >= planned)
        return session->gone[index - planned];
    const PlanMove *move = &session->plan->moves[index];
    return (DoneMove){move->name, move->use, move->areas};
}

void session_add_gone(Session *session, const DoneMove *move, const Done rows[SIDE_COUNT])
{
    const size_t at = session_done_count(session);
    Arena *arena = &session->texts;
    const DoneMove copy = {arena_copy(arena, move->name), arena_copy(arena, move->use),
                           struct_members_copy_words(arena, move->areas)};
    session->gone = memory_resize(session->gone, session->gone_count + 1, sizeof *session->gone);
    session->gone[session->gone_count++] = copy;
    session->done = memory_resize(session->done, at + 1, sizeof *session->done);
    for (Side side = SIDE_NONE; side < SIDE_COUNT; side++)
        session->done[at][side] = rows[side];
}

void session_add_felt(Session *session, const SessionFelt *felt)
{
    Arena *arena = &session->texts;
    session->felts = memory_resize(session->felts, session->felt_count + 1, sizeof *session->felts);
    SessionFelt *copy = &session->felts[session->felt_count++];
    *copy = *felt;
    copy->move = arena_copy(arena, felt->move);
    copy->phase = arena_copy(arena, felt->phase);
}

void session_name_next(Text *into, const Session *session)
{
    const Plan *plan = session->plan;
    size_t next = (size_t)session_after_side(session);
    while (next < plan->step_count && plan->steps[next].move < 0)
        next++;
    text_add(into, next < plan->step_count ? "for " : "to end the session");
    if (next < plan->step_count)
        wording_side(into, plan->steps[next].name, plan->steps[next].side);
}
