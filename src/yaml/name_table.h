/* SPDX-License-Identifier: MIT */
/* A hash table for the names in one YAML file: its anchors and the keys of its larger maps. Names of different owners
 * do not collide. The hash is seeded, so that no file can be written to make it slow. A zeroed table is empty. */
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

/* The item that was put in under this owner and name, or NULL. */
const void *name_table_find(const NameTable *table, uint32_t owner, const char *name, size_t length);

/* Adds an item, or replaces the one under the same owner and name. The name is borrowed and must outlive the table. */
void name_table_put(NameTable *table, uint32_t owner, const char *name, size_t length, const void *item);

void name_table_release(NameTable *table);

#endif
