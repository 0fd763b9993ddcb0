/* SPDX-License-Identifier: MIT */
/* Past sessions as comma-separated values (RFC 4180) for spreadsheets: a row for each move and side. What is of the
 * whole session stands in each of its rows; one without moves has a single row. */
#ifndef CLI_HISTORY_CSV_H
#define CLI_HISTORY_CSV_H

#include "base/text.h"
#include "progress/record.h"

/* Appends the row with the names of the columns. */
void history_csv_head(Text *into);

/* Appends the rows of a session. Lines end with CR LF. A text that a spreadsheet would take for a formula gets an
 * apostrophe before it; numbers below 0 do not. */
void history_csv_session(Text *into, const SessionRecord *record);

#endif
