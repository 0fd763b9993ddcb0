/* SPDX-License-Identifier: MIT */
/* Written text as it is said: numbers and units in words, for voices say "30 s" as "thirty ess". */
#ifndef AUDIO_SPOKEN_TEXT_H
#define AUDIO_SPOKEN_TEXT_H

#include "base/text.h"

/* "Hold for 30 s, 2-3 cm" is "Hold for thirty seconds, two to three centimetres". Line breaks become blanks. */
void spoken_text_add(Text *into, const char *text);

#endif
