/* SPDX-License-Identifier: MIT */
/* What was told once and need not be told again, such as the advice of the first start. */
#ifndef STORE_TOLD_H
#define STORE_TOLD_H

#include <stdbool.h>
#include <stdint.h>

#include "store/store.h"

#define TOLD_ADVICE "advice"

/* False too where the records cannot be read. */
bool told_has(Store *store, const char *name);
bool told_note(Store *store, const char *name, int64_t now_s);

#endif
