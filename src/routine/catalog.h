/* SPDX-License-Identifier: MIT */
/* The files of routines that stand in the folders: which there are, and which of those with the same id is listed. An
 * entry that was found once lasts as long as the catalog, and is the same again when its file comes back. */
#ifndef ROUTINE_CATALOG_H
#define ROUTINE_CATALOG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/diagnostic.h"
#include "base/file_stamp.h"
#include "routine/model.h"
#include "routine/summary.h"

typedef enum EntryState { ENTRY_FOUND, ENTRY_HEADED, ENTRY_LOADED, ENTRY_BROKEN } EntryState;

typedef struct LibraryEntry {
    char *id, *path;
    bool is_mine;
    bool is_moves;  /* a file of shared moves: .routine stays NULL */
    bool is_text;   /* a text that was taken: there is no file of it */
    bool is_gone;   /* its file is no longer in the folder, and it is not listed */
    bool is_double; /* another file in the folder has its id: it is not read */
    EntryState state;
    char *title;            /* from ENTRY_HEADED on; the id where it is broken */
    Routine *routine;       /* ENTRY_LOADED */
    RoutineSummary summary; /* likewise */
    DiagnosticList diags;   /* from ENTRY_LOADED on: warnings, or what is broken */
    char *source;           /* the text the diags speak of; NULL without any, or where it could not be read */
    size_t source_length;
    FileStamp stamp; /* of the file when it was last read */
    uint64_t print;  /* and the fingerprint of its text; 0 where it never was */
} LibraryEntry;

/* An entry for a path, nothing read yet; the id is the file's name without its ending. All of it in the arena. */
LibraryEntry *library_entry_new(Arena *arena, const char *path, bool is_mine, bool is_moves);

/* Reads the file's text, again if need be; false with the reason in its diags. Warns of a name that is no id. */
bool library_entry_read(LibraryEntry *entry);

/* Takes a text (to be freed) instead of reading one, and keeps it. */
void library_entry_take(LibraryEntry *entry, char *text, size_t length);

/* The title, from the head of the text; NULL where it has none. In the arena. */
const char *library_entry_title(Arena *arena, const char *text, size_t length);

/* Makes it a broken one: another file in the folder has its id already. */
void library_entry_break(LibraryEntry *entry, const LibraryEntry *first);

/* Gives back text, problems and routine: the entry is as it was when it was found. */
void library_entry_clear(LibraryEntry *entry);

/* The same, but that the title stays until the file is read again, and so does a text that was taken. */
void library_entry_forget(LibraryEntry *entry);

/* Looks at the file again. True where its text is another than the one that was read: that is forgotten then. One that
 * was never read has not changed. */
bool library_entry_refresh(LibraryEntry *entry);

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
