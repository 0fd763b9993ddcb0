/* SPDX-License-Identifier: MIT */
/* What the head of a composed routine says to take care of. */
#ifndef COMPOSE_CAUTIONS_H
#define COMPOSE_CAUTIONS_H

#include "base/text.h"
#include "compose/pick_list.h"
#include "compose/wanted.h"

/* Appends the key `cautions` with those of the person's health, then those of their words; not what the moves that were
 * picked say themselves. Nothing where there is none. */
void cautions_add(Text *into, const PickList *list, const Wanted *wanted, const ComposeRequest *request);

#endif
