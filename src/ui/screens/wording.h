/* SPDX-License-Identifier: MIT */
/* How things of a routine are put in words on a screen: tools, places, sides, pressure, breath, holds. */
#ifndef UI_SCREENS_WORDING_H
#define UI_SCREENS_WORDING_H

#include <stdbool.h>

#include "base/text.h"
#include "routine/model.h"
#include "session/plan.h"
#include "settings/settings.h"
#include "ui/screen.h"

/* An id as people read it: "therapy ball". */
void wording_id(Text *into, const char *id);

/* Of each need the tool that the settings (NULL: nobody is asked) say is at hand. Where none is, the best, "therapy ball,
 * chair", or with alternatives "therapy ball (or tennis ball), chair (or block)". */
void wording_tools(Text *into, const ToolList *tools, const Settings *settings, bool alternatives);

/* Words of a closed list: "calves, it band". */
void wording_words(Text *into, const WordList *list, const Words *words);

/* Where a routine can be done: "floor, bed", "anywhere", "several places" where no single one will do. */
void wording_places(Text *into, const WordList *places);

/* The same of a move, which may be done anywhere where it names no place. */
void wording_move_places(Text *into, const WordList *places);

/* "left, right" in the order in which they are done; with `brief` "L R". */
void wording_sides(Text *into, Sides sides, Side first, bool brief);

void wording_pressure(Text *into, Pressure pressure); /* "4 to 6 of 10: firm, breathing easy" */
void wording_breath(Text *into, Breath breath);       /* "in 4 s, out 6 s" */

/* How long a hold is: "1 min 30 s", "15 passes of 2 s", "30 s to 1 min 30 s, until it has eased". */
void wording_hold(Text *into, const Step *step);

/* "You left Calf Care at 4:12 of 13:10 (Calf strip, left), today at 14:32." */
void wording_left(Text *into, const ModelLeft *left);

/* What is wrong: "line 7: unknown area 'claves' (did you mean 'calves'?)". */
void wording_problem(Text *into, const Diagnostic *diag);

/* What a person has said of their health, held against what moves say they are not for. */

typedef enum Care {
    CARE_FREE,    /* nothing stands against it */
    CARE_IN_PART, /* some of its moves are left out */
    CARE_RULED_OUT
} Care;

/* What a health word stands for, in one plain line. */
const char *care_meaning(Health health);

/* Whether the words of a person rule it out; the reason goes to `into` (may be NULL): "not with varicose veins",
 * "2 of 7 moves left out: disc, heart". */
Care care_of_move(const Settings *settings, const Move *move, Text *into);
Care care_of_routine(const Settings *settings, const Routine *routine, Text *into);

#endif
