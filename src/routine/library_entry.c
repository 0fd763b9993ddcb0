/* SPDX-License-Identifier: MIT */
#include "routine/library_entry.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/folder.h"
#include "base/macros.h"
#include "base/memory.h"
#include "base/path.h"
#include "base/text.h"
#include "base/utf8.h"
#include "routine/routine.h"
#include "yaml/document.h"
#include "yaml/schema.h"

static const char *const kind_folders[] = {"", "moves", "positions", "programmes"};
_Static_assert(ARRAY_LEN(kind_folders) == ENTRY_KIND_COUNT, "a folder for each kind");

const char *entry_kind_folder(EntryKind kind)
{
    return kind_folders[kind];
}

const char *entry_kind_noun(EntryKind kind)
{
    static const char *const nouns[ENTRY_KIND_COUNT] = {"a routine", "shared moves", "positions", "a programme"};
    return nouns[kind];
}

EntryKind entry_kind_of(const char *path)
{
    char *folder = path_folder(path);
    EntryKind kind = ENTRY_KIND_COUNT - 1;
    while (kind > ENTRY_IS_ROUTINE && strcmp(path_base(folder), kind_folders[kind]) != 0)
        kind--;
    free(folder);
    return kind;
}

static char *clean_copy(Arena *arena, const char *text, size_t length)
{
    if (schema_is_id(text, length))
        return arena_copy_span(arena, text, length);
    Text cleaned = {0};
    utf8_clean_line(&cleaned, text, length);
    char *copy = arena_copy(arena, text_show(&cleaned));
    text_release(&cleaned);
    return copy;
}

LibraryEntry *library_entry_new(Arena *arena, const char *path, bool is_mine, EntryKind kind)
{
    LibraryEntry *entry = arena_take(arena, sizeof(*entry));
    const char *name = path_base(path);
    size_t stem = folder_stem(name);
    entry->path = arena_copy(arena, path);
    entry->id = clean_copy(arena, name, stem > 0 ? stem : strlen(name));
    entry->is_mine = is_mine;
    entry->kind = kind;
    return entry;
}

static void begin_diags(LibraryEntry *entry)
{
    diagnostic_init(&entry->diags, entry->path);
}

static void warn_of_name(LibraryEntry *entry)
{
    const bool has_id = entry->kind == ENTRY_IS_ROUTINE || entry->kind == ENTRY_IS_PROGRAMME;
    if (!has_id || schema_is_id(entry->id, strlen(entry->id)))
        return;
    diagnostic_warning(&entry->diags, (Mark){0}, "the file name is not a valid id: '%s'", entry->id);
    diagnostic_hint(&entry->diags,
                    "use lower-case letters, digits and hyphens, starting with a letter, as in my-calves.yaml");
}

static bool report_unread(LibraryEntry *entry, FileResult result, int why)
{
    if (result == FILE_TOO_LARGE) {
        diagnostic_error(&entry->diags, (Mark){0}, "the file is larger than 1 MiB");
        diagnostic_hint(&entry->diags, "split it into several files");
    } else if (result == FILE_MISSING) {
        diagnostic_error(&entry->diags, (Mark){0}, "the file is gone");
    } else if (why == EINVAL) {
        diagnostic_error(&entry->diags, (Mark){0}, "this is not a file but a folder, a pipe or a device");
        diagnostic_hint(&entry->diags, "move it elsewhere, or give it another name");
    } else {
        diagnostic_error(&entry->diags, (Mark){0}, "cannot read the file: %s", strerror(why));
    }
    return false;
}

static uint64_t mix(uint64_t print, const char *bytes, size_t count)
{
    uint64_t word = 0;
    memcpy(&word, bytes, count);
    print = (print ^ word) * UINT64_C(0x9E3779B97F4A7C15);
    return print ^ print >> 29;
}

/* A number for what was read, or for why it was not, so that the same text is known again without keeping it. */
static uint64_t fingerprint(FileResult result, int why, const char *text, size_t length)
{
    enum { WORD = sizeof(uint64_t) };
    uint64_t print = (uint64_t)result << 32 ^ (uint64_t)(result == FILE_FAILED ? why : 0) ^ (uint64_t)length << 40;
    size_t at = 0;
    for (; at + WORD <= length; at += WORD)
        print = mix(print, text + at, WORD);
    if (at < length)
        print = mix(print, text + at, length - at);
    return print ? print : 1;
}

bool library_entry_read(LibraryEntry *entry)
{
    if (entry->is_read)
        return entry->source != NULL;
    library_entry_clear(entry);
    begin_diags(entry);
    warn_of_name(entry);
    entry->is_read = true;
    FileResult result = file_read_stamped(entry->path, DOCUMENT_LIMIT, &entry->source, &entry->source_length,
                                          &entry->stamp);
    const int why = errno;
    entry->print = fingerprint(result, why, entry->source, entry->source_length);
    return result == FILE_READ || report_unread(entry, result, why);
}

char *library_entry_text(const LibraryEntry *entry, size_t *length)
{
    char *text = NULL;
    if (!entry->is_text)
        return file_read(entry->path, DOCUMENT_LIMIT, &text, length) == FILE_READ ? text : NULL;
    text = memory_new(entry->source_length + 1);
    memcpy(text, entry->source, entry->source_length);
    *length = entry->source_length;
    return text;
}

void library_entry_take(LibraryEntry *entry, char *text, size_t length)
{
    library_entry_clear(entry);
    begin_diags(entry);
    entry->is_text = entry->is_read = true;
    entry->source = text;
    entry->source_length = length;
}

void library_entry_break(LibraryEntry *entry, const LibraryEntry *first)
{
    library_entry_clear(entry);
    begin_diags(entry);
    entry->is_double = true;
    diagnostic_error(&entry->diags, (Mark){0}, "the id '%s' is already used in this folder, by %s", entry->id,
                     path_base(first->path));
    diagnostic_hint(&entry->diags, "rename one of the two files");
    entry->title = memory_copy_text(entry->id);
    entry->state = ENTRY_BROKEN;
}

void library_entry_clear(LibraryEntry *entry)
{
    routine_free(entry->routine);
    programme_free(entry->programme);
    summary_release(&entry->summary);
    diagnostic_release(&entry->diags);
    free(entry->source);
    free(entry->title);
    entry->routine = NULL;
    entry->programme = NULL;
    entry->source = NULL;
    entry->source_length = 0;
    entry->title = NULL;
    entry->definitions = NULL;
    entry->is_read = entry->is_parsed = false;
    entry->state = ENTRY_FOUND;
}

void library_entry_forget(LibraryEntry *entry)
{
    char *title = entry->title, *text = entry->is_text ? entry->source : NULL;
    const size_t length = entry->source_length;
    entry->title = NULL;
    if (text)
        entry->source = NULL;
    library_entry_clear(entry);
    if (text)
        library_entry_take(entry, text, length);
    entry->title = title;
    entry->state = title ? ENTRY_HEADED : ENTRY_FOUND;
}

/* Whether the file has the text that was read; told by its stamp, and read only where that has changed. */
static bool is_as_read(LibraryEntry *entry)
{
    const FileStamp now = file_stamp_of(entry->path);
    if (file_stamp_is_same(&entry->stamp, &now))
        return true;
    char *text = NULL;
    size_t length = 0;
    const FileResult result = file_read(entry->path, DOCUMENT_LIMIT, &text, &length);
    const uint64_t print = fingerprint(result, errno, text, length);
    free(text);
    const bool is_same = print == entry->print;
    entry->stamp = now;
    entry->print = print;
    return is_same;
}

bool library_entry_refresh(LibraryEntry *entry)
{
    if (entry->is_text || entry->is_double || entry->print == 0 || is_as_read(entry))
        return false;
    library_entry_forget(entry);
    return true;
}

static LibraryEntry *new_entry(const EntryFolder *folder, Arena *arena, const char *name)
{
    char *path = path_join(folder->path, name);
    LibraryEntry *entry = library_entry_new(arena, path, folder->is_mine, folder->kind);
    entry->folder = folder->path;
    free(path);
    return entry;
}

/* One that comes back is read anew. */
static bool set_gone(LibraryEntry *entry, bool is_gone)
{
    if (entry->is_gone == is_gone)
        return false;
    library_entry_clear(entry);
    entry->is_double = false;
    entry->is_gone = is_gone;
    return true;
}

/* Puts the names beside the files that are known; both are sorted. */
static bool merge(EntryFolder *folder, Arena *arena, const NameList *names)
{
    LibraryEntry **files = memory_resize(NULL, folder->count + names->count + 1, sizeof *files);
    size_t count = 0, known = 0, name = 0;
    bool is_changed = false;
    while (known < folder->count || name < names->count) {
        int order = known == folder->count ? 1 : -1;
        if (known < folder->count && name < names->count)
            order = strcmp(path_base(folder->files[known]->path), names->items[name]);
        LibraryEntry *entry = order > 0 ? new_entry(folder, arena, names->items[name]) : folder->files[known];
        if (order > 0)
            is_changed = true;
        else if (set_gone(entry, order < 0))
            is_changed = true;
        known += order <= 0;
        name += order >= 0;
        files[count++] = entry;
    }
    free(folder->files);
    folder->files = files;
    folder->count = count;
    return is_changed;
}

bool entry_folder_scan(EntryFolder *folder, Arena *arena, bool *unread)
{
    Arena of_names = {0};
    NameList names = {0};
    *unread = !folder_list(&of_names, folder->path, &names);
    const int why = errno;
    const bool is_known = !*unread || why == ENOENT || why == ENOTDIR;
    const bool is_changed = is_known && merge(folder, arena, &names);
    folder_release(&names);
    arena_release(&of_names);
    errno = why;
    return is_changed;
}

void entry_folder_release(EntryFolder *folder)
{
    for (size_t i = 0; i < folder->count; i++)
        library_entry_clear(folder->files[i]);
    free(folder->files);
}
