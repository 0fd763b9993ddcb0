/* SPDX-License-Identifier: MIT */
/* The settings as the app keeps them: read at the start and after each edit, changed here and in the file alike. Where
 * the file cannot be changed, that is told, and the change holds until the end. */
#ifndef APP_PREFERENCES_H
#define APP_PREFERENCES_H

#include <stdbool.h>

#include "app/effects.h"
#include "ui/screen.h"

/* Reads the file again where it has changed on disk; true where it had. Tells of a problem that is new. */
bool preferences_reload(App *app);

void preferences_read(App *app);

/* More routines were read: once all were, a tool of the settings that no move knows is a problem, and told of. */
void preferences_check_tools(App *app);

/* What a request asks to be set. */
void preferences_place(App *app, Request request);
void preferences_tool(App *app, Request request);
void preferences_health(App *app, Request request);
void preferences_minutes(App *app, Request request);
void preferences_first(App *app, Request request);
void preferences_theme(App *app, Request request);

/* The file in the editor; made first where it is not there. */
void preferences_edit(App *app, Request request);
void preferences_edited(App *app, bool editor_worked);

#endif
