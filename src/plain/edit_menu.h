/* SPDX-License-Identifier: MIT */
/* A routine in the person's editor, from the menus. */
#ifndef PLAIN_EDIT_MENU_H
#define PLAIN_EDIT_MENU_H

#include "plain/console.h"

/* Gives the terminal to the editor with the file of the routine that is looked at; one that was put together for the
 * moment gets a title and a file first, one that came with knead a copy of one's own. Says afterwards what was saved,
 * or what is wrong, and asks then what to do with it. */
void edit_menu_open(Console *console);

/* What the choice that leads there is called. */
const char *edit_menu_name(const Model *model);

#endif
