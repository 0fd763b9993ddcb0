/* SPDX-License-Identifier: MIT */
/* The settings of the person at the command line. */
#ifndef CLI_PERSON_H
#define CLI_PERSON_H

#include "settings/settings.h"

/* Reads them into zeroed settings; what is wrong with the file is told on standard error, and the rest of it holds. */
void person_read(Settings *settings);

#endif
