/* SPDX-License-Identifier: MIT */
/* Words for what a routine consists of: areas, places, tools, sides, pressure, breathing, holds. Used by the screens,
 * line mode, commands and composed routines alike. The functions append to `into`, or return a fixed text. */
#ifndef ROUTINE_WORDING_H
#define ROUTINE_WORDING_H

#include <stdbool.h>

#include "base/text.h"
#include "routine/model.h"

enum { WORDING_TOO_HARD = 7 }; /* a felt pressure of 7 or more, of 10, is too hard */

/* The text before the item at `index` of `count` in a list: "", ", " or " and ". */
const char *wording_joint(size_t index, size_t count);

/* An id as people read it: "therapy ball". */
void wording_id(Text *into, const char *id);

/* Words of a closed list: "calves, it band". */
void wording_words(Text *into, const WordList *list, const Words *words);

/* An area: "upper back", "IT band". */
void wording_area(Text *into, int area);

/* Areas: "calves, feet and hips", each after `article` ("the " or ""); more than `most`: "calves, feet and 4 more". */
void wording_areas(Text *into, const WordList *areas, const char *article, size_t most);

/* A place: "at the desk", "on the floor". */
const char *wording_place(int place);

/* Where a routine can be done: "floor, bed", "anywhere", "several places" where no single one will do. */
void wording_places(Text *into, const WordList *places);

/* The same for a move; "anywhere" if it names no place. */
void wording_move_places(Text *into, const WordList *places);

/* Tools: "with a therapy ball and a block", "without a tool". */
void wording_with(Text *into, const TextList *tools);

/* The tool to name for the need at `index`: the best one at hand. If none is at hand: the best of all if `best`, else
 * NULL. "" if an earlier need has the same tool. */
const char *wording_tool(const ToolList *needs, size_t index, const TextList *at_hand, bool best);

/* For each need the tool that is at hand. If none is, the best one, as in "therapy ball, chair"; with `alternatives`,
 * as in "therapy ball (or tennis ball), chair (or block)". */
void wording_tools(Text *into, const ToolList *needs, const TextList *at_hand, bool alternatives);

/* Sides in the order in which they are done: "left, right"; with `brief`, "L R". */
void wording_sides(Text *into, Sides sides, Side first, bool brief);

/* A move and its side: "Calf strip, left"; the name alone for SIDE_NONE. */
void wording_side(Text *into, const char *name, Side side);

/* What a check is measured in, "in centimetres: more is better"; nothing where it has no unit. */
void wording_measured(Text *into, const Check *check);

void wording_pressure(Text *into, Pressure pressure); /* "4 to 6 of 10: firm, breathing easy" */
void wording_target(Text *into, Pressure target);     /* "4-6 firm, breathe easily": as an instruction */

/* What a felt pressure (0 to 10) means for the target: "on target", "too hard, ease off"; "" without a target. */
const char *wording_felt(Pressure target, int32_t felt);

void wording_breath(Text *into, Breath breath); /* "in 4 s, out 6 s" */

/* What a pass is called with a technique: "stroke", "presses"; in the plural unless `count` is 1. */
const char *wording_pass(Technique technique, int32_t count);

/* "cross friction: short strokes across the muscle"; nothing for TECHNIQUE_NONE. */
void wording_technique(Text *into, Technique technique);

/* Whether a pass goes from one end to the other, as a stroke does, and a press does not. */
bool wording_has_two_ends(Technique technique);

/* How long a hold is: "1 min 30 s", "15 slow strokes, 2 s each", "30 s to 1 min 30 s, until it has eased". */
void wording_hold(Text *into, const Hold *hold, Technique technique);

#endif
