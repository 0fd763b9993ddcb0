/* SPDX-License-Identifier: MIT */
/* How nothing is lost, whenever this program or the machine ends: while the editor has the file, only the editor writes
 * there. Before that and afterwards a file is written whole, beside its place, and then put there (file_write). What is
 * thrown away is on the disk in its own file before the old text is put back or a new file goes. */
#include "app/edit_file.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/user_file.h"
#include "base/file.h"
#include "base/folder.h"
#include "base/memory.h"
#include "base/path.h"
#include "platform/editor.h"

void edit_file_release(EditFile *edit_file)
{
    free(edit_file->id);
    free(edit_file->path);
    free(edit_file->before);
    free(edit_file->text);
    free(edit_file->note);
    *edit_file = (EditFile){0};
}

static void set_text(EditFile *edit_file, const char *text, size_t length)
{
    char *copy = memory_new(length + 1);
    memcpy(copy, text, length);
    free(edit_file->text);
    edit_file->text = copy;
    edit_file->length = length;
}

/* From here on the editor may have it. */
static void begin(EditFile *edit_file, const char *id, const char *path, const UserFile *text)
{
    edit_file->id = memory_copy_text(id);
    edit_file->path = memory_copy_text(path);
    edit_file->before = text->bytes;
    edit_file->before_length = text->length;
    edit_file->line = text->line;
    set_text(edit_file, text->bytes, text->length);
}

/* Makes the file of a new one and begins it. Owns the text. */
static bool begin_new(EditFile *edit_file, Library *library, const char *id, const UserFile *text, char **problem)
{
    char *path = user_file_path(library, id, problem);
    const bool is_made = path && user_file_create(path, text->bytes, text->length);
    if (is_made) {
        begin(edit_file, id, path, text);
        edit_file->is_new = true;
        library_refresh(library, NULL);
    } else {
        if (path)
            *problem = user_file_trouble(path, errno);
        free(text->bytes);
    }
    free(path);
    return is_made;
}

bool edit_file_new(EditFile *edit_file, Library *library, const char *id, const char *title, LibraryEntry *from,
                   const char *program_dir, char **problem)
{
    *edit_file = (EditFile){0};
    if (!user_file_is_id(id, problem))
        return false;
    if (user_file_is_taken(library, id)) {
        *problem = memory_print("you already have a routine '%s'; to change it: knead edit %s", id, id);
        return false;
    }
    UserFile text = {0};
    char *schema = folder_schema(program_dir, "routine");
    bool has_text = true;
    if (from)
        has_text = user_file_copy(&text, library, from, title, schema, problem);
    else
        text = user_file_template(library, id, title, schema);
    free(schema);
    return has_text && begin_new(edit_file, library, id, &text, problem);
}

/* The first error with a place, else the first warning; 0 where there is none. */
static int32_t problem_line(const LibraryEntry *entry)
{
    for (int severity = SEVERITY_ERROR; severity <= SEVERITY_WARNING; severity++)
        for (size_t i = 0; i < entry->diags.count; i++)
            if ((int)entry->diags.items[i].severity == severity && entry->diags.items[i].mark.line > 0)
                return (int32_t)entry->diags.items[i].mark.line;
    return 0;
}

static bool edit_copy(EditFile *edit_file, Library *library, const LibraryEntry *entry, int32_t line,
                      const char *program_dir, char **problem)
{
    UserFile text = {0};
    char *schema = folder_schema(program_dir, "routine");
    const bool is_begun = user_file_shipped(&text, entry, line, schema, problem) &&
                          begin_new(edit_file, library, entry->id, &text, problem);
    free(schema);
    if (!is_begun)
        return false;
    edit_file->is_copy = true;
    edit_file->note = memory_print("%s came with knead: copied to %s", entry->id, edit_file->path);
    return true;
}

bool edit_file_edit(EditFile *edit_file, Library *library, LibraryEntry *entry, int32_t line, const char *program_dir,
                    char **problem)
{
    *edit_file = (EditFile){0};
    library_load(library, entry);
    if (entry->is_text) {
        *problem = memory_print("%s is not saved: it has no file to edit", entry->title);
        return false;
    }
    if (line <= 0)
        line = problem_line(entry);
    if (!entry->is_mine && entry->kind == ENTRY_IS_ROUTINE)
        return edit_copy(edit_file, library, entry, line, program_dir, problem);
    UserFile text = {0};
    if (!user_file_file(&text, entry, line, problem))
        return false;
    begin(edit_file, entry->id, entry->path, &text);
    return true;
}

char **edit_file_command(const EditFile *edit_file)
{
    return editor_command(edit_file->path, edit_file->line);
}

/* A file that is gone is there again, but for a new one into which nothing was written. Always NULL, so that a failure
 * is one line. */
static LibraryEntry *is_gone(EditFile *edit_file, Library *library, char **problem)
{
    if (edit_file->is_new && !edit_file_is_changed(edit_file))
        *problem = memory_print("%s was deleted", edit_file->path);
    else if (user_file_create(edit_file->path, edit_file->text, edit_file->length))
        *problem = memory_print("%s was missing; knead wrote it again as it last read it", edit_file->path);
    else
        *problem = user_file_trouble(edit_file->path, errno);
    library_refresh(library, NULL);
    return NULL;
}

/* What the editor has left, as it stands on the disk; where it cannot be read, the text stays what it was. */
static FileResult read_text(EditFile *edit_file)
{
    char *text;
    size_t length;
    const FileResult result = file_read(edit_file->path, USER_FILE_LIMIT, &text, &length);
    if (result != FILE_READ)
        return result;
    free(edit_file->text);
    edit_file->text = text;
    edit_file->length = length;
    return FILE_READ;
}

LibraryEntry *edit_file_read(EditFile *edit_file, Library *library, char **problem)
{
    const FileResult result = read_text(edit_file);
    if (result == FILE_MISSING)
        return is_gone(edit_file, library, problem);
    if (result != FILE_READ) {
        *problem = memory_print("cannot read %s: %s", edit_file->path, user_file_unread(result));
        return NULL;
    }
    library_refresh(library, NULL);
    LibraryEntry *entry = library_find(library, edit_file->path, problem);
    if (!entry)
        return NULL;
    library_reload(library, entry);
    const int32_t line = problem_line(entry);
    if (line > 0)
        edit_file->line = line;
    return entry;
}

bool edit_file_put(EditFile *edit_file, Library *library, const char *text, int32_t line, char **problem)
{
    const size_t length = strlen(text);
    if (!file_write(edit_file->path, text, length)) {
        *problem = user_file_trouble(edit_file->path, errno);
        return false;
    }
    set_text(edit_file, text, length);
    if (line > 0)
        edit_file->line = line;
    library_refresh(library, NULL);
    return true;
}

bool edit_file_is_changed(const EditFile *edit_file)
{
    return edit_file->length != edit_file->before_length ||
           memcmp(edit_file->text, edit_file->before, edit_file->length) != 0;
}

/* The path that the text was put aside at, to free(); NULL with *problem. */
static char *put_aside(const EditFile *edit_file, char **problem)
{
    char *why = NULL, *path = user_file_put_aside(edit_file->id, edit_file->text, edit_file->length, &why);
    if (!path)
        *problem = memory_print("cannot back up your text, so it stays in %s: %s", edit_file->path, why);
    free(why);
    return path;
}

static bool put_back(const EditFile *edit_file, bool is_as_before, char **problem)
{
    if (is_as_before && !edit_file->is_new)
        return true;
    const bool is_back = edit_file->is_new ? unlink(edit_file->path) == 0 || errno == ENOENT
                                           : file_write(edit_file->path, edit_file->before, edit_file->before_length);
    if (!is_back)
        *problem = user_file_trouble(edit_file->path, errno);
    return is_back;
}

bool edit_file_throw_away(EditFile *edit_file, Library *library, char **problem)
{
    const FileResult result = read_text(edit_file); /* it may be newer than what was looked at */
    if (result != FILE_READ && result != FILE_MISSING) {
        *problem = memory_print("cannot read %s, so it was not changed", edit_file->path);
        return false;
    }
    char *aside = NULL;
    const bool is_changed = edit_file_is_changed(edit_file);
    if (is_changed) {
        aside = put_aside(edit_file, problem);
        if (!aside)
            return false;
    }
    if (!put_back(edit_file, !is_changed && result == FILE_READ, problem)) {
        if (aside)
            unlink(aside);
        free(aside);
        return false;
    }
    free(edit_file->note);
    edit_file->note = aside ? memory_print("your text is backed up in %s", aside) : NULL;
    free(aside);
    library_refresh(library, NULL);
    return true;
}
