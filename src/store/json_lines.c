/* SPDX-License-Identifier: MIT */
#include "store/json_lines.h"

#include <jansson.h>
#include <stdlib.h>

#include "base/day.h"
#include "base/text.h"
#include "store/history.h"
#include "store/record_json.h"
#include "store/sql.h"

enum { DAY_LEAST = 0, DAY_MOST = 3000000 };

typedef struct LinesWork {
    JsonLinesTake *take;
    void *argument;
    int64_t count;
} LinesWork;

static bool give_line(LinesWork *work, char *line)
{
    Text text = {0};
    text_add(&text, line ? line : "");
    text_add_char(&text, '\n');
    const bool is_taken = line && work->take(text.bytes, text.length, work->argument);
    text_release(&text);
    free(line);
    work->count += is_taken;
    return is_taken;
}

static bool give_json(LinesWork *work, json_t *json)
{
    const bool is_taken = give_line(work, json ? json_dumps(json, JSON_COMPACT) : NULL);
    json_decref(json);
    return is_taken;
}

static bool give_session(const SessionRecord *record, void *work)
{
    return give_line(work, record_json_write(record));
}

/* The three columns that each line has. */
static json_t *version_of(sqlite3_stmt *rows)
{
    return json_pack("{s:s, s:I, s:s}", "uid", sql_column_text(rows, 0), "revision",
                     (json_int_t)sql_column_number(rows, 1, 1, INT32_MAX), "machine", sql_column_text(rows, 2));
}

static json_t *deleted_of(sqlite3_stmt *rows)
{
    json_t *json = version_of(rows);
    json_object_set_new(json, "deleted", json_true());
    return json;
}

static json_t *away_of(sqlite3_stmt *rows)
{
    char first[DAY_TEXT_SIZE], last[DAY_TEXT_SIZE];
    day_print(first, (int32_t)sql_column_number(rows, 3, DAY_LEAST, DAY_MOST));
    day_print(last, (int32_t)sql_column_number(rows, 4, DAY_LEAST, DAY_MOST));
    json_t *json = version_of(rows);
    json_object_set_new(json, "away_from", json_string(first));
    json_object_set_new(json, "away_until", json_string(last));
    return json;
}

static json_t *course_of(sqlite3_stmt *rows)
{
    char day[DAY_TEXT_SIZE];
    day_print(day, (int32_t)sql_column_number(rows, 3, DAY_LEAST, DAY_MOST));
    return json_pack("{s:s, s:i, s:s, s:s, s:s, s:I, s:s, s:I, s:I, s:s}", "uid", sql_column_text(rows, 0), "revision",
                     1, "machine", sql_column_text(rows, 1), "programme", sql_column_text(rows, 5), "event",
                     sql_column_text(rows, 4), "at_ms", (json_int_t)sql_column_number(rows, 2, 0, INT64_MAX), "day",
                     day, "week", (json_int_t)sql_column_number(rows, 6, 0, INT32_MAX), "weekday",
                     (json_int_t)sql_column_number(rows, 7, 0, DAY_WEEK), "content", sql_column_text(rows, 8));
}

static bool give_rows(Store *store, LinesWork *work, Sql which, json_t *(*line_of)(sqlite3_stmt *rows))
{
    sqlite3_stmt *rows = sql_ask(store, which, NULL, 0);
    bool is_given = rows != NULL;
    while (is_given && sql_next(store, rows))
        is_given = give_json(work, line_of(rows));
    if (!is_given && rows)
        sql_done(rows);
    return is_given && store->failure == SQLITE_OK;
}

bool json_lines_give(Store *store, JsonLines which, JsonLinesTake *take, void *argument, int64_t *count)
{
    static const struct {
        bool is_waiting;
        Sql deleted, away, course;
    } sources[JSON_LINES_COUNT] = {
        [JSON_LINES_ALL] = {false, SQL_DELETED_LIST, SQL_AWAY_LIST, SQL_COURSE_LIST},
        [JSON_LINES_WAITING] = {true, SQL_DELETED_WAITING, SQL_AWAY_WAITING, SQL_COURSE_WAITING},
    };
    LinesWork work = {.take = take, .argument = argument};
    const bool is_given = history_export_inside(store, sources[which].is_waiting, give_session, &work) &&
                          give_rows(store, &work, sources[which].deleted, deleted_of) &&
                          give_rows(store, &work, sources[which].away, away_of) &&
                          give_rows(store, &work, sources[which].course, course_of);
    *count += work.count;
    return is_given;
}
