/* SPDX-License-Identifier: MIT */
/* What no program may send to a terminal from a name, a value, a variable, a file or a record: every output that the
 * tests catch is looked through for it. */
#ifndef SUPPORT_HARM_H
#define SUPPORT_HARM_H

#include <stdbool.h>
#include <stddef.h>

/* Some of each kind, as a name of a file can hold it: commands of C0, DEL, C1 as a character and as a byte, controls of
 * direction, a byte that is no UTF-8. No blank, quote or slash is in it. */
#define HARM                                                                                                           \
    "\x1b]0;PWN\x07\x7f\r\b\xc2\x9b"                                                                                   \
    "31m\xe2\x80\xae\xe2\x81\xa6\xe2\x80\x8f\xd8\x9c\x9b"                                                              \
    "2J\xff"

/* The same without what is not UTF-8. */
#define HARM_UTF8                                                                                                      \
    "\x1b]0;PWN\x07\x7f\r\b\xc2\x9b"                                                                                   \
    "31m\xe2\x80\xae\xe2\x81\xa6\xe2\x80\x8f\xd8\x9c"                                                                  \
    "2J"

/* Fails the test where there is harm in what `who` sent: a control but newline and tab, a byte that is not UTF-8, a
 * control of direction. With `is_screen` the sequences of a screen may be in it, but none that sets a title, answers or
 * prints. */
void harm_check(const char *who, const char *bytes, size_t length, bool is_screen);

#endif
