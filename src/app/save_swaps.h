/* SPDX-License-Identifier: MIT */
/* What is swapped in the plan that is looked at or followed, written into the files of its routines; and named where it
 * was for this time only. */
#ifndef APP_SAVE_SWAPS_H
#define APP_SAVE_SWAPS_H

#include <stddef.h>
#include <stdint.h>

#include "app/edit_file.h"
#include "app/effects.h"
#include "ui/screen.h"

/* Writes what is swapped in a routine that was chosen (by its index) into a file that was made of it, or is it, and adds
 * to the file's note what was written, and what could not be. `line` is one of the routine's lines, 0 for none:
 * the editor then opens where it is now. Where `is_over`, what is written is swapped no longer. */
void save_swaps_write(App *app, size_t chosen, EditFile *edit_file, int32_t line, bool is_over);

/* Keeps all of them, each with its routine, without the editor; a notice says where, or why not. */
void save_swaps_keep(App *app, Request request);

/* The page of the routine, or the session, is left: what was swapped is named, on the screen that comes or as last
 * words. */
void save_swaps_say_over(App *app);

#endif
