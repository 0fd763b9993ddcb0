/* SPDX-License-Identifier: MIT */
/* One line of text that a person types, with a cursor in it. What stands there at first gives way to the first letter
 * that is typed, as marked text does. */
#ifndef UI_WIDGETS_TEXT_INPUT_H
#define UI_WIDGETS_TEXT_INPUT_H

#include <stdbool.h>
#include <stdint.h>

#include "ui/widgets/canvas.h"

enum { TYPED_CHARACTERS = 80, TYPED_BYTES = 4 * TYPED_CHARACTERS + 1 };

/* Zeroed it is empty. */
typedef struct Typed {
    char text[TYPED_BYTES];
    size_t at;              /* the cursor, in bytes */
    bool is_offered;        /* nobody has typed yet */
} Typed;

/* Offers a text; what is too long is cut. */
void typed_offer(Typed *typed, const char *text);

/* Takes a key; false where it means nothing in a line of text, or changes nothing. */
bool typed_key(Typed *typed, int32_t key);

/* The part around the cursor, in a line of so many cells. */
void typed_draw(const Typed *typed, Canvas *canvas, int x, int y, int cells);

#endif
