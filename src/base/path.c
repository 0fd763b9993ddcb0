/* SPDX-License-Identifier: MIT */
#include "base/path.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#if defined(__APPLE__)
#include <mach-o/dyld.h>
#endif

#include "base/macros.h"
#include "base/memory.h"
#include "base/text.h"

static const char *absolute_variable(const char *name)
{
    const char *value = getenv(name);
    return value && value[0] == '/' ? value : NULL;
}

static char *below_knead(const char *folder, const char *name)
{
    char *ours = path_join(folder, "knead");
    char *path = path_join(ours, name);
    free(ours);
    return path;
}

static char *base_folder(const char *variable, const char *below_home, const char *name)
{
    const char *folder = absolute_variable(variable);
    if (folder)
        return below_knead(folder, name);
    const char *home = absolute_variable("HOME");
    if (!home)
        return NULL;
    char *in_home = path_join(home, below_home);
    char *path = below_knead(in_home, name);
    free(in_home);
    return path;
}

char *path_config(const char *name)
{
    return base_folder("XDG_CONFIG_HOME", ".config", name);
}

char *path_data(const char *name)
{
    return base_folder("XDG_DATA_HOME", ".local/share", name);
}

char *path_cache(const char *name)
{
    return base_folder("XDG_CACHE_HOME", ".cache", name);
}

/* What a variable stands for, to free(); NULL: nothing. */
static char *value_of(const char *name)
{
    static const struct {
        const char *variable, *below_home;
    } folders[] = {{"XDG_CONFIG_HOME", ".config"},
                   {"XDG_DATA_HOME", ".local/share"},
                   {"XDG_CACHE_HOME", ".cache"},
                   {"XDG_STATE_HOME", ".local/state"}};
    const char *home = absolute_variable("HOME");
    for (size_t i = 0; i < ARRAY_LEN(folders); i++) {
        if (strcmp(name, folders[i].variable) != 0)
            continue;
        const char *folder = absolute_variable(name);
        return folder ? memory_copy_text(folder) : home ? path_join(home, folders[i].below_home) : NULL;
    }
    const char *value = getenv(name);
    char host[256] = "";
    if (value || strcmp(name, "HOSTNAME") != 0)
        return value && *value ? memory_copy_text(value) : NULL;
    return gethostname(host, sizeof host - 1) == 0 && *host ? memory_copy_text(host) : NULL;
}

/* Adds what the variable at `at`, a '$', stands for; *end is behind its name. */
static bool add_variable(Text *path, const char *at, const char **end)
{
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_";
    const bool has_braces = at[1] == '{';
    const char *start = at + 1 + has_braces;
    const size_t length = strspn(start, letters);
    if (length == 0 || (has_braces && start[length] != '}'))
        return false;
    char *name = memory_print("%.*s", (int)length, start), *value = value_of(name);
    text_add(path, value ? value : "");
    *end = start + length + has_braces;
    const bool is_known = value != NULL;
    free(value);
    free(name);
    return is_known;
}

char *path_expand(const char *text)
{
    Text path = {0};
    bool is_known = true;
    const char *at = text;
    if (at[0] == '~' && (at[1] == '/' || at[1] == '\0')) {
        const char *home = absolute_variable("HOME");
        is_known = home != NULL;
        text_add(&path, home ? home : "");
        at++;
    }
    while (*at && is_known) {
        if (*at == '$')
            is_known = add_variable(&path, at, &at);
        else
            text_add_char(&path, *at++);
    }
    char *result = is_known && text_show(&path)[0] == '/' ? text_detach(&path) : NULL;
    text_release(&path);
    return result;
}

char *path_data_dir(size_t n, const char *name)
{
    const char *at = getenv("XDG_DATA_DIRS");
    if (!at || !*at)
        at = "/usr/local/share:/usr/share";
    while (*at) {
        size_t length = strcspn(at, ":");
        if (*at == '/' && n-- == 0) {
            char *folder = memory_print("%.*s", (int)length, at);
            char *path = below_knead(folder, name);
            free(folder);
            return path;
        }
        at += length + (at[length] == ':');
    }
    return NULL;
}

/* The program's file as the system knows it, to free(), or NULL. */
static char *program_from_system(void)
{
#if defined(__APPLE__)
    char path[PATH_MAX];
    uint32_t size = sizeof(path);
    return _NSGetExecutablePath(path, &size) == 0 ? realpath(path, NULL) : NULL;
#elif defined(__linux__)
    char path[PATH_MAX]; /* the kernel has resolved it */
    const ssize_t length = readlink("/proc/self/exe", path, sizeof(path) - 1);
    if (length <= 0)
        return NULL;
    path[length] = '\0';
    return memory_copy_text(path);
#else
    return realpath("/proc/curproc/file", NULL);
#endif
}

char *path_of_program(const char *argv0)
{
    char *program = program_from_system();
    if (!program && argv0 && strchr(argv0, '/'))
        program = realpath(argv0, NULL);
    if (!program)
        return NULL;
    char *folder = path_folder(program);
    free(program);
    return folder;
}

char *path_join(const char *folder, const char *name)
{
    size_t length = strlen(folder);
    bool needs_slash = length > 0 && folder[length - 1] != '/' && *name;
    size_t name_size = strlen(name) + 1;
    char *path = memory_resize(NULL, length + needs_slash + name_size, 1);
    memcpy(path, folder, length);
    if (needs_slash)
        path[length] = '/';
    memcpy(path + length + needs_slash, name, name_size);
    return path;
}

const char *path_base(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

char *path_folder(const char *path)
{
    const char *slash = strrchr(path, '/');
    if (!slash)
        return memory_copy_text(".");
    return slash == path ? memory_copy_text("/") : memory_print("%.*s", (int)(slash - path), path);
}

bool path_is_same(const char *one, const char *other)
{
    struct stat first, second;
    return stat(one, &first) == 0 && stat(other, &second) == 0 && first.st_dev == second.st_dev &&
           first.st_ino == second.st_ino;
}

bool path_is_missing(const char *path)
{
    struct stat status;
    if (stat(path, &status) == 0 || errno != ENOENT || lstat(path, &status) == 0)
        return false;
    char *folder = path_folder(path);
    const bool is_missing = stat(folder, &status) == 0 || path_is_missing(folder);
    free(folder);
    return is_missing;
}

static bool make_one(const char *path)
{
    struct stat status;
    if (mkdir(path, 0700) == 0)
        return true;
    /* Not every system says EEXIST of a folder that it would not let one make, such as "/" on a read-only disk. */
    int why = errno;
    const bool is_found = stat(path, &status) == 0;
    if (is_found && S_ISDIR(status.st_mode))
        return true;
    if (why == EEXIST)
        why = !is_found && errno == ELOOP ? ELOOP : ENOTDIR;
    errno = why;
    return false;
}

bool path_make_folder(const char *path)
{
    char *partial = memory_copy_text(path);
    bool is_made = true;
    for (char *at = partial; is_made && *at; at++) {
        if (*at != '/' || at == partial)
            continue;
        *at = '\0';
        is_made = make_one(partial);
        *at = '/';
    }
    is_made = is_made && make_one(partial);
    int why = errno;
    free(partial);
    errno = why;
    return is_made;
}
