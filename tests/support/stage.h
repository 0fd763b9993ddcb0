/* SPDX-License-Identifier: MIT */
/* A model with all that screens look at, filled from a folder of routines and the text of a settings file, and screens
 * to look at it. */
#ifndef SUPPORT_STAGE_H
#define SUPPORT_STAGE_H

#include "ui/screen.h"

typedef struct Stage {
    Model model;
    Library *library;
    Settings settings;
    DiagnosticList diags; /* of the settings */
    Plan *plan;
    Arena arena;
    ModelMove *moves;
    ScreenStack stack;
} Stage;

extern const Look stage_colour, stage_mono, stage_ascii;

/* `folder` below tests/routines, all of it loaded. The window is 80 x 24. */
void stage_open(Stage *stage, const char *folder, const char *settings);
void stage_release(Stage *stage);

/* The plan of a routine, as after REQUEST_OPEN, without moves that the settings rule out. */
void stage_look_at(Stage *stage, const char *id);

/* Every shared move may take the place of the first of the plan; the first of them is named for it. */
void stage_offer_swaps(Stage *stage);

void stage_push(Stage *stage, const Screen *screen);

/* Types what is plain in `keys`; `>` is down, `<` up, `!` Enter, `~` Escape, `^` Tab, `_` the end. Returns the last
 * answer. */
Request stage_type(Stage *stage, const char *keys);

/* What is shown at that size, to free(). */
char *stage_text(Stage *stage, int width, int height, Look look, bool styles);

/* Fails where the words are not in it, or are and should not be. */
void stage_check_shows(Stage *stage, int width, int height, const char *words, bool is_shown);

/* Compares with tests/golden/screens/NAME.txt. */
void stage_check_golden(Stage *stage, const char *name, int width, int height, Look look, bool styles);

/* Every size from one cell up, the mark moving up and down: nothing is drawn outside, the cursor is inside. */
void stage_check_sizes(Stage *stage);

#endif
