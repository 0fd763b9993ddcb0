/* SPDX-License-Identifier: MIT */
/* A routine file that its author has in the editor: where it is, what it was before, what is wrong with it afterwards,
 * and the ways on: back to the first problem, keep it as it is, or throw away what was written. Nothing that was written
 * is ever lost: what is thrown away is put aside, and said where. Knows no terminal; the commands `new` and `edit` and
 * the app stand on it. */
#ifndef APP_EDIT_FILE_H
#define APP_EDIT_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "routine/library.h"

/* Zeroed it is none. */
typedef struct EditFile {
    char *id, *path;
    bool is_new;  /* there was no such file before */
    bool is_copy; /* and it is one that came with the program, copied */
    char *before; /* the text that the editor found at first: of the file, the template or the copy */
    size_t before_length;
    char *text; /* the text as it was read last */
    size_t length;
    int32_t line; /* where the editor opens; after edit_file_read: the first problem's, else as before */
    char *note;   /* "... came with knead: copied to ...", "aside in ..."; NULL: nothing to say */
} EditFile;

/* A new routine of that id, written to its file: from the template, or a copy of `from` that keeps comments (NULL:
 * template; one that needs moves which are not found from there is written as stand-alone). `title` NULL: made from the
 * id; a copy then keeps its own. False with *problem, one line to free(), where the id is none or taken, `from` has
 * errors, or the file cannot be made. */
bool edit_file_new(EditFile *edit_file, Library *library, const char *id, const char *title, LibraryEntry *from,
                   const char *program_dir, char **problem);

/* The file of an entry at a line (0: the first problem's, else the title's). One that came with the program is copied to
 * one's own folder first; `note` says so. */
bool edit_file_edit(EditFile *edit_file, Library *library, LibraryEntry *entry, int32_t line, const char *program_dir,
                    char **problem);

/* The editor's arguments, to editor_free_command(). */
char **edit_file_command(const EditFile *edit_file);

/* Reads what the editor left. The entry, loaded or broken with its problems, is the library's; NULL with *problem where
 * the file is gone: it is then written again as it was last read, so that nothing is lost, or left gone if it was new
 * and nothing had been written into it. */
LibraryEntry *edit_file_read(EditFile *edit_file, Library *library, char **problem);

/* Whether anything was changed since the start, as it was read last. */
bool edit_file_is_changed(const EditFile *edit_file);

/* Writes another text into the file, for the editor to find; a `line` above 0 is where it opens then. False with
 * *problem, and nothing has changed. */
bool edit_file_put(EditFile *edit_file, Library *library, const char *text, int32_t line, char **problem);

/* Puts back what was there before; a new file goes away. What was written is put aside, `note` says where. False with
 * *problem where that cannot be done: then nothing was changed. */
bool edit_file_throw_away(EditFile *edit_file, Library *library, char **problem);

void edit_file_release(EditFile *edit_file);

#endif
