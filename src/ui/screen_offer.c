/* SPDX-License-Identifier: MIT */
#include "base/duration.h"
#include "base/macros.h"
#include "ui/footer.h"
#include "ui/frame.h"
#include "ui/list.h"
#include "ui/page.h"
#include "ui/screen.h"
#include "ui/sheet.h"

typedef struct OfferState {
    int chosen;
    bool is_asking;        /* whether it shall really be thrown away */
} OfferState;

static const struct {
    Action action;
    RequestKind request;
    const char *key, *text;
} choices[] = {
    {ACTION_GO_ON, REQUEST_GO_ON, "g", "go on where you left it"},
    {ACTION_KEEP, REQUEST_KEEP, "k", "keep it as it is"},
    {ACTION_DISCARD, REQUEST_DISCARD, "t", "throw it away"},
};

enum { CHOICES = ARRAY_LEN(choices), WIDTH = 64, EDGES = 4 };

static const char question[] = "Throw it away? What you did in it goes too.";

static Request choose(OfferState *state, int choice)
{
    state->chosen = choice;
    state->is_asking = choices[choice].action == ACTION_DISCARD;
    return (Request){.kind = state->is_asking ? REQUEST_DRAW : choices[choice].request};
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
    if (action == ACTION_QUIT)
        return (Request){.kind = REQUEST_QUIT};
    if (state->is_asking)
        return key_while_asking(state, key);
    if (key == KEY_ENTER_KEY || action == ACTION_OPEN)
        return choose(state, state->chosen);
    for (int i = 0; i < CHOICES; i++) {
        if (choices[i].action == action)
            return choose(state, i);
    }
    if (action == ACTION_BACK || action == ACTION_HELP)
        return (Request){.kind = action == ACTION_BACK ? REQUEST_BACK : REQUEST_HELP};
    return (Request){.kind = list_move(&state->chosen, action, CHOICES) ? REQUEST_DRAW : REQUEST_NONE};
}

static void add_sentence(Text *into, const ModelLeft *left)
{
    char at[DURATION_TEXT_SIZE], total[DURATION_TEXT_SIZE];
    text_print(into, "You left %s at %s of %s", left->title ? left->title : "a session",
               duration_clock(at, left->at_s), duration_clock(total, left->total_s));
    if (left->where && *left->where)
        text_print(into, " (%s)", left->where);
    text_print(into, "%s%s.", left->when ? ", " : "", left->when ? left->when : "");
}

static void draw_choice(Canvas *canvas, Rect row, int choice, bool is_chosen)
{
    Style key = style_of(ROLE_STRONG), text = style_of(ROLE_TEXT);
    if (is_chosen) {
        key.ground = text.ground = ROLE_PANEL;
        canvas_fill(canvas, row, style_on(ROLE_TEXT, ROLE_PANEL));
        canvas_put(canvas, row.x, row.y, style_on(ROLE_ACCENT, ROLE_PANEL), 0x25B8, '>');
        canvas_cursor(canvas, row.x, row.y);
    }
    canvas_text(canvas, row.x + 2, row.y, 1, key, choices[choice].key);
    canvas_text(canvas, row.x + 5, row.y, row.width - 6, text, choices[choice].text);
}

/* The answers stand below the question, and are there however little of it is. */
static void draw_question(Canvas *canvas, Rect rect)
{
    rect = rect_inset(rect, 2, 0);
    canvas_cursor(canvas, rect.x, rect.y);
    if (rect.height < 2) {
        canvas_text(canvas, rect.x, rect.y, rect.width, style_of(ROLE_WARN), "Throw away?  y n");
        return;
    }
    const Rect words = rect_cut_top(&rect, rect.height - 1);
    const int used = canvas_paragraph(canvas, words, style_of(ROLE_WARN), question);
    canvas_text(canvas, rect.x, words.y + used, rect.width, style_of(ROLE_STRONG), "y  yes   n  no");
}

static void draw_choices(Canvas *canvas, Rect rect, const OfferState *state)
{
    int top = list_top(state->chosen, CHOICES, rect.height);
    for (int i = top; i < CHOICES && i < top + rect.height; i++)
        draw_choice(canvas, (Rect){rect.x, rect.y + i - top, rect.width, 1}, i, i == state->chosen);
}

static void fill_page(Page *page, Look look, const Model *model)
{
    Text sentence = {0};
    add_sentence(&sentence, &model->left);
    page_init(page, look);
    page_add(page, NULL, text_show(&sentence));
    text_release(&sentence);
}

static void offer_draw(const void *memory, const Model *model, Canvas *canvas)
{
    const OfferState *state = memory;
    Sheet sheet = sheet_cut(canvas, NULL);
    Rect room = sheet.body;
    Page page;
    fill_page(&page, canvas->look, model);
    if (!sheet.is_tiny) {
        int width = MIN_OF(WIDTH, canvas->width - 2), rows = page_rows(&page, width - EDGES) + 1 + CHOICES;
        int blank = rows + EDGES <= sheet.body.height ? 1 : 0;
        Rect box = rect_centre(sheet.body, width, rows + 2 + 2 * blank);
        room = rect_inset(frame_draw(canvas, box, "A session was left"), 0, blank);
        page_draw(&page, canvas, rect_cut_top(&room, MAX_OF(room.height - CHOICES - 1, 0)), -1, false);
        rect_cut_top(&room, 1);
        footer_draw_without(canvas, sheet.footer, MAP_OFFER, state->is_asking ? ~(ActionSet)0 : 0);
    } else if (!state->is_asking) {
        Rect line = rect_cut_top(&room, MAX_OF(room.height - CHOICES, 0));
        canvas_paragraph(canvas, line, style_of(ROLE_TEXT), page.blocks[0].text);
    }
    if (state->is_asking)
        draw_question(canvas, room);
    else
        draw_choices(canvas, room, state);
    page_release(&page);
}

const Screen screen_offer = {
    .name = "offer",
    .map = MAP_OFFER,
    .state_size = sizeof(OfferState),
    .key = offer_key,
    .draw = offer_draw,
};
