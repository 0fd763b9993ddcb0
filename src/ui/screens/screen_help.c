/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/macros.h"
#include "ui/screen.h"
#include "ui/widgets/box.h"
#include "ui/widgets/footer.h"
#include "ui/widgets/list.h"
#include "ui/widgets/page.h"
#include "ui/widgets/panes.h"

typedef struct HelpState {
    int focus;
    KeyMap map; /* of the screen below */
} HelpState;

enum { EDGES = 4, TWO_WIDTH = 110, COLUMN_WIDTH = 72 };

static const char *const headings[MAP_COUNT] = {
    [MAP_GENERAL] = "everywhere",
    [MAP_HOME] = "the body",
    [MAP_LIST] = "the lists",
    [MAP_ROUTINE] = "before the start",
    [MAP_PLAYER] = "while you follow",
    [MAP_OFFER] = "a session that was left",
    [MAP_ANOTHER] = "one was left, another is to start",
    [MAP_AFTER] = "afterwards",
    [MAP_READING] = "reading",
    [MAP_SETTINGS] = "settings",
    [MAP_SWAP] = "another move",
    [MAP_ADVICE] = "before the first time",
    [MAP_QUESTION] = "a question before the start",
    [MAP_WRITING] = "routines of your own",
    [MAP_REPAIR] = "a file that is not right yet",
};

static void help_enter(void *memory, const Model *model)
{
    HelpState *state = memory;
    state->map = model->map;
}

/* The keys of an action but for letters that mean something else on that screen: `k` where it keeps a thing. */
static void add_keys(Text *into, KeyMap map, const ActionRow *row)
{
    text_add(into, row->keys);
    for (size_t i = 1; i < ARRAY_LEN(row->codes) && row->codes[i]; i++) {
        const char word[] = {' ', (char)row->codes[i], '\0'};
        char *at = row->codes[i] < 0x7f ? strstr(into->bytes, word) : NULL;
        if (at && action_for_key(map, row->codes[i]) != row->action) {
            into->length -= strlen(word);
            memmove(at, at + strlen(word), into->length - (size_t)(at - into->bytes) + 1);
        }
    }
}

/* The actions of `part` that the screen with `map` has. */
static void add_part(Page *page, KeyMap map, KeyMap part)
{
    size_t before = page->count;
    for (int i = 1; i < ACTION_COUNT; i++) {
        if (action_rows[i].map != part || !footer_has(map, (Action)i))
            continue;
        if (page->count == before) {
            Block *heading = page_add(page, NULL, headings[part]);
            heading->style = style_bold(ROLE_ACCENT);
            heading->has_gap = true;
        }
        Text keys = {0};
        add_keys(&keys, map, &action_rows[i]);
        page_add(page, text_show(&keys), action_rows[i].help)->label_style = style_of(ROLE_STRONG);
        text_release(&keys);
    }
}

/* The keys of the screen below, the general ones, or both. */
static void fill_page(Page *page, Look look, KeyMap map, bool own, bool general)
{
    page_init(page, look);
    page->keeps_labels = true;
    if (own && map != MAP_GENERAL)
        add_part(page, map, map);
    if (own && map == MAP_ROUTINE)
        add_part(page, MAP_QUESTION, MAP_QUESTION);
    if (own && action_beside(map) != MAP_GENERAL)
        add_part(page, map, action_beside(map));
    if (general)
        add_part(page, map, MAP_GENERAL);
}

static Request help_key(void *memory, const Model *model, Action action, int32_t key)
{
    HelpState *state = memory;
    (void)model, (void)key;
    if (action == ACTION_QUIT)
        return (Request){.kind = REQUEST_QUIT};
    if (action == ACTION_BACK || action == ACTION_HELP)
        return (Request){.kind = REQUEST_BACK};
    Page page;
    fill_page(&page, (Look){0}, state->map, true, true);
    bool is_moved = list_move(&state->focus, action, page_stops(&page));
    page_release(&page);
    return (Request){.kind = is_moved ? REQUEST_DRAW : REQUEST_NONE};
}

static Rect frame(Canvas *canvas, const Panes *panes, int width, int rows)
{
    Rect room = {0, 0, canvas->width, canvas->height - 1};
    canvas_fill(canvas, panes->footer, style_of(ROLE_TEXT));
    footer_draw_without(canvas, panes->footer, MAP_READING, ACTION_BIT(ACTION_HELP));
    return box_draw(canvas, rect_centre(room, width, rows + 2), "Keys");
}

/* Own keys on the left, general ones on the right; false where they do not fit. */
static bool draw_two(Canvas *canvas, const Panes *panes, KeyMap map)
{
    Page own, general;
    fill_page(&own, canvas->look, map, true, false);
    fill_page(&general, canvas->look, map, false, true);
    int width = MIN_OF(2 * COLUMN_WIDTH, canvas->width - 2), half = (width - EDGES) / 2;
    int rows = MAX_OF(page_rows(&own, half), page_rows(&general, half));
    bool fits = canvas->width >= TWO_WIDTH && own.count > 0 && rows + 2 < canvas->height;
    if (fits) {
        Rect right = frame(canvas, panes, width, rows), left = rect_cut_left(&right, half);
        page_draw(&own, canvas, left, -1, false);
        page_draw(&general, canvas, right, -1, false);
        canvas_cursor(canvas, left.x, left.y);
    }
    page_release(&own);
    page_release(&general);
    return fits;
}

static void help_draw(const void *memory, const Model *model, Canvas *canvas)
{
    const HelpState *state = memory;
    (void)model;
    Panes panes = panes_cut(canvas, NULL);
    if (draw_two(canvas, &panes, state->map))
        return;
    Page page;
    Rect room = panes.body;
    fill_page(&page, canvas->look, state->map, true, true);
    if (panes.is_tiny) {
        canvas_clear(canvas);
    } else {
        int width = MIN_OF(PAGE_WIDTH, canvas->width - 2);
        room = frame(canvas, &panes, width, page_rows(&page, width - EDGES));
    }
    page_draw(&page, canvas, room, state->focus, false);
    page_release(&page);
}

const Screen screen_help = {
    .name = "help",
    .map = MAP_READING,
    .state_size = sizeof(HelpState),
    .is_overlay = true,
    .enter = help_enter,
    .key = help_key,
    .draw = help_draw,
};
