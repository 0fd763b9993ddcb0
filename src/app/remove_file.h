/* SPDX-License-Identifier: MIT */
/* Removing a routine file of the person's own. The text is saved elsewhere first, so it is not lost, and the file can
 * be put back. For `knead remove`, and for the library screen, which can put it back while the app is open. */
#ifndef APP_REMOVE_FILE_H
#define APP_REMOVE_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "app/effects.h"
#include "routine/library.h"
#include "ui/screen.h"

/* A file that was removed. All zero: none. */
typedef struct RemovedFile {
    char *id, *title, *path; /* title: the id where it had none */
    char *aside;             /* where its text was saved; NULL: it was a link that led nowhere */
    char *bytes;             /* the text itself; NULL in the same case */
    size_t length;
    mode_t mode;
    char *link;      /* target, if the file was a symbolic link; NULL: it was not */
    char *instead;   /* the path of the file that has the id now; NULL: none */
    bool is_shipped; /* that file came with knead */
} RemovedFile;

/* Removes the file of a routine, or of shared moves, from the person's own folder. False if it came with knead, lies
 * elsewhere, or cannot be saved first; then nothing has changed, and *problem is one line, to free(). */
bool remove_file_make(RemovedFile *file, Library *library, LibraryEntry *entry, char **problem);

/* Puts the same file back and deletes the saved text. False with *problem if another file is there now, or it cannot be
 * written; then nothing has changed. */
bool remove_file_undo(const RemovedFile *file, Library *library, char **problem);

void remove_file_release(RemovedFile *file);

/* Handlers for the requests of the library screen. */
void remove_file_entry(App *app, Request request);  /* value: an index in the library */
void remove_file_shared(App *app, Request request); /* value: a shared move's index; deletes nothing, only says where */
void remove_file_undo_last(App *app, Request request); /* puts back the one that was removed last */

/* Forgets all removed files: none can be put back any more. */
void remove_file_forget_all(App *app);

#endif
