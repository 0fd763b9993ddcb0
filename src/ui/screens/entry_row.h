/* SPDX-License-Identifier: MIT */
/* A routine of the library, or a shared move, as a row of a list. */
#ifndef UI_SCREENS_ENTRY_ROW_H
#define UI_SCREENS_ENTRY_ROW_H

#include <stdbool.h>

#include "ui/screen_model.h"
#include "ui/widgets/canvas.h"

/* With settings, what they speak against it stands in the row; NULL: nobody is asked. */
void entry_row_draw(Canvas *canvas, Rect row, const LibraryEntry *entry, const Settings *settings, bool is_chosen);
void entry_row_draw_move(Canvas *canvas, Rect row, const ModelMove *move, const Settings *settings, bool is_chosen);

#endif
