/* SPDX-License-Identifier: MIT */
/* One line of text that a person types, with a cursor in it. What stands there at first gives way to the first letter
 * that is typed, as marked text does. */
#ifndef UI_WIDGETS_TEXT_INPUT_H
#define UI_WIDGETS_TEXT_INPUT_H

#include <stdbool.h>
#include <stdint.h>

#include "ui/widgets/canvas.h"

enum { TEXT_INPUT_CHARACTERS = 80, TEXT_INPUT_BYTES = 4 * TEXT_INPUT_CHARACTERS + 1 };

/* Zeroed it is empty. */
typedef struct TextInput {
    char text[TEXT_INPUT_BYTES];
    size_t at;       /* the cursor, in bytes */
    bool is_offered; /* nobody has typed yet */
} TextInput;

/* Offers a text; what is too long is cut. */
void text_input_offer(TextInput *typed, const char *text);

/* Takes a key; false where it means nothing in a line of text, or changes nothing. */
bool text_input_key(TextInput *typed, int32_t key);

/* The part around the cursor, in a line of so many cells. */
void text_input_draw(const TextInput *typed, Canvas *canvas, int x, int y, int cells);

#endif
