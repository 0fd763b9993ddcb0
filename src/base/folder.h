/* SPDX-License-Identifier: MIT */
/* Lists the YAML files of a folder, and knows in which folders routines and schemas are looked for. Opens no file. */
#ifndef BASE_FOLDER_H
#define BASE_FOLDER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

typedef struct NameList {
    char **items;
    size_t count, capacity;
} NameList;

/* Adds the names that end in .yaml or .yml to a zeroed list, sorted, without hidden files. The strings are in the
 * arena; folder_release frees the list itself. False with errno if the folder cannot be read. */
bool folder_list(Arena *arena, const char *folder, NameList *names);
void folder_release(NameList *names);

bool folder_is_there(const char *path);

/* Whether the folder of this routine's file has a folder `moves` in it, the place for shared moves. */
bool folder_has_moves(const char *routine_path);

/* Adds a copy of the path unless the list has it already; NULL adds nothing. */
void folder_add(Arena *arena, NameList *folders, const char *folder);

/* Adds the folders that are searched for routines, in search order (doc/command-line.md, "Files"). True if the first
 * one is the user's own folder; false if that is not known. `program_dir` is the folder of the running program, or
 * NULL. */
bool folder_add_usual(Arena *arena, NameList *folders, const char *program_dir);

/* The path of a JSON Schema, for the caller to free(); `name` is "routine", "moves", "positions",
 * "config" or "theme". Looks in the source
 * tree if the program was not installed, else in the data folders. NULL if none is found. */
char *folder_schema(const char *program_dir, const char *name);

/* The length of a file's name without its .yaml or .yml; 0 where it has none. */
size_t folder_stem(const char *name);

#endif
