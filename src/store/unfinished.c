/* SPDX-License-Identifier: MIT */
#include "store/unfinished.h"

#include <stdlib.h>

#include "base/macros.h"
#include "base/memory.h"
#include "routine/names.h"
#include "store/plan_json.h"
#include "store/sql.h"
#include "store/transaction.h"

/* Where a plan is at a place that came from the records, brought into its range. */
static const Step *step_at(const Plan *plan, int64_t step)
{
    const int64_t last = (int64_t)plan->step_count - 1;
    return &plan->steps[step < 0 ? 0 : MIN_OF(step, last)];
}

static bool has_done(Store *store, int64_t id, const Bookmark *place)
{
    sqlite3_stmt *rows = sql_ask(store, SQL_SESSION_HAS_DONE, SQL_VALUES(sql_number(id)));
    const bool is_there = rows && sql_next(store, rows);
    if (is_there) {
        sql_done(rows);
    }
    return is_there || place->held_ms > 0;
}

static void fill_left(Store *store, UnfinishedSession *left, sqlite3_stmt *rows, const Plan *plan)
{
    const int64_t id = sqlite3_column_int64(rows, 0);
    Bookmark place = {
        .kept_s = sqlite3_column_int64(rows, 2),
        .step = sqlite3_column_int64(rows, 3),
        .into_ms = sqlite3_column_int64(rows, 4),
        .worked_ms = sqlite3_column_int64(rows, 5),
    };
    bookmark_read_later(store->path, id, &place);
    const Step *step = step_at(plan, place.step);
    const int64_t into_s = MIN_OF(MAX_OF(place.into_ms, 0), (int64_t)step->seconds * 1000) / 1000;
    const char *name = step->name ? step->name : "Rest";
    *left = (UnfinishedSession){
        .id = id,
        .title = memory_copy_text(plan->title),
        .started_s = sqlite3_column_int64(rows, 1),
        .left_s = place.kept_s,
        .at_s = step->at_s + (int32_t)into_s,
        .total_s = plan->seconds,
        .where = step->side == SIDE_NONE ? memory_copy_text(name)
                                         : memory_print("%s, %s", name, side_name((int)step->side)),
        .has_done = has_done(store, id, &place),
    };
}

static bool find_left(Store *store, void *argument)
{
    UnfinishedSession *left = argument;
    sqlite3_stmt *rows = sql_ask(store, SQL_LIVE_NEWEST, NULL, 0);
    while (rows && sql_next(store, rows)) {
        const int64_t id = sqlite3_column_int64(rows, 0);
        if (id <= 0 || id == store->running.id || lock_is_taken(&store->claims, id)) {
            continue;
        }
        char *problem = NULL;
        Plan *plan = plan_json_read(sql_column_text(rows, 6), &problem);
        if (plan) {
            fill_left(store, left, rows, plan);
            plan_free(plan);
            sql_done(rows);
            return true;
        }
        free(problem);
    }
    return false;
}

bool unfinished_find(Store *store, UnfinishedSession *left)
{
    *left = (UnfinishedSession){0};
    return store_can_write(store) && transaction_read(store, find_left, left);
}

void unfinished_release(UnfinishedSession *left)
{
    free(left->title);
    free(left->where);
    *left = (UnfinishedSession){0};
}
