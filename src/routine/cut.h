/* SPDX-License-Identifier: MIT */
/* A file of shared moves parted into its moves by lines and indentation alone: for a routine that uses a few of many.
 */
#ifndef ROUTINE_CUT_H
#define ROUTINE_CUT_H

#include <stdbool.h>
#include <stddef.h>

/* A move's lines, its id and what belongs to it. Borrowed from the text. */
typedef struct Cut {
    const char *id; /* not ended by a zero byte */
    size_t id_length;
    const char *start;
    size_t length;
} Cut;

typedef struct CutList {
    Cut *items;
    size_t count, capacity;
} CutList;

/* Parts the text, into a zeroed list. False where it is not written so plainly that lines tell: `moves:` on a line of
 * its own at the left, ids in block style below it, no anchors or aliases, no tabs for indentation. */
bool cut_all(const char *text, size_t length, CutList *cuts);

/* The first move of that id, or NULL. */
const Cut *cut_find(const CutList *cuts, const char *id);

void cut_release(CutList *cuts);

#endif
