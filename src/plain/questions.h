/* SPDX-License-Identifier: MIT */
/* What line mode says and asks before a session starts. */
#ifndef PLAIN_QUESTIONS_H
#define PLAIN_QUESTIONS_H

#include <stdbool.h>
#include <stdint.h>

#include "app/app.h"

/* How it talks with the person. */
typedef struct QuestionTalk {
    App *app;
    bool has_keys;                                /* somebody can answer */
    void *context;                                /* handed to both: */
    void (*say)(void *context, const char *text); /* one line */
    int32_t (*wait_for_key)(void *context);       /* the next key; KEY_INTERRUPT where there will be none */
} QuestionTalk;

typedef enum QuestionAnswer { QUESTIONS_YES, QUESTIONS_NO, QUESTIONS_NOBODY } QuestionAnswer;

/* Says the advice of the first time, where somebody is there to read it. */
void questions_advise(const QuestionTalk *talk);

/* Says the cautions and asks the questions of what is looked at. QUESTIONS_NOBODY: it asks something and nobody can answer,
 * which is said on standard error. */
QuestionAnswer questions_ask(const QuestionTalk *talk);

#endif
