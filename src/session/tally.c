/* SPDX-License-Identifier: MIT */
#include "session/tally.h"

#include <stdlib.h>

#include "base/memory.h"

static void add_row(Tally *tally, DoneMove move, TallyRow row)
{
    tally->rows[tally->count++] = row;
    tally->seconds += row.seconds;
    tally->side_s[row.side] += row.seconds;
    for (size_t i = 0; i < move.areas.count; i++)
        tally->area_s[move.areas.items[i]][row.side] += row.seconds;
    tally->hurt = tally->hurt || row.hurt;
}

void tally_make(Tally *tally, const Session *session)
{
    const size_t count = session_done_count(session);
    *tally = (Tally){.rows = memory_resize(NULL, count * SIDE_COUNT, sizeof(*tally->rows))};
    for (size_t i = 0; i < count; i++) {
        for (Side side = SIDE_NONE; side < SIDE_COUNT; side++) {
            const Done *done = &session->done[i][side];
            const int32_t seconds = done_seconds(done);
            if (seconds == 0 && done->felt == SESSION_NOT_FELT && !done->hurt && !done->skipped)
                continue;
            add_row(tally, session_done_move(session, i),
                    (TallyRow){(int32_t)i, side, seconds, done->felt, done->felt_most, done->hurt, done->skipped});
        }
    }
}

void tally_release(Tally *tally)
{
    free(tally->rows);
    *tally = (Tally){0};
}
