/* SPDX-License-Identifier: MIT */
/* The files of routines that stand in the folders: which there are, and which of those with the same id is listed. An
 * entry that was found once lasts as long as the catalog, and is the same again when its file comes back. */
#ifndef ROUTINE_CATALOG_H
#define ROUTINE_CATALOG_H

#include <stdbool.h>
#include <stddef.h>

#include "routine/library_entry.h"

/* The files of one folder, those that went included. */
typedef struct CatalogFolder {
    const char *path;
    bool is_mine;
    LibraryEntry **files; /* sorted by name */
    size_t count;
} CatalogFolder;

/* Zeroed it has no folders. */
typedef struct Catalog {
    Arena arena;
    CatalogFolder *folders; /* in the order in which they win */
    size_t folder_count, folder_capacity;
    LibraryEntry **listed; /* sorted by id; the first folder's, and what is double in it */
    size_t count, capacity;
} Catalog;

void catalog_release(Catalog *catalog);

void catalog_add_folder(Catalog *catalog, const char *path, bool is_mine);

/* Looks which files there are now. True where any came or went; *unread, where it is not NULL, is then the first folder
 * that cannot be read, or NULL, with errno. */
bool catalog_scan(Catalog *catalog, const char **unread);

/* The entry that is listed under an id, the first of them; NULL where none is. */
LibraryEntry *catalog_find(const Catalog *catalog, const char *id);

/* Why there is none under an id, and what may be meant, in one line to free(). */
char *catalog_unknown(const Catalog *catalog, const char *id, const Words *move_ids);

/* Looks at the files that were read, and forgets those that have another text now. True where any has. */
bool catalog_refresh(Catalog *catalog);

/* Forgets all that was read. */
void catalog_forget(Catalog *catalog);

#endif
