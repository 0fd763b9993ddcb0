/* SPDX-License-Identifier: MIT */
/* The items of `moves`: moves, rests and repeats. */
#ifndef ROUTINE_ROUTINE_ITEM_H
#define ROUTINE_ROUTINE_ITEM_H

#include "routine/model.h"
#include "routine/move.h"

/* Reads a list of items, or one alone. False after a problem with the list itself. */
bool routine_item_read_list(Reading *reading, const Node *list, Item **items, size_t *count);

/* Reports that there is no move, where one is needed. Returns false. */
bool routine_item_report_none(DiagnosticList *diags, Mark mark);

#endif
