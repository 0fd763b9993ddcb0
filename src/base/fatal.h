/* SPDX-License-Identifier: MIT */
/* Ends the program at once. This happens for two reasons only: no memory left, or a bug in the program itself.
 * Everything else fails by return value. */
#ifndef BASE_FATAL_H
#define BASE_FATAL_H

#include <stdnoreturn.h>

/* Sets a function that fatal() calls once, before it prints; NULL removes it. It is there to restore the terminal. */
void fatal_set_hook(void (*give_back)(void));

/* Calls the hook, prints `knead: ` and the message on standard error, and aborts. The message must be a fixed text of
 * the program: it is printed without cleaning, because cleaning takes memory. */
noreturn void fatal(const char *message);

#endif
