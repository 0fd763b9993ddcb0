/* SPDX-License-Identifier: MIT */
/* The screen of a pty test: a terminal emulator (libvterm) that bytes go into, and what a person would see. */
#ifndef SUPPORT_EMULATOR_H
#define SUPPORT_EMULATOR_H

#include <stdbool.h>
#include <stddef.h>

enum {
    PTY_COLOR_DEFAULT = -1, /* the terminal's own */
    PTY_COLOR_RGB = -2,     /* not one of the palette */
};

typedef struct PtyCell {
    char text[32]; /* the character in UTF-8, with what combines with it; empty where nothing was written */
    int width;
    bool bold, underline, reverse, blink;
    int foreground, background; /* 0 to 255, or PTY_COLOR_... */
} PtyCell;

typedef struct Emulator Emulator;

Emulator *emulator_new(int rows, int columns);
void emulator_free(Emulator *emulator);
void emulator_resize(Emulator *emulator, int rows, int columns);

/* Takes what the program wrote. Returns how many bytes the terminal answers with, at most `size`, put into `answer`. */
size_t emulator_take(Emulator *emulator, const char *bytes, size_t length, char *answer, size_t size);

const char *emulator_text(Emulator *emulator);         /* all rows, each ended by a newline; borrowed */
const char *emulator_row(Emulator *emulator, int row); /* borrowed until the next call */
bool emulator_find(Emulator *emulator, const char *text, int *row, int *column);
PtyCell emulator_cell(const Emulator *emulator, int row, int column);
void emulator_cursor(const Emulator *emulator, int *row, int *column, bool *is_shown);
int emulator_bells(const Emulator *emulator);

/* What of the terminal is not as it was before anything was written, or NULL. */
const char *emulator_left_over(const Emulator *emulator);

#endif
