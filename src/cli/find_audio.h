/* SPDX-License-Identifier: MIT */
/* The rows of `knead doctor` about the voice and the sounds. */
#ifndef CLI_FIND_AUDIO_H
#define CLI_FIND_AUDIO_H

#include "cli/finding.h"
#include "settings/settings.h"

void find_audio_voice(FindingList *list, const Settings *settings);
void find_audio_sound(FindingList *list, const Settings *settings);

/* The person's own command as audio/voice.h takes it, to be freed with find_audio_free_command; NULL where the settings
 * have none. */
char **find_audio_command(const Settings *settings);
void find_audio_free_command(char **command);

#endif
