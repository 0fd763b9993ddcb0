/* SPDX-License-Identifier: MIT */
#include "cli/own.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/memory.h"
#include "base/path.h"
#include "cli/command.h"

static bool is_there(const char *folder, const char *id, const char *ending)
{
    char *path = memory_print("%s/%s%s", folder, id, ending);
    const bool is_file = access(path, F_OK) == 0;
    free(path);
    return is_file;
}

/* By a file in the folder, or by a routine that would be hidden behind one. */
static bool is_taken(const Library *library, const char *folder, const char *id)
{
    for (size_t i = 0; i < library_count(library); i++) {
        if (strcmp(library_at(library, i)->id, id) == 0)
            return true;
    }
    return is_there(folder, id, ".yaml") || is_there(folder, id, ".yml");
}

static char *free_id(const Library *library, const char *folder, const char *id)
{
    char *name = memory_copy_text(id);
    for (int number = 2; is_taken(library, folder, name); number++) {
        free(name);
        name = memory_print("%s-%d", id, number);
    }
    return name;
}

char *own_save(Library *library, const char *id, const char *text)
{
    char *folder = path_config("routines");
    if (!folder) {
        command_fail("there is no place for your routines: set HOME, or XDG_CONFIG_HOME");
        return NULL;
    }
    char *name = free_id(library, folder, id);
    char *path = memory_print("%s/%s.yaml", folder, name);
    if (!path_make_folder(folder) || !file_write(path, text, strlen(text))) {
        command_fail("cannot write %s: %s", path, strerror(errno));
        free(path);
        path = NULL;
    }
    free(name);
    free(folder);
    return path;
}
