/* SPDX-License-Identifier: MIT */
#include "cli/package.h"

#include "base/macros.h"
#include "platform/child.h"

/* How each package manager is called, in the order of the table's columns. */
static const char *const managers[] = {"apt-get", "dnf", "pacman", "apk", "brew"};

/* clang-format off */
static const struct {
    const char *program;
    const char *packages[ARRAY_LEN(managers)]; /* for each of the managers; NULL: it has none */
} rows[] = {
    {"espeak-ng",
     {"espeak-ng", "espeak-ng", "espeak-ng", "espeak-ng", "espeak-ng"}},
    {"speech-dispatcher",
     {"speech-dispatcher", "speech-dispatcher", "speech-dispatcher", "speech-dispatcher", NULL}},
    {"flite",
     {"flite", "flite", "flite", "flite", "flite"}},
    {"pw-play",
     {"pipewire-bin", "pipewire-utils", "pipewire", "pipewire-tools", NULL}},
    {"paplay",
     {"pulseaudio-utils", "pulseaudio-utils", "libpulse", "pulseaudio-utils", "pulseaudio"}},
    {"aplay",
     {"alsa-utils", "alsa-utils", "alsa-utils", "alsa-utils", NULL}},
    {"play",
     {"sox", "sox", "sox", "sox", "sox"}},
    {"notify-send",
     {"libnotify-bin", "libnotify", "libnotify", "libnotify", NULL}},
    {"terminfo",
     {"ncurses-term", "ncurses-term", "ncurses", "ncurses-terminfo", "ncurses"}},
};
/* clang-format on */

/* ARRAY_LEN(managers) where there is none of them. */
static size_t find_manager(void)
{
    size_t i = 0;
    while (i < ARRAY_LEN(managers) && !child_is_there(managers[i]))
        i++;
    return i;
}

bool package_add(Text *into, const char *program)
{
    size_t i = 0;
    while (i < ARRAY_LEN(rows) && !text_same(rows[i].program, program))
        i++;
    if (i == ARRAY_LEN(rows))
        return false;
    const size_t manager = find_manager();
    const char *package = manager < ARRAY_LEN(managers) ? rows[i].packages[manager] : NULL;
    text_add(into, program);
    if (package && !text_same(package, program))
        text_print(into, " (%s)", package);
    return true;
}
