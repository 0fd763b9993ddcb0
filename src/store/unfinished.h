/* SPDX-License-Identifier: MIT */
/* A session that was left, for the offer to go on with it. */
#ifndef STORE_UNFINISHED_H
#define STORE_UNFINISHED_H

#include <stdbool.h>
#include <stdint.h>

#include "store/store.h"

typedef struct UnfinishedSession {
    int64_t id;
    char *title;
    int64_t started_s, left_s; /* seconds since 1970 */
    int32_t at_s, total_s;     /* into the plan; the plan's length */
    char *where;               /* "Calf strip, left", or what it was doing */
    bool has_done;             /* something was held in it, or hurt: it would be in the history */
} UnfinishedSession;

/* The newest session that was left and that no running knead holds; false where there is none. Fill is released by
 * unfinished_release. */
bool unfinished_find(Store *store, UnfinishedSession *left);
void unfinished_release(UnfinishedSession *left);

#endif
