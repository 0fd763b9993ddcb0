/* SPDX-License-Identifier: MIT */
/* What the app says in words of its own. Each text is the caller's, to free(). */
#ifndef APP_MESSAGES_H
#define APP_MESSAGES_H

#include <stdbool.h>
#include <stdint.h>

#include "app/active_session.h"
#include "session/session.h"
#include "store/lowered_target.h"
#include "store/unfinished.h"

char *message_pause(const char *cause, int64_t ms);  /* "by Ctrl-Z, for 3 min" */
char *message_moment(int64_t then_s, int64_t now_s); /* "today at 14:32", "3 days ago" */
/* "You left Calf Care at 4:12 of 13:10 (Calf strip, left), today at 14:32." */
char *message_left(const UnfinishedSession *left, const char *when);
char *message_lowered_target(const LoweredTarget *lowered); /* "2 lower since 20 Nov: it hurt in Calf strip, left" */

/* What was done of a session that has ended, and what became of its records. `goes_on` says how to go on with one that
 * was left: "`knead resume` goes on with it". */
char *message_last_words(const Session *session, bool is_rehearsal, EndKept end, const char *goes_on);

/* On the screen after it: whether it is in the history; NULL before that is known. Borrowed. */
const char *message_done_note(const Session *session, bool is_rehearsal, EndKept end);

#endif
