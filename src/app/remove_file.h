/* SPDX-License-Identifier: MIT */
/* A routine file of one's own that is taken away: put aside, not lost, and brought back as it was; by `knead remove`,
 * and on the library screen as long as the app is open. */
#ifndef APP_REMOVE_FILE_H
#define APP_REMOVE_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "app/effects.h"
#include "routine/library.h"
#include "ui/screen.h"

/* What was taken away. Zeroed it is nothing. */
typedef struct RemovedFile {
    char *id, *title, *path; /* title: the id where it had none */
    char *aside;             /* where its text is now; NULL: it was a link that led nowhere */
    char *bytes;             /* the text itself; NULL likewise */
    size_t length;
    mode_t mode;
    char *link;      /* where the file led to, which stays; NULL: it was no link */
    char *instead;   /* the path of what now has the id; NULL: nothing has */
    bool is_shipped; /* and that came with knead */
} RemovedFile;

/* Takes the file of a routine, or of shared moves, out of one's own folder. False with *problem, one line to free(),
 * where it came with knead or lies elsewhere, or cannot be put aside first: then nothing has changed. */
bool remove_file_make(RemovedFile *removal, Library *library, LibraryEntry *entry, char **problem);

/* Puts the very same file back, and forgets what was put aside. False with *problem where anything else is there now,
 * or it cannot be written: then nothing has changed. */
bool remove_file_undo(const RemovedFile *removal, Library *library, char **problem);

void remove_file_release(RemovedFile *removal);

/* What the library screen asks for. */
void remove_file_entry(App *app, Request request);  /* value: an index in the library */
void remove_file_shared(App *app, Request request); /* value: an index among the shared moves: says where it stands */
void remove_file_undo_last(App *app, Request request); /* the one that went last */

/* Nothing can be brought back any more. */
void remove_file_forget_all(App *app);

#endif
