/* SPDX-License-Identifier: MIT */
/* What is due today, of a whole library. */
#ifndef APP_TODAY_H
#define APP_TODAY_H

#include "app/library_view.h"
#include "progress/due.h"
#include "settings/settings.h"

/* Of the routines that were read and suit the settings. Goes through the whole library once. */
DueList today_find(const Library *library, const Settings *settings, const LastDone *last_done);

#endif
