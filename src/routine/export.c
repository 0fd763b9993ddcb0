/* SPDX-License-Identifier: MIT */
#include "routine/export.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/memory.h"
#include "routine/compare.h"
#include "routine/move_source.h"
#include "routine/rewrite.h"
#include "routine/routine.h"
#include "routine/template.h"
#include "routine/unfold.h"
#include "yaml/document.h"

static const char mark_of_order[] = "\xEF\xBB\xBF";

/* The file's text without the line that names a schema on its author's machine; NULL where it cannot be read. */
static char *read_text(const LibraryEntry *entry, size_t *length)
{
    char *read = NULL;
    const char *source = entry->source;
    *length = entry->source_length;
    if (!source && !entry->is_text && file_read(entry->path, DOCUMENT_LIMIT, &read, length) == FILE_READ)
        source = read;
    if (!source)
        return NULL;
    int32_t line;
    const bool has_mark = *length >= 3 && memcmp(source, mark_of_order, 3) == 0;
    char *text = template_copy(source + (has_mark ? 3 : 0), *length - (has_mark ? 3 : 0), NULL, length, &line);
    free(read);
    return text;
}

/* Whether a text means the same without any other file. */
static bool stands_alone(const char *text, size_t length, const Routine *routine)
{
    DiagnosticList diags = {0};
    Routine *read = routine_parse(text, length, routine->id, NULL, &diags);
    const bool is_same = read && compare_routines(read, routine);
    routine_free(read);
    diagnostic_release(&diags);
    return is_same;
}

/* Line by line; where that cannot be, or does not mean the same, all of it anew. NULL where neither does. */
static char *write_out(const char *text, size_t length, const Routine *routine, MoveSourceList *origins)
{
    Arena tree = {0};
    DiagnosticList ignored = {0};
    LineList lines = {0};
    Text written = {0};
    const Node *root = document_parse(&tree, text, length, &ignored);
    const bool is_plain = lines_split(text, length, &lines);
    if (!is_plain)
        lines_release(&lines);
    bool is_good = root && is_plain && unfold_text(&written, &lines, root, routine, origins) &&
                   stands_alone(text_show(&written), written.length, routine);
    if (root && !is_good) {
        text_clear(&written);
        is_good = rewrite_routine(&written, &lines, root, routine, origins) &&
                  stands_alone(text_show(&written), written.length, routine);
    }
    lines_release(&lines);
    arena_release(&tree);
    diagnostic_release(&ignored);
    if (is_good)
        return text_detach(&written);
    text_release(&written);
    return NULL;
}

/* The file's own routine as it is now: its tree and the text then have one shape. */
static char *write_checked(const char *text, size_t length, LibraryEntry *entry, MoveSourceList *origins)
{
    DiagnosticList ignored = {0};
    const MoveLookup source = move_source_lookup(origins);
    Routine *routine = routine_parse(text, length, entry->id, &source, &ignored);
    char *written = NULL;
    if (routine && compare_routines(routine, entry->routine))
        written = write_out(text, length, routine, origins);
    routine_free(routine);
    diagnostic_release(&ignored);
    return written;
}

char *export_routine(Library *library, LibraryEntry *entry, char **problem)
{
    library_load(library, entry);
    if (!entry->routine) {
        *problem = memory_print("%s has errors; `knead check` shows them", entry->path);
        return NULL;
    }
    size_t length = 0;
    char *text = read_text(entry, &length);
    if (!text) {
        *problem = memory_print("%s cannot be read any more", entry->path);
        return NULL;
    }
    MoveSourceList *origins = move_source_open(library, entry);
    char *written = write_checked(text, length, entry, origins);
    if (!written)
        *problem = memory_print("%s could not be written as one file that means the same; send it together with its "
                                "folder of moves",
                                entry->path);
    move_source_close(origins);
    free(text);
    return written;
}
