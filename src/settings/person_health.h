/* SPDX-License-Identifier: MIT */
/* What the user has said of their health, as in the settings: health words, and where a recent injury is
 * (`[clot, {recent-injury: [calves]}]`). */
#ifndef SETTINGS_PERSON_HEALTH_H
#define SETTINGS_PERSON_HEALTH_H

#include "routine/filter.h"
#include "yaml/schema.h"

FieldReader person_health_read; /* PersonHealth; what is right of a list with mistakes counts */

/* As YAML on one line for the settings file; `[]` where nothing was said. To free(). */
char *person_health_written(const PersonHealth *health);

#endif
