/* SPDX-License-Identifier: MIT */
/* What a routine never says and is worked out from its moves: parts of the body, places, tools. */
#ifndef ROUTINE_NEEDS_H
#define ROUTINE_NEEDS_H

#include "routine/model.h"

void needs_areas(Routine *routine);  /* in the order in which they first appear */
void needs_places(Routine *routine); /* those that every move allows */
void needs_tools(Routine *routine);  /* each different need once */

#endif
