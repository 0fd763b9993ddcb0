/* SPDX-License-Identifier: MIT */
/* The menus of one routine: its page, its session, and what is asked after it. They return when the person goes back
 * or the session is over. */
#ifndef PLAIN_ROUTINE_MENU_H
#define PLAIN_ROUTINE_MENU_H

#include "plain/console.h"

/* The page of the routine that is looked at (screen_routine is on top), with its session. True if a session of it was
 * started. */
bool routine_menu_open(Console *console);

/* The session that was left is gone on with, to what is asked after it. */
void routine_menu_go_on(Console *console);

#endif
