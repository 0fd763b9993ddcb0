/* SPDX-License-Identifier: MIT */
#include "plain/menu.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"
#include "plain/waiting.h"

enum { BASE_TEN = 10, DIGITS_MOST = 4 };

/* What was typed. */
typedef enum Typed { TYPED_NUMBER, TYPED_AGAIN, TYPED_MORE, TYPED_BACK, TYPED_NOTHING, TYPED_WRONG } Typed;

Menu menu_of_choices(Console *console, const char *name, const char *back)
{
    return (Menu){.console = console, .name = name, .back = back};
}

Menu menu_of_list(Console *console, const char *name)
{
    return (Menu){.console = console, .name = name, .back = "Back.", .is_list = true};
}

static void add(Menu *menu, int choice, char *text)
{
    menu->items = memory_grow(menu->items, &menu->capacity, menu->count + 1, sizeof *menu->items);
    menu->items[menu->count++] = (MenuItem){choice, text};
}

void menu_add(Menu *menu, int choice, const char *format, ...)
{
    va_list arguments;
    Text text = {0};
    va_start(arguments, format);
    text_print_list(&text, format, arguments);
    va_end(arguments);
    add(menu, choice, text_detach(&text));
}

void menu_add_listed(Menu *menu, const char *text)
{
    add(menu, 0, memory_copy_text(text));
}

static int page_count(const Menu *menu)
{
    return menu->is_list ? (int)MAX_OF((menu->count + MENU_PAGE - 1) / MENU_PAGE, (size_t)1) : 1;
}

static bool is_last(const Menu *menu)
{
    return menu->page + 1 == page_count(menu);
}

static void say_item(Menu *menu, int number, const char *text)
{
    Text line = {0};
    text_print(&line, "%d. %s", number, text);
    console_say(menu->console, text_show(&line));
    text_release(&line);
}

/* The index of the first item that is said, and the end. */
static size_t first_of(const Menu *menu)
{
    return menu->is_list ? (size_t)menu->page * MENU_PAGE : 0;
}

static size_t end_of(const Menu *menu)
{
    return menu->is_list ? MIN_OF(first_of(menu) + MENU_PAGE, menu->count) : menu->count;
}

static void say_more(Menu *menu)
{
    Text line = {0};
    if (is_last(menu))
        text_add(&line, "m. The first page again.");
    else
        text_print(&line, "m. More, %zu to come.", menu->count - end_of(menu));
    console_say(menu->console, text_show(&line));
    text_release(&line);
}

static void say_items(Menu *menu)
{
    const size_t first = first_of(menu), end = end_of(menu);
    for (size_t i = first; i < end; i++)
        say_item(menu, (int)(i - first) + 1, menu->items[i].text);
    if (page_count(menu) > 1)
        say_more(menu);
    say_item(menu, 0, menu->back);
}

/* The choice or the index that a number stands for; MENU_BACK: none. */
static int find(const Menu *menu, int number)
{
    const size_t index = first_of(menu) + (size_t)number - 1;
    if (number < 1 || index >= end_of(menu))
        return MENU_BACK;
    return menu->is_list ? (int)index : menu->items[index].choice;
}

static Typed read_typed(const Menu *menu, const Text *typed, int *number)
{
    const char *at = text_show(typed);
    at += strspn(at, " ");
    const size_t digits = strspn(at, "0123456789");
    const char *end = at + digits + strspn(at + digits, " .");
    if (*at == '\0')
        return TYPED_NOTHING;
    if (digits > 0 && digits <= DIGITS_MOST && *end == '\0') {
        *number = (int)strtol(at, NULL, BASE_TEN);
        return TYPED_NUMBER;
    }
    if (strcmp(at, "b") == 0)
        return menu->is_top ? TYPED_NOTHING : TYPED_BACK;
    if (strcmp(at, "m") == 0 && page_count(menu) > 1)
        return TYPED_MORE;
    return strcmp(at, "?") == 0 ? TYPED_AGAIN : strcmp(at, "q") == 0 ? TYPED_BACK : TYPED_WRONG;
}

static void say_wrong(Menu *menu, const char *typed)
{
    Text line = {0};
    text_print(&line, "There is no %s here. A question mark says the menu again.", typed);
    console_say(menu->console, text_show(&line));
    text_release(&line);
}

static char *question_of(const Menu *menu)
{
    return page_count(menu) > 1
               ? memory_print("%s, page %d of %d. Number?", menu->name, menu->page + 1, page_count(menu))
               : memory_print("%s. Number?", menu->name);
}

/* One question. False where it is to be asked again, with the items of the page before it unless *is_known. */
static bool ask_page(Menu *menu, bool *is_known, int *chosen)
{
    const Asker asker = waiting_asker(menu->console);
    Text typed = {0};
    char *question = question_of(menu);
    int number = -1;
    menu->console->question = question;
    const bool is_left = !ask_line(&asker, question, false, &typed);
    menu->console->question = NULL;
    const Typed kind = is_left ? TYPED_BACK : read_typed(menu, &typed, &number);
    *is_known = kind != TYPED_AGAIN && kind != TYPED_MORE;
    *chosen = kind == TYPED_NUMBER ? find(menu, number) : MENU_BACK;
    if (kind == TYPED_MORE)
        menu->page = is_last(menu) ? 0 : menu->page + 1;
    if (kind == TYPED_WRONG || (kind == TYPED_NUMBER && number != 0 && *chosen == MENU_BACK))
        say_wrong(menu, text_show(&typed));
    text_release(&typed);
    free(question);
    return kind == TYPED_BACK || *chosen != MENU_BACK || number == 0;
}

int menu_ask(Menu *menu, bool is_known)
{
    int chosen = MENU_BACK;
    menu->page = MIN_OF(menu->page, page_count(menu) - 1);
    do {
        if (!is_known)
            say_items(menu);
    } while (!menu->console->is_over && !ask_page(menu, &is_known, &chosen));
    return menu->console->is_over ? MENU_BACK : chosen;
}

void menu_release(Menu *menu)
{
    for (size_t i = 0; i < menu->count; i++)
        free(menu->items[i].text);
    free(menu->items);
    *menu = (Menu){0};
}

int menu_ask_once(Menu *menu)
{
    const int chosen = menu_ask(menu, false);
    menu_release(menu);
    return chosen;
}
