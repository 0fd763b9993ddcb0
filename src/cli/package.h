/* SPDX-License-Identifier: MIT */
/* What to install for a program that is missing: the name of its package for the package manager of this machine. */
#ifndef CLI_PACKAGE_H
#define CLI_PACKAGE_H

#include <stdbool.h>

#include "base/text.h"

/* Adds "pw-play (pipewire-bin)"; the program's name alone where its package has the same name, or is not known here.
 * False, with nothing added, for a program that nobody needs to install. */
bool package_add(Text *into, const char *program);

#endif
