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
#include "settings/settings.h"

typedef struct Voice {
    size_t kind;    /* index in the table of voices; past the last: none is left */
    char **command; /* the person's own, NULL-ended; NULL: none; owned */
    int32_t rate;   /* percent of the usual */
    Child child;    /* the program that speaks, or that starts the speech-dispatcher */
    Dispatcher dispatcher;
    char *starting;               /* what to say once the speech-dispatcher has started; NULL: it need not start */
    int64_t retry_ms, give_up_ms; /* when to try to reach it, or to look at the program, again, and for the last time */
    int64_t spoken_from_ms;       /* what ends before this was not spoken; 0: nothing is known of that */
} Voice;

typedef enum VoiceState {
    VOICE_IDLE,
    VOICE_SPEAKS,
    VOICE_ENDED,
    VOICE_CUT,      /* it gave way to another program that speaks, or somebody has silenced all */
    VOICE_TOO_SOON, /* it ended well, but too soon to have spoken */
    VOICE_FAILED
} VoiceState;

/* Finds the first voice that is there. False if there is none. `command`: the person's own, copied; it may be empty. */
bool voice_open(Voice *voice, const TextList *command, int32_t rate);
void voice_close(Voice *voice); /* stops it at once */

/* Whether it was opened with this command. */
bool voice_has_command(const Voice *voice, const TextList *command);

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
bool voice_kind(size_t index, const TextList *command, VoiceKind *kind);

/* Stops what is spoken, and says a text. False if it cannot. */
bool voice_say(Voice *voice, const char *text, Urgency urgency, int64_t now_ms);

void voice_stop(Voice *voice); /* silences it at once */

/* How it is with what was said last. All but the first two are returned once. */
VoiceState voice_check(Voice *voice, int64_t now_ms);

/* A descriptor to wait on for reading, then call voice_check; -1: none. `awaits_end`: whether the end of what is spoken
 * matters now. If not, the voice wakes nobody when it ends. */
int voice_descriptor(const Voice *voice, bool awaits_end);

/* When to call voice_check again though nothing came; -1: never. */
int64_t voice_due_ms(const Voice *voice, bool awaits_end);

/* Whether an end now would come too soon. */
bool voice_ends_too_soon(const Voice *voice, int64_t now_ms);

#endif
