/* SPDX-License-Identifier: MIT */
/* Opening the file of the records: for writing, else for reading, else not at all; and putting it aside where it is
 * damaged. What was wrong is noted in the store. */
#ifndef STORE_CONNECT_H
#define STORE_CONNECT_H

#include <stdbool.h>

#include "store/sql.h"

/* Opens store->path. False where it cannot be now; the mode says whether it may be tried again. */
bool connect_open(Store *store);
void connect_close(Store *store);

/* Whether another file, or none, stands at the path by now. */
bool connect_was_moved(const Store *store);

/* Closes the damaged file and puts it aside. False where it is stuck. */
bool connect_put_aside(Store *store);

#endif
