/* SPDX-License-Identifier: MIT */
#include "platform/watch.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/folder.h"
#include "base/macros.h"
#include "base/memory.h"
#include "base/path.h"

static void close_watch(Watch *watch)
{
    if (watch->is_open)
        close(watch->descriptor);
    watch->is_open = false;
    for (size_t i = 0; i < watch->count; i++)
        watch->places[i].number = -1;
}

void watch_release(Watch *watch)
{
    close_watch(watch);
    for (size_t i = 0; i < watch->count; i++) {
        free(watch->places[i].folder);
        free(watch->places[i].awaited);
    }
    free(watch->places);
    *watch = (Watch){0};
}

/* The place of a folder, a new one where it is not known yet. */
static WatchPlace *place_of(Watch *watch, const char *folder, bool is_target)
{
    for (size_t i = 0; i < watch->count; i++) {
        if (strcmp(watch->places[i].folder, folder) == 0)
            return &watch->places[i];
    }
    watch->places = memory_grow(watch->places, &watch->capacity, watch->count + 1, sizeof *watch->places);
    watch->places[watch->count] = (WatchPlace){
        .folder = memory_copy_text(folder), .number = -1, .is_target = is_target};
    return &watch->places[watch->count++];
}

void watch_add(Watch *watch, const char *folder)
{
    place_of(watch, folder, false)->is_target = false;
}

int watch_descriptor(const Watch *watch)
{
    return watch->is_open ? watch->descriptor : -1;
}

#if defined(__linux__)
#include <errno.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <sys/vfs.h>

enum {
    FOLDER_GONE = IN_DELETE_SELF | IN_MOVE_SELF | IN_UNMOUNT | IN_Q_OVERFLOW,
    ABOVE = IN_CREATE | IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF,
    WITHIN = ABOVE | IN_DELETE | IN_MOVED_FROM | IN_MODIFY | IN_CLOSE_WRITE | IN_ATTRIB,
};

/* File systems that others change without this machine being told: NFS, SMB (three kinds), 9P, FUSE, Ceph, AFS, Coda
 * and VirtualBox's. */
static const unsigned long remote[] = {0x6969,     0x517B,     0xFF534D42, 0xFE534D42, 0x01021997,
                                       0x65735546, 0x00C36400, 0x6B414653, 0x73757245, 0x786F4256};

static bool is_remote(const char *folder)
{
    struct statfs status;
    if (statfs(folder, &status) != 0)
        return false;
    for (size_t i = 0; i < ARRAY_LEN(remote); i++) {
        if (((unsigned long)status.f_type & 0xFFFFFFFF) == remote[i])
            return true;
    }
    return false;
}

void watch_open(Watch *watch, bool may_be_told)
{
    watch->descriptor = may_be_told ? inotify_init1(IN_NONBLOCK | IN_CLOEXEC) : -1;
    watch->is_open = watch->descriptor >= 0;
    watch->is_deaf = !watch->is_open;
}

/* Watches the folder at a path, or else the nearest above it, and sets what is awaited there. False where the system
 * watches no more. */
static bool watch_nearest(Watch *watch, WatchPlace *place)
{
    char *path = memory_copy_text(place->folder);
    free(place->awaited);
    place->awaited = NULL;
    for (;;) {
        const uint32_t mask = (place->awaited ? ABOVE : WITHIN) | IN_ONLYDIR | IN_MASK_ADD;
        place->number = inotify_add_watch(watch->descriptor, path, mask);
        if (place->number >= 0 || (errno != ENOENT && errno != ENOTDIR) || strcmp(path, "/") == 0 ||
            strcmp(path, ".") == 0)
            break;
        free(place->awaited);
        place->awaited = memory_copy_text(path_base(path));
        char *above = path_folder(path);
        free(path);
        path = above;
    }
    const bool is_full = place->number < 0 && errno != EACCES && errno != ENOENT && errno != ENOTDIR;
    watch->is_deaf = watch->is_deaf || place->number < 0 || is_remote(path);
    free(path);
    return !is_full;
}

/* It may have appeared just before the one above it was watched. */
static bool watch_place(Watch *watch, WatchPlace *place)
{
    enum { TRIES = 3 };
    bool is_done = watch_nearest(watch, place);
    for (int i = 1; i < TRIES && is_done && place->awaited && access(place->folder, F_OK) == 0; i++)
        is_done = watch_nearest(watch, place);
    return is_done;
}

static void add_target(Watch *watch, const char *link)
{
    struct stat status;
    char *real = lstat(link, &status) == 0 && S_ISLNK(status.st_mode) ? realpath(link, NULL) : NULL;
    if (!real)
        return;
    char *folder = path_folder(real);
    place_of(watch, folder, true);
    free(folder);
    free(real);
}

/* Where a file is a link, the folder that it leads to is told of what is written, and this one is not. */
static void add_targets(Watch *watch, const char *folder)
{
    Arena arena = {0};
    NameList names = {0};
    folder_list(&arena, folder, &names);
    for (size_t i = 0; i < names.count; i++) {
        char *path = path_join(folder, names.items[i]);
        add_target(watch, path);
        free(path);
    }
    folder_release(&names);
    arena_release(&arena);
}

static bool is_used(const Watch *watch, int number)
{
    for (size_t i = 0; i < watch->count; i++) {
        if (watch->places[i].number == number)
            return true;
    }
    return false;
}

void watch_renew(Watch *watch)
{
    for (size_t i = 0; i < watch->count && watch->is_open; i++) {
        const int before = watch->places[i].number;
        if (!watch_place(watch, &watch->places[i])) {
            close_watch(watch);
            watch->is_deaf = true;
        } else if (before >= 0 && !is_used(watch, before)) {
            inotify_rm_watch(watch->descriptor, before);
        }
        if (!watch->places[i].is_target && !watch->places[i].awaited)
            add_targets(watch, watch->places[i].folder);
    }
}

static bool matters(const Watch *watch, const struct inotify_event *event)
{
    if (event->mask & FOLDER_GONE)
        return true;
    for (size_t i = 0; i < watch->count && event->len > 0; i++) {
        const WatchPlace *place = &watch->places[i];
        if (place->number != event->wd)
            continue;
        if (place->awaited ? strcmp(place->awaited, event->name) == 0
                           : event->name[0] != '.' && folder_stem(event->name) > 0)
            return true;
    }
    return false;
}

bool watch_take(Watch *watch)
{
    union {
        struct inotify_event event; /* for the alignment */
        char bytes[4096];
    } told;
    bool is_about = false;
    ssize_t count;
    while (watch->is_open && (count = read(watch->descriptor, told.bytes, sizeof told.bytes)) > 0) {
        for (size_t at = 0; at < (size_t)count;) {
            const struct inotify_event *event = (const void *)(told.bytes + at);
            is_about = matters(watch, event) || is_about;
            at += sizeof *event + event->len;
        }
    }
    return is_about;
}

#else

void watch_open(Watch *watch, bool may_be_told)
{
    (void)may_be_told;
    watch->is_deaf = true;
}

void watch_renew(Watch *watch)
{
    (void)watch;
}

bool watch_take(Watch *watch)
{
    (void)watch;
    return false;
}

#endif
