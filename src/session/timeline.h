/* SPDX-License-Identifier: MIT */
/* Lays out a draft as a plan's moves and steps (doc/routine-format.md, "What is worked out"). */
#ifndef SESSION_TIMELINE_H
#define SESSION_TIMELINE_H

#include <stdbool.h>

#include "session/plan_draft.h"
#include "session/steps.h"

/* Fills the empty plan; false where the draft makes more steps or lasts longer than a session may. */
bool timeline_lay_out(Plan *plan, const PlanDraft *draft);

#endif
