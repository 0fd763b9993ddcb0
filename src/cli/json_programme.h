/* SPDX-License-Identifier: MIT */
/* Programmes as JSON, with the keys of doc/command-line.md. Each function returns a new value that the caller owns. */
#ifndef CLI_JSON_PROGRAMME_H
#define CLI_JSON_PROGRAMME_H

#include <jansson.h>

#include "progress/course.h"
#include "routine/library.h"

/* `programme list --json`; `course` is the one that is followed, or NULL. */
json_t *json_programme_list(Library *library, const Course *course);

/* `programme show --json`; `course` NULL: it is not followed. */
json_t *json_programme_show(const Programme *programme, const Course *course);

#endif
