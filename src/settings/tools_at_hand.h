/* SPDX-License-Identifier: MIT */
/* The tools that the user has at hand, as in the settings: a list, a single tool, or the word `none`. */
#ifndef SETTINGS_TOOLS_AT_HAND_H
#define SETTINGS_TOOLS_AT_HAND_H

#include <stdbool.h>

#include "routine/model.h"
#include "yaml/schema.h"

/* Zeroed: the user has not said which tools they have. */
typedef struct ToolsAtHand {
    TextList names;
    const Mark *marks; /* the place of each name in the file; NULL: not from a file */
    bool is_said;      /* false: any tool will do; true with no names: there are none */
} ToolsAtHand;

/* The word for no tools at all; it cannot be combined with others. */
extern const char tools_at_hand_none[];

FieldReader tools_at_hand_read; /* ToolsAtHand */

/* Whether this tool is in the list. With name NULL: whether the user said that there are no tools. */
bool tools_at_hand_has(const ToolsAtHand *tools, const char *name);

/* Adds a warning for each name that is not in `known`, at its place and with the nearest name as a hint. */
void tools_at_hand_warn(const ToolsAtHand *tools, const Words *known, DiagnosticList *diags);

/* The tools as YAML on one line for the settings file: `[a, b]`, `[none]`, or `[]` if nothing was said. To free(). */
char *tools_at_hand_written(const ToolsAtHand *tools);

#endif
