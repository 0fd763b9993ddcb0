/* SPDX-License-Identifier: MIT */
/* How hard and how long moves press: what the level of a session makes of what is written, and what limits it further
 * for a person who is new to it or has a health word that asks for care. */
#ifndef SESSION_CAPS_H
#define SESSION_CAPS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/text.h"
#include "routine/model.h"
#include "session/plan_options.h"

typedef struct Caps {
    Level level;
    int32_t longest_s; /* longest hold that presses; 0: no limit */
    int32_t hardest;   /* no target goes above this; 10 where nothing limits it */
    int32_t on_spot_s; /* longest hold on one spot; 0: no limit */
    bool is_half;      /* holds that press are half as long */
} Caps;

/* The level, and the strictest of all limits that apply. */
Caps caps_of(const PlanOptions *options);

/* The length of one hold of the phase, in whole units (a pass or a breath; 1 s): at least one. Stretches, movements and
 * breathing stay as they are. */
int32_t caps_hold_s(const Caps *caps, const Phase *phase, int32_t hold_s, int32_t unit_s);

/* The target of a phase of a move on these areas. The level moves each target but 0; a limit, those of phases that
 * press. */
Pressure caps_pressure(const Caps *caps, const WordList *areas, const Phase *phase);

/* By how much of that the level firm raises its two ends. */
void caps_raised(const Caps *caps, const WordList *areas, const Phase *phase, int32_t *low, int32_t *high);

/* Whether limits change the move, beyond what its level does. */
bool caps_limit(const PlanOptions *options, const Move *move);

/* The step by which a hold of the phase becomes longer or shorter: a pass, a breath or 1 s. */
int32_t caps_unit_s(const Phase *phase);

/* Appends the level, why it holds and what it does: "gentle, for your first two weeks: each target 1 lower, the lighter
 * way first, pressure for 30 s at most". */
void caps_say_level(Text *into, const PlanOptions *options);

/* Appends what limits and how: "blood thinners: at most 3 of 10, at most 20 s on one spot". Nothing where nothing
 * does. */
void caps_say(Text *into, const PlanOptions *options);

/* Appends that a doctor should be asked first, and why; in pregnancy, when to stop and call one too. Nothing where the
 * person has no health word. */
void caps_ask_first(Text *into, const PersonHealth *health);

#endif
