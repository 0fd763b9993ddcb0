/* SPDX-License-Identifier: MIT */
#include "base/macros.h"
#include "ui/screen.h"
#include "ui/widgets/footer.h"
#include "ui/widgets/list.h"
#include "ui/widgets/page.h"
#include "ui/widgets/panes.h"

/* A way on: what it says where nothing was held in the session may be something else; in a small window less. */
typedef struct OfferWay {
    Action action;
    RequestKind request;
    const char *key, *text, *brief;
    const char *text_of_nothing, *brief_of_nothing; /* NULL: the same */
} OfferWay;

static const OfferWay offer_ways[] = {
    {ACTION_GO_ON, REQUEST_GO_ON, "g", "continue where you left it", NULL, NULL, NULL},
    {ACTION_LATER, REQUEST_BACK, "q", "later: it stays as it is, and is offered again", "later; it stays as it is",
     NULL, NULL},
    {ACTION_END_HERE, REQUEST_END_HERE, "e", "end it here (it stays in your history)", "end it; stays in history",
     "end it here (nothing was held in it)", "end it; nothing was held"},
    {ACTION_DISCARD, REQUEST_DISCARD, "t", "throw it away", NULL, NULL, NULL},
};

static const OfferWay another_ways[] = {
    {ACTION_GO_ON_INSTEAD, REQUEST_GO_ON, "g", "go on with it", NULL, NULL, NULL},
    {ACTION_START_ANOTHER, REQUEST_START_ANOTHER, "s", "keep what was done of it, and start this one",
     "keep it, start this one", "end it (nothing was held in it), and start this one", "end it, start this one"},
    {ACTION_NEITHER, REQUEST_BACK, "q", "neither: it stays as it is", NULL, NULL, NULL},
};

/* What there is to choose from, on which keys. */
typedef struct Offer {
    const OfferWay *ways;
    int count;
    KeyMap map;
} Offer;

static const Offer offer = {offer_ways, ARRAY_LEN(offer_ways), MAP_OFFER},
                   another = {another_ways, ARRAY_LEN(another_ways), MAP_ANOTHER};

typedef struct OfferState {
    const Offer *offer;
    int chosen;
    bool is_asking; /* whether it shall really be thrown away */
} OfferState;

enum { WIDTH = 64, FULL_CELLS = 54 };

static void offer_enter(void *memory, const Model *model)
{
    (void)model;
    ((OfferState *)memory)->offer = &offer;
}

static void another_enter(void *memory, const Model *model)
{
    (void)model;
    ((OfferState *)memory)->offer = &another;
}

static Request choose(OfferState *state, int way)
{
    const OfferWay *chosen = &state->offer->ways[way];
    state->chosen = way;
    state->is_asking = chosen->action == ACTION_DISCARD;
    return (Request){.kind = state->is_asking ? REQUEST_DRAW : chosen->request};
}

/* Only a yes throws it away; any other key goes back to the choice. */
static Request key_while_asking(OfferState *state, int32_t key)
{
    if (key == 'y' || key == 'Y')
        return (Request){.kind = REQUEST_DISCARD};
    state->is_asking = false;
    return (Request){.kind = REQUEST_DRAW};
}

static Request offer_key(void *memory, const Model *model, Action action, int32_t key)
{
    OfferState *state = memory;
    (void)model;
    if (state->is_asking)
        return key_while_asking(state, key);
    if (action == ACTION_OPEN)
        return choose(state, state->chosen);
    for (int i = 0; i < state->offer->count; i++) {
        if (state->offer->ways[i].action == action)
            return choose(state, i);
    }
    return (Request){.kind = list_move(&state->chosen, action, state->offer->count) ? REQUEST_DRAW : REQUEST_NONE};
}

static const char *words_of(const OfferWay *way, const ModelLeft *left, int cells)
{
    const bool is_brief = cells < FULL_CELLS && way->brief;
    if (!left->has_done && way->text_of_nothing)
        return is_brief ? way->brief_of_nothing : way->text_of_nothing;
    return is_brief ? way->brief : way->text;
}

static void draw_way(Canvas *canvas, Rect row, const OfferWay *way, const ModelLeft *left, bool is_chosen)
{
    Style key = style_of(ROLE_STRONG), text = style_of(ROLE_TEXT);
    if (is_chosen) {
        key.ground = text.ground = ROLE_PANEL;
        canvas_fill(canvas, row, style_on(ROLE_TEXT, ROLE_PANEL));
        canvas_put(canvas, row.x, row.y, style_on(ROLE_ACCENT, ROLE_PANEL), 0x25B8, '>');
        canvas_cursor(canvas, row.x, row.y);
    }
    canvas_text(canvas, row.x + 2, row.y, 1, key, way->key);
    canvas_text(canvas, row.x + 5, row.y, row.width - 6, text, words_of(way, left, row.width - 6));
}

/* The answers stand below the question, and are there however little of it is. */
static void draw_question(Canvas *canvas, Rect rect, const ModelLeft *left)
{
    rect = rect_inset(rect, 2, 0);
    canvas_cursor(canvas, rect.x, rect.y);
    if (rect.height < 2) {
        canvas_text(canvas, rect.x, rect.y, rect.width, style_of(ROLE_WARN), "Throw away?  y n");
        return;
    }
    const Rect words = rect_cut_top(&rect, rect.height - 1);
    const int used = canvas_paragraph(canvas, words, style_of(ROLE_WARN),
                                      left->has_done ? "Throw it away? What you did in it goes too."
                                                     : "Throw it away? Nothing was held in it.");
    canvas_text(canvas, rect.x, words.y + used, rect.width, style_of(ROLE_STRONG), "y  yes   n  no");
}

static void draw_ways(Canvas *canvas, Rect rect, const OfferState *state, const ModelLeft *left)
{
    const int count = state->offer->count, top = list_top(state->chosen, count, rect.height);
    for (int i = top; i < count && i < top + rect.height; i++)
        draw_way(canvas, (Rect){rect.x, rect.y + i - top, rect.width, 1}, &state->offer->ways[i], left,
                 i == state->chosen);
}

static void fill_page(Page *page, Look look, const Model *model)
{
    page_init(page, look);
    page_add(page, NULL, model->left.sentence);
}

static void offer_draw(const void *memory, const Model *model, Canvas *canvas)
{
    const OfferState *state = memory;
    const int count = state->offer->count;
    Panes panes = panes_cut(canvas->width, canvas->height, NULL);
    Rect room = panes.body;
    Page page;
    fill_page(&page, canvas->look, model);
    if (!panes.is_tiny) {
        int width = MIN_OF(WIDTH, canvas->width - 2), rows = page_rows(&page, width - BOX_EDGES) + 1 + count;
        int blank = rows + BOX_EDGES <= panes.body.height ? 1 : 0;
        Rect box = rect_centre(panes.body, width, rows + 2 + 2 * blank);
        room = rect_inset(panes_box(canvas, box, "A session was left"), 0, blank);
        page_draw(&page, canvas, rect_cut_top(&room, MAX_OF(room.height - count - 1, 0)), -1, false);
        rect_cut_top(&room, 1);
        footer_draw_without(canvas, panes.footer, state->offer->map, state->is_asking ? ~(ActionSet)0 : 0);
    } else if (!state->is_asking) {
        Rect line = rect_cut_top(&room, MAX_OF(room.height - count, 0));
        canvas_paragraph(canvas, line, style_of(ROLE_TEXT), page.blocks[0].text);
    }
    if (state->is_asking)
        draw_question(canvas, room, &model->left);
    else
        draw_ways(canvas, room, state, &model->left);
    page_release(&page);
}

const Screen screen_resume = {
    .name = "offer",
    .map = MAP_OFFER,
    .when_left = REQUEST_ADVISE,
    .state_size = sizeof(OfferState),
    .enter = offer_enter,
    .key = offer_key,
    .draw = offer_draw,
};

const Screen screen_another = {
    .name = "another",
    .map = MAP_ANOTHER,
    .state_size = sizeof(OfferState),
    .enter = another_enter,
    .key = offer_key,
    .draw = offer_draw,
};
