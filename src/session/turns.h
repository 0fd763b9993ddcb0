/* SPDX-License-Identifier: MIT */
/* What a plan keeps of its routines as they are written: all that were chosen, and every move of theirs, done or not. */
#ifndef SESSION_TURNS_H
#define SESSION_TURNS_H

#include "session/plan_draft.h"
#include "session/steps.h"

/* Takes copies from a draft before anything in it has been changed. */
void turns_note(Plan *plan, const PlanDraft *draft);

/* How long those would be that are left out for their question. */
void turns_note_declined(Plan *plan, const PlanDraft *draft);

#endif
