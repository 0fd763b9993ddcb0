/* SPDX-License-Identifier: MIT */
#include "app/active_session.h"

#include <stdlib.h>

#include "base/macros.h"
#include "store/store.h"
#include "store/unfinished.h"

enum { SECOND_MS = 1000 };

void active_session_open(ActiveSession *active, const Plan *plan)
{
    active_session_close(active);
    session_init(&active->session, plan);
    active->is_open = true;
    active->day = clock_local_day(clock_unix_s());
    active->keep = KEEP_PLACE;
}

Plan *active_session_resume(ActiveSession *active, Store *store, int64_t id, char **problem)
{
    active_session_close(active);
    Plan *plan = unfinished_resume(store, id, &active->session, problem);
    if (!plan)
        return NULL;
    active->is_open = true;
    active->day = clock_local_day(clock_unix_s());
    active->id = id;
    active->kept_s = active->session.worked_ms / SECOND_MS;
    return plan;
}

void active_session_close(ActiveSession *active)
{
    EventList fresh = active->fresh;
    event_clear(&fresh);
    if (active->is_open)
        session_release(&active->session);
    free(active->note);
    free(active->times_done);
    *active = (ActiveSession){.fresh = fresh};
}

void active_session_move(ActiveSession *to, ActiveSession *from)
{
    const EventList fresh = to->fresh;
    *to = *from;
    to->fresh = fresh;
    *from = (ActiveSession){.fresh = from->fresh};
}

void active_session_release(ActiveSession *active)
{
    active_session_close(active);
    event_release(&active->fresh);
}

bool active_session_is_playing(const ActiveSession *active)
{
    const SessionState state = active->session.state;
    return active->is_open && state != SESSION_FINISHED && state != SESSION_LEFT;
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

static void note_keeps(ActiveSession *active)
{
    for (size_t i = 0; i < active->fresh.count; i++)
        active->keep = MAX_OF(active->keep, keep_for(active->fresh.items[i].kind));
    if (active->session.worked_ms / SECOND_MS != active->kept_s)
        active->keep = MAX_OF(active->keep, KEEP_PLACE);
}

bool active_session_apply(ActiveSession *active, SessionCommand command, int32_t value)
{
    event_clear(&active->fresh);
    if (!active->is_open || !advance_by_command(&active->session, command, value, &active->fresh))
        return false;
    note_keeps(active);
    return true;
}

void active_session_cut_off(ActiveSession *active)
{
    if (active_session_apply(active, COMMAND_LEAVE, 0))
        active->keep = KEEP_CUT_OFF;
}

int64_t active_session_beat(ActiveSession *active, Moment now, int32_t speed)
{
    event_clear(&active->fresh);
    if (!active_session_is_playing(active))
        return 0;
    if (!active->has_pulse) {
        pulse_start(&active->pulse, now, speed);
        active->has_pulse = true;
        return 0;
    }
    int64_t gap_ms;
    advance_session(&active->session, pulse_beat(&active->pulse, now, &gap_ms), &active->fresh);
    note_keeps(active);
    return gap_ms;
}

int64_t active_session_due_ns(const ActiveSession *active, int32_t pacer_ms)
{
    if (!active_session_is_playing(active))
        return -1;
    const int64_t next_ms = advance_next_ms(&active->session, pacer_ms);
    if (next_ms < 0)
        return -1;
    return active->has_pulse ? pulse_due_ns(&active->pulse, next_ms) : 0;
}

static EndKept keep_end(const ActiveSession *active, Store *store, int64_t now_s)
{
    const bool is_kept = active->keep == KEEP_END ? session_writer_end(store, active->id, &active->session, now_s)
                                                  : session_writer_cut_off(store, active->id, &active->session, now_s);
    return is_kept ? END_KEPT : store_can_write(store) ? END_LATE : END_LOST;
}

void active_session_keep(ActiveSession *active, Store *store)
{
    if (!active->is_open || active->keep == KEEP_NOTHING)
        return;
    const int64_t now_s = clock_unix_s();
    if (active->id == 0 && store_can_write(store))
        active->id = session_writer_begin(store, &active->session, now_s, clock_utc_offset_min(now_s));
    if (active->keep >= KEEP_END)
        active->end = keep_end(active, store, now_s);
    else
        session_writer_keep(store, active->id, &active->session, now_s, active->keep == KEEP_SYNCED);
    if (active->end != END_LATE)
        active->keep = KEEP_NOTHING;
    active->kept_s = active->session.worked_ms / SECOND_MS;
}
