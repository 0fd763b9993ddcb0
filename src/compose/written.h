/* SPDX-License-Identifier: MIT */
/* Parts of a routine file, written as a person would. What is in them came from files and people: it never breaks out
 * of its line. */
#ifndef COMPOSE_WRITTEN_H
#define COMPOSE_WRITTEN_H

#include <stdint.h>

#include "base/text.h"
#include "routine/model.h"

/* A comment in lines of 100 columns at most. */
void written_comment(Text *into, int indent, const char *comment);

/* A text as YAML on the rest of a line: plain where nothing in it could be taken for something else. */
void written_scalar(Text *into, const char *text);

/* A key alone on its line so far: "    hold: ". */
void written_key(Text *into, int indent, const char *key);

/* A line each, the key with it: `hold`, `passes` or `breaths`; `pressure`; `breathe`. */
void written_hold(Text *into, int indent, const Hold *hold);
void written_pressure(Text *into, int indent, int32_t low, int32_t high);

/* The key `phases` and all phases of a move, each standing for itself. */
void written_phases(Text *into, int indent, const Move *move);

#endif
