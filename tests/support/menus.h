/* SPDX-License-Identifier: MIT */
/* The menus in a terminal, as a person uses them who hears or feels the lines: two routines and two shared moves in a
 * folder of their own, what is typed, and what is waited for. */
#ifndef SUPPORT_MENUS_H
#define SUPPORT_MENUS_H

#include "support/pty.h"

#define MENUS_SETTINGS "knead/config.yaml"

extern const char menus_heel[], menus_calf[]; /* the routines, own/heel.yaml and own/calf.yaml */
extern const char *const menus_accessible[];  /* the environment in which menus are shown */

void menus_set_up(void);
void menus_tear_down(void);

/* Rows for a whole visit: nothing scrolls out of sight. menus_start_wide and menus_start (120 columns) go on to the
 * main menu. */
Pty *menus_start_in(int columns, const char *const *env, const char *option);
Pty *menus_start_with(const char *const *env, const char *option);
Pty *menus_start_wide(int columns);
Pty *menus_start(void);

/* How often a text stands on the screen; waits until it does at least so often. */
int menus_times(Pty *pty, const char *text);
void menus_wait_times(Pty *pty, const char *text, int least);

/* Types, and waits for the next line with that text. */
void menus_say(Pty *pty, const char *keys, const char *answer);

/* Waits for the end, with that exit status. */
void menus_leave(Pty *pty, int status);
void menus_leave_by_ctrl_c(Pty *pty);

#endif
