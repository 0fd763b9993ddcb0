/* SPDX-License-Identifier: MIT */
/* The events of a session, in the order in which they happen. The screen, line mode, the bell and the records all work
 * from them. */
#ifndef SESSION_EVENT_H
#define SESSION_EVENT_H

#include <stddef.h>
#include <stdint.h>

typedef enum EventKind {
    EVENT_STEP_BEGAN,   /* step */
    EVENT_CUE,          /* step, text */
    EVENT_HALF,         /* step: the middle of a hold of at least 20 s */
    EVENT_LAST_SECONDS, /* step, value: 3, 2, 1 before a step's end */
    EVENT_MAY_END,      /* step: a hold with a range reached its lower limit, so it may be ended */
    EVENT_PASS,         /* step, value: a pass was finished, counted from 1 */
    EVENT_STEP_ENDED,   /* step, value: EndReason */
    EVENT_PAUSED,
    EVENT_COUNT_IN, /* value: seconds until the session resumes: 3, 2, 1 */
    EVENT_WENT_ON,
    EVENT_WAITING,  /* step: time stands still until the user is ready */
    EVENT_LENGTH,   /* step, value: seconds added; negative: removed */
    EVENT_FELT,     /* step, value: 0 to 10 */
    EVENT_EASE_OFF, /* step, value: felt pressure above the target; text: how to make it lighter, or NULL */
    EVENT_HURT,     /* step: it hurt: by key, or felt as 7 or more twice; the session is stopped */
    EVENT_FINISHED,
    EVENT_LEFT, /* left before the end; can be resumed later */
    EVENT_KIND_COUNT
} EventKind;

typedef enum EndReason { END_TIME, END_SKIPPED, END_EASED, END_HURT, END_BACK } EndReason;

typedef struct Event {
    EventKind kind;
    int32_t step; /* index in the plan */
    int32_t value;
    int64_t at_ms;    /* session time when it happened (session_at_ms) */
    const char *text; /* borrowed from the plan; NULL where there is none */
} Event;

/* A zeroed list is empty. The reader of the events clears it. */
typedef struct EventList {
    Event *items;
    size_t count, capacity;
} EventList;

void event_add(EventList *list, Event event);
void event_clear(EventList *list); /* keeps the storage */
void event_release(EventList *list);

#endif
