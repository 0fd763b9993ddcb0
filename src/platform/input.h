/* SPDX-License-Identifier: MIT */
/* Decodes bytes from the terminal into keys (base/key.h): UTF-8, control characters, and the escape sequences that
 * xterm and compatible terminals send for arrows and the like, in both keypad modes. Unknown sequences are dropped. */
#ifndef PLATFORM_INPUT_H
#define PLATFORM_INPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { INPUT_ROOM = 256, INPUT_ESCAPE_MS = 25 }; /* INPUT_ESCAPE_MS: how long to wait for the rest of a sequence */

typedef struct Input {
    char bytes[INPUT_ROOM];
    size_t start, end; /* the bytes not decoded yet */
} Input;

/* Reads the bytes that are available; from a terminal that was taken (platform/tty.h) it does not wait for any. False
 * if the terminal is gone. */
bool input_read(Input *keys, int descriptor);

/* The next key, or KEY_NONE if no key is complete. `is_late`: the wait for more bytes is over, so a lone Escape byte is
 * the Escape key and any other incomplete sequence is dropped. */
int32_t input_next_key(Input *keys, bool is_late);

/* Whether undecoded bytes are left that may be the start of a key. */
bool input_is_waiting(const Input *keys);

#endif
