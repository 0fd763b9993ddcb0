/* SPDX-License-Identifier: MIT */
/* Questions of line mode: one answered with a key, or with a line that is typed. */
#ifndef PLAIN_ASK_H
#define PLAIN_ASK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/text.h"

enum { ASK_BYTES_MOST = 1000 };

typedef enum Reply { REPLY_YES, REPLY_NO, REPLY_NEITHER } Reply;

/* How line mode says a line, gets a key (KEY_INTERRUPT where there will be none), shows what is typed, and takes it
 * back. */
typedef struct Asker {
    void (*say)(void *context, const char *line);
    int32_t (*next_key)(void *context);
    void (*echo)(void *context, const char *text);
    void (*erase)(void *context, int cells);
    void *context;
} Asker;

/* `none_key` stands for no answer, which counts as a no; 0: there is none. */
Reply ask_yes_no(const Asker *asker, const char *question, int32_t none_key);

/* Asks for a line, which Enter ends; it may be empty, and is at most ASK_BYTES_MOST long. With `is_number` only what a
 * number is made of is taken, and q leaves. Escape leaves, and Ctrl-D as long as nothing was typed. False if it was
 * left. */
bool ask_line(const Asker *asker, const char *question, bool is_number, Text *line);

#endif
