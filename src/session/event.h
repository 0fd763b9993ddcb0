/* SPDX-License-Identifier: MIT */
/* What happens in a session, told as it happens: the screen, line mode, bell and records all live on these. */
#ifndef SESSION_EVENT_H
#define SESSION_EVENT_H

#include <stddef.h>
#include <stdint.h>

typedef enum EventKind {
    EVENT_STEP_BEGAN,   /* step */
    EVENT_CUE,          /* step, text */
    EVENT_HALF,         /* step: the middle of a hold of 20 s or more */
    EVENT_LAST_SECONDS, /* step, value: 3, 2, 1 before a step's end */
    EVENT_MAY_END,      /* step: a hold with a range has reached its first time */
    EVENT_PASS,         /* step, value: a pass was finished, counted from 1 */
    EVENT_STEP_ENDED,   /* step, value: EndReason */
    EVENT_PAUSED,
    EVENT_COUNT_IN, /* value: seconds until it goes on: 3, 2, 1 */
    EVENT_WENT_ON,
    EVENT_LENGTH,   /* step, value: seconds added or taken, negative for taken */
    EVENT_FELT,     /* step, value: 0 to 10 */
    EVENT_EASE_OFF, /* step, value: felt above the target's top; text: how to make it lighter, or NULL */
    EVENT_HURT,     /* step: it hurt, by key or by 7 and more twice; the clock stands */
    EVENT_FINISHED,
    EVENT_LEFT, /* left in the middle, to go on with later */
    EVENT_KIND_COUNT
} EventKind;

typedef enum EndReason { END_TIME, END_SKIPPED, END_EASED, END_HURT, END_BACK } EndReason;

typedef struct Event {
    EventKind kind;
    int32_t step; /* index in the plan */
    int32_t value;
    int64_t at_ms;    /* time into the session (session_at_ms) when it happened */
    const char *text; /* borrowed from the plan; NULL where there is none */
} Event;

/* A zeroed list is empty. Whoever reads it clears it. */
typedef struct EventList {
    Event *items;
    size_t count, capacity;
} EventList;

void event_add(EventList *list, Event event);
void event_clear(EventList *list); /* keeps the storage */
void event_release(EventList *list);

#endif
