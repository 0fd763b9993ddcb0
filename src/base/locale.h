/* SPDX-License-Identifier: MIT */
/* The character set of the terminal: only that is taken from the locale, which keeps the start fast. */
#ifndef BASE_LOCALE_H
#define BASE_LOCALE_H

#include <stdbool.h>

/* Takes the characters of the person's locale. Where that is not UTF-8 and LC_ALL does not ask for it by name, UTF-8 is
 * tried: most such machines just never had a locale set. */
void locale_start(void);

/* Whether UTF-8 may be printed. */
bool locale_is_utf8(void);

#endif
