/* SPDX-License-Identifier: MIT */
/* A plan as JSON text, so that an unfinished session can be resumed even if its routine files have changed or are gone.
 * The text names its format. Reading checks everything, as in a file from a stranger. */
#ifndef STORE_PLAN_JSON_H
#define STORE_PLAN_JSON_H

#include "session/plan.h"

char *plan_json_write(const Plan *plan); /* to free() */

/* Returns the plan, to plan_free(). NULL if the text is not valid; *problem is then a phrase, to free(). */
Plan *plan_json_read(const char *text, char **problem);

#endif
