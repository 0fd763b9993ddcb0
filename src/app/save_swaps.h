/* SPDX-License-Identifier: MIT */
/* Writes the swaps of the current plan into the files of its routines, so that they last; and names the swaps that were
 * for this time only. */
#ifndef APP_SAVE_SWAPS_H
#define APP_SAVE_SWAPS_H

#include <stddef.h>
#include <stdint.h>

#include "app/edit_file.h"
#include "app/effects.h"
#include "ui/screen.h"

/* Writes the swaps of one chosen routine (`chosen` is its index in the selection) into `edit_file`: the routine's own
 * file, or a copy of it. Adds to the file's note which swaps were written and which could not be. `line` is the line of
 * a move in the routine, 0 for none: the editor then opens where that move is now. With `is_over`, swaps that were
 * written are removed from the selection. */
void save_swaps_write(App *app, size_t chosen, EditFile *edit_file, int32_t line, bool is_over);

/* Writes all swaps, each into the file of its routine, without the editor. A notice says where, or why not. */
void save_swaps_keep(App *app, Request request);

/* The person leaves the page of the routine, or the session: names the swaps that were for this time only, in a notice
 * or, when the app ends, in its last words. */
void save_swaps_say_over(App *app);

#endif
