/* SPDX-License-Identifier: MIT */
#include "audio/chime.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"

enum { NOTES_MOST = 4, BELLS_MOST = 5, ATTACK_MS = 8, HEADER_BYTES = 44 };

/* Begins at_ms after the first note, and glides from one height to the other. */
typedef struct Note {
    int32_t at_ms, ms;
    double from_hz, to_hz;
} Note;

/* clang-format off */
static const struct {
    const char *name;
    Note notes[NOTES_MOST];
    int32_t bells[BELLS_MOST]; /* after the first, in ms */
} chimes[CHIME_COUNT] = {
    [CHIME_START] = {"start", {{0, 450, 440, 660}}, {150}},
    [CHIME_SWITCH] = {"switch", {{0, 100, 392, 392}, {110, 100, 587, 587}, {260, 100, 392, 392}, {370, 200, 587, 587}},
                      {150, 600, 750}},
    [CHIME_TICK] = {"tick", {{0, 70, 740, 740}}, {0}},
    [CHIME_HALF] = {"half", {{0, 110, 523, 523}, {190, 110, 523, 523}}, {500}},
    [CHIME_END] = {"end", {{0, 120, 392, 392}, {130, 120, 494, 494}, {260, 300, 587, 587}}, {250, 500}},
    [CHIME_STOP] = {"stop", {{0, 900, 440, 220}}, {150, 300, 450, 600}},
};
/* clang-format on */

static const double tau = 6.283185307179586;

const char *chime_name(Chime chime)
{
    return chimes[chime].name;
}

int32_t chime_bell_ms(Chime chime, int number)
{
    if (number == 0)
        return 0;
    const bool is_there = number <= BELLS_MOST && chimes[chime].bells[number - 1] > 0;
    return is_there ? chimes[chime].bells[number - 1] : -1;
}

int32_t chime_ms(Chime chime)
{
    int32_t ms = 0;
    for (size_t i = 0; i < NOTES_MOST; i++)
        ms = MAX_OF(ms, chimes[chime].notes[i].at_ms + chimes[chime].notes[i].ms);
    return CHIME_SILENCE_MS + ms;
}

static size_t samples_of(int32_t ms)
{
    return (size_t)ms * CHIME_RATE / 1000;
}

/* A sine wave and a quieter one an octave above it, both fading. */
static void add_note(int16_t *samples, const Note *note, double loudness)
{
    const size_t first = samples_of(CHIME_SILENCE_MS + note->at_ms), count = samples_of(note->ms);
    double phase = 0;
    for (size_t i = 0; i < count; i++) {
        const double part = (double)i / (double)count;
        const double rise = fmin(1.0, (double)i / (double)samples_of(ATTACK_MS));
        const double fade = (1.0 - part) * (1.0 - part);
        phase += tau * (note->from_hz + (note->to_hz - note->from_hz) * part) / CHIME_RATE;
        const double value = (sin(phase) + 0.25 * sin(2.0 * phase)) / 1.25 * rise * fade * loudness;
        samples[first + i] = (int16_t)lrint(value * INT16_MAX);
    }
}

int16_t *chime_samples(Chime chime, int volume, size_t *count)
{
    const double loudness = (double)MIN_OF(MAX_OF(volume, 0), 100) / 100.0;
    *count = samples_of(chime_ms(chime));
    int16_t *samples = memory_new(*count * sizeof *samples);
    memset(samples, 0, *count * sizeof *samples);
    for (size_t i = 0; i < NOTES_MOST && chimes[chime].notes[i].ms > 0; i++)
        add_note(samples, &chimes[chime].notes[i], loudness * loudness);
    return samples;
}

/* The least significant byte first, as WAV has it. */
static void put(unsigned char *bytes, size_t at, size_t size, uint32_t value)
{
    for (size_t i = 0; i < size; i++)
        bytes[at + i] = (unsigned char)(value >> (8 * i));
}

unsigned char *chime_wave(Chime chime, int volume, size_t *size)
{
    size_t count;
    int16_t *samples = chime_samples(chime, volume, &count);
    const uint32_t data_size = (uint32_t)(count * sizeof *samples);
    *size = HEADER_BYTES + data_size;
    unsigned char *bytes = memory_new(*size);
    memcpy(bytes, "RIFF....WAVEfmt ....", 20);
    memcpy(bytes + 36, "data", 4);
    put(bytes, 4, 4, HEADER_BYTES - 8 + data_size);
    put(bytes, 16, 4, 16);
    put(bytes, 20, 2, 1); /* PCM */
    put(bytes, 22, 2, 1);
    put(bytes, 24, 4, CHIME_RATE);
    put(bytes, 28, 4, CHIME_RATE * sizeof *samples);
    put(bytes, 32, 2, sizeof *samples);
    put(bytes, 34, 2, 8 * sizeof *samples);
    put(bytes, 40, 4, data_size);
    for (size_t i = 0; i < count; i++)
        put(bytes, HEADER_BYTES + 2 * i, 2, (uint16_t)samples[i]);
    free(samples);
    return bytes;
}
