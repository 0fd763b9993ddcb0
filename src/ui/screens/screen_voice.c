/* SPDX-License-Identifier: MIT */
/* Whether a voice shall speak: asked before the first session on a machine that has one. */
#include "base/macros.h"
#include "ui/screens/ways.h"
#include "ui/widgets/list.h"
#include "ui/widgets/panes.h"

enum { FULL_WIDTH = 66, FULL_HEIGHT = 16 }; /* of the window: with less, less is said */

static const Way voice_ways[] = {
    {ACTION_VOICE_YES, REQUEST_ANSWER_VOICE, VOICE_ON, "yes", NULL},
    {ACTION_VOICE_NO, REQUEST_ANSWER_VOICE, VOICE_OFF, "no", NULL},
    {ACTION_VOICE_SAMPLE, REQUEST_VOICE_SAMPLE, 0, "hear it first", NULL},
    {ACTION_VOICE_LATER, REQUEST_BACK, 0, "back: do not start; knead asks again", "back; ask me later"},
};

static const Ways ways = {"A voice", voice_ways, ARRAY_LEN(voice_ways), MAP_VOICE, 1};

typedef struct VoiceQuestionState {
    int marked;
} VoiceQuestionState;

/* Hearing it leaves the mark where it is: Enter answers. */
static Request voice_key(void *memory, const Model *model, Action action, int32_t key)
{
    VoiceQuestionState *state = memory;
    (void)model, (void)key;
    const int way = ways_find(&ways, state->marked, action);
    if (way >= 0)
        return ways_request(&ways, way);
    return (Request){.kind = list_move(&state->marked, action, ways.count) ? REQUEST_DRAW : REQUEST_NONE};
}

static void fill_page(Page *page, const Canvas *canvas, const Model *model)
{
    char key[KEY_NAME_SIZE];
    Text line = {0};
    key_bindings_say(model->keys, ACTION_SPEAK, key);
    page_init(page, canvas->look);
    if (panes_cut(canvas->width, canvas->height, NULL).is_tiny) {
        page_add(page, NULL, "Voice guide?");
    } else if (canvas->width < FULL_WIDTH || canvas->height < FULL_HEIGHT) {
        page_add(page, NULL, "Do you want a voice guide?");
        text_print(&line, "You can close your eyes. %s turns it on or off.", key);
        page_add(page, NULL, text_show(&line));
    } else {
        page_add(page, NULL, "Do you want a voice to guide you?");
        text_print(&line,
                   "It tells you the move, the side, how to get into position and when to stop, so you can close your "
                   "eyes. Press %s to turn it on or off during a session, or change it in the settings.",
                   key);
        page_add(page, NULL, text_show(&line));
    }
    text_release(&line);
}

static void voice_draw(const void *memory, const Model *model, Canvas *canvas)
{
    const VoiceQuestionState *state = memory;
    Page page;
    fill_page(&page, canvas, model);
    page.blocks[0].style = style_bold(ROLE_TEXT);
    const Rect room = ways_draw_box(&ways, &page, 0, model, canvas);
    page_release(&page);
    ways_draw(&ways, state->marked, room, model, canvas);
}

const Screen screen_voice = {
    .name = "voice",
    .map = MAP_VOICE,
    .when_left = REQUEST_ANSWER_VOICE,
    .state_size = sizeof(VoiceQuestionState),
    .key = voice_key,
    .draw = voice_draw,
};
