/* SPDX-License-Identifier: MIT */
/* The words of the format as they stand in a sentence. */
#ifndef SESSION_SPOKEN_H
#define SESSION_SPOKEN_H

#include "base/text.h"
#include "routine/model.h"
#include "session/session.h"

/* "upper back". */
void spoken_area(Text *into, int area);

/* "calves, feet and hips", each behind `article` ("the " or ""); with more than `most`, "calves, feet and 4 more". */
void spoken_areas(Text *into, const WordList *areas, const char *article, size_t most);

/* "at the desk", "on the floor". */
const char *spoken_place(int place);

/* "therapy ball", from an id. */
void spoken_id(Text *into, const char *id);

/* "with a therapy ball and a block", "without a tool". */
void spoken_tools(Text *into, const TextList *tools);

/* "Calf strip, left"; the name alone where it has no side. */
void spoken_side(Text *into, const char *name, Side side);

/* The moves of a plan that ask a question, each name once: "Calf strip and Foot". */
void spoken_asking(Text *into, const Plan *plan, const char *question);

/* What a session that is stopped does when the person says so: "goes on with Calf strip, right", "ends the session". */
void spoken_going_on(Text *into, const Session *session);

/* What joins the item at `index` of `count` to those before it: "", ", " or " and ". */
const char *spoken_joint(size_t index, size_t count);

#endif
