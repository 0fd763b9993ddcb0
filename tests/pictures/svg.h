/* SPDX-License-Identifier: MIT */
/* A terminal's screen as a picture: what a person sees with 256 colours on a dark background. */
#ifndef PICTURES_SVG_H
#define PICTURES_SVG_H

#include "base/text.h"
#include "support/pty.h"

/* Adds the screen of so many rows and columns as an SVG document with this title. */
void svg_add_screen(Text *svg, Pty *pty, int rows, int columns, const char *title);

#endif
