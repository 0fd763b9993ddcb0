/* SPDX-License-Identifier: MIT */
/* The two lists of the library, routines and shared moves, and what the words of a finder leave of them. */
#ifndef UI_SCREENS_LIBRARY_ROWS_H
#define UI_SCREENS_LIBRARY_ROWS_H

#include <stddef.h>

#include "ui/model.h"
#include "ui/screens/finder.h"

typedef enum LibraryShelf { SHELF_ROUTINES, SHELF_MOVES, SHELF_COUNT } LibraryShelf;

/* What is left of a shelf, as indices. */
typedef struct LibraryRows {
    size_t *items;       /* owned */
    int count, position; /* of the chosen one; 0 where the words hide it */
} LibraryRows;

size_t library_rows_count(const Model *model, LibraryShelf shelf);

/* `chosen` is an index of the shelf. */
LibraryRows library_rows_find(const Model *model, LibraryShelf shelf, const Finder *finder, size_t chosen);

#endif
