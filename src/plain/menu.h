/* SPDX-License-Identifier: MIT */
/* A numbered menu in lines: it is said, and a number is typed, which Enter ends. Made to be heard: each item makes
 * sense alone, numbers begin at 1 and leave no gap, 0 always leads back, and after a wrong number only the question is
 * said again. "?" says the menu again, "m" the next page of a long list. */
#ifndef PLAIN_MENU_H
#define PLAIN_MENU_H

#include <stdbool.h>
#include <stddef.h>

#include "plain/console.h"

enum { MENU_BACK = -1, MENU_PAGE = 9 }; /* items on a page of a list */

typedef struct MenuItem {
    int choice; /* what menu_ask returns for it; not in a list */
    char *text;
} MenuItem;

/* Either choices, or a list, in pages. */
typedef struct Menu {
    Console *console;
    const char *name; /* said in the question; borrowed */
    const char *back; /* what 0 is called */
    bool is_list;
    bool is_top;     /* there is no way back but the end: b does not lead there */
    int page;        /* of a list, from 0; where it is asked again it goes on with the page that was chosen from */
    MenuItem *items; /* owned */
    size_t count, capacity;
} Menu;

/* Choices; 0 is called `back`. */
Menu menu_of_choices(Console *console, const char *name, const char *back);
Menu menu_of_list(Console *console, const char *name);

/* Adds the item with the next number; `choice` (0 or above) is what stands for it in the program. */
void menu_add(Menu *menu, int choice, const char *format, ...) PRINTF_LIKE(3, 4);
void menu_add_listed(Menu *menu, const char *text);

/* Says the items, unless they were said before (`is_known`), and asks. Returns the choice, the index in a list, or
 * MENU_BACK for 0, Escape or the end of line mode. The menu stays, to be asked again. */
int menu_ask(Menu *menu, bool is_known);

void menu_release(Menu *menu);

/* menu_ask once, and menu_release. */
int menu_ask_once(Menu *menu);

#endif
