/* SPDX-License-Identifier: MIT */
/* The queue of what is to be said, without a voice or a clock: utterances go in, and speech_next tells what the voice
 * has to do now. One utterance is spoken at a time. Times are in ms on any clock that only rises. */
#ifndef AUDIO_SPEECH_H
#define AUDIO_SPEECH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum Urgency {
    URGENCY_COUNT, /* "three, two, one": dropped from where anything else is spoken or waits */
    URGENCY_CUE,   /* waits for its turn; dropped if that comes too late */
    URGENCY_NOW    /* stops what is spoken, and drops what waits */
} Urgency;

enum {
    SPEECH_LATE_MS = 2000,   /* an utterance that would begin later than this is dropped */
    SPEECH_WORD_MS = 400,    /* at the usual rate: 150 words a minute */
    SPEECH_USUAL_RATE = 100, /* percent */
    SPEECH_WAITING_MOST = 8  /* of more than these the oldest is dropped */
};

typedef struct Utterance {
    char *text; /* owned; as a person says it: numbers and units in words */
    Urgency urgency;
    int64_t from_ms, until_ms; /* it begins between these, or is dropped */
} Utterance;

/* Zeroed, nothing is said. */
typedef struct Speech {
    Utterance waiting[SPEECH_WAITING_MOST]; /* in the order in which they are said */
    size_t waiting_count;
    bool is_speaking;
    bool is_to_stop;           /* what is spoken has to stop first */
    int64_t give_up_ms;        /* a voice that is not done by then hangs */
    int64_t no_count_until_ms; /* half a count is not begun: it would sound like a mistake */
} Speech;

typedef enum SpeechAction { SPEECH_NOTHING, SPEECH_STOP, SPEECH_GIVE_UP, SPEECH_SAY } SpeechAction;

void speech_release(Speech *speech);

/* Adds something to say, from a moment on. Copies the text; an empty one is ignored. */
void speech_add(Speech *speech, Urgency urgency, const char *text, int64_t from_ms);

/* Stops what is spoken, and drops what waits. */
void speech_silence(Speech *speech);

/* Tells that the voice has ended what it spoke. */
void speech_ended(Speech *speech);

/* What the voice has to do now; call it until it is SPEECH_NOTHING. SPEECH_GIVE_UP: it hangs, and is to be stopped.
 * SPEECH_SAY: *utterance is what to say; the caller frees its text. `rate` is in percent of the usual. */
SpeechAction speech_next(Speech *speech, int64_t now_ms, int32_t rate, Utterance *utterance);

/* When speech_next has something to do though the voice says nothing; -1: never. While nothing waits, a voice that
 * hangs need not be noticed at once. */
int64_t speech_due_ms(const Speech *speech);

/* Whether the end of what is spoken is waited for. */
bool speech_awaits_end(const Speech *speech);

/* About how long a text takes to say, and how long a voice has for it: one that is not done by then hangs. */
int64_t speech_length_ms(const char *text, int32_t rate);
int64_t speech_limit_ms(const char *text, int32_t rate);

/* How long it takes at the least: a program that is done sooner has not spoken. It ends like that where there is no
 * sound device, and calls it a success. 0 for a short text, of which nothing can be told. */
int64_t speech_least_ms(const char *text, int32_t rate);

#endif
