/* SPDX-License-Identifier: MIT */
/* Where the parts of the player are in any window. It depends on the window and the plan, not on the moment, so each
 * part keeps its cells from the first second of a session to the last. */
#ifndef UI_SCREENS_PLAYER_LAYOUT_H
#define UI_SCREENS_PLAYER_LAYOUT_H

#include "ui/screens/player.h"
#include "ui/widgets/digits.h"

/* clang-format off */
typedef enum PlayerBlock {
    BLOCK_GAP, BLOCK_TITLE, BLOCK_SEGMENTS, BLOCK_NAME, BLOCK_PHASE, BLOCK_STAGE, BLOCK_CUE, BLOCK_PRESSURE,
    BLOCK_BREATH, BLOCK_PASSES, BLOCK_NEXT, BLOCK_AVOID, BLOCK_FEEL, BLOCK_ANSWER, BLOCK_FOOTER, BLOCK_COUNT
} PlayerBlock;
/* clang-format on */

typedef struct PlayerLayout {
    bool is_lines;            /* too small for blocks: plain lines from the top */
    bool has_sides;           /* a step of the plan has one: there is a place for it */
    bool is_large;            /* two columns, and the cue in large letters */
    Rect blocks[BLOCK_COUNT]; /* without height: not shown */
    Rect figure;              /* without width: no room */
    Rect column;              /* all the room there is where the figure stands; without width: none */
    int label_cells;          /* width of the labels before gauges and lines; 0: no labels */

    /* In BLOCK_STAGE. */
    Rect time; /* a shorter time stands at its right end */
    DotSize time_size;
    Rect side; /* without width: the side is a chip before the name, or no step has a side. A bare word has its arrow
                * beside it, in a single cell. */
    DotSize side_size;
    Rect state; /* the state as a large word; without width: only in the line of BLOCK_PHASE */
} PlayerLayout;

PlayerLayout player_layout(const Session *session, Look look, int width, int height);

/* The room that a set-up may use: the cue's, and what is below it down to the line of what is next. */
Rect player_layout_setup(const PlayerLayout *layout);

/* The time, the side and the state, large. */
void player_layout_draw_stage(Canvas *canvas, const PlayerLayout *layout, const Scene *scene);

#endif
