/* SPDX-License-Identifier: MIT */
#include "report/findings.h"

#include <stdlib.h>
#include <string.h>

#include "base/day.h"

int32_t findings_day(const SessionRecord *record)
{
    return day_of(record->started_s, record->offset_min);
}

static void count_felts(Findings *findings, const SessionRecord *record)
{
    for (size_t i = 0; i < record->felt_count; i++) {
        const FeltRecord *felt = &record->felts[i];
        if (!felt->target.is_set)
            continue;
        findings->felt++;
        findings->felt_above += felt->felt > felt->target.high;
        findings->felt_below += felt->felt < felt->target.low;
    }
}

static void count_hurt(Findings *findings, const char *name, int32_t day)
{
    size_t i = 0;
    while (i < findings->hurt_count && strcmp(findings->hurts[i].name, name) != 0)
        i++;
    findings->hurt_count += i == findings->hurt_count;
    findings->hurts[i] = (HurtMove){name, findings->hurts[i].times + 1, day};
}

static int compare_hurts(const void *one, const void *other)
{
    const HurtMove *a = one, *b = other;
    if (a->times != b->times)
        return a->times > b->times ? -1 : 1;
    return a->last_day != b->last_day ? (a->last_day > b->last_day ? -1 : 1) : strcmp(a->name, b->name);
}

static void find_in_session(Findings *findings, const SessionRecord *record)
{
    count_felts(findings, record);
    for (size_t i = 0; i < record->count; i++) {
        if (record->moves[i].hurt)
            count_hurt(findings, record->moves[i].name, findings_day(record));
    }
    if (record->note && *record->note)
        findings->notes[findings->note_count++] = record;
}

static size_t count_hurt_moves(const Report *report)
{
    size_t count = 0;
    for (size_t i = 0; i < report->session_count; i++) {
        for (size_t move = 0; move < report->sessions[i].count; move++)
            count += report->sessions[i].moves[move].hurt;
    }
    return count;
}

static int64_t most_of_a_side(const Overview *overview)
{
    int64_t most_ms = 1;
    for (int area = 0; area < AREA_COUNT; area++) {
        const int64_t *held_ms = overview->held_ms[area];
        most_ms = MAX_OF(most_ms, MAX_OF(held_ms[SIDE_LEFT], held_ms[SIDE_RIGHT]));
    }
    return most_ms;
}

void findings_make(Findings *findings, const Report *report)
{
    const Overview *overview = report->overview;
    findings->areas = overview_order_areas(overview);
    findings->most_ms = most_of_a_side(overview);
    for (size_t i = 0; overview->days && i < overview_day_count(overview); i++)
        findings->days += overview->days[i].sessions > 0;
    findings->hurts = arena_take_array(&findings->arena, count_hurt_moves(report), sizeof *findings->hurts);
    findings->notes = arena_take_array(&findings->arena, report->session_count, sizeof *findings->notes);
    for (size_t i = 0; i < report->session_count; i++)
        find_in_session(findings, &report->sessions[i]);
    if (findings->hurt_count > 1)
        qsort(findings->hurts, findings->hurt_count, sizeof *findings->hurts, compare_hurts);
}

void findings_release(Findings *findings)
{
    arena_release(&findings->arena);
    *findings = (Findings){0};
}
