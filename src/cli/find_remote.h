/* SPDX-License-Identifier: MIT */
/* The rows of `knead doctor` about other programs: the socket that they control a session by, notices, what keeps the
 * screen on, hooks. */
#ifndef CLI_FIND_REMOTE_H
#define CLI_FIND_REMOTE_H

#include "cli/finding.h"
#include "settings/settings.h"

void find_remote_socket(FindingList *list);
void find_remote_notices(FindingList *list, const Settings *settings);
void find_remote_awake(FindingList *list, const Settings *settings);
void find_remote_hooks(FindingList *list, const Settings *settings);

#endif
