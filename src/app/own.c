/* SPDX-License-Identifier: MIT */
#include "app/own.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/folder.h"
#include "base/macros.h"
#include "base/memory.h"
#include "base/path.h"
#include "routine/template.h"
#include "yaml/schema.h"

enum { ID_LIMIT = 64 };

bool own_is_id(const char *text, char **problem)
{
    const size_t length = strlen(text);
    if (schema_is_id(text, length))
        return true;
    const char *name = path_base(text);
    const size_t stem = folder_stem(name);
    char *meant = memory_print("%.*s", (int)(stem > 0 ? stem : strlen(name)), name), *near = template_id(meant);
    const char *why = "lower-case letters, digits and hyphens, a letter first";
    if (length > ID_LIMIT)
        why = "it is longer than 64 letters";
    *problem = near ? memory_print("'%s' is no id: %s (did you mean '%s'?)", text, why, near)
                    : memory_print("'%s' is no id: %s, as in my-lunch", text, why);
    free(near);
    free(meant);
    return false;
}

char *own_path(const Library *library, const char *id, char **problem)
{
    if (!library_has_mine(library)) {
        *problem = memory_copy_text("there is no place for your routines: set HOME, or XDG_CONFIG_HOME");
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

bool own_is_taken(const Library *library, const char *id)
{
    for (size_t i = 0; i < library_count(library); i++) {
        if (strcmp(library_at(library, i)->id, id) == 0)
            return true;
    }
    const char *folder = library_has_mine(library) ? library_folder(library, 0) : NULL;
    return folder && (is_there(folder, id, ".yaml") || is_there(folder, id, ".yml"));
}

bool own_create(const char *path, const char *text, size_t length)
{
    char *folder = path_folder(path);
    const bool is_done = path_make_folder(folder) && file_create(path, text, length);
    const int why = errno;
    free(folder);
    errno = why;
    return is_done;
}

char *own_trouble(const char *path, int why)
{
    static const struct {
        int why;
        const char *advice;
    } advices[] = {
        {ENOSPC, "make room there and try again"},
        {EDQUOT, "make room there and try again"},
        {EFBIG, "make room there and try again"},
        {EACCES, "you may not write there: change its folder's permissions, or name another with --routines"},
        {EPERM, "you may not write there: change its folder's permissions, or name another with --routines"},
        {EROFS, "name another folder with --routines"},
        {EEXIST, "nothing is ever written over another"},
        {ENOTDIR, "a file stands where a folder should be"},
    };
    size_t row = 0;
    while (row < ARRAY_LEN(advices) && advices[row].why != why)
        row++;
    const char *advice = row < ARRAY_LEN(advices) ? advices[row].advice : NULL;
    return memory_print("cannot write %s: %s%s%s", path, strerror(why), advice ? "; " : "", advice ? advice : "");
}

char *own_save(const Library *library, const char *id, const char *text, char **problem)
{
    char *name = memory_copy_text(id);
    for (int number = 2; own_is_taken(library, name); number++) {
        free(name);
        name = memory_print("%s-%d", id, number);
    }
    char *path = own_path(library, name, problem);
    if (path && !own_create(path, text, strlen(text))) {
        *problem = own_trouble(path, errno);
        free(path);
        path = NULL;
    }
    free(name);
    return path;
}
