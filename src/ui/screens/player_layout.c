/* SPDX-License-Identifier: MIT */
#include "ui/screens/player_layout.h"

#include <string.h>

#include "base/macros.h"
#include "ui/body/body.h"
#include "ui/widgets/letters.h"

enum { LEAST_WIDTH = 40, LEAST_HEIGHT = 12, WIDE_WIDTH = 80, WIDE_HEIGHT = 22, LABELLED_WIDTH = 52, LABEL_CELLS = 9 };
enum {
    LARGE_WIDTH = 100,
    LARGE_HEIGHT = 32,
    TALL_HEIGHT = 48,
    TALL_PLACE = 36,
    TWO_LINES = 18,
    WORDY_WIDTH = 76,
    POSED_WIDTH = 86,
    COLUMN_GAP = 3
};
enum { WORD_GAP = 3, STATE_EDGES = 2, STATE_ROWS = 5, TALL_WORD_ROWS = 8 };

static const char *const widest_side = "RIGHT", *const widest_arrow = "RIGHT>", *const widest_state = "GET READY";

static bool plan_has_positions(const Plan *plan)
{
    for (size_t i = 0; i < plan->step_count; i++) {
        if (plan->steps[i].positions.count > 0)
            return true;
    }
    return false;
}

static bool plan_has_sides(const Plan *plan)
{
    for (size_t i = 0; i < plan->step_count; i++) {
        if (plan->steps[i].side != SIDE_NONE)
            return true;
    }
    return false;
}

/* The time that takes the most room in the session. */
static void widest_time(char clock[DURATION_TEXT_SIZE], const Session *session)
{
    int64_t longest_s = session->length_ms / 1000;
    for (size_t i = 0; i < session->plan->step_count; i++)
        longest_s = MAX_OF(longest_s, session->plan->steps[i].seconds);
    duration_clock(clock, longest_s);
}

/* Windows of a usual size: one column, in which blocks get rows by their rank. */

typedef struct Row {
    PlayerBlock block;
    int rank, height;
} Row;

/* From top to bottom; the lowest ranks come first where there are not enough rows for all, each rank is one row's. A
 * block that stands in several rows grows by each. */
/* clang-format off */
static const Row block_rows[] = {
    {BLOCK_TITLE, 9, 1},     {BLOCK_SEGMENTS, 10, 1}, {BLOCK_GAP, 21, 1},     {BLOCK_NAME, 1, 1},
    {BLOCK_PHASE, 7, 1},     {BLOCK_GAP, 13, 1},      {BLOCK_STAGE, 2, DIGITS_LEAST_ROWS}, {BLOCK_GAP, 20, 1},
    {BLOCK_CUE, 3, 1},       {BLOCK_CUE, 8, 1},       {BLOCK_GAP, 23, 1},     {BLOCK_PRESSURE, 4, 1},
    {BLOCK_PRESSURE, 16, 1}, {BLOCK_BREATH, 12, 1},   {BLOCK_PASSES, 14, 1},  {BLOCK_GAP, 19, 1},
    {BLOCK_NEXT, 5, 1},      {BLOCK_AVOID, 11, 1},    {BLOCK_AVOID, 15, 1},   {BLOCK_FEEL, 22, 1},
    {BLOCK_FEEL, 25, 1},     {BLOCK_GAP, 24, 1},      {BLOCK_ANSWER, 18, 1},
    {BLOCK_GAP, 17, 1},      {BLOCK_FOOTER, 6, 1},
};
/* clang-format on */

/* The rows that are left when all have theirs go to the large place, as long as its width can use them; the others keep
 * the lower part together at the foot. */
static int stage_growth(int left, int content_width)
{
    int most = content_width * 2 / 5 - DIGITS_LEAST_ROWS;
    return MAX_OF(0, MIN_OF(left, most));
}

static int choose_rows(int height, bool is_chosen[ARRAY_LEN(block_rows)])
{
    size_t of_rank[ARRAY_LEN(block_rows) + 1] = {0};
    int left = height;
    for (size_t i = 0; i < ARRAY_LEN(block_rows); i++)
        of_rank[block_rows[i].rank] = i;
    for (size_t rank = 1; rank <= ARRAY_LEN(block_rows); rank++) {
        const size_t i = of_rank[rank];
        is_chosen[i] = block_rows[i].height <= left;
        left -= is_chosen[i] ? block_rows[i].height : 0;
    }
    return left;
}

static bool is_full_width(PlayerBlock block)
{
    return block == BLOCK_TITLE || block == BLOCK_SEGMENTS || block == BLOCK_ANSWER || block == BLOCK_FOOTER;
}

/* The figure's column, cut from the right of what is between the segments and the foot; wider where a position then
 * fits into it. */
static Rect cut_figure(Rect *content, int height, bool has_positions)
{
    Rect none = {0};
    if (content->width < WIDE_WIDTH - 2 || height < WIDE_HEIGHT)
        return none;
    int top = 3, figure_rows = height - top - 4;
    while (body_width(2 * figure_rows) > content->width * 3 / 10)
        figure_rows--;
    int width = body_width(2 * figure_rows);
    if (has_positions && content->width >= POSED_WIDTH)
        width = MAX_OF(width, content->width * 3 / 10);
    Rect column = rect_cut_right(content, width);
    rect_cut_right(content, COLUMN_GAP);
    return (Rect){column.x, top, column.width, figure_rows + 1};
}

static void stack_blocks(PlayerLayout *layout, Rect whole, Rect content)
{
    bool is_chosen[ARRAY_LEN(block_rows)] = {false};
    const bool has_two_lines = whole.width < WORDY_WIDTH && whole.height >= TWO_LINES;
    const int height = whole.height - (has_two_lines ? 1 : 0);
    int left = choose_rows(height, is_chosen), growth = stage_growth(left, content.width), y = 0;
    for (size_t i = 0; i < ARRAY_LEN(block_rows); i++) {
        if (!is_chosen[i])
            continue;
        Rect *block = &layout->blocks[block_rows[i].block];
        int high = block_rows[i].height;
        if (block_rows[i].block == BLOCK_STAGE)
            high += growth + (left - growth) / 2;
        if (block_rows[i].block == BLOCK_FOOTER) {
            y = height - 1;
            high += whole.height - height;
        }
        const Rect *columns = is_full_width(block_rows[i].block) ? &whole : &content;
        if (block->height == 0)
            *block = (Rect){columns->x, y, columns->width, 0};
        block->height += high;
        y += high;
    }
}

/* The time with the side to its right, if there is room for both: first the time gives up its width, then there is no
 * large side. */
static void place_beside(PlayerLayout *layout, Look look, const char *time)
{
    const Rect stage = layout->blocks[BLOCK_STAGE];
    const int with_arrow = digits_width(widest_arrow, digits_small()), bare = digits_width(widest_side, digits_small());
    const int room = stage.width - digits_width(time, (DotSize){2, 2}) - WORD_GAP;
    const char *widest = with_arrow <= room ? widest_arrow : widest_side;
    DotSize size = digits_fit(look, time, stage.width - (with_arrow <= room ? with_arrow : bare) - WORD_GAP,
                              stage.height);
    const bool has_side = layout->has_sides && size.columns > 0;
    if (!has_side)
        size = digits_fit(look, time, stage.width, stage.height);
    const int rows = digits_height(size), y = stage.y + (stage.height - rows) / 2;
    layout->time_size = size;
    layout->time = (Rect){stage.x, y, digits_width(time, size), rows};
    if (!has_side)
        return;
    const int x = stage.x + layout->time.width + WORD_GAP;
    DotSize side_size = digits_fit(look, widest, stage.x + stage.width - x, rows);
    if (side_size.columns > size.columns)
        side_size = size;
    const int side_rows = digits_height(side_size);
    layout->side_size = side_size;
    layout->side = (Rect){x, y + rows - side_rows, digits_width(widest, side_size), side_rows};
}

/* Large windows: on the left side, time and cue, as large as fits; on the right the figure, and what is read once. */

static Rect row_above(int *foot, int x, int width, int rows)
{
    *foot -= rows;
    return (Rect){x, *foot, width, rows};
}

static void place_right(PlayerLayout *layout, Rect column)
{
    Rect *blocks = layout->blocks;
    blocks[BLOCK_FEEL] = rect_cut_bottom(&column, 2);
    rect_cut_bottom(&column, 1);
    blocks[BLOCK_AVOID] = rect_cut_bottom(&column, 3);
    rect_cut_bottom(&column, 1);
    layout->column = column;
    int rows = column.height - 1;
    while (body_width(2 * rows) > column.width)
        rows--;
    layout->figure = rect_centre(column, body_width(2 * rows), rows + 1);
    layout->figure.y = column.y;
}

static int state_width(int letter_rows)
{
    return letters_width(widest_state, letter_rows) + 2 * STATE_EDGES;
}

/* The side at the top and the state beside it, then the time; what is left is the cue's. */
static void place_stacked(PlayerLayout *layout, Look look, const char *time, Rect place)
{
    const int narrow = digits_width(widest_arrow, digits_small()) + WORD_GAP;
    const bool is_tall = place.height >= TALL_PLACE && narrow + state_width(LETTERS_TALL_ROWS) <= place.width;
    const int word_rows = is_tall ? TALL_WORD_ROWS : DIGITS_LEAST_ROWS;
    const int state_cells = state_width(is_tall ? LETTERS_TALL_ROWS : LETTERS_LEAST_ROWS);
    layout->blocks[BLOCK_STAGE] = place;
    layout->side_size = digits_fit(look, widest_arrow, place.width - WORD_GAP - state_cells, word_rows);
    Rect words = rect_cut_top(&place, word_rows);
    if (layout->has_sides) {
        layout->side = rect_cut_left(&words, digits_width(widest_arrow, layout->side_size));
        layout->side.height = digits_height(layout->side_size);
        rect_cut_left(&words, WORD_GAP);
    }
    layout->state = (Rect){words.x, words.y, MIN_OF(words.width, state_cells), STATE_ROWS + is_tall};
    rect_cut_top(&place, 1);
    layout->time_size = digits_fit(look, time, place.width, MAX_OF(DIGITS_LEAST_ROWS, (place.height - 1) / 2));
    layout->time = rect_cut_top(&place, digits_height(layout->time_size));
    layout->time.width = digits_width(time, layout->time_size);
    rect_cut_top(&place, 1);
    layout->blocks[BLOCK_STAGE].height -= place.height;
    layout->blocks[BLOCK_CUE] = place;
}

static void place_large(PlayerLayout *layout, Rect whole, Look look, const char *time)
{
    Rect *blocks = layout->blocks, rest = whole, left = whole;
    blocks[BLOCK_TITLE] = rect_cut_top(&rest, 1);
    blocks[BLOCK_SEGMENTS] = rect_cut_top(&rest, 1);
    blocks[BLOCK_FOOTER] = rect_cut_bottom(&rest, 1);
    rect_cut_top(&rest, 1);
    rect_cut_bottom(&rest, 1);
    left = rest;
    Rect right = rect_cut_right(&left, rest.width * 2 / 5);
    rect_cut_right(&left, COLUMN_GAP);
    place_right(layout, right);
    blocks[BLOCK_NAME] = rect_cut_top(&left, 1);
    blocks[BLOCK_PHASE] = rect_cut_top(&left, 1);
    rect_cut_top(&left, 1);
    int foot = left.y + left.height;
    blocks[BLOCK_ANSWER] = row_above(&foot, left.x, left.width, whole.height >= TALL_HEIGHT ? 2 : 1);
    blocks[BLOCK_NEXT] = row_above(&foot, left.x, left.width, 1);
    blocks[BLOCK_PASSES] = row_above(&foot, left.x, left.width, 1);
    blocks[BLOCK_BREATH] = row_above(&foot, left.x, left.width, 1);
    blocks[BLOCK_PRESSURE] = row_above(&foot, left.x, left.width, 2);
    left.height = foot - 1 - left.y;
    place_stacked(layout, look, time, left);
}

PlayerLayout player_layout(const Session *session, Look look, int width, int height)
{
    PlayerLayout layout = {.is_lines = width < LEAST_WIDTH || height < LEAST_HEIGHT,
                           .has_sides = plan_has_sides(session->plan)};
    if (layout.is_lines)
        return layout;
    char time[DURATION_TEXT_SIZE];
    widest_time(time, session);
    Rect whole = rect_inset((Rect){0, 0, width, height}, 1, 0), content = whole;
    layout.is_large = width >= LARGE_WIDTH && height >= LARGE_HEIGHT;
    if (!layout.is_large)
        layout.figure = layout.column = cut_figure(&content, height, plan_has_positions(session->plan));
    layout.label_cells = content.width >= LABELLED_WIDTH ? LABEL_CELLS : 0;
    if (layout.is_large) {
        place_large(&layout, whole, look, time);
    } else {
        stack_blocks(&layout, whole, content);
        place_beside(&layout, look, time);
    }
    return layout;
}

Rect player_layout_setup(const PlayerLayout *layout)
{
    Rect place = layout->blocks[BLOCK_CUE];
    const Rect next = layout->blocks[BLOCK_NEXT], answer = layout->blocks[BLOCK_ANSWER];
    const int end = answer.height > 0 ? next.y : next.y + next.height;
    place.height = MAX_OF(place.height, end - place.y);
    return place;
}

/* Drawing the stage. */

static Style time_style(const Scene *scene)
{
    const bool stands = scene->kind == SCENE_PAUSED || scene->kind == SCENE_STOPPED || scene->is_waiting;
    return style_of(stands ? ROLE_DIM : ROLE_CLEAR);
}

static void draw_side(Canvas *canvas, const PlayerLayout *layout, Side side)
{
    const Rect place = layout->side;
    if (place.width == 0 || side == SIDE_NONE)
        return;
    const bool has_arrow = digits_width(widest_arrow, layout->side_size) <= place.width;
    digits_draw(canvas, place.x, place.y, layout->side_size, style_bold(ROLE_ACCENT), scene_big_side(side, has_arrow));
    if (has_arrow)
        return;
    const bool is_left = side == SIDE_LEFT;
    canvas_put(canvas, is_left ? place.x - 2 : place.x + place.width + 1, place.y + place.height / 2,
               style_bold(ROLE_ACCENT), is_left ? 0x25C2 : 0x25B8, is_left ? '<' : '>');
}

/* Each state but a hold has a ground of its own. */
static void draw_state(Canvas *canvas, Rect place, const Scene *scene)
{
    if (place.width == 0)
        return;
    const char *holding = scene->step->passes > 0 ? "MOVE" : "HOLD";
    const char *word = scene->kind == SCENE_HOLD ? holding : scene->is_waiting ? "WAITING" : scene_word(scene->kind);
    const int letters = place.height > STATE_ROWS ? LETTERS_TALL_ROWS : LETTERS_LEAST_ROWS;
    Rect box = place;
    if (!canvas->look.is_utf8 || canvas->look.is_halves_only)
        box = (Rect){place.x, place.y + place.height / 2, (int)strlen(word) + 2 * STATE_EDGES, 1};
    else
        box.width = MIN_OF(box.width, letters_width(word, letters) + 2 * STATE_EDGES);
    const Style style = scene_state_style(scene);
    canvas_fill(canvas, box, style);
    box = rect_inset(box, STATE_EDGES, box.height > 1 ? 1 : 0);
    letters_draw(canvas, box, letters, style, word);
}

void player_layout_draw_stage(Canvas *canvas, const PlayerLayout *layout, const Scene *scene)
{
    const Rect time = layout->time;
    const int x = time.x + time.width - digits_width(scene->clock, layout->time_size);
    digits_draw(canvas, x, time.y, layout->time_size, time_style(scene), scene->clock);
    draw_side(canvas, layout, scene->step->side);
    draw_state(canvas, layout->state, scene);
}
