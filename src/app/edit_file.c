/* SPDX-License-Identifier: MIT */
/* How nothing is lost, whenever this program or the machine ends: while the editor has the file, only the editor writes
 * there. Before that and afterwards a file is written whole, beside its place, and then put there (file_write). What is
 * thrown away is on the disk in its own file before the old text is put back or a new file goes. */
#include "app/edit_file.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/new_file.h"
#include "app/own.h"
#include "app/thrown.h"
#include "base/file.h"
#include "base/folder.h"
#include "base/memory.h"
#include "base/path.h"
#include "platform/editor.h"

void manuscript_release(Manuscript *manuscript)
{
    free(manuscript->id);
    free(manuscript->path);
    free(manuscript->before);
    free(manuscript->text);
    free(manuscript->note);
    *manuscript = (Manuscript){0};
}

static void set_text(Manuscript *manuscript, const char *text, size_t length)
{
    char *copy = memory_new(length + 1);
    memcpy(copy, text, length);
    free(manuscript->text);
    manuscript->text = copy;
    manuscript->length = length;
}

/* From here on the editor may have it. */
static void begin(Manuscript *manuscript, const char *id, const char *path, const Original *text)
{
    manuscript->id = memory_copy_text(id);
    manuscript->path = memory_copy_text(path);
    manuscript->before = text->bytes;
    manuscript->before_length = text->length;
    manuscript->line = text->line;
    set_text(manuscript, text->bytes, text->length);
}

/* Makes the file of a new one and begins it. Owns the text. */
static bool begin_new(Manuscript *manuscript, Library *library, const char *id, const Original *text, char **problem)
{
    char *path = own_path(library, id, problem);
    const bool is_made = path && own_create(path, text->bytes, text->length);
    if (is_made) {
        begin(manuscript, id, path, text);
        manuscript->is_new = true;
        library_refresh(library, NULL);
    } else {
        if (path)
            *problem = own_trouble(path, errno);
        free(text->bytes);
    }
    free(path);
    return is_made;
}

bool manuscript_new(Manuscript *manuscript, Library *library, const char *id, const char *title, LibraryEntry *from,
                    const char *program_dir, char **problem)
{
    *manuscript = (Manuscript){0};
    if (!own_is_id(id, problem))
        return false;
    if (own_is_taken(library, id)) {
        *problem = memory_print("there is a routine '%s' already; to change it: knead edit %s", id, id);
        return false;
    }
    Original text = {0};
    char *schema = folder_schema(program_dir, "routine");
    bool has_text = true;
    if (from)
        has_text = original_copy(&text, library, from, title, schema, problem);
    else
        text = original_template(library, id, title, schema);
    free(schema);
    return has_text && begin_new(manuscript, library, id, &text, problem);
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

static bool edit_copy(Manuscript *manuscript, Library *library, const LibraryEntry *entry, int32_t line,
                      const char *program_dir, char **problem)
{
    Original text = {0};
    char *schema = folder_schema(program_dir, "routine");
    const bool is_begun = original_shipped(&text, entry, line, schema, problem) &&
                          begin_new(manuscript, library, entry->id, &text, problem);
    free(schema);
    if (!is_begun)
        return false;
    manuscript->is_copy = true;
    manuscript->note = memory_print("%s came with knead: copied to %s", entry->id, manuscript->path);
    return true;
}

bool manuscript_edit(Manuscript *manuscript, Library *library, LibraryEntry *entry, int32_t line,
                     const char *program_dir, char **problem)
{
    *manuscript = (Manuscript){0};
    library_load(library, entry);
    if (entry->is_text) {
        *problem = memory_print("%s was put together for the moment: there is no file of it to edit", entry->title);
        return false;
    }
    if (line <= 0)
        line = problem_line(entry);
    if (!entry->is_mine && !entry->is_moves)
        return edit_copy(manuscript, library, entry, line, program_dir, problem);
    Original text = {0};
    if (!original_file(&text, entry, line, problem))
        return false;
    begin(manuscript, entry->id, entry->path, &text);
    return true;
}

char **manuscript_command(const Manuscript *manuscript)
{
    return editor_command(manuscript->path, manuscript->line);
}

/* A file that is gone is there again, but for a new one into which nothing was written. Always NULL, so that a failure
 * is one line. */
static LibraryEntry *is_gone(Manuscript *manuscript, Library *library, char **problem)
{
    if (manuscript->is_new && !manuscript_is_changed(manuscript))
        *problem = memory_print("%s is gone; nothing is kept of it", manuscript->path);
    else if (own_create(manuscript->path, manuscript->text, manuscript->length))
        *problem = memory_print("%s was gone; it was written again as it was last read", manuscript->path);
    else
        *problem = own_trouble(manuscript->path, errno);
    library_refresh(library, NULL);
    return NULL;
}

/* What the editor has left, as it stands on the disk; where it cannot be read, the text stays what it was. */
static FileResult read_text(Manuscript *manuscript)
{
    char *text;
    size_t length;
    const FileResult result = file_read(manuscript->path, ORIGINAL_LIMIT, &text, &length);
    if (result != FILE_READ)
        return result;
    free(manuscript->text);
    manuscript->text = text;
    manuscript->length = length;
    return FILE_READ;
}

LibraryEntry *manuscript_read(Manuscript *manuscript, Library *library, char **problem)
{
    const FileResult result = read_text(manuscript);
    if (result == FILE_MISSING)
        return is_gone(manuscript, library, problem);
    if (result != FILE_READ) {
        *problem = memory_print("cannot read %s: %s", manuscript->path,
                                result == FILE_TOO_LARGE ? "it is far too large for a routine" : strerror(errno));
        return NULL;
    }
    library_refresh(library, NULL);
    LibraryEntry *entry = library_find(library, manuscript->path, problem);
    if (!entry)
        return NULL;
    library_reload(library, entry);
    const int32_t line = problem_line(entry);
    if (line > 0)
        manuscript->line = line;
    return entry;
}

bool manuscript_put(Manuscript *manuscript, Library *library, const char *text, int32_t line, char **problem)
{
    const size_t length = strlen(text);
    if (!file_write(manuscript->path, text, length)) {
        *problem = own_trouble(manuscript->path, errno);
        return false;
    }
    set_text(manuscript, text, length);
    if (line > 0)
        manuscript->line = line;
    library_refresh(library, NULL);
    return true;
}

bool manuscript_is_changed(const Manuscript *manuscript)
{
    return manuscript->length != manuscript->before_length ||
           memcmp(manuscript->text, manuscript->before, manuscript->length) != 0;
}

/* The path that the text was put aside at, to free(); NULL with *problem. */
static char *put_aside(const Manuscript *manuscript, char **problem)
{
    char *why = NULL, *path = thrown_put(manuscript->id, manuscript->text, manuscript->length, &why);
    if (!path)
        *problem = memory_print("what you wrote cannot be put aside, so it stays in %s: %s", manuscript->path, why);
    free(why);
    return path;
}

static bool put_back(const Manuscript *manuscript, bool is_as_before, char **problem)
{
    if (is_as_before && !manuscript->is_new)
        return true;
    const bool is_back = manuscript->is_new
                             ? unlink(manuscript->path) == 0 || errno == ENOENT
                             : file_write(manuscript->path, manuscript->before, manuscript->before_length);
    if (!is_back)
        *problem = own_trouble(manuscript->path, errno);
    return is_back;
}

bool manuscript_throw_away(Manuscript *manuscript, Library *library, char **problem)
{
    const FileResult result = read_text(manuscript); /* it may be newer than what was looked at */
    if (result != FILE_READ && result != FILE_MISSING) {
        *problem = memory_print("cannot read %s, so it stays as it is", manuscript->path);
        return false;
    }
    char *aside = NULL;
    const bool is_changed = manuscript_is_changed(manuscript);
    if (is_changed) {
        aside = put_aside(manuscript, problem);
        if (!aside)
            return false;
    }
    if (!put_back(manuscript, !is_changed && result == FILE_READ, problem)) {
        if (aside)
            unlink(aside);
        free(aside);
        return false;
    }
    free(manuscript->note);
    manuscript->note = aside ? memory_print("what you wrote was put aside in %s", aside) : NULL;
    free(aside);
    library_refresh(library, NULL);
    return true;
}
