/* SPDX-License-Identifier: MIT */
/* A plan as text, to go on with a session whatever has become of its files. The text says its format; what is read is
 * trusted no more than a file from a stranger. */
#ifndef STORE_PLAN_JSON_H
#define STORE_PLAN_JSON_H

#include "session/plan.h"

char *plan_json_write(const Plan *plan); /* to free() */

/* NULL with *problem, half a sentence to free(). */
Plan *plan_json_read(const char *text, char **problem);

#endif
