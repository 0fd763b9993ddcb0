/* SPDX-License-Identifier: MIT */
/* A made-up past of half a year, the same in every run, for what shows the history. */
#ifndef SUPPORT_PAST_H
#define SUPPORT_PAST_H

#include "ui/screen.h"

enum { PAST_TODAY = 20405, PAST_SESSIONS = 40 }; /* Thu 13 Nov 2025; how many sessions are listed */

typedef struct Past {
    Overview overview;
    Arena arena;
    SessionRecord sessions[PAST_SESSIONS]; /* the oldest first, without their moves */
    SessionRecord record;                  /* one with all that a record can have */
} Past;

/* 26 weeks up to PAST_TODAY, with numbers, areas with and without sides, and three checks. */
void past_make(Past *past);
void past_release(Past *past);

/* All of it, as app/ would give it to screens; `sessions` of the newest are listed, and `has_more` if not all. */
ModelHistory past_history(const Past *past, size_t sessions);

#endif
