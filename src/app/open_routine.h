/* SPDX-License-Identifier: MIT */
/* Opens the page of a routine, before it is started: of one in the library, of a single shared move, or of one that is
 * composed now. Also opens the library screen. */
#ifndef APP_OPEN_ROUTINE_H
#define APP_OPEN_ROUTINE_H

#include "app/effects.h"
#include "ui/screen.h"

void open_routine_entry(App *app, LibraryEntry *entry); /* already loaded */
void open_routine_listed(App *app, Request request);    /* value: an index in the library */
void open_routine_move(App *app, Request request);      /* value: an index among the shared moves */
void open_routine_composed(App *app, Request request);  /* value: an Area; the rest is as the settings say */
void open_routine_pair(App *app, Request request);      /* the one that the routine shown goes with, in its place */
void open_routine_library(App *app, Request request);

#endif
