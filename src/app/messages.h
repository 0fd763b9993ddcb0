/* SPDX-License-Identifier: MIT */
/* Sentences of the app. Each is a new text, to free(), unless its comment says otherwise. */
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
/* "You stopped Calf Care at 4:12 of 13:10 (Calf strip, left), today at 14:32." */
char *message_left(const UnfinishedSession *left, const char *when);
char *message_lowered_target(const LoweredTarget *lowered); /* "2 lower since 20 Nov: it hurt in Calf strip, left" */

/* What was done in a session that has ended, and whether it was recorded. `goes_on` says how to resume a session that
 * was left: "`knead resume` continues it". */
char *message_last_words(const Session *session, bool is_rehearsal, EndKept end, const char *goes_on);

/* For the screen after a session: whether it is in the history; NULL before that is known. Static. */
const char *message_done_note(const Session *session, bool is_rehearsal, EndKept end);

#endif
