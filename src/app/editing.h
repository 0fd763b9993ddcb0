/* SPDX-License-Identifier: MIT */
/* Routines that are made and edited from the app: the question for a title, the file in the editor, and what follows:
 * it is right and shown, or its problems are, with the ways on. */
#ifndef APP_EDITING_H
#define APP_EDITING_H

#include <stdbool.h>
#include <stdint.h>

#include "app/effects.h"
#include "app/state.h"
#include "routine/library.h"
#include "ui/screen.h"

/* A new one: asks for its title; then writes it, and wishes for the editor. */
void editing_name(App *app, Request request);
void editing_write(App *app, Request request);

/* One that there is, each with a wish for the editor, or a notice that says why not. */
void editing_edit_entry(App *app, Request request);  /* value: an index in the library */
void editing_edit_move(App *app, Request request);   /* value: a move of the plan that is looked at, or -1 */
void editing_edit_shared(App *app, Request request); /* value: an index among the shared moves */

/* Wishes for the editor on an entry at a line (0: the first problem's, else the title's), or says why not. */
void editing_begin(App *app, LibraryEntry *entry, int32_t line, EditorTask task);

/* The line of a move of the plan in the file of its routine. */
int32_t editing_line(const App *app, const PlanMove *move);

/* Takes up what the editor has left. */
void editing_take_up(App *app, bool editor_worked);

/* The entry that the editor has left, read anew; the lists know of it. NULL with a notice: the editor did not work,
 * nothing was changed, or the file is gone. */
LibraryEntry *editing_read(App *app, bool editor_worked);

/* Shows what is wrong with it, in the place of what was shown of it before; and takes that away. */
void editing_show_wrong(App *app, LibraryEntry *entry);
void editing_hide_wrong(App *app);

/* The ways on from there. */
void editing_repair(App *app, Request request);
void editing_keep(App *app, Request request);
void editing_throw_away(App *app, Request request);

/* Nothing is made or edited any more. */
void editing_forget(App *app);

#endif
