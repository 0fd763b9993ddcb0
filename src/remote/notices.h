/* SPDX-License-Identifier: MIT */
/* Notices of what a person should know who looks elsewhere: to change sides, that a set-up waits, that it is done. They
 * are shown by the terminal, which works over ssh too, or by the desktop. What is in them comes from routines, so it is
 * cleaned: nothing in it can end a sequence, or be read as an option or as markup. */
#ifndef REMOTE_NOTICES_H
#define REMOTE_NOTICES_H

#include "base/text.h"
#include "platform/leash.h"
#include "session/session.h"
#include "settings/settings.h"

typedef enum NoticeWay {
    NOTICE_NONE,
    NOTICE_BELL, /* the terminal is not known to show any */
    NOTICE_OSC_9,
    NOTICE_OSC_99,
    NOTICE_OSC_777,
    NOTICE_DESKTOP,
    NOTICE_WAY_COUNT
} NoticeWay;

/* The way for a choice on this terminal and machine, as the environment says. The desktop has none over ssh. */
NoticeWay notices_way(NoticesChoice choice);

/* The variable that names the terminal, where that is known to show notices; else NULL. */
const char *notices_terminal(void);

/* Whether tmux is between: it passes notices on only where `allow-passthrough` is on. */
bool notices_are_in_tmux(void);

/* The notice that the new events bring: title and one line. False, with nothing added, if there is none. */
bool notices_find(const Session *session, const EventList *fresh, Text *title, Text *line);

/* Adds the bytes that have a terminal show it. `way` is one of OSC; `is_ascii`: the terminal shows nothing else. */
void notices_print(Text *into, NoticeWay way, bool is_in_tmux, bool is_ascii, const char *title, const char *line);

/* The program that shows a notice on the desktop; NULL: none is there. */
const char *notices_program(void);

/* Its argument list for a notice, NULL-ended, to free with notices_free_command. NULL if there is no program. */
char **notices_command(const char *title, const char *line);
void notices_free_command(char **command);

/* Shows it on the desktop. False if no program can be started; whether it works is not told. */
bool notices_show(Leash *leash, const char *title, const char *line);

#endif
