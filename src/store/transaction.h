/* SPDX-License-Identifier: MIT */
/* Reading and writing the records in one piece: what is done inside is done whole or not at all. Opens the database where
 * that was not done yet or has to be done again. For the modules of the records alone. */
#ifndef STORE_TRANSACTION_H
#define STORE_TRANSACTION_H

#include <stdbool.h>

#include "store/sql.h"

/* A piece of work inside one transaction: false undoes it. Where `failure` is set then, that becomes a problem; a
 * damaged file is put aside and the work done once more with the new one. */
typedef bool TransactionWork(Store *store, void *argument);

typedef enum TransactionCare {
    CARE_KILL,  /* safe against a kill, no sync */
    CARE_POWER, /* safe against a power cut: one sync */
    CARE_LAST   /* the same, and patient with other programs: there is no next time */
} TransactionCare;

bool transaction_write(Store *store, TransactionCare care, TransactionWork *work, void *argument);
bool transaction_read(Store *store, TransactionWork *work, void *argument);

#endif
