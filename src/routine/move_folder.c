/* SPDX-License-Identifier: MIT */
#include "routine/move_folder.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/file_stamp.h"
#include "base/folder.h"
#include "base/memory.h"
#include "base/path.h"
#include "routine/cut.h"
#include "routine/library_entry.h"
#include "yaml/document.h"
#include "yaml/schema.h"

typedef struct MoveFile {
    LibraryEntry *entry;
    char *text; /* NULL until it is read, or where it cannot be */
    size_t length;
    CutList cuts;
    FileStamp stamp; /* when it was read */
    bool is_read, is_cut, is_parsed;
    const Node *moves; /* its map, once the whole is parsed; NULL where it is none */
} MoveFile;

/* Moves that were asked for before. */
typedef struct Known {
    const char *id;
    const Node *map;
    struct Known *next;
} Known;

struct MoveFolder {
    Arena arena; /* what lasts */
    Arena trees; /* what was read */
    char *folder;
    bool is_mine;
    MoveFile *files; /* sorted by name */
    size_t count;
    bool is_listed; /* the folder was looked at: not before somebody asks for a move */
    Known *known;
};

MoveFolder *move_folder_new(const char *folder, bool is_mine)
{
    MoveFolder *shelf = memory_new(sizeof(*shelf));
    shelf->folder = arena_copy(&shelf->arena, folder);
    shelf->is_mine = is_mine;
    return shelf;
}

static void forget_file(MoveFile *file)
{
    cut_release(&file->cuts);
    free(file->text);
    library_entry_forget(file->entry);
    *file = (MoveFile){.entry = file->entry};
}

static void forget(MoveFolder *shelf)
{
    for (size_t i = 0; i < shelf->count; i++)
        forget_file(&shelf->files[i]);
    shelf->known = NULL;
    arena_release(&shelf->trees);
}

void move_folder_free(MoveFolder *shelf)
{
    if (!shelf)
        return;
    forget(shelf);
    for (size_t i = 0; i < shelf->count; i++)
        library_entry_clear(shelf->files[i].entry);
    free(shelf->files);
    arena_release(&shelf->arena);
    free(shelf);
}

static MoveFile new_file(MoveFolder *shelf, const char *name)
{
    char *path = path_join(shelf->folder, name);
    MoveFile file = {.entry = library_entry_new(&shelf->arena, path, shelf->is_mine, true)};
    free(path);
    return file;
}

/* Puts the names beside the files that are known; both are sorted. True where any came or went. */
static bool merge(MoveFolder *shelf, const NameList *names)
{
    MoveFile *files = memory_resize(NULL, names->count + 1, sizeof(*files));
    size_t known = 0;
    bool is_changed = false;
    for (size_t name = 0; name <= names->count; name++) {
        int order = 1;
        for (; known < shelf->count; known++) {
            order = name < names->count ? strcmp(path_base(shelf->files[known].entry->path), names->items[name]) : -1;
            if (order >= 0)
                break;
            forget_file(&shelf->files[known]);
            library_entry_clear(shelf->files[known].entry);
            is_changed = true;
        }
        if (name == names->count)
            break;
        is_changed = is_changed || order > 0;
        files[name] = order == 0 && known < shelf->count ? shelf->files[known++] : new_file(shelf, names->items[name]);
    }
    free(shelf->files);
    shelf->files = files;
    shelf->count = names->count;
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

static bool look_again(MoveFolder *shelf)
{
    Arena arena = {0};
    NameList names = {0};
    bool is_new = false;
    if (folder_list(&arena, shelf->folder, &names) || errno == ENOENT || errno == ENOTDIR)
        is_new = merge(shelf, &names);
    folder_release(&names);
    arena_release(&arena);
    for (size_t i = 0; i < shelf->count; i++)
        is_new = is_changed(&shelf->files[i]) || is_new;
    if (is_new)
        forget(shelf);
    return is_new;
}

static void list(MoveFolder *shelf)
{
    if (shelf->is_listed)
        return;
    shelf->is_listed = true;
    look_again(shelf);
}

bool move_folder_refresh(MoveFolder *shelf)
{
    return shelf->is_listed && look_again(shelf);
}

const char *move_folder_folder(const MoveFolder *shelf)
{
    return shelf->folder;
}

bool move_folder_is_mine(const MoveFolder *shelf)
{
    return shelf->is_mine;
}

size_t move_folder_file_count(MoveFolder *shelf)
{
    list(shelf);
    return shelf->count;
}

LibraryEntry *move_folder_file(const MoveFolder *shelf, size_t index)
{
    return shelf->files[index].entry;
}

static bool read_file(MoveFile *file)
{
    const char *path = file->entry->path;
    if (!file->is_read &&
        file_read_stamped(path, DOCUMENT_LIMIT, &file->text, &file->length, &file->stamp) == FILE_READ)
        file->is_cut = cut_all(file->text, file->length, &file->cuts);
    file->is_read = true;
    return file->text != NULL;
}

static const Node *parse(MoveFolder *shelf, const char *text, size_t length)
{
    DiagnosticList ignored = {0}; /* a file of shared moves tells of its problems when it is checked itself */
    const Node *root = document_parse(&shelf->trees, text, length, &ignored);
    diagnostic_release(&ignored);
    return root && root->kind == NODE_MAP ? root : NULL;
}

static const Node *whole(MoveFolder *shelf, MoveFile *file)
{
    if (file->is_parsed || !read_file(file))
        return file->moves;
    const Node *root = parse(shelf, file->text, file->length);
    const Node *moves = root ? node_find(root, "moves", NULL) : NULL;
    file->is_parsed = true;
    file->moves = moves && moves->kind == NODE_MAP ? moves : NULL;
    return file->moves;
}

static const Node *find_in(MoveFolder *shelf, MoveFile *file, const char *id)
{
    if (!read_file(file))
        return NULL;
    const Cut *cut = file->is_cut ? cut_find(&file->cuts, id) : NULL;
    const Node *map = !file->is_cut ? whole(shelf, file) : cut ? parse(shelf, cut->start, cut->length) : NULL;
    return map ? node_find(map, id, NULL) : NULL;
}

const Node *move_folder_find(MoveFolder *shelf, const char *id)
{
    for (const Known *known = shelf->known; known; known = known->next)
        if (strcmp(known->id, id) == 0)
            return known->map;
    const Node *map = NULL;
    list(shelf);
    for (size_t i = 0; i < shelf->count && !map; i++)
        map = find_in(shelf, &shelf->files[i], id);
    if (!map)
        return NULL;
    Known *known = arena_take(&shelf->trees, sizeof(*known));
    *known = (Known){arena_copy(&shelf->trees, id), map, shelf->known};
    shelf->known = known;
    return map;
}

void move_folder_each_id(MoveFolder *shelf, size_t index, void (*each)(void *context, const Node *key), void *context)
{
    const Node *moves = whole(shelf, &shelf->files[index]);
    for (const Entry *entry = moves ? moves->entries : NULL; entry; entry = entry->next)
        each(context, entry->key);
}

/* The ids of the files before one, to be found again fast. */
typedef struct Earlier {
    struct {
        const char *id, *file;
    } * items;
    size_t count, capacity;
    const char *file;
    LibraryEntry *entry;
} Earlier;

static void add_earlier(void *context, const Node *key)
{
    Earlier *earlier = context;
    earlier->items = memory_grow(earlier->items, &earlier->capacity, earlier->count + 1, sizeof(*earlier->items));
    earlier->items[earlier->count].id = key->text;
    earlier->items[earlier->count++].file = earlier->file;
}

static int compare_ids(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b); /* the id is each item's first member */
}

static void check_id(void *context, const Node *key)
{
    Earlier *earlier = context;
    size_t low = 0, high = earlier->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(key->text, earlier->items[middle].id);
        if (order == 0 && schema_is_id(key->text, key->length)) {
            diagnostic_error(&earlier->entry->diags, key->mark, "the shared move '%s' stands in %s already", key->text,
                             earlier->items[middle].file);
            diagnostic_hint(&earlier->entry->diags, "give one of the two another id");
        }
        if (order == 0)
            return;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
}

void move_folder_check_ids(MoveFolder *shelf, LibraryEntry *entry)
{
    Earlier earlier = {.entry = entry};
    const char *name = path_base(entry->path);
    size_t index = 0;
    list(shelf);
    for (; index < shelf->count; index++) {
        earlier.file = path_base(shelf->files[index].entry->path);
        if (strcmp(earlier.file, name) == 0)
            break;
        move_folder_each_id(shelf, index, add_earlier, &earlier);
    }
    if (earlier.count > 0)
        qsort(earlier.items, earlier.count, sizeof(*earlier.items), compare_ids);
    if (index < shelf->count)
        move_folder_each_id(shelf, index, check_id, &earlier);
    free(earlier.items);
    diagnostic_sort(&entry->diags);
}
