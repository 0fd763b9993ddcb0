/* SPDX-License-Identifier: MIT */
/* All actions with their keys, as the settings have them: `knead help keys` and `knead config keys`. */
#ifndef CLI_PRINT_KEYS_H
#define CLI_PRINT_KEYS_H

#include "ui/widgets/action.h"

void print_keys(const KeyBindings *keys);

#endif
