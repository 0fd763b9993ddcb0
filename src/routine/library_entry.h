/* SPDX-License-Identifier: MIT */
/* One file: a routine, shared moves, positions, or a programme. Found by its name, read and checked when it is needed,
 * read again when it has changed. Once found, an entry lives as long as its arena; it is marked when its file
 * disappears and used again when the file comes back. */
#ifndef ROUTINE_LIBRARY_ENTRY_H
#define ROUTINE_LIBRARY_ENTRY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/diagnostic.h"
#include "base/file.h"
#include "routine/model.h"
#include "routine/programme.h"
#include "routine/summary.h"
#include "yaml/node.h"

/* What a file is, which its folder tells. */
typedef enum EntryKind {
    ENTRY_IS_ROUTINE,
    ENTRY_IS_MOVES,
    ENTRY_IS_POSITIONS,
    ENTRY_IS_PROGRAMME,
    ENTRY_KIND_COUNT
} EntryKind;

typedef enum EntryState { ENTRY_FOUND, ENTRY_HEADED, ENTRY_LOADED, ENTRY_BROKEN } EntryState;

typedef struct LibraryEntry {
    char *id, *path;
    const char *folder; /* the path of its EntryFolder; NULL if it is in none */
    bool is_mine;
    EntryKind kind; /* of all but a routine .routine stays NULL */
    bool is_text;   /* a text given by library_entry_take, not a file */
    bool is_read;   /* its text was asked for */
    bool is_gone;   /* its file has disappeared from the folder; the entry is not listed */
    bool is_double; /* another file in the same folder has its id; this one is not read */
    EntryState state;
    char *title;            /* from ENTRY_HEADED on; the id if the file is broken */
    Routine *routine;       /* ENTRY_LOADED only */
    Programme *programme;   /* likewise, of a programme */
    RoutineSummary summary; /* likewise */
    DiagnosticList diags;   /* from ENTRY_LOADED on: the warnings, or what is broken */
    char *source;           /* of definitions, or the one that diags refer to; NULL: none, or unreadable */
    size_t source_length;
    FileStamp stamp; /* of the file when it was last read */
    uint64_t print;  /* hash of the text that was last read; 0: never read */
    bool is_parsed;
    const Node *definitions; /* the map of shared moves or positions, once parsed; NULL if there is none */
} LibraryEntry;

/* Makes an entry for a path; reads nothing yet. The id is the file name without .yaml or .yml. Entry and strings are in
 * the arena; what is read later is freed by library_entry_clear. */
LibraryEntry *library_entry_new(Arena *arena, const char *path, bool is_mine, EntryKind kind);

/* The folder beside the routines in which files of a kind are, and the key of the map in them; "" for a routine. */
const char *entry_kind_folder(EntryKind kind);

/* What a file of a kind contains, as messages say it: "a routine", "shared moves", "positions". */
const char *entry_kind_noun(EntryKind kind);

/* The kind of a file, from the name of the folder that it is in. */
EntryKind entry_kind_of(const char *path);

/* Reads the text of the file, once until it is forgotten. False with the reason in entry->diags. Warns if the file
 * name is no valid id. */
bool library_entry_read(LibraryEntry *entry);

/* The text of an entry, to free(): of its file as it is on disk now, or the text it was made from. NULL if the file
 * cannot be read. */
char *library_entry_text(const LibraryEntry *entry, size_t *length);

/* Uses a text instead of reading a file. Takes ownership of `text`, which must come from malloc(). */
void library_entry_take(LibraryEntry *entry, char *text, size_t length);

/* Marks the entry as broken because `first`, a file in the same folder, already has its id. */
void library_entry_break(LibraryEntry *entry, const LibraryEntry *first);

/* Frees text, title, problems and routine. The entry is then ENTRY_FOUND, as it was before it was read. */
void library_entry_clear(LibraryEntry *entry);

/* The same, but keeps the title until the file is read again, and keeps a text given by library_entry_take. */
void library_entry_forget(LibraryEntry *entry);

/* Checks whether the text of the file has changed since it was read. If so, forgets what was read and returns true. A
 * file that was never read counts as unchanged. */
bool library_entry_refresh(LibraryEntry *entry);

/* The files of one folder, including those that have disappeared. */
typedef struct EntryFolder {
    const char *path;
    bool is_mine;
    EntryKind kind;
    LibraryEntry **files; /* sorted by name */
    size_t count;
} EntryFolder;

/* Reads the names in the folder; entries of new files are in the arena. True if any file came or went. A folder that
 * does not exist has no files; one that cannot be read now keeps those it had. *unread is set for both, with errno. */
bool entry_folder_scan(EntryFolder *folder, Arena *arena, bool *unread);

void entry_folder_release(EntryFolder *folder);

#endif
