/* SPDX-License-Identifier: MIT */
/* Routines that are made and edited from the app: the question for a title, the file in the editor, and what follows:
 * it is right and shown, or its problems are, with the ways on. */
#ifndef APP_AUTHORING_H
#define APP_AUTHORING_H

#include <stdbool.h>
#include <stdint.h>

#include "app/effects.h"
#include "app/state.h"
#include "routine/library.h"
#include "ui/screen.h"

/* A new one: asks for its title; then writes it, and wishes for the editor. */
void authoring_name(App *app, Request request);
void authoring_write(App *app, Request request);

/* One that there is, each with a wish for the editor, or a notice that says why not. */
void authoring_edit_entry(App *app, Request request);  /* value: an index in the library */
void authoring_edit_move(App *app, Request request);   /* value: a move of the plan that is looked at, or -1 */
void authoring_edit_shared(App *app, Request request); /* value: an index among the shared moves */

/* Wishes for the editor on an entry at a line (0: the first problem's, else the title's), or says why not. */
void authoring_begin(App *app, LibraryEntry *entry, int32_t line, EditorTask task);

/* The line of a move of the plan in the file of its routine. */
int32_t authoring_line(const App *app, const PlanMove *move);

/* Takes up what the editor has left. */
void authoring_take_up(App *app, bool editor_worked);

/* The entry that the editor has left, read anew; the lists know of it. NULL with a notice: the editor did not work,
 * nothing was changed, or the file is gone. */
LibraryEntry *authoring_read(App *app, bool editor_worked);

/* Shows what is wrong with it, in the place of what was shown of it before; and takes that away. */
void authoring_show_wrong(App *app, LibraryEntry *entry);
void authoring_hide_wrong(App *app);

/* The ways on from there. */
void authoring_mend(App *app, Request request);
void authoring_keep(App *app, Request request);
void authoring_throw_away(App *app, Request request);

/* Nothing is made or edited any more. */
void authoring_forget(App *app);

#endif
