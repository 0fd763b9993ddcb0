/* SPDX-License-Identifier: MIT */
/* The six sounds of a session, made from sine waves. They differ in the number of notes, in whether they rise or fall,
 * and in length, so that each can be told from the others when it is heard alone. No note is above 740 Hz: many people
 * hear high notes badly. */
#ifndef AUDIO_CHIME_H
#define AUDIO_CHIME_H

#include <stddef.h>
#include <stdint.h>

typedef enum Chime {
    CHIME_START,  /* a hold begins: one note, rising */
    CHIME_SWITCH, /* to the other side: low and high, twice */
    CHIME_TICK,   /* one of the last three seconds: one short note */
    CHIME_HALF,   /* half of a long hold is over: two short notes of the same height */
    CHIME_END,    /* a hold is over, and another move or a rest or the end comes: three notes upwards */
    CHIME_STOP,   /* it hurt: one long note, falling */
    CHIME_COUNT
} Chime;

enum {
    CHIME_RATE = 22050,     /* samples a second */
    CHIME_SILENCE_MS = 150, /* before the first note: a device that slept loses the beginning of what it plays */
};

/* "start", "switch", "tick", "half", "end", "stop": the names of the files that may replace them. */
const char *chime_name(Chime chime);

/* Its samples, to free(). Volume from 0 to 100; each half of it sounds about half as loud. */
int16_t *chime_samples(Chime chime, int volume, size_t *count);

/* The same as a WAV file (16 bits, one channel), to free(). */
unsigned char *chime_wave(Chime chime, int volume, size_t *size);

/* How long it sounds, with its silence. */
int32_t chime_ms(Chime chime);

/* A terminal without a player of sounds rings its bell instead, in a rhythm of its own for each: when the bell with a
 * number (from 0) rings, in ms after the first; -1: there are no more. */
int32_t chime_bell_ms(Chime chime, int number);

#endif
