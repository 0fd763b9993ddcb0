/* SPDX-License-Identifier: MIT */
/* What a routine is made of, in words: parts of the body, places, tools, sides, pressure, breath, holds. Screens, line
 * mode, commands and composed routines say it with these. */
#ifndef ROUTINE_WORDING_H
#define ROUTINE_WORDING_H

#include <stdbool.h>

#include "base/text.h"
#include "routine/model.h"

enum { WORDING_TOO_HARD = 7 }; /* a pressure of so much is too much */

/* What joins the item at `index` of `count` to those before it: "", ", " or " and ". */
const char *wording_joint(size_t index, size_t count);

/* An id as people read it: "therapy ball". */
void wording_id(Text *into, const char *id);

/* Words of a closed list: "calves, it band". */
void wording_words(Text *into, const WordList *list, const Words *words);

/* "upper back", "IT band". */
void wording_area(Text *into, int area);

/* "calves, feet and hips", each behind `article` ("the " or ""); with more than `most`, "calves, feet and 4 more". */
void wording_areas(Text *into, const WordList *areas, const char *article, size_t most);

/* "at the desk", "on the floor". */
const char *wording_place(int place);

/* Where a routine can be done: "floor, bed", "anywhere", "several places" where no single one will do. */
void wording_places(Text *into, const WordList *places);

/* The same of a move, which may be done anywhere where it names no place. */
void wording_move_places(Text *into, const WordList *places);

/* "with a therapy ball and a block", "without a tool". */
void wording_with(Text *into, const TextList *tools);

/* The one tool that is named for a need: the best at hand; where none is, with `best` the best of all, else NULL. It is ""
 * where a need before it has that name already. */
const char *wording_tool(const ToolList *needs, size_t index, const TextList *at_hand, bool best);

/* Of each need the tool that is at hand. Where none is, the best, "therapy ball, chair", or with alternatives
 * "therapy ball (or tennis ball), chair (or block)". */
void wording_tools(Text *into, const ToolList *needs, const TextList *at_hand, bool alternatives);

/* "left, right" in the order in which they are done; with `brief` "L R". */
void wording_sides(Text *into, Sides sides, Side first, bool brief);

/* "Calf strip, left"; the name alone where it has no side. */
void wording_side(Text *into, const char *name, Side side);

void wording_pressure(Text *into, Pressure pressure); /* "4 to 6 of 10: firm, breathing easy" */
void wording_target(Text *into, Pressure target);     /* "4-6 firm, breathe easily": what it asks for */

/* What a felt pressure comes to: "in the target", "too hard, ease off". */
const char *wording_felt(Pressure target, int32_t felt);

void wording_breath(Text *into, Breath breath); /* "in 4 s, out 6 s" */

/* How long a hold is: "1 min 30 s", "15 slow passes, 2 s each", "30 s to 1 min 30 s, until it has eased". */
void wording_hold(Text *into, const Hold *hold);

#endif
