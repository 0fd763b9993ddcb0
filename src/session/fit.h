/* SPDX-License-Identifier: MIT */
/* Fits a draft to the minutes there are (doc/routine-format.md, "What is worked out"): moves that may go are
 * dropped, then all holds are shortened by one factor, none under its least. */
#ifndef SESSION_FIT_H
#define SESSION_FIT_H

#include <stdint.h>

#include "session/plan_draft.h"

/* 0 where it fits now; else the fewest whole minutes that it can be fitted to, and the draft is spoilt. */
int32_t fit_draft(PlanDraft *draft, int32_t minutes);

#endif
