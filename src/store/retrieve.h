/* SPDX-License-Identifier: MIT */
/* A session that was left, read back from the records: its plan, its place and what was done of it. */
#ifndef STORE_RETRIEVE_H
#define STORE_RETRIEVE_H

#include <stdbool.h>

#include "session/session.h"
#include "store/state.h"

/* Zeroed but for `session`, which is zeroed too. */
typedef struct Retrieval {
    Session *session; /* placed, paused or stopped */
    Plan *plan;       /* the caller's; NULL where it could not be read */
    char *problem;    /* why, to free(); NULL: the records say nothing of it */
} Retrieval;

/* A StoreWork over a Retrieval: reads the session that store->running has the number of, and fills in the rest of who it
 * is there. */
bool retrieve_session(Store *store, void *retrieval);

#endif
