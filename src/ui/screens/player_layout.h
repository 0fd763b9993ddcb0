/* SPDX-License-Identifier: MIT */
/* Where things stand in the player, for any size of window: rows by rank until none is left, so that nothing moves when
 * the state changes. */
#ifndef UI_SCREENS_PLAYER_LAYOUT_H
#define UI_SCREENS_PLAYER_LAYOUT_H

#include <stdbool.h>

#include "ui/widgets/rect.h"

/* clang-format off */
typedef enum PlayerBlock {
    BLOCK_GAP, BLOCK_TITLE, BLOCK_SEGMENTS, BLOCK_NAME, BLOCK_PHASE, BLOCK_STAGE, BLOCK_CUE, BLOCK_PRESSURE,
    BLOCK_BREATH, BLOCK_PASSES, BLOCK_NEXT, BLOCK_AVOID, BLOCK_FEEL, BLOCK_ANSWER, BLOCK_FOOTER, BLOCK_COUNT
} PlayerBlock;
/* clang-format on */

typedef struct PlayerLayout {
    bool is_lines;            /* too small for blocks: plain lines from the top */
    Rect blocks[BLOCK_COUNT]; /* without height: not shown */
    Rect figure;              /* without width: no room */
    int label_cells;          /* before gauges and lines; 0: they go without */
} PlayerLayout;

PlayerLayout player_layout(int width, int height);

#endif
