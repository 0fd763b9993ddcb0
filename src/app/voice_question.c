/* SPDX-License-Identifier: MIT */
#include "app/voice_question.h"

#include "app/preferences.h"
#include "app/sounds.h"
#include "app/state.h"

static bool is_to_be_asked(const App *app)
{
    return app->settings.voice == VOICE_NOT_SAID && !app->options.yes && !app->options.is_unattended &&
           sounds_may_be_heard(app) && audio_finds_voice();
}

bool voice_question_ask(App *app, Request then)
{
    if (!is_to_be_asked(app))
        return false;
    app->after_voice = then;
    state_show(app, &screen_voice);
    app->effects.draw = true;
    return true;
}

bool voice_question_close(App *app, int32_t choice)
{
    state_hide(app, &screen_voice);
    sounds_turn_voice(app, choice == VOICE_ON);
    if (choice != VOICE_ON && choice != VOICE_OFF)
        return false;
    preferences_voice(app, (Request){.kind = REQUEST_VOICE, .value = choice});
    return true;
}

/* It is on until the question is closed. */
void voice_question_sample(App *app, Request request)
{
    (void)request;
    sounds_turn_voice(app, true);
    sounds_say(app, "This is how I sound. Left side.");
}
