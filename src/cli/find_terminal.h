/* SPDX-License-Identifier: MIT */
/* The rows of `knead doctor` about the terminal, its colours and the locale. */
#ifndef CLI_FIND_TERMINAL_H
#define CLI_FIND_TERMINAL_H

#include "cli/finding.h"
#include "settings/settings.h"

void find_terminal(FindingList *list);
void find_terminal_colours(FindingList *list, const Settings *settings);
void find_terminal_locale(FindingList *list);

#endif
