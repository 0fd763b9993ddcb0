/* SPDX-License-Identifier: MIT */
/* `knead list --tools`: what each tool is good for. */
#ifndef CLI_LIST_TOOLS_H
#define CLI_LIST_TOOLS_H

#include <jansson.h>

#include "cli/print_list.h"
#include "routine/library.h"

/* Of the tools that shared moves use, those in which all words are found, from soft to hard: added to `array`, or where
 * that is NULL to `table`. */
void list_tools(Library *library, const TextList *filter, json_t *array, ListTable *table);

#endif
