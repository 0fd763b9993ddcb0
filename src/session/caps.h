/* SPDX-License-Identifier: MIT */
/* Limits on how hard and how long moves press, for a person who is new to it or has a health word that asks for care.
 * Stretches and movements stay as they are. */
#ifndef SESSION_CAPS_H
#define SESSION_CAPS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/text.h"
#include "routine/model.h"
#include "session/plan_options.h"

typedef struct Caps {
    int32_t hardest;   /* no target goes above this; 10 where nothing limits it */
    int32_t on_spot_s; /* longest hold on one spot; 0: no limit */
    bool is_half;      /* holds that press are half as long */
} Caps;

/* The strictest of all limits that apply. */
Caps caps_of(const PlanOptions *options);

/* Whether the phase presses, so that limits apply to it. */
bool caps_apply(const Phase *phase);

/* The length of one hold of the phase under the limits, in whole units (a pass or a breath; 1 s): at least one. */
int32_t caps_hold_s(const Caps *caps, const Phase *phase, int32_t hold_s, int32_t unit_s);

Pressure caps_pressure(const Caps *caps, const Phase *phase);

/* Appends what limits and how: "blood thinners: at most 3 of 10, at most 20 s on one spot". Nothing where nothing
 * does. */
void caps_say(Text *into, const PlanOptions *options);

/* Appends that a doctor should be asked first, and why. Nothing where the person has no health word. */
void caps_ask_first(Text *into, const PersonHealth *health);

#endif
