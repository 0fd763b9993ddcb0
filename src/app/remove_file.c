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

void remove_file_release(RemovedFile *removal)
{
    free(removal->id);
    free(removal->title);
    free(removal->path);
    free(removal->aside);
    free(removal->bytes);
    free(removal->link);
    free(removal->instead);
    *removal = (RemovedFile){0};
}

/* The folder of the library that a file lies in, its shared moves too; -1: in none. */
static int folder_of(const Library *library, const char *path)
{
    char *folder = path_folder(path);
    int found = -1;
    for (size_t i = 0; i < library_folder_count(library) && found < 0; i++) {
        char *moves = path_join(library_folder(library, i), "moves");
        if (path_is_same(folder, library_folder(library, i)) || path_is_same(folder, moves))
            found = (int)i;
        free(moves);
    }
    free(folder);
    return found;
}

/* Only what lies in one's own folder is one's own to take away: a path may lead anywhere. */
static bool may_go(const Library *library, const LibraryEntry *entry, char **problem)
{
    const int folder = entry->is_text ? -1 : folder_of(library, entry->path);
    if (entry->is_text)
        *problem = memory_print("%s was put together for the moment: there is no file of it", entry->title);
    else if (folder < 0)
        *problem = memory_print("%s is not among your routines%s%s; what lies elsewhere is for rm to delete",
                                entry->path, library_has_mine(library) ? " in " : "",
                                library_has_mine(library) ? library_folder(library, 0) : "");
    else if (folder > 0 || !library_has_mine(library))
        *problem = memory_print("%s came with knead, and stays", entry->id);
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
static bool read_file(RemovedFile *removal, char **problem)
{
    struct stat status = {0};
    if (lstat(removal->path, &status) == 0 && S_ISLNK(status.st_mode))
        removal->link = read_link(removal->path);
    removal->mode = status.st_mode & (S_IRWXU | S_IRWXG | S_IRWXO);
    const FileResult result = file_read(removal->path, ORIGINAL_LIMIT, &removal->bytes, &removal->length);
    if (result == FILE_READ || (result == FILE_MISSING && removal->link))
        return true;
    *problem = memory_print("%s cannot be read, so it stays: %s", removal->path, user_file_unread(result));
    return false;
}

static bool put_aside(RemovedFile *removal, char **problem)
{
    char *why = NULL;
    if (!removal->bytes)
        return true;
    removal->aside = user_file_put_aside(removal->id, removal->bytes, removal->length, &why);
    if (!removal->aside)
        *problem = memory_print("%s cannot be put aside, so it stays: %s", removal->path, why);
    free(why);
    return removal->aside != NULL;
}

static bool take_away(const RemovedFile *removal, char **problem)
{
    if (unlink(removal->path) == 0)
        return true;
    *problem = memory_print("%s cannot be taken away: %s", removal->path, strerror(errno));
    if (removal->aside)
        unlink(removal->aside);
    return false;
}

/* What has the id now: what it stood in place of, or another file of one's own. */
static void find_instead(RemovedFile *removal, Library *library)
{
    char *problem = NULL;
    const LibraryEntry *entry = library_find(library, removal->id, &problem);
    free(problem);
    if (!entry)
        return;
    removal->instead = memory_copy_text(entry->path);
    removal->is_shipped = !entry->is_mine;
}

bool remove_file_make(RemovedFile *removal, Library *library, LibraryEntry *entry, char **problem)
{
    *problem = NULL;
    *removal = (RemovedFile){0};
    if (!may_go(library, entry, problem))
        return false;
    removal->id = memory_copy_text(entry->id);
    removal->title = memory_copy_text(entry->title ? entry->title : entry->id);
    removal->path = memory_copy_text(entry->path);
    const bool is_moves = entry->is_moves;
    if (!read_file(removal, problem) || !put_aside(removal, problem) || !take_away(removal, problem)) {
        remove_file_release(removal);
        return false;
    }
    library_refresh(library, NULL);
    if (!is_moves)
        find_instead(removal, library);
    return true;
}

/* Unless somebody has changed it since. */
static void forget_aside(const RemovedFile *removal)
{
    char *bytes = NULL;
    size_t length;
    if (removal->aside && file_read(removal->aside, ORIGINAL_LIMIT, &bytes, &length) == FILE_READ &&
        length == removal->length && memcmp(bytes, removal->bytes, length) == 0)
        unlink(removal->aside);
    free(bytes);
}

static bool put_back(const RemovedFile *removal)
{
    if (!removal->link)
        return user_file_create(removal->path, removal->bytes, removal->length);
    char *folder = path_folder(removal->path);
    const bool is_back = path_make_folder(folder) && symlink(removal->link, removal->path) == 0;
    const int why = errno;
    free(folder);
    errno = why;
    return is_back;
}

bool remove_file_undo(const RemovedFile *removal, Library *library, char **problem)
{
    if (!put_back(removal)) {
        char *why = user_file_trouble(removal->path, errno);
        *problem = memory_print("%s%s%s", why, removal->aside ? "; it is still in " : "",
                                removal->aside ? removal->aside : "");
        free(why);
        return false;
    }
    if (!removal->link)
        chmod(removal->path, removal->mode);
    forget_aside(removal);
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
    RemovedFile removal;
    reload_expect(app);
    const bool is_gone = remove_file_make(&removal, app->library, library_at(app->library, (size_t)request.value),
                                          &problem);
    reload_files(app);
    if (!is_gone) {
        state_set_notice(app, problem);
        return;
    }
    app->removals = memory_grow(app->removals, &app->removal_capacity, app->removal_count + 1, sizeof *app->removals);
    app->removals[app->removal_count++] = removal;
    state_set_notice(app, memory_print("Taken away: %s. u brings it back.%s", removal.title,
                                       removal.is_shipped ? " The one that came with knead is there again."
                                       : removal.instead  ? " Another file of yours has its id."
                                                          : ""));
}

void remove_file_shared(App *app, Request request)
{
    if (request.value < 0 || (size_t)request.value >= app->shared_moves.count)
        return;
    const ModelMove *move = &app->shared_moves.moves[request.value];
    state_set_notice(
        app, move->is_mine ? memory_print("%s stands in a file of moves: e opens it, to take it out there.", move->id)
                           : memory_print("%s came with knead, and stays.", move->id));
}

void remove_file_undo_last(App *app, Request request)
{
    (void)request;
    if (app->removal_count == 0)
        return;
    char *problem = NULL;
    RemovedFile *removal = &app->removals[app->removal_count - 1];
    reload_expect(app);
    const bool is_back = remove_file_undo(removal, app->library, &problem);
    reload_files(app);
    if (!is_back) {
        state_set_notice(app, problem);
        return;
    }
    state_set_notice(app, memory_print("Back again: %s.", removal->title));
    remove_file_release(removal);
    app->removal_count--;
}
