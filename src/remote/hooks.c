/* SPDX-License-Identifier: MIT */
#include "remote/hooks.h"

#include <stdlib.h>

#include "base/memory.h"

/* The grace is for the one at the end, which begins as knead ends. */
static const LeashLimits limits = {.most_ms = 10000, .grace_ms = 2000};

/* Once somebody has begun it, or goes on with it: the count-in belongs to that. */
static bool goes(const Session *session)
{
    return session->state == SESSION_RUNNING || session->state == SESSION_COUNTING || session->state == SESSION_WAITING;
}

static unsigned hook_of(const Session *session, const Event *event)
{
    if (event->kind == EVENT_FINISHED || event->kind == EVENT_LEFT)
        return 1U << HOOK_END;
    if (event->kind == EVENT_STEP_BEGAN && session->plan->steps[event->step].kind == STEP_SWITCH)
        return 1U << HOOK_SWITCH;
    return 0;
}

unsigned hooks_due(const Session *session, const EventList *fresh, bool has_begun)
{
    unsigned due = has_begun || !goes(session) ? 0 : 1U << HOOK_START;
    for (size_t i = 0; i < fresh->count && (has_begun || due); i++)
        due |= hook_of(session, &fresh->items[i]);
    return due;
}

bool hooks_start(Leash *leash, const TextList *command, const char *line)
{
    if (command->count == 0)
        return false;
    char **arguments = memory_new((command->count + 1) * sizeof *arguments);
    for (size_t i = 0; i < command->count; i++)
        arguments[i] = memory_copy_text(command->items[i]);
    const bool is_started = leash_start(leash, arguments, line, limits);
    for (size_t i = 0; i < command->count; i++)
        free(arguments[i]);
    free(arguments);
    return is_started;
}
