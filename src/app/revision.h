/* SPDX-License-Identifier: MIT */
/* The routine that is being followed, edited in a pause (command-line, key `e`): one that is right again takes the
 * place of the old plan at the same move, one that is wrong changes nothing and its first problem is told. */
#ifndef APP_REVISION_H
#define APP_REVISION_H

#include <stdbool.h>

#include "app/wish.h"

/* Whether there is a file of the person's own to edit now; a notice says why not. */
bool revision_may_begin(App *app);

/* The editor's arguments for it; NULL where there is none. */
char **revision_command(App *app);

/* Takes up what the editor has left. */
void revision_take_up(App *app, bool editor_worked);

#endif
