/* SPDX-License-Identifier: MIT */
/* The positions of a plan's moves as a picture in a file. */
#ifndef CLI_POSITIONS_SVG_H
#define CLI_POSITIONS_SVG_H

#include <stdbool.h>

#include "base/text.h"
#include "cli/plan_postures.h"

/* Adds the picture in SVG: the positions one below the other, and two between which a move goes side by side. False,
 * and nothing is added, if no move has a position. */
bool positions_svg(Text *into, const PlanPostures *postures);

/* Writes it to a file, or for "-" to standard output. A file is replaced only if it is such a picture. Returns the exit
 * status; a failure is printed. */
int positions_svg_write(const char *path, const Text *picture);

#endif
