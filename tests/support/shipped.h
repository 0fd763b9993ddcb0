/* SPDX-License-Identifier: MIT */
/* Every shared move that comes with the program, to compose with. */
#ifndef SUPPORT_SHIPPED_H
#define SUPPORT_SHIPPED_H

#include "compose/compose.h"
#include "routine/library.h"

typedef struct Shipped {
    Library *library;
    Arena arena;
    ComposeMove *items;
    size_t count;
} Shipped;

extern Shipped shipped;

/* A fixture. */
void read_shipped(void);
void release_shipped(void);

/* Every routine that comes with it, read; fails the test where one has a problem. After read_shipped. */
void load_shipped_routines(void);

/* The shared move of an id; fails the test where there is none. */
const Move *shipped_move(const char *id);

/* That place alone; -1: any. */
WordList only_place(int place);

/* The composed text, checked as a file: fails the test where anything is wrong with it. Takes the text. */
const Routine *routine_of_composed(char *text);

/* Whether it works on what was wished, or on what the recipe of that brings with it. Nothing wished is all. */
bool is_for_wish(const ComposeRequest *wish, const Move *move);

/* "calves, desk, mobility, 6 min" */
char *name_of_wish(const ComposeRequest *wish);

#endif
