/* SPDX-License-Identifier: MIT */
/* Opening the file of the records: for writing, else for reading, else not at all; and putting it aside where it is
 * damaged beyond doubt. What was wrong is noted in the store. */
#ifndef STORE_CONNECT_H
#define STORE_CONNECT_H

#include <stdbool.h>

#include "store/sql.h"

/* Opens store->path. False where it cannot be now; the mode says whether it may be tried again. */
bool connect_open(Store *store);
void connect_close(Store *store);

/* Whether another file, or none, stands at the path by now. */
bool connect_was_moved(const Store *store);

/* After connect_open has failed for want of room: what is there can be read all the same. For one piece of work, then it is
 * closed, so that writing is tried again. */
bool connect_open_to_read(Store *store);

/* Closes a file that seems to be damaged, and puts it aside where that is beyond doubt. False where it is stuck, or sound
 * for all that can be seen. */
bool connect_put_aside(Store *store);

#endif
