/* SPDX-License-Identifier: MIT */
/* A routine that was put together, written down as a person would: comments say why each move is there. */
#ifndef COMPOSE_WRITE_H
#define COMPOSE_WRITE_H

#include "compose/composition.h"

/* The file's text; to free(). Of the notes, the minutes and the areas are there, and it adds the rest. */
char *write_composition(const Composition *composition, ComposeNotes *notes);

#endif
