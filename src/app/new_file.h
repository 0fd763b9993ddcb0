/* SPDX-License-Identifier: MIT */
/* The text that a routine of one's own begins with: the template, or a copy of another routine. */
#ifndef APP_NEW_FILE_H
#define APP_NEW_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "routine/library.h"

enum { ORIGINAL_LIMIT = 1 << 26 }; /* bytes; far more than a routine may have, for an editor can make any file of one */

typedef struct NewFile {
    char *bytes; /* to free() */
    size_t length;
    int32_t line; /* the first one to change */
} NewFile;

/* `title` NULL: made from the id. `schema` is the path of the JSON Schema, or NULL. */
NewFile new_file_template(Library *library, const char *id, const char *title, const char *schema);

/* A copy that keeps every comment, for one's own folder; its title too where `title` is NULL. One that would not load
 * there, or be another routine with the moves that are found from there, is written to stand alone. False with *problem
 * where it cannot be read or has errors. */
bool new_file_copy(NewFile *new_file, Library *library, LibraryEntry *from, const char *title, const char *schema,
                   char **problem);

/* The same, line by line, of one that came with the program. `line` is one of its lines, which the editor wants in the
 * copy; 0: the title's. */
bool new_file_shipped(NewFile *new_file, const LibraryEntry *entry, int32_t line, const char *schema, char **problem);

/* The text of a file as it is. */
bool new_file_file(NewFile *new_file, const LibraryEntry *entry, int32_t line, char **problem);

#endif
