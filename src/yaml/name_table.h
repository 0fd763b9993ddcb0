/* SPDX-License-Identifier: MIT */
/* Names that are looked up while a file is read: its anchors, and the keys of its larger maps. One hash table for all,
 * seeded, so that no file can be written to make it slow. A zeroed table is empty. */
#ifndef YAML_NAME_TABLE_H
#define YAML_NAME_TABLE_H

#include <stddef.h>
#include <stdint.h>

typedef struct NameSlot NameSlot;

typedef struct NameTable {
    NameSlot *slots;
    size_t count, capacity;
    uint64_t seed;
} NameTable;

/* What was put in under that name by that owner, or NULL. */
const void *name_table_find(const NameTable *table, uint32_t owner, const char *name, size_t length);

/* Puts an item in or replaces it; the name is borrowed as long as the table lives. */
void name_table_put(NameTable *table, uint32_t owner, const char *name, size_t length, const void *item);

void name_table_release(NameTable *table);

#endif
