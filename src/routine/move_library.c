/* SPDX-License-Identifier: MIT */
#include "routine/move_library.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/file_stamp.h"
#include "base/folder.h"
#include "base/memory.h"
#include "base/path.h"
#include "yaml/document.h"
#include "yaml/schema.h"

typedef struct MoveFile {
    LibraryEntry *entry;
    char *text; /* NULL until it is read, or where it cannot be */
    size_t length;
    FileStamp stamp; /* when it was read */
    bool is_read, is_parsed;
    const Node *moves; /* its map; NULL where it has none */
} MoveFile;

struct MoveFolder {
    MoveLibrary *library;
    const char *path;
    bool is_mine, is_usual;
    MoveFile *files; /* sorted by name */
    size_t count;
    bool is_listed; /* the folder was looked at: not before somebody asks for a move */
    MoveFolder *next;
};

struct MoveLibrary {
    Arena arena;         /* what lasts */
    Arena trees;         /* what was read */
    MoveFolder *folders; /* the usual ones in order, then those beside files that were named by their path */
    Words ids;           /* that a view with this folder sees */
    bool has_ids;
    const MoveFolder *ids_beside;
};

MoveLibrary *move_library_new(void)
{
    return memory_new(sizeof(MoveLibrary));
}

static void forget_file(MoveFile *file)
{
    free(file->text);
    library_entry_forget(file->entry);
    *file = (MoveFile){.entry = file->entry};
}

static void forget_all(MoveLibrary *library)
{
    for (MoveFolder *folder = library->folders; folder; folder = folder->next)
        for (size_t i = 0; i < folder->count; i++)
            forget_file(&folder->files[i]);
    library->has_ids = false;
    arena_release(&library->trees);
}

void move_library_free(MoveLibrary *library)
{
    forget_all(library);
    for (MoveFolder *folder = library->folders; folder; folder = folder->next) {
        for (size_t i = 0; i < folder->count; i++)
            library_entry_clear(folder->files[i].entry);
        free(folder->files);
    }
    arena_release(&library->arena);
    free(library);
}

static MoveFolder *add_folder(MoveLibrary *library, const char *path, bool is_mine, bool is_usual)
{
    MoveFolder **last = &library->folders, *folder = arena_take(&library->arena, sizeof(*folder));
    while (*last)
        last = &(*last)->next;
    *folder = (MoveFolder){
        .library = library, .path = arena_copy(&library->arena, path), .is_mine = is_mine, .is_usual = is_usual};
    *last = folder;
    return folder;
}

void move_library_add(MoveLibrary *library, const char *routines, bool is_mine)
{
    char *path = path_join(routines, "moves");
    add_folder(library, path, is_mine, true);
    free(path);
}

MoveFolder *move_library_beside(MoveLibrary *library, const char *routines)
{
    char *path = path_join(routines, "moves");
    MoveFolder *folder = library->folders;
    while (folder && strcmp(folder->path, path) != 0)
        folder = folder->next;
    if (!folder)
        folder = add_folder(library, path, true, false);
    free(path);
    return folder;
}

static MoveFile new_file(MoveFolder *folder, const char *name)
{
    char *path = path_join(folder->path, name);
    MoveFile file = {.entry = library_entry_new(&folder->library->arena, path, folder->is_mine, true)};
    free(path);
    return file;
}

/* Puts the names beside the files that are known; both are sorted. True where any came or went. */
static bool merge(MoveFolder *folder, const NameList *names)
{
    MoveFile *files = memory_resize(NULL, names->count + 1, sizeof(*files));
    size_t known = 0;
    bool is_changed = false;
    for (size_t name = 0; name <= names->count; name++) {
        int order = 1;
        for (; known < folder->count; known++) {
            order = name < names->count ? strcmp(path_base(folder->files[known].entry->path), names->items[name]) : -1;
            if (order >= 0)
                break;
            forget_file(&folder->files[known]);
            library_entry_clear(folder->files[known].entry);
            is_changed = true;
        }
        if (name == names->count)
            break;
        is_changed = is_changed || order > 0;
        files[name] = order == 0 && known < folder->count ? folder->files[known++]
                                                          : new_file(folder, names->items[name]);
    }
    free(folder->files);
    folder->files = files;
    folder->count = names->count;
    return is_changed;
}

/* A file whose text was read has that text no longer. */
static bool is_changed(MoveFile *file)
{
    if (!file->is_read)
        return false;
    const FileStamp now = file_stamp_of(file->entry->path);
    if (file_stamp_is_same(&file->stamp, &now))
        return false;
    char *text = NULL;
    size_t length = 0;
    file_read(file->entry->path, DOCUMENT_LIMIT, &text, &length);
    const bool is_same = text && file->text ? length == file->length && memcmp(text, file->text, length) == 0
                                            : text == file->text;
    free(text);
    file->stamp = now;
    return !is_same;
}

static bool look_again(MoveFolder *folder)
{
    Arena arena = {0};
    NameList names = {0};
    bool is_new = false;
    if (folder_list(&arena, folder->path, &names) || errno == ENOENT || errno == ENOTDIR)
        is_new = merge(folder, &names);
    folder_release(&names);
    arena_release(&arena);
    for (size_t i = 0; i < folder->count; i++)
        is_new = is_changed(&folder->files[i]) || is_new;
    return is_new;
}

static void list_files(MoveFolder *folder)
{
    if (!folder->is_listed)
        look_again(folder);
    folder->is_listed = true;
}

bool move_library_refresh(MoveLibrary *library)
{
    bool is_new = false;
    for (MoveFolder *folder = library->folders; folder; folder = folder->next)
        is_new = (folder->is_listed && look_again(folder)) || is_new;
    if (is_new)
        forget_all(library);
    return is_new;
}

void move_library_each_folder(const MoveLibrary *library, void (*each)(void *context, const char *folder),
                              void *context)
{
    for (const MoveFolder *folder = library->folders; folder; folder = folder->next)
        each(context, folder->path);
}

size_t move_library_file_count(MoveLibrary *library)
{
    size_t count = 0;
    for (MoveFolder *folder = library->folders; folder && folder->is_usual; folder = folder->next) {
        list_files(folder);
        count += folder->count;
    }
    return count;
}

LibraryEntry *move_library_file(MoveLibrary *library, size_t index)
{
    MoveFolder *folder = library->folders;
    for (list_files(folder); index >= folder->count; list_files(folder)) {
        index -= folder->count;
        folder = folder->next;
    }
    return folder->files[index].entry;
}

static bool read_file(MoveFile *file)
{
    if (!file->is_read)
        file_read_stamped(file->entry->path, DOCUMENT_LIMIT, &file->text, &file->length, &file->stamp);
    file->is_read = true;
    return file->text != NULL;
}

/* The file's moves, NULL where it has none. A file that is broken tells so when it is checked itself. */
static const Node *parse_file(MoveLibrary *library, MoveFile *file)
{
    if (file->is_parsed || !read_file(file))
        return file->moves;
    DiagnosticList ignored = {0};
    const Node *root = document_parse(&library->trees, file->text, file->length, &ignored);
    const Node *moves = root ? node_find(root, "moves", NULL) : NULL;
    diagnostic_release(&ignored);
    file->is_parsed = true;
    file->moves = moves && moves->kind == NODE_MAP ? moves : NULL;
    return file->moves;
}

/* Only a file in which the id stands is parsed. */
static bool find_in(MoveFolder *folder, const char *id, MoveSource *source)
{
    list_files(folder);
    for (size_t i = 0; i < folder->count; i++) {
        MoveFile *file = &folder->files[i];
        const bool may_have = file->is_parsed || (read_file(file) && strstr(file->text, id));
        const Node *moves = may_have ? parse_file(folder->library, file) : NULL;
        source->map = moves ? node_find(moves, id, &source->key) : NULL;
        if (source->map) {
            source->file = file->entry;
            source->text = (EmitSource){file->text, file->length};
            return true;
        }
    }
    return false;
}

/* The folders of a view, one after the other: NULL begins, NULL ends. */
static MoveFolder *next_folder(const MoveView *view, const MoveFolder *folder)
{
    if (!folder && view->beside)
        return view->beside;
    MoveFolder *next = folder && folder != view->beside ? folder->next : view->library->folders;
    if (next && next == view->beside)
        next = next->next;
    return next && next->is_usual ? next : NULL;
}

bool move_library_find(const MoveView *view, const char *id, MoveSource *source)
{
    for (MoveFolder *folder = next_folder(view, NULL); folder; folder = next_folder(view, folder))
        if (find_in(folder, id, source))
            return true;
    return false;
}

static const Node *find_map(void *context, const char *id)
{
    MoveSource source;
    return move_library_find(context, id, &source) ? source.map : NULL;
}

/* The ids of one file, or of several, with the name of the file that has each. */
typedef struct IdList {
    struct ListedId {
        const char *id, *file;
    } * items;
    size_t count, capacity;
} IdList;

static void add_ids(IdList *list, MoveLibrary *library, MoveFile *file)
{
    const Node *moves = parse_file(library, file);
    for (const Entry *entry = moves ? moves->entries : NULL; entry; entry = entry->next) {
        list->items = memory_grow(list->items, &list->capacity, list->count + 1, sizeof(*list->items));
        list->items[list->count].id = entry->key->text;
        list->items[list->count++].file = path_base(file->entry->path);
    }
}

static int compare_ids(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b); /* the id is each item's first member */
}

static void sort_ids(IdList *list)
{
    if (list->count > 0)
        qsort(list->items, list->count, sizeof(*list->items), compare_ids);
}

const Words *move_library_ids(const MoveView *view)
{
    MoveLibrary *library = view->library;
    if (library->has_ids && library->ids_beside == view->beside)
        return &library->ids;
    IdList list = {0};
    for (MoveFolder *folder = next_folder(view, NULL); folder; folder = next_folder(view, folder)) {
        list_files(folder);
        for (size_t i = 0; i < folder->count; i++)
            add_ids(&list, library, &folder->files[i]);
    }
    sort_ids(&list);
    const char **ids = arena_take_array(&library->trees, list.count, sizeof(*ids));
    size_t count = 0;
    for (size_t i = 0; i < list.count; i++) {
        const char *id = list.items[i].id;
        if (schema_is_id(id, strlen(id)) && (count == 0 || strcmp(id, ids[count - 1]) != 0))
            ids[count++] = id;
    }
    free(list.items);
    library->ids = (Words){ids, count};
    library->ids_beside = view->beside;
    library->has_ids = true;
    return &library->ids;
}

static const Words *find_ids(void *context)
{
    return move_library_ids(context);
}

MoveLookup move_library_lookup(MoveView *view)
{
    return (MoveLookup){find_map, find_ids, view};
}

void move_library_check_ids(MoveFolder *folder, LibraryEntry *entry)
{
    IdList earlier = {0};
    const Node *moves = NULL;
    list_files(folder);
    for (size_t i = 0; i < folder->count; i++) {
        if (strcmp(path_base(folder->files[i].entry->path), path_base(entry->path)) == 0) {
            moves = parse_file(folder->library, &folder->files[i]);
            break;
        }
        add_ids(&earlier, folder->library, &folder->files[i]);
    }
    sort_ids(&earlier);
    for (const Entry *own = moves ? moves->entries : NULL; own && earlier.count > 0; own = own->next) {
        const struct ListedId *first = bsearch(&own->key->text, earlier.items, earlier.count, sizeof(*earlier.items),
                                               compare_ids);
        if (!first || !schema_is_id(own->key->text, own->key->length))
            continue;
        diagnostic_error(&entry->diags, own->key->mark, "the shared move '%s' stands in %s already", own->key->text,
                         first->file);
        diagnostic_hint(&entry->diags, "give one of the two another id");
    }
    free(earlier.items);
    diagnostic_sort(&entry->diags);
}
