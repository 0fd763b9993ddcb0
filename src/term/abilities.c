/* SPDX-License-Identifier: MIT */
#include "term/abilities.h"

#include <ncurses.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>
#include <unistd.h>

#include "base/macros.h"

const char *abilities_entry_name(const char *name, size_t index)
{
    const char *const names[] = {name, "xterm-256color", "xterm", "vt100"};
    return index < ARRAY_LEN(names) ? names[index] : NULL;
}

int abilities_usable_colours(int colours)
{
    static const int known[] = {256, 16, 8};
    for (size_t i = 0; i < ARRAY_LEN(known); i++) {
        if (colours >= known[i])
            return known[i];
    }
    return 0;
}

/* tigetstr answers with -1 where the name is that of no text. */
static bool has_text(const char *capability)
{
    const char *text = tigetstr(capability);
    return text && text != (const char *)-1;
}

Abilities abilities_of(const char *name)
{
    for (size_t i = 0; abilities_entry_name(name, i); i++) {
        int result;
        if (setupterm(abilities_entry_name(name, i), STDOUT_FILENO, &result) != OK)
            continue;
        const Abilities found = {abilities_entry_name(name, i), has_text("cup"), has_text("kmous"),
                                 abilities_usable_colours(tigetnum("colors"))};
        del_curterm(cur_term);
        return found;
    }
    return (Abilities){0};
}

/* XT marks the kin of xterm; others have the sequence for a status line that is their title. */
bool abilities_has_title(void)
{
    static const char command[] = "\033]";
    const char *start = tigetstr("TS");
    if (!start || start == (const char *)-1)
        start = tigetstr("tsl");
    const bool is_told = start && start != (const char *)-1 && strncmp(start, command, strlen(command)) == 0;
    return is_told || tigetflag("XT") > 0;
}

bool abilities_has_no_color(void)
{
    const char *unwanted = getenv("NO_COLOR");
    return unwanted && *unwanted;
}

bool abilities_is_console(void)
{
    static const char *const consoles[] = {"linux", "cons25", "wsvt25"};
    const char *name = getenv("TERM");
    for (size_t i = 0; name && i < ARRAY_LEN(consoles); i++) {
        if (strncmp(name, consoles[i], strlen(consoles[i])) == 0)
            return true;
    }
    return false;
}

/* "15;0" or "0;default;15": the last number is the ground; white and the lighter grey are light ones. NULL: not
 * told. */
static const char *told_ground(void)
{
    const char *colours = getenv("COLORFGBG");
    const char *ground = colours ? strrchr(colours, ';') : NULL;
    return ground && ground[1] >= '0' && ground[1] <= '9' ? ground + 1 : NULL;
}

bool abilities_is_ground_told(void)
{
    return told_ground() != NULL || abilities_is_console();
}

bool abilities_is_light(void)
{
    const char *ground = told_ground();
    return ground && (strcmp(ground, "7") == 0 || strcmp(ground, "15") == 0);
}
