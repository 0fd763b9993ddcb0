/* SPDX-License-Identifier: MIT */
#include "cli/try_audio.h"

#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include "audio/audio.h"
#include "base/macros.h"
#include "base/output.h"
#include "cli/print.h"
#include "platform/clock.h"
#include "platform/signals.h"
#include "platform/tty.h"
#include "platform/wait.h"

enum {
    PAUSE_MS = 300,  /* between two sounds, so that they can be told apart */
    RECHECK_MS = 50, /* how often a program is looked at whose end cannot be waited for */
    NAME_CELLS = 10,
    SIGNAL_BASE = 128,
};

static const char sentence[] = "This is the voice of knead. Left side.";

typedef struct Trial {
    WaitTimer timer;
    bool has_failed;
    int signal; /* that broke it off; 0: none */
} Trial;

static int64_t now_ms(void)
{
    return clock_now().awake_ns / 1000000;
}

/* Sleeps until the descriptor (-1: none) is readable or the time has come. It may come back sooner. */
static void sleep_until(Trial *trial, int descriptor, int64_t due_ms)
{
    const WaitSources sources = {.input = -1, .files = -1, .voice = descriptor};
    wait_for_any(&trial->timer, sources, due_ms * 1000000);
    for (int number; (number = signals_next()) != 0;) {
        if (signals_is_end(number))
            trial->signal = number;
        else if (number == SIGTSTP)
            signals_stop_here();
    }
}

/* The same for a program that runs; one that cannot be waited for is looked at again and again. */
static void await_end(Trial *trial, int descriptor, int64_t due_ms)
{
    sleep_until(trial, descriptor, descriptor >= 0 ? due_ms : MIN_OF(due_ms, now_ms() + RECHECK_MS));
}

static void pause_for(Trial *trial, int64_t ms)
{
    const int64_t due_ms = now_ms() + ms;
    while (!trial->signal && now_ms() < due_ms)
        sleep_until(trial, -1, due_ms);
}

/* The beginning of a line, which is ended when it is known how it went. */
static void begin_line(const char *name, const char *meaning)
{
    Text line = {0};
    print_column(&line, name, NAME_CELLS);
    text_add(&line, meaning);
    output_text(stdout, text_show(&line));
    fflush(stdout);
    text_release(&line);
}

static void tell_failure(Trial *trial, const char *name, int exit_status)
{
    trial->has_failed = true;
    if (exit_status > SIGNAL_BASE)
        print_line("%s failed (signal %d)", name, exit_status - SIGNAL_BASE);
    else if (exit_status > 0)
        print_line("%s failed (exit status %d)", name, exit_status);
    else
        print_line("%s failed", name);
}

static void tell_hanging(Trial *trial, const char *name, int64_t took_ms)
{
    trial->has_failed = true;
    print_line("%s did not finish within %lld s and was stopped", name, (long long)(took_ms / 1000));
}

/* The voice. */

static VoiceState hear_voice(Trial *trial, Voice *voice, int64_t limit_ms)
{
    VoiceState state = voice_say(voice, sentence, URGENCY_NOW, now_ms()) ? VOICE_SPEAKS : VOICE_FAILED;
    while (state == VOICE_SPEAKS && !trial->signal && now_ms() < limit_ms) {
        const int64_t due_ms = voice_due_ms(voice, true);
        await_end(trial, voice_descriptor(voice, true), due_ms < 0 ? limit_ms : MIN_OF(due_ms, limit_ms));
        state = voice_check(voice, now_ms());
    }
    voice_stop(voice);
    return state;
}

/* True where it has spoken, as far as can be told. */
static bool try_one_voice(Trial *trial, Voice *voice)
{
    const char *name = voice_name(voice);
    const int64_t from_ms = now_ms();
    const VoiceState state = hear_voice(trial, voice, from_ms + speech_limit_ms(sentence, voice->rate));
    if (trial->signal)
        print_line("%s was stopped", name);
    else if (state == VOICE_SPEAKS)
        tell_hanging(trial, name, now_ms() - from_ms);
    else if (state == VOICE_FAILED)
        tell_failure(trial, name, voice->child.status);
    else if (state == VOICE_TOO_SOON)
        print_line("%s finished too soon to have spoken: is there a sound device?", name);
    else
        print_line("%s works", name);
    trial->has_failed = trial->has_failed || state == VOICE_TOO_SOON;
    return state == VOICE_ENDED;
}

/* As in a session, the next voice is tried where one has failed. */
static void try_voices(Trial *trial, const Settings *settings)
{
    Voice voice;
    bool is_there = voice_open(&voice, &settings->voice_command, settings_rate(settings));
    print_line("%-*s%s%s%s", NAME_CELLS, "voice", is_there ? "\"" : "", is_there ? sentence : "none",
               is_there ? "\"" : "");
    while (is_there && !trial->signal) {
        begin_line("", "");
        is_there = !try_one_voice(trial, &voice) && voice_open_next(&voice);
    }
    voice_close(&voice);
}

/* The sounds. */

static const char *const meanings[CHIME_COUNT] = {
    [CHIME_START] = "a hold begins: ",
    [CHIME_SWITCH] = "switch sides: ",
    [CHIME_TICK] = "one of the last three seconds: ",
    [CHIME_HALF] = "halfway through a long hold: ",
    [CHIME_END] = "a hold ends: ",
    [CHIME_STOP] = "it hurt, and the clock stops: ",
};

/* Rings as a session would, in the rhythm of the sound. */
static void ring(Trial *trial, Chime chime)
{
    const int64_t from_ms = now_ms();
    int number = 0;
    if (!isatty(STDOUT_FILENO)) {
        print_line("no bell: standard output is not a terminal");
        return;
    }
    for (int32_t after_ms; (after_ms = chime_bell_ms(chime, number)) >= 0 && !trial->signal; number++) {
        pause_for(trial, from_ms + after_ms - now_ms());
        output_bell();
        fflush(stdout);
    }
    print_line("the bell rang %d time%s", number, number == 1 ? "" : "s");
}

/* sound_player_check turns to the next player where one has failed, and gives up a file of one's own that cannot be
 * played. Returns whether any player is left. */
static bool play(Trial *trial, SoundPlayer *player, Chime chime)
{
    const char *name = sound_player_name(player);
    const size_t kind = player->kind;
    const int64_t from_ms = now_ms();
    const bool has_failed_before = player->own_fails[chime];
    bool is_left = true;
    if (!sound_player_play(player, chime, from_ms)) {
        trial->has_failed = true;
        print_line("%s %s", name,
                   player->is_unusable ? "cannot be started" : "has nothing to play: cannot create a file");
        return sound_player_check(player, from_ms);
    }
    if (player->was_own)
        output_text(stdout, "your own file, ");
    while (!trial->signal && sound_player_is_playing(player)) {
        await_end(trial, sound_player_descriptor(player), player->hangs_from_ms);
        is_left = sound_player_check(player, now_ms());
    }
    const bool has_failed = player->kind != kind || player->own_fails[chime] != has_failed_before;
    if (trial->signal)
        print_line("%s was stopped", name);
    else if (has_failed && player->child.status == 0)
        tell_hanging(trial, name, now_ms() - from_ms);
    else if (has_failed)
        tell_failure(trial, name, player->child.status);
    else
        print_line("%s works", name);
    return is_left;
}

static void try_sounds(Trial *trial, const Settings *settings)
{
    SoundPlayer player;
    const bool is_there = sound_player_open(&player, settings_volume(settings));
    bool plays = is_there && settings->sound != SOUND_BELL;
    for (int i = 0; i < CHIME_COUNT && !trial->signal; i++) {
        const Chime chime = (Chime)i;
        if (plays || isatty(STDOUT_FILENO))
            pause_for(trial, PAUSE_MS);
        begin_line(chime_name(chime), meanings[chime]);
        if (plays)
            plays = play(trial, &player, chime);
        else
            ring(trial, chime);
    }
    sound_player_close(&player);
}

int try_audio(const Settings *settings)
{
    Trial trial = {0};
    wait_init(&trial.timer);
    signals_start();
    if (tty_is_remote())
        print_line("Over ssh you hear this on the other computer, where knead runs.");
    try_voices(&trial, settings);
    try_sounds(&trial, settings);
    signals_stop();
    wait_release(&trial.timer);
    if (trial.signal)
        return SIGNAL_BASE + trial.signal;
    return trial.has_failed ? EXIT_FAILED : EXIT_FINE;
}
