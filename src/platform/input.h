/* SPDX-License-Identifier: MIT */
/* Bytes from a terminal to keys (base/key.h): UTF-8, control characters, and the sequences that xterm and all
 * its kin send for arrows and the like, in both keypad modes. An unknown sequence is no key. */
#ifndef PLATFORM_INPUT_H
#define PLATFORM_INPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { INPUT_ROOM = 256, INPUT_ESCAPE_MS = 25 }; /* so long may the rest of a sequence be on its way after its Escape */

typedef struct Input {
    char bytes[INPUT_ROOM];
    size_t start, end; /* what is not yet a key */
} Input;

/* Reads what is there. False where the terminal is gone. */
bool input_read(Input *keys, int descriptor);

/* The next key; KEY_NONE where none is complete. With `is_late` nothing more is on its way: a lone Escape is one. */
int32_t input_next_key(Input *keys, bool is_late);

/* Bytes stand there that may be the start of a key. */
bool input_is_waiting(const Input *keys);

#endif
