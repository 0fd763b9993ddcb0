/* SPDX-License-Identifier: MIT */
/* Holds what was loaded against what its text says, read a second time and by other means. */
#ifndef SUPPORT_ORACLE_H
#define SUPPORT_ORACLE_H

#include "routine/model.h"
#include "support/literal.h"

/* What the loaded routine has otherwise than its text, as a sentence that is overwritten by the next; NULL where it has
 * nothing. `shared` are the files of shared moves, the first that has an id winning. */
const char *oracle_differs(Literal *text, Literal *const *shared, size_t count, const Routine *routine);

/* The same of one shared move, as `use:` with no other key would load it. */
const char *oracle_move_differs(Literal *file, const char *id, const Move *move);

#endif
