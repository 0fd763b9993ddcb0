/* SPDX-License-Identifier: MIT */
/* Past sessions as a calendar (iCalendar, RFC 5545), an event for each. A calendar that has an event already takes over
 * its changes, for the event keeps its UID. */
#ifndef CLI_HISTORY_ICS_H
#define CLI_HISTORY_ICS_H

#include "base/text.h"
#include "progress/record.h"

/* Append what stands before the first event, an event, and what stands behind the last one. Lines end with CR LF and
 * have at most 75 bytes. */
void history_ics_begin(Text *into);
void history_ics_session(Text *into, const SessionRecord *record);
void history_ics_end(Text *into);

#endif
