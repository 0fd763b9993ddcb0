/* SPDX-License-Identifier: MIT */
/* What a report says of a period: the sums of the records, and what its sessions tell of pressure, pain and notes. */
#ifndef REPORT_FINDINGS_H
#define REPORT_FINDINGS_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "progress/overview.h"
#include "progress/record.h"

/* What a report is made from; borrowed. */
typedef struct Report {
    const Overview *overview;
    const SessionRecord *sessions; /* of the same period and area, with their moves; the oldest first */
    size_t session_count;
} Report;

typedef struct HurtMove {
    const char *name; /* borrowed from its record */
    int32_t times;    /* sessions and sides */
    int32_t last_day;
} HurtMove;

typedef struct Findings {
    Arena arena;
    int32_t days; /* with sessions */
    AreaOrder areas;
    int64_t most_ms;                      /* of one side of an area; at least 1 */
    int32_t felt, felt_above, felt_below; /* numbers that were said beside a target; those above and below its range */
    HurtMove *hurts;                      /* the most often first */
    size_t hurt_count;
    const SessionRecord **notes; /* sessions that have one, the oldest first */
    size_t note_count;
} Findings;

/* Fills findings, which must be all zero. Release them with findings_release. */
void findings_make(Findings *findings, const Report *report);
void findings_release(Findings *findings);

/* The local day on which a session began. */
int32_t findings_day(const SessionRecord *record);

#endif
