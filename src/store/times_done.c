/* SPDX-License-Identifier: MIT */
#include "store/times_done.h"

#include <string.h>

#include "store/sql.h"
#include "store/transaction.h"

enum { LEAST_MS = TIMES_DONE_LEAST_S * 1000 };

typedef struct TimesWork {
    const Plan *plan;
    int32_t most, *times;
} TimesWork;

static bool read_one(Store *store, const PlanMove *move, int32_t most, int32_t *times)
{
    sqlite3_stmt *rows = sql_ask(store, SQL_TIMES_DONE,
                                 SQL_VALUES(sql_text(move->use ? move->use : move->name), sql_text(move->use),
                                            sql_number(LEAST_MS), sql_number(store->running.id), sql_number(most)));
    if (!rows || !sql_next(store, rows))
        return false;
    *times = (int32_t)sql_column_number(rows, 0, 0, most);
    sql_done(rows);
    return true;
}

static bool read_all(Store *store, void *argument)
{
    const TimesWork *work = argument;
    for (size_t i = 0; i < work->plan->move_count; i++) {
        if (!read_one(store, &work->plan->moves[i], work->most, &work->times[i]))
            return false;
    }
    return true;
}

bool times_done_read(Store *store, const Plan *plan, int32_t most, int32_t *times)
{
    const bool is_read = transaction_read(store, read_all, &(TimesWork){plan, most, times});
    if (!is_read)
        memset(times, 0, plan->move_count * sizeof *times);
    return is_read;
}
