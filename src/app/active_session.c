/* SPDX-License-Identifier: MIT */
#include "app/active_session.h"

#include "base/macros.h"

enum { SECOND_MS = 1000 };

void sitting_open(Sitting *sitting, const Plan *plan)
{
    sitting_close(sitting);
    session_init(&sitting->session, plan);
    sitting->is_open = true;
    sitting->keep = KEEP_PLACE;
}

Plan *sitting_resume(Sitting *sitting, Store *store, int64_t id, char **problem)
{
    sitting_close(sitting);
    Plan *plan = checkpoint_resume(store, id, &sitting->session, problem);
    if (!plan)
        return NULL;
    sitting->is_open = true;
    sitting->id = id;
    sitting->kept_s = sitting->session.worked_ms / SECOND_MS;
    return plan;
}

void sitting_close(Sitting *sitting)
{
    EventList fresh = sitting->fresh;
    event_clear(&fresh);
    if (sitting->is_open)
        session_release(&sitting->session);
    *sitting = (Sitting){.fresh = fresh};
}

void sitting_move(Sitting *to, Sitting *from)
{
    const EventList fresh = to->fresh;
    *to = *from;
    to->fresh = fresh;
    *from = (Sitting){.fresh = from->fresh};
}

void sitting_release(Sitting *sitting)
{
    sitting_close(sitting);
    event_release(&sitting->fresh);
}

bool sitting_is_over(const Sitting *sitting)
{
    const SessionState state = sitting->session.state;
    return sitting->is_open && (state == SESSION_FINISHED || state == SESSION_LEFT);
}

bool sitting_is_playing(const Sitting *sitting)
{
    return sitting->is_open && !sitting_is_over(sitting);
}

/* A change of step is kept safe against a power cut, the seconds between against a kill. */
static Keep keep_for(EventKind kind)
{
    static const Keep keeps[EVENT_KIND_COUNT] = {
        [EVENT_STEP_BEGAN] = KEEP_SYNCED, [EVENT_PAUSED] = KEEP_SYNCED, [EVENT_HURT] = KEEP_SYNCED,
        [EVENT_FELT] = KEEP_PLACE,        [EVENT_LENGTH] = KEEP_PLACE,  [EVENT_FINISHED] = KEEP_END,
        [EVENT_LEFT] = KEEP_END,
    };
    return keeps[kind];
}

static void note_keeps(Sitting *sitting)
{
    for (size_t i = 0; i < sitting->fresh.count; i++)
        sitting->keep = MAX_OF(sitting->keep, keep_for(sitting->fresh.items[i].kind));
    if (sitting->session.worked_ms / SECOND_MS != sitting->kept_s)
        sitting->keep = MAX_OF(sitting->keep, KEEP_PLACE);
}

bool sitting_apply(Sitting *sitting, SessionCommand command, int32_t value)
{
    event_clear(&sitting->fresh);
    if (!sitting->is_open || !session_apply(&sitting->session, command, value, &sitting->fresh))
        return false;
    note_keeps(sitting);
    return true;
}

void sitting_cut_off(Sitting *sitting)
{
    if (sitting_apply(sitting, COMMAND_LEAVE, 0))
        sitting->keep = KEEP_CUT_OFF;
}

int64_t sitting_beat(Sitting *sitting, Moment now, int32_t speed)
{
    event_clear(&sitting->fresh);
    if (!sitting_is_playing(sitting))
        return 0;
    if (!sitting->has_pulse) {
        pulse_start(&sitting->pulse, now, speed);
        sitting->has_pulse = true;
        return 0;
    }
    int64_t gap_ms;
    session_advance(&sitting->session, pulse_beat(&sitting->pulse, now, &gap_ms), &sitting->fresh);
    note_keeps(sitting);
    return gap_ms;
}

int64_t sitting_due_ns(const Sitting *sitting, int32_t pacer_ms)
{
    if (!sitting_is_playing(sitting))
        return -1;
    const int64_t next_ms = session_next_ms(&sitting->session, pacer_ms);
    if (next_ms < 0)
        return -1;
    return sitting->has_pulse ? pulse_due_ns(&sitting->pulse, next_ms) : 0;
}

static EndKept keep_end(const Sitting *sitting, Store *store, int64_t now_s)
{
    const bool is_kept = sitting->keep == KEEP_END
                             ? checkpoint_end(store, sitting->id, &sitting->session, now_s)
                             : checkpoint_cut_off(store, sitting->id, &sitting->session, now_s);
    return is_kept ? END_KEPT : store_can_write(store) ? END_LATE : END_LOST;
}

void sitting_keep(Sitting *sitting, Store *store)
{
    if (!sitting->is_open || sitting->keep == KEEP_NOTHING)
        return;
    const int64_t now_s = clock_unix_s();
    if (sitting->id == 0 && store_can_write(store))
        sitting->id = checkpoint_begin(store, &sitting->session, now_s, clock_utc_offset_min(now_s));
    if (sitting->keep >= KEEP_END)
        sitting->end = keep_end(sitting, store, now_s);
    else
        checkpoint_keep(store, sitting->id, &sitting->session, now_s, sitting->keep == KEEP_SYNCED);
    if (sitting->end != END_LATE)
        sitting->keep = KEEP_NOTHING;
    sitting->kept_s = sitting->session.worked_ms / SECOND_MS;
}
