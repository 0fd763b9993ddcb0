/* SPDX-License-Identifier: MIT */
#include "yaml/name_table.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

enum { FIRST_CAPACITY = 64 };

struct NameSlot {
    const char *name; /* NULL: free */
    const void *item;
    uint32_t length, owner;
};

static uint32_t hash_name(const NameTable *table, uint32_t owner, const char *name, size_t length)
{
    const uint64_t prime = 0x9E3779B97F4A7C15u;
    uint64_t hash = (table->seed ^ owner) * prime;
    for (size_t i = 0; i < length; i++) {
        hash = (hash ^ (unsigned char)name[i]) * prime;
        hash ^= hash >> 29;
    }
    return (uint32_t)(hash >> 32);
}

/* The slot that holds the name, or the free one where it would go. */
static NameSlot *find_slot(const NameTable *table, uint32_t owner, const char *name, size_t length)
{
    size_t at = hash_name(table, owner, name, length) & (table->capacity - 1);
    for (;; at = (at + 1) & (table->capacity - 1)) {
        NameSlot *slot = &table->slots[at];
        if (!slot->name)
            return slot;
        if (slot->owner == owner && slot->length == length && memcmp(slot->name, name, length) == 0)
            return slot;
    }
}

static void grow(NameTable *table)
{
    NameTable larger = {.capacity = table->capacity ? table->capacity * 2 : FIRST_CAPACITY, .count = table->count};
    larger.slots = memory_new(larger.capacity * sizeof(*larger.slots));
    /* Where memory lies differs from run to run, which is all that a seed must do. */
    larger.seed = table->seed ? table->seed : (uint64_t)(uintptr_t)larger.slots;
    for (size_t i = 0; i < table->capacity; i++) {
        const NameSlot *slot = &table->slots[i];
        if (slot->name)
            *find_slot(&larger, slot->owner, slot->name, slot->length) = *slot;
    }
    free(table->slots);
    *table = larger;
}

const void *name_table_find(const NameTable *table, uint32_t owner, const char *name, size_t length)
{
    if (table->count == 0)
        return NULL;
    const NameSlot *slot = find_slot(table, owner, name, length);
    return slot->name ? slot->item : NULL;
}

void name_table_put(NameTable *table, uint32_t owner, const char *name, size_t length, const void *item)
{
    if (table->count * 3 >= table->capacity * 2)
        grow(table);
    NameSlot *slot = find_slot(table, owner, name, length);
    table->count += slot->name == NULL;
    *slot = (NameSlot){name, item, (uint32_t)length, owner};
}

void name_table_release(NameTable *table)
{
    free(table->slots);
    *table = (NameTable){0};
}
