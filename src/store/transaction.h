/* SPDX-License-Identifier: MIT */
/* Transactions: what is done inside one is done completely or not at all. The database is opened first if it is not
 * open. For the modules in store/ only. */
#ifndef STORE_TRANSACTION_H
#define STORE_TRANSACTION_H

#include <stdbool.h>

#include "store/sql.h"

/* The work inside a transaction. If it returns false, everything is rolled back. If store->failure is set then, it
 * becomes a problem (store/problem.h). After a damaged file was renamed, the work runs once more, with the new file. */
typedef bool TransactionWork(Store *store, void *argument);

typedef enum TransactionCare {
    CARE_KILL,  /* safe against a kill, no sync */
    CARE_POWER, /* safe against a power cut: one sync */
    CARE_LAST   /* the same, but waits longer for other programs (1 s): there is no next try */
} TransactionCare;

bool transaction_write(Store *store, TransactionCare care, TransactionWork *work, void *argument);
bool transaction_read(Store *store, TransactionWork *work, void *argument);

#endif
