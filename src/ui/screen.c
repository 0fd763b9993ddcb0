/* SPDX-License-Identifier: MIT */
#include "ui/screen.h"

#include <stdlib.h>

#include "base/fatal.h"
#include "base/macros.h"
#include "base/memory.h"
#include "ui/widgets/footer.h"
#include "ui/widgets/list.h"
#include "ui/widgets/panes.h"

enum { COLUMNS = 3, COLUMN_WIDTH = 54 }; /* of a page that is read: how many at most, and the narrowest */
enum { PICTURE_MOST = 44, PICTURE_LEAST = 24, PICTURE_GAP = 3, PICTURE_BESIDE = 48 }; /* beside a page, in columns */

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
    [ACTION_HISTORY] = {.kind = REQUEST_HISTORY},
    [ACTION_UNDO_RECORD] = {.kind = REQUEST_RECORD_UNDO},
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

static Request usual_request(const Screen *screen, const Model *model, Action action, int32_t key)
{
    if (screen->fill && screen->opened_by && key_bindings_has(model->keys, screen->opened_by, key))
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
    Action action = key_bindings_action(model->keys, screen->map, key);
    if (action == ACTION_REDRAW || action == ACTION_QUIT)
        return (Request){.kind = action == ACTION_QUIT ? REQUEST_QUIT : REQUEST_REDRAW};
    if (key != KEY_INTERRUPT && screen->takes_text && screen->takes_text(state))
        action = ACTION_NONE;
    const Request own = screen->key ? screen->key(state, model, action, key) : (Request){0};
    if (own.kind)
        return own;
    if (screen->fill && scroll_page(screen, state, model, action))
        return (Request){.kind = REQUEST_DRAW};
    return usual_request(screen, model, action, key);
}

void screens_follow(ScreenStack *stack, const Model *model, const ScreenChange *change)
{
    for (int i = 0; i < stack->count; i++) {
        if (stack->screens[i]->follow)
            stack->screens[i]->follow(stack->states[i], model, change);
    }
}

/* Two lie where other screens have a list and its preview. */
static void cut_rooms(Rect room, int count, Rect rooms[COLUMNS])
{
    const int width = MIN_OF(room.width / count, PAGE_WIDTH);
    for (int i = 0; i < count; i++)
        rooms[i] = (Rect){room.x + i * width, room.y, width, room.height};
    if (count == 2)
        rooms[0] = panes_split(room, &rooms[1]);
}

/* All of the page in columns beside each other, as many as there is room for. False, and nothing is drawn, where it is
 * one column only, or something would be out of sight. */
static bool draw_columns(const Page *page, Canvas *canvas, Rect room)
{
    Rect rooms[COLUMNS];
    Page columns[COLUMNS];
    for (int count = MIN_OF(COLUMNS, room.width / COLUMN_WIDTH); count > 1; count--) {
        cut_rooms(room, count, rooms);
        bool fits = page_cut(page, rooms, count, columns) == count;
        for (int i = 0; i < count && fits; i++)
            fits = page_rows(&columns[i], rooms[i].width) <= room.height;
        for (int i = 0; i < count && fits; i++)
            page_draw(&columns[i], canvas, rooms[i], -1, false);
        if (fits) {
            canvas_cursor(canvas, room.x, room.y);
            return true;
        }
    }
    return false;
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

/* Cuts room for a picture beside the page: as wide as all of the page leaves it, or the least where the page must be
 * scrolled anyway. Without width: there is no room. */
static Rect cut_picture(Rect *room, const Page *page)
{
    int width = MIN_OF(PICTURE_MOST, room->width - PICTURE_GAP - PICTURE_BESIDE);
    if (width < PICTURE_LEAST)
        return (Rect){0};
    while (width > PICTURE_LEAST && room->width - PICTURE_GAP - width < PAGE_WIDTH &&
           page_rows(page, room->width - PICTURE_GAP - width) > room->height)
        width--;
    const int left = MIN_OF(room->width - PICTURE_GAP - width, PAGE_WIDTH);
    const Rect picture = {room->x + left + PICTURE_GAP, room->y, width, room->height};
    room->width = left;
    return picture;
}

static void draw_full(Canvas *canvas, const Screen *screen, const Panes *panes, const Page *page,
                      const ReadingPage *reading, int focus)
{
    const char *right = text_show(&reading->right);
    Rect room = panes->body;
    panes_header(canvas, panes, style_bold(reading->role), text_show(&reading->title), text_show(&reading->words),
                 right, right);
    footer_draw_without(canvas, panes->footer, reading->model->keys, screen->map, ACTION_BIT(screen->opened_by));
    if (panes->is_tiny && *right)
        draw_tiny_header(canvas, &room, reading);
    const Rect whole = room, beside = reading->picture ? cut_picture(&room, page) : (Rect){0};
    const bool has_picture = beside.width > 0 && reading->picture(canvas, beside, reading->model) > 0;
    room = has_picture ? room : whole;
    if (!has_picture && draw_columns(page, canvas, room))
        return;
    room.width = MIN_OF(room.width, PAGE_WIDTH);
    if (reading->is_centred && !panes->is_tiny)
        room = rect_centre(panes->body, room.width, MIN_OF(page_rows(page, room.width), room.height));
    page_draw(page, canvas, room, focus, false);
}

static void draw_reading(const Screen *screen, const ReadingState *state, const Model *model, Canvas *canvas)
{
    const Panes panes = panes_cut(canvas->width, canvas->height, NULL);
    Page page;
    ReadingPage reading;
    open_page(&page, &reading, screen, state, model, canvas->look, false);
    if (page_rows(&page, MIN_OF(panes.body.width, PAGE_WIDTH)) > panes.body.height) {
        close_page(&page, &reading);
        open_page(&page, &reading, screen, state, model, canvas->look, true);
    }
    const int focus = MIN_OF(state->focus, page_stops(&page) - 1);
    draw_full(canvas, screen, &panes, &page, &reading, focus);
    panes_notice(canvas, &panes, model->notice);
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
