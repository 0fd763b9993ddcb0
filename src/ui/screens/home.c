/* SPDX-License-Identifier: MIT */
#include "ui/screens/home.h"

#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/utf8.h"
#include "routine/wording.h"

/* Chips. */

enum {
    LABEL_CELLS = 5,
    TOOL_LINES = 3,            /* at most, but for a high column: */
    COLUMN_ROWS_FOR_TOOLS = 9, /* for each of them */
    AT_HAND = 1 << 20,         /* more than any number of uses that counts */
};

/* The minutes that can be said. At the upper end of their scale, behind the most, is any time. */
enum {
    MINUTES_LEAST = 3,
    MINUTES_USUAL = 10,
    MINUTES_MOST = 60,
    MINUTES_ANY,
    MINUTES_STEP = 5, /* of the page keys */
    SCALE_X = 14,     /* of the scale, from the row's start */
    SCALE_MIN = 8,
};

/* As it is shown, with blanks for hyphens. */
static const char *chip_name(const Model *model, const HomeChip *chip)
{
    if (chip->value == MODEL_ANY)
        return chip->row == HOME_PLACES ? "any place" : "any tools";
    if (chip->row == HOME_PLACES)
        return place_name(chip->value);
    return chip->value == MODEL_NO_TOOL ? "no tools" : model->tools.items[chip->value].name;
}

static bool has_place(const Settings *settings, int place)
{
    if (place == MODEL_ANY)
        return settings->places.count == 0;
    return settings->places.count > 0 && memchr(settings->places.items, place, settings->places.count);
}

static bool has_tool(const Model *model, int tool)
{
    if (tool == MODEL_ANY)
        return !model->settings->tools.is_said;
    return tools_at_hand_has(&model->settings->tools, tool == MODEL_NO_TOOL ? NULL : model->tools.items[tool].name);
}

/* Whether it has the cursor, or will have it. */
static bool is_marked(const HomeState *state, HomeChipRow row, int value)
{
    return state->chip_row == row && (row == HOME_MINUTES || state->chip == value);
}

const char *home_marked_tool(const HomeState *state, const Model *model)
{
    const bool is_tool = state->focus == HOME_CHIPS && state->chip_row == HOME_TOOLS && state->chip >= 0;
    return is_tool && (size_t)state->chip < model->tools.count ? model->tools.items[state->chip].name : NULL;
}

/* Puts a chip where the row goes on, or on a new line; false where the lines are full. */
static bool place_chip(HomeChips *chips, const Model *model, HomeChip chip, int width, int last_line, int *x)
{
    chip.cells = (int)strlen(chip_name(model, &chip)) + 2; /* it is ASCII */
    if (*x > LABEL_CELLS && *x + chip.cells > width) {
        *x = LABEL_CELLS;
        chips->lines++;
    }
    if (chips->lines > last_line || chips->count >= HOME_CHIPS_MOST - 1) {
        chips->lines = MIN_OF(chips->lines, last_line);
        return false;
    }
    chip.x = *x;
    chip.y = chips->lines;
    *x += chip.cells + 1;
    chips->items[chips->count++] = chip;
    return true;
}

/* Where each tool comes in the order in which they are shown: the one that the cursor is on, which must not vanish from
 * under it when it is switched off, all at hand, then those that are used most. */
static int rank_tools(const HomeState *state, const Model *model, int ranks[HOME_CHIPS_MOST])
{
    int order[HOME_CHIPS_MOST], uses[HOME_CHIPS_MOST];
    const int count = (int)MIN_OF(model->tools.count, (size_t)HOME_CHIPS_MOST);
    for (int i = 0; i < count; i++) {
        uses[i] = MIN_OF(model->tools.items[i].uses, AT_HAND - 1);
        uses[i] += has_tool(model, i) ? AT_HAND : 0;
        uses[i] += is_marked(state, HOME_TOOLS, i) ? 2 * AT_HAND : 0;
        int k = i;
        for (; k > 0 && uses[order[k - 1]] < uses[i]; k--)
            order[k] = order[k - 1];
        order[k] = i;
    }
    for (int i = 0; i < count; i++)
        ranks[order[i]] = i;
    return count;
}

static void lay_places(HomeChips *chips, const Model *model, int width, int lines)
{
    int x = LABEL_CELLS, last = chips->lines + lines - 1;
    for (int place = -1; place < PLACE_COUNT; place++) {
        HomeChip chip = {.row = HOME_PLACES, .value = place < 0 ? MODEL_ANY : place, .is_on = false};
        chip.is_on = has_place(model->settings, chip.value);
        if (!place_chip(chips, model, chip, width, last, &x))
            break;
    }
    chips->lines++;
}

static bool place_tool(HomeChips *chips, const Model *model, int tool, int width, int last_line, int *x)
{
    const HomeChip chip = {.row = HOME_TOOLS, .value = tool, .is_on = has_tool(model, tool)};
    return place_chip(chips, model, chip, width, last_line, x);
}

/* The words for any tools and for none, then as many of the first ones as fit, in the order of their names, so that
 * none jumps when it is switched. */
static void lay_tools(HomeChips *chips, const HomeState *state, const Model *model, int width, int lines)
{
    int ranks[HOME_CHIPS_MOST] = {0}, count = rank_tools(state, model, ranks), first = chips->lines;
    for (int shown = count; shown >= 0; shown--) {
        HomeChips attempt = *chips;
        int x = LABEL_CELLS;
        bool fits = place_tool(&attempt, model, MODEL_ANY, width, first + lines - 1, &x) &&
                    place_tool(&attempt, model, MODEL_NO_TOOL, width, first + lines - 1, &x);
        for (int tool = 0; tool < count && fits; tool++)
            fits = ranks[tool] >= shown || place_tool(&attempt, model, tool, width, first + lines - 1, &x);
        if (fits) {
            *chips = attempt;
            break;
        }
    }
    chips->lines++;
}

static void lay_rows(HomeChips *chips, const HomeState *state, const Model *model, int width, int tool_lines)
{
    chips->count = chips->lines = 0;
    lay_places(chips, model, width, tool_lines > 1 ? PLACE_COUNT : 1);
    lay_tools(chips, state, model, width, tool_lines);
    chips->items[chips->count++] = (HomeChip){
        .row = HOME_MINUTES, .y = chips->lines, .x = LABEL_CELLS, .cells = MAX_OF(width - LABEL_CELLS, 1)};
    chips->lines++;
}

/* Lays them out in a column, on as many lines as it takes up to `height`; on more than that there would be, one for
 * each of the three rows. */
static void lay_chips(HomeChips *chips, const HomeState *state, const Model *model, int width, int height)
{
    lay_rows(chips, state, model, width, MAX_OF(TOOL_LINES, height / COLUMN_ROWS_FOR_TOOLS));
    if (chips->lines > height)
        lay_rows(chips, state, model, width, 1);
}

/* MINUTES_ANY if they are not said, or more than the scale has. */
static int minutes_of(const Model *model)
{
    const int32_t minutes = model->settings->minutes;
    return minutes > 0 ? (int)MIN_OF(minutes, MINUTES_ANY) : MINUTES_ANY;
}

/* The cells of the scale in a row of that width: one for each minute and one for any, or fewer; 0: no room. */
static int scale_cells(int width)
{
    const int cells = MIN_OF(width - SCALE_X - 1, MINUTES_ANY - MINUTES_LEAST + 1);
    return cells >= SCALE_MIN ? cells : 0;
}

/* The last cell is for any alone. */
static int cell_of_minutes(int minutes, int cells)
{
    if (minutes >= MINUTES_ANY)
        return cells - 1;
    return MAX_OF(minutes - MINUTES_LEAST, 0) * (cells - 2) / (MINUTES_MOST - MINUTES_LEAST);
}

static int minutes_at_cell(int cell, int cells)
{
    if (cell >= cells - 1)
        return MINUTES_ANY;
    return MINUTES_LEAST + (cell * (MINUTES_MOST - MINUTES_LEAST) + (cells - 2) / 2) / (cells - 2);
}

/* The one that has the focus; the first of its row where it is not in sight. */
static int focus_in(const HomeChips *chips, const HomeState *state)
{
    int first = -1;
    for (int i = 0; i < chips->count; i++) {
        if (is_marked(state, chips->items[i].row, chips->items[i].value))
            return i;
        if (first < 0 && chips->items[i].row == state->chip_row)
            first = i;
    }
    return MAX_OF(first, 0);
}

static Style chip_style(const Canvas *canvas, bool is_on, bool is_focus)
{
    bool has_greys = !theme_reverses_panels(canvas->look);
    Style style = is_on ? style_on(ROLE_GROUND, ROLE_GOOD) : style_on(ROLE_DIM, has_greys ? ROLE_PANEL : ROLE_GROUND);
    if (is_focus && is_on)
        style = style_on(ROLE_GROUND, ROLE_ACCENT);
    else if (is_focus)
        style.ink = ROLE_ACCENT;
    if (is_focus)
        style.attributes |= STYLE_BOLD | STYLE_UNDERLINE;
    return style;
}

static void draw_chip(Canvas *canvas, Rect rect, const Model *model, const HomeChip *chip, bool is_focus)
{
    Text text = {0};
    wording_id(&text, chip_name(model, chip));
    Style style = chip_style(canvas, chip->is_on, is_focus);
    int x = rect.x + chip->x, y = rect.y + chip->y, room = MIN_OF(chip->cells, rect.width - chip->x);
    canvas_run(canvas, x, y, room, (Style){style.ink, style.ground, 0}, ' ', ' ');
    if (chip->is_on)
        canvas_put(canvas, x, y, (Style){style.ink, style.ground, 0}, 0x2713, '*');
    canvas_text(canvas, x + 1, y, room - 1, style, text_show(&text));
    text_release(&text);
}

static void draw_minutes(Canvas *canvas, Rect line, const Model *model, bool is_focus)
{
    Text text = {0};
    if (model->settings->minutes > 0)
        text_print(&text, "%d min", (int)model->settings->minutes);
    else
        text_add(&text, "any time");
    Style style = style_of(is_focus ? ROLE_ACCENT : model->settings->minutes > 0 ? ROLE_STRONG : ROLE_DIM);
    if (is_focus)
        style.attributes = STYLE_BOLD | STYLE_UNDERLINE;
    canvas_text(canvas, line.x + LABEL_CELLS, line.y, line.width - LABEL_CELLS, style, text_show(&text));
    text_release(&text);
    const int cells = scale_cells(line.width);
    if (cells == 0)
        return;
    const int at = cell_of_minutes(minutes_of(model), cells);
    Style scale = style_of(is_focus ? ROLE_ACCENT : ROLE_DIM);
    canvas_run(canvas, line.x + SCALE_X, line.y, cells, scale, 0x2500, '-');
    canvas_run(canvas, line.x + SCALE_X, line.y, at, scale, 0x2501, '=');
    canvas_put(canvas, line.x + SCALE_X + at, line.y, style_bold(is_focus ? ROLE_ACCENT : ROLE_TEXT), 0x25CF, 'o');
}

void home_chips_draw(Canvas *canvas, Rect rect, const HomeChips *chips, const HomeState *state, const Model *model)
{
    static const char *const labels[HOME_CHIP_ROWS] = {"at", "with", "in"};
    if (rect.height == 0)
        return;
    int focus = state->focus == HOME_CHIPS ? focus_in(chips, state) : -1, last_row = -1;
    int top = focus >= 0 ? MAX_OF(0, chips->items[focus].y - rect.height + 1) : 0;
    for (int i = 0; i < chips->count; i++) {
        HomeChip chip = chips->items[i];
        chip.y -= top;
        if (chip.y < 0 || chip.y >= rect.height)
            continue;
        if ((int)chip.row != last_row)
            canvas_text(canvas, rect.x, rect.y + chip.y, LABEL_CELLS - 1, style_of(ROLE_DIM), labels[chip.row]);
        last_row = (int)chip.row;
        if (chip.row == HOME_MINUTES)
            draw_minutes(canvas, (Rect){rect.x, rect.y + chip.y, rect.width, 1}, model, i == focus);
        else
            draw_chip(canvas, rect, model, &chip, i == focus);
        if (i == focus)
            canvas_cursor(canvas, MIN_OF(rect.x + chip.x, canvas->width - 1), rect.y + chip.y);
    }
}

static Request have_minutes(int minutes)
{
    return (Request){.kind = REQUEST_HAVE_MINUTES,
                     .value = minutes >= MINUTES_ANY ? 0 : MAX_OF(minutes, MINUTES_LEAST)};
}

/* By one; with the page keys to the next fifth, as on any slider: up is more. */
static Request change_minutes(const Model *model, Action action)
{
    const int now = minutes_of(model);
    const int changed[ACTION_COUNT] = {
        [ACTION_LEFT] = now - 1,
        [ACTION_RIGHT] = now + 1,
        [ACTION_PAGE_UP] = (now / MINUTES_STEP + 1) * MINUTES_STEP,
        [ACTION_PAGE_DOWN] = MAX_OF((now - 1) / MINUTES_STEP * MINUTES_STEP, MINUTES_LEAST),
        [ACTION_FIRST] = MINUTES_LEAST,
        [ACTION_LAST] = MINUTES_ANY,
    };
    return changed[action] > 0 ? have_minutes(changed[action]) : (Request){.kind = REQUEST_NONE};
}

static Request toggle(const Model *model, const HomeChip *chip)
{
    if (chip->row == HOME_MINUTES)
        return have_minutes(model->settings->minutes > 0 ? MINUTES_ANY : MINUTES_USUAL);
    return (Request){.kind = chip->row == HOME_PLACES ? REQUEST_PLACE : REQUEST_TOOL, .value = chip->value};
}

static void focus_on(HomeState *state, const HomeChip *chip)
{
    state->chip_row = chip->row;
    state->chip = chip->value;
}

/* The chip of the next line up or down that lies nearest. */
static int find_line(const HomeChips *chips, int from, int step)
{
    const HomeChip *start = &chips->items[from];
    int best = -1, best_off = 0;
    for (int i = 0; i < chips->count; i++) {
        int off = chips->items[i].x - start->x;
        off = off < 0 ? -off : off;
        if (chips->items[i].y == start->y + step && (best < 0 || off < best_off)) {
            best = i;
            best_off = off;
        }
    }
    return best;
}

static int find_next(const HomeChips *chips, int from, Action action)
{
    if (action == ACTION_UP || action == ACTION_DOWN) {
        int step = action == ACTION_UP ? -1 : 1, found = find_line(chips, from, step);
        return found >= 0 ? found : find_line(chips, from, 2 * step); /* no tools are shown at all */
    }
    int next = from + (action == ACTION_LEFT ? -1 : 1);
    return next >= 0 && next < chips->count && chips->items[next].row == chips->items[from].row ? next : -1;
}

Request home_chips_key(HomeState *state, const HomeChips *chips, const Model *model, Action action, int32_t key,
                       bool *is_out)
{
    int at = focus_in(chips, state);
    const HomeChip *chip = &chips->items[at];
    if (key == ' ' || action == ACTION_OPEN) {
        focus_on(state, chip);
        return toggle(model, chip);
    }
    if (chip->row == HOME_MINUTES && action != ACTION_UP && action != ACTION_DOWN)
        return change_minutes(model, action);
    if (action != ACTION_UP && action != ACTION_DOWN && action != ACTION_LEFT && action != ACTION_RIGHT)
        return (Request){.kind = REQUEST_NONE};
    int next = find_next(chips, at, action);
    *is_out = next < 0 && action == ACTION_UP;
    if (next < 0)
        return (Request){.kind = REQUEST_NONE};
    focus_on(state, &chips->items[next]);
    return (Request){.kind = REQUEST_DRAW};
}

Request home_chips_click(HomeState *state, const HomeChips *chips, const Model *model, int x, int y)
{
    for (int i = 0; i < chips->count; i++) {
        const HomeChip *chip = &chips->items[i];
        if (y != chip->y || x < chip->x || x >= chip->x + chip->cells)
            continue;
        state->focus = HOME_CHIPS;
        focus_on(state, chip);
        const int cells = scale_cells(chip->cells + LABEL_CELLS), cell = x - SCALE_X;
        const bool is_on_scale = chip->row == HOME_MINUTES && cells > 0 && cell >= 0;
        return is_on_scale ? have_minutes(minutes_at_cell(cell, cells)) : toggle(model, chip);
    }
    return (Request){.kind = REQUEST_NONE};
}

/* Where things are. */

/* clang-format off */
enum {
    FIGURE_ROWS = 12,     /* the smallest figure */
    FIGURE_GAP = 3,       /* between front and back */
    COLUMN_GAP = 2,
    RIGHT_MIN = 22, RIGHT_GOOD = 38, RIGHT_MAX = 84,
    AREAS_MIN = 16, AREAS_GOOD = 24,
    SMALL_WIDTH = 56,     /* below it one list has the window at a time */
    TALL_HEAD = 14,       /* rows of a column that has room for a heading of two lines */
    PREVIEW_WIDTH = 44,   /* the least, beside the routines */
    PREVIEW_ROWS = 10,    /* the least, below them */
    LISTED_ROWS = 12,     /* the least that the preview below leaves them */
    LISTED_WIDTH = 64,    /* the most that they have beside it */
    TINY_ROWS = 3,        /* of the smallest window, one of which the session that was left may have */
};
/* clang-format on */

static bool cut_figures(HomeLayout *layout, Rect *body)
{
    int right = MAX_OF(RIGHT_MIN, MIN_OF(body->width * 9 / 20, RIGHT_GOOD));
    int rows = body_rows((body->width - right - COLUMN_GAP - FIGURE_GAP) / 2, body->height - 1);
    if (rows < FIGURE_ROWS)
        return false;
    int width = body_width(2 * rows);
    Rect left = rect_cut_left(body, 2 * width + FIGURE_GAP);
    rect_cut_left(body, COLUMN_GAP);
    layout->legend = (Rect){left.x, left.y + rows, left.width, 1};
    layout->front = (Rect){left.x, left.y, width, rows};
    layout->back = (Rect){left.x + width + FIGURE_GAP, left.y, width, rows};
    return true;
}

/* In a small window the list of areas makes room for the routines while they are looked at. */
static void cut_areas(HomeLayout *layout, const HomeState *state, Rect *body)
{
    bool is_small = body->width < SMALL_WIDTH;
    if (is_small && (state->focus != HOME_BODY || state->finder.is_typing))
        return;
    layout->areas = rect_cut_left(body, MIN_OF(MAX_OF(body->width / 3, AREAS_MIN), AREAS_GOOD));
    rect_cut_left(body, is_small ? 1 : COLUMN_GAP);
}

/* In a wide window the column is parted in two: the routines and chips, and the preview. */
static void cut_beside(HomeLayout *layout, Rect *column)
{
    Rect side = *column;
    if (column->width >= RIGHT_GOOD + COLUMN_GAP + PREVIEW_WIDTH && layout->panes.is_full) {
        *column = rect_cut_left(&side, MIN_OF((side.width - COLUMN_GAP) / 2, LISTED_WIDTH));
        rect_cut_left(&side, COLUMN_GAP);
        layout->preview = rect_cut_left(&side, RIGHT_MAX);
    }
    column->width = MIN_OF(column->width, RIGHT_MAX);
}

/* In a high window whose preview is not beside the routines it is below them. */
static void cut_below(HomeLayout *layout)
{
    const int listed = MAX_OF(layout->rows.height / 2 / layout->row_height * layout->row_height, LISTED_ROWS);
    if (layout->preview.height > 0 || layout->rows.height < listed + 1 + PREVIEW_ROWS)
        return;
    layout->preview = rect_cut_bottom(&layout->rows, layout->rows.height - listed - 1);
    rect_cut_bottom(&layout->rows, 1);
}

/* The chips below the routines; in a small window in their place while they have the focus. */
static void cut_column(HomeLayout *layout, const HomeState *state, const Model *model, Rect column)
{
    bool is_tall = column.height >= TALL_HEAD;
    layout->heading = rect_cut_top(&column, is_tall ? 2 : 1);
    if (is_tall)
        rect_cut_top(&column, 1);
    if (is_tall || state->focus == HOME_CHIPS)
        lay_chips(&layout->laid_chips, state, model, column.width, column.height);
    layout->row_height = is_tall ? 2 : 1;
    if (is_tall) {
        layout->chips = rect_cut_bottom(&column, layout->laid_chips.lines);
        rect_cut_bottom(&column, 1);
        layout->rows = column;
        cut_below(layout);
    } else if (state->focus == HOME_CHIPS) {
        layout->chips = column;
    } else {
        layout->rows = column;
    }
}

/* The line of what is offered: right below the header, where it is kept free, so that nothing moves when it comes; in
 * the smallest window below all, where that leaves enough, and only for a session that was left. What is left of the
 * body. */
static Rect cut_offer(HomeLayout *layout, const Model *model)
{
    Rect body = layout->panes.body;
    if (layout->panes.is_tiny)
        layout->offer = rect_cut_bottom(&body, model->left.title && body.height >= TINY_ROWS ? 1 : 0);
    else if (layout->panes.is_full)
        layout->offer = (Rect){body.x, body.y - 1, body.width, 1};
    else
        layout->offer = rect_cut_top(&body, 1);
    return body;
}

HomeLayout home_layout_cut(const HomeState *state, const Model *model, int width, int height)
{
    HomeLayout layout = {.panes = panes_cut(width, height, NULL)};
    Rect body = cut_offer(&layout, model);
    if (!layout.panes.is_tiny && (model->is_ascii || !cut_figures(&layout, &body)))
        cut_areas(&layout, state, &body);
    cut_beside(&layout, &body);
    cut_column(&layout, state, model, body);
    return layout;
}

bool home_layout_is_list(const Model *model)
{
    HomeLayout layout = {.panes = panes_cut(model->width, model->height, NULL)};
    Rect body = cut_offer(&layout, model);
    return layout.panes.is_tiny || model->is_ascii || !cut_figures(&layout, &body);
}
