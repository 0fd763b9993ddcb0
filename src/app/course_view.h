/* SPDX-License-Identifier: MIT */
/* The programme that is followed, as read from the records and the library. */
#ifndef APP_COURSE_VIEW_H
#define APP_COURSE_VIEW_H

#include <stdbool.h>
#include <stdint.h>

#include "progress/course.h"
#include "routine/library.h"
#include "store/course_events.h"

/* A zeroed one is empty: nothing is followed. */
typedef struct CourseView {
    CourseEventList events;
    AwayDays *away;
    size_t away_count;
    int32_t today;        /* the local day that it was worked out for */
    Programme *programme; /* that is followed, its own copy; NULL: none is, or its file is gone or has errors */
    Course *course;       /* NULL likewise */
    char *problem;        /* in the latter cases, one line */
} CourseView;

/* Reads what was done and works out the course as of `today`. A library that is not scanned is scanned only if there
 * are events. False if the records cannot be read. */
bool course_view_read(CourseView *view, Store *store, Library *library, int32_t today);

/* Works it out again from what was read: on another day, or after the library has changed. */
void course_view_work_out(CourseView *view, Library *library, int32_t today);

/* Adds an event to the records and to the view. False if it cannot be written (store_problem says why). */
bool course_view_add(CourseView *view, Store *store, Library *library, CourseEvent event, int64_t now_s);

/* The day that is next; NULL: nothing is followed, or all of it is done. */
const ProgrammeDay *course_view_next(const CourseView *view);

/* The title of a day: that of its routine, or what it is composed for. To free(). */
char *course_view_title(Library *library, const Programme *programme, const ProgrammeDay *day);

void course_view_release(CourseView *view);

#endif
