/* SPDX-License-Identifier: MIT */
#include "session/event.h"

#include <stdlib.h>

#include "base/memory.h"

void event_add(EventList *list, Event event)
{
    list->items = memory_grow(list->items, &list->capacity, list->count + 1, sizeof(*list->items));
    list->items[list->count++] = event;
}

void event_clear(EventList *list)
{
    list->count = 0;
}

void event_release(EventList *list)
{
    free(list->items);
    *list = (EventList){0};
}
