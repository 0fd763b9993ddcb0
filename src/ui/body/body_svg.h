/* SPDX-License-Identifier: MIT */
/* The figure of the body map in SVG, for pages: what was done for each area as a class of its shapes. */
#ifndef UI_BODY_BODY_SVG_H
#define UI_BODY_BODY_SVG_H

#include "base/text.h"
#include "ui/body/body_draw.h"

/* Adds the shapes of a view as a group that is 405 wide and 1000 high, its middle at x = 0. Classes: h0 to h4 for a
 * Heat, hurt for BODY_HURT. The colours are the page's. */
void body_svg(Text *into, BodyView view, const BodyHeat *heat);

#endif
