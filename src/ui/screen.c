/* SPDX-License-Identifier: MIT */
#include "ui/screen.h"

#include <stdlib.h>

#include "base/fatal.h"
#include "base/macros.h"
#include "base/memory.h"
#include "ui/widgets/footer.h"
#include "ui/widgets/list.h"
#include "ui/widgets/panes.h"

enum { TWO_WIDTH = 110, COLUMN_WIDTH = 72 }; /* of an overlay with two columns */

#define SCREEN_ADDRESS(name) &screen_##name,
static const Screen *const all_screens[] = {SCREENS(SCREEN_ADDRESS)};
#undef SCREEN_ADDRESS

/* What a key asks for, whichever screen it is pressed on, unless that has an answer of its own. */
static const Request usual[ACTION_COUNT] = {
    [ACTION_BACK] = {.kind = REQUEST_BACK},
    [ACTION_ACCEPT] = {.kind = REQUEST_BACK},
    [ACTION_NEW] = {.kind = REQUEST_NEW},
    [ACTION_LIBRARY] = {.kind = REQUEST_LIBRARY},
    [ACTION_UNDO] = {.kind = REQUEST_UNDO},
    [ACTION_EDIT_SETTINGS] = {.kind = REQUEST_EDIT_SETTINGS},
    [ACTION_REPAIR] = {.kind = REQUEST_REPAIR},
    [ACTION_KEEP_TEXT] = {.kind = REQUEST_KEEP_TEXT},
    [ACTION_THROW_AWAY] = {.kind = REQUEST_THROW_AWAY},
    [ACTION_PAUSE] = {.kind = REQUEST_COMMAND, .command = COMMAND_TOGGLE},
    [ACTION_NEXT] = {.kind = REQUEST_COMMAND, .command = COMMAND_NEXT},
    [ACTION_STEP_BACK] = {.kind = REQUEST_COMMAND, .command = COMMAND_BACK},
    [ACTION_NEXT_MOVE] = {.kind = REQUEST_COMMAND, .command = COMMAND_NEXT_MOVE},
    [ACTION_MOVE_BEFORE] = {.kind = REQUEST_COMMAND, .command = COMMAND_MOVE_BEFORE},
    [ACTION_MORE] = {.kind = REQUEST_COMMAND, .command = COMMAND_MORE},
    [ACTION_LESS] = {.kind = REQUEST_COMMAND, .command = COMMAND_LESS},
    [ACTION_READY] = {.kind = REQUEST_COMMAND, .command = COMMAND_READY},
    [ACTION_WAIT] = {.kind = REQUEST_COMMAND, .command = COMMAND_WAIT},
    [ACTION_HURT] = {.kind = REQUEST_COMMAND, .command = COMMAND_HURT},
    [ACTION_LEAVE] = {.kind = REQUEST_COMMAND, .command = COMMAND_LEAVE},
    [ACTION_LIGHTER] = {.kind = REQUEST_ANSWER, .value = ACTION_LIGHTER},
    [ACTION_DEEPER] = {.kind = REQUEST_ANSWER, .value = ACTION_DEEPER},
    [ACTION_ABOUT] = {.kind = REQUEST_ABOUT, .value = -1},
    [ACTION_TOOLS_OF_PLAN] = {.kind = REQUEST_TOOLS_OF_PLAN},
    [ACTION_SOUND] = {.kind = REQUEST_SOUND},
    [ACTION_SPEAK] = {.kind = REQUEST_SPEAK},
    [ACTION_SAY_AGAIN] = {.kind = REQUEST_SAY_AGAIN},
};

/* What a page that is only read keeps. */
typedef struct ReadingState {
    int focus;
    KeyMap below;
} ReadingState;

void screens_push(ScreenStack *stack, const Screen *screen, const Model *model)
{
    BUG_ON(stack->count >= SCREEN_DEPTH);
    const Screen *below = screens_top(stack);
    void *state = memory_new(screen->fill ? sizeof(ReadingState) : MAX_OF(screen->state_size, (size_t)1));
    if (screen->fill)
        ((ReadingState *)state)->below = below ? below->map : MAP_GENERAL;
    stack->screens[stack->count] = screen;
    stack->states[stack->count] = state;
    stack->count++;
    if (screen->enter)
        screen->enter(state, model);
}

void screens_pop(ScreenStack *stack)
{
    BUG_ON(stack->count == 0);
    stack->count--;
    free(stack->states[stack->count]);
    stack->states[stack->count] = NULL;
}

void screens_release(ScreenStack *stack)
{
    while (stack->count > 0)
        screens_pop(stack);
}

const Screen *screens_top(const ScreenStack *stack)
{
    return stack->count > 0 ? stack->screens[stack->count - 1] : NULL;
}

static void open_page(Page *page, ReadingPage *reading, const Screen *screen, const ReadingState *state,
                      const Model *model, Look look, bool is_tight)
{
    page_init(page, look);
    *reading = (ReadingPage){.model = model, .below = state->below, .is_tight = is_tight, .role = ROLE_ACCENT};
    screen->fill(page, reading);
}

static void close_page(Page *page, ReadingPage *reading)
{
    page_release(page);
    text_release(&reading->title);
    text_release(&reading->words);
    text_release(&reading->right);
}

static bool scroll_page(const Screen *screen, ReadingState *state, const Model *model, Action action)
{
    Page page;
    ReadingPage reading;
    open_page(&page, &reading, screen, state, model, (Look){0}, false);
    const bool is_moved = list_move(&state->focus, action, page_stops(&page));
    close_page(&page, &reading);
    return is_moved;
}

static Request usual_request(const Screen *screen, Action action, int32_t key)
{
    if (screen->is_overlay && screen->opened_by && action_rows[screen->opened_by].codes[0] == key)
        return (Request){.kind = REQUEST_BACK};
    for (size_t i = 0; action && i < ARRAY_LEN(all_screens); i++) {
        if (all_screens[i]->opened_by == action && !usual[action].kind)
            return (Request){.kind = REQUEST_SHOW, .screen = all_screens[i]};
    }
    return usual[action];
}

Request screens_key(ScreenStack *stack, const Model *model, int32_t key)
{
    const Screen *screen = screens_top(stack);
    if (key == KEY_NONE || !screen)
        return (Request){0};
    void *state = stack->states[stack->count - 1];
    Action action = action_for_key(screen->map, key);
    if (action == ACTION_REDRAW || action == ACTION_QUIT)
        return (Request){.kind = action == ACTION_QUIT ? REQUEST_QUIT : REQUEST_REDRAW};
    if (key != KEY_INTERRUPT && screen->takes_text && screen->takes_text(state))
        action = ACTION_NONE;
    const Request own = screen->key ? screen->key(state, model, action, key) : (Request){0};
    if (own.kind)
        return own;
    if (screen->fill && scroll_page(screen, state, model, action))
        return (Request){.kind = REQUEST_DRAW};
    return usual_request(screen, action, key);
}

void screens_follow(ScreenStack *stack, const Model *model, const ScreenChange *change)
{
    for (int i = 0; i < stack->count; i++) {
        if (stack->screens[i]->follow)
            stack->screens[i]->follow(stack->states[i], model, change);
    }
}

/* A page as its two columns, which borrow its blocks. */
static void part_page(const Page *page, size_t second, Page columns[2])
{
    columns[0] = columns[1] = *page;
    columns[0].count = second;
    columns[1].blocks += second;
    columns[1].count -= second;
}

/* Both columns beside each other; false where something would be out of sight, or there is but one. */
static bool draw_columns(const Page *page, size_t second, Canvas *canvas, Rect left, Rect right)
{
    Page columns[2];
    if (second == 0 || right.width == 0)
        return false;
    part_page(page, second, columns);
    if (page_rows(&columns[0], left.width) > left.height || page_rows(&columns[1], right.width) > right.height)
        return false;
    page_draw(&columns[0], canvas, left, -1, false);
    page_draw(&columns[1], canvas, right, -1, false);
    canvas_cursor(canvas, left.x, left.y);
    return true;
}

/* The width and the rows of an overlay's frame, and whether its page stands there in two columns. */
static bool measure_overlay(const Page *page, size_t second, const Canvas *canvas, int *width, int *rows)
{
    if (second > 0 && canvas->width >= TWO_WIDTH) {
        Page columns[2];
        part_page(page, second, columns);
        *width = MIN_OF(2 * COLUMN_WIDTH, canvas->width - 2);
        const int half = (*width - BOX_EDGES) / 2;
        *rows = MAX_OF(page_rows(&columns[0], half), page_rows(&columns[1], half));
        if (*rows + 2 < canvas->height)
            return true;
    }
    *width = MIN_OF(PAGE_WIDTH, canvas->width - 2);
    *rows = page_rows(page, *width - BOX_EDGES);
    return false;
}

static void draw_overlay(Canvas *canvas, const Screen *screen, const Page *page, const ReadingPage *reading, int focus)
{
    const Panes panes = panes_cut(canvas->width, canvas->height, NULL);
    Rect room = panes.body;
    if (panes.is_tiny) {
        canvas_clear(canvas);
    } else {
        int width, rows;
        const bool has_two = measure_overlay(page, reading->second, canvas, &width, &rows);
        room = panes_frame(canvas, &panes, width, rows, text_show(&reading->title));
        footer_draw_without(canvas, panes.footer, screen->map, ACTION_BIT(screen->opened_by));
        Rect right = room, left = rect_cut_left(&right, room.width / 2);
        if (has_two && draw_columns(page, reading->second, canvas, left, right))
            return;
    }
    page_draw(page, canvas, room, focus, false);
}

/* Without a header, what stands in it goes to the first line. */
static void draw_tiny_header(Canvas *canvas, Rect *rows, const ReadingPage *reading)
{
    const Rect line = rect_cut_top(rows, 1);
    const int used = canvas_text(canvas, line.x, line.y, line.width, style_bold(reading->role),
                                 text_show(&reading->title)) +
                     1;
    canvas_text(canvas, line.x + used, line.y, line.width - used, style_of(ROLE_TEXT), text_show(&reading->right));
    canvas_cursor(canvas, line.x, line.y);
}

static void draw_full(Canvas *canvas, const Screen *screen, const Panes *panes, const Page *page,
                      const ReadingPage *reading, int focus)
{
    const char *notice = reading->model->notice, *right = text_show(&reading->right);
    Rect room = panes->body, side;
    panes_header(canvas, panes, style_bold(reading->role), text_show(&reading->title), text_show(&reading->words),
                 right, right);
    panes_notice(canvas, panes, notice);
    footer_draw(canvas, panes->footer, screen->map);
    if (panes->is_tiny && *right)
        draw_tiny_header(canvas, &room, reading);
    const Rect left = panes_split(room, &side);
    if (draw_columns(page, reading->second, canvas, left, side))
        return;
    room.width = MIN_OF(room.width, PAGE_WIDTH);
    if (reading->is_centred && !panes->is_tiny)
        room = rect_centre(panes->body, room.width, MIN_OF(page_rows(page, room.width), room.height));
    page_draw(page, canvas, room, focus, false);
}

static void draw_reading(const Screen *screen, const ReadingState *state, const Model *model, Canvas *canvas)
{
    const Panes panes = panes_cut(canvas->width, canvas->height, screen->is_overlay ? NULL : model->notice);
    Page page;
    ReadingPage reading;
    open_page(&page, &reading, screen, state, model, canvas->look, false);
    if (page_rows(&page, MIN_OF(panes.body.width, PAGE_WIDTH)) > panes.body.height) {
        close_page(&page, &reading);
        open_page(&page, &reading, screen, state, model, canvas->look, true);
    }
    const int focus = MIN_OF(state->focus, page_stops(&page) - 1);
    if (screen->is_overlay)
        draw_overlay(canvas, screen, &page, &reading, focus);
    else
        draw_full(canvas, screen, &panes, &page, &reading, focus);
    close_page(&page, &reading);
}

void screens_draw(const ScreenStack *stack, const Model *model, Canvas *canvas)
{
    canvas_clear(canvas);
    int first = stack->count - 1;
    while (first > 0 && stack->screens[first]->is_overlay)
        first--;
    for (int i = MAX_OF(first, 0); i < stack->count; i++) {
        const Screen *screen = stack->screens[i];
        if (screen->fill)
            draw_reading(screen, stack->states[i], model, canvas);
        else
            screen->draw(stack->states[i], model, canvas);
    }
}
