/* SPDX-License-Identifier: MIT */
/* Opens the page that says what tools are good for: for one tool, or for all tools of a move or a routine. */
#ifndef APP_ABOUT_TOOLS_H
#define APP_ABOUT_TOOLS_H

#include "app/effects.h"
#include "ui/screen.h"

void about_tools_one(App *app, Request request);     /* value: an index in model.tools */
void about_tools_of_move(App *app, Request request); /* value: an index in model.moves */
void about_tools_of_plan(App *app, Request request); /* of the routine that is shown */

#endif
