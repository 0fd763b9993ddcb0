/* SPDX-License-Identifier: MIT */
/* A past session as the records have it, with something in each member: for tests of what is written of it. */
#ifndef SUPPORT_PAST_SESSION_H
#define SUPPORT_PAST_SESSION_H

#include "progress/record.h"

/* A copy to change; its texts and lists are fixed. */
SessionRecord past_session(void);

#endif
