/* SPDX-License-Identifier: MIT */
/* The YAML files of a folder, by name alone: none is opened. */
#ifndef BASE_FOLDER_H
#define BASE_FOLDER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

typedef struct NameList {
    char **items;
    size_t count, capacity;
} NameList;

/* The names that end in .yaml or .yml, sorted, hidden ones left out; a zeroed list gets them, in the arena. False with
 * errno where the folder cannot be read. */
bool folder_list(Arena *arena, const char *folder, NameList *names);
void folder_release(NameList *names);

bool folder_is_there(const char *path);

/* Whether a folder of shared moves stands beside a routine's file. */
bool folder_has_moves(const char *routine_path);

/* Adds a folder that is not in the list yet; NULL adds nothing. */
void folder_add(Arena *arena, NameList *folders, const char *folder);

/* Adds the folders of routines, in the order in which they are searched (doc/command-line.md, "Files"). True where
 * the first one is the person's own. `program_dir` is where the program lies, or NULL. */
bool folder_add_usual(Arena *arena, NameList *folders, const char *program_dir);

/* The path of a JSON Schema ("routine", "moves" or "config"), to free(): of the source tree for a program that was not
 * installed, else of a data folder; NULL where none is found. */
char *folder_schema(const char *program_dir, const char *name);

/* The length of a file's name without its .yaml or .yml; 0 where it has none. */
size_t folder_stem(const char *name);

#endif
