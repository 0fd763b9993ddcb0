/* SPDX-License-Identifier: MIT */
#include "routine/export_programme.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "routine/export.h"
#include "routine/fields.h"
#include "routine/template.h"
#include "yaml/document.h"
#include "yaml/emit.h"

enum { STEP = 2 };

/* The lines of a file, further in; those with nothing in them stay so. */
static void add_indented(Text *into, const char *text, size_t indent)
{
    for (const char *line = text; *line;) {
        const size_t length = strcspn(line, "\n");
        if (length > 0)
            text_add_repeated(into, ' ', indent);
        text_add_span(into, line, length);
        text_add_char(into, '\n');
        line += length + (line[length] == '\n');
    }
}

/* Everything but the routines: as it is written where there are none in it, else key by key with their comments. */
static void add_head(Text *into, const Programme *programme, const char *text, size_t length)
{
    Arena tree = {0};
    DiagnosticList ignored = {0};
    const EmitSource source = {text, length};
    if (programme->routine_count == 0) {
        text_add_span(into, text, length);
        text_add(into, length > 0 && text[length - 1] == '\n' ? "" : "\n");
        return;
    }
    const Node *root = document_parse(&tree, text, length, &ignored);
    for (const Entry *entry = root ? root->entries : NULL; entry; entry = entry->next) {
        if (strcmp(entry->key->text, "routines") == 0)
            continue;
        emit_comments(into, 0, &source, entry->key->mark, false);
        emit_entry(into, 0, entry, &source);
    }
    arena_release(&tree);
    diagnostic_release(&ignored);
}

static bool is_added(const TextList *ids, const char *id)
{
    for (size_t i = 0; i < ids->count; i++)
        if (strcmp(ids->items[i], id) == 0)
            return true;
    return false;
}

/* False with *problem where it cannot be had. */
static bool add_routine(Text *into, Library *library, const Programme *programme, const char *id, char **problem)
{
    const char *own = programme_routine_text(programme, id);
    LibraryEntry *entry = own ? NULL : library_find(library, id, problem);
    char *text = own ? memory_copy_text(own) : entry ? export_routine(library, entry, problem) : NULL;
    if (!text)
        return false;
    text_print(into, "%*s%s:\n", STEP, "", id);
    add_indented(into, text, (size_t)STEP * 2);
    free(text);
    return true;
}

static bool add_routines(Text *into, Library *library, const Programme *programme, char **problem)
{
    Arena arena = {0};
    bool is_good = true;
    TextList added = {arena_take_array(&arena, programme->count * DAY_WEEK, sizeof(*added.items)), 0};
    for (size_t i = 0; i < programme->count * DAY_WEEK && is_good; i++) {
        const ProgrammeDay *day = &programme->weeks[i / DAY_WEEK].days[i % DAY_WEEK];
        if (day->kind != PROGRAMME_ROUTINE || is_added(&added, day->routine))
            continue;
        text_add(into, added.count == 0 ? "\nroutines:\n" : "");
        added.items[added.count++] = day->routine;
        is_good = add_routine(into, library, programme, day->routine, problem);
    }
    arena_release(&arena);
    return is_good;
}

static bool stands_alone(const char *text, size_t length, const char *id)
{
    DiagnosticList diags = {0};
    const Words none = {NULL, 0};
    Programme *read = programme_parse(text, length, id, &(ProgrammeLookup){NULL, &none}, &diags);
    const bool is_good = read != NULL;
    programme_free(read);
    diagnostic_release(&diags);
    return is_good;
}

char *export_programme(Library *library, LibraryEntry *entry, char **problem)
{
    library_load(library, entry);
    if (!entry->programme) {
        *problem = memory_print("%s has errors; `knead check` shows them", entry->path);
        return NULL;
    }
    size_t length = 0;
    int32_t line;
    char *source = library_entry_text(entry, &length);
    if (!source) {
        *problem = memory_print("cannot read %s any more", entry->path);
        return NULL;
    }
    char *text = template_copy(source, length, NULL, &length, &line);
    Text written = {0};
    add_head(&written, entry->programme, text, length);
    bool is_good = add_routines(&written, library, entry->programme, problem);
    if (is_good && !stands_alone(text_show(&written), written.length, entry->id)) {
        *problem = memory_print("cannot write %s as one complete file; send it together with its routines",
                                entry->path);
        is_good = false;
    }
    free(text);
    free(source);
    if (is_good)
        return text_detach(&written);
    text_release(&written);
    return NULL;
}
