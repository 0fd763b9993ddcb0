/* SPDX-License-Identifier: MIT */
#include "ui/screens/ways.h"

#include "base/macros.h"
#include "base/utf8.h"
#include "ui/widgets/list.h"
#include "ui/widgets/panes.h"

enum { WIDTH = 64, FULL_CELLS = 54 };

int ways_find(const Ways *ways, int marked, Action action)
{
    if (action == ACTION_OPEN)
        return marked;
    for (int i = 0; i < ways->count; i++) {
        if (ways->items[i].action == action)
            return i;
    }
    return -1;
}

Request ways_request(const Ways *ways, int way)
{
    return (Request){.kind = ways->items[way].request, .value = ways->items[way].value};
}

static Rect draw_in_box(const Ways *ways, const Page *question, Rect body, Canvas *canvas)
{
    const int width = MIN_OF(WIDTH, canvas->width - 2), rows = page_rows(question, width - BOX_EDGES) + 1 + ways->count;
    const int blank = rows + BOX_EDGES <= body.height ? 1 : 0;
    const Rect box = rect_centre(body, width, rows + 2 + 2 * blank);
    Rect room = rect_inset(panes_box(canvas, box, ways->title), 0, blank);
    page_draw(question, canvas, rect_cut_top(&room, MAX_OF(room.height - ways->count - 1, 0)), -1, false);
    rect_cut_top(&room, 1);
    return room;
}

Rect ways_draw_box(const Ways *ways, const Page *question, ActionSet hidden, const Model *model, Canvas *canvas)
{
    const Panes panes = panes_cut(canvas->width, canvas->height, NULL);
    Rect room = panes.body;
    footer_draw_without(canvas, panes.footer, model->keys, ways->map, hidden);
    if (!panes.is_tiny)
        return draw_in_box(ways, question, room, canvas);
    const int least = room.height > 1 ? ways->text_rows : 0;
    canvas_paragraph(canvas, rect_cut_top(&room, MAX_OF(room.height - ways->count, least)), style_of(ROLE_TEXT),
                     question->blocks[0].text);
    return room;
}

/* How many cells the longest key takes. */
static int key_cells(const Ways *ways, const KeyBindings *keys)
{
    char name[KEY_NAME_SIZE];
    int most = 1;
    for (int i = 0; i < ways->count; i++)
        most = MAX_OF(most, utf8_cells(key_bindings_first(keys, ways->items[i].action, name)));
    return most;
}

static void draw_way(Canvas *canvas, Rect row, const Way *way, int key_width, const KeyBindings *keys, bool is_marked)
{
    char name[KEY_NAME_SIZE];
    Style key = style_of(ROLE_STRONG), text = style_of(ROLE_TEXT);
    if (is_marked) {
        key.ground = text.ground = ROLE_PANEL;
        canvas_fill(canvas, row, style_on(ROLE_TEXT, ROLE_PANEL));
        canvas_put(canvas, row.x, row.y, style_on(ROLE_ACCENT, ROLE_PANEL), 0x25B8, '>');
        canvas_cursor(canvas, row.x, row.y);
    }
    const int cells = row.width - 5 - key_width;
    canvas_text(canvas, row.x + 2, row.y, key_width, key,
                way->action ? key_bindings_first(keys, way->action, name) : " ");
    canvas_text(canvas, row.x + 4 + key_width, row.y, cells, text,
                cells < FULL_CELLS && way->brief ? way->brief : way->text);
}

void ways_draw(const Ways *ways, int marked, Rect room, const Model *model, Canvas *canvas)
{
    const int top = list_top(marked, ways->count, room.height), key_width = key_cells(ways, model->keys);
    for (int i = top; i < ways->count && i < top + room.height; i++)
        draw_way(canvas, (Rect){room.x, room.y + i - top, room.width, 1}, &ways->items[i], key_width, model->keys,
                 i == marked);
    const Panes panes = panes_cut(canvas->width, canvas->height, NULL);
    panes_notice(canvas, &panes, model->notice);
}
