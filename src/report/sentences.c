/* SPDX-License-Identifier: MIT */
#include "report/sentences.h"

#include "base/day.h"
#include "base/duration.h"
#include "base/macros.h"
#include "routine/wording.h"

enum { AREAS_NAMED = 3, SIDES_NAMED = 3, HURTS_NAMED = 6, HELPED_NAMED = 3 };

const char sentence_empty[] = "There are no sessions in this period yet. That is fine: a few minutes are enough to "
                              "begin. knead due shows what would do you good today; what you do then appears here.";
const char sentence_wellness[] = "Written by knead from one person's own notes of self-massage. It is about wellness, "
                                 "and is no medical finding.";

static const char *plural(int32_t count)
{
    return count == 1 ? "" : "s";
}

/* Between the items of a list: ", " and before the last one " and ". */
static const char *between(int at, int count)
{
    return at == 0 ? "" : at == count - 1 ? " and " : ", ";
}

void sentence_day(Text *into, int32_t day)
{
    const CivilDay civil = day_civil(day);
    text_print(into, "%d %s %d", (int)civil.day, day_month_name(civil.month), (int)civil.year);
}

void sentence_area(Text *into, const char *before, int area, const char *after)
{
    text_add(into, before);
    wording_id(into, area_name(area));
    text_add(into, after);
}

void sentence_period(Text *into, const Overview *overview)
{
    text_print(into, "%d week%s to ", (int)overview->week_count, plural((int32_t)overview->week_count));
    sentence_day(into, overview->today);
    if (overview->area >= 0)
        sentence_area(into, ", ", overview->area, " only");
}

static void add_areas(Text *into, const Overview *overview, const AreaOrder *order)
{
    char time[DURATION_TEXT_SIZE];
    const int count = MIN_OF(order->count, (int)AREAS_NAMED);
    if (count == 0)
        return;
    text_add(into, overview->area >= 0 ? " Time on it: " : " Most time went to ");
    for (int i = 0; i < count; i++) {
        const int area = order->areas[i];
        duration_minutes(time, overview_held_ms(overview->held_ms[area]) / 1000);
        sentence_area(into, between(i, count), area, " (");
        text_print(into, "%s)", time);
    }
    text_add(into, ".");
}

static int64_t apart_s(const int64_t held_ms[SIDE_COUNT])
{
    const int64_t apart_ms = held_ms[SIDE_LEFT] - held_ms[SIDE_RIGHT];
    return (apart_ms < 0 ? -apart_ms : apart_ms) / 1000;
}

static void add_sides(Text *into, const Overview *overview, const AreaOrder *order)
{
    for (int i = 0, named = 0; i < order->count && named < SIDES_NAMED; i++) {
        const int64_t *held_ms = overview->held_ms[order->areas[i]];
        const Side behind = overview_side_behind(held_ms);
        char time[DURATION_TEXT_SIZE];
        if (behind == SIDE_NONE)
            continue;
        sentence_area(into, named++ == 0 ? " Left and right: " : "; ", order->areas[i], " ");
        text_print(into, "%s less on the %s", duration_minutes(time, apart_s(held_ms)), side_name((int)behind));
    }
}

void sentence_sums(Text *into, const Report *report, const Findings *findings)
{
    const DaySum total = report->overview->total;
    char time[DURATION_TEXT_SIZE];
    text_print(into, "%d session%s on %d day%s, %s.", (int)total.sessions, plural(total.sessions), (int)findings->days,
               plural(findings->days), duration_minutes(time, total.worked_s));
    add_areas(into, report->overview, &findings->areas);
    const size_t before = into->length;
    add_sides(into, report->overview, &findings->areas);
    if (into->length > before)
        text_add(into, ".");
}

void sentence_sides(Text *into, const int64_t held_ms[SIDE_COUNT])
{
    const Side behind = overview_side_behind(held_ms);
    char time[DURATION_TEXT_SIZE];
    if (behind != SIDE_NONE)
        text_print(into, "%s %s less", side_name((int)behind), duration_minutes(time, apart_s(held_ms)));
    else if (held_ms[SIDE_LEFT] > 0 && held_ms[SIDE_RIGHT] > 0)
        text_add(into, "even");
}

void sentence_felt(Text *into, const Findings *findings)
{
    const int32_t within = findings->felt - findings->felt_above - findings->felt_below;
    if (findings->felt > 0)
        text_print(into, "Of %d time%s that the pressure was rated, %d %s within the target, %d above and %d below.",
                   (int)findings->felt, plural(findings->felt), (int)within, within == 1 ? "was" : "were",
                   (int)findings->felt_above, (int)findings->felt_below);
}

void sentence_hurt(Text *into, const Findings *findings)
{
    const int count = (int)MIN_OF(findings->hurt_count, (size_t)HURTS_NAMED);
    for (int i = 0; i < count; i++) {
        const HurtMove *hurt = &findings->hurts[i];
        text_print(into, "%s%s ", i == 0 ? "" : "; ", hurt->name);
        if (hurt->times == 1)
            text_add(into, "once (on ");
        else
            text_print(into, "%d times (last on ", (int)hurt->times);
        sentence_day(into, hurt->last_day);
        text_add(into, ")");
    }
    if (findings->hurt_count > HURTS_NAMED)
        text_print(into, "; and %d more", (int)findings->hurt_count - HURTS_NAMED);
    if (count > 0)
        text_add(into, ".");
}

static void add_mean(Text *into, const RoutineSum *sum, int64_t tenths)
{
    const int64_t half = tenths < 0 ? -sum->measured / 2 : sum->measured / 2;
    measure_add(into, (CheckUnit)sum->unit, (int32_t)((tenths + half) / sum->measured));
}

void sentence_helped(Text *into, const Overview *overview)
{
    int named = 0;
    for (size_t i = 0; i < overview->routine_count && named < HELPED_NAMED; i++) {
        const RoutineSum *sum = &overview->routines[i];
        if (sum->measured == 0 || overview_mean_gain(sum) <= 0)
            continue;
        text_print(into, "%s%s: from ", named++ > 0 ? "; " : "On average, before to after a session. ", sum->title);
        add_mean(into, sum, sum->before_tenths);
        text_add(into, " to ");
        add_mean(into, sum, sum->after_tenths);
        text_print(into, " (%d time%s)", (int)sum->measured, plural(sum->measured));
    }
    if (named > 0)
        text_add(into, ".");
}

void sentence_check_name(Text *into, const CheckSeries *series)
{
    text_print(into, "%s (%s)", series->check ? series->check : "How it feels, 0 to 10", series->title);
}

int32_t sentence_best(const CheckSeries *series)
{
    int32_t best = 0;
    for (int32_t i = 1; i < series->count; i++) {
        const bool is_more = series->tenths[i] > series->tenths[best],
                   is_less = series->tenths[i] < series->tenths[best];
        if (series->more_is_better ? is_more : is_less)
            best = i;
    }
    return best;
}

void sentence_check(Text *into, const CheckSeries *series)
{
    const CheckUnit unit = (CheckUnit)series->unit;
    const int32_t first = series->tenths[0], last = series->tenths[series->count - 1];
    const int32_t change = last - first, better = series->more_is_better ? change : -change;
    if (series->count == 1) {
        text_add(into, "Once: ");
        measure_add(into, unit, first);
    } else {
        text_add(into, "First ");
        measure_add(into, unit, first);
        text_add(into, ", last ");
        measure_add(into, unit, last);
        text_add(into, ", best ");
        measure_add(into, unit, series->tenths[sentence_best(series)]);
        text_add(into, ": ");
        if (change != 0)
            measure_add(into, unit, change < 0 ? -change : change);
        text_add(into, change == 0 ? "as before" : better > 0 ? " better" : " worse");
    }
    text_print(into, "; %s is better.", series->more_is_better ? "more" : "less");
}

void sentence_note_head(Text *into, const SessionRecord *record)
{
    sentence_day(into, findings_day(record));
    text_print(into, ", %s", record->title);
}
