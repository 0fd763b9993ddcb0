/* SPDX-License-Identifier: MIT */
/* The events of programmes that are followed: started, done, skipped, again, stopped. They are only ever added, so that
 * the records of several machines merge (store/transfer.h). What they come to is worked out by progress/course.h. */
#ifndef STORE_COURSE_EVENTS_H
#define STORE_COURSE_EVENTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "progress/course.h"

typedef struct Store Store; /* store/store.h */

/* Adds an event. `now_s` (seconds since 1970) is when it was said; it comes after all events that are there, whatever
 * the clock says. False if the records cannot be written (store_problem says why). */
bool course_events_add(Store *store, const CourseEvent *event, int64_t now_s);

/* All events, oldest first. A zeroed list is empty; its texts are in the arena. */
typedef struct CourseEventList {
    Arena arena;
    CourseEvent *items; /* owned */
    size_t count, capacity;
} CourseEventList;

/* Replaces the list by what the records have. False if they cannot be read; the list is empty then. */
bool course_events_read(Store *store, CourseEventList *list);
void course_events_release(CourseEventList *list);

#endif
