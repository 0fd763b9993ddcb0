/* SPDX-License-Identifier: MIT */
/* The character set of the terminal. Only LC_CTYPE is taken from the locale, which keeps the start fast. */
#ifndef BASE_LOCALE_H
#define BASE_LOCALE_H

#include <stdbool.h>

/* Sets LC_CTYPE from the environment; call once at the start. If the result is not UTF-8 and LC_ALL is not set, tries a
 * UTF-8 locale: on most such machines the locale was simply never set up. */
void locale_start(void);

/* Replaces what the environment says: UTF-8, where the machine has such a locale, or ASCII only. */
void locale_choose(bool is_utf8);

/* Whether UTF-8 may be printed. */
bool locale_is_utf8(void);

#endif
