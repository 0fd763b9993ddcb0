/* SPDX-License-Identifier: MIT */
/* The questions about health in line mode: asked one by one, each answered with one key. */
#ifndef PLAIN_HEALTH_LINES_H
#define PLAIN_HEALTH_LINES_H

#include "app/app.h"

typedef enum Reply { REPLY_YES, REPLY_NO, REPLY_NEITHER } Reply;

/* How line mode says a line, and asks a question; no answer at all counts as a no. */
typedef struct HealthLines {
    void (*say)(void *context, const char *line);
    Reply (*ask)(void *context, const char *question);
    void *context;
} HealthLines;

/* Asks all of them, or until the reply is REPLY_NEITHER. A yes sets its health words in the settings. */
void health_lines_ask(const HealthLines *lines, App *app);

#endif
