/* SPDX-License-Identifier: MIT */
/* Asks the system (inotify on Linux) to report changes in folders, including folders that do not exist yet. If the
 * system cannot report them, or not for every folder (network file systems), the watch is "deaf": then the caller must
 * check for changes itself. */
#ifndef PLATFORM_WATCH_H
#define PLATFORM_WATCH_H

#include <stdbool.h>
#include <stddef.h>

/* A folder to watch. What is really watched is the folder, or the nearest folder above it that exists. */
typedef struct WatchPlace {
    char *folder;
    int number;     /* the inotify watch; -1: none */
    char *awaited;  /* the name that must appear in the watched folder; NULL: the folder itself is watched */
    bool is_target; /* not added by watch_add: files in other folders link to files in it */
} WatchPlace;

/* A zeroed Watch watches nothing. */
typedef struct Watch {
    bool is_open, is_deaf;
    int descriptor; /* valid while is_open */
    WatchPlace *places;
    size_t count, capacity;
} Watch;

/* Starts watching. With `may_be_told` false, the watch is deaf from the start, as on a system without inotify. */
void watch_open(Watch *watch, bool may_be_told);
void watch_release(Watch *watch);

/* Adds a folder if it is new. It is watched from the next watch_renew on. */
void watch_add(Watch *watch, const char *folder);

/* Brings the watches up to date: watches folders that exist by now, and folders that links in them lead to. */
void watch_renew(Watch *watch);

/* The descriptor to poll for reading; -1 if there is none. */
int watch_descriptor(const Watch *watch);

/* Reads all reported changes without waiting. True if any of them concerned a YAML file or one of the folders. */
bool watch_take(Watch *watch);

#endif
