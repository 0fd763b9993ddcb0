/* SPDX-License-Identifier: MIT */
/* What was done in a session, put on a page: each move with its left and right, and what came of it. */
#ifndef UI_SCREENS_DONE_PAGE_H
#define UI_SCREENS_DONE_PAGE_H

#include "session/session.h"
#include "ui/widgets/page.h"

/* `is_noted`: the records will know where it hurt. `note`: what became of the records, or NULL. */
void done_page_add(Page *page, const Session *session, bool is_noted, const char *note);

#endif
