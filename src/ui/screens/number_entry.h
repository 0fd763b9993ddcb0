/* SPDX-License-Identifier: MIT */
/* The number before and after a session: the keys that say it, and its words. The screen on which a number with a unit,
 * or the note of a session, is typed is in this module too (screen_entry). */
#ifndef UI_SCREENS_NUMBER_ENTRY_H
#define UI_SCREENS_NUMBER_ENTRY_H

#include "ui/screen.h"

/* What a digit or Backspace asks for, where `tenths` was said so far and `kind` takes the number. How it feels is said
 * at once, 10 as 1 and then 0; for a unit the entry is opened. REQUEST_NONE for other keys. */
Request number_entry_key(RequestKind kind, CheckUnit unit, int32_t tenths, int32_t key);

/* Appends "how does it feel? 0 (fine) to 10 (worst): press a number" or "how many cm? Press a number". */
void number_entry_ask(Text *into, CheckUnit unit);

/* Appends "6 of 10" or "3.5 cm". */
void number_entry_said(Text *into, CheckUnit unit, int32_t tenths);

#endif
