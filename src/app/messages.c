/* SPDX-License-Identifier: MIT */
#include "app/messages.h"

#include <stdlib.h>
#include <time.h>

#include "base/duration.h"
#include "base/memory.h"
#include "platform/clock.h"

enum { MINUTE_S = 60, DAY_S = 24 * 60 * 60, SECOND_MS = 1000 };

/* Nobody needs the seconds of a pause of minutes. */
char *message_pause(const char *cause, int64_t ms)
{
    char length[DURATION_TEXT_SIZE];
    int64_t seconds = (ms + SECOND_MS / 2) / SECOND_MS;
    if (seconds >= MINUTE_S)
        seconds -= seconds % MINUTE_S;
    return memory_print("%s for %s", cause, duration_words(length, seconds));
}

static int64_t local_day(int64_t unix_s)
{
    return (unix_s + (int64_t)clock_utc_offset_min(unix_s) * MINUTE_S) / DAY_S;
}

char *message_moment(int64_t then_s, int64_t now_s)
{
    const int64_t days = local_day(now_s) - local_day(then_s);
    const int of_day = (int)(clock_of_day_s(then_s) / MINUTE_S);
    if (days <= 1)
        return memory_print("%s at %02d:%02d", days < 1 ? "today" : "yesterday", of_day / 60, of_day % 60);
    return memory_print("%lld days ago", (long long)days);
}

char *message_left(const UnfinishedSession *left, const char *when)
{
    char at[DURATION_TEXT_SIZE], total[DURATION_TEXT_SIZE];
    const bool has_place = left->where && *left->where;
    return memory_print("You stopped %s at %s of %s%s%s%s%s%s.", left->title, duration_clock(at, left->at_s),
                        duration_clock(total, left->total_s), has_place ? " (" : "", has_place ? left->where : "",
                        has_place ? ")" : "", when ? ", " : "", when ? when : "");
}

char *message_lowered_target(const LoweredTarget *lowered)
{
    static const char *const months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const time_t since = (time_t)lowered->since_s;
    struct tm local = {0};
    localtime_r(&since, &local);
    return memory_print("%d lower since %d %s: it hurt in %s%s%s", LOWERED_TARGET_POINTS, local.tm_mday,
                        months[local.tm_mon], lowered->move, lowered->side == SIDE_NONE ? "" : ", ",
                        side_name((int)lowered->side));
}

/* What is to be said of its records. */
static char *end_words(const Session *session, bool is_rehearsal, EndKept end, const char *goes_on)
{
    static const char *const words[][2] = {
        [END_UNTRIED] = {"", ""},
        [END_LATE] = {"; not recorded yet", "; not recorded yet"},
        [END_KEPT] = {"", "; "},
        [END_LOST] = {"; could not be recorded", "; could not be recorded"},
    };
    if (is_rehearsal)
        return memory_copy_text(" (rehearsal, not recorded)");
    if (!session_has_done(session))
        return memory_copy_text("");
    const bool is_left = session->state == SESSION_LEFT;
    return memory_print("%s%s", words[end][is_left], is_left && end == END_KEPT ? goes_on : "");
}

char *message_last_words(const Session *session, bool is_rehearsal, EndKept end, const char *goes_on)
{
    char *of_records = end_words(session, is_rehearsal, end, goes_on), *last_words = NULL;
    const Plan *plan = session->plan;
    char worked[DURATION_TEXT_SIZE];
    const int32_t done = session_moves_done(session);
    duration_words(worked, session->worked_ms / SECOND_MS);
    if (session->state == SESSION_FINISHED)
        last_words = memory_print("%s: done, %d %s in %s%s.", plan->title, done, done == 1 ? "move" : "moves", worked,
                                  of_records);
    else
        last_words = memory_print("%s: stopped after %s, %d of %zu moves%s.", plan->title, worked, done,
                                  session_done_count(session), of_records);
    free(of_records);
    return last_words;
}

const char *message_done_note(const Session *session, bool is_rehearsal, EndKept end)
{
    static const char *const notes[] = {
        [END_UNTRIED] = NULL,
        [END_LATE] = "Not in your history yet: the records cannot be written right now.",
        [END_KEPT] = "Saved in your history.",
        [END_LOST] = "It could not be recorded.",
    };
    if (is_rehearsal)
        return "This was a rehearsal: nothing was recorded.";
    return session_has_done(session) ? notes[end] : "You did no holds, so there is nothing to record.";
}
