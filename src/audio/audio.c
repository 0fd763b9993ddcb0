/* SPDX-License-Identifier: MIT */
#include "audio/audio.h"

#include <stdlib.h>

#include "audio/spoken_text.h"
#include "base/macros.h"
#include "base/memory.h"

enum { FAILURES_MOST = 2 }; /* one after the other; then comes the next voice */

static void forget_voice(Audio *audio)
{
    if (audio->is_voice_sought)
        voice_close(&audio->voice);
    audio->is_voice_sought = audio->has_voice = false;
    audio->failures = 0;
    speech_release(&audio->speech);
}

static void forget_player(Audio *audio)
{
    if (audio->is_player_sought)
        sound_player_close(&audio->player);
    audio->is_player_sought = audio->has_player = false;
}

void audio_release(Audio *audio)
{
    forget_voice(audio);
    forget_player(audio);
    narration_release(&audio->pending);
    free(audio->problem);
    *audio = (Audio){0};
}

void audio_set_up(Audio *audio, const AudioSetup *setup)
{
    const AudioSetup *old = &audio->setup;
    const bool is_other_voice = setup->rate != old->rate ||
                                (audio->is_voice_sought && !voice_has_command(&audio->voice, setup->command));
    if (!setup->speaks || is_other_voice)
        forget_voice(audio);
    if (!setup->plays || setup->volume != old->volume)
        forget_player(audio);
    if (!setup->rings)
        audio->ringing = (Ringing){0};
    audio->setup = *setup;
}

/* Until it was looked for, it is taken to be there. */
static bool has_voice(const Audio *audio)
{
    return audio->setup.speaks && (audio->has_voice || !audio->is_voice_sought);
}

static bool uses_bell(const Audio *audio)
{
    return audio->setup.rings && !(audio->setup.plays && (audio->has_player || !audio->is_player_sought));
}

/* In a session faster than real time only what matters most rings. */
static bool ring(Audio *audio, Chime chime)
{
    if (!audio->setup.rings || (audio->setup.rings_once && (chime == CHIME_TICK || chime == CHIME_HALF)))
        return false;
    audio->ringing = (Ringing){chime, audio->setup.rings_once ? 0 : 1, -1};
    return true;
}

bool audio_follow(Audio *audio, Narrator narrator, const Session *session, const EventList *events)
{
    const size_t first = audio->pending.count;
    bool rings = false;
    if (!audio->setup.speaks && !audio->setup.plays && !audio->setup.rings)
        return false;
    narrator.has_voice = has_voice(audio);
    narration_of_events(&audio->pending, &narrator, session, events);
    for (size_t i = first; uses_bell(audio) && i < audio->pending.count; i++) {
        if (audio->pending.items[i].kind == ANNOUNCE_CHIME)
            rings = ring(audio, audio->pending.items[i].chime) || rings;
    }
    return rings;
}

void audio_say(Audio *audio, const char *written)
{
    Text spoken = {0};
    spoken_text_add(&spoken, written);
    narration_add_words(&audio->pending, URGENCY_NOW, text_show(&spoken));
    text_release(&spoken);
}

void audio_silence(Audio *audio)
{
    narration_clear(&audio->pending);
    speech_release(&audio->speech);
    if (audio->has_voice)
        voice_stop(&audio->voice);
    if (audio->has_player)
        sound_player_stop(&audio->player);
}

static void seek(Audio *audio)
{
    if (audio->setup.speaks && !audio->is_voice_sought) {
        audio->has_voice = voice_open(&audio->voice, audio->setup.command, audio->setup.rate);
        audio->is_voice_sought = true;
    }
    if (audio->setup.plays && !audio->is_player_sought) {
        audio->has_player = sound_player_open(&audio->player, audio->setup.volume);
        audio->is_player_sought = true;
    }
}

static void set_problem(Audio *audio, bool *is_told, char *problem)
{
    if (*is_told) {
        free(problem);
        return;
    }
    free(audio->problem);
    audio->problem = problem;
    *is_told = true;
}

static void turn_to_next_voice(Audio *audio)
{
    const char *failed = voice_name(&audio->voice);
    audio->failures = 0;
    audio->has_voice = voice_open_next(&audio->voice);
    if (audio->has_voice)
        set_problem(audio, &audio->is_voice_problem_told,
                    memory_print("The voice %s does not work; using %s instead.", failed, voice_name(&audio->voice)));
    else
        set_problem(audio, &audio->is_voice_problem_told,
                    memory_print("The voice %s does not work. Run knead doctor to see why.", failed));
}

static void note_failure(Audio *audio)
{
    if (++audio->failures >= FAILURES_MOST)
        turn_to_next_voice(audio);
}

static void check_voice(Audio *audio, int64_t now_ms)
{
    const VoiceState state = voice_check(&audio->voice, now_ms);
    if (state == VOICE_IDLE || state == VOICE_SPEAKS)
        return;
    speech_ended(&audio->speech);
    if (state == VOICE_FAILED || state == VOICE_TOO_SOON)
        note_failure(audio);
    else
        audio->failures = 0;
}

static void say(Audio *audio, const Utterance *utterance, int64_t now_ms)
{
    while (audio->has_voice && !voice_say(&audio->voice, utterance->text, utterance->urgency, now_ms))
        turn_to_next_voice(audio);
}

static void speak(Audio *audio, int64_t now_ms)
{
    Utterance utterance;
    SpeechAction action;
    while (audio->has_voice &&
           (action = speech_next(&audio->speech, now_ms, audio->setup.rate, &utterance)) != SPEECH_NOTHING) {
        if (action == SPEECH_SAY) {
            say(audio, &utterance, now_ms);
            free(utterance.text);
            continue;
        }
        voice_stop(&audio->voice);
        if (action == SPEECH_GIVE_UP)
            note_failure(audio);
    }
    if (!audio->has_voice)
        speech_release(&audio->speech);
}

static void check_player(Audio *audio, int64_t now_ms)
{
    if (!audio->has_player || sound_player_check(&audio->player, now_ms))
        return;
    audio->has_player = false;
    set_problem(audio, &audio->is_player_problem_told,
                memory_copy_text("Sounds do not work, so the bell rings. Run knead doctor to see why."));
}

static void be_silent(Audio *audio)
{
    speech_silence(&audio->speech);
    if (audio->has_player)
        sound_player_stop(&audio->player);
}

/* A sound is over before the voice begins. Returns whether the bell rings, where audio_follow has not done so. */
static bool carry_out(Audio *audio, int64_t now_ms, bool has_rung)
{
    bool rings = false;
    int64_t from_ms = now_ms;
    for (size_t i = 0; i < audio->pending.count; i++) {
        const Announcement *item = &audio->pending.items[i];
        if (item->kind == ANNOUNCE_SILENCE)
            be_silent(audio);
        else if (item->kind == ANNOUNCE_WORDS && audio->has_voice)
            speech_add(&audio->speech, item->urgency, item->text, from_ms);
        else if (item->kind == ANNOUNCE_CHIME && audio->has_player &&
                 sound_player_play(&audio->player, item->chime, now_ms))
            from_ms = now_ms + chime_ms(item->chime);
        else if (item->kind == ANNOUNCE_CHIME && !has_rung)
            rings = ring(audio, item->chime) || rings;
    }
    narration_clear(&audio->pending);
    return rings;
}

static int64_t ring_due_ms(const Audio *audio)
{
    const Ringing *ringing = &audio->ringing;
    const int32_t after_ms = ringing->number > 0 ? chime_bell_ms(ringing->chime, ringing->number) : -1;
    return after_ms < 0 || ringing->from_ms < 0 ? -1 : ringing->from_ms + after_ms;
}

static bool ring_on(Audio *audio, int64_t now_ms)
{
    if (audio->ringing.number > 0 && audio->ringing.from_ms < 0)
        audio->ringing.from_ms = now_ms;
    const int64_t due_ms = ring_due_ms(audio);
    if (due_ms < 0 || now_ms < due_ms)
        return false;
    audio->ringing.number++;
    return true;
}

bool audio_work(Audio *audio, int64_t now_ms)
{
    const bool has_rung = uses_bell(audio);
    seek(audio);
    if (audio->has_voice)
        check_voice(audio, now_ms);
    check_player(audio, now_ms);
    const bool rings = carry_out(audio, now_ms, has_rung);
    speak(audio, now_ms);
    audio->is_end_awaited = audio->speech.is_speaking && voice_ends_too_soon(&audio->voice, now_ms);
    return ring_on(audio, now_ms) || rings;
}

void audio_hear_out(Audio *audio)
{
    audio->hears_out = true;
}

static bool is_spoken(const Audio *audio)
{
    return audio->has_voice && (audio->speech.is_speaking || audio->speech.waiting_count > 0);
}

static bool is_played(const Audio *audio)
{
    return audio->has_player && sound_player_is_playing(&audio->player);
}

bool audio_is_heard(const Audio *audio)
{
    return is_spoken(audio) || is_played(audio);
}

static bool awaits_end(const Audio *audio)
{
    return audio->hears_out || audio->is_end_awaited || speech_awaits_end(&audio->speech);
}

int audio_descriptor(const Audio *audio)
{
    if (audio->hears_out && is_played(audio) && !is_spoken(audio))
        return sound_player_descriptor(&audio->player);
    if (!audio->has_voice)
        return -1;
    return voice_descriptor(&audio->voice, awaits_end(audio));
}

/* While nothing waits, a voice that hangs need not be noticed at once, but for the last thing that is said. */
static int64_t speech_due(const Audio *audio)
{
    const Speech *speech = &audio->speech;
    if (audio->hears_out && speech->is_speaking)
        return speech->give_up_ms;
    return speech_due_ms(speech);
}

int64_t audio_due_ms(const Audio *audio)
{
    const int64_t dues_ms[] = {ring_due_ms(audio), audio->has_voice ? speech_due(audio) : -1,
                               audio->has_voice ? voice_due_ms(&audio->voice, awaits_end(audio)) : -1,
                               audio->hears_out && is_played(audio) ? audio->player.hangs_from_ms : -1};
    int64_t due_ms = -1;
    for (size_t i = 0; i < ARRAY_LEN(dues_ms); i++) {
        if (dues_ms[i] >= 0 && (due_ms < 0 || dues_ms[i] < due_ms))
            due_ms = dues_ms[i];
    }
    return due_ms;
}

char *audio_take_problem(Audio *audio)
{
    char *problem = audio->problem;
    audio->problem = NULL;
    return problem;
}

bool audio_finds_voice(void)
{
    static const TextList none;
    Voice voice;
    const bool is_there = voice_open(&voice, &none, SPEECH_USUAL_RATE);
    voice_close(&voice);
    return is_there;
}
