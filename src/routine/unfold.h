/* SPDX-License-Identifier: MIT */
/* A routine's text with its shared moves written out where they are used, line by line, so that all else stays as its
 * author wrote it. */
#ifndef ROUTINE_UNFOLD_H
#define ROUTINE_UNFOLD_H

#include "base/text.h"
#include "routine/lines.h"
#include "routine/model.h"
#include "routine/move_source.h"

/* False where the text is not written so plainly that lines tell; nothing is added then. `root` and `routine` are what
 * was read from the lines. */
bool unfold_text(Text *into, const LineList *lines, const Node *root, const Routine *routine, MoveSourceList *origins);

#endif
