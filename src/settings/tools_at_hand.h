/* SPDX-License-Identifier: MIT */
/* The tools that a person has at hand, as the settings name them: a list, one alone, or the word `none`. */
#ifndef SETTINGS_TOOLS_AT_HAND_H
#define SETTINGS_TOOLS_AT_HAND_H

#include <stdbool.h>

#include "routine/model.h"
#include "yaml/schema.h"

/* Zeroed nothing was said. */
typedef struct ToolsAtHand {
    TextList names;
    const Mark *marks; /* where each stands in the file; NULL: they come from elsewhere */
    bool is_said;      /* false: tools are not asked about; true without a name: there are none */
} ToolsAtHand;

/* The word for no tools at all, which stands alone. */
extern const char tools_at_hand_none[];

FieldReader tools_at_hand_read; /* ToolsAtHand */

/* Whether a tool is at hand; NULL: whether it was said that there are none. */
bool tools_at_hand_has(const ToolsAtHand *tools, const char *name);

/* Warns of each name that is not among `known`, with its place and the nearest word. */
void tools_at_hand_warn(const ToolsAtHand *tools, const Words *known, DiagnosticList *diags);

/* The tools as the settings write them, on one line: `[a, b]`, `[none]`, or `[]` for not asked about. To free(). */
char *tools_at_hand_written(const ToolsAtHand *tools);

#endif
