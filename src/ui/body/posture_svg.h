/* SPDX-License-Identifier: MIT */
/* A position as a picture in SVG, with smooth shapes and no ground of its own. Its colours follow the reader's choice
 * of light or dark; where nobody says which, they can be seen on both. */
#ifndef UI_BODY_POSTURE_SVG_H
#define UI_BODY_POSTURE_SVG_H

#include "base/text.h"
#include "ui/body/posture.h"

/* Adds a whole SVG document; its longer side has so many pixels. The position's title is in it for those who do not see
 * it. */
void posture_svg(Text *into, const Posture *posture, int pixels);

#endif
