/* SPDX-License-Identifier: MIT */
/* `knead doctor --try`: the voice and each sound, to be heard. */
#ifndef CLI_TRY_AUDIO_H
#define CLI_TRY_AUDIO_H

#include "settings/settings.h"

/* Says a sentence and plays each sound, one after the other, with a line for each that says how it went, as far as can
 * be told. Waits for each to end, and stops one that takes too long. Over ssh too: it was asked for. Returns the exit
 * status: EXIT_FAILED where something did not work, 128 + n where signal n broke it off. */
int try_audio(const Settings *settings);

#endif
