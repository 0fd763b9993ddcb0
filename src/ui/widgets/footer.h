/* SPDX-License-Identifier: MIT */
/* The keys at the foot of a screen, made from the action table: as many as fit, the most useful first; the ways to the
 * help and out always. One line, or as many as the rectangle has rows. */
#ifndef UI_WIDGETS_FOOTER_H
#define UI_WIDGETS_FOOTER_H

#include <stdint.h>

#include "ui/widgets/action.h"
#include "ui/widgets/canvas.h"

/* Whether a screen with that map has the action: its own, or one from action_beside or the general map that does
 * something there and whose first key the screen does not use itself. `keys` NULL: the usual ones, here and below. */
bool footer_has(const KeyBindings *keys, KeyMap map, Action action);

void footer_draw(Canvas *canvas, Rect line, const KeyBindings *keys, KeyMap map);

/* The same without the actions in `hidden`, which do nothing at the moment. */
void footer_draw_without(Canvas *canvas, Rect line, const KeyBindings *keys, KeyMap map, ActionSet hidden);

/* The same with other labels for actions whose key does something else at the moment. By Action; NULL: its own
 * label. */
void footer_draw_as(Canvas *canvas, Rect line, const KeyBindings *keys, KeyMap map, ActionSet hidden,
                    const char *const labels[ACTION_COUNT]);

#endif
