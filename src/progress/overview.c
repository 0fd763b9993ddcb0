/* SPDX-License-Identifier: MIT */
#include "progress/overview.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "base/macros.h"

enum { BEHIND_LEAST_MS = 60 * 1000, BEHIND_PART = 20 };

void overview_release(Overview *overview)
{
    arena_release(&overview->arena);
    *overview = (Overview){0};
}

size_t overview_day_count(const Overview *overview)
{
    return overview->days ? (size_t)(overview->today - overview->first_day) + 1 : 0;
}

int64_t overview_held_ms(const int64_t held_ms[SIDE_COUNT])
{
    return held_ms[SIDE_NONE] + held_ms[SIDE_LEFT] + held_ms[SIDE_RIGHT];
}

AreaOrder overview_order_areas(const Overview *overview)
{
    AreaOrder order = {0};
    for (int area = 0; area < AREA_COUNT; area++) {
        const int64_t held_ms = overview_held_ms(overview->held_ms[area]);
        int at = order.count;
        if (held_ms == 0)
            continue;
        for (; at > 0 && overview_held_ms(overview->held_ms[order.areas[at - 1]]) < held_ms; at--)
            order.areas[at] = order.areas[at - 1];
        order.areas[at] = area;
        order.count++;
    }
    return order;
}

DaySum overview_sum(const Overview *overview, int32_t first_day, int32_t last_day)
{
    DaySum sum = {0};
    const int32_t end = overview->days ? MIN_OF(last_day, overview->today) : overview->first_day - 1;
    for (int32_t day = MAX_OF(first_day, overview->first_day); day <= end; day++) {
        sum.sessions += overview->days[day - overview->first_day].sessions;
        sum.worked_s += overview->days[day - overview->first_day].worked_s;
    }
    return sum;
}

double overview_mean_gain(const RoutineSum *sum)
{
    const int64_t more = sum->after_tenths - sum->before_tenths;
    return (double)(sum->more_is_better ? more : -more) / sum->measured;
}

static int32_t mean_of(int64_t sum, int32_t count)
{
    return (int32_t)lround((double)sum / count);
}

Measure overview_mean_measure(const RoutineSum *sum)
{
    return (Measure){.unit = sum->unit,
                     .more_is_better = sum->more_is_better,
                     .before_tenths = mean_of(sum->before_tenths, sum->measured),
                     .after_tenths = mean_of(sum->after_tenths, sum->measured)};
}

static int by_help(const void *left, const void *right)
{
    const RoutineSum *one = left, *other = right;
    if ((one->measured > 0) != (other->measured > 0))
        return one->measured > 0 ? -1 : 1;
    const double gain = one->measured > 0 ? overview_mean_gain(one) - overview_mean_gain(other) : 0;
    if (gain < 0 || gain > 0)
        return gain > 0 ? -1 : 1;
    if (one->sessions != other->sessions)
        return one->sessions > other->sessions ? -1 : 1;
    return strcmp(one->routines, other->routines);
}

void overview_sort_routines(RoutineSum *sums, size_t count)
{
    if (count > 0)
        qsort(sums, count, sizeof *sums, by_help);
}

/* Whether a day of the week that begins on that Monday is in a pause. */
static bool is_week_away(const AwayDays *away, size_t count, int32_t monday)
{
    for (size_t i = 0; i < count; i++) {
        if (away[i].first < monday + DAY_WEEK && away[i].last >= monday)
            return true;
    }
    return false;
}

static void note_today(Streak *streak, const AwayDays *away, size_t count, int32_t today)
{
    for (size_t i = 0; i < count; i++) {
        if (away[i].first <= today && away[i].last >= today) {
            streak->away_until = streak->is_away ? MAX_OF(streak->away_until, away[i].last) : away[i].last;
            streak->is_away = true;
        }
    }
}

Streak overview_streak(const SessionDay *days, size_t count, const AwayDays *away, size_t away_count, int32_t today,
                       int32_t least)
{
    Streak streak = {.least = least};
    note_today(&streak, away, away_count, today);
    const int32_t running = day_monday(today);
    size_t at = 0;
    for (int32_t monday = running; at < count || monday == running; monday -= DAY_WEEK) {
        int32_t sessions = 0;
        for (; at < count && days[at].day >= monday; at++)
            sessions += days[at].sessions;
        if (monday == running)
            streak.this_week = sessions;
        if (sessions >= least)
            streak.weeks++;
        else if (monday != running && !is_week_away(away, away_count, monday))
            break;
    }
    return streak;
}

Side overview_side_behind(const int64_t held_ms[SIDE_COUNT])
{
    const int64_t left = held_ms[SIDE_LEFT], right = held_ms[SIDE_RIGHT];
    const int64_t apart = left > right ? left - right : right - left;
    if (apart < BEHIND_LEAST_MS || apart * BEHIND_PART < MAX_OF(left, right))
        return SIDE_NONE;
    return left < right ? SIDE_LEFT : SIDE_RIGHT;
}
