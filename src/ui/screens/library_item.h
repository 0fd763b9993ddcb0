/* SPDX-License-Identifier: MIT */
/* A routine of the library, or a shared move: as a row of a list, or as a short text on a page. What the person's
 * settings say against it is shown too. */
#ifndef UI_SCREENS_LIBRARY_ITEM_H
#define UI_SCREENS_LIBRARY_ITEM_H

#include "ui/screen.h"

/* A row of a list: title, time and places; on a second line, if the row has one, what it is for and what it needs. */
typedef struct RowText {
    const char *title;
    const char *mark;    /* a word behind the title, or NULL */
    const char *trouble; /* why it cannot be opened, shown instead of time and place; or NULL */
    const char *note;    /* what speaks against it for this person, or NULL */
    bool is_back;        /* drawn dimmed, since it suits less than the others */
    int32_t seconds;
    const char *length; /* instead of these as a clock; or NULL */
    const char *places, *details;
} RowText;

/* Draws it. The chosen row is highlighted and marked, and has the cursor. */
void row_text_draw(Canvas *canvas, Rect row, const RowText *text, bool is_chosen);

/* What a row says of it besides its title and time. */
typedef struct LibraryItemWords {
    Text places, details, note; /* note: what speaks against it */
} LibraryItemWords;

/* A routine as a row with other words. Takes over the texts in `words`. */
void library_item_draw_words(Canvas *canvas, Rect row, const LibraryEntry *entry, const Settings *settings,
                             LibraryItemWords *words, bool is_back, bool is_chosen);

/* Whether a routine is one of the person's favourites. */
bool library_item_is_favourite(const LibraryEntry *entry, const Settings *settings);

void library_item_draw(Canvas *canvas, Rect row, const LibraryEntry *entry, const Settings *settings, bool is_chosen);
void library_item_draw_move(Canvas *canvas, Rect row, const ModelMove *move, const Settings *settings, bool is_chosen);

/* Said where no move may take the place of another. */
extern const char library_item_nothing_to_swap[];

/* What a routine is, its moves, what it needs; or what is wrong with it. `is_long`: also why each move is there, what
 * to try first, and the sources. */
void library_item_add(Page *page, const LibraryEntry *entry, const Settings *settings, bool is_long);

/* The problems of a file, each with its line. */
void library_item_add_problems(Page *page, const LibraryEntry *entry);

/* For an empty library: where to put the first file, and an example of one. */
void library_item_add_first(Page *page, const Library *library);

#endif
