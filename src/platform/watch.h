/* SPDX-License-Identifier: MIT */
/* Is told by the system when something changes in folders, also in one that is not there yet. Where the system tells
 * nothing, or not of every folder (another machine's), it is deaf: then changes must be looked for. */
#ifndef PLATFORM_WATCH_H
#define PLATFORM_WATCH_H

#include <stdbool.h>
#include <stddef.h>

/* A folder, and what of it is watched: itself, or the nearest one above it that is there. */
typedef struct WatchPlace {
    char *folder;
    int number;     /* the system's, -1: none */
    char *awaited;  /* what is to appear there; NULL: it is the folder itself */
    bool is_target; /* nobody asked for it, but links lead to files in it */
} WatchPlace;

/* Zeroed it watches nothing. */
typedef struct Watch {
    bool is_open, is_deaf;
    int descriptor; /* while it is open */
    WatchPlace *places;
    size_t count, capacity;
} Watch;

/* Begins; without `may_be_told` it is deaf from the start, as on a system that tells nothing. */
void watch_open(Watch *watch, bool may_be_told);
void watch_release(Watch *watch);

/* Adds a folder, once; it is watched from the next watch_renew on. */
void watch_add(Watch *watch, const char *folder);

/* Watches what is there by now, and the folders that links in it lead to. */
void watch_renew(Watch *watch);

/* To be waited on for reading; -1 where there is nothing to wait for. */
int watch_descriptor(const Watch *watch);

/* Takes all that was told, without waiting. True where it was about a YAML file or one of the folders. */
bool watch_take(Watch *watch);

#endif
