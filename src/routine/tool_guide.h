/* SPDX-License-Identifier: MIT */
/* What each tool is good for, which is softer than another, and what stands in for it at home. Any id can name a tool;
 * this is about those that moves which come with knead use. */
#ifndef ROUTINE_TOOL_GUIDE_H
#define ROUTINE_TOOL_GUIDE_H

#include <stddef.h>

typedef struct ToolGuide {
    const char *id, *name;
    int firmness; /* 1: the softest, to TOOL_FIRMNESS_MOST; tools of one number are about as firm. 0: not pressed on */
    const char *good_for, *at_home, *mind; /* for what and whom; what stands in for it; what to take care of */
} ToolGuide;

enum { TOOL_FIRMNESS_MOST = 8 };

/* From soft to hard, then those that are not pressed on. */
extern const ToolGuide tool_guides[];
extern const size_t tool_guide_count;

/* NULL for a tool that only a person's own moves use. */
const ToolGuide *tool_guide_find(const char *id);

/* "soft", "medium", "hard"; NULL for 0. */
const char *tool_guide_firmness(int firmness);

#endif
