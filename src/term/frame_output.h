/* SPDX-License-Identifier: MIT */
/* Where ncurses writes to: a pipe of our own, so that each frame reaches the terminal whole, in one write, and a write
 * that fails is seen (ncurses alone makes five small ones and looks at none). It needs no file: neither a full disk nor a
 * limit on files takes the screen away. But a pipe that is full would hold ncurses up for ever, so it has to be emptied,
 * with frame_output_take, before more is drawn than it has room for. */
#ifndef TERM_FRAME_OUTPUT_H
#define TERM_FRAME_OUTPUT_H

#include <stdbool.h>
#include <stdio.h>

#include "base/text.h"

/* The most that a cell comes to: with attributes, two colours and a move of the cursor before it (terminals of today take
 * 93 bytes at most); in the style of the cell before it, only a letter with its marks. */
enum { FRAME_STYLED_CELL_BYTES = 128, FRAME_LIKE_CELL_BYTES = 16 };

typedef struct FrameOutput {
    FILE *file; /* for newterm; NULL: not open */
    int read_end;
    size_t room; /* bytes of cells that may be drawn from one frame_output_take to the next */
    Text bytes;  /* the frame so far */
} FrameOutput;

/* False where no pipe is to be had; errno says why. */
bool frame_output_open(FrameOutput *frame);
void frame_output_close(FrameOutput *frame);

/* Takes what ncurses wrote out of the pipe and into the frame. False where there was nothing. */
bool frame_output_take(FrameOutput *frame);

/* Bytes of our own, after what was taken until now. */
void frame_output_add(FrameOutput *frame, const char *bytes);

/* Sends what was taken and added since the last time. False where the terminal takes no more. */
bool frame_output_send(FrameOutput *frame, int descriptor);

/* Forgets what was written since the last time. */
void frame_output_drop(FrameOutput *frame);

#endif
