/* SPDX-License-Identifier: MIT */
/* Where ncurses writes to: a file in memory, so that each frame reaches the terminal whole, in one write, and a write
 * that fails is seen (ncurses alone makes five small ones and looks at none). */
#ifndef TERM_FRAME_H
#define TERM_FRAME_H

#include <stdbool.h>
#include <stdio.h>

typedef struct Frame {
    FILE *file;             /* for newterm; NULL: not open */
    char *map;              /* its first part; NULL where it cannot be mapped */
    long start;             /* where the frame that is being written began */
} Frame;

bool frame_open(Frame *frame);
void frame_close(Frame *frame);

/* Sends what was written since the last time. False where the terminal takes no more. */
bool frame_send(Frame *frame, int descriptor);

/* Forgets what was written since the last time. */
void frame_drop(Frame *frame);

#endif
