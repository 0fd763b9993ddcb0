/* SPDX-License-Identifier: MIT */
/* The line of keys at the foot of a screen, made from the action table: as many as fit, the most useful first; the ways
 * to the help and out always. */
#ifndef UI_FOOTER_H
#define UI_FOOTER_H

#include <stdint.h>

#include "ui/action.h"
#include "ui/canvas.h"

/* A set of actions, a bit for each. */
typedef uint64_t ActionSet;
#define ACTION_BIT(action) (UINT64_C(1) << (action))
_Static_assert(ACTION_COUNT <= 64, "an ActionSet has a bit for each action");

/* Whether a screen with that map has the action: its own, or a general one that means something there and whose first
 * key it does not use itself. */
bool footer_has(KeyMap map, Action action);

void footer_draw(Canvas *canvas, Rect line, KeyMap map);

/* The same without actions that mean nothing at the moment. */
void footer_draw_without(Canvas *canvas, Rect line, KeyMap map, ActionSet hidden);

/* And with another label for one whose key does something else at the moment. */
void footer_draw_as(Canvas *canvas, Rect line, KeyMap map, ActionSet hidden, Action action, const char *label);

#endif
