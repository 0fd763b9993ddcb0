/* SPDX-License-Identifier: MIT */
/* The voice and the sounds of the active session, as the settings and the switches want them. */
#ifndef APP_SOUNDS_H
#define APP_SOUNDS_H

#include "app/effects.h"
#include "ui/screen.h"

/* Follows the settings. A switch that the person has turned stays, unless its own setting has changed. */
void sounds_read_settings(App *app);

/* Whether a voice or a sound can reach the person at all. */
bool sounds_may_be_heard(const App *app);

/* Why no voice can speak, whether it is turned on or not, as a sentence; NULL where one can. */
const char *sounds_why_silent(const App *app);

/* Turns the voice on, where it may be heard, or off. */
void sounds_turn_voice(App *app, bool is_on);

/* Says and plays what the new events of the session bring. The bell, if it rings now, is added to the effects. */
void sounds_follow(App *app);

/* Says an answer in place of all else. `written` NULL: nothing. */
void sounds_say(App *app, const char *written);

/* Starts and stops the voice and the sounds; when the screen has been drawn. */
void sounds_work(App *app);

int64_t sounds_due_ns(const App *app); /* the moment (awake_ns) of the next sounds_work; -1: never */

/* The requests of the player. */
void sounds_toggle(App *app, Request request);
void sounds_toggle_voice(App *app, Request request);
void sounds_say_again(App *app, Request request);

#endif
