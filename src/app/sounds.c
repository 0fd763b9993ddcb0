/* SPDX-License-Identifier: MIT */
#include "app/sounds.h"

#include <stdlib.h>

#include "app/records.h"
#include "app/state.h"
#include "base/memory.h"
#include "platform/clock.h"
#include "platform/tty.h"
#include "ui/screens/safety.h"

static const int64_t millisecond_ns = 1000000;

/* Over ssh they would come from the other machine, and a session that runs faster than real time has no time for them.
 * */
bool sounds_may_be_heard(const App *app)
{
    return !app->options.is_mute && !app->options.is_quiet && !state_is_rehearsal(app) && !tty_is_remote();
}

static void set_up(App *app)
{
    const Settings *settings = &app->settings;
    const bool has_sound = app->switches.sound && !app->options.is_mute && !app->options.is_quiet;
    const bool is_heard = sounds_may_be_heard(app);
    const AudioSetup setup = {
        .speaks = is_heard && app->switches.voice,
        .plays = is_heard && has_sound && settings->sound != SOUND_BELL,
        .rings = has_sound,
        .rings_once = state_is_rehearsal(app),
        .command = &settings->voice_command,
        .rate = settings_rate(settings),
        .volume = settings_volume(settings),
    };
    audio_set_up(&app->audio, &setup);
}

void sounds_read_settings(App *app)
{
    const Settings *settings = &app->settings;
    const SoundSettings old = app->sound_settings;
    app->sound_settings = (SoundSettings){true, settings->voice, settings->sound};
    if (!old.is_read || old.sound != settings->sound)
        app->switches.sound = settings->sound != SOUND_OFF && !app->options.is_mute && !app->options.is_quiet;
    if (!old.is_read || old.voice != settings->voice)
        app->switches.voice = (settings->voice == VOICE_ON || settings->voice == VOICE_COMMAND) &&
                              sounds_may_be_heard(app);
    set_up(app);
}

void sounds_turn_voice(App *app, bool is_on)
{
    app->switches.voice = is_on && sounds_may_be_heard(app);
    set_up(app);
}

/* Lines and the voice say the titles of positions. */
static PositionList read_positions(App *app)
{
    const bool is_told = !state_has_window(app) || app->switches.voice;
    if (is_told && !plan_positions_are_read(&app->positions, &app->selection))
        plan_positions_read(&app->positions, &app->selection, app->library);
    return plan_positions_model(&app->positions);
}

void sounds_follow(App *app)
{
    const Narrator narrator = {.words = (SpokenWords)app->settings.words,
                               .times_done = records_times_done(app),
                               .when_it_hurts = safety_when_it_hurts,
                               .ready_key = state_key(app, ACTION_READY),
                               .pause_key = state_key(app, ACTION_PAUSE),
                               .positions = read_positions(app)};
    if (audio_follow(&app->audio, narrator, &app->active.session, &app->active.fresh))
        app->effects.bell = true;
}

void sounds_say(App *app, const char *written)
{
    if (written)
        audio_say(&app->audio, written);
}

void sounds_work(App *app)
{
    if (audio_work(&app->audio, clock_now().awake_ns / millisecond_ns))
        app->effects.bell = true;
    char *problem = audio_take_problem(&app->audio);
    if (problem)
        state_set_brief_notice(app, problem);
}

int64_t sounds_due_ns(const App *app)
{
    const int64_t due_ms = audio_due_ms(&app->audio);
    return due_ms < 0 ? -1 : due_ms * millisecond_ns;
}

void sounds_toggle(App *app, Request request)
{
    (void)request;
    if (app->options.is_mute || app->options.is_quiet)
        return;
    app->switches.sound = !app->switches.sound;
    set_up(app);
    state_set_brief_notice(app, memory_copy_text(app->switches.sound ? "Sounds are on." : "Sounds are off."));
}

const char *sounds_why_silent(const App *app)
{
    if (app->options.is_mute || app->options.is_quiet)
        return "The voice is off because of --mute or --quiet.";
    if (state_is_rehearsal(app))
        return "There is no voice in a rehearsal.";
    if (tty_is_remote())
        return "There is no voice over ssh: you would not hear it on this computer.";
    return app->settings.voice == VOICE_COMMAND || audio_finds_voice()
               ? NULL
               : "This computer has no voice. Run knead doctor to see what to install.";
}

void sounds_toggle_voice(App *app, Request request)
{
    (void)request;
    const char *why_not = app->switches.voice ? NULL : sounds_why_silent(app);
    if (!why_not)
        app->switches.voice = !app->switches.voice;
    set_up(app);
    state_set_brief_notice(app, memory_copy_text(why_not               ? why_not
                                                 : app->switches.voice ? "The voice is on."
                                                                       : "The voice is off."));
    if (app->switches.voice)
        sounds_say_again(app, request);
}

void sounds_say_again(App *app, Request request)
{
    (void)request;
    char *moment = app->active.is_open
                       ? narration_of_moment(&app->active.session, read_positions(app), state_key(app, ACTION_READY))
                       : NULL;
    const char *why_not = sounds_why_silent(app);
    if (moment && app->switches.voice)
        audio_say(&app->audio, moment);
    else
        state_set_brief_notice(
            app, why_not ? memory_copy_text(why_not)
                         : memory_print("The voice is off. Press %s to turn it on.", state_key(app, ACTION_SPEAK)));
    free(moment);
}
