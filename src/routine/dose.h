/* SPDX-License-Identifier: MIT */
/* How long, how hard and how: what moves and their phases have in common, checked, and turned into a hold. */
#ifndef ROUTINE_DOSE_H
#define ROUTINE_DOSE_H

#include "routine/fields.h"
#include "routine/problem_place.h"

/* Exactly one way to say how long, with what it needs. `has_breathe`: it is said here or above. False after a problem.
 */
bool dose_check(DiagnosticList *diags, uint32_t set, bool has_breathe, const ProblemPlace *spot, const char *noun);

/* The hold that the fields stand for; HOLD_NOT_SET where they could not be read. */
Hold dose_hold(const DoseFields *dose, uint32_t set, Breath breathe);

/* Whether the cues fit into the hold, each before its end and after the one before it. */
void dose_check_cues(DiagnosticList *diags, const CueList *cues, const Hold *hold, const ProblemPlace *spot);

/* The value that says how long, or the place that it was taken from. */
Mark dose_spot(uint32_t set, const ProblemPlace *spot);

#endif
