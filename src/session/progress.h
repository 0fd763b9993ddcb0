/* SPDX-License-Identifier: MIT */
/* The course of a session, for the modules that move it: what is told, and how one step gives way to another. Letting
 * time pass (session_advance, session_next_ms) is written here too. */
#ifndef SESSION_PROGRESS_H
#define SESSION_PROGRESS_H

#include <stdint.h>

#include "session/session.h"

/* Adds an event at the session's place and time. */
void progress_tell(const Session *session, EventKind kind, int32_t value, const char *text, EventList *events);

/* Enters a step at its start, as long as planned; past the last one the session is finished. */
void progress_begin(Session *session, int32_t step, EventList *events);

/* Ends the current step and begins that one. */
void progress_leave(Session *session, EndReason reason, int32_t next_step, EventList *events);

#endif
