/* SPDX-License-Identifier: MIT */
/* The person's own routine files: the text that a new one begins with (the template or a copy), where it is written,
 * and where text that is thrown away is saved. */
#ifndef APP_USER_FILE_H
#define APP_USER_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/file.h"
#include "routine/library.h"

enum { USER_FILE_LIMIT = 1 << 26 }; /* bytes; far above a routine's limit, since an editor can leave any file */

typedef struct UserFile {
    char *bytes; /* to free() */
    size_t length;
    int32_t line; /* where the editor opens */
} UserFile;

/* `title` NULL: made from the id. `schema` is the path of the JSON Schema, or NULL. */
UserFile user_file_template(Library *library, const char *id, const char *title, const char *schema);

/* A copy of a routine for the person's own folder, with every comment; with its title too if `title` is NULL. If the
 * copy would not load there, or would use other shared moves there, it is written as stand-alone. False with *problem
 * if the routine cannot be read or has errors. */
bool user_file_copy(UserFile *file, Library *library, LibraryEntry *from, const char *title, const char *schema,
                    char **problem);

/* A line-by-line copy of a routine that came with knead. `line` is a line of the original (0: that of the title);
 * file->line is where that line is in the copy. False with *problem if it cannot be read. */
bool user_file_shipped(UserFile *file, const LibraryEntry *entry, int32_t line, const char *schema, char **problem);

/* Why file_read has failed. Call it right after file_read: it uses errno. */
const char *user_file_unread(FileResult result);

/* The text of the file of an entry, unchanged; `line` as above. False with *problem if it cannot be read. */
bool user_file_file(UserFile *file, const LibraryEntry *entry, int32_t line, char **problem);

/* Whether a text is a valid id. If not, *problem says what an id is and suggests one. */
bool user_file_is_id(const char *text, char **problem);

/* The path that a routine with that id has, or would have, in the person's own folder: that of `--routines`, else the
 * one below $XDG_CONFIG_HOME. To free(). NULL with *problem if no such folder is known. */
char *user_file_path(const Library *library, const char *id, char **problem);

/* Whether the id is taken: by a file in the person's own folder, or by a routine that a new file would hide. */
bool user_file_is_taken(const Library *library, const char *id);

/* Creates a file, and its folder if needed. The file is written completely or not at all, and never replaces another
 * (errno EEXIST). */
bool user_file_create(const char *path, const char *text, size_t length);

/* "cannot write PATH: why; what to do", for the errno of a failed write. To free(). */
char *user_file_trouble(const char *path, int why);

/* Saves a text as a routine of the person's own, under that id or, if it is taken, under the id with -2, -3 and so on;
 * creates the folder. Returns the path, to free(). NULL with *problem, one line, to free(). */
char *user_file_save(const Library *library, const char *id, const char *text, char **problem);

/* Saves a text that is thrown away in a new file below $XDG_DATA_HOME/knead/thrown-away, named after the id and the
 * time. It never replaces a file, and the text is on the disk when this returns. Returns the path, to free(). NULL with
 * *why, a phrase, to free(). */
char *user_file_put_aside(const char *id, const char *text, size_t length, char **why);

#endif
