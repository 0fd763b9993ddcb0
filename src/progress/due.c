/* SPDX-License-Identifier: MIT */
#include "progress/due.h"

#include <string.h>

#include "base/day.h"
#include "base/macros.h"
#include "progress/balance.h"
#include "progress/overview.h"
#include "routine/wording.h"

enum {
    RESTED_DAYS = 2, /* what was worked yesterday or today is not due */
    SIDE_DAYS = 7,   /* an area with a side that is behind counts as if it had rested for so long */
    MOST_DAYS = 60,  /* a longer rest weighs no more */
    NEW_DAYS = 7,    /* what was never worked counts as if it had rested for so long */
    TENTHS = 10,
    FEW = 3, /* as long as fewer are due, new ones come in */
    MINUTE_S = 60,
};

/* What an area counts for, and why. */
static void weigh(DueSearch *search, const DueFacts *facts, int area)
{
    const int32_t days = facts->area_days[area];
    Due *due = &search->area_due[area];
    search->is_new[area] = days == DUE_NEVER;
    if (days < RESTED_DAYS)
        return;
    search->weights[area] = MIN_OF(days, (int32_t)MOST_DAYS);
    *due = (Due){.area = area, .why = DUE_RESTED, .amount = days};
    const Side behind = facts->held_ms ? overview_side_behind(facts->held_ms[area]) : SIDE_NONE;
    if (behind == SIDE_NONE || days >= SIDE_DAYS)
        return;
    search->weights[area] = SIDE_DAYS;
    *due = (Due){.area = area, .why = DUE_SIDE, .side = behind, .amount = balance_seconds(facts->held_ms[area])};
}

void due_begin(DueSearch *search, const DueFacts *facts)
{
    *search = (DueSearch){0};
    for (int area = 0; area < AREA_COUNT && facts->area_days && !facts->is_away; area++)
        weigh(search, facts, area);
}

/* The area that counts most, and how long the routine has waited on average over its time, in tenths of a day; 0 if
 * less than half of it has rested since it was worked. A move counts in full for each of its areas, so the shares of a
 * routine may come to more than all of its time. */
static int32_t wait_of(const DueSearch *search, const uint8_t *shares, int *area)
{
    int32_t sum = 0, most = 0, rested = 0, all = 0;
    for (int i = 0; i < AREA_COUNT; i++) {
        const int32_t wait = shares[i] * search->weights[i];
        sum += wait + (search->is_new[i] ? shares[i] * NEW_DAYS : 0);
        rested += wait > 0 ? shares[i] : 0;
        all += shares[i];
        if (wait > most) {
            most = wait;
            *area = i;
        }
    }
    return rested > 0 && 2 * rested >= all ? sum * TENTHS / all : 0;
}

bool due_suits_day(const char *id, int32_t weekday)
{
    static const char *const days[DAY_WEEK] = {"-monday", "-tuesday",  "-wednesday", "-thursday",
                                               "-friday", "-saturday", "-sunday"};
    const size_t length = strlen(id);
    for (int32_t day = 0; day < DAY_WEEK; day++) {
        const size_t end = strlen(days[day]);
        if (length >= end && strcmp(id + length - end, days[day]) == 0)
            return day == weekday;
    }
    return true;
}

/* The area that has most of a routine of which nothing was ever worked; -1 for another one. */
static int new_area(const DueSearch *search, const uint8_t *shares)
{
    int area = -1;
    for (int i = 0; i < AREA_COUNT; i++) {
        if (shares[i] > 0 && !search->is_new[i])
            return -1;
        if (shares[i] > 0 && (area < 0 || shares[i] > shares[area]))
            area = i;
    }
    return area;
}

/* The longest wait first, then favourites, then what was not done for longest, then as the caller has them. */
static bool is_before(const struct DueBest *one, const struct DueBest *other)
{
    const DueCandidate *a = &one->candidate, *b = &other->candidate;
    if (one->wait != other->wait)
        return one->wait > other->wait;
    if (a->is_favourite != b->is_favourite)
        return a->is_favourite;
    if (a->days != b->days)
        return a->days < 0 || (b->days >= 0 && a->days > b->days);
    return a->index < b->index;
}

/* Favourites first, then the shortest. */
static bool is_before_as_new(const struct DueBest *one, const struct DueBest *other)
{
    const DueCandidate *a = &one->candidate, *b = &other->candidate;
    if (a->is_favourite != b->is_favourite)
        return a->is_favourite;
    return a->seconds != b->seconds ? a->seconds < b->seconds : a->index < b->index;
}

void due_offer(DueSearch *search, const DueCandidate *candidate)
{
    int area = 0;
    const struct DueBest offered = {.wait = wait_of(search, candidate->shares, &area), .candidate = *candidate};
    if (offered.wait > 0) {
        if (search->best[area].wait == 0 || is_before(&offered, &search->best[area]))
            search->best[area] = offered;
        return;
    }
    const int fresh = new_area(search, candidate->shares);
    if (fresh < 0)
        return;
    const struct DueBest first_try = {.wait = 1, .candidate = *candidate};
    if (search->fresh[fresh].wait == 0 || is_before_as_new(&first_try, &search->fresh[fresh]))
        search->fresh[fresh] = first_try;
}

typedef bool IsBefore(const struct DueBest *one, const struct DueBest *other);

/* The best of those that are not in the list yet; -1: none is left. */
static int find_best(const struct DueBest *among, const bool *is_taken, IsBefore *precedes)
{
    int best = -1;
    for (int area = 0; area < AREA_COUNT; area++) {
        if (among[area].wait > 0 && !is_taken[area] && (best < 0 || precedes(&among[area], &among[best])))
            best = area;
    }
    return best;
}

DueList due_end(const DueSearch *search)
{
    DueList list = {.count = 0};
    bool is_taken[AREA_COUNT] = {false};
    for (int area; list.count < DUE_MOST && (area = find_best(search->best, is_taken, is_before)) >= 0;) {
        is_taken[area] = true;
        list.items[list.count] = search->area_due[area];
        list.items[list.count++].index = search->best[area].candidate.index;
    }
    for (int area; list.count < FEW && (area = find_best(search->fresh, is_taken, is_before_as_new)) >= 0;) {
        const DueCandidate *first_try = &search->fresh[area].candidate;
        is_taken[area] = true;
        list.items[list.count++] = (Due){first_try->index, area, DUE_NEW, SIDE_NONE, first_try->seconds};
    }
    return list;
}

void due_ago(Text *into, int32_t days)
{
    if (days == DUE_NEVER)
        text_add(into, "never yet");
    else if (days == 0 || days == 1)
        text_add(into, days == 0 ? "today" : "yesterday");
    else if (days >= 61)
        text_print(into, "%d months ago", (int)(days / 30));
    else if (days >= 21)
        text_print(into, "%d weeks ago", (int)(days / 7));
    else if (days > 0)
        text_print(into, "%d days ago", (int)days);
}

void due_reason(Text *into, const Due *due, bool is_brief)
{
    if (due->why == DUE_NEW) {
        text_print(into, "%sa first try of %d min",
                   is_brief ? "" : "not done yet: ", (int)((due->amount + MINUTE_S - 1) / MINUTE_S));
        return;
    }
    wording_id(into, area_name(due->area));
    text_add(into, ": ");
    if (due->why == DUE_SIDE)
        balance_add(into, due->side, due->amount, !is_brief);
    else
        due_ago(into, due->amount);
}
