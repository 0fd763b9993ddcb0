/* SPDX-License-Identifier: MIT */
/* The lines of line mode: one line of text for each event of a session (doc/command-line.md, "Line mode"). */
#ifndef PLAIN_LINE_H
#define PLAIN_LINE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/text.h"
#include "session/session.h"
#include "session/step_position.h"

/* The columns that the times of a plan need, so that all texts start in the same column. */
int line_time_width(const Plan *plan);

/* Starts a line with the time in the session, padded to `time_width` columns. */
void line_begin(Text *into, int64_t at_ms, int time_width);

/* Ends the line that began at `start`: line breaks become blanks, and blanks at the end are cut. */
void line_end(Text *into, size_t start);

/* Adds the title, length and number of moves of a session and, if it was resumed, the time left. */
void line_title(Text *into, const Session *session);

/* Adds the text of an event; nothing for an event that has none. `ready_key`: what the key
 * for "ready" is called; NULL: nobody can press keys. `positions` are those that the plan names. */
void line_event(Text *into, const Session *session, const Event *event, const char *ready_key, PositionList positions);

/* Adds row number `row` (from 0) of what is known about a move; nothing where that row is empty. False past the last
 * row. */
bool line_about(Text *into, const Plan *plan, const PlanMove *move, PositionList positions, int row);

#endif
