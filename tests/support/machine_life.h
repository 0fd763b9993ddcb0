/* SPDX-License-Identifier: MIT */
/* What a person does on one of several machines, for tests of import and of journals: by chance, but always the same
 * from the same start. */
#ifndef SUPPORT_MACHINE_LIFE_H
#define SUPPORT_MACHINE_LIFE_H

#include <stdint.h>

#include "store/store.h"

uint32_t machine_life_random(uint32_t *state);

/* The id of a session by its place in the list, or 0. */
int64_t machine_life_pick(Store *store, uint32_t random);

/* Between two exchanges: new, corrected and deleted sessions, deletions that are undone, pauses, events of a
 * programme. *number counts the new
 * sessions of all machines. */
void machine_life(Store *store, uint32_t *random, uint32_t *number);

#endif
