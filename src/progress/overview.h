/* SPDX-License-Identifier: MIT */
/* What the records add up to: sums by day, by area and side, by routine; the numbers before and after; weeks in a row.
 * store/sums.h fills it; the history screen and `knead stats` show it. */
#ifndef PROGRESS_OVERVIEW_H
#define PROGRESS_OVERVIEW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "routine/names.h"
#include "session/measure.h"

enum {
    OVERVIEW_WEEKS = 26,      /* what is shown if nothing else is asked for */
    OVERVIEW_BODY_DAYS = 28,  /* of the minutes by area on the history screen */
    OVERVIEW_SERIES_MOST = 24 /* the newest numbers of a check */
};

typedef struct DaySum {
    int32_t sessions;
    int64_t worked_s;
} DaySum;

/* The sessions of a routine, or of several that were done as one session. */
typedef struct RoutineSum {
    const char *routines; /* ids, separated by spaces */
    const char *title;    /* of the newest of these sessions */
    int32_t sessions;
    int64_t worked_s;
    int32_t last_day;
    /* Of those sessions that have both numbers, in this unit: how many, and sums of the numbers. */
    uint8_t unit; /* CheckUnit */
    bool more_is_better;
    int32_t measured;
    int64_t before_tenths, after_tenths;
} RoutineSum;

/* The numbers of one check over time. */
typedef struct CheckSeries {
    const char *routines, *title, *check; /* check: the movement; NULL: how it feels */
    uint8_t unit;                         /* CheckUnit */
    bool more_is_better;
    int32_t count; /* oldest first */
    int32_t days[OVERVIEW_SERIES_MOST];
    int32_t tenths[OVERVIEW_SERIES_MOST]; /* before the session; where that was not said, after it */
} CheckSeries;

/* Weeks in a row with enough sessions. The running week counts once it has enough, and never breaks it. */
typedef struct Streak {
    int32_t weeks;
    int32_t this_week;  /* sessions in the running week */
    int32_t least;      /* sessions that a week needs */
    bool is_away;       /* today is in a pause */
    int32_t away_until; /* its last day, if is_away */
} Streak;

/* What was held in a week. */
typedef struct WeekHeld {
    int64_t held_ms[AREA_COUNT][SIDE_COUNT];
} WeekHeld;

/* All zero: nothing was read. */
typedef struct Overview {
    Arena arena;
    int32_t today, first_day; /* the period, in local days (base/day.h), both included */
    int area;                 /* an Area that it is limited to; -1: none */
    DaySum *days;             /* by day from first_day on */
    WeekHeld *weeks;          /* by week from first_day on, which is a Monday */
    size_t week_count;
    DaySum total;         /* of these days */
    RoutineSum *routines; /* what helped most comes first, then by sessions */
    size_t routine_count;
    CheckSeries *series;
    size_t series_count;
    int64_t held_ms[AREA_COUNT][SIDE_COUNT];      /* in the period */
    int64_t body_held_ms[AREA_COUNT][SIDE_COUNT]; /* in the last OVERVIEW_BODY_DAYS */
    int32_t area_days[AREA_COUNT];                /* since it was last worked; -1: never */
    Streak streak;
} Overview;

void overview_release(Overview *overview);

size_t overview_day_count(const Overview *overview);

/* The time that an area was held, both sides and without sides, in ms. */
int64_t overview_held_ms(const int64_t held_ms[SIDE_COUNT]);

/* The areas that were held in the period, the longest first. */
typedef struct AreaOrder {
    int areas[AREA_COUNT];
    int count;
} AreaOrder;
AreaOrder overview_order_areas(const Overview *overview);

/* The sum of some days, those outside of the period left out. */
DaySum overview_sum(const Overview *overview, int32_t first_day, int32_t last_day);

/* By how much the sessions of a routine helped on average, in tenths: above 0 is better. Only if measured > 0. */
double overview_mean_gain(const RoutineSum *sum);

/* Their numbers before and after on average, rounded to a tenth. Only if measured > 0. */
Measure overview_mean_measure(const RoutineSum *sum);

/* Sorts what helped most to the front: by mean gain where it was measured, then by sessions, then by ids. */
void overview_sort_routines(RoutineSum *sums, size_t count);

/* A span of days that counts for or against nothing. */
typedef struct AwayDays {
    int32_t first, last;
} AwayDays;

/* Counts the weeks in a row up to `today`. `days` are the days with sessions, newest first, each once; a week in which
 * some days are away and that has too few sessions is passed over. `least`: sessions that a week needs, 1 to 7. */
typedef struct SessionDay {
    int32_t day, sessions;
} SessionDay;
Streak overview_streak(const SessionDay *days, size_t count, const AwayDays *away, size_t away_count, int32_t today,
                       int32_t least);

/* Which side is behind, from the time that both were held: SIDE_NONE where they are about equal (less than a minute, or
 * less than a twentieth, between them). */
Side overview_side_behind(const int64_t held_ms[SIDE_COUNT]);

#endif
