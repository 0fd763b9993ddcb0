/* SPDX-License-Identifier: MIT */
/* The safety text: when not to massage, when to get help, and how to go about it. It is written only here. The screens
 * show it, and `knead help safety` prints it. */
#ifndef UI_SCREENS_SAFETY_H
#define UI_SCREENS_SAFETY_H

#include <stddef.h>

#include "base/text.h"
#include "ui/widgets/theme.h"

/* Lines under one heading, the most urgent part first. */
typedef struct SafetyPart {
    const char *heading;
    Role role; /* how the heading stands out */
    const char *const *lines;
    size_t count;
} SafetyPart;

enum { SAFETY_PARTS = 5 };

extern const SafetyPart safety_parts[SAFETY_PARTS];

/* The part that everybody reads once: what this is, how hard, when to stop, whom to ask. */
extern const SafetyPart *const safety_advice;

/* What to do when it hurts, and when to stop for today. */
extern const char *const safety_when_it_hurts, *const safety_when_to_stop;

/* All of it as lines of text, at most `width` cells wide. */
void safety_print(Text *into, int width);

#endif
