/* SPDX-License-Identifier: MIT */
/* What a routine never says and is worked out from its moves: parts of the body, places, tools. */
#ifndef ROUTINE_NEEDS_H
#define ROUTINE_NEEDS_H

#include "routine/model.h"

void derive_areas(Routine *routine);  /* in the order in which they first appear */
void derive_places(Routine *routine); /* those that every move allows */
void derive_tools(Routine *routine);  /* each different need once */

#endif
