/* SPDX-License-Identifier: MIT */
/* Plays the sounds of a session with the first program for it that works on this machine. Each sound is made when it is
 * first played, as a file in the cache; a file of the person's own replaces it. Nothing here waits. */
#ifndef AUDIO_SOUND_PLAYER_H
#define AUDIO_SOUND_PLAYER_H

#include <stdbool.h>
#include <stdint.h>

#include "audio/chime.h"
#include "platform/child.h"

typedef struct SoundPlayer {
    size_t kind; /* index in the table of players; past the last: none is left */
    int volume;  /* 1 to 100 */
    Child child;
    Chime chime;           /* what is played */
    int64_t hangs_from_ms; /* it is over by then, or the player hangs */
    bool was_own;          /* a file of the person's own is played */
    bool is_unusable;      /* the program could not be started */
    bool own_fails[CHIME_COUNT];
    char *made[CHIME_COUNT]; /* paths of the files in the cache; NULL: not made yet */
} SoundPlayer;

/* Finds the first player that is there. False if there is none. */
bool sound_player_open(SoundPlayer *player, int volume);
void sound_player_close(SoundPlayer *player); /* stops what is played */

/* "pw-play", "aplay", ..., or "none". Borrowed. */
const char *sound_player_name(const SoundPlayer *player);

/* The name of the player at an index, in the order in which they are tried, and whether it is there; NULL past the
 * last. */
const char *sound_player_kind(size_t index, bool *is_there);

/* Stops what is played, and plays a sound. False if nothing can play it. */
bool sound_player_play(SoundPlayer *player, Chime chime, int64_t now_ms);

void sound_player_stop(SoundPlayer *player); /* silences it at once */

/* Looks how it went. After a player has failed, hung or not started, the next one is used; false if it was the last. */
bool sound_player_check(SoundPlayer *player, int64_t now_ms);

/* Whether something is played, and a descriptor that is readable when it is over; -1: none, or the program has closed
 * it. */
bool sound_player_is_playing(const SoundPlayer *player);
int sound_player_descriptor(const SoundPlayer *player);

/* The file of the person's own that replaces a sound, to free(); NULL: none that this player can play. */
char *sound_player_own_file(const SoundPlayer *player, Chime chime);

#endif
