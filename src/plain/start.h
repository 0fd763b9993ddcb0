/* SPDX-License-Identifier: MIT */
/* What line mode says and asks before a session starts. */
#ifndef PLAIN_START_H
#define PLAIN_START_H

#include <stdbool.h>
#include <stdint.h>

#include "app/app.h"

/* How it talks with the person. */
typedef struct StartTalk {
    App *app;
    bool has_keys;                                /* somebody can answer */
    void *context;                                /* handed to both: */
    void (*say)(void *context, const char *text); /* one line */
    int32_t (*wait_for_key)(void *context);       /* the next key; KEY_INTERRUPT where there will be none */
} StartTalk;

typedef enum StartAnswer { START_YES, START_NO, START_NOBODY } StartAnswer;

/* Says the advice of the first time, where somebody is there to read it. */
void start_advise(const StartTalk *talk);

/* Says the cautions and asks the questions of what is looked at. START_NOBODY: it asks something and nobody can answer,
 * which is said on standard error. */
StartAnswer start_ask(const StartTalk *talk);

#endif
