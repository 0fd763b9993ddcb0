/* SPDX-License-Identifier: MIT */
/* What happens in a session, each thing as one line (doc/command-line.md, "Line mode"). */
#ifndef PLAIN_LINE_H
#define PLAIN_LINE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/text.h"
#include "session/session.h"

/* How wide the times are, so that all texts begin in one column. */
int line_time_width(const Plan *plan);

/* Begins a line: the time into the session, padded. */
void line_begin(Text *into, int64_t at_ms, int time_width);

/* Ends it: from `start` on it is one line, whatever the text was. */
void line_end(Text *into, size_t start);

/* What a session is, at its start or where it goes on. */
void line_title(Text *into, const Session *session);

/* What has happened; adds nothing where no line is made of it. `has_keys`: somebody can answer. */
void line_event(Text *into, const Session *session, const Event *event, bool has_keys);

/* All about a move, a line of text for each thing that is known of it; false past the last. */
bool line_about(Text *into, const PlanMove *move, int row);

#endif
