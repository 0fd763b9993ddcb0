/* SPDX-License-Identifier: MIT */
/* Last words. Only two things end the program on the spot: no memory, and a mistake of its own. Everything else
 * fails by return value. */
#ifndef BASE_FATAL_H
#define BASE_FATAL_H

#include <stdnoreturn.h>

/* Has `give_back` called once, before the last words are printed; NULL takes it away. */
void fatal_set_hook(void (*give_back)(void));

/* Calls the hook, prints `knead: ` and the message on standard error, and aborts. The message is the program's own, never a
 * text from elsewhere: it is not cleaned, for that takes memory. */
noreturn void fatal(const char *message);

#endif
