/* SPDX-License-Identifier: MIT */
/* What a person types: one line of text with a cursor in it, or words to find something by. What stands in a line at first
 * gives way to the first letter that is typed, as marked text does. */
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

/* Words that a person types to find something; each key changes what is found. */

enum { FINDER_BYTES = 64 };

/* Zeroed it is empty and nobody types. */
typedef struct Finder {
    bool is_typing;
    char words[FINDER_BYTES];
} Finder;

/* The words, parted; they live here. */
typedef struct FinderWords {
    char bytes[FINDER_BYTES];
    const char *items[FINDER_BYTES];
    size_t count;
} FinderWords;

/* A key while words are typed; false where it is none of the finder's (Enter, arrows). Escape ends it, and so does
 * Backspace with nothing before it. */
bool finder_key(Finder *finder, int32_t key);

void finder_clear(Finder *finder);
void finder_part(const Finder *finder, FinderWords *words);

#endif
