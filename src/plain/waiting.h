/* SPDX-License-Identifier: MIT */
/* Waits for keys, signals, files and other programs in line mode, and does what the app then asks for. */
#ifndef PLAIN_WAITING_H
#define PLAIN_WAITING_H

#include "plain/ask.h"
#include "plain/console.h"

/* Takes the terminal where this is its foreground: a job in the background has no keys. */
void waiting_take_terminal(Console *console);

/* Does what a call of the app asks for: tells what is new, writes to the records, runs the editor. */
void waiting_obey(Console *console, Effects wish);

void waiting_beat(Console *console); /* lets time pass up to now */
/* Carries out a request. With `is_silent` a notice is not told: the caller has words of its own. */
void waiting_perform(Console *console, Request request, bool is_silent);

/* The next key; KEY_NONE where a signal, the moment `due_ns` (-1: none) or the terminal's end came instead of one. */
int32_t waiting_key(Console *console, int64_t due_ns);

/* For questions. Borrows the console. */
Asker waiting_asker(Console *console);

#endif
