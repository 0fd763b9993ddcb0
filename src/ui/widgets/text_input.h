/* SPDX-License-Identifier: MIT */
/* Text that a person types: one line with a cursor, or words to search for. A text that was offered is replaced by the
 * first character that is typed, like selected text. */
#ifndef UI_WIDGETS_TEXT_INPUT_H
#define UI_WIDGETS_TEXT_INPUT_H

#include <stdbool.h>
#include <stdint.h>

#include "ui/widgets/canvas.h"

enum { TEXT_INPUT_CHARACTERS = 80, TEXT_INPUT_BYTES = 1000 + 1 };

/* All zero: empty. */
typedef struct TextInput {
    char text[TEXT_INPUT_BYTES];
    size_t at;       /* the cursor, in bytes */
    bool is_offered; /* the text was offered, and nobody has typed yet */
    bool is_long;    /* as many bytes as there is room for; else TEXT_INPUT_CHARACTERS */
} TextInput;

/* Offers a text; what is too long is cut. */
void text_input_offer(TextInput *typed, const char *text);

/* Puts the cursor behind a text that is there already, to be continued or corrected; what is too long is cut. */
void text_input_take_up(TextInput *typed, const char *text);

/* Handles a key; false if it means nothing in a line of text, or changes nothing. */
bool text_input_key(TextInput *typed, int32_t key);

/* Draws the part around the cursor, in a line of `cells` cells. */
void text_input_draw(const TextInput *typed, Canvas *canvas, int x, int y, int cells);

/* Words that a person types to find something; each key changes what is found. */

enum { FINDER_BYTES = 64 };

/* All zero: empty, and nobody types. */
typedef struct Finder {
    bool is_typing;
    char words[FINDER_BYTES];
} Finder;

/* The single words; `items` point into `bytes`. */
typedef struct FinderWords {
    char bytes[FINDER_BYTES];
    const char *items[FINDER_BYTES];
    size_t count;
} FinderWords;

/* Handles a key while words are typed; false if the key is not for the finder (Enter, arrows). Escape, or Backspace
 * when there are no words, ends the typing and clears the words. */
bool finder_key(Finder *finder, int32_t key);

void finder_clear(Finder *finder);
void finder_part(const Finder *finder, FinderWords *words);

#endif
