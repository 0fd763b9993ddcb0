/* SPDX-License-Identifier: MIT */
#include "base/folder.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/macros.h"
#include "base/memory.h"
#include "base/path.h"

#ifndef KNEAD_DATADIR
#error "KNEAD_DATADIR is the folder that knead is installed with; the Makefile says which"
#endif

size_t folder_stem(const char *name)
{
    static const char *const endings[] = {".yaml", ".yml"};
    size_t length = strlen(name);
    for (size_t i = 0; i < ARRAY_LEN(endings); i++) {
        size_t ending = strlen(endings[i]);
        if (length > ending && strcmp(name + length - ending, endings[i]) == 0)
            return length - ending;
    }
    return 0;
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

bool folder_list(Arena *arena, const char *folder, NameList *names)
{
    DIR *directory = opendir(folder);
    if (!directory)
        return false;
    const struct dirent *file;
    while (errno = 0, (file = readdir(directory)) != NULL) {
        if (file->d_name[0] == '.' || folder_stem(file->d_name) == 0)
            continue;
        names->items = memory_grow(names->items, &names->capacity, names->count + 1, sizeof(*names->items));
        names->items[names->count++] = arena_copy(arena, file->d_name);
    }
    const int why = errno; /* the end of a folder is none */
    closedir(directory);
    if (names->count > 0)
        qsort(names->items, names->count, sizeof(*names->items), compare_names);
    errno = why;
    return why == 0;
}

void folder_release(NameList *names)
{
    free(names->items);
    *names = (NameList){0};
}

bool folder_is_there(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

bool folder_has_moves(const char *routine_path)
{
    char *folder = path_folder(routine_path), *moves = path_join(folder, "moves");
    const bool is_there = folder_is_there(moves);
    free(moves);
    free(folder);
    return is_there;
}

void folder_add(Arena *arena, NameList *folders, const char *folder)
{
    if (!folder)
        return;
    for (size_t i = 0; i < folders->count; i++)
        if (strcmp(folders->items[i], folder) == 0)
            return;
    folders->items = memory_grow(folders->items, &folders->capacity, folders->count + 1, sizeof(*folders->items));
    folders->items[folders->count++] = arena_copy(arena, folder);
}

bool folder_add_usual(Arena *arena, NameList *folders, const char *program_dir)
{
    char *mine = path_config("routines");
    char *source_tree = program_dir ? path_join(program_dir, "../routines") : NULL;
    bool has_mine = mine != NULL, is_in_tree = source_tree && folder_is_there(source_tree);
    folder_add(arena, folders, mine);
    free(mine);
    for (size_t i = 0;; i++) {
        char *shared = path_data_dir(i, "routines");
        if (!shared)
            break;
        folder_add(arena, folders, shared);
        free(shared);
    }
    folder_add(arena, folders, is_in_tree ? source_tree : KNEAD_DATADIR "/knead/routines");
    free(source_tree);
    return has_mine;
}

static char *schema_in(const char *folder, const char *file)
{
    struct stat status;
    char *path = path_join(folder, file);
    if (stat(path, &status) == 0 && S_ISREG(status.st_mode))
        return path;
    free(path);
    return NULL;
}

/* The path is written into files that people read: without the way through the folder of the program. */
static char *schema_in_tree(const char *program_dir, const char *file)
{
    char *folder = path_join(program_dir, "../share/schema"), *tree = realpath(folder, NULL);
    char *found = tree ? schema_in(tree, file) : NULL;
    free(folder);
    free(tree);
    return found;
}

char *folder_schema(const char *program_dir, const char *name)
{
    char *file = memory_print("%s.schema.json", name);
    char *found = program_dir ? schema_in_tree(program_dir, file) : NULL;
    for (size_t i = 0; !found; i++) {
        char *shared = path_data_dir(i, "schema");
        if (!shared)
            break;
        found = schema_in(shared, file);
        free(shared);
    }
    if (!found)
        found = schema_in(KNEAD_DATADIR "/knead/schema", file);
    free(file);
    return found;
}
