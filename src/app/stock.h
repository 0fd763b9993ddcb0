/* SPDX-License-Identifier: MIT */
/* All shared moves, read once, when they are first asked for. */
#ifndef APP_STOCK_H
#define APP_STOCK_H

#include <stdbool.h>

#include "compose/compose.h"
#include "routine/library.h"
#include "ui/screen_model.h"

/* Zeroed, nothing was read. */
typedef struct Stock {
    Arena arena;
    ModelMove *moves; /* sorted by id; those that have errors are left out */
    size_t count;
    bool is_read;
} Stock;

void stock_read(Stock *stock, Library *library);
void stock_release(Stock *stock);

/* A shared move by its id; NULL where there is none. */
const ModelMove *stock_find(const Stock *stock, const char *id);

/* Puts a routine together from what there is: compose_routine. */
char *stock_compose(const Stock *stock, const ComposeRequest *effects, ComposeNotes *notes, char **problem);

#endif
