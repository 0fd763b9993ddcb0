/* SPDX-License-Identifier: MIT */
/* What a health word, or a complaint that a person names (compose/complaints.h), takes out of a composed routine and
 * asks before it. This comes on top of what the moves say themselves in their `not_with`. */
#ifndef COMPOSE_LIMITS_H
#define COMPOSE_LIMITS_H

#include "base/text.h"
#include "compose/complaints.h"
#include "compose/goal_rules.h"
#include "compose/request.h"
#include "compose/stance.h"

/* Appends all that the health words and the complaints of a request ask before the routine begins, and what is asked
 * before one of the `pressed` areas is, as bits of Area; with blanks between. Some is asked only where an area of
 * `worked` is concerned. Nothing where they ask nothing. */
void limits_add_questions(Text *into, const ComposeRequest *request, uint32_t pressed, uint32_t worked);

/* Whether the health or the complaints of a request are to begin with gentle movement. */
bool limits_move_first(const ComposeRequest *request);

/* Whether movement is to be the work for the health of a request, on all areas that have some. */
bool limits_move_instead(const ComposeRequest *request);

/* What the health words of a request say to take care of, where areas are pressed and worked, as bits: text number
 * `index`, or NULL where there are no more. */
const char *limits_caution(const ComposeRequest *request, uint32_t pressed, uint32_t worked, size_t index);

/* Makes the lengths that a move's hold can have as short as a session makes them for the health of a request. */
void limits_shorten(HoldRange *range, const ComposeRequest *request, const Move *move);

/* Bits of the areas that nothing presses on for the complaints of a request: movement is the work there. */
uint32_t limits_unpressed(const ComposeRequest *request);

/* Appends what the health says to who asks only for what it rules out, each text with a blank before it. */
void limits_add_refusal(Text *into, const PersonHealth *health);

/* The stances that the health and the complaints of a request allow for a move; those in which nothing is shown while
 * something else for the same area fits. */
StanceSet limits_stances(const ComposeRequest *request, const Move *move);
StanceSet limits_shunned(const ComposeRequest *request);

/* The first health word that is against a move of this kind, though it is not among its `not_with`; -1: none is. */
int limits_ruling_word(const PersonHealth *health, const Move *move);

/* Whether a complaint of the request is against the move, or what it is about has nothing to do with the move. */
bool limits_rule_out(const ComposeRequest *request, const Move *move);

/* Whether the health rules out a technique, whatever the move. */
bool limits_rule_out_technique(const PersonHealth *health, Technique technique);

/* The highest pressure that the goal, the health and the complaints of a request allow a move. */
int32_t limits_hardest(const ComposeRequest *request, const Move *move);

#endif
