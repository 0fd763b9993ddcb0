/* SPDX-License-Identifier: MIT */
/* The rows of `knead doctor` about journals: the one of this machine, and those of others. They are only looked at:
 * nothing is written or taken in. */
#ifndef CLI_FIND_JOURNALS_H
#define CLI_FIND_JOURNALS_H

#include "cli/finding.h"
#include "settings/settings.h"

void find_journals(FindingList *list, const Settings *settings);

#endif
