/* SPDX-License-Identifier: MIT */
/* With --quiet no bell says that a step begins. The window does: for a second the word for what comes now fills it. */
#ifndef UI_SCREENS_CALL_H
#define UI_SCREENS_CALL_H

#include "ui/screens/player.h"

/* Fills the canvas with the word: the side, or what begins where there is none, and a line below that says what to do.
 * False, and nothing is drawn: no step begins at the moment, it waits for the user, time runs faster than real time, or
 * big letters do not fit. */
bool call_draw(Canvas *canvas, const Scene *scene);

#endif
