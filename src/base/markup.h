/* SPDX-License-Identifier: MIT */
/* Texts from outside in documents of HTML and XML. */
#ifndef BASE_MARKUP_H
#define BASE_MARKUP_H

#include "base/text.h"

/* Adds a text as it may stand between tags or in quotes: <, >, & and both quotes as their names. Characters that are
 * harmful, or that XML does not know, are spelled (utf8_spell_harmful). */
void markup_add(Text *into, const char *text);

#endif
