/* SPDX-License-Identifier: MIT */
#include "session/advance.h"

#include "base/macros.h"

enum {
    SECOND_MS = 1000,
    HALF_FROM_MS = 20000,        /* shorter holds are not halved */
    LAST_SECONDS_FROM_MS = 5000, /* shorter steps are not counted out */
    LAST_SECONDS = 3,
};

/* When something next happens in the current step after a time; INT64_MAX for never. */
typedef int64_t NextTime(const Session *session, const Step *step, int64_t after_ms);

static int64_t later(int64_t at_ms, int64_t after_ms)
{
    return at_ms > after_ms ? at_ms : INT64_MAX;
}

static int64_t next_pass(const Session *session, const Step *step, int64_t after_ms)
{
    (void)session;
    if (step->passes <= 0)
        return INT64_MAX;
    int64_t pace_ms = (int64_t)step->pace_s * SECOND_MS;
    return (after_ms / pace_ms + 1) * pace_ms;
}

static int64_t next_half(const Session *session, const Step *step, int64_t after_ms)
{
    if (step->kind != STEP_HOLD || session->length_ms < HALF_FROM_MS)
        return INT64_MAX;
    return later(session->length_ms / 2 / SECOND_MS * SECOND_MS, after_ms);
}

static int64_t next_may_end(const Session *session, const Step *step, int64_t after_ms)
{
    int64_t at_ms = (int64_t)step->may_end_s * SECOND_MS;
    return at_ms > 0 && at_ms < session->length_ms ? later(at_ms, after_ms) : INT64_MAX;
}

static int64_t next_cue(const Session *session, const Step *step, int64_t after_ms)
{
    for (size_t i = 0; i < step->cue_count; i++) {
        int64_t at_ms = (int64_t)step->cues[i].at_s * SECOND_MS;
        if (at_ms > after_ms)
            return at_ms < session->length_ms ? at_ms : INT64_MAX;
    }
    return INT64_MAX;
}

static int64_t next_last_second(const Session *session, const Step *step, int64_t after_ms)
{
    const bool is_cut = step->kind != STEP_HOLD && session->length_ms != (int64_t)step->seconds * SECOND_MS;
    const bool is_counted = session->length_ms >= LAST_SECONDS_FROM_MS || is_cut; /* see be_ready_soon */
    for (int64_t left = LAST_SECONDS; is_counted && left > 0; left--) {
        int64_t at_ms = session->length_ms - left * SECOND_MS;
        if (at_ms > after_ms)
            return at_ms;
    }
    return INT64_MAX;
}

/* In the order in which they are told when they come together. */
static const struct {
    EventKind kind;
    NextTime *next;
} marks[] = {
    {EVENT_PASS, next_pass},
    {EVENT_HALF, next_half},
    {EVENT_MAY_END, next_may_end},
    {EVENT_CUE, next_cue},
    {EVENT_LAST_SECONDS, next_last_second},
};

/* The next time at which anything happens, the step's end at the latest. */
static int64_t next_mark_ms(const Session *session)
{
    const Step *step = session_step(session);
    int64_t first_ms = session->length_ms;
    for (size_t i = 0; i < ARRAY_LEN(marks); i++) {
        int64_t at_ms = marks[i].next(session, step, session->into_ms);
        first_ms = MIN_OF(first_ms, at_ms);
    }
    return first_ms;
}

/* Adds an event at the session's place and time. */
static void add_event(const Session *session, EventKind kind, int32_t value, const char *text, EventList *events)
{
    int32_t last = (int32_t)session->plan->step_count - 1;
    event_add(events, (Event){kind, MIN_OF(session->step, last), value, session_at_ms(session), text});
}

static void tell_cues(const Session *session, const Step *step, EventList *events)
{
    for (size_t i = 0; i < step->cue_count; i++) {
        if ((int64_t)step->cues[i].at_s * SECOND_MS == session->into_ms)
            add_event(session, EVENT_CUE, 0, step->cues[i].say, events);
    }
}

static int32_t mark_value(const Session *session, const Step *step, EventKind kind)
{
    if (kind == EVENT_PASS)
        return (int32_t)(session->into_ms / SECOND_MS / step->pace_s);
    if (kind == EVENT_LAST_SECONDS)
        return (int32_t)((session->length_ms - session->into_ms) / SECOND_MS);
    return 0;
}

/* Tells everything that happens at exactly this time. */
static void tell_marks(const Session *session, EventList *events)
{
    const Step *step = session_step(session);
    for (size_t i = 0; i < ARRAY_LEN(marks); i++) {
        if (marks[i].next(session, step, session->into_ms - 1) != session->into_ms)
            continue;
        if (marks[i].kind == EVENT_CUE)
            tell_cues(session, step, events);
        else
            add_event(session, marks[i].kind, mark_value(session, step, marks[i].kind), NULL, events);
    }
}

static void finish(Session *session, EventList *events)
{
    session->state = SESSION_FINISHED;
    session->step = (int32_t)session->plan->step_count;
    session->into_ms = session->length_ms = session->count_in_ms = 0;
    add_event(session, EVENT_FINISHED, 0, NULL, events);
}

/* What was passed over of its holds on the way: the one of the moment unless enough of it was held, and all between. */
static void note_skipped(Session *session, EndReason reason, int32_t next_step)
{
    const Plan *plan = session->plan;
    for (int32_t i = session->step; i < next_step && (size_t)i < plan->step_count; i++) {
        const Step *step = &plan->steps[i];
        const int32_t enough_s = step->may_end_s > 0 ? step->may_end_s : step->seconds;
        const bool is_held = i == session->step && (reason != END_SKIPPED || session->into_ms >= enough_s * SECOND_MS);
        if (step->kind == STEP_HOLD && !is_held)
            session->done[step->move][step->side].skipped = !session->done[step->move][step->side].hurt;
    }
}

/* False, and nothing has changed, in a hold or a rest. */
static bool wait_for_user(Session *session, EventList *events)
{
    if (!session_is_setting_up(session))
        return false;
    session->state = SESSION_WAITING;
    session->count_in_ms = 0;
    add_event(session, EVENT_WAITING, 0, NULL, events);
    return true;
}

/* Enters a step at its start, as long as planned; past the last one the session is finished. */
static void begin_step(Session *session, int32_t step, EventList *events)
{
    const Plan *plan = session->plan;
    const Step *before = session_step(session);
    session->felt = SESSION_NOT_FELT;
    if (step < 0 || (size_t)step >= plan->step_count) {
        finish(session, events);
        return;
    }
    const Step *next = &plan->steps[step];
    const bool is_new = !before || before->move != next->move || before->side != next->side;
    if (is_new)
        session->too_hard = 0;
    if (next->move >= 0 && (is_new || step < session->step))
        session->done[next->move][next->side].skipped = false;
    session->step = step;
    session->into_ms = 0;
    session->length_ms = (int64_t)next->seconds * SECOND_MS;
    add_event(session, EVENT_STEP_BEGAN, 0, NULL, events);
    tell_marks(session, events);
    if (session->state == SESSION_WAITING)
        session->state = SESSION_RUNNING;
    if (session->waits && (session->state == SESSION_RUNNING || session->state == SESSION_COUNTING))
        wait_for_user(session, events);
}

/* Ends the current step and begins that one. */
static void leave_step(Session *session, EndReason reason, int32_t next_step, EventList *events)
{
    add_event(session, EVENT_STEP_ENDED, (int32_t)reason, NULL, events);
    note_skipped(session, reason, next_step);
    begin_step(session, next_step, events);
}

/* Up to the next whole second of a time that runs down; a whole second where it stands on one. */
static int64_t to_whole_second(int64_t left_ms)
{
    return (left_ms - 1) % SECOND_MS + 1;
}

/* Returns what is left of the elapsed time once it goes on. */
static int64_t count_in(Session *session, int64_t elapsed_ms, EventList *events)
{
    while (elapsed_ms > 0 && session->state == SESSION_COUNTING) {
        int64_t until_ms = to_whole_second(session->count_in_ms);
        int64_t passed_ms = MIN_OF(elapsed_ms, until_ms);
        session->count_in_ms -= passed_ms;
        elapsed_ms -= passed_ms;
        if (passed_ms < until_ms)
            break;
        if (session->count_in_ms > 0) {
            add_event(session, EVENT_COUNT_IN, (int32_t)(session->count_in_ms / SECOND_MS), NULL, events);
        } else {
            session->state = SESSION_RUNNING;
            add_event(session, EVENT_WENT_ON, 0, NULL, events);
        }
    }
    return elapsed_ms;
}

static void spend(Session *session, int64_t passed_ms)
{
    const Step *step = session_step(session);
    session->into_ms += passed_ms;
    session->worked_ms += passed_ms;
    if (step->kind == STEP_HOLD)
        session->done[step->move][step->side].held_ms += passed_ms;
}

void advance_session(Session *session, int64_t elapsed_ms, EventList *events)
{
    elapsed_ms = count_in(session, elapsed_ms, events);
    while (elapsed_ms > 0 && session->state == SESSION_RUNNING) {
        int64_t until_ms = next_mark_ms(session) - session->into_ms;
        int64_t passed_ms = MIN_OF(elapsed_ms, until_ms);
        spend(session, passed_ms);
        elapsed_ms -= passed_ms;
        if (passed_ms < until_ms)
            break;
        tell_marks(session, events);
        if (session->into_ms >= session->length_ms)
            leave_step(session, END_TIME, session->step + 1, events);
    }
}

int64_t advance_next_ms(const Session *session, int32_t pacer_ms)
{
    if (session->state == SESSION_COUNTING)
        return to_whole_second(session->count_in_ms);
    if (session->state != SESSION_RUNNING)
        return -1;
    int64_t second_ms = to_whole_second(session_step_left_ms(session));
    int64_t mark_ms = next_mark_ms(session) - session->into_ms;
    int64_t next_ms = MIN_OF(second_ms, mark_ms);
    if (pacer_ms <= 0)
        return next_ms;
    BreathPart part;
    int32_t pass;
    int64_t into_ms, of_ms;
    if (session_breath(session, &part, &into_ms, &of_ms))
        next_ms = MIN_OF(next_ms, of_ms - into_ms);
    else if (!session_pass(session, &pass, &into_ms))
        return next_ms;
    int64_t pacer_step_ms = pacer_ms - session->into_ms % pacer_ms;
    return MIN_OF(next_ms, pacer_step_ms);
}

enum { FELT_MOST = 10 };

/* Carries out one command in one state; false where it is refused, and then nothing has changed. */
typedef bool Handler(Session *session, EventList *events);

static bool start(Session *session, EventList *events)
{
    session->state = SESSION_RUNNING;
    begin_step(session, session->step, events);
    return true;
}

static bool stand_still(Session *session, EventList *events)
{
    session->state = SESSION_PAUSED;
    session->count_in_ms = 0;
    add_event(session, EVENT_PAUSED, 0, NULL, events);
    return true;
}

static bool go_on(Session *session, EventList *events)
{
    if (session->waits && wait_for_user(session, events))
        return true;
    session->state = SESSION_COUNTING;
    session->count_in_ms = SESSION_COUNT_IN_MS;
    add_event(session, EVENT_COUNT_IN, SESSION_COUNT_IN_MS / SECOND_MS, NULL, events);
    return true;
}

/* The clock of a set-up runs again. At the user's own pace nothing but they end it. */
static bool go_on_from_waiting(Session *session, EventList *events)
{
    session->state = SESSION_RUNNING;
    if (session->waits)
        leave_step(session, END_SKIPPED, session->step + 1, events);
    else
        add_event(session, EVENT_WENT_ON, 0, NULL, events);
    return true;
}

static bool next(Session *session, EventList *events)
{
    leave_step(session, END_SKIPPED, session->step + 1, events);
    return true;
}

static bool back(Session *session, EventList *events)
{
    bool is_new = session->into_ms < SESSION_BACK_MS;
    leave_step(session, END_BACK, is_new && session->step > 0 ? session->step - 1 : session->step, events);
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

static bool next_move(Session *session, EventList *events)
{
    leave_step(session, END_SKIPPED, (int32_t)plan_step_of_move(session->plan, current_move(session) + 1), events);
    return true;
}

static bool move_before(Session *session, EventList *events)
{
    int32_t before = current_move(session) - (session_move(session) ? 1 : 0);
    leave_step(session, END_BACK, (int32_t)plan_step_of_move(session->plan, before), events);
    return true;
}

static bool set_length(Session *session, int64_t length_ms, EventList *events)
{
    int64_t change_ms = length_ms - session->length_ms;
    session->length_ms = length_ms;
    add_event(session, EVENT_LENGTH, (int32_t)(change_ms / SECOND_MS), NULL, events);
    return true;
}

static bool more(Session *session, EventList *events)
{
    int64_t longer_ms = session->length_ms + SESSION_LENGTH_STEP_S * SECOND_MS;
    int64_t length_ms = MIN_OF(longer_ms, (int64_t)SESSION_LENGTH_MAX_S * SECOND_MS);
    return length_ms > session->length_ms && set_length(session, length_ms, events);
}

/* Takes what is there, but leaves at least a second, so that the step still ends by itself. */
static bool less(Session *session, EventList *events)
{
    int64_t least_ms = ((session->into_ms + SECOND_MS - 1) / SECOND_MS + 1) * SECOND_MS;
    int64_t shorter_ms = session->length_ms - SESSION_LENGTH_STEP_S * SECOND_MS;
    int64_t length_ms = MAX_OF(shorter_ms, least_ms);
    return length_ms < session->length_ms && set_length(session, length_ms, events);
}

static bool hurt(Session *session, EventList *events)
{
    if (session_step(session)->move < 0)
        return false;
    session_stop(session);
    session->count_in_ms = 0;
    add_event(session, EVENT_HURT, 0, NULL, events);
    return true;
}

static bool leave_hurt_side(Session *session, EventList *events)
{
    leave_step(session, END_HURT, session_after_side(session), events);
    return true;
}

static bool go_on_after_hurt(Session *session, EventList *events)
{
    leave_hurt_side(session, events);
    return session->state == SESSION_FINISHED || go_on(session, events);
}

/* Another number for the same hold takes the place of the first. */
static void note_felt(Session *session, const Step *hold, int32_t value)
{
    if (session->felt != SESSION_NOT_FELT && session->felt_count > 0) {
        session->felts[session->felt_count - 1].felt = value;
        return;
    }
    session_add_felt(session, &(SessionFelt){.move = hold->name,
                                             .phase = hold->phase_name,
                                             .side = hold->side,
                                             .target = hold->pressure,
                                             .felt = value});
}

static bool feel(Session *session, int32_t value, EventList *events)
{
    const Step *step = session_step(session);
    if (step->kind != STEP_HOLD || value < 0 || value > FELT_MOST)
        return false;
    Done *done = &session->done[step->move][step->side];
    note_felt(session, step, value);
    session->felt = done->felt = value;
    done->felt_most = MAX_OF(done->felt_most, value);
    add_event(session, EVENT_FELT, value, NULL, events);
    session->too_hard += value >= SESSION_TOO_HARD;
    if (session->too_hard >= 2)
        return hurt(session, events);
    if (session_is_above(step, value))
        add_event(session, EVENT_EASE_OFF, value, session_move(session)->lighter, events);
    return true;
}

/* A set-up ends also out of a pause: who is ready need not be counted in. */
static bool be_ready(Session *session, EventList *events)
{
    const bool is_setting_up = session_is_setting_up(session);
    if (!is_setting_up && !session_may_end(session))
        return false;
    if (is_setting_up) {
        session->state = SESSION_RUNNING;
        session->count_in_ms = 0;
    }
    leave_step(session, is_setting_up ? END_SKIPPED : END_EASED, session->step + 1, events);
    return true;
}

/* Who is ready may lie down yet, and be away from the keys: the last 3 s are counted, as those of any set-up. */
static bool be_ready_soon(Session *session, EventList *events)
{
    if (!session_is_setting_up(session))
        return be_ready(session, events);
    const bool runs = session->state == SESSION_RUNNING;
    if (runs && session_step_left_ms(session) <= SESSION_COUNT_IN_MS)
        return false;
    session->state = SESSION_RUNNING;
    session->count_in_ms = 0;
    if (!runs)
        add_event(session, EVENT_WENT_ON, 0, NULL, events);
    session->length_ms = session->into_ms + SESSION_COUNT_IN_MS;
    add_event(session, EVENT_LAST_SECONDS, SESSION_COUNT_IN_MS / SECOND_MS, NULL, events);
    return true;
}

static bool leave(Session *session, EventList *events)
{
    session->left_stopped = session->state == SESSION_STOPPED;
    session->state = SESSION_LEFT;
    session->count_in_ms = 0;
    add_event(session, EVENT_LEFT, 0, NULL, events);
    return true;
}

enum {
    READY = 1 << SESSION_READY,
    RUNNING = 1 << SESSION_RUNNING,
    STANDING = 1 << SESSION_PAUSED,
    COUNTING = 1 << SESSION_COUNTING,
    STOPPED = 1 << SESSION_STOPPED,
    WAITING = 1 << SESSION_WAITING,
    TIMED = RUNNING | STANDING | COUNTING,
    FOLLOWED = TIMED | WAITING,
};

/* What each command does in which states; where there is no row it is refused, and nothing moves a session that has
 * ended. COMMAND_FELT has a value: it stands below. */
static const struct {
    SessionCommand command;
    int states;
    Handler *handler;
} handlers[] = {
    {COMMAND_PAUSE, RUNNING | COUNTING, stand_still},
    {COMMAND_GO_ON, READY, start},
    {COMMAND_GO_ON, STANDING, go_on},
    {COMMAND_GO_ON, WAITING, go_on_from_waiting},
    {COMMAND_GO_ON, STOPPED, go_on_after_hurt},
    {COMMAND_NEXT, FOLLOWED, next},
    {COMMAND_NEXT, STOPPED, leave_hurt_side},
    {COMMAND_BACK, FOLLOWED | STOPPED, back},
    {COMMAND_NEXT_MOVE, FOLLOWED | STOPPED, next_move},
    {COMMAND_MOVE_BEFORE, FOLLOWED | STOPPED, move_before},
    {COMMAND_MORE, TIMED, more},
    {COMMAND_LESS, TIMED, less},
    {COMMAND_WAIT, TIMED, wait_for_user},
    {COMMAND_READY, FOLLOWED, be_ready},
    {COMMAND_READY, STOPPED, go_on_after_hurt},
    {COMMAND_READY_SOON, FOLLOWED, be_ready_soon},
    {COMMAND_READY_SOON, STOPPED, go_on_after_hurt},
    {COMMAND_HURT, FOLLOWED, hurt},
    {COMMAND_LEAVE, READY | FOLLOWED | STOPPED, leave},
};

bool advance_by_command(Session *session, SessionCommand command, int32_t value, EventList *events)
{
    const int state = 1 << session->state;
    size_t row = 0;
    if (command == COMMAND_FELT)
        return state & TIMED && feel(session, value, events);
    if (command == COMMAND_TOGGLE)
        command = state & (RUNNING | COUNTING) ? COMMAND_PAUSE : COMMAND_GO_ON;
    while (row < ARRAY_LEN(handlers) && (handlers[row].command != command || !(handlers[row].states & state)))
        row++;
    if (row == ARRAY_LEN(handlers) || !handlers[row].handler(session, events))
        return false;
    if (state == STOPPED &&
        session->state == SESSION_STOPPED) /* where the person turned to, nothing begins by itself */
        stand_still(session, events);
    return true;
}
