/* SPDX-License-Identifier: MIT */
/* The rows of `knead doctor` about the voice and the sounds. */
#ifndef CLI_FIND_AUDIO_H
#define CLI_FIND_AUDIO_H

#include "cli/finding.h"
#include "settings/settings.h"

void find_audio_voice(FindingList *list, const Settings *settings);
void find_audio_sound(FindingList *list, const Settings *settings);

#endif
