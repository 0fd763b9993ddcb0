/* SPDX-License-Identifier: MIT */
/* The voice and the sounds of a session: takes what audio/narration.h announces, and speaks and plays it with what the
 * machine has. Nothing is looked for or started before the first call of audio_work. A voice or player that fails is
 * replaced by the next one, and costs the session no time. */
#ifndef AUDIO_AUDIO_H
#define AUDIO_AUDIO_H

#include <stdbool.h>
#include <stdint.h>

#include "audio/narration.h"
#include "audio/sound_player.h"
#include "audio/voice.h"

/* What is wanted. */
typedef struct AudioSetup {
    bool speaks, plays, rings; /* rings: the terminal's bell where no player is used */
    bool rings_once;           /* no rhythms, for a session that runs faster than real time */
    const TextList *command;   /* a voice of the person's own; empty: the first that is there. Borrowed for ever */
    int32_t rate;              /* of the voice, in percent of the usual */
    int volume;                /* of the sounds, 1 to 100 */
} AudioSetup;

/* A sound that is rung with the terminal's bell. */
typedef struct Ringing {
    Chime chime;
    int number;      /* of the next bell; 0: none is rung */
    int64_t from_ms; /* when the first one rang; -1: not known yet */
} Ringing;

/* Zeroed, it is silent. */
typedef struct Audio {
    AudioSetup setup;
    bool is_voice_sought, has_voice, is_player_sought, has_player;
    Voice voice;
    SoundPlayer player;
    Speech speech;
    AnnouncementList pending; /* until the next audio_work */
    Ringing ringing;
    bool is_end_awaited; /* it would come too soon now */
    bool hears_out;
    int failures; /* of the voice, one after the other */
    char *problem;
    bool is_voice_problem_told, is_player_problem_told;
} Audio;

void audio_release(Audio *audio); /* stops everything at once */

/* Sets what is wanted from now on, and is to be called again when the command changes. What has not changed goes on. */
void audio_set_up(Audio *audio, const AudioSetup *setup);

/* Adds what the events of a session bring. Narrator.has_voice is set here. Returns whether the bell rings now. */
bool audio_follow(Audio *audio, Narrator narrator, const Session *session, const EventList *events);

/* Says something at once, in place of all else. The text is as it is written. */
void audio_say(Audio *audio, const char *written);

/* Stops what is spoken and played, at once. */
void audio_silence(Audio *audio);

/* From now on the end of what is spoken or played is waited for: there is nothing else left to do. */
void audio_hear_out(Audio *audio);

/* Whether something is spoken or played, or still has to be. */
bool audio_is_heard(const Audio *audio);

/* Starts and stops what has to be. Call it after audio_follow and audio_say, when the screen has been drawn; when
 * audio_descriptor is readable; and when audio_due_ms has come. Returns whether the bell rings now. */
bool audio_work(Audio *audio, int64_t now_ms);

int audio_descriptor(const Audio *audio); /* -1: none */
int64_t audio_due_ms(const Audio *audio); /* -1: never */

/* One line about a voice or player that has failed, each once, to free(); NULL: none. */
char *audio_take_problem(Audio *audio);

/* Whether this machine has a voice. */
bool audio_finds_voice(void);

#endif
