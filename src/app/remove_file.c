/* SPDX-License-Identifier: MIT */
#include "app/remove_file.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/reload.h"
#include "app/state.h"
#include "app/user_file.h"
#include "base/file.h"
#include "base/memory.h"
#include "base/path.h"

void remove_file_release(RemovedFile *file)
{
    free(file->id);
    free(file->title);
    free(file->path);
    free(file->aside);
    free(file->bytes);
    free(file->link);
    free(file->instead);
    *file = (RemovedFile){0};
}

/* The folder of the library that a file lies in, its shared moves and positions too; -1: in none. */
static int folder_of(const Library *library, const char *path)
{
    char *folder = path_folder(path);
    int found = -1;
    for (size_t i = 0; i < library_folder_count(library) && found < 0; i++) {
        for (EntryKind kind = ENTRY_IS_ROUTINE; kind < ENTRY_KIND_COUNT; kind++) {
            char *one = path_join(library_folder(library, i), entry_kind_folder(kind));
            if (path_is_same(folder, one))
                found = (int)i;
            free(one);
        }
    }
    free(folder);
    return found;
}

/* Only what lies in one's own folder is one's own to take away: a path may lead anywhere. */
static bool may_go(const Library *library, const LibraryEntry *entry, char **problem)
{
    const int folder = entry->is_text ? -1 : folder_of(library, entry->path);
    if (entry->is_text)
        *problem = memory_print("%s is not saved: it has no file", entry->title);
    else if (folder < 0)
        *problem = memory_print("%s is not in your routines%s%s; use rm to delete it", entry->path,
                                library_has_mine(library) ? " in " : "",
                                library_has_mine(library) ? library_folder(library, 0) : "");
    else if (folder > 0 || !library_has_mine(library))
        *problem = memory_print("%s came with knead and cannot be removed", entry->id);
    return !*problem;
}

/* Where a link leads, to free(). */
static char *read_link(const char *path)
{
    char target[PATH_MAX + 1];
    const ssize_t length = readlink(path, target, PATH_MAX);
    return length > 0 ? memory_print("%.*s", (int)length, target) : NULL;
}

/* All that it takes to bring it back. */
static bool read_file(RemovedFile *file, char **problem)
{
    struct stat status = {0};
    if (lstat(file->path, &status) == 0 && S_ISLNK(status.st_mode))
        file->link = read_link(file->path);
    file->mode = status.st_mode & (S_IRWXU | S_IRWXG | S_IRWXO);
    const FileResult result = file_read(file->path, USER_FILE_LIMIT, &file->bytes, &file->length);
    if (result == FILE_READ || (result == FILE_MISSING && file->link))
        return true;
    *problem = memory_print("cannot read %s, so it was not removed: %s", file->path, user_file_unread(result));
    return false;
}

static bool put_aside(RemovedFile *file, char **problem)
{
    char *why = NULL;
    if (!file->bytes)
        return true;
    file->aside = user_file_put_aside(file->id, file->bytes, file->length, &why);
    if (!file->aside)
        *problem = memory_print("cannot back up %s, so it was not removed: %s", file->path, why);
    free(why);
    return file->aside != NULL;
}

static bool take_away(const RemovedFile *file, char **problem)
{
    if (unlink(file->path) == 0)
        return true;
    *problem = memory_print("cannot remove %s: %s", file->path, strerror(errno));
    if (file->aside)
        unlink(file->aside);
    return false;
}

/* What has the id now: what it stood in place of, or another file of one's own. */
static void find_instead(RemovedFile *file, Library *library)
{
    char *problem = NULL;
    const LibraryEntry *entry = library_find(library, file->id, &problem);
    free(problem);
    if (!entry)
        return;
    file->instead = memory_copy_text(entry->path);
    file->is_shipped = !entry->is_mine;
}

bool remove_file_make(RemovedFile *file, Library *library, LibraryEntry *entry, char **problem)
{
    *problem = NULL;
    *file = (RemovedFile){0};
    if (!may_go(library, entry, problem))
        return false;
    file->id = memory_copy_text(entry->id);
    file->title = memory_copy_text(entry->title ? entry->title : entry->id);
    file->path = memory_copy_text(entry->path);
    const bool is_routine = entry->kind == ENTRY_IS_ROUTINE;
    if (!read_file(file, problem) || !put_aside(file, problem) || !take_away(file, problem)) {
        remove_file_release(file);
        return false;
    }
    library_refresh(library, NULL);
    if (is_routine)
        find_instead(file, library);
    return true;
}

/* Unless somebody has changed it since. */
static void forget_aside(const RemovedFile *file)
{
    char *bytes = NULL;
    size_t length;
    if (file->aside && file_read(file->aside, USER_FILE_LIMIT, &bytes, &length) == FILE_READ &&
        length == file->length && memcmp(bytes, file->bytes, length) == 0)
        unlink(file->aside);
    free(bytes);
}

static bool put_back(const RemovedFile *file)
{
    if (!file->link)
        return user_file_create(file->path, file->bytes, file->length);
    char *folder = path_folder(file->path);
    const bool is_back = path_make_folder(folder) && symlink(file->link, file->path) == 0;
    const int why = errno;
    free(folder);
    errno = why;
    return is_back;
}

bool remove_file_undo(const RemovedFile *file, Library *library, char **problem)
{
    if (!put_back(file)) {
        char *why = user_file_trouble(file->path, errno);
        *problem = memory_print("%s%s%s", why, file->aside ? "; it is still in " : "", file->aside ? file->aside : "");
        free(why);
        return false;
    }
    if (!file->link)
        chmod(file->path, file->mode);
    forget_aside(file);
    library_refresh(library, NULL);
    return true;
}

void remove_file_forget_all(App *app)
{
    while (app->removal_count > 0)
        remove_file_release(&app->removals[--app->removal_count]);
    free(app->removals);
    app->removals = NULL;
    app->removal_capacity = 0;
}

void remove_file_entry(App *app, Request request)
{
    if (request.value < 0 || (size_t)request.value >= library_count(app->library))
        return;
    char *problem = NULL;
    RemovedFile file;
    reload_expect(app);
    const bool is_gone = remove_file_make(&file, app->library, library_at(app->library, (size_t)request.value),
                                          &problem);
    reload_files(app);
    if (!is_gone) {
        state_set_notice(app, problem);
        return;
    }
    app->removals = memory_grow(app->removals, &app->removal_capacity, app->removal_count + 1, sizeof *app->removals);
    app->removals[app->removal_count++] = file;
    state_set_notice(app, memory_print("Removed: %s. Press %s to undo.%s", file.title, state_key(app, ACTION_UNDO),
                                       file.is_shipped ? " The version that came with knead is back."
                                       : file.instead  ? " You have another file with the same id."
                                                       : ""));
}

void remove_file_shared(App *app, Request request)
{
    if (request.value < 0 || (size_t)request.value >= app->shared_moves.count)
        return;
    const ModelMove *move = &app->shared_moves.moves[request.value];
    state_set_notice(app, move->is_mine
                              ? memory_print("%s is in a file of moves. Press %s to open it and delete it there.",
                                             move->id, state_key(app, ACTION_EDIT_ROUTINE))
                              : memory_print("%s came with knead and cannot be removed.", move->id));
}

void remove_file_undo_last(App *app, Request request)
{
    (void)request;
    if (app->removal_count == 0)
        return;
    char *problem = NULL;
    RemovedFile *file = &app->removals[app->removal_count - 1];
    reload_expect(app);
    const bool is_back = remove_file_undo(file, app->library, &problem);
    reload_files(app);
    if (!is_back) {
        state_set_notice(app, problem);
        return;
    }
    state_set_notice(app, memory_print("Restored: %s.", file->title));
    remove_file_release(file);
    app->removal_count--;
}
