/* SPDX-License-Identifier: MIT */
/* The tables of the database, as the list of changes that made them. Brings a database from an older knead up to date.
 * For the modules in store/ only. */
#ifndef STORE_MIGRATE_H
#define STORE_MIGRATE_H

#include <sqlite3.h>
#include <stddef.h>

typedef enum MigrateResult {
    MIGRATE_CURRENT,
    MIGRATE_FAILED,    /* sqlite3_errcode says why; nothing was changed */
    MIGRATE_NEWER,     /* made by a newer knead; untouched */
    MIGRATE_FOREIGN,   /* tables of another program; untouched */
    MIGRATE_OLDER,     /* migrate_look only */
    MIGRATE_NO_BACKUP, /* migrate_up only: an older database could not be copied; untouched */
} MigrateResult;

/* The schema as an ordered list of changes (migrations). The file stores how many of them it has. */
extern const char *const migrate_changes[];
extern const size_t migrate_change_count;

/* Applies the missing changes, all in one transaction. A database with an older version is copied before, to a file
 * beside it that stays: `knead.db.version-5`. */
MigrateResult migrate_up(sqlite3 *db, const char *const *changes, size_t count);

/* Only checks which changes the file has. MIGRATE_OLDER: some are missing, or the file is empty. */
MigrateResult migrate_look(sqlite3 *db, size_t count);

#endif
