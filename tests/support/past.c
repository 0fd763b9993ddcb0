/* SPDX-License-Identifier: MIT */
#include "support/past.h"

#include "base/day.h"
#include "base/macros.h"

enum { WEEKS = 26, OFFSET_MIN = 60, EIGHTEEN_O_CLOCK_S = 18 * 3600, MINUTE_MS = 60 * 1000, SHORTEST_S = 170 };

static const struct {
    const char *id, *title, *check;
    uint8_t unit;
    bool more_is_better;
    int32_t sessions, measured, before, after; /* means, in tenths */
    int32_t worked_s;
} routines[] = {
    {"calf-hamstring-smash", "Calf & Hamstring Smash", NULL, UNIT_FEEL, false, 14, 8, 61, 38, 840},
    {"shin-outer-calf", "Shin & Outer Calf", "Knee to the wall, heel down", UNIT_CM, true, 9, 6, 84, 101, 560},
    {"standing-desk-feet", "Standing-Desk Feet", NULL, UNIT_FEEL, false, 19, 14, 40, 25, 420},
    {"desk-upper", "Upper Body at the Desk", NULL, UNIT_FEEL, false, 6, 1, 50, 50, 400},
    {"bedtime-downshift", "Bedtime Downshift", NULL, UNIT_FEEL, false, 5, 0, 0, 0, 610},
};

static const struct {
    Area area;
    int32_t none, left, right; /* minutes in the last 4 weeks */
} areas[] = {
    {AREA_CALVES, 0, 22, 26},    {AREA_HAMSTRINGS, 0, 14, 17}, {AREA_FEET, 0, 14, 14},
    {AREA_UPPER_BACK, 22, 0, 0}, {AREA_IT_BAND, 0, 7, 5},      {AREA_NECK, 6, 0, 0},
    {AREA_SHINS, 0, 4, 4},       {AREA_SHOULDERS, 2, 3, 3},    {AREA_LOWER_BACK, 3, 0, 0},
};

/* Some days have none, some two; more in the later weeks, as of someone who finds it helps. */
static DaySum day_of_past(int32_t day, int32_t since)
{
    const int32_t noise = (since * since * 7 + since * 13 + day_weekday(day) * 29) % 97;
    const int32_t weekday = day_weekday(day), bar = weekday >= 5 ? 18 : 36 + since / 6;
    DaySum sum = {0};
    if (noise >= bar || (since > 60 && since < 74))
        return sum;
    sum.sessions = noise % 11 == 0 ? 2 : 1;
    sum.worked_s = (int64_t)sum.sessions * (SHORTEST_S + noise * 23 % 1100);
    return sum;
}

static void make_days(Past *past)
{
    Overview *overview = &past->overview;
    overview->today = PAST_TODAY;
    overview->first_day = day_monday(PAST_TODAY) - (WEEKS - 1) * DAY_WEEK;
    const size_t count = (size_t)(overview->today - overview->first_day) + 1;
    overview->days = arena_take_array(&overview->arena, count, sizeof *overview->days);
    for (size_t i = 0; i < count; i++) {
        overview->days[i] = day_of_past(overview->first_day + (int32_t)i, (int32_t)i);
        overview->total.sessions += overview->days[i].sessions;
        overview->total.worked_s += overview->days[i].worked_s;
    }
    overview->area = -1;
    overview->streak = (Streak){.weeks = 4, .this_week = 2, .least = 2};
}

static void make_areas(Overview *overview)
{
    for (int area = 0; area < AREA_COUNT; area++)
        overview->area_days[area] = -1;
    for (size_t i = 0; i < ARRAY_LEN(areas); i++) {
        int64_t *held_ms = overview->body_held_ms[areas[i].area];
        held_ms[SIDE_NONE] = (int64_t)areas[i].none * MINUTE_MS;
        held_ms[SIDE_LEFT] = (int64_t)areas[i].left * MINUTE_MS;
        held_ms[SIDE_RIGHT] = (int64_t)areas[i].right * MINUTE_MS;
        for (int side = 0; side < SIDE_COUNT; side++)
            overview->held_ms[areas[i].area][side] = held_ms[side] * 5;
        overview->area_days[areas[i].area] = (int32_t)i * 2;
    }
}

static void make_routines(Overview *overview)
{
    overview->routine_count = ARRAY_LEN(routines);
    overview->routines = arena_take_array(&overview->arena, ARRAY_LEN(routines), sizeof *overview->routines);
    for (size_t i = 0; i < ARRAY_LEN(routines); i++) {
        overview->routines[i] = (RoutineSum){
            .routines = routines[i].id,
            .title = routines[i].title,
            .sessions = routines[i].sessions,
            .worked_s = (int64_t)routines[i].sessions * routines[i].worked_s,
            .last_day = PAST_TODAY - (int32_t)i,
            .unit = routines[i].unit,
            .more_is_better = routines[i].more_is_better,
            .measured = routines[i].measured,
            .before_tenths = (int64_t)routines[i].measured * routines[i].before,
            .after_tenths = (int64_t)routines[i].measured * routines[i].after,
        };
    }
    overview_sort_routines(overview->routines, overview->routine_count);
}

static void make_series(Overview *overview)
{
    static const int32_t counts[] = {18, 6, 24};
    overview->series_count = ARRAY_LEN(counts);
    overview->series = arena_take_array(&overview->arena, ARRAY_LEN(counts), sizeof *overview->series);
    for (size_t i = 0; i < ARRAY_LEN(counts); i++) {
        CheckSeries *series = &overview->series[i];
        *series = (CheckSeries){.routines = routines[i].id,
                                .title = routines[i].title,
                                .check = routines[i].check,
                                .unit = routines[i].unit,
                                .more_is_better = routines[i].more_is_better,
                                .count = counts[i]};
        for (int32_t k = 0; k < counts[i]; k++) {
            const int32_t from_first = k * 40 / counts[i], shake = (k * k * 5 + k) % 3 - 1;
            series->days[k] = PAST_TODAY - (counts[i] - 1 - k) * 6;
            series->tenths[k] = series->unit == UNIT_FEEL ? (7 - from_first / 10 + shake) * 10
                                                          : 75 + from_first * 8 / 10 + shake * 3;
        }
    }
}

static void make_session(SessionRecord *record, int32_t from_newest)
{
    const size_t which = (size_t)from_newest * 3 % ARRAY_LEN(routines);
    const int32_t day = PAST_TODAY - from_newest * 2 + from_newest % 3;
    *record = (SessionRecord){
        .id = 1000 - from_newest,
        .revision = 1,
        .started_s = (int64_t)day * DAY_SECONDS + EIGHTEEN_O_CLOCK_S + from_newest * 61 - OFFSET_MIN * 60,
        .offset_min = OFFSET_MIN,
        .title = routines[which].title,
        .routines = routines[which].id,
        .level = LEVEL_STANDARD,
        .planned_s = routines[which].worked_s,
        .worked_s = routines[which].worked_s - from_newest % 4 * 40,
        .state = from_newest % 7 == 3 ? RECORD_LEFT : RECORD_FINISHED,
        .hurt = from_newest % 9 == 4,
        .measure = MEASURE_NONE,
        .check = routines[which].check,
        .note = from_newest % 5 == 2 ? "after the long run, tight on the left" : NULL,
    };
    record->measure.unit = routines[which].unit;
    record->measure.more_is_better = routines[which].more_is_better;
    if (routines[which].measured > 1) {
        record->measure.before_tenths = routines[which].before / 10 * 10;
        record->measure.after_tenths = from_newest % 6 == 5 ? MEASURE_NOT_SAID
                                                            : (routines[which].after + from_newest % 3 * 10) / 10 * 10;
    }
}

static const MoveRecord moves[] = {
    {0, "Calf strip", "calf-strip", "calves", SIDE_LEFT, 120, 120 * 1000, 5, 6, false, false},
    {0, "Calf strip", "calf-strip", "calves", SIDE_RIGHT, 120, 84 * 1000, 7, 7, true, false},
    {1, "Outer calf, pin and move", NULL, "outer-shins", SIDE_LEFT, 60, 60 * 1000, 4, 4, false, false},
    {1, "Outer calf, pin and move", NULL, "outer-shins", SIDE_RIGHT, 60, 21 * 1000, -1, -1, false, true},
    {2, "Hamstring on the chair edge", "ham-chair", "hamstrings", SIDE_LEFT, 90, 90 * 1000, -1, -1, false, false},
    {2, "Hamstring on the chair edge", "ham-chair", "hamstrings", SIDE_RIGHT, 90, 0, -1, -1, false, true},
    {3, "Upper back on the roller", NULL, "upper-back", SIDE_NONE, 60, 60 * 1000, -1, -1, false, false},
    {4, "Breathing", NULL, "abdomen", SIDE_NONE, 45, 0, -1, -1, false, false},
};

static const FeltRecord felts[] = {
    {"Calf strip", NULL, SIDE_LEFT, {true, 4, 6}, 5},
    {"Calf strip", NULL, SIDE_RIGHT, {true, 4, 6}, 7},
    {"Outer calf, pin and move", "Pin", SIDE_LEFT, {true, 3, 5}, 4},
};

void past_make(Past *past)
{
    *past = (Past){0};
    make_days(past);
    make_areas(&past->overview);
    make_routines(&past->overview);
    make_series(&past->overview);
    for (int32_t i = 0; i < PAST_SESSIONS; i++)
        make_session(&past->sessions[PAST_SESSIONS - 1 - i], i);
    make_session(&past->record, 1);
    past->record.title = "Calf & Hamstring Smash";
    past->record.state = RECORD_LEFT;
    past->record.level = LEVEL_GENTLE;
    past->record.hurt = true;
    past->record.check = "Knee to the wall, heel down";
    past->record.measure = (Measure){.unit = UNIT_CM, .more_is_better = true, .before_tenths = 95, .after_tenths = 110};
    past->record.note = "after the long run, tight on the left";
    past->record.declined = "Behind the knee";
    past->record.ruled_out = "Deep calf (varicose-veins)";
    past->record.dropped = "Foot roll, Towel stretch";
    past->record.moves = arena_take_array(&past->arena, ARRAY_LEN(moves), sizeof *moves);
    past->record.felts = arena_take_array(&past->arena, ARRAY_LEN(felts), sizeof *felts);
    for (size_t i = 0; i < ARRAY_LEN(moves); i++)
        past->record.moves[i] = moves[i];
    for (size_t i = 0; i < ARRAY_LEN(felts); i++)
        past->record.felts[i] = felts[i];
    past->record.count = ARRAY_LEN(moves);
    past->record.felt_count = ARRAY_LEN(felts);
}

void past_release(Past *past)
{
    overview_release(&past->overview);
    arena_release(&past->arena);
}

ModelHistory past_history(const Past *past, size_t sessions)
{
    return (ModelHistory){
        .overview = &past->overview,
        .sessions = past->sessions + PAST_SESSIONS - sessions,
        .session_count = sessions,
        .has_more = sessions < PAST_SESSIONS,
        .search = "",
        .record = &past->record,
    };
}
