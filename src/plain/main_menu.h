/* SPDX-License-Identifier: MIT */
/* The main menu: the whole app in numbered menus. */
#ifndef PLAIN_MAIN_MENU_H
#define PLAIN_MAIN_MENU_H

#include "plain/console.h"

/* Runs an app that was started at home, until the person quits or line mode ends. */
void main_menu_run(Console *console);

#endif
