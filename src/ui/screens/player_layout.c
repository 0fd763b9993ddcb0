/* SPDX-License-Identifier: MIT */
#include "ui/screens/player_layout.h"

#include <stddef.h>

#include "base/macros.h"
#include "ui/body/body.h"
#include "ui/widgets/digits.h"

enum { LEAST_WIDTH = 40, LEAST_HEIGHT = 12, WIDE_WIDTH = 80, WIDE_HEIGHT = 22, LABELLED_WIDTH = 52, LABEL_CELLS = 9 };

typedef struct Row {
    PlayerBlock block;
    int rank, height;
} Row;

/* From top to bottom; the lowest ranks come first where there are not enough rows for all, each rank is one row's. A
 * block that stands in several rows grows by each. */
/* clang-format off */
static const Row rows[] = {
    {BLOCK_TITLE, 1, 1},     {BLOCK_SEGMENTS, 9, 1},  {BLOCK_GAP, 16, 1},     {BLOCK_NAME, 2, 1},
    {BLOCK_PHASE, 8, 1},     {BLOCK_GAP, 18, 1},      {BLOCK_STAGE, 3, DIGITS_LEAST_ROWS}, {BLOCK_GAP, 19, 1},
    {BLOCK_CUE, 4, 1},       {BLOCK_CUE, 7, 1},      {BLOCK_GAP, 23, 1},     {BLOCK_PRESSURE, 5, 1},
    {BLOCK_PRESSURE, 15, 1}, {BLOCK_BREATH, 12, 1},   {BLOCK_PASSES, 14, 1},  {BLOCK_GAP, 17, 1},
    {BLOCK_NEXT, 6, 1},      {BLOCK_AVOID, 11, 1},    {BLOCK_AVOID, 25, 1},   {BLOCK_FEEL, 22, 1},
    {BLOCK_FEEL, 26, 1},     {BLOCK_GAP, 24, 1},      {BLOCK_ANSWER, 13, 1},  {BLOCK_ANSWER, 20, 1},
    {BLOCK_GAP, 21, 1},      {BLOCK_FOOTER, 10, 1},
};
/* clang-format on */

/* The rows that are left when all have theirs go to the large place, as long as its width can use them; the others keep
 * the lower part together at the foot. */
static int stage_growth(int left, int content_width)
{
    int most = content_width * 2 / 5 - DIGITS_LEAST_ROWS;
    return MAX_OF(0, MIN_OF(left, most));
}

static int choose_rows(int height, bool is_chosen[ARRAY_LEN(rows)])
{
    size_t of_rank[ARRAY_LEN(rows) + 1] = {0};
    int left = height;
    for (size_t i = 0; i < ARRAY_LEN(rows); i++)
        of_rank[rows[i].rank] = i;
    for (size_t rank = 1; rank <= ARRAY_LEN(rows); rank++) {
        const size_t i = of_rank[rank];
        is_chosen[i] = rows[i].height <= left;
        left -= is_chosen[i] ? rows[i].height : 0;
    }
    return left;
}

static bool is_full_width(PlayerBlock block)
{
    return block == BLOCK_TITLE || block == BLOCK_SEGMENTS || block == BLOCK_FOOTER;
}

/* The figure's column, cut from the right of what is between the segments and the foot. */
static Rect cut_figure(Rect *content, int height)
{
    Rect none = {0};
    if (content->width < WIDE_WIDTH - 4 || height < WIDE_HEIGHT)
        return none;
    int top = 3, figure_rows = height - top - 3;
    while (body_width(2 * figure_rows) > content->width * 3 / 10)
        figure_rows--;
    Rect column = rect_cut_right(content, body_width(2 * figure_rows));
    rect_cut_right(content, content->width >= 2 * WIDE_WIDTH ? 6 : 3);
    return (Rect){column.x, top, column.width, figure_rows + 1};
}

PlayerLayout player_layout(int width, int height)
{
    PlayerLayout layout = {.is_lines = width < LEAST_WIDTH || height < LEAST_HEIGHT};
    if (layout.is_lines)
        return layout;
    Rect whole = rect_inset((Rect){0, 0, width, height}, width >= WIDE_WIDTH ? 2 : 1, 0), content = whole;
    layout.figure = cut_figure(&content, height);
    layout.label_cells = content.width >= LABELLED_WIDTH ? LABEL_CELLS : 0;

    bool is_chosen[ARRAY_LEN(rows)] = {false};
    int left = choose_rows(height, is_chosen), growth = stage_growth(left, content.width), y = 0;
    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        if (!is_chosen[i])
            continue;
        Rect *block = &layout.blocks[rows[i].block];
        int high = rows[i].height;
        if (rows[i].block == BLOCK_STAGE)
            high += growth + (left - growth) / 2;
        if (rows[i].block == BLOCK_FOOTER)
            y = height - 1;
        const Rect *columns = is_full_width(rows[i].block) ? &whole : &content;
        if (block->height == 0)
            *block = (Rect){columns->x, y, columns->width, 0};
        block->height += high;
        y += high;
    }
    return layout;
}
