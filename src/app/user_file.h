/* SPDX-License-Identifier: MIT */
/* A person's own files: the text that a routine begins with, the template or a copy of another; where it is written;
 * and where it is put when it is thrown away. */
#ifndef APP_USER_FILE_H
#define APP_USER_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/file.h"
#include "routine/library.h"

enum { ORIGINAL_LIMIT = 1 << 26 }; /* bytes; far more than a routine may have, for an editor can make any file of one */

typedef struct UserFile {
    char *bytes; /* to free() */
    size_t length;
    int32_t line; /* the first one to change */
} UserFile;

/* `title` NULL: made from the id. `schema` is the path of the JSON Schema, or NULL. */
UserFile user_file_template(Library *library, const char *id, const char *title, const char *schema);

/* A copy that keeps every comment, for one's own folder; its title too where `title` is NULL. One that would not load
 * there, or be another routine with the moves that are found from there, is written to stand alone. False with *problem
 * where it cannot be read or has errors. */
bool user_file_copy(UserFile *new_file, Library *library, LibraryEntry *from, const char *title, const char *schema,
                    char **problem);

/* The same, line by line, of one that came with the program. `line` is one of its lines, which the editor wants in the
 * copy; 0: the title's. */
bool user_file_shipped(UserFile *new_file, const LibraryEntry *entry, int32_t line, const char *schema, char **problem);

/* Why file_read, which has just failed, could not read it. */
const char *user_file_unread(FileResult result);

/* The text of a file as it is. */
bool user_file_file(UserFile *new_file, const LibraryEntry *entry, int32_t line, char **problem);

/* Whether a text is an id; where not, *problem says what one is, and proposes one. */
bool user_file_is_id(const char *text, char **problem);

/* The path that a routine of that id has, or would have, in the person's own folder: the one of `--routines`, else the
 * one below $XDG_CONFIG_HOME. To free(); NULL with *problem where nobody says where that is. */
char *user_file_path(const Library *library, const char *id, char **problem);

/* Whether a file there has that id already, or a routine that would be hidden behind one. */
bool user_file_is_taken(const Library *library, const char *id);

/* Writes a file that was not there, and its folder; whole or not at all, and never over another (errno EEXIST). */
bool user_file_create(const char *path, const char *text, size_t length);

/* "cannot write PATH: why; what to do", for the errno of a failed write. To free(). */
char *user_file_trouble(const char *path, int why);

/* Keeps a text as a routine of one's own, by that id or, where the id is taken, by the same with -2 and so on; makes
 * the folder. Returns the path, to free(); NULL with *problem, one line to free(). */
char *user_file_save(const Library *library, const char *id, const char *text, char **problem);

/* Puts a text that is thrown away aside, on the disk before it returns: below $XDG_DATA_HOME/knead/thrown-away, in a
 * file of its own, named for what it was and when it went, never over another. The path, to free(); NULL with *why,
 * half a line to free(). */
char *user_file_put_aside(const char *id, const char *text, size_t length, char **why);

#endif
