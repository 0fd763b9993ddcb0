/* SPDX-License-Identifier: MIT */
/* A course: a programme that somebody follows. Worked out from the programme, from events that are only ever added,
 * and from the day of the calendar; nothing is kept that could disagree with them. Days are local (base/day.h), so a
 * change of clocks moves nothing.
 *
 * The days of a programme are done in order. A day that is missed moves all that come after it. A pause moves them
 * too, but nothing counts as missed in it. */
#ifndef PROGRESS_COURSE_H
#define PROGRESS_COURSE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "progress/overview.h"
#include "routine/programme.h"

/* The words of these kinds, as the records have them, are course_event_words. */
typedef enum CourseEventKind {
    COURSE_STARTED, /* begins on `day` with the part at `week` and `weekday`; replaces the course before */
    COURSE_DONE,    /* a part was done on `day` */
    COURSE_SKIPPED, /* a part was left out on `day`, as the person wished */
    COURSE_AGAIN,   /* from `day` the course goes on with the part at `week` and `weekday`, though that was done */
    COURSE_STOPPED,
    COURSE_EVENT_KIND_COUNT
} CourseEventKind;

extern const Words course_event_words;

typedef struct CourseEvent {
    CourseEventKind kind;
    int32_t day;
    const char *programme; /* its id */
    int32_t week, weekday; /* of the part, from 1 (`weekday` to 7); COURSE_STOPPED: 0 */
    const char *content;   /* COURSE_DONE, COURSE_SKIPPED: what the part was then (ProgrammeDay.content); else "" */
} CourseEvent;

typedef enum PartState {
    PART_REST,
    PART_BEFORE,   /* earlier than where the course was begun */
    PART_DONE,     /* on `day` */
    PART_SKIPPED,  /* on `day` */
    PART_LEFT_OUT, /* never done, and later weeks were: it came into the file afterwards */
    PART_NEXT,
    PART_TO_COME
} PartState;

typedef struct CoursePart {
    PartState state;
    int32_t day;  /* when it was done, or when it is to be done; not set for rest, PART_BEFORE and PART_LEFT_OUT */
    int32_t late; /* for how many days before that it stood as today's part and was not done; pauses do not count */
} CoursePart;

typedef struct Course {
    const Programme *programme; /* borrowed */
    CoursePart *parts;          /* one for each day of each week, in order */
    size_t count;
    int32_t first_day;
    int next;                      /* index of the part that is next; -1: the course is finished */
    bool is_for_today;             /* `next` is to be done today */
    bool is_done_today;            /* a part was done or skipped today */
    bool is_away;                  /* today: nothing is due */
    int32_t done, skipped, missed; /* parts; parts; days in all on which a part was not done */
    int32_t last_day;              /* when the last part was done, or is to be done */
    int32_t shift;                 /* days by which that is later than planned at the start; negative: earlier */
} Course;

/* The id of the programme that is followed after these events, oldest first; NULL: none is. Borrowed from them. */
const char *course_followed(const CourseEvent *events, size_t count);

/* Works out the course of the programme as of `today`. The events are all there are, oldest first; those of other
 * programmes only say that this one ended. A part keeps being done if the programme was edited: it is known by its
 * place and content, else by its content within the week, else by its place, else by its content within seven days.
 * NULL if the programme was never started, or was stopped or replaced since. Free with course_free. */
Course *course_make(const Programme *programme, const CourseEvent *events, size_t count, const AwayDays *away,
                    size_t away_count, int32_t today);
void course_free(Course *course);

/* The day of the programme with this index, and its week. */
const ProgrammeDay *course_day(const Programme *programme, size_t index);
const ProgrammeWeek *course_week(const Programme *programme, size_t index);

/* The event that says that the part with this index was done, skipped or started on `day`. The texts are borrowed from
 * the programme. */
CourseEvent course_event(const Programme *programme, CourseEventKind kind, size_t index, int32_t day);

#endif
