/* SPDX-License-Identifier: MIT */
/* The settings in the app: read at the start and after each edit; changed in memory and in the file. If the file cannot
 * be changed, a notice says so, and the change lasts until the program ends. */
#ifndef APP_PREFERENCES_H
#define APP_PREFERENCES_H

#include <stdbool.h>

#include "app/effects.h"
#include "ui/screen.h"

/* Reads the file again if it has changed on disk; true if it had. Sets a notice if there is a new problem. */
bool preferences_reload(App *app);

void preferences_read(App *app);

/* Call it when more routines were read. Once all are, a tool in the settings that no move uses is a problem, and a
 * notice says so. */
void preferences_check_tools(App *app);

/* Each changes one setting, in memory and in the file; for the values see REQUESTS in ui/screen.h. */
void preferences_place(App *app, Request request);
void preferences_tool(App *app, Request request);
void preferences_health(App *app, Request request);
void preferences_injury(App *app, Request request);
void preferences_voice(App *app, Request request);
void preferences_favourite(App *app, Request request);

/* Each of these does it for every setting that is one word, or one number. */
void preferences_word(App *app, Request request);
void preferences_number(App *app, Request request);

/* Asks for the editor with the settings file, which is made first if it is missing; and reads the file when the editor
 * has ended. */
void preferences_edit(App *app, Request request);
void preferences_edited(App *app, bool editor_worked);

#endif
