/* SPDX-License-Identifier: MIT */
#include "store/course_events.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/words.h"
#include "store/journal.h"
#include "store/sql.h"
#include "store/transaction.h"

enum { MS_OF_SECOND = 1000, WEEK_MOST = 1000, DAY_MOST = 3000000 };

typedef struct CourseAdding {
    const CourseEvent *event;
    int64_t now_s;
} CourseAdding;

static bool add_event(Store *store, void *argument)
{
    const CourseAdding *adding = argument;
    const CourseEvent *event = adding->event;
    char uid[UID_SIZE];
    sql_make_uid(uid);
    return sql_run(store, SQL_COURSE_ADD,
                   SQL_VALUES(sql_text(uid), sql_number(adding->now_s * MS_OF_SECOND), sql_number(event->day),
                              sql_text(course_event_words.items[event->kind]), sql_text(event->programme),
                              sql_number(event->week), sql_number(event->weekday), sql_text(event->content)));
}

bool course_events_add(Store *store, const CourseEvent *event, int64_t now_s)
{
    const bool is_added = transaction_write(store, CARE_POWER, add_event, &(CourseAdding){event, now_s});
    if (is_added)
        journal_append(store);
    return is_added;
}

static bool read_events(Store *store, void *argument)
{
    CourseEventList *list = argument;
    course_events_release(list);
    sqlite3_stmt *rows = sql_ask(store, SQL_COURSE_LIST, NULL, 0);
    while (rows && sql_next(store, rows)) {
        const char *word = sql_column_text(rows, 4);
        const int kind = words_find(&course_event_words, word, strlen(word));
        if (kind < 0)
            continue; /* of a newer knead */
        list->items = memory_grow(list->items, &list->capacity, list->count + 1, sizeof *list->items);
        list->items[list->count++] = (CourseEvent){.kind = (CourseEventKind)kind,
                                                   .day = (int32_t)sql_column_number(rows, 3, 0, DAY_MOST),
                                                   .programme = arena_copy(&list->arena, sql_column_text(rows, 5)),
                                                   .week = (int32_t)sql_column_number(rows, 6, 0, WEEK_MOST),
                                                   .weekday = (int32_t)sql_column_number(rows, 7, 0, DAY_WEEK),
                                                   .content = arena_copy(&list->arena, sql_column_text(rows, 8))};
    }
    return rows && store->failure == SQLITE_OK;
}

bool course_events_read(Store *store, CourseEventList *list)
{
    const bool is_read = transaction_read(store, read_events, list);
    if (!is_read)
        course_events_release(list);
    return is_read;
}

void course_events_release(CourseEventList *list)
{
    arena_release(&list->arena);
    free(list->items);
    *list = (CourseEventList){0};
}
