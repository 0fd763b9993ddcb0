/* SPDX-License-Identifier: MIT */
/* What was done in a session, for the records and the screen after it: a row for each move and side, and the sums. */
#ifndef SESSION_TALLY_H
#define SESSION_TALLY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "session/session.h"

typedef struct TallyRow {
    int32_t move; /* as session_done_move counts */
    Side side;
    int32_t seconds;         /* held, to the nearest second */
    int32_t felt, felt_most; /* the last and the highest, or SESSION_NOT_FELT */
    bool hurt, skipped;
} TallyRow;

typedef struct Tally {
    TallyRow *rows; /* by move, then side; only what was done, felt, hurt or skipped */
    size_t count;
    int32_t seconds; /* the sum of the rows */
    int32_t side_s[SIDE_COUNT];
    int32_t area_s[AREA_COUNT][SIDE_COUNT]; /* a move counts in full for each of its areas */
    bool hurt;                              /* anywhere */
} Tally;

void tally_make(Tally *tally, const Session *session);
void tally_release(Tally *tally);

#endif
