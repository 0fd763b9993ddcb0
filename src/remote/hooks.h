/* SPDX-License-Identifier: MIT */
/* The person's own commands at moments of a session (`hooks` in the settings). Each is given one line of JSON, what
 * remote/status tells, and has ten seconds. Nothing waits for it or looks how it went. */
#ifndef REMOTE_HOOKS_H
#define REMOTE_HOOKS_H

#include "platform/leash.h"
#include "session/session.h"
#include "settings/person_command.h"

/* The hooks that the new events of a session bring, a bit for each: 1 << HOOK_START. A session that goes on after it
 * was left starts too. `has_begun`: its start was told; before that nothing else is. */
unsigned hooks_due(const Session *session, const EventList *fresh, bool has_begun);

/* Starts a command. False if it is empty, or cannot be started. */
bool hooks_start(Leash *leash, const TextList *command, const char *line);

#endif
