/* SPDX-License-Identifier: MIT */
#include "remote/awake.h"

#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"
#include "platform/child.h"
#include "platform/tty.h"

#define REASON "a session is running"

/* Which is asked first. `cat` ends with its input, and so with knead. */
static const struct {
    bool is_for_macos;
    const char *desktop; /* only there; NULL: on any */
    const char *arguments[9];
} ways[] = {
    {true, NULL, {"caffeinate", "-d"}},
    {false, "GNOME", {"gnome-session-inhibit", "--inhibit", "idle", "--app-id", "knead", "--reason", REASON, "cat"}},
    {false, NULL, {"systemd-inhibit", "--what=idle", "--who=knead", "--why=" REASON, "--mode=block", "cat"}},
};

/* Desktops that leave it to programs which ask nobody, or only a window of their own. */
static const struct {
    const char *desktop, *doubt;
} doubts[] = {
    {"COSMIC", "COSMIC, which is known not to respect it"},
    {"sway", "sway, where swayidle does not respect it"},
    {"river", "river, where swayidle does not respect it"},
    {"niri", "niri, where swayidle does not respect it"},
    {"labwc", "labwc, where swayidle does not respect it"},
    {"wlroots", "this desktop, where swayidle does not respect it"},
    {"i3", "i3, where xautolock and xss-lock do not respect it"},
    {"bspwm", "bspwm, where xautolock and xss-lock do not respect it"},
    {"dwm", "dwm, where xautolock and xss-lock do not respect it"},
    {"awesome", "awesome, where xautolock and xss-lock do not respect it"},
    {"qtile", "qtile, where xautolock and xss-lock do not respect it"},
    {"xmonad", "xmonad, where xautolock and xss-lock do not respect it"},
    {"openbox", "openbox, where xautolock and xss-lock do not respect it"},
};

static const char *set_value(const char *variable)
{
    const char *value = getenv(variable);
    return value && *value ? value : NULL;
}

AwakePlace awake_here(void)
{
#if defined(__APPLE__)
    const bool is_macos = true;
#else
    const bool is_macos = false;
#endif
    return (AwakePlace){.is_macos = is_macos,
                        .is_remote = tty_is_remote(),
                        .has_screen = is_macos || set_value("DISPLAY") || set_value("WAYLAND_DISPLAY"),
                        .desktop = set_value("XDG_CURRENT_DESKTOP")};
}

/* Whether it is one of the names of the desktop, which have `:` between. */
static bool is_desktop(const AwakePlace *place, const char *name)
{
    const size_t length = strlen(name);
    for (const char *at = place->desktop; at && *at;) {
        const size_t one = strcspn(at, ":");
        if (one == length && strncmp(at, name, length) == 0)
            return true;
        at += one + (at[one] == ':');
    }
    return false;
}

/* Past the last: none. */
static size_t find_way(const AwakePlace *place)
{
    size_t i = place->has_screen && !place->is_remote ? 0 : ARRAY_LEN(ways);
    for (; i < ARRAY_LEN(ways); i++) {
        const bool is_of_here = ways[i].is_for_macos == place->is_macos &&
                                (!ways[i].desktop || is_desktop(place, ways[i].desktop));
        if (is_of_here && child_is_there(ways[i].arguments[0]))
            break;
    }
    return i;
}

const char *awake_program(const AwakePlace *place)
{
    const size_t found = find_way(place);
    return found < ARRAY_LEN(ways) ? ways[found].arguments[0] : NULL;
}

const char *awake_doubt(const AwakePlace *place)
{
    if (place->is_macos)
        return NULL;
    if (!place->desktop)
        return "a screen without a desktop, where nothing may respect it";
    for (size_t i = 0; i < ARRAY_LEN(doubts); i++) {
        if (is_desktop(place, doubts[i].desktop))
            return doubts[i].doubt;
    }
    return NULL;
}

bool awake_is_wanted(const Session *session)
{
    return session->state == SESSION_RUNNING || session->state == SESSION_COUNTING || session->state == SESSION_WAITING;
}

bool awake_start(Leash *leash, const AwakePlace *place)
{
    char *arguments[ARRAY_LEN(ways[0].arguments)] = {0};
    const size_t found = find_way(place);
    if (found == ARRAY_LEN(ways))
        return false;
    for (size_t i = 0; ways[found].arguments[i]; i++)
        arguments[i] = memory_copy_text(ways[found].arguments[i]);
    const bool is_started = leash_start(leash, arguments, NULL, (LeashLimits){0});
    for (size_t i = 0; arguments[i]; i++)
        free(arguments[i]);
    return is_started;
}
