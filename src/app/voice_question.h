/* SPDX-License-Identifier: MIT */
/* Whether a voice shall speak: asked once, before the first session on a machine that has one. */
#ifndef APP_VOICE_QUESTION_H
#define APP_VOICE_QUESTION_H

#include <stdbool.h>

#include "app/effects.h"
#include "ui/screen.h"

/* Call it before a session starts or goes on: shows the question, where it is to be asked, and returns true; `then` is
 * performed after the answer. False: there is nothing to ask. */
bool voice_question_ask(App *app, Request then);

/* The question has gone, with a VoiceChoice as the answer: on and off are stored. False where it has none. */
bool voice_question_close(App *app, int32_t choice);

/* A request of its screen. */
void voice_question_sample(App *app, Request request);

#endif
