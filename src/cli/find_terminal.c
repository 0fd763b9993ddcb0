/* SPDX-License-Identifier: MIT */
#include "cli/find_terminal.h"

#include <langinfo.h>
#include <locale.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/locale.h"
#include "cli/json.h"
#include "cli/package.h"
#include "term/abilities.h"

/* NULL where it is not set, or says that it can do nothing. */
static const char *terminal_name(void)
{
    const char *name = getenv("TERM");
    return name && *name ? name : NULL;
}

/* What a terminal lacks that cannot show the screen; NULL: nothing. */
static const char *why_lines(const char *name, const Abilities *abilities)
{
    if (!isatty(STDOUT_FILENO))
        return "standard output is not a terminal";
    if (!isatty(STDIN_FILENO))
        return "standard input is not a terminal";
    if (!name)
        return "TERM is not set";
    return strcmp(name, "dumb") != 0 && abilities->has_screen ? NULL : "it cannot move the cursor";
}

static void describe_terminal(Finding *row, const char *name, const Abilities *abilities, struct winsize size)
{
    const char *lack = why_lines(name, abilities);
    text_add(&row->found, name ? name : "none");
    if (size.ws_col > 0 && size.ws_row > 0)
        text_print(&row->found, ", %d columns, %d rows", size.ws_col, size.ws_row);
    if (!lack) {
        text_add(&row->found, abilities->has_mouse ? ", with a mouse" : ", without a mouse");
    } else {
        row->state = FINDING_MISSING;
        text_print(&row->found, ": %s, so sessions are shown as lines of text", lack);
    }
    if (lack && (!name || isatty(STDOUT_FILENO)))
        text_add(&row->advice, "to use the screen, run knead in a terminal with TERM set to the right name");
}

/* It is taken for a cousin of xterm, which it may not be. */
static void describe_stand_in(Finding *row, const char *name, const Abilities *abilities)
{
    if (!name || !abilities->entry || strcmp(name, abilities->entry) == 0)
        return;
    row->state = FINDING_MISSING;
    text_print(&row->notes, "this computer does not know %s, and treats it as %s\n", name, abilities->entry);
    text_clear(&row->advice);
    text_add(&row->advice, "to fix it, set TERM to another name, or install ");
    package_add(&row->advice, "terminfo");
}

void find_terminal(FindingList *list)
{
    const char *name = terminal_name();
    const Abilities abilities = name ? abilities_of(name) : (Abilities){0};
    struct winsize size = {0};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0)
        size = (struct winsize){0};
    Finding *row = finding_add(list, "terminal", NULL);
    describe_terminal(row, name, &abilities, size);
    describe_stand_in(row, name, &abilities);
    finding_set(row, "term", json_of_text(name));
    finding_set(row, "screen", json_boolean(!why_lines(name, &abilities)));
    finding_set(row, "columns", size.ws_col > 0 ? json_integer(size.ws_col) : json_null());
    finding_set(row, "rows", size.ws_row > 0 ? json_integer(size.ws_row) : json_null());
    finding_set(row, "mouse", json_boolean(abilities.has_mouse));
}

static const char *name_theme(const Settings *settings)
{
    return settings->theme == THEME_OWN ? settings->theme_name : theme_words.items[settings->theme];
}

static void describe_ground(Finding *row, const Settings *settings, bool is_light)
{
    const bool is_told = abilities_is_ground_told();
    text_print(&row->found, ", for a %s background ", is_light ? "light" : "dark");
    if (settings->theme != THEME_AUTO)
        text_print(&row->found, "(theme: %s)", name_theme(settings));
    else if (is_told)
        text_print(&row->found, getenv("COLORFGBG") ? "(COLORFGBG=%s)" : "(as a console has)", getenv("COLORFGBG"));
    else
        text_add(&row->found, "(the terminal does not say)");
    if (settings->theme == THEME_AUTO && !is_told)
        text_add(&row->notes, "on a light background, add theme: light to the settings\n");
    if (settings->theme == THEME_CONTRAST && !is_told)
        text_add(&row->notes, "without COLORFGBG, the theme contrast has bold and underlined text but no colours\n");
}

void find_terminal_colours(FindingList *list, const Settings *settings)
{
    const char *name = terminal_name();
    const Theme theme = settings_theme(settings);
    const bool is_light = theme_look((Look){.is_light = abilities_is_light()}, &theme).is_light;
    const bool has_no_color = abilities_has_no_color();
    const int colours = name && !has_no_color ? abilities_of(name).colours : 0;
    Finding *row = finding_add(list, "colours", NULL);
    if (colours > 0)
        text_print(&row->found, "%d", colours);
    else
        text_print(&row->found, "none: %s", has_no_color ? "NO_COLOR is set" : "the terminal has none");
    if (colours > 0)
        describe_ground(row, settings, is_light);
    finding_set(row, "number", json_integer(colours));
    finding_set(row, "no_color", json_boolean(has_no_color));
    finding_set(row, "colorfgbg", json_of_text(getenv("COLORFGBG")));
    finding_set(row, "theme", json_string(name_theme(settings)));
    finding_set(row, "background", json_string(is_light ? "light" : "dark"));
}

void find_terminal_locale(FindingList *list)
{
    const char *name = setlocale(LC_CTYPE, NULL), *all = getenv("LC_ALL");
    Finding *row = finding_add(list, "locale", NULL);
    if (locale_is_utf8()) {
        text_print(&row->found, "UTF-8 (%s)", name);
    } else {
        row->state = FINDING_MISSING;
        text_print(&row->found, "%s (%s): knead shows plain letters instead of special ones", nl_langinfo(CODESET),
                   name);
        text_print(&row->advice, "to see all letters, set %s to a locale with UTF-8, such as C.UTF-8",
                   all && *all ? "LC_ALL" : "LANG");
    }
    finding_set(row, "utf8", json_boolean(locale_is_utf8()));
    finding_set(row, "name", json_of_text(name));
}
