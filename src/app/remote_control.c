/* SPDX-License-Identifier: MIT */
#include "app/remote_control.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "app/session_control.h"
#include "app/sounds.h"
#include "app/state.h"
#include "base/macros.h"
#include "base/memory.h"
#include "platform/wait.h"
#include "remote/status.h"

enum { FELT_MOST = 10 };

/* The words of doc/command-line.md, "From another program", that change the session. */
static const struct {
    const char *word;
    SessionCommand command;
} commands[] = {
    {"pause", COMMAND_PAUSE}, {"resume", COMMAND_GO_ON}, {"toggle", COMMAND_TOGGLE}, {"ready", COMMAND_READY_SOON},
    {"wait", COMMAND_WAIT},   {"next", COMMAND_NEXT},    {"back", COMMAND_BACK},     {"more", COMMAND_MORE},
    {"less", COMMAND_LESS},   {"hurt", COMMAND_HURT},    {"stop", COMMAND_LEAVE},
};

/* When a word does something, where that is not plain. */
static const struct {
    const char *word, *when;
} whens[] = {
    {"felt", "while a move is held"},
    {"eased", "in a hold that may end early"},
    {"wait", "while you set up or change sides"},
    {"ready", "while you set up or change sides, or in a pause"},
    {"hurt", "during a move"},
};

static bool refuse_now(const App *app, const char *word, Text *problem)
{
    Text now = {0};
    status_print(&now, &app->active.session, STATUS_FORMAT, "{state}, {step}");
    text_print(problem, "'%s' does nothing now (the session is %s)", word, text_show(&now));
    for (size_t i = 0; i < ARRAY_LEN(whens); i++) {
        if (strcmp(whens[i].word, word) == 0)
            text_print(problem, "; it works %s", whens[i].when);
    }
    text_release(&now);
    return false;
}

static bool carry_out(App *app, SessionCommand command, int32_t value, const char *word, Text *problem)
{
    session_control_command(app, command, value);
    if (app->active.fresh.count == 0 && command != COMMAND_READY_SOON) /* of which the end comes soon all the same */
        return refuse_now(app, word, problem);
    app->is_held_from_afar = session_stands(&app->active.session);
    app->effects.draw = true;
    return true;
}

static bool feel(App *app, const char *value, Text *problem)
{
    char *end;
    const long felt = strtol(value, &end, 10);
    if (end == value || *end || felt < 0 || felt > FELT_MOST) {
        text_print(problem, "felt needs a number from 0 to %d", FELT_MOST);
        return false;
    }
    return carry_out(app, COMMAND_FELT, (int32_t)felt, "felt", problem);
}

static bool ease(App *app, Text *problem)
{
    if (!session_may_end(&app->active.session))
        return refuse_now(app, "eased", problem);
    return carry_out(app, COMMAND_READY, 0, "eased", problem);
}

/* A sentence as what follows a colon. */
static void add_sentence(Text *into, const char *sentence)
{
    const size_t length = strlen(sentence);
    text_add_char(into, (char)tolower((unsigned char)*sentence));
    text_add_span(into, sentence + 1, length - 1 - (sentence[length - 1] == '.'));
}

static bool say(App *app, Text *problem)
{
    const char *why_not = sounds_why_silent(app);
    if (!why_not && app->switches.voice) {
        sounds_say_again(app, (Request){0});
        app->effects.draw = true;
        return true;
    }
    if (why_not)
        add_sentence(problem, why_not);
    else
        text_print(problem, "the voice is off; turn it on with %s in the session, or voice: on in the settings",
                   state_key(app, ACTION_SPEAK));
    return false;
}

static bool handle(void *context, const char *word, const char *value, Text *problem)
{
    App *app = context;
    if (!active_session_is_playing(&app->active)) {
        text_add(problem, "the session is over");
        return false;
    }
    if (strcmp(word, "felt") == 0)
        return feel(app, value, problem);
    if (*value) {
        text_print(problem, "'%s' takes no value", word);
        return false;
    }
    if (strcmp(word, "eased") == 0)
        return ease(app, problem);
    if (strcmp(word, "say") == 0)
        return say(app, problem);
    for (size_t i = 0; i < ARRAY_LEN(commands); i++) {
        if (strcmp(commands[i].word, word) == 0)
            return carry_out(app, commands[i].command, 0, word, problem);
    }
    text_print(problem, "there is no word '%s'", word);
    return false;
}

/* A folder that cannot be had is not told here: knead doctor does. */
void remote_control_keep(App *app)
{
    const bool is_playing = active_session_is_playing(&app->active);
    if (is_playing && !app->control && !app->is_control_tried) {
        Text problem = {0};
        app->control = control_server_open(&problem);
        app->is_control_tried = true;
        text_release(&problem);
    }
    if (app->control && app->active.is_open)
        control_server_tell(app->control, &app->active.session);
    if (!is_playing)
        remote_control_close(app);
}

void remote_control_work(App *app)
{
    if (app->control)
        control_server_work(app->control, &app->active.session, handle, app);
}

size_t remote_control_sources(const App *app, struct pollfd *sources)
{
    return app->control ? control_server_sources(app->control, sources) : 0;
}

_Static_assert((int)CONTROL_SOURCES_MOST <= (int)WAIT_OTHERS_MOST, "all can be waited for");

void remote_control_close(App *app)
{
    control_server_close(app->control);
    app->control = NULL;
    app->is_control_tried = false;
}
