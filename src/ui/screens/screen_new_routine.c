/* SPDX-License-Identifier: MIT */
/* Asks for the title of a new routine, and shows the file that it becomes while it is typed. */
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"
#include "routine/template.h"
#include "ui/screen.h"
#include "ui/widgets/footer.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/text_input.h"

enum { WIDTH = 68, ROWS = 6, TINY_LABEL_WIDTH = 24 };

enum { MOST_COPIES = 99 };

typedef struct NameState {
    TextInput title;
    bool is_asked; /* Enter asked for a title */
} NameState;

static const LibraryEntry *taken_by(const Model *model, const char *id)
{
    for (size_t i = 0; model->library && i < library_count(model->library); i++) {
        if (strcmp(library_at(model->library, i)->id, id) == 0)
            return library_at(model->library, i);
    }
    return NULL;
}

/* A title of which nothing has the file yet: "My Feet", "My Feet 2". */
static void name_enter(void *memory, const Model *model)
{
    NameState *state = memory;
    bool is_free = !model->copied;
    for (int copy = 1; !is_free && copy <= MOST_COPIES; copy++) {
        char *title = copy == 1 ? memory_print("My %s", model->copied) : memory_print("My %s %d", model->copied, copy);
        char *id = template_id(title);
        is_free = !id || !taken_by(model, id);
        if (is_free)
            text_input_offer(&state->title, title);
        free(id);
        free(title);
    }
}

static bool is_blank(const char *title)
{
    return title[strspn(title, " ")] == '\0';
}

/* What the title comes to: its file, or why there is none. True where it can be written. */
static bool tell(Text *into, const char *title, const Model *model)
{
    char *id = template_id(title);
    const LibraryEntry *other = id ? taken_by(model, id) : NULL;
    const bool is_fine = id && !other && model->new_file_folder;
    if (!model->new_file_folder)
        text_add(into, "No folder for it: set HOME or XDG_CONFIG_HOME.");
    else if (other)
        text_print(into, "You already have %s %s. Choose another title.", other->is_mine ? "your" : "a routine", id);
    else if (id)
        text_print(into, "%s.yaml in %s", id, model->new_file_folder);
    else if (is_blank(title))
        text_add(into, "Type a title. The file is named after it.");
    else
        text_add(into, "The title needs a letter from a to z for the file name.");
    free(id);
    return is_fine;
}

static Request name_key(void *memory, const Model *model, Action action, int32_t key)
{
    NameState *state = memory;
    (void)action;
    if (key == KEY_ESCAPE_KEY)
        return (Request){.kind = REQUEST_BACK};
    if (key != KEY_ENTER_KEY)
        return (Request){.kind = text_input_key(&state->title, key) ? REQUEST_DRAW : REQUEST_NONE};
    Text ignored = {0};
    const bool is_fine = tell(&ignored, state->title.text, model);
    text_release(&ignored);
    state->is_asked = true;
    return is_fine ? (Request){.kind = REQUEST_WRITE, .text = state->title.text} : (Request){.kind = REQUEST_DRAW};
}

static bool name_takes_text(const void *memory)
{
    (void)memory;
    return true;
}

/* The line that is typed in, with a word before it, and what it comes to below where there is a line for that. */
static void draw_line(Canvas *canvas, Rect room, const NameState *state, const Model *model)
{
    Text told = {0};
    const bool is_fine = tell(&told, state->title.text, model);
    const bool is_wrong = !is_fine && (state->is_asked || !is_blank(state->title.text));
    Rect line = rect_cut_top(&room, 1);
    if (line.width >= TINY_LABEL_WIDTH) {
        canvas_text(canvas, line.x, line.y, 6, style_of(ROLE_DIM), "title");
        rect_cut_left(&line, 7);
    }
    text_input_draw(&state->title, canvas, line.x, line.y, line.width);
    if (room.height > 2)
        rect_cut_top(&room, 1);
    const char *text = model->notice ? model->notice : text_show(&told);
    canvas_paragraph(canvas, room,
                     style_of(model->notice || is_wrong ? ROLE_WARN
                              : is_fine                 ? ROLE_GOOD
                                                        : ROLE_DIM),
                     text);
    text_release(&told);
}

static void name_draw(const void *memory, const Model *model, Canvas *canvas)
{
    const NameState *state = memory;
    const Panes panes = panes_cut(canvas->width, canvas->height, NULL);
    const ActionSet hidden = ~(ACTION_BIT(ACTION_WRITE) | ACTION_BIT(ACTION_CANCEL));
    if (panes.is_tiny) {
        canvas_clear(canvas);
        draw_line(canvas, panes.body, state, model);
        footer_draw_without(canvas, panes.footer, model->keys, MAP_NAME, hidden);
        return;
    }
    Text title = {0};
    if (model->copied)
        text_print(&title, "A copy of %s", model->copied);
    else
        text_add(&title, "A new routine");
    const Rect room = panes_frame(canvas, &panes, MIN_OF(WIDTH, canvas->width - 2), ROWS, text_show(&title));
    footer_draw_without(canvas, panes.footer, model->keys, MAP_NAME, hidden);
    draw_line(canvas, rect_inset(room, 0, 1), state, model);
    text_release(&title);
}

const Screen screen_new_routine = {
    .name = "name",
    .map = MAP_NAME,
    .state_size = sizeof(NameState),
    .is_overlay = true,
    .enter = name_enter,
    .key = name_key,
    .takes_text = name_takes_text,
    .draw = name_draw,
};
