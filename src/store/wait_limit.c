/* SPDX-License-Identifier: MIT */
#include "store/wait_limit.h"

#include <stddef.h>

#include "base/macros.h"

/* SQLite's way to the system, but for its sleep. */
static struct {
    sqlite3_vfs ours, *theirs; /* theirs is NULL until ours is made */
    int left_us;
} patience;

/* A sleep that is not to be had is told as had: what it was for is tried again, and given up after so many times. */
static int sleep_while_patient(sqlite3_vfs *system, int us)
{
    (void)system;
    const int slept_us = MIN_OF(us, patience.left_us);
    patience.left_us -= slept_us;
    if (slept_us > 0)
        patience.theirs->xSleep(patience.theirs, slept_us);
    return us;
}

const char *wait_limit_system(void)
{
    if (patience.theirs)
        return patience.ours.zName;
    sqlite3_vfs *theirs = sqlite3_vfs_find(NULL);
    if (!theirs)
        return NULL;
    patience.ours = *theirs;
    patience.ours.pNext = NULL;
    patience.ours.zName = "knead";
    patience.ours.xSleep = sleep_while_patient;
    if (sqlite3_vfs_register(&patience.ours, 0) != SQLITE_OK)
        return NULL;
    patience.theirs = theirs;
    return patience.ours.zName;
}

void wait_limit_set(sqlite3 *db, int ms)
{
    patience.left_us = ms * 1000;
    sqlite3_busy_timeout(db, ms);
}
