/* SPDX-License-Identifier: MIT */
#include "base/macros.h"
#include "ui/screens/ways.h"
#include "ui/widgets/list.h"

/* By whether something was held in the session: where nothing was, nothing is said to stay. */
static const Way offer_ways[2][4] = {
    {{ACTION_GO_ON, REQUEST_GO_ON, 0, "continue where you stopped", NULL},
     {ACTION_LATER, REQUEST_BACK, 0, "decide later: knead asks again next time", "decide later"},
     {ACTION_END_HERE, REQUEST_END_HERE, 0, "end it here (you did no holds)", "end it; no holds done"},
     {ACTION_DISCARD, REQUEST_DISCARD, 0, "throw it away", NULL}},
    {{ACTION_GO_ON, REQUEST_GO_ON, 0, "continue where you stopped", NULL},
     {ACTION_LATER, REQUEST_BACK, 0, "decide later: knead asks again next time", "decide later"},
     {ACTION_END_HERE, REQUEST_END_HERE, 0, "end it here (stays in your history)", "end it; stays in history"},
     {ACTION_DISCARD, REQUEST_DISCARD, 0, "throw it away", NULL}},
};

static const Way another_ways[2][3] = {
    {{ACTION_GO_ON_INSTEAD, REQUEST_GO_ON, 0, "continue it", NULL},
     {ACTION_START_ANOTHER, REQUEST_START_ANOTHER, 0, "end it (you did no holds) and start this one",
      "end it, start this one"},
     {ACTION_NEITHER, REQUEST_BACK, 0, "neither: keep it for later", "neither"}},
    {{ACTION_GO_ON_INSTEAD, REQUEST_GO_ON, 0, "continue it", NULL},
     {ACTION_START_ANOTHER, REQUEST_START_ANOTHER, 0, "end it (stays in your history) and start this one",
      "end it, start this one"},
     {ACTION_NEITHER, REQUEST_BACK, 0, "neither: keep it for later", "neither"}},
};

static const char title[] = "Unfinished session";

static const Ways offer[2] = {{title, offer_ways[0], ARRAY_LEN(offer_ways[0]), MAP_OFFER, 0},
                              {title, offer_ways[1], ARRAY_LEN(offer_ways[1]), MAP_OFFER, 0}},
                  another[2] = {{title, another_ways[0], ARRAY_LEN(another_ways[0]), MAP_ANOTHER, 0},
                                {title, another_ways[1], ARRAY_LEN(another_ways[1]), MAP_ANOTHER, 0}};

typedef struct OfferState {
    const Ways *ways; /* both */
    int marked;
    bool is_asking; /* whether it shall really be thrown away */
} OfferState;

static void offer_enter(void *memory, const Model *model)
{
    (void)model;
    ((OfferState *)memory)->ways = offer;
}

static void another_enter(void *memory, const Model *model)
{
    (void)model;
    ((OfferState *)memory)->ways = another;
}

static const Ways *ways_of(const OfferState *state, const Model *model)
{
    return &state->ways[model->left.has_done];
}

static Request choose(OfferState *state, const Ways *ways, int way)
{
    state->marked = way;
    state->is_asking = ways->items[way].action == ACTION_DISCARD;
    return state->is_asking ? (Request){.kind = REQUEST_DRAW} : ways_request(ways, way);
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
    const Ways *ways = ways_of(state, model);
    if (state->is_asking)
        return key_while_asking(state, key);
    const int way = ways_find(ways, state->marked, action);
    if (way >= 0)
        return choose(state, ways, way);
    return (Request){.kind = list_move(&state->marked, action, ways->count) ? REQUEST_DRAW : REQUEST_NONE};
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
                                      left->has_done ? "Throw it away? What you did in it is lost too."
                                                     : "Throw it away? You did no holds in it.");
    canvas_text(canvas, rect.x, words.y + used, rect.width, style_of(ROLE_STRONG), "y  yes   n  no");
}

static void offer_draw(const void *memory, const Model *model, Canvas *canvas)
{
    const OfferState *state = memory;
    const Ways *ways = ways_of(state, model);
    Page page;
    page_init(&page, canvas->look);
    page_add(&page, NULL, model->left.sentence);
    const Rect room = ways_draw_box(ways, &page, state->is_asking ? ~(ActionSet)0 : 0, model, canvas);
    page_release(&page);
    if (state->is_asking)
        draw_question(canvas, room, &model->left);
    else
        ways_draw(ways, state->marked, room, model, canvas);
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
