/* SPDX-License-Identifier: MIT */
#include "ui/screens/number_entry.h"

#include <string.h>

#include "base/macros.h"
#include "ui/widgets/footer.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/text_input.h"

enum { WIDTH = 68, ROWS = 6, TINY_LABEL_WIDTH = 24, TEN = 10 };

static const char *const unit_names[UNIT_COUNT] = {
    [UNIT_CM] = "cm", [UNIT_S] = "seconds", [UNIT_DEG] = "degrees", [UNIT_TIMES] = "times"};

Request number_entry_key(RequestKind kind, CheckUnit unit, int32_t tenths, int32_t key)
{
    static const char *const digits[] = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"};
    if (key == KEY_BACKSPACE_KEY && tenths != MEASURE_NOT_SAID)
        return (Request){.kind = kind, .value = MEASURE_NOT_SAID};
    if (key < '0' || key > '9')
        return (Request){0};
    const int32_t digit = key - '0';
    if (unit != UNIT_FEEL)
        return (Request){.kind = REQUEST_ENTER, .value = (int32_t)kind, .text = digits[digit]};
    const bool is_ten = digit == 0 && tenths == TEN; /* the 1 of it was there already */
    return (Request){.kind = kind, .value = is_ten ? MEASURE_FEEL_MOST : digit * TEN};
}

void number_entry_ask(Text *into, CheckUnit unit)
{
    if (unit == UNIT_FEEL)
        text_add(into, "how does it feel? 0 (fine) to 10 (worst): press a number");
    else
        text_print(into, "how many %s? Press a number", unit_names[unit]);
}

void number_entry_said(Text *into, CheckUnit unit, int32_t tenths)
{
    measure_add(into, unit, tenths);
    if (unit == UNIT_FEEL)
        text_add(into, " of 10");
}

typedef struct NumberState {
    TextInput typed;
    bool is_wrong; /* Enter asked for what cannot be */
} NumberState;

static bool is_note(const Model *model)
{
    return model->entering.request == REQUEST_RECORD_NOTE;
}

static void entry_enter(void *memory, const Model *model)
{
    NumberState *state = memory;
    const ModelEntering *entering = &model->entering;
    state->typed.is_long = is_note(model);
    if (is_note(model) || entering->is_begun)
        text_input_take_up(&state->typed, entering->text ? entering->text : "");
    else
        text_input_offer(&state->typed, entering->text ? entering->text : "");
}

static bool is_blank(const char *text)
{
    return text[strspn(text, " ")] == '\0';
}

/* A minus stands before the number, wherever the cursor is; another takes it away. */
static bool turn_sign(TextInput *typed)
{
    const bool is_below = typed->text[0] == '-';
    const size_t at = typed->at;
    text_input_key(typed, KEY_HOME_KEY);
    text_input_key(typed, is_below ? KEY_DELETE_KEY : '-');
    const size_t now = is_below ? at - MIN_OF(at, (size_t)1) : at + 1;
    while (typed->at < now)
        text_input_key(typed, KEY_RIGHT_ARROW);
    return true;
}

static Request save(NumberState *state, const Model *model)
{
    const ModelEntering *entering = &model->entering;
    int32_t tenths = MEASURE_NOT_SAID;
    if (is_note(model))
        return (Request){.kind = entering->request, .text = is_blank(state->typed.text) ? "" : state->typed.text};
    state->is_wrong = !is_blank(state->typed.text) && !measure_read(state->typed.text, entering->unit, &tenths);
    return state->is_wrong ? (Request){.kind = REQUEST_DRAW} : (Request){.kind = entering->request, .value = tenths};
}

static Request entry_key(void *memory, const Model *model, Action action, int32_t key)
{
    NumberState *state = memory;
    (void)action;
    if (key == KEY_ESCAPE_KEY)
        return (Request){.kind = REQUEST_BACK};
    if (key == KEY_ENTER_KEY)
        return save(state, model);
    const bool is_sign = key == '-' && !is_note(model) && model->entering.unit != UNIT_FEEL;
    const bool is_changed = is_sign ? turn_sign(&state->typed) : text_input_key(&state->typed, key);
    state->is_wrong = state->is_wrong && !is_changed;
    return (Request){.kind = is_changed ? REQUEST_DRAW : REQUEST_NONE};
}

static bool entry_takes_text(const void *memory)
{
    (void)memory;
    return true;
}

static const char *title_of(const Model *model)
{
    if (is_note(model))
        return "A note about this session";
    return model->entering.request == REQUEST_RECORD_AFTER ? "After the session" : "Before the session";
}

/* What is asked for, or what can be instead of what was typed. */
static void tell(Text *into, const NumberState *state, const Model *model)
{
    const ModelEntering *entering = &model->entering;
    if (is_note(model))
        text_add(into, "One line, for you to read later. Empty: no note.");
    else if (state->is_wrong && entering->unit == UNIT_FEEL)
        text_add(into, "Type a whole number from 0 to 10, or nothing at all.");
    else if (state->is_wrong)
        text_add(into, "Type a number such as 12 or 3.5, at most 999.9 and with one decimal, or nothing at all.");
    else if (entering->unit == UNIT_FEEL)
        text_add(into, "How it feels: 0 (fine) to 10 (worst). Leave it empty to take it back.");
    else
        text_print(into, "In %s. Leave it empty to take it back.%s%s", unit_names[entering->unit],
                   entering->check ? "\n" : "", entering->check ? entering->check : "");
}

static void draw_line(Canvas *canvas, Rect room, const NumberState *state, const Model *model)
{
    const char *label = is_note(model) ? "note" : "number";
    Text told = {0};
    Rect line = rect_cut_top(&room, 1);
    if (line.width >= TINY_LABEL_WIDTH) {
        canvas_text(canvas, line.x, line.y, 7, style_of(ROLE_DIM), label);
        rect_cut_left(&line, 8);
    }
    text_input_draw(&state->typed, canvas, line.x, line.y, line.width);
    if (room.height > 2)
        rect_cut_top(&room, 1);
    tell(&told, state, model);
    const bool is_problem = state->is_wrong || model->notice;
    canvas_paragraph(canvas, room, style_of(is_problem ? ROLE_WARN : ROLE_DIM),
                     model->notice ? model->notice : text_show(&told));
    text_release(&told);
}

static void entry_draw(const void *memory, const Model *model, Canvas *canvas)
{
    const NumberState *state = memory;
    const Panes panes = panes_cut(canvas->width, canvas->height, NULL);
    const ActionSet hidden = ~(ACTION_BIT(ACTION_SAVE) | ACTION_BIT(ACTION_LEAVE_AS_IT_WAS));
    if (panes.is_tiny) {
        canvas_clear(canvas);
        draw_line(canvas, panes.body, state, model);
        footer_draw_without(canvas, panes.footer, model->keys, MAP_ENTRY, hidden);
        return;
    }
    const Rect room = panes_frame(canvas, &panes, MIN_OF(WIDTH, canvas->width - 2), ROWS, title_of(model));
    footer_draw_without(canvas, panes.footer, model->keys, MAP_ENTRY, hidden);
    draw_line(canvas, rect_inset(room, 0, 1), state, model);
}

const Screen screen_entry = {
    .name = "entry",
    .map = MAP_ENTRY,
    .state_size = sizeof(NumberState),
    .is_overlay = true,
    .enter = entry_enter,
    .key = entry_key,
    .takes_text = entry_takes_text,
    .draw = entry_draw,
};
