/* SPDX-License-Identifier: MIT */
/* The menu of the settings: group by group, each choice by its number. What is chosen is written into the file. */
#ifndef PLAIN_SETTINGS_MENU_H
#define PLAIN_SETTINGS_MENU_H

#include "plain/console.h"

void settings_menu_open(Console *console);

#endif
