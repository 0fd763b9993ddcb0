/* SPDX-License-Identifier: MIT */
#include "session/session.h"

#include "base/macros.h"
#include "session/progress.h"

enum { SECOND_MS = 1000, FELT_MOST = 10 };

/* Carries out one command in one state; false where it is refused, and then nothing has changed. */
typedef bool Handler(Session *session, int32_t value, EventList *events);

static bool start(Session *session, int32_t value, EventList *events)
{
    (void)value;
    session->state = SESSION_RUNNING;
    progress_begin(session, session->step, events);
    return true;
}

static bool stand_still(Session *session, int32_t value, EventList *events)
{
    (void)value;
    session->state = SESSION_PAUSED;
    session->count_in_ms = 0;
    progress_tell(session, EVENT_PAUSED, 0, NULL, events);
    return true;
}

static bool go_on(Session *session, int32_t value, EventList *events)
{
    (void)value;
    session->state = SESSION_COUNTING;
    session->count_in_ms = SESSION_COUNT_IN_MS;
    progress_tell(session, EVENT_COUNT_IN, SESSION_COUNT_IN_MS / SECOND_MS, NULL, events);
    return true;
}

static bool next(Session *session, int32_t value, EventList *events)
{
    (void)value;
    progress_leave(session, END_SKIPPED, session->step + 1, events);
    return true;
}

static bool back(Session *session, int32_t value, EventList *events)
{
    (void)value;
    bool is_new = session->into_ms < SESSION_BACK_MS;
    progress_leave(session, END_BACK, is_new && session->step > 0 ? session->step - 1 : session->step, events);
    return true;
}

/* The move of the step, on a rest that of the last move before it; -1 before the first. */
static int32_t current_move(const Session *session)
{
    int32_t step = session->step;
    while (step >= 0 && session->plan->steps[step].move < 0)
        step--;
    return step >= 0 ? session->plan->steps[step].move : -1;
}

static bool next_move(Session *session, int32_t value, EventList *events)
{
    (void)value;
    progress_leave(session, END_SKIPPED, (int32_t)plan_step_of_move(session->plan, current_move(session) + 1), events);
    return true;
}

static bool move_before(Session *session, int32_t value, EventList *events)
{
    (void)value;
    int32_t before = current_move(session) - (session_move(session) ? 1 : 0);
    progress_leave(session, END_BACK, (int32_t)plan_step_of_move(session->plan, before), events);
    return true;
}

static bool set_length(Session *session, int64_t length_ms, EventList *events)
{
    int64_t change_ms = length_ms - session->length_ms;
    session->length_ms = length_ms;
    progress_tell(session, EVENT_LENGTH, (int32_t)(change_ms / SECOND_MS), NULL, events);
    return true;
}

static bool more(Session *session, int32_t value, EventList *events)
{
    (void)value;
    int64_t longer_ms = session->length_ms + SESSION_LENGTH_STEP_S * SECOND_MS;
    int64_t length_ms = MIN_OF(longer_ms, (int64_t)SESSION_LENGTH_MAX_S * SECOND_MS);
    return length_ms > session->length_ms && set_length(session, length_ms, events);
}

/* Takes what is there, but leaves at least a second, so that the step still ends by itself. */
static bool less(Session *session, int32_t value, EventList *events)
{
    (void)value;
    int64_t least_ms = ((session->into_ms + SECOND_MS - 1) / SECOND_MS + 1) * SECOND_MS;
    int64_t shorter_ms = session->length_ms - SESSION_LENGTH_STEP_S * SECOND_MS;
    int64_t length_ms = MAX_OF(shorter_ms, least_ms);
    return length_ms < session->length_ms && set_length(session, length_ms, events);
}

static bool hurt(Session *session, int32_t value, EventList *events)
{
    (void)value;
    if (session_step(session)->move < 0)
        return false;
    session_stop(session);
    session->count_in_ms = 0;
    progress_tell(session, EVENT_HURT, 0, NULL, events);
    return true;
}

static bool leave_hurt_side(Session *session, int32_t value, EventList *events)
{
    (void)value;
    progress_leave(session, END_HURT, session_after_side(session), events);
    return true;
}

static bool go_on_after_hurt(Session *session, int32_t value, EventList *events)
{
    leave_hurt_side(session, value, events);
    return session->state == SESSION_FINISHED || go_on(session, value, events);
}

static bool feel(Session *session, int32_t value, EventList *events)
{
    const Step *step = session_step(session);
    if (step->kind != STEP_HOLD || value < 0 || value > FELT_MOST)
        return false;
    Done *done = &session->done[step->move][step->side];
    session->felt = done->felt = value;
    done->felt_most = MAX_OF(done->felt_most, value);
    progress_tell(session, EVENT_FELT, value, NULL, events);
    session->too_hard += value >= SESSION_TOO_HARD;
    if (session->too_hard >= 2)
        return hurt(session, value, events);
    if (session_is_above(step, value))
        progress_tell(session, EVENT_EASE_OFF, value, session_move(session)->lighter, events);
    return true;
}

static bool ease(Session *session, int32_t value, EventList *events)
{
    (void)value;
    if (!session_may_end(session))
        return false;
    progress_leave(session, END_EASED, session->step + 1, events);
    return true;
}

static bool leave(Session *session, int32_t value, EventList *events)
{
    (void)value;
    session->left_stopped = session->state == SESSION_STOPPED;
    session->state = SESSION_LEFT;
    session->count_in_ms = 0;
    progress_tell(session, EVENT_LEFT, 0, NULL, events);
    return true;
}

/* An empty cell refuses; nothing moves a session that has ended. */
/* clang-format off */
static Handler *const handlers[SESSION_STATE_COUNT][COMMAND_COUNT] = {
    [SESSION_READY] = {
        [COMMAND_GO_ON] = start, [COMMAND_TOGGLE] = start,
        [COMMAND_LEAVE] = leave,
    },
    [SESSION_RUNNING] = {
        [COMMAND_PAUSE] = stand_still, [COMMAND_TOGGLE] = stand_still,
        [COMMAND_NEXT] = next, [COMMAND_BACK] = back,
        [COMMAND_NEXT_MOVE] = next_move, [COMMAND_MOVE_BEFORE] = move_before,
        [COMMAND_MORE] = more, [COMMAND_LESS] = less,
        [COMMAND_FELT] = feel, [COMMAND_EASED] = ease, [COMMAND_HURT] = hurt,
        [COMMAND_LEAVE] = leave,
    },
    [SESSION_PAUSED] = {
        [COMMAND_GO_ON] = go_on, [COMMAND_TOGGLE] = go_on,
        [COMMAND_NEXT] = next, [COMMAND_BACK] = back,
        [COMMAND_NEXT_MOVE] = next_move, [COMMAND_MOVE_BEFORE] = move_before,
        [COMMAND_MORE] = more, [COMMAND_LESS] = less,
        [COMMAND_FELT] = feel, [COMMAND_EASED] = ease, [COMMAND_HURT] = hurt,
        [COMMAND_LEAVE] = leave,
    },
    [SESSION_COUNTING] = {
        [COMMAND_PAUSE] = stand_still, [COMMAND_TOGGLE] = stand_still,
        [COMMAND_NEXT] = next, [COMMAND_BACK] = back,
        [COMMAND_NEXT_MOVE] = next_move, [COMMAND_MOVE_BEFORE] = move_before,
        [COMMAND_MORE] = more, [COMMAND_LESS] = less,
        [COMMAND_FELT] = feel, [COMMAND_EASED] = ease, [COMMAND_HURT] = hurt,
        [COMMAND_LEAVE] = leave,
    },
    [SESSION_STOPPED] = {
        [COMMAND_GO_ON] = go_on_after_hurt, [COMMAND_TOGGLE] = go_on_after_hurt,
        [COMMAND_NEXT] = leave_hurt_side, [COMMAND_BACK] = back,
        [COMMAND_NEXT_MOVE] = next_move, [COMMAND_MOVE_BEFORE] = move_before,
        [COMMAND_EASED] = go_on_after_hurt,
        [COMMAND_LEAVE] = leave,
    },
};
/* clang-format on */

bool session_apply(Session *session, SessionCommand command, int32_t value, EventList *events)
{
    if (command >= COMMAND_COUNT)
        return false;
    const bool was_stopped = session->state == SESSION_STOPPED;
    Handler *handler = handlers[session->state][command];
    if (!handler || !handler(session, value, events))
        return false;
    if (was_stopped && session->state == SESSION_STOPPED) /* where the person turned to, nothing begins by itself */
        stand_still(session, 0, events);
    return true;
}
