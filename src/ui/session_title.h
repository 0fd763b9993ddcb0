/* SPDX-License-Identifier: MIT */
/* What the terminal's window is called while a session runs. */
#ifndef UI_SESSION_TITLE_H
#define UI_SESSION_TITLE_H

#include "base/text.h"
#include "session/session.h"

/* Adds the time left of the step, the move and its side: "0:42 Calf strip, left"; nothing before the start and after
 * the end. The time comes first, for titles are cut at their ends. */
void session_title_add(Text *into, const Session *session);

#endif
