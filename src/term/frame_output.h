/* SPDX-License-Identifier: MIT */
/* The stream that ncurses writes to: a pipe of our own. Each frame is collected from it and sent to the terminal in one
 * write, and a write that fails is noticed (ncurses alone makes about five small writes and ignores their results). No
 * file is needed, so neither a full disk nor a limit on files can break the screen. ncurses hangs when the pipe is
 * full, so the caller must call frame_output_take before more is drawn than `room` allows. */
#ifndef TERM_FRAME_OUTPUT_H
#define TERM_FRAME_OUTPUT_H

#include <stdbool.h>
#include <stdio.h>

#include "base/text.h"

/* The most bytes that one cell can take: with attributes, two colours and a cursor move before it (today's terminals
 * need at most 93); and in the style of the cell before it, where only the character and its marks are sent. */
enum { FRAME_STYLED_CELL_BYTES = 128, FRAME_LIKE_CELL_BYTES = 16 };

typedef struct FrameOutput {
    FILE *file; /* for newterm; NULL: not open */
    int read_end;
    size_t room; /* bytes of cells that may be drawn before the next frame_output_take */
    Text bytes;  /* the frame so far */
} FrameOutput;

/* False if no pipe can be made; errno says why. */
bool frame_output_open(FrameOutput *frame);
void frame_output_close(FrameOutput *frame);

/* Moves what ncurses has written from the pipe to the frame. False if the pipe was empty. */
bool frame_output_take(FrameOutput *frame);

/* Appends bytes of our own to the frame. */
void frame_output_add(FrameOutput *frame, const char *bytes);

/* Writes the frame to the terminal and empties it. False if the terminal takes no more. */
bool frame_output_send(FrameOutput *frame, int descriptor);

/* Discards the frame and what is still in the pipe. */
void frame_output_drop(FrameOutput *frame);

#endif
