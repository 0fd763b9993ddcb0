/* SPDX-License-Identifier: MIT */
/* The keys at the foot of a screen, made from the action table: as many as fit, the most useful first; the ways to the
 * help and out always. One line, or as many as the rectangle has rows. */
#ifndef UI_WIDGETS_FOOTER_H
#define UI_WIDGETS_FOOTER_H

#include <stdint.h>

#include "ui/widgets/action.h"
#include "ui/widgets/canvas.h"

/* A set of actions, one bit each, for one screen at a time. Actions that never occur on the same screen may share a
 * bit. */
typedef uint64_t ActionSet;
enum { GENERAL_BITS = ACTION_QUIT + 1, OTHER_BITS = 64 - GENERAL_BITS };
#define ACTION_BIT(action)                                                                                             \
    (UINT64_C(1) << ((int)(action) < GENERAL_BITS ? (int)(action)                                                      \
                                                  : GENERAL_BITS + ((int)(action)-GENERAL_BITS) % OTHER_BITS))

/* Whether a screen with that map has the action: its own, or one from action_beside or the general map that does
 * something there and whose first key the screen does not use itself. */
bool footer_has(KeyMap map, Action action);

void footer_draw(Canvas *canvas, Rect line, KeyMap map);

/* The same without the actions in `hidden`, which do nothing at the moment. */
void footer_draw_without(Canvas *canvas, Rect line, KeyMap map, ActionSet hidden);

/* The same with other labels for actions whose key does something else at the moment. By Action; NULL: its own
 * label. */
void footer_draw_as(Canvas *canvas, Rect line, KeyMap map, ActionSet hidden, const char *const labels[ACTION_COUNT]);

#endif
