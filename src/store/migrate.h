/* SPDX-License-Identifier: MIT */
/* The tables of the records, as an ordered list of changes; the number of those that were made stands in the file. */
#ifndef STORE_MIGRATE_H
#define STORE_MIGRATE_H

#include <sqlite3.h>
#include <stddef.h>

typedef enum MigrateResult {
    MIGRATE_CURRENT,
    MIGRATE_FAILED,  /* sqlite3_errcode says why; the file is as it was after the last whole change */
    MIGRATE_NEWER,   /* made by a newer knead; untouched */
    MIGRATE_FOREIGN, /* tables of another program; untouched */
    MIGRATE_OLDER,   /* migrate_look only */
} MigrateResult;

/* Every change there is, and how many. */
extern const char *const migrations[];
extern const size_t migration_count;

/* Makes the changes that are missing, each in a transaction of its own. */
MigrateResult migrate(sqlite3 *db, const char *const *changes, size_t count);

/* Only says how things stand. */
MigrateResult migrate_look(sqlite3 *db, size_t count);

#endif
