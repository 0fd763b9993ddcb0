/* SPDX-License-Identifier: MIT */
#include "app/user_file.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "base/file.h"
#include "base/folder.h"
#include "base/macros.h"
#include "base/memory.h"
#include "base/path.h"
#include "platform/clock.h"
#include "routine/export.h"
#include "routine/template.h"
#include "yaml/schema.h"

UserFile user_file_template(Library *library, const char *id, const char *title, const char *schema)
{
    UserFile file = {0};
    char *made = title ? NULL : template_title(id);
    file.bytes = template_new(title ? title : made, schema, library_move_ids(library), &file.line);
    file.length = strlen(file.bytes);
    free(made);
    return file;
}

/* One that was put together for the moment has a text, but no file. */
static FileResult read_entry(UserFile *file, const LibraryEntry *entry)
{
    if (!entry->is_text)
        return file_read(entry->path, USER_FILE_LIMIT, &file->bytes, &file->length);
    file->bytes = memory_new(entry->source_length + 1);
    file->length = entry->source_length;
    memcpy(file->bytes, entry->source, entry->source_length);
    return FILE_READ;
}

const char *user_file_unread(FileResult result)
{
    return result == FILE_TOO_LARGE ? "it is too large for a routine"
                                    : strerror(result == FILE_MISSING ? ENOENT : errno);
}

bool user_file_file(UserFile *file, const LibraryEntry *entry, int32_t line, char **problem)
{
    const FileResult result = read_entry(file, entry);
    if (result != FILE_READ) {
        *problem = memory_print("cannot read %s: %s", entry->path, user_file_unread(result));
        return false;
    }
    file->line = line > 0 ? line : template_title_line(file->bytes, file->length);
    return true;
}

static size_t lines_of(const char *text, size_t length)
{
    size_t lines = 0;
    for (size_t i = 0; i < length; i++)
        lines += text[i] == '\n';
    return lines;
}

bool user_file_shipped(UserFile *file, const LibraryEntry *entry, int32_t line, const char *schema, char **problem)
{
    UserFile source = {0};
    int32_t title_line;
    if (!user_file_file(&source, entry, line, problem))
        return false;
    file->bytes = template_copy(source.bytes, source.length, schema, &file->length, &title_line);
    /* Lines come and go at the top alone. */
    const int32_t more = (int32_t)lines_of(file->bytes, file->length) - (int32_t)lines_of(source.bytes, source.length);
    file->line = source.line + more > 0 ? source.line + more : 1;
    free(source.bytes);
    return true;
}

/* Whether it finds moves that are not found from one's own folder, or not first. */
static bool has_moves_beside(const Library *library, const LibraryEntry *entry)
{
    char *folder = path_folder(entry->path);
    bool has_own = !entry->is_text && folder_has_moves(entry->path);
    for (size_t i = 0; i < library_folder_count(library) && has_own; i++)
        has_own = !path_is_same(folder, library_folder(library, i));
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

static bool loads_here(Library *library, const UserFile *file)
{
    char *text = memory_new(file->length + 1);
    memcpy(text, file->bytes, file->length);
    return library_take_text(library, "a copy", text, file->length)->routine != NULL;
}

static void set_title(UserFile *file, const char *title)
{
    char *anew = title ? template_retitle(file->bytes, title) : NULL;
    if (!anew)
        return;
    free(file->bytes);
    file->bytes = anew;
    file->length = strlen(anew);
}

/* The text that stands alone instead, where that is what it needs. */
static bool settle(UserFile *file, Library *library, LibraryEntry *from, const char *schema, char **problem)
{
    const Routine *routine = from->routine;
    const bool is_elsewhere = has_moves_beside(library, from) && uses_shared(routine->items, routine->count);
    if (!is_elsewhere && loads_here(library, file))
        return true;
    char *alone = export_routine(library, from, problem);
    if (!alone)
        return false;
    free(file->bytes);
    file->bytes = template_copy(alone, strlen(alone), schema, &file->length, &file->line);
    free(alone);
    return true;
}

bool user_file_copy(UserFile *file, Library *library, LibraryEntry *from, const char *title, const char *schema,
                    char **problem)
{
    library_load(library, from);
    if (!from->routine) {
        const char *first = diagnostic_first(&from->diags);
        *problem = from->kind == ENTRY_IS_ROUTINE
                       ? memory_print("%s has errors: %s", from->path, first ? first : "it is not a routine")
                       : memory_print("%s contains %s, not a routine", from->path, entry_kind_noun(from->kind));
        return false;
    }
    if (!user_file_shipped(file, from, 0, schema, problem))
        return false;
    if (!settle(file, library, from, schema, problem)) {
        free(file->bytes);
        return false;
    }
    set_title(file, title);
    return true;
}

enum { ID_LIMIT = 64 };

bool user_file_is_id(const char *text, char **problem)
{
    const size_t length = strlen(text);
    if (schema_is_id(text, length))
        return true;
    const char *name = path_base(text);
    const size_t stem = folder_stem(name);
    char *meant = memory_print("%.*s", (int)(stem > 0 ? stem : strlen(name)), name), *near = template_id(meant);
    const char *why = "use lower-case letters, digits and hyphens, starting with a letter";
    if (length > ID_LIMIT)
        why = "it is longer than 64 characters";
    *problem = near ? memory_print("'%s' is not a valid id: %s (did you mean '%s'?)", text, why, near)
                    : memory_print("'%s' is not a valid id: %s, as in my-lunch", text, why);
    free(near);
    free(meant);
    return false;
}

char *user_file_path(const Library *library, const char *id, char **problem)
{
    if (!library_has_mine(library)) {
        *problem = memory_copy_text("there is no folder for your routines: set HOME or XDG_CONFIG_HOME");
        return NULL;
    }
    char *name = memory_print("%s.yaml", id);
    char *path = path_join(library_folder(library, 0), name);
    free(name);
    return path;
}

/* A link that points nowhere is there too. */
static bool is_there(const char *folder, const char *id, const char *ending)
{
    struct stat status;
    char *name = memory_print("%s%s", id, ending), *path = path_join(folder, name);
    const bool is_file = lstat(path, &status) == 0;
    free(path);
    free(name);
    return is_file;
}

bool user_file_is_taken(const Library *library, const char *id)
{
    for (size_t i = 0; i < library_count(library); i++) {
        if (strcmp(library_at(library, i)->id, id) == 0)
            return true;
    }
    const char *folder = library_has_mine(library) ? library_folder(library, 0) : NULL;
    return folder && (is_there(folder, id, ".yaml") || is_there(folder, id, ".yml"));
}

bool user_file_create(const char *path, const char *text, size_t length)
{
    char *folder = path_folder(path);
    const bool is_done = path_make_folder(folder) && file_create(path, text, length);
    const int why = errno;
    free(folder);
    errno = why;
    return is_done;
}

char *user_file_trouble(const char *path, int why)
{
    static const struct {
        int why;
        const char *advice;
    } advices[] = {
        {ENOSPC, "free some space and try again"},
        {EDQUOT, "free some space and try again"},
        {EFBIG, "free some space and try again"},
        {EACCES, "you may not write there: change the folder's permissions, or choose another with --routines"},
        {EPERM, "you may not write there: change the folder's permissions, or choose another with --routines"},
        {EROFS, "choose another folder with --routines"},
        {EEXIST, "knead never overwrites a file"},
        {ENOTDIR, "there is a file where the folder should be"},
    };
    size_t row = 0;
    while (row < ARRAY_LEN(advices) && advices[row].why != why)
        row++;
    const char *advice = row < ARRAY_LEN(advices) ? advices[row].advice : NULL;
    return memory_print("cannot write %s: %s%s%s", path, strerror(why), advice ? "; " : "", advice ? advice : "");
}

char *user_file_save(const Library *library, const char *id, const char *text, char **problem)
{
    char *name = memory_copy_text(id);
    for (int number = 2; user_file_is_taken(library, name); number++) {
        free(name);
        name = memory_print("%s-%d", id, number);
    }
    char *path = user_file_path(library, name, problem);
    if (path && !user_file_create(path, text, strlen(text))) {
        *problem = user_file_trouble(path, errno);
        free(path);
        path = NULL;
    }
    free(name);
    return path;
}

enum { STAMP_SIZE = 32, MOST_TRIES = 1000 };

/* Where it goes, n-th try; to free(), NULL where nobody says where. */
static char *place_of(const char *id, const char *stamp, int attempt)
{
    char *tidy = template_id(id), *folder = path_data("thrown-away"), *path = NULL;
    const char *name = tidy ? tidy : "routine";
    if (folder && attempt == 0)
        path = memory_print("%s/%s-%s.yaml", folder, name, stamp);
    else if (folder)
        path = memory_print("%s/%s-%s-%d.yaml", folder, name, stamp, attempt + 1);
    free(folder);
    free(tidy);
    return path;
}

char *user_file_put_aside(const char *id, const char *text, size_t length, char **why)
{
    char stamp[STAMP_SIZE] = "", *path = NULL;
    const time_t now = (time_t)clock_unix_s();
    struct tm local;
    if (localtime_r(&now, &local))
        strftime(stamp, sizeof stamp, "%Y%m%d-%H%M%S", &local);
    bool is_put = false;
    errno = EEXIST;
    for (int attempt = 0; attempt < MOST_TRIES && !is_put && errno == EEXIST; attempt++) {
        free(path);
        path = place_of(id, stamp, attempt);
        if (!path)
            break;
        is_put = user_file_create(path, text, length);
    }
    if (is_put)
        return path;
    *why = path ? user_file_trouble(path, errno) : memory_copy_text("set HOME or XDG_DATA_HOME");
    free(path);
    return NULL;
}
