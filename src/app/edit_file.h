/* SPDX-License-Identifier: MIT */
/* A routine file that is open in the editor: where it is, its text before, and its problems afterwards. Then the file
 * can be opened again at the first problem, kept as it is, or put back to the text before. Text is never lost: what is
 * thrown away is saved in another file, and the person is told where. Uses no terminal. The app and the commands `new`
 * and `edit` use it. */
#ifndef APP_EDIT_FILE_H
#define APP_EDIT_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "routine/library.h"

/* All zero: no file. */
typedef struct EditFile {
    char *id, *path;
    bool is_new;  /* there was no such file before */
    bool is_copy; /* and it is a copy of one that came with knead */
    char *before; /* the text when editing began: of the file, the template or the copy */
    size_t before_length;
    char *text; /* the text as it was read last */
    size_t length;
    int32_t line; /* where the editor opens; after edit_file_read: the first problem's, else as before */
    char *note;   /* what to tell the person, such as where a copy or old text is; NULL: nothing */
} EditFile;

/* Makes the file of a new routine with that id: from the template if `from` is NULL, else as a copy of `from` that
 * keeps comments. A copy that would not find its shared moves in the new place is written as stand-alone. `title` NULL:
 * made from the id; a copy keeps its own. False if the id is not valid or is taken, `from` has errors, or the file
 * cannot be made; *problem is then one line, to free(). */
bool edit_file_new(EditFile *edit_file, Library *library, const char *id, const char *title, LibraryEntry *from,
                   const char *program_dir, char **problem);

/* Begins to edit the file of an entry, at a line (0: that of the first problem, else of the title). A routine that came
 * with knead is first copied to the person's own folder, and `note` says so. False with *problem, as above. */
bool edit_file_edit(EditFile *edit_file, Library *library, LibraryEntry *entry, int32_t line, const char *program_dir,
                    char **problem);

/* The arguments of the editor, to free with editor_free_command(). */
char **edit_file_command(const EditFile *edit_file);

/* Reads what the editor has left. Returns the library's entry, loaded or broken with its problems. NULL with *problem
 * if the file cannot be read or is gone. A file that is gone is written again with the text that was read last; a new
 * one that was never changed stays gone. */
LibraryEntry *edit_file_read(EditFile *edit_file, Library *library, char **problem);

/* Whether the text that was read last differs from the text when editing began. */
bool edit_file_is_changed(const EditFile *edit_file);

/* Writes another text into the file before the editor opens; it opens at `line`, if that is above 0. If it fails: false
 * with *problem, and nothing has changed. */
bool edit_file_put(EditFile *edit_file, Library *library, const char *text, int32_t line, char **problem);

/* Puts the text from before back; a new file is deleted. The text that was written is saved in another file, and `note`
 * says where. If it fails: false with *problem, and nothing has changed. */
bool edit_file_throw_away(EditFile *edit_file, Library *library, char **problem);

void edit_file_release(EditFile *edit_file);

#endif
