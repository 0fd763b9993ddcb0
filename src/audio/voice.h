/* SPDX-License-Identifier: MIT */
/* The voices of a machine: a command of the person's own, a speech-dispatcher, or one of the programs that speak. The
 * first that is there is used; after it has failed, the next one. One utterance is spoken at a time. Nothing here
 * waits. */
#ifndef AUDIO_VOICE_H
#define AUDIO_VOICE_H

#include <stdbool.h>
#include <stdint.h>

#include "audio/speech.h"
#include "audio/speech_dispatcher.h"
#include "platform/child.h"

typedef struct Voice {
    size_t kind;          /* index in the table of voices; past the last: none is left */
    char *const *command; /* the person's own, NULL-ended; NULL: none. Borrowed */
    int32_t rate;         /* percent of the usual */
    Child child;          /* the program that speaks, or that starts the speech-dispatcher */
    Dispatcher dispatcher;
    char *starting;               /* what to say once the speech-dispatcher has started; NULL: it need not start */
    int64_t retry_ms, give_up_ms; /* when to try to reach it, or to look at the program, again, and for the last time */
} Voice;

/* VOICE_CUT: it gave way to another program that speaks, or somebody has silenced all. */
typedef enum VoiceState { VOICE_IDLE, VOICE_SPEAKS, VOICE_ENDED, VOICE_CUT, VOICE_FAILED } VoiceState;

/* Finds the first voice that is there. False if there is none. */
bool voice_open(Voice *voice, char *const *command, int32_t rate);
void voice_close(Voice *voice); /* stops it at once */

/* Turns to the next voice that is there. False if there is none. */
bool voice_open_next(Voice *voice);

/* "espeak-ng", "speech-dispatcher", ..., the program of the person's own command, or "none". Borrowed. */
const char *voice_name(const Voice *voice);

/* A kind of voice, in the order in which they are tried. */
typedef struct VoiceKind {
    const char *name;
    const char *way; /* "command", "program"; of a speech-dispatcher: "running", or "started" where it does not run */
    bool is_there;
} VoiceKind;

/* The kind at an index, and whether it is there; `command` as for voice_open. False past the last. */
bool voice_kind(size_t index, char *const *command, VoiceKind *kind);

/* Stops what is spoken, and says a text. False if it cannot. */
bool voice_say(Voice *voice, const char *text, Urgency urgency, int64_t now_ms);

void voice_stop(Voice *voice); /* silences it at once */

/* How it is with what was said last. The last three are returned once. */
VoiceState voice_check(Voice *voice, int64_t now_ms);

/* A descriptor to wait on for reading, then call voice_check; -1: none. `awaits_end`: whether the end of what is spoken
 * matters now. If not, the voice wakes nobody when it ends. */
int voice_descriptor(const Voice *voice, bool awaits_end);

int64_t voice_due_ms(const Voice *voice); /* when to call voice_check again though nothing came; -1: never */

#endif
