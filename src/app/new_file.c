/* SPDX-License-Identifier: MIT */
#include "app/new_file.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/folder.h"
#include "base/memory.h"
#include "base/path.h"
#include "routine/export.h"
#include "routine/template.h"

Original original_template(Library *library, const char *id, const char *title, const char *schema)
{
    Original original = {0};
    char *made = title ? NULL : template_title(id);
    original.bytes = template_new(title ? title : made, schema, library_move_ids(library), &original.line);
    original.length = strlen(original.bytes);
    free(made);
    return original;
}

/* One that was put together for the moment has a text, but no file. */
static FileResult read_entry(Original *original, const LibraryEntry *entry)
{
    if (!entry->is_text)
        return file_read(entry->path, ORIGINAL_LIMIT, &original->bytes, &original->length);
    original->bytes = memory_new(entry->source_length + 1);
    original->length = entry->source_length;
    memcpy(original->bytes, entry->source, entry->source_length);
    return FILE_READ;
}

bool original_file(Original *original, const LibraryEntry *entry, int32_t line, char **problem)
{
    const FileResult result = read_entry(original, entry);
    if (result != FILE_READ) {
        *problem = memory_print("cannot read %s: %s", entry->path,
                                result == FILE_TOO_LARGE ? "it is far too large for a routine" : strerror(errno));
        return false;
    }
    original->line = line > 0 ? line : template_title_line(original->bytes, original->length);
    return true;
}

static size_t lines_of(const char *text, size_t length)
{
    size_t lines = 0;
    for (size_t i = 0; i < length; i++)
        lines += text[i] == '\n';
    return lines;
}

bool original_shipped(Original *original, const LibraryEntry *entry, int32_t line, const char *schema, char **problem)
{
    Original source = {0};
    int32_t title_line;
    if (!original_file(&source, entry, line, problem))
        return false;
    original->bytes = template_copy(source.bytes, source.length, schema, &original->length, &title_line);
    /* Lines come and go at the top alone. */
    const int32_t more = (int32_t)lines_of(original->bytes, original->length) -
                         (int32_t)lines_of(source.bytes, source.length);
    original->line = source.line + more > 0 ? source.line + more : 1;
    free(source.bytes);
    return true;
}

static bool is_same_folder(const char *one, const char *other)
{
    struct stat first, second;
    return stat(one, &first) == 0 && stat(other, &second) == 0 && first.st_dev == second.st_dev &&
           first.st_ino == second.st_ino;
}

/* Whether it finds moves that are not found from one's own folder, or not first. */
static bool has_moves_beside(const Library *library, const LibraryEntry *entry)
{
    char *folder = path_folder(entry->path);
    bool has_own = !entry->is_text && folder_has_moves(entry->path);
    for (size_t i = 0; i < library_folder_count(library) && has_own; i++)
        has_own = !is_same_folder(folder, library_folder(library, i));
    free(folder);
    return has_own;
}

static bool uses_shared(const Item *items, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if ((items[i].move && items[i].move->use) || uses_shared(items[i].items, items[i].count))
            return true;
    return false;
}

static bool loads_here(Library *library, const Original *original)
{
    char *text = memory_new(original->length + 1);
    memcpy(text, original->bytes, original->length);
    return library_take_text(library, "a copy", text, original->length)->routine != NULL;
}

static void set_title(Original *original, const char *title)
{
    char *anew = title ? template_retitle(original->bytes, title) : NULL;
    if (!anew)
        return;
    free(original->bytes);
    original->bytes = anew;
    original->length = strlen(anew);
}

/* The text that stands alone instead, where that is what it needs. */
static bool settle(Original *original, Library *library, LibraryEntry *from, const char *schema, char **problem)
{
    const Routine *routine = from->routine;
    const bool is_elsewhere = has_moves_beside(library, from) && uses_shared(routine->items, routine->count);
    if (!is_elsewhere && loads_here(library, original))
        return true;
    char *alone = standalone_write(library, from, problem);
    if (!alone)
        return false;
    free(original->bytes);
    original->bytes = template_copy(alone, strlen(alone), schema, &original->length, &original->line);
    free(alone);
    return true;
}

bool original_copy(Original *original, Library *library, LibraryEntry *from, const char *title, const char *schema,
                   char **problem)
{
    library_load(library, from);
    if (!from->routine) {
        const char *first = diag_first(&from->diags);
        *problem = from->is_moves ? memory_print("%s holds shared moves, which are no routine to copy", from->path)
                                  : memory_print("%s has errors: %s", from->path, first ? first : "it is no routine");
        return false;
    }
    if (!original_shipped(original, from, 0, schema, problem))
        return false;
    if (!settle(original, library, from, schema, problem)) {
        free(original->bytes);
        return false;
    }
    set_title(original, title);
    return true;
}
