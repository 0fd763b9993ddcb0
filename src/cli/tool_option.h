/* SPDX-License-Identifier: MIT */
/* --tool: the tools that are at hand now, in the place of those of the settings. */
#ifndef CLI_TOOL_OPTION_H
#define CLI_TOOL_OPTION_H

#include <stdbool.h>

#include "cli/option.h"
#include "routine/library.h"
#include "settings/settings.h"

/* What the option says; where it was not given, what the settings say. */
ToolsAtHand tool_option_at_hand(const Options *options, const Settings *settings);

/* Whether moves know every tool that it names; false after having told of the first one that none knows, and which was
 * probably meant. */
bool tool_option_check(const Options *options, Library *library);

#endif
